#pragma once

#include "paper/document.h"
#include "report/page.h"

namespace hk::report {

/// The map of a page in its neatline, with a band of SWEREF 99 TM coordinates around it where it is to have one.
class MapPart : public paper::Part {
public:
    enum class Band { None, Coordinates };
    /// `namesKeepOff`: ground (SWEREF 99 TM) that no name of the map covers; nor does one cover the words of an analysis.
    explicit MapPart(MapPagePtr page, Band band = Band::Coordinates, std::vector<QRectF> namesKeepOff = {});
    double height(double width, double room, const paper::Lettering& letters) const override;
    void paint(paper::Canvas& canvas, const QRectF& rect) const override;
    QString altText() const override;
    std::optional<paper::GeoFrame> geoFrame(const QRectF& rect) const override;

    /// The map within the frame of the part, millimetres.
    static QRectF mapRect(const QRectF& rect, Band band, double factor);
    /// The same map on another ground.
    paper::PartPtr withGround(std::shared_ptr<const map::Ground> ground) const;
    const MapPagePtr& page() const { return m_page; }

private:
    void paintMap(paper::Canvas& canvas, const QRectF& map) const;
    void paintGrid(paper::Canvas& canvas, const QRectF& border, const QRectF& map) const;
    MapPagePtr m_page;
    Band m_band;
    std::vector<QRectF> m_namesKeepOff;
};

/// What the maps of a document show, in the order of sheets and frames.
std::vector<MapPagePtr> mapsOf(const paper::Document& document);

} // namespace hk::report
