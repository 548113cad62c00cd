#pragma once

#include "map/scene.h"

#include <QImage>
#include <array>
#include <functional>
#include <mutex>
#include <span>
#include <unordered_map>

namespace hk::map {

/// A single incident or a cluster, by its place in the plane.
struct Marker {
    QPointF position;         ///< plane metres; of a cluster the mean
    std::uint32_t first = 0;  ///< in MarkerSet::entries
    std::uint32_t count = 0;
    std::array<std::uint32_t, categoryGroupCount> groups{}; ///< incidents by category group
};

/// Incidents known only to one and the same area.
struct AreaMarker {
    QPointF position;            ///< a point inside
    double radius = 0;           ///< ground metres; the circle, or how far the ring reaches from the position
    std::vector<QPointF> ring;   ///< plane metres; empty: the circle
    std::vector<std::uint32_t> entries;
    std::array<std::uint32_t, categoryGroupCount> groups{};
};

/// The tag of one area, or of several whose tags would overlap.
struct AreaTag {
    QPointF position;                 ///< plane metres; the mean of their incidents, moved aside where a cluster lies
    std::vector<std::uint32_t> areas; ///< in MarkerSet::areas
    std::uint32_t count = 0;          ///< incidents
};

/// Pictures of markers for a screen, drawn when first asked for; those that have not been asked for longest go when there are
/// very many. Thread-safe.
class MarkerPictures {
public:
    QImage get(std::size_t index, double pixelRatio, const std::function<QImage()>& draw);
    static constexpr std::size_t most = 2400; ///< kept at a time: some 15 MB at one device pixel to a style pixel
    std::size_t size() const;

private:
    using Pictures = std::unordered_map<std::size_t, QImage>;
    QImage keep(std::size_t index, const QImage& picture);

    mutable std::mutex m_mutex;
    double m_pixelRatio = 0;
    Pictures m_recent;
    Pictures m_older; ///< those asked for since go back to m_recent; the others go when that is full
};

/// The markers of a layer at a zoom. Gathered in cells that are fixed in the plane over the whole layer, so that panning
/// changes nothing, and for half steps of zoom. An entry is an index into IncidentLayer::rows().
struct MarkerSet {
    std::vector<Marker> markers;
    std::vector<AreaMarker> areas;
    std::vector<AreaTag> tags; ///< together hold each area once
    std::vector<std::uint32_t> entries;
    std::shared_ptr<MarkerPictures> pictures = std::make_shared<MarkerPictures>();
    std::span<const std::uint32_t> entriesOf(const Marker& marker) const
    {
        return {entries.data() + marker.first, marker.count};
    }
};

/// Style pixels across a single symbol.
inline constexpr double symbolDiameter = 20.0;
/// Style pixels from top to bottom of the tag of an area.
inline constexpr double tagHeight = 17.0;
/// Style pixels from side to side of a tag with so many letters or digits.
double tagWidth(std::size_t letters);
/// Style pixels from the middle of a cluster to its rim: grows slowly with its number.
double clusterRadius(std::size_t count);

/// The half step of zoom that markers are gathered for.
int halfStepOf(double zoom);

/// The areas of a layer, each once with all its incidents.
std::vector<AreaMarker> areaMarkers(const IncidentLayer& layer, Plane plane);

/// The entries of a layer so that neighbours in the plane stand close together (Z-order curve): what is gathered does not
/// depend on the order of the rows, and memory is read in runs.
std::vector<std::uint32_t> spatialOrder(const std::vector<QPointF>& points);

/// Gathers what would overlap when a style pixel is `pixel` plane metres and `groundPixel` ground metres. Areas smaller
/// than a symbol are gathered with the rest; the tags of the larger ones are gathered among themselves in the same way.
MarkerSet gatherMarkers(const IncidentLayer& layer, Plane plane, const std::vector<AreaMarker>& areas,
                        const std::vector<std::uint32_t>& order, double pixel, double groundPixel);

} // namespace hk::map
