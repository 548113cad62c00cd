#include "report/map_part.h"

#include "map/label_layout.h"
#include "map/scene_renderer.h"
#include "map/study_painter.h"
#include "paper/canvas.h"
#include "report/legend.h"
#include "report/map_scale.h"
#include "report/page_words.h"
#include "report/paper_density.h"
#include "report/searchable_names.h"
#include "report/translated.h"

namespace hk::report {

namespace {

using paper::Align;
using paper::Canvas;
using paper::Type;
namespace ink = paper::ink;

constexpr double bandWidth = 3.6; ///< of the coordinates, at factor 1
constexpr double frameLine = 0.25;
constexpr double tickLength = 1.8;
constexpr double crossLength = 1.6;

/// Over the middle of the map, where there is nothing to be seen on it.
void paintNotice(Canvas& canvas, const QRectF& map, const QString& text)
{
    const double f = canvas.factor();
    const QString shown = canvas.letters().elided(Type::TitleSmall, text, map.width() * 0.8);
    QRectF box(0, 0, canvas.letters().width(Type::TitleSmall, shown) + 10 * f, 11 * f);
    box.moveCenter(map.center());
    canvas.painter().fillRect(box, Qt::white);
    canvas.rectangle(box, frameLine, ink::grey);
    canvas.text({box.center().x(), box.center().y() + canvas.middleOf(Type::TitleSmall)}, Type::TitleSmall,
                shown, ink::black, Align::Centre);
}

QString coordinate(const MapPage& page, const QString& axis, double metres)
{
    return QStringLiteral("%1 %2").arg(axis, number(page, metres, 0));
}

} // namespace

MapPart::MapPart(MapPagePtr page, Band band, std::vector<QRectF> namesKeepOff)
    : m_page(std::move(page))
    , m_band(band)
    , m_namesKeepOff(std::move(namesKeepOff))
{}

double MapPart::height(double, double room, const paper::Lettering&) const
{
    return room;
}

QRectF MapPart::mapRect(const QRectF& rect, Band band, double factor)
{
    const double by = band == Band::None ? 0.0 : bandWidth * factor;
    return rect.adjusted(by, by, -by, -by);
}

std::optional<paper::GeoFrame> MapPart::geoFrame(const QRectF& rect) const
{
    const QRectF map = mapRect(rect, m_band, letterFactor(*m_page));
    return paper::GeoFrame{map, groundOf(*m_page, map)};
}

paper::PartPtr MapPart::withGround(std::shared_ptr<const map::Ground> ground) const
{
    auto page = std::make_shared<MapPage>(*m_page);
    page->scene.ground = std::move(ground);
    return std::make_shared<MapPart>(std::move(page), m_band, m_namesKeepOff);
}

QString MapPart::altText() const
{
    const HeadWords words = headWords(*m_page);
    QStringList facts{words.title, words.period, words.filter, words.counts};
    facts.removeAll(QString());
    return Tr::tr("Map at 1:%1: %2", "scale, what it shows").arg(number(*m_page, m_page->scale, 0), facts.join(QStringLiteral(", ")));
}

void MapPart::paint(Canvas& canvas, const QRectF& rect) const
{
    const QRectF neatline = mapRect(rect, m_band, canvas.factor());
    paintMap(canvas, neatline);
    if (m_band == Band::Coordinates)
        paintGrid(canvas, rect, neatline);
    else
        canvas.rectangle(neatline, frameLine, ink::black);
}

void MapPart::paintMap(Canvas& canvas, const QRectF& neatline) const
{
    const MapPage& page = *m_page;
    QPainter& painter = canvas.painter();
    painter.save();
    painter.setClipRect(neatline, Qt::IntersectClip);
    painter.setRenderHint(QPainter::LosslessImageRendering);
    const auto viewport = viewportOf(page, neatline, 1.0);
    map::MapScene scene = page.scene;
    std::vector<QRectF> kept = m_namesKeepOff;
    if (scene.study) {
        scene.studyDrawing = std::make_shared<const map::StudyDrawing>(scene.study, viewport.plane);
        for (const QRectF& box : scene.studyDrawing->labelBoxes(viewport))
            kept.push_back(QRectF(viewport.toPlane(box.bottomLeft()), viewport.toPlane(box.topRight())).normalized());
    }
    // Placed for this frame: no name is cut by it.
    scene.labels = map::LabelLayout::make(scene.ground, scene.style, viewport, viewport.planeRect(), {}, kept);
    if (page.density) {
        const QRectF ground = groundOf(page, neatline);
        scene.heatmap = page.density->of(scene.heatmap, {ground.left(), ground.top(), ground.right(), ground.bottom()},
                                         page.scale);
    }
    map::paintScene(painter, scene, viewport);
    paintSearchableNames(painter, *scene.labels, viewport);
    painter.restore();
    if (const QString nothing = noticeOf(page); !nothing.isEmpty())
        paintNotice(canvas, neatline, nothing);
}

void MapPart::paintGrid(Canvas& canvas, const QRectF& border, const QRectF& neatline) const
{
    const MapPage& page = *m_page;
    const double f = canvas.factor();
    const double halfBand = bandWidth * f / 2;
    const auto viewport = viewportOf(page, neatline, 1.0);
    const QRectF ground = groundOf(page, neatline);
    const double step = gridStep(page.scale);
    const std::vector<double> eastings = gridValues(ground.left(), ground.right(), step);
    const std::vector<double> northings = gridValues(ground.top(), ground.bottom(), step);
    const auto fits = [&](double at, double low, double high, const QString& text) {
        const double half = canvas.letters().width(Type::Tiny, text) / 2;
        return at - half >= low && at + half <= high;
    };

    for (const double easting : eastings) {
        const double x = viewport.toDevice({easting, ground.top()}).x();
        for (const double northing : northings) {
            const double y = viewport.toDevice({easting, northing}).y();
            canvas.line({x - crossLength / 2, y}, {x + crossLength / 2, y}, 0.15, ink::grey);
            canvas.line({x, y - crossLength / 2}, {x, y + crossLength / 2}, 0.15, ink::grey);
        }
        canvas.line({x, neatline.top()}, {x, neatline.top() + tickLength}, 0.2, ink::black);
        canvas.line({x, neatline.bottom() - tickLength}, {x, neatline.bottom()}, 0.2, ink::black);
        const QString text = coordinate(page, QStringLiteral("E"), easting);
        if (!fits(x, border.left(), border.right(), text))
            continue;
        for (const double middle : {neatline.top() - halfBand, neatline.bottom() + halfBand})
            canvas.text({x, middle + canvas.middleOf(Type::Tiny)}, Type::Tiny, text, ink::grey,
                        Align::Centre);
    }
    for (const double northing : northings) {
        const double y = viewport.toDevice({ground.left(), northing}).y();
        canvas.line({neatline.left(), y}, {neatline.left() + tickLength, y}, 0.2, ink::black);
        canvas.line({neatline.right() - tickLength, y}, {neatline.right(), y}, 0.2, ink::black);
        const QString text = coordinate(page, QStringLiteral("N"), northing);
        if (!fits(y, border.top(), border.bottom(), text))
            continue;
        for (const double middle : {neatline.left() - halfBand, neatline.right() + halfBand})
            canvas.upwards({middle, y}, Type::Tiny, text, ink::grey);
    }
    canvas.rectangle(neatline, frameLine, ink::black);
    canvas.rectangle(border, frameLine, ink::black);
}

std::vector<MapPagePtr> mapsOf(const paper::Document& document)
{
    std::vector<MapPagePtr> maps;
    for (const paper::Sheet& sheet : document.sheets)
        for (const paper::Frame& frame : sheet.frames)
            if (const auto* map = dynamic_cast<const MapPart*>(frame.part.get()))
                maps.push_back(map->page());
    return maps;
}

} // namespace hk::report
