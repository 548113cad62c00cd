#include "exchange/layer_file.h"

#include "core/sweden.h"
#include "exchange/layer_stream.h"
#include "geo/transform.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hk::exchange {
namespace {

constexpr Sweref99 hub{322112.0, 6394286.0}; // Mölndals bro

struct Candidate {
    const char* crs;
    const char* name;
};
/// The better known first: of two that land at the same place the first counts.
constexpr std::array candidates{
    Candidate{"EPSG:4326", "WGS 84"},
    Candidate{"EPSG:3006", "SWEREF 99 TM"},
    Candidate{"EPSG:3007", "SWEREF 99 12 00"},
    Candidate{"EPSG:3008", "SWEREF 99 13 30"},
    Candidate{"EPSG:3012", "SWEREF 99 14 15"},
    Candidate{"EPSG:3009", "SWEREF 99 15 00"},
    Candidate{"EPSG:3013", "SWEREF 99 15 45"},
    Candidate{"EPSG:3010", "SWEREF 99 16 30"},
    Candidate{"EPSG:3014", "SWEREF 99 17 15"},
    Candidate{"EPSG:3011", "SWEREF 99 18 00"},
    Candidate{"EPSG:3015", "SWEREF 99 18 45"},
    Candidate{"EPSG:3016", "SWEREF 99 20 15"},
    Candidate{"EPSG:3017", "SWEREF 99 21 45"},
    Candidate{"EPSG:3018", "SWEREF 99 23 15"},
    Candidate{"EPSG:3021", "RT 90 2,5 gon V"},
    Candidate{"EPSG:3857", "Web Mercator"},
};

} // namespace

std::vector<CrsGuess> guessCrs(double x, double y)
{
    std::vector<CrsGuess> guesses;
    if (!std::isfinite(x) || !std::isfinite(y))
        return guesses;
    const geo::Sweref99Transform transform;
    const bool degrees = std::abs(x) <= 180 && std::abs(y) <= 90;
    for (const Candidate& candidate : candidates) {
        if (degrees != (&candidate == &candidates.front()))
            continue; // metres near the origin of a system are a drawing, not a place
        const auto to = geo::CrsTransform::create(QString::fromLatin1(candidate.crs), QStringLiteral("EPSG:3006"));
        if (!to)
            continue;
        double easting = x;
        double northing = y;
        to->forward({&easting, 1}, {&northing, 1});
        const Sweref99 position{easting, northing};
        if (!isInSweden(position))
            continue;
        guesses.push_back({QString::fromLatin1(candidate.crs), QString::fromUtf8(candidate.name),
                           transform.toLonLat(position), std::hypot(easting - hub.easting, northing - hub.northing)});
    }
    std::stable_sort(guesses.begin(), guesses.end(),
                     [](const CrsGuess& a, const CrsGuess& b) { return a.metresFromHub < b.metresFromHub; });
    return guesses;
}

Result<LayerFileInfo> inspectLayerFile(const QString& path, std::stop_token stop)
{
    Result<std::unique_ptr<LayerDataset>> dataset = openLayerDataset(path);
    if (!dataset)
        return tl::unexpected(dataset.error());
    LayerFileInfo info;
    info.path = path;
    info.format = (*dataset)->format();
    info.kind = (*dataset)->kind();
    info.isTable = (*dataset)->isTable();
    info.attribution = (*dataset)->attribution();
    if (info.kind != LayerFileKind::Vector)
        return info;
    for (const QString& name : (*dataset)->layers()) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        const Result<std::unique_ptr<LayerStream>> stream = (*dataset)->stream(name, stop);
        if (!stream)
            return tl::unexpected(stream.error());
        if ((*stream)->info().geometry != LayerGeometry::None)
            info.layers.push_back((*stream)->info());
    }
    if (info.layers.empty())
        return fail(ErrorCode::NoColumnsForPosition, {path});
    std::stable_partition(info.layers.begin(), info.layers.end(), [](const LayerInfo& layer) { return layer.placed; });
    return info;
}

} // namespace hk::exchange
