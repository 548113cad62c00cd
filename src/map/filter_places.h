#pragma once

#include "core/place_filter.h"
#include "map/viewport.h"

#include <QPointF>
#include <QRectF>
#include <array>
#include <memory>
#include <vector>

class QPainter;

namespace hk::map {

/// What a filter chose by place, made ready to be outlined: the chosen areas of a file, and the ground within a distance of the
/// places of another. Projected and traced once, so that a frame only scales it. Immutable; thread-safe.
class FilterPlaces {
public:
    /// Null where neither filter is active. Some tens of milliseconds for some thousand places: for workers.
    static std::shared_ptr<const FilterPlaces> of(const ZoneFilter& zones, const NearFilter& near);

    /// Whether it is of these filters.
    bool isOf(const ZoneFilter& zones, const NearFilter& near) const { return m_zones == zones && m_near == near; }
    /// Soft fill and outline of the areas, and of the ground near the places as one shape: where two circles meet there is no
    /// line between them. The distance is that of the middle of the view. Expects a clip set.
    void paint(QPainter& painter, const MapViewport& viewport) const;
    /// Line pieces of the edge of the ground near the places, SWEREF 99 TM; empty where there are so many places that it is
    /// only filled.
    const std::vector<std::vector<QPointF>>& edge() const { return m_edge[0].parts; }

private:
    FilterPlaces(const ZoneFilter& zones, const NearFilter& near);

    /// Lines or rings in one plane, with what each covers.
    struct Shapes {
        std::vector<std::vector<QPointF>> parts;
        std::vector<QRectF> bounds;
    };
    /// The rings of one polygon belong together: `firstRing` of each, and the end.
    struct Areas {
        Shapes rings;
        std::vector<std::size_t> firstRing;
    };
    static Shapes shapesOf(std::vector<std::vector<QPointF>> parts);
    static Shapes inMercator(const Shapes& sweref);
    void paintAreas(QPainter& painter, const MapViewport& viewport) const;
    void paintReach(QPainter& painter, const MapViewport& viewport) const;

    ZoneFilter m_zones;
    NearFilter m_near;
    // By plane: SWEREF 99 TM, Web Mercator.
    std::array<Areas, 2> m_areas;
    std::array<Shapes, 2> m_lines;
    std::array<Shapes, 2> m_edge;
};

/// A box as paint() draws areas (`reach` false), or a disc as it draws the ground near a place.
void paintPlacesSign(QPainter& painter, const QRectF& rect, bool reach, double pixel, bool dark);

} // namespace hk::map
