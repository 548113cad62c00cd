#include "report/page_ground.h"

#include "tiles/open_source.h"

#include <algorithm>

namespace hk::report {

namespace {

constexpr double picturesPerInch = 200.0;
constexpr double metresPerInch = 0.0254;

} // namespace

bool needsPictures(const MapPage& page)
{
    const auto missing = [](const map::GroundSheet& sheet) { return sheet.tiles && !sheet.picture; };
    return page.scene.ground && std::any_of(page.scene.ground->sheets.begin(), page.scene.ground->sheets.end(), missing);
}

Result<MapPage> withGround(MapPage page, std::stop_token stop, const std::function<void(double)>& progress)
{
    if (!page.scene.ground)
        return page;
    const QRectF frame = mapFrameSweref(page);
    for (const map::GroundSheet& sheet : page.scene.ground->sheets) {
        if (!sheet.features)
            continue;
        constexpr double closest = 16.0; // the most that a style may draw
        if (const auto read = sheet.features->features(frame, map::Plane::Sweref99Tm, closest, stop); !read)
            return tl::unexpected(read.error());
    }
    if (!needsPictures(page))
        return page;
    const double pixel = page.scale * metresPerInch / picturesPerInch;
    auto ground = tiles::withPictures(*page.scene.ground, map::Plane::Sweref99Tm, frame, pixel, stop, progress);
    if (!ground)
        return tl::unexpected(ground.error());
    page.scene.ground = std::make_shared<const map::Ground>(std::move(*ground));
    return page;
}

std::shared_ptr<const map::Ground> withoutPictures(const map::Ground& ground, std::shared_ptr<const map::FeatureSource> standIn)
{
    auto left = std::make_shared<map::Ground>();
    for (const map::GroundSheet& sheet : ground.sheets) {
        const bool namesOverPicture = sheet.features && !sheet.ground;
        if (!sheet.tiles && !namesOverPicture)
            left->sheets.push_back(sheet);
        else if (&sheet == &ground.sheets.front())
            left->sheets.push_back({.features = standIn});
    }
    return left;
}

} // namespace hk::report
