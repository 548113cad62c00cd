#pragma once

#include "map/basemap.h"
#include "map/name_index.h"

#include <optional>
#include <stop_token>

namespace hk::map {

struct PlaceHit {
    QString name;
    QString featureClass; ///< of the basemap feature
    BasemapTheme theme;
    Sweref99 position;    ///< a point on the street or in the place
    double extentRadius;  ///< metres: how far the named thing reaches from the position
    int score = 0;        ///< higher is better
    QString detail = {};  ///< the neighbourhood or the layer it lies in; may be empty
    bool isAddress = false;
    double distance = 0;  ///< metres from where was asked
};

/// What stands nearest to a position.
struct NearbyNames {
    QString address;            ///< with its number: "Brogatan 12"; empty where none is within 60 m
    double addressDistance = 0; ///< metres
    QString street;             ///< without: of that address, else the nearest within 100 m
    double streetDistance = 0;
    QString place;              ///< the nearest telling place within 300 m, else the neighbourhood
    double placeDistance = 0;   ///< 0 of a neighbourhood
};

/// Names of the map found while typing, and names of positions, from one or several sources: the map in memory, and indexes
/// of a background map and of layers. Beginning of any word first, then inside, then one typing error; å ä ö are letters of
/// their own, accents are folded, case is ignored; a thing that several sources know is named once. A source that fails is
/// as if it were not there. Copies share their sources. Thread-safe.
class PlaceSearch {
public:
    explicit PlaceSearch(std::shared_ptr<const Basemap> basemap);
    /// The indexes searched besides the map in memory; for all copies.
    void setIndexes(std::vector<std::shared_ptr<const NameIndex>> indexes) const;
    bool hasIndexes() const;

    /// All sources: some milliseconds each. Stopped: nothing.
    std::vector<PlaceHit> find(const QString& text, const Sweref99& near, std::size_t limit = 12,
                               std::stop_token stop = {}) const;
    /// The map in memory alone: answers at once.
    std::vector<PlaceHit> findInMemory(const QString& text, const Sweref99& near, std::size_t limit = 12) const;
    /// Exact name (case-insensitive), best class first; for imports.
    std::optional<PlaceHit> exact(const QString& name) const;
    /// The most telling named place for a position: a landmark, square or building within about 60 m, else the nearest
    /// named street, else the nearest place; empty where nothing is within 1 km.
    QString nameAt(const Sweref99& position) const;
    /// The nearest address, street and telling place. A house number may point at somebody's home: it is for the eyes of the
    /// one who looks at the map and does not belong in what is stored or given away unasked.
    NearbyNames nearestAddress(const Sweref99& position) const;

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

} // namespace hk::map
