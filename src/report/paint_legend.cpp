#include "map/marker_set.h"
#include "map/scene_renderer.h"
#include "map/study_painter.h"
#include "map/style.h"
#include "report/page_parts.h"

#include <array>
#include <cmath>
#include <numbers>

namespace hk::report {

namespace {

constexpr double outline = 0.15;
constexpr double legendFactor = 0.85; ///< of the size on the map

/// An incident at the middle of a sample picture.
void addSample(analysis::IncidentTable& table, std::uint16_t category, bool area)
{
    table.easting.push_back(0);
    table.northing.push_back(0);
    table.fromUtc.push_back(0);
    table.toUtc.push_back(0);
    table.localDate.push_back(0);
    table.localMinuteOfWeek.push_back(0);
    table.localSpanMinutes.push_back(0);
    table.category.push_back(category);
    table.organisation.push_back(0);
    table.radius.push_back(area ? 1000.0F : 10.0F);
    table.precision.push_back(area ? 3 : 0);
    table.severity.push_back(1);
    table.flags.push_back(area ? analysis::flagArea : 0);
}

/// A scene of one thing, drawn by the map's own painter: the legend shows what the map shows. A metre is a
/// millimetre.
void paintSample(Canvas& canvas, const QRectF& rect, map::MapScene scene, const MapPage& page, int parts)
{
    scene.style = page.scene.style;
    map::MapViewport viewport;
    viewport.plane = map::Plane::Sweref99Tm;
    viewport.target = rect;
    viewport.stylePixel = stylePixel() * legendFactor;
    map::RenderOptions options;
    options.parts = parts;
    map::paintScene(canvas.painter(), scene, viewport, options);
}

void paintClusterSample(Canvas& canvas, const QRectF& rect, const MapPage& page)
{
    auto table = std::make_shared<analysis::IncidentTable>();
    constexpr std::array<std::uint16_t, 5> categories{0, 0, 1, 2, 2};
    for (const std::uint16_t category : categories)
        addSample(*table, category, false);
    std::vector<map::IncidentLayer::CategorySymbol> symbols;
    for (const CategoryGroup group :
         {CategoryGroup::Narcotics, CategoryGroup::Theft, CategoryGroup::Disorder})
        symbols.push_back({group, QString(), false});
    map::MapScene scene;
    scene.incidents = std::make_shared<const map::IncidentLayer>(
        table, std::vector<std::uint32_t>{0, 1, 2, 3, 4}, symbols, std::map<std::uint32_t, SwerefRing>{});
    paintSample(canvas, rect, scene, page, map::IncidentPart);
}

void paintAreaSample(Canvas& canvas, const QRectF& rect, const MapPage& page)
{
    auto table = std::make_shared<analysis::IncidentTable>();
    addSample(*table, 0, true);
    const double x = rect.width() / 2 - 0.3;
    const double y = rect.height() / 2 - 0.3;
    map::MapScene scene;
    scene.incidents = std::make_shared<const map::IncidentLayer>(
        table, std::vector<std::uint32_t>{0},
        std::vector<map::IncidentLayer::CategorySymbol>{{CategoryGroup::Place, QString(), false}},
        std::map<std::uint32_t, SwerefRing>{{0, {{-x, -y}, {x, -y}, {x, y}, {-x, y}}}});
    paintSample(canvas, rect, scene, page, map::IncidentPart);
}

void paintHotspotSample(Canvas& canvas, const QRectF& rect, const MapPage& page)
{
    analysis::Hotspot hotspot;
    hotspot.rank = 1;
    constexpr int corners = 32;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners;
        hotspot.polygon.outer.push_back(
            {(rect.width() / 2 - 0.6) * std::cos(angle), (rect.height() / 2 - 0.5) * std::sin(angle)});
    }
    map::MapScene scene;
    scene.hotspots = std::make_shared<const map::HotspotLayer>(
        map::HotspotLayer{std::make_shared<const std::vector<analysis::Hotspot>>(1, hotspot), 0});
    paintSample(canvas, rect, scene, page, map::HotspotPart);
}

/// Pictures of an item from `left` on the row's middle; returns where its words begin.
double paintPictures(Canvas& canvas, const MapPage& page, const LegendItem& item, double left, double middle)
{
    const double f = canvas.factor();
    const double diameter = map::symbolDiameter * stylePixel() * legendFactor;
    if (item.kind == LegendItem::Kind::Group) {
        for (const map::IncidentLayer::CategorySymbol& symbol : item.symbols) {
            map::paintSymbol(canvas.painter(), {left + diameter / 2, middle}, diameter, symbol, false);
            left += diameter + 0.5;
        }
        return left + 0.8 * f;
    }
    const double height = metric::legendRow * f;
    const double width = item.kind == LegendItem::Kind::Cluster ? height : 8.0 * f;
    const QRectF rect(left, middle - height / 2, width, height);
    if (item.kind == LegendItem::Kind::Cluster)
        paintClusterSample(canvas, rect.translated(-0.4, 0), page);
    else if (item.kind == LegendItem::Kind::Area)
        paintAreaSample(canvas, rect, page);
    else
        paintHotspotSample(canvas, rect, page);
    return rect.right() + 0.9 * f;
}

/// The last class is open above: its swatch points on.
QPolygonF swatch(const QRectF& rect, bool last)
{
    if (!last)
        return QPolygonF(rect);
    const double tip = rect.height() / 2;
    return QPolygonF({rect.topLeft(), rect.topRight() - QPointF(tip, 0),
                      QPointF(rect.right(), rect.center().y()), rect.bottomRight() - QPointF(tip, 0),
                      rect.bottomLeft()});
}

} // namespace

void paintHeatmapLegend(Canvas& canvas, const MapPage& page, const PageLayout& layout)
{
    const QRectF& rect = layout.heatmapLegend;
    if (rect.isEmpty())
        return;
    const double f = canvas.factor();
    const double top = canvas.heading(rect, layout.words.heatmapTitle);
    const map::ColourScale& scale = page.scene.heatmap->scale;
    const auto classes = static_cast<double>(scale.classes());
    const QColor ground = page.scene.style ? page.scene.style->background() : QColor(Qt::white);
    QPainter& painter = canvas.painter();
    const double width = std::min(14.0 * f, rect.width() / classes);
    const double numbersAt = top + metric::legendBar * f + canvas.letters().ascent(Type::Small) + 0.3 * f;
    double taken = rect.left() - rect.width();
    for (std::size_t i = 0; i < scale.classes(); ++i) {
        const QRectF box(rect.left() + static_cast<double>(i) * width, top, width, metric::legendBar * f);
        const QPolygonF shape = swatch(box, i + 1 == scale.classes());
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawPolygon(shape);
        QColor colour = scale.colourOfClass(i);
        colour.setAlphaF(colour.alphaF() * static_cast<float>(page.scene.heatmap->opacity));
        painter.setBrush(colour);
        painter.drawPolygon(shape);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(QColor::fromRgba(ink::grey), outline));
        painter.drawPolygon(shape);
        // A limit stands under the left end of its class: from there up. The first class of differences has none.
        if (!std::isfinite(scale.breaks()[i]))
            continue;
        const QString limit = density(page, scale.breaks()[i]);
        const double textWidth = canvas.letters().width(Type::Small, limit);
        const double left = i == 0 ? box.left() : box.left() - textWidth / 2;
        if (left < taken + 1.0 * f || left + textWidth > rect.right())
            continue;
        canvas.text({left, numbersAt}, Type::Small, limit);
        taken = left + textWidth;
    }
    canvas.block(layout.heatmapNote, ink::grey);
}

void paintStudyLegend(Canvas& canvas, const MapPage& page, const PageLayout& layout)
{
    const QRectF& rect = layout.study;
    if (rect.isEmpty())
        return;
    const double f = canvas.factor();
    const map::StudyLayer& study = *page.scene.study;
    const QColor ground = page.scene.style ? page.scene.style->background() : QColor(Qt::white);
    canvas.block(layout.studyTitle);
    double top = rect.top() +
                 static_cast<double>(layout.studyTitle.lines.size()) * canvas.letters().lineHeight(Type::Heading) + 0.6 * f;
    for (std::size_t i = 0; i < study.classes.size(); ++i) {
        const double row = metric::studyRow * f;
        const QRectF sign(rect.left(), top + 0.6 * f, 8.0 * f, row - 1.2 * f);
        canvas.painter().fillRect(sign, ground);
        map::paintStudySign(canvas.painter(), sign, study, i, stylePixel());
        const double words = sign.right() + 1.6 * f;
        canvas.text({words, top + row / 2 + canvas.middleOf(Type::Small)}, Type::Small,
                    canvas.letters().elided(Type::Small, study.classes[i].label, rect.right() - words));
        top += row;
    }
    canvas.block(layout.studyNote, ink::grey);
}

void paintLayerLegend(Canvas& canvas, const MapPage& page, const PageLayout& layout)
{
    if (layout.layers.isEmpty())
        return;
    const double top = canvas.heading(layout.layers, layout.words.layersTitle);
    for (const map::LegendLayout::Row& row : layout.layerRows.rows) {
        if (!row.sign.isEmpty())
            map::paintLegendSign(canvas.painter(), row.sign.translated(layout.layers.left(), top), page.layers[row.line].sign,
                                 stylePixel(), false);
        const QRectF words = row.words.translated(layout.layers.left(), top);
        const Type type = row.heading ? Type::Strong : Type::Small;
        canvas.text({words.left(), words.center().y() + canvas.middleOf(type)}, type, row.text);
    }
}

void paintMethodWords(Canvas& canvas, const MapPage& page, const PageLayout& layout)
{
    if (!page.method || layout.method.isEmpty())
        return;
    canvas.heading(layout.method, layout.words.methodTitle);
    for (const TextBlock& block : layout.methodWords)
        canvas.block(block, block.type == Type::Body ? ink::black : ink::grey);
}

void paintSymbolLegend(Canvas& canvas, const MapPage& page, const PageLayout& layout)
{
    const QRectF& rect = layout.symbols;
    if (rect.isEmpty())
        return;
    const double f = canvas.factor();
    const double top = canvas.heading(rect, layout.words.symbolsTitle);
    const std::size_t rows = (layout.legend.size() + 1) / 2;
    const double width = rect.width() / 2;
    for (std::size_t i = 0; i < layout.legend.size(); ++i) {
        const double left = rect.left() + static_cast<double>(i / rows) * width;
        const double middle = top + (static_cast<double>(i % rows) + 0.5) * metric::legendRow * f;
        const double words = paintPictures(canvas, page, layout.legend[i], left, middle);
        canvas.text({words, middle + canvas.middleOf(Type::Small)}, Type::Small,
                    canvas.letters().elided(Type::Small, layout.legend[i].name, left + width - words - 1.0));
    }
}

} // namespace hk::report
