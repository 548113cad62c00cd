#include "map/ground_painter.h"

#include "map/basemap_painter.h"
#include "map/tone.h"

#include <QPainter>
#include <algorithm>
#include <optional>

namespace hk::map {

namespace {

// No line is wider than twice this on a screen-sized map.
constexpr double mostReach = 100;

/// How far a style draws beyond a shape at most, style pixels.
double reachOf(const MapStyle& style, double zoom)
{
    double reach = 1;
    for (const MapStyle::LineRule& rule : style.lines())
        reach = std::max(reach, MapStyle::interpolate(rule.width, zoom) / 2 + 2 * MapStyle::interpolate(rule.casingWidth, zoom));
    for (const MapStyle::PointRule& rule : style.points())
        reach = std::max(reach, 0.7 * MapStyle::interpolate(rule.size, zoom));
    return std::min(mostReach, reach + 2);
}

QRectF rectAround(const MapViewport& viewport, const MapStyle& style)
{
    const double margin = reachOf(style, viewport.zoom()) * viewport.stylePixel / viewport.unitsPerMetre;
    return viewport.planeRect().adjusted(-margin, -margin, margin, margin);
}

void paintPicture(QPainter& painter, const GroundSheet& sheet, const MapViewport& viewport)
{
    const GroundPicture& picture = *sheet.picture;
    if (picture.plane != viewport.plane || picture.image.isNull())
        return;
    QImage image = picture.image;
    applyTone(image, sheet.tone);
    const QRectF target(viewport.toDevice({picture.bounds.left(), picture.bounds.bottom()}),
                        viewport.toDevice({picture.bounds.right(), picture.bounds.top()}));
    painter.save();
    painter.setOpacity(painter.opacity() * sheet.opacity);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(target, image, QRectF(image.rect()));
    painter.restore();
}

} // namespace

std::shared_ptr<const MapStyle> styleOf(const Ground& ground, std::size_t sheet, const std::shared_ptr<const MapStyle>& look)
{
    const GroundSheet& which = ground.sheets[sheet];
    const auto& own = which.style ? which.style : look;
    const QColor under = sheet == 0 && look ? look->background() : QColor();
    return toned(own, which.tone, which.opacity, under);
}

QColor groundColour(const Ground* ground, const MapStyle* look)
{
    const QColor otherwise = look != nullptr ? look->background() : QColor(Qt::white);
    if (ground == nullptr || ground->sheets.empty())
        return otherwise;
    const GroundSheet& lowest = ground->sheets.front();
    if (!lowest.features || !lowest.ground)
        return otherwise;
    const std::shared_ptr<const MapStyle> seen(std::shared_ptr<void>(), look);
    const auto style = styleOf(*ground, 0, seen);
    return style ? style->background() : otherwise;
}

Result<void> paintSheets(QPainter& painter, const Ground& ground, const std::shared_ptr<const MapStyle>& look,
                         const MapViewport& viewport, std::size_t first, std::size_t last, std::stop_token stop)
{
    std::optional<Error> failed;
    for (std::size_t i = first; i < last; ++i) {
        const GroundSheet& sheet = ground.sheets[i];
        if (!sheet.ground)
            continue;
        if (sheet.picture)
            paintPicture(painter, sheet, viewport);
        const auto style = sheet.features ? styleOf(ground, i, look) : nullptr;
        if (!style)
            continue;
        const auto found = sheet.features->features(rectAround(viewport, *style), viewport.plane, viewport.zoom(), stop);
        if (found)
            paintBasemap(painter, **found, *style, viewport);
        else if (!failed)
            failed = found.error();
    }
    if (failed)
        return tl::unexpected<Error>(*failed);
    return {};
}

Result<void> paintGround(QPainter& painter, const Ground& ground, const std::shared_ptr<const MapStyle>& look,
                         const MapViewport& viewport, std::stop_token stop)
{
    painter.fillRect(viewport.target, groundColour(&ground, look.get()));
    return paintSheets(painter, ground, look, viewport, 0, ground.sheets.size(), std::move(stop));
}

} // namespace hk::map
