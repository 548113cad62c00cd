#include "report/page_ground.h"

#include "report/map_part.h"
#include "tiles/open_source.h"

#include <algorithm>

namespace hk::report {

namespace {

constexpr double picturesPerInch = 200.0;
constexpr double metresPerInch = 0.0254;

const MapPart* mapOf(const paper::Frame& frame)
{
    return dynamic_cast<const MapPart*>(frame.part.get());
}

bool needsPictures(const MapPage& page)
{
    const auto missing = [](const map::GroundSheet& sheet) { return sheet.tiles && !sheet.picture; };
    return page.scene.ground && std::any_of(page.scene.ground->sheets.begin(), page.scene.ground->sheets.end(), missing);
}

/// Each frame with a map that has a ground; the function gives back the ground that it is to have.
template <typename Change> void eachMap(paper::Document& document, const Change& change)
{
    for (paper::Sheet& sheet : document.sheets)
        for (paper::Frame& frame : sheet.frames) {
            const MapPart* map = mapOf(frame);
            if (!map || !map->page()->scene.ground)
                continue;
            if (auto ground = change(*map, frame); ground && ground != map->page()->scene.ground)
                frame.part = map->withGround(std::move(ground));
        }
}

std::shared_ptr<const map::Ground> withoutPictures(const map::Ground& ground, const std::shared_ptr<const map::FeatureSource>& standIn)
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

/// Features are read once, for they may fail.
Result<void> readFeatures(const map::Ground& ground, const QRectF& frame, const std::stop_token& stop)
{
    for (const map::GroundSheet& sheet : ground.sheets) {
        if (!sheet.features)
            continue;
        constexpr double closest = 16.0; // the most that a style may draw
        if (const auto read = sheet.features->features(frame, map::Plane::Sweref99Tm, closest, stop); !read)
            return tl::unexpected(read.error());
    }
    return {};
}

} // namespace

bool needsPictures(const paper::Document& document)
{
    return std::any_of(document.sheets.begin(), document.sheets.end(), [](const paper::Sheet& sheet) {
        return std::any_of(sheet.frames.begin(), sheet.frames.end(), [](const paper::Frame& frame) {
            const MapPart* map = mapOf(frame);
            return map && needsPictures(*map->page());
        });
    });
}

Result<paper::Document> withGround(paper::Document document, std::stop_token stop, const std::function<void(double)>& progress)
{
    int maps = 0;
    eachMap(document, [&](const MapPart&, const paper::Frame&) -> std::shared_ptr<const map::Ground> {
        ++maps;
        return nullptr;
    });
    std::optional<Error> fault;
    int done = 0;
    eachMap(document, [&](const MapPart& map, const paper::Frame& frame) -> std::shared_ptr<const map::Ground> {
        const MapPage& page = *map.page();
        if (fault)
            return nullptr;
        const QRectF ground = map.geoFrame(frame.rect)->ground;
        if (const auto read = readFeatures(*page.scene.ground, ground, stop); !read) {
            fault = read.error();
            return nullptr;
        }
        const int before = done++;
        if (!needsPictures(page))
            return nullptr;
        const double pixel = page.scale * metresPerInch / picturesPerInch;
        auto pictured = tiles::withPictures(*page.scene.ground, map::Plane::Sweref99Tm, ground, pixel, stop, [&](double share) {
            if (progress)
                progress((before + share) / maps);
        });
        if (!pictured) {
            fault = pictured.error();
            return nullptr;
        }
        return std::make_shared<const map::Ground>(std::move(*pictured));
    });
    if (fault)
        return tl::unexpected(*fault);
    return document;
}

paper::Document withoutPictures(paper::Document document, const std::shared_ptr<const map::FeatureSource>& standIn)
{
    eachMap(document, [&](const MapPart& map, const paper::Frame&) -> std::shared_ptr<const map::Ground> {
        return needsPictures(*map.page()) ? withoutPictures(*map.page()->scene.ground, standIn) : nullptr;
    });
    return document;
}

bool takePictures(paper::Document& document, const paper::Document& from)
{
    bool all = true;
    eachMap(document, [&](const MapPart& map, const paper::Frame& frame) -> std::shared_ptr<const map::Ground> {
        if (!needsPictures(*map.page()))
            return nullptr;
        for (const paper::Sheet& sheet : from.sheets)
            for (const paper::Frame& other : sheet.frames) {
                const MapPart* same = mapOf(other);
                if (same && other.id == frame.id && !needsPictures(*same->page()) &&
                    same->geoFrame(other.rect)->ground == map.geoFrame(frame.rect)->ground)
                    return same->page()->scene.ground;
            }
        all = false;
        return nullptr;
    });
    return all;
}

} // namespace hk::report
