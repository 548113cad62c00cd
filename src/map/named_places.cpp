#include "map/named_places.h"

#include "map/basemap.h"
#include "map/gpkg_features.h"
#include "map/ground.h"
#include "map/name_text.h"

#include <QCollator>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace hk::map {

namespace {

/// One point of the map with its name.
struct Named {
    QString key; ///< folded
    QString name;
    Sweref99 position;
};

bool isOfKind(const BasemapFeature& feature, PlaceKind kind)
{
    if (feature.theme != BasemapTheme::Place || feature.sweref.empty())
        return false;
    const QString& what = feature.featureClass;
    return kind == PlaceKind::School ? what == QLatin1String("school") : what == QLatin1String("stop") || what == QLatin1String("station");
}

double apart(const Sweref99& a, const Sweref99& b)
{
    return std::hypot(a.easting - b.easting, a.northing - b.northing);
}

bool before(const Named& a, const Named& b)
{
    return std::tie(a.key, a.position.easting, a.position.northing, a.name) < std::tie(b.key, b.position.easting, b.position.northing, b.name);
}

/// The points [first, end) of one name as places, the westernmost first.
void addPlaces(const std::vector<Named>& all, std::size_t first, std::size_t end, std::vector<NamedPlace>& places)
{
    std::vector<bool> taken(end - first, false);
    int number = 0;
    for (std::size_t begin = first; begin < end; ++begin) {
        if (taken[begin - first])
            continue;
        NamedPlace place{++number == 1 ? all[begin].name : QStringLiteral("%1 (%2)").arg(all[begin].name).arg(number), {all[begin].position}};
        taken[begin - first] = true;
        for (std::size_t reached = 0; reached < place.points.size(); ++reached)
            for (std::size_t i = begin + 1; i < end; ++i)
                if (!taken[i - first] && apart(place.points[reached], all[i].position) <= onePlaceWithin) {
                    taken[i - first] = true;
                    place.points.push_back(all[i].position);
                }
        const auto order = [](const Sweref99& p) { return std::tie(p.easting, p.northing); };
        std::sort(place.points.begin(), place.points.end(), [&](const Sweref99& a, const Sweref99& b) { return order(a) < order(b); });
        place.points.erase(std::unique(place.points.begin(), place.points.end()), place.points.end());
        places.push_back(std::move(place));
    }
}

} // namespace

Result<std::vector<NamedPlace>> namedPlaces(const FeatureSource& source, PlaceKind kind, std::stop_token stop)
{
    std::vector<Named> all;
    const Result<void> read = source.eachNamed(
        Plane::Sweref99Tm,
        [&](const Basemap& some) -> Result<void> {
            for (const BasemapFeature& feature : some.features())
                if (!feature.name.isEmpty() && isOfKind(feature, kind))
                    all.push_back({foldedName(feature.name), feature.name, {feature.sweref.front().x(), feature.sweref.front().y()}});
            if (stop.stop_requested())
                return fail(ErrorCode::Cancelled);
            return {};
        },
        stop);
    if (!read)
        return tl::unexpected(read.error());
    std::sort(all.begin(), all.end(), before);
    std::vector<NamedPlace> places;
    for (std::size_t first = 0; first < all.size();) {
        std::size_t end = first;
        while (end < all.size() && all[end].key == all[first].key)
            ++end;
        addPlaces(all, first, end, places);
        first = end;
    }
    QCollator collator(QLocale(QLocale::Swedish));
    collator.setNumericMode(true);
    std::stable_sort(places.begin(), places.end(), [&](const NamedPlace& a, const NamedPlace& b) { return collator.compare(a.name, b.name) < 0; });
    return places;
}

Result<std::vector<NamedPlace>> namedPlaces(const Ground* ground, const FeatureSource* inMemory, PlaceKind kind, std::stop_token stop)
{
    if (ground != nullptr && !ground->sheets.empty())
        if (const auto* file = dynamic_cast<const GpkgFeatures*>(ground->sheets.front().features.get())) {
            auto places = namedPlaces(*file, kind, stop);
            if (!places || !places->empty())
                return places;
        }
    return inMemory != nullptr ? namedPlaces(*inMemory, kind, std::move(stop)) : std::vector<NamedPlace>();
}

} // namespace hk::map
