#include "report/legend_parts.h"

#include "map/marker_set.h"
#include "map/scene_renderer.h"
#include "map/study_painter.h"
#include "map/style.h"
#include "paper/canvas.h"
#include "report/legend.h"
#include "report/page_words.h"
#include "report/translated.h"
#include "workspace/map_legend.h"

#include <array>
#include <cmath>
#include <numbers>

namespace hk::report {

namespace {

using paper::Canvas;
using paper::Lettering;
using paper::Type;
namespace ink = paper::ink;

constexpr double legendRow = 5.2; // millimetres at factor 1
constexpr double studyRow = 4.6;
constexpr double legendBar = 4.0;
constexpr double legendNumbers = 3.4;
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
    const double height = legendRow * f;
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


/// How the legend of layers is measured on paper; not longer than the letters.
map::LegendMeasures legendMeasures(const Lettering& letters)
{
    const double f = letters.factor();
    map::LegendMeasures measures;
    measures.row = studyRow * f;
    measures.signWidth = 6.0 * f;
    measures.signHeight = 3.2 * f;
    measures.gap = 1.6 * f;
    const auto type = [](bool heading) { return heading ? Type::Strong : Type::Small; };
    measures.width = [&letters, type](const QString& words, bool heading) { return letters.width(type(heading), words); };
    measures.elided = [&letters, type](const QString& words, bool heading, double width) {
        return letters.elided(type(heading), Lettering::plain(words), width);
    };
    measures.more = [](std::size_t lines) { return workspace::moreLegendLines(lines); };
    return measures;
}

} // namespace

HeatmapLegendPart::HeatmapLegendPart(MapPagePtr page)
    : m_page(std::move(page))
{}

QStringList HeatmapLegendPart::noteLines(double width, const Lettering& letters) const
{
    constexpr int most = 3;
    return letters.wrapped(Type::Small, heatmapNote(*m_page), width, most);
}

double HeatmapLegendPart::height(double width, double room, const Lettering& letters) const
{
    if (!m_page->scene.heatmap || m_page->scene.heatmap->scale.isEmpty())
        return 0.0;
    const double needed = (paper::metric::heading + legendBar + legendNumbers + 0.8) * letters.factor() +
                          letters.linesHeight(Type::Small, noteLines(width, letters).size());
    return needed > room ? 0.0 : needed;
}

void HeatmapLegendPart::paint(Canvas& canvas, const QRectF& rect) const
{
    const double f = canvas.factor();
    const double top = canvas.heading(rect, heatmapTitle(*m_page));
    paintClasses(canvas, {rect.left(), top, rect.width(), legendBar * f});
    canvas.block({{rect.left(), top + (legendBar + legendNumbers + 0.8) * f, rect.width(), 0},
                  Type::Small,
                  noteLines(rect.width(), canvas.letters())},
                 ink::grey);
}

void HeatmapLegendPart::paintClasses(Canvas& canvas, const QRectF& bar) const
{
    const MapPage& page = *m_page;
    const double f = canvas.factor();
    const map::ColourScale& scale = page.scene.heatmap->scale;
    const auto classes = static_cast<double>(scale.classes());
    const QColor ground = page.scene.style ? page.scene.style->background() : QColor(Qt::white);
    QPainter& painter = canvas.painter();
    const double width = std::min(14.0 * f, bar.width() / classes);
    const double numbersAt = bar.bottom() + canvas.letters().ascent(Type::Small) + 0.3 * f;
    double taken = bar.left() - bar.width();
    const Canvas::Scope limits = canvas.element(paper::Role::Paragraph);
    for (std::size_t i = 0; i < scale.classes(); ++i) {
        const QRectF box(bar.left() + static_cast<double>(i) * width, bar.top(), width, bar.height());
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
        if (left < taken + 1.0 * f || left + textWidth > bar.right())
            continue;
        canvas.text({left, numbersAt}, Type::Small, limit);
        taken = left + textWidth;
    }
}

StudyLegendPart::StudyLegendPart(MapPagePtr page)
    : m_page(std::move(page))
{}

StudyLegendPart::Words StudyLegendPart::wordsAt(double width, const Lettering& letters) const
{
    constexpr int mostTitle = 2;
    constexpr int mostNote = 4;
    const map::StudyLayer& study = *m_page->scene.study;
    return {letters.wrapped(Type::Heading, Lettering::plain(study.title), width, mostTitle),
            letters.wrapped(Type::Tiny, Lettering::plain(study.note), width, mostNote)};
}

double StudyLegendPart::height(double width, double room, const Lettering& letters) const
{
    const auto& study = m_page->scene.study;
    if (!study || study->classes.empty())
        return 0.0;
    const double f = letters.factor();
    const Words words = wordsAt(width, letters);
    const double note = letters.linesHeight(Type::Tiny, words.note.size());
    const double needed = letters.linesHeight(Type::Heading, words.title.size()) + 0.6 * f +
                          static_cast<double>(study->classes.size()) * studyRow * f + (note > 0 ? 0.8 * f + note : 0.0);
    return needed > room ? 0.0 : needed;
}

void StudyLegendPart::paint(Canvas& canvas, const QRectF& rect) const
{
    const double f = canvas.factor();
    const Words words = wordsAt(rect.width(), canvas.letters());
    {
        const Canvas::Scope heading = canvas.element(paper::Role::Heading);
        canvas.block({rect, Type::Heading, words.title});
    }
    double top = rect.top() + canvas.letters().linesHeight(Type::Heading, words.title.size()) + 0.6 * f;
    top = paintRows(canvas, {rect.left(), top, rect.width(), 0});
    canvas.block({{rect.left(), top + 0.8 * f, rect.width(), 0}, Type::Tiny, words.note}, ink::grey);
}

double StudyLegendPart::paintRows(Canvas& canvas, const QRectF& rect) const
{
    const MapPage& page = *m_page;
    const double f = canvas.factor();
    const map::StudyLayer& study = *page.scene.study;
    const QColor ground = page.scene.style ? page.scene.style->background() : QColor(Qt::white);
    const double row = studyRow * f;
    double top = rect.top();
    const Canvas::Scope list = canvas.element(paper::Role::List);
    for (std::size_t i = 0; i < study.classes.size(); ++i) {
        const QRectF sign(rect.left(), top + 0.6 * f, 8.0 * f, row - 1.2 * f);
        canvas.painter().fillRect(sign, ground);
        map::paintStudySign(canvas.painter(), sign, study, i, stylePixel());
        const double left = sign.right() + 1.6 * f;
        const Canvas::Scope item = canvas.element(paper::Role::Item);
        canvas.text({left, top + row / 2 + canvas.middleOf(Type::Small)}, Type::Small,
                    canvas.letters().elided(Type::Small, study.classes[i].label, rect.right() - left));
        top += row;
    }
    return top;
}

SymbolLegendPart::SymbolLegendPart(MapPagePtr page, std::vector<LegendItem> items)
    : m_page(std::move(page))
    , m_items(std::move(items))
{}

double SymbolLegendPart::height(double, double room, const Lettering& letters) const
{
    if (m_items.empty())
        return 0.0;
    const auto rows = static_cast<double>((m_items.size() + 1) / 2);
    const double needed = (paper::metric::heading + rows * legendRow) * letters.factor();
    return needed > room ? 0.0 : needed;
}

void SymbolLegendPart::paint(Canvas& canvas, const QRectF& rect) const
{
    const double f = canvas.factor();
    const double top = canvas.heading(rect, Tr::tr("Symbols"));
    const std::size_t rows = (m_items.size() + 1) / 2;
    const double width = rect.width() / 2;
    const Canvas::Scope list = canvas.element(paper::Role::List);
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const double left = rect.left() + static_cast<double>(i / rows) * width;
        const double middle = top + (static_cast<double>(i % rows) + 0.5) * legendRow * f;
        const double words = paintPictures(canvas, *m_page, m_items[i], left, middle);
        const Canvas::Scope item = canvas.element(paper::Role::Item);
        canvas.text({words, middle + canvas.middleOf(Type::Small)}, Type::Small,
                    canvas.letters().elided(Type::Small, m_items[i].name, left + width - words - 1.0));
    }
}

LayerLegendPart::LayerLegendPart(MapPagePtr page)
    : m_page(std::move(page))
{}

map::LegendLayout LayerLegendPart::rowsIn(const QSizeF& size, const Lettering& letters) const
{
    return map::layOutLegend(m_page->layers, legendMeasures(letters),
                             {size.width(), size.height() - paper::metric::heading * letters.factor()});
}

double LayerLegendPart::height(double width, double room, const Lettering& letters) const
{
    const map::LegendLayout rows = rowsIn({width, room}, letters);
    // A hair more, so that the same rows have room when they are painted.
    constexpr double hair = 1e-6;
    return rows.rows.empty() ? 0.0 : std::min(room, paper::metric::heading * letters.factor() + rows.size.height() + hair);
}

void LayerLegendPart::paint(Canvas& canvas, const QRectF& rect) const
{
    const MapPage& page = *m_page;
    const double top = canvas.heading(rect, Tr::tr("Layers and areas", "heading of a legend"));
    const Canvas::Scope list = canvas.element(paper::Role::List);
    for (const map::LegendLayout::Row& row : rowsIn(rect.size(), canvas.letters()).rows) {
        if (!row.sign.isEmpty())
            map::paintLegendSign(canvas.painter(), row.sign.translated(rect.left(), top), page.layers[row.line].sign,
                                 stylePixel(), false);
        const QRectF words = row.words.translated(rect.left(), top);
        const Type type = row.heading ? Type::Strong : Type::Small;
        const Canvas::Scope item = canvas.element(paper::Role::Item);
        canvas.text({words.left(), words.center().y() + canvas.middleOf(type)}, type, row.text);
    }
}

} // namespace hk::report
