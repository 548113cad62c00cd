#pragma once

#include "map/basemap.h"

namespace hk::map {

/// Names of positions by the geometry of a map in memory.
class PlaceNamer {
public:
    struct Named {
        QString name;
        double distance = 0; ///< metres; 0 inside
    };
    explicit PlaceNamer(std::shared_ptr<const Basemap> basemap) : m_basemap(std::move(basemap)) {}

    /// A landmark, square, station or named building; an empty name where none is within reach (metres).
    Named tellingPlace(const Sweref99& position, double reach) const;
    Named street(const Sweref99& position, double reach) const;
    Named anyPlace(const Sweref99& position, double reach) const;
    /// Classes of places that tell where one is.
    static const QStringList& tellingClasses();

private:
    template <class Accept>
    Named nearest(std::initializer_list<BasemapTheme> themes, const Sweref99& position, double reach, Accept accept) const;

    std::shared_ptr<const Basemap> m_basemap;
};

} // namespace hk::map
