#pragma once

#include "map/style.h"

#include <QFont>
#include <QFontMetricsF>
#include <QHash>
#include <QPainterPath>
#include <QStringList>
#include <memory>

namespace hk::map {

/// Pixel size at which label text is measured; other sizes are in proportion (no hinting).
inline constexpr int measuredFontSize = 100;

/// The style's family, else the program's own.
QFont labelFont(const MapStyle& style, const MapStyle::LabelRule& rule, int pixelSize);

/// Characters as the reader sees them.
QStringList graphemes(const QString& text);

/// Measures texts of a style's rules in style pixels. One per thread.
class LabelMeasure {
public:
    explicit LabelMeasure(const MapStyle& style) : m_style(style) {}
    double width(const MapStyle::LabelRule& rule, const QString& text, double size);
    /// Where each grapheme begins and, last, where the text ends; kerning included.
    std::vector<double> advances(const MapStyle::LabelRule& rule, const QStringList& characters, double size);
    double ascent(const MapStyle::LabelRule& rule, double size);
    double capHeight(const MapStyle::LabelRule& rule, double size);
    double lineHeight(const MapStyle::LabelRule& rule, double size);

private:
    const QFontMetricsF& metrics(const MapStyle::LabelRule& rule);
    const MapStyle& m_style;
    std::unique_ptr<QFontMetricsF> m_metrics[4];
    QHash<QString, double> m_widths[4];
};

} // namespace hk::map
