#include "ui/map_view_legend.h"

#include "ui/caption.h"
#include "workspace/map_legend.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace hk::ui {

namespace {

constexpr double mostWidth = 250.0;
constexpr double mostOfHeight = 0.5; // of the map's
constexpr double arrowWidth = 8.0;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(hk::ui::MapView)
};

QString headWords()
{
    return Words::tr("Legend");
}

QFont headingFont(const QFont& font)
{
    QFont heading = captionFont(font);
    heading.setWeight(QFont::DemiBold);
    return heading;
}

map::LegendMeasures measuresOf(const QFont& font)
{
    const QFontMetricsF plain(captionFont(font));
    const QFontMetricsF strong(headingFont(font));
    map::LegendMeasures measures;
    measures.row = std::ceil(plain.height()) + 4;
    measures.signWidth = 22;
    measures.signHeight = std::min(14.0, measures.row - 4);
    measures.gap = 7;
    measures.width = [plain, strong](const QString& words, bool heading) {
        return std::ceil((heading ? strong : plain).horizontalAdvance(words)) + 1;
    };
    measures.elided = [plain, strong](const QString& words, bool heading, double width) {
        return (heading ? strong : plain).elidedText(words.simplified(), Qt::ElideRight, width);
    };
    measures.more = [](std::size_t lines) { return workspace::moreLegendLines(lines); };
    return measures;
}

} // namespace

QColor inkColour(bool dark)
{
    return dark ? QColor(0xE4, 0xE4, 0xE2) : QColor(0x33, 0x33, 0x33);
}

void paintBox(QPainter& painter, const QRectF& box, bool dark)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(dark ? QColor(28, 31, 34, 225) : QColor(255, 255, 255, 225));
    painter.drawRoundedRect(box, 3.0, 3.0);
}

void layoutLayerLegend(const MapFurniture& furniture, const QSizeF& size, MapFurnitureLayout& layout)
{
    if (furniture.layers.empty())
        return;
    constexpr double padding = furniturePadding;
    const QFontMetricsF heading(headingFont(furniture.font));
    const double headHeight = std::ceil(heading.height()) + 2 * padding - 2;
    double top = furnitureMargin;
    for (const QRectF& above : {layout.hint, layout.title})
        if (!above.isEmpty() && above.right() + furnitureGap > size.width() - furnitureMargin - mostWidth)
            top = std::max(top, above.bottom() + furnitureGap);
    double bottom = size.height() - furnitureMargin;
    for (const QRectF& below : {layout.legend, layout.attribution, layout.scaleBar, layout.coordinates})
        if (!below.isEmpty() && below.right() > size.width() - furnitureMargin - mostWidth)
            bottom = std::min(bottom, below.top() - furnitureGap);
    const double room = std::min(bottom - top, std::max(120.0, mostOfHeight * size.height()));
    if (room < headHeight)
        return;
    const double inner = std::min(mostWidth, size.width() - 2 * furnitureMargin) - 2 * padding;
    double width = heading.horizontalAdvance(headWords()) + 1 + padding + arrowWidth;
    double height = headHeight;
    if (!furniture.layersFolded) {
        layout.layerRows = map::layOutLegend(furniture.layers, measuresOf(furniture.font), {inner, room - headHeight - padding});
        if (!layout.layerRows.rows.empty()) {
            width = std::max(width, layout.layerRows.size.width());
            height += layout.layerRows.size.height() + padding;
        }
    }
    width = std::ceil(width) + 2 * padding;
    layout.layers = QRectF(size.width() - furnitureMargin - width, top, width, height);
    layout.layersHead = QRectF(layout.layers.topLeft(), QSizeF(width, headHeight));
}

void paintLayerLegend(QPainter& painter, const MapFurniture& furniture, const MapFurnitureLayout& layout)
{
    if (layout.layers.isEmpty())
        return;
    constexpr double padding = furniturePadding;
    paintBox(painter, layout.layers, furniture.dark);
    const QColor ink = inkColour(furniture.dark);
    painter.setFont(headingFont(furniture.font));
    painter.setPen(ink);
    painter.drawText(layout.layersHead.adjusted(padding, 0, -padding, 0), Qt::AlignLeft | Qt::AlignVCenter, headWords());
    const QPointF tip(layout.layersHead.right() - padding - arrowWidth / 2, layout.layersHead.center().y());
    const double half = arrowWidth / 2;
    painter.setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    if (furniture.layersFolded) // pointing to what is not shown: down
        painter.drawPolyline(QPolygonF{tip + QPointF(-half, -half / 2), tip + QPointF(0, half / 2), tip + QPointF(half, -half / 2)});
    else
        painter.drawPolyline(QPolygonF{tip + QPointF(-half, half / 2), tip + QPointF(0, -half / 2), tip + QPointF(half, half / 2)});
    const QPointF corner(layout.layers.left() + padding, layout.layersHead.bottom());
    for (const map::LegendLayout::Row& row : layout.layerRows.rows) {
        if (!row.sign.isEmpty()) {
            const QRectF sign = row.sign.translated(corner);
            map::paintLegendSign(painter, sign, furniture.layers[row.line].sign, 1.0, furniture.dark);
        }
        painter.setFont(row.heading ? headingFont(furniture.font) : captionFont(furniture.font));
        painter.setPen(ink);
        painter.drawText(row.words.translated(corner).adjusted(0, 0, 2, 0), Qt::AlignLeft | Qt::AlignVCenter, row.text);
    }
}

} // namespace hk::ui
