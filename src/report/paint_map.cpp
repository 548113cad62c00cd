#include "map/label_layout.h"
#include "map/scene_renderer.h"
#include "report/map_scale.h"
#include "report/page_parts.h"
#include "report/paper_density.h"
#include "report/searchable_names.h"

namespace hk::report {

namespace {

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

void paintMap(Canvas& canvas, const MapPage& page, const PageLayout& layout)
{
    QPainter& painter = canvas.painter();
    painter.save();
    painter.setClipRect(layout.map, Qt::IntersectClip);
    painter.setRenderHint(QPainter::LosslessImageRendering);
    const map::MapViewport viewport = viewportOf(page, layout.map, 1.0);
    map::MapScene scene = page.scene;
    // Placed for this frame: no name is cut by it.
    scene.labels = map::LabelLayout::make(scene.ground, scene.style, viewport, viewport.planeRect());
    if (page.density) {
        const QRectF ground = groundOf(page, layout.map);
        scene.heatmap = page.density->of(scene.heatmap, {ground.left(), ground.top(), ground.right(), ground.bottom()},
                                         page.scale);
    }
    map::paintScene(painter, scene, viewport);
    paintSearchableNames(painter, *scene.labels, viewport);
    painter.restore();
    if (!layout.words.nothing.isEmpty())
        paintNotice(canvas, layout.map, layout.words.nothing);
}

void paintGrid(Canvas& canvas, const MapPage& page, const PageLayout& layout)
{
    const QRectF& map = layout.map;
    const double f = canvas.factor();
    const double halfBand = metric::band * f / 2;
    const map::MapViewport viewport = viewportOf(page, map, 1.0);
    const QRectF ground = groundOf(page, map);
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
        canvas.line({x, map.top()}, {x, map.top() + tickLength}, 0.2, ink::black);
        canvas.line({x, map.bottom() - tickLength}, {x, map.bottom()}, 0.2, ink::black);
        const QString text = coordinate(page, QStringLiteral("E"), easting);
        if (!fits(x, layout.border.left(), layout.border.right(), text))
            continue;
        for (const double middle : {map.top() - halfBand, map.bottom() + halfBand})
            canvas.text({x, middle + canvas.middleOf(Type::Tiny)}, Type::Tiny, text, ink::grey,
                        Align::Centre);
    }
    for (const double northing : northings) {
        const double y = viewport.toDevice({ground.left(), northing}).y();
        canvas.line({map.left(), y}, {map.left() + tickLength, y}, 0.2, ink::black);
        canvas.line({map.right() - tickLength, y}, {map.right(), y}, 0.2, ink::black);
        const QString text = coordinate(page, QStringLiteral("N"), northing);
        if (!fits(y, layout.border.top(), layout.border.bottom(), text))
            continue;
        for (const double middle : {map.left() - halfBand, map.right() + halfBand})
            canvas.upwards({middle, y}, Type::Tiny, text, ink::grey);
    }
    canvas.rectangle(map, frameLine, ink::black);
    canvas.rectangle(layout.border, frameLine, ink::black);
}

} // namespace hk::report
