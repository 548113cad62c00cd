#pragma once

#include "geo/tile.h"
#include "map/ground.h"
#include "map/scene.h"

#include <QImage>
#include <QObject>
#include <memory>

namespace hk::map {

/// Renders 512-px basemap tiles (BasemapPart, without labels) on worker threads and keeps them. Lives on the thread that
/// asks; asking never waits. While a tile is missing its nearest parent stands in, and over that whatever of its children
/// is there.
class TileCache : public QObject {
    Q_OBJECT
public:
    explicit TileCache(QObject* parent = nullptr);
    ~TileCache() override;

    /// New basemap, style or device pixel ratio: all tiles are made anew; the old ones are shown until then.
    void setSource(std::shared_ptr<const Ground> ground, std::shared_ptr<const MapStyle> look, double devicePixelRatio);

    struct Piece {
        QImage image;   ///< premultiplied ARGB
        QRectF source;  ///< pixels of image
        geo::TileId tile; ///< the tile it stands for
        bool exact = false; ///< false: cut from a scaled parent, a child, or of an older source
    };
    /// What can be shown now for the tiles of a view, and asks for what is missing (the middle first); requests that are
    /// no longer among `wanted` are dropped.
    std::vector<Piece> pieces(const std::vector<geo::TileId>& wanted);
    bool isComplete(const std::vector<geo::TileId>& wanted) const;
    /// Bytes of images kept; those shown longest ago go first. 256 MB unless set.
    void setMemoryLimit(qint64 bytes);
    qint64 memoryUsed() const;
    static constexpr int tileSize = 512; ///< logical pixels

    /// The picture of one tile, as the workers draw it: without labels, size × size device pixels. Thread-safe.
    static QImage render(const Ground& ground, const std::shared_ptr<const MapStyle>& look, const geo::TileId& tile, double devicePixelRatio);

Q_SIGNALS:
    void tileReady();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace hk::map
