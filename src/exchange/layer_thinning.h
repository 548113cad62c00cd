#pragma once

#include <QtGlobal>
#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <vector>

namespace hk::exchange {

/// A coarser copy of a layer, for zoom levels (of a 512-px pyramid) under `belowZoom`.
struct LayerLevel {
    double belowZoom = 0;
    double tolerance = 0; ///< of simplified shapes, Web Mercator metres: half a pixel at belowZoom
};

/// Chooses what the coarser copies of a layer keep, so that a view at any zoom reads no more than it can show. A square of some
/// pixels keeps, of what is smaller, the feature that is drawn last: the one that would be seen. What is larger is kept unless
/// squares of its own size are filled with such. Each copy is a part of the next finer one; one that would be hardly smaller is
/// left out. In memory it takes 16 bytes a feature, and at most as much again while it chooses.
class LayerThinning {
public:
    /// The next feature in drawing order: west and south edge, longer side (Web Mercator metres), dimension (0–2) and vertices.
    void add(double west, double south, double size, int dimension, std::size_t vertices);
    /// The copies, from the large scales to the small ones; none of a small layer. What is chosen is undefined after a stop.
    std::vector<LayerLevel> choose(const std::stop_token& stop);
    /// In how many of the copies, counted from the large scales, the feature is (numbered from 0 as it was added).
    std::size_t copiesOf(std::size_t feature) const { return m_copies[feature]; }

private:
    struct Feature {
        std::uint32_t x; ///< parts of the plane's width
        std::uint32_t y;
        float size;
        std::uint32_t vertices : 30;
        std::uint32_t dimension : 2;
    };
    struct Trial {
        std::size_t rows = 0;
        double vertices = 0; ///< about, once simplified
        bool pays = false;
    };
    Trial tryLevel(double zoom, double tolerance, std::uint8_t finer, const Trial& before);

    std::vector<Feature> m_features;
    std::vector<std::uint8_t> m_copies;
};

} // namespace hk::exchange
