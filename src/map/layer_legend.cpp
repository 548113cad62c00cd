#include "map/layer_legend.h"

#include "map/filter_places.h"
#include "map/symbols.h"

#include <QPainter>
#include <algorithm>

namespace hk::map {

namespace {

/// The layout of the first `count` lines.
LegendLayout stacked(const std::vector<LegendLine>& lines, std::size_t count, const LegendMeasures& measures, double mostWidth)
{
    LegendLayout layout;
    double widest = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const LegendLine& line = lines[i];
        LegendLayout::Row row;
        row.line = i;
        row.heading = line.heading;
        const double top = static_cast<double>(i) * measures.row;
        double left = 0;
        if (line.sign.kind != LegendSign::Kind::None)
            row.sign = QRectF(0, top + (measures.row - measures.signHeight) / 2, measures.signWidth, measures.signHeight);
        if (!line.heading)
            left = measures.signWidth + measures.gap;
        row.text = measures.elided(line.words, line.heading, std::max(0.0, mostWidth - left));
        const double width = std::min(mostWidth - left, measures.width(row.text, line.heading));
        row.words = QRectF(left, top, width, measures.row);
        widest = std::max(widest, left + width);
        layout.rows.push_back(std::move(row));
    }
    layout.size = QSizeF(widest, static_cast<double>(count) * measures.row);
    return layout;
}

void paintFeatureSign(QPainter& painter, const QRectF& rect, const LegendSign& sign, double pixel, bool dark)
{
    const LayerStyle& style = sign.style;
    const QColor colour = onGround(style.colour, dark);
    const QColor edge = dark ? QColor(0x16, 0x19, 0x1C) : QColor(Qt::white);
    if (sign.geometry == GeometryKind::Point) {
        const double across = std::min(style.pointSize * pixel, rect.height());
        painter.setPen(QPen(edge, std::min(1.2 * pixel, across / 6)));
        painter.setBrush(colour);
        painter.drawPath(markShape(shapeName(style.shape), across).translated(rect.center()));
        return;
    }
    const double width = std::min(style.lineWidth * pixel, rect.height() / 2);
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    if (sign.geometry == GeometryKind::Line) {
        painter.drawLine(QPointF(rect.left(), rect.center().y()), QPointF(rect.right(), rect.center().y()));
        return;
    }
    QColor fill = colour;
    fill.setAlphaF(static_cast<float>(style.fillOpacity));
    painter.setBrush(fill);
    painter.drawRect(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2));
}

} // namespace

LegendLayout layOutLegend(const std::vector<LegendLine>& lines, const LegendMeasures& measures, const QSizeF& most)
{
    const auto room = static_cast<std::size_t>(std::max(0.0, (most.height() + 1e-6) / measures.row));
    if (lines.empty() || room == 0)
        return {};
    if (lines.size() <= room)
        return stacked(lines, lines.size(), measures, most.width());
    std::size_t shown = room - 1;
    while (shown > 0 && lines[shown - 1].heading)
        --shown;
    if (shown == 0)
        return {};
    LegendLayout layout = stacked(lines, shown, measures, most.width());
    LegendLayout::Row more;
    more.line = lines.size();
    more.text = measures.elided(measures.more(lines.size() - shown), false, most.width());
    more.words = QRectF(0, layout.size.height(), measures.width(more.text, false), measures.row);
    layout.size = QSizeF(std::max(layout.size.width(), more.words.width()), layout.size.height() + measures.row);
    layout.rows.push_back(std::move(more));
    return layout;
}

void paintLegendSign(QPainter& painter, const QRectF& rect, const LegendSign& sign, double pixel, bool dark)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    switch (sign.kind) {
    case LegendSign::Kind::None: break;
    case LegendSign::Kind::Layer: paintFeatureSign(painter, rect, sign, pixel, dark); break;
    case LegendSign::Kind::Picture: {
        const QColor ink = dark ? QColor(0xC8, 0xC8, 0xC4) : QColor(0x6A, 0x6E, 0x72);
        painter.setPen(QPen(ink, 0.8 * pixel));
        painter.drawRect(rect.adjusted(pixel, 0.5 * pixel, -pixel, -0.5 * pixel));
        painter.drawPolyline(QPolygonF({{rect.left() + pixel, rect.bottom() - 2 * pixel},
                                        {rect.left() + rect.width() * 0.4, rect.top() + rect.height() * 0.4},
                                        {rect.left() + rect.width() * 0.6, rect.bottom() - 3 * pixel},
                                        {rect.left() + rect.width() * 0.75, rect.center().y()},
                                        {rect.right() - pixel, rect.bottom() - 2 * pixel}}));
        break;
    }
    case LegendSign::Kind::DrawnArea: {
        QPen pen(selectionBlue(), 1.8 * pixel);
        pen.setDashPattern({3, 2});
        painter.setPen(pen);
        painter.drawRect(rect.adjusted(pixel, pixel, -pixel, -pixel));
        break;
    }
    case LegendSign::Kind::Areas: paintPlacesSign(painter, rect, false, pixel, dark); break;
    case LegendSign::Kind::Reach: paintPlacesSign(painter, rect, true, pixel, dark); break;
    }
    painter.restore();
}

} // namespace hk::map
