#pragma once

#include "core/result.h"
#include "exchange/osm_classes.h"

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace hk::exchange {

/// One feature of a vector map on its way into the file.
struct MapRow {
    MapTheme theme = MapTheme::Landcover;
    std::uint32_t order = 0;  ///< those of a theme are drawn by this, lowest first; 24 bits
    double x = 0.0;           ///< the middle, Web Mercator; those of one order lie together by place
    double y = 0.0;
    std::string featureClass;
    std::string name = {};
    std::string ref = {};
    std::string street = {};  ///< of addresses
    std::string number = {};
    int level = 0;
    int rank = 0;             ///< of places; 0: none
    std::vector<unsigned char> wkb; ///< EPSG:3857
    double area = 0.0;        ///< of polygons, square metres on the ground
    double span = 0.0;        ///< the longer side of the bounding box, Web Mercator metres
};

/// Holds any number of rows on disk, and gives them back in drawing order; in memory it takes 24 bytes a row. The file has no
/// name as soon as it is made, or goes with its folder. One thread.
class MapRows {
public:
    /// Error FileNotWritable.
    static Result<MapRows> create(const QString& folder);
    MapRows(MapRows&&) noexcept;
    MapRows& operator=(MapRows&&) noexcept;
    ~MapRows();

    /// Error DiskFull.
    Result<void> add(const MapRow& row);
    /// To be called after the last add and before the first row(). DiskFull, FileNotReadable.
    Result<void> sort();
    std::size_t count(MapTheme theme) const;
    /// The row at a place in drawing order.
    MapRow row(MapTheme theme, std::size_t index) const;

private:
    struct Impl;
    explicit MapRows(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// Distance along the Hilbert curve over the square of Web Mercator, 40 bits: near numbers lie near each other (Hilbert 1891,
/// "Ueber die stetige Abbildung einer Linie auf ein Flächenstück").
std::uint64_t hilbertDistance(double x, double y);

} // namespace hk::exchange
