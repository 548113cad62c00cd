#pragma once

#include "map/basemap.h"

#include <optional>

namespace hk::map {

struct PlaceHit {
    QString name;
    QString featureClass; ///< of the basemap feature
    BasemapTheme theme;
    Sweref99 position;    ///< a point on the street or in the place
    double extentRadius;  ///< metres: how far the named thing reaches from the position
    int score = 0;        ///< higher is better
};

/// Names of the basemap found while typing: prefix of any word first, then inside, then one typing error; å ä ö are
/// letters of their own, accents are folded, case is ignored. Thread-safe.
class PlaceSearch {
public:
    explicit PlaceSearch(std::shared_ptr<const Basemap> basemap);
    std::vector<PlaceHit> find(const QString& text, const Sweref99& near, std::size_t limit = 12) const;
    /// Exact name (case-insensitive), best class first; for imports.
    std::optional<PlaceHit> exact(const QString& name) const;
    /// The most telling named place for a position: a landmark, square or building within about 60 m, else the nearest
    /// named street, else the nearest place; empty where nothing is within 1 km.
    QString nameAt(const Sweref99& position) const;

private:
    struct Entry;
    std::shared_ptr<const Basemap> m_basemap;
    std::shared_ptr<const std::vector<Entry>> m_entries;
};

} // namespace hk::map
