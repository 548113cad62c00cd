#pragma once

#include "core/result.h"
#include "map/basemap.h"

#include <QColor>
#include <QString>
#include <memory>
#include <vector>

namespace hk::map {

/// A map style read from resources/styles/*.json: what is drawn of each class, from which zoom, how. Immutable.
class MapStyle {
public:
    /// "light" or "dark" of the embedded styles. Errors: NotFound, FileDamaged with the rule that is wrong.
    static Result<std::shared_ptr<const MapStyle>> embedded(const QString& name);
    static Result<std::shared_ptr<const MapStyle>> fromJson(const QByteArray& json);

    bool isDark() const { return m_dark; }
    QColor background() const { return m_background; }
    QString fontFamily() const { return m_fontFamily; }

    struct LineRule {
        BasemapTheme theme;
        QString featureClass; ///< empty: any class of the theme
        double minimumZoom = 0;
        std::vector<std::pair<double, double>> width; ///< zoom → style pixels, linear between
        std::vector<std::pair<double, double>> casingWidth;
        QColor colour;
        QColor casing;
        QList<double> dash; ///< in line widths
        int order = 0;      ///< lower is drawn first within a level
    };
    struct FillRule {
        BasemapTheme theme;
        QString featureClass;
        double minimumZoom = 0;
        QColor fill;
        QColor outline;
    };
    struct LabelRule {
        BasemapTheme theme;
        QString featureClass;
        double minimumZoom = 0;
        int maximumRank = 5;
        std::vector<std::pair<double, double>> size; ///< zoom → style pixels
        QColor colour;
        QColor halo;
        bool bold = false;
        bool italic = false;
        bool alongLine = false;
        int priority = 0; ///< higher is placed first
    };
    const std::vector<LineRule>& lines() const { return m_lines; }
    const std::vector<FillRule>& fills() const { return m_fills; }
    const std::vector<LabelRule>& labels() const { return m_labels; }
    static double interpolate(const std::vector<std::pair<double, double>>& stops, double zoom);

private:
    bool m_dark = false;
    QColor m_background;
    QString m_fontFamily;
    std::vector<LineRule> m_lines;
    std::vector<FillRule> m_fills;
    std::vector<LabelRule> m_labels;
};

} // namespace hk::map
