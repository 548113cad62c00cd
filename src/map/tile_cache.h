#pragma once

#include "geo/tile.h"
#include "map/scene.h"

#include <QImage>
#include <QObject>
#include <memory>

namespace hk::map {

/// Renders 512-px basemap tiles on worker threads and keeps them. Lives on the thread that asks; asking never waits.
class TileCache : public QObject {
    Q_OBJECT
public:
    explicit TileCache(QObject* parent = nullptr);
    ~TileCache() override;

    /// New basemap, style or device pixel ratio: all tiles are made anew; the old ones are shown until then.
    void setSource(std::shared_ptr<const Basemap> basemap, std::shared_ptr<const MapStyle> style, double devicePixelRatio);

    struct Piece {
        QImage image;   ///< premultiplied ARGB
        QRectF source;  ///< pixels of image
        geo::TileId tile; ///< the tile it stands for
        bool exact = false; ///< false: cut from a scaled parent (or older source)
    };
    /// What can be shown now for the tiles of a view, and asks for what is missing (the middle first); requests that are
    /// no longer among `wanted` are dropped.
    std::vector<Piece> pieces(const std::vector<geo::TileId>& wanted);
    bool isComplete(const std::vector<geo::TileId>& wanted) const;
    static constexpr int tileSize = 512; ///< logical pixels

Q_SIGNALS:
    void tileReady();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace hk::map
