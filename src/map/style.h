#pragma once

#include "core/result.h"
#include "map/basemap.h"

#include <QColor>
#include <QString>
#include <functional>
#include <memory>
#include <vector>

namespace hk::map {

/// A map style read from resources/styles/*.json: what is drawn of each class, from which zoom, how. Immutable.
class MapStyle {
public:
    /// "light" or "dark" of the embedded styles. Errors: NotFound, FileDamaged with the rule that is wrong
    /// ("lines[3].width") as its field. The first rule that fits a feature's class counts.
    static Result<std::shared_ptr<const MapStyle>> embedded(const QString& name);
    static Result<std::shared_ptr<const MapStyle>> fromJson(const QByteArray& json);

    bool isDark() const { return m_dark; }
    QColor background() const { return m_background; }
    QString fontFamily() const { return m_fontFamily; }

    struct LineRule {
        BasemapTheme theme = BasemapTheme::Road;
        QString featureClass; ///< empty: any class of the theme
        double minimumZoom = 0;
        std::vector<std::pair<double, double>> width; ///< zoom → style pixels, linear between
        std::vector<std::pair<double, double>> casingWidth; ///< seen on each side; empty: no casing
        QColor colour;
        QColor casing;
        QList<double> dash; ///< in line widths
        int order = 0;      ///< lower is drawn first within a level
    };
    struct FillRule {
        BasemapTheme theme = BasemapTheme::Road;
        QString featureClass;
        double minimumZoom = 0;
        QColor fill;
        QColor outline;
    };
    /// A mark at each point of a layer of one's own; unlike a label it never gives way.
    struct PointRule {
        BasemapTheme theme = BasemapTheme::Layer;
        QString featureClass;
        double minimumZoom = 0;
        std::vector<std::pair<double, double>> size; ///< zoom → style pixels across
        QColor colour;
        QColor outline;
        QString shape; ///< "circle", "square", "triangle", "diamond"
    };
    struct LabelRule {
        BasemapTheme theme = BasemapTheme::Road;
        QString featureClass;
        double minimumZoom = 0;
        double maximumZoom = 99;
        int maximumRank = 5;
        std::vector<std::pair<double, double>> size; ///< zoom → style pixels
        QColor colour;
        QColor halo;
        bool bold = false;
        bool italic = false;
        bool alongLine = false;
        int priority = 0; ///< higher is placed first
        bool shield = false;      ///< the road's number in a filled box of the halo's colour
        double repeat = 400;      ///< style pixels from one label of a line to the next
        double letterSpacing = 0; ///< style pixels
        QString symbol;           ///< drawn at the point: "station", "stop", "dot" or none
    };
    const std::vector<LineRule>& lines() const { return m_lines; }
    const std::vector<FillRule>& fills() const { return m_fills; }
    const std::vector<PointRule>& points() const { return m_points; }
    const std::vector<LabelRule>& labels() const { return m_labels; }
    /// First rule for a feature of this theme and class, null where there is none.
    const LineRule* lineRule(BasemapTheme theme, const QString& featureClass) const;
    const FillRule* fillRule(BasemapTheme theme, const QString& featureClass) const;
    const PointRule* pointRule(BasemapTheme theme, const QString& featureClass) const;
    const LabelRule* labelRule(BasemapTheme theme, const QString& featureClass) const;
    /// The same with each colour changed; `dark` as isDark() answers then.
    std::shared_ptr<const MapStyle> recoloured(const std::function<QColor(const QColor&)>& change, bool dark) const;
    /// Linear between the stops, constant beyond them; 0 without stops.
    static double interpolate(const std::vector<std::pair<double, double>>& stops, double zoom);

private:
    friend class StyleReader;
    bool m_dark = false;
    QColor m_background;
    QString m_fontFamily;
    std::vector<LineRule> m_lines;
    std::vector<FillRule> m_fills;
    std::vector<PointRule> m_points;
    std::vector<LabelRule> m_labels;
};

} // namespace hk::map
