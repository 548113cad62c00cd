#pragma once

#include "core/result.h"
#include "geo/tile.h"
#include "map/ground.h"

#include <QImage>
#include <QObject>
#include <memory>

namespace hk::map {

/// Makes the 512-px tiles of a ground on worker threads and keeps them: sheets of features that lie on each other are drawn
/// into one picture, without labels; a sheet of pictures has its own, those of a server fetched many at a time beside the
/// drawing. Lives on the thread that asks; asking never waits. While a tile is missing its nearest parent stands in, and over
/// that whatever of its children is there. A tile that cannot be had is asked for again after 2, 4, … 60 s while it is wanted.
class TileCache : public QObject {
    Q_OBJECT
public:
    explicit TileCache(QObject* parent = nullptr);
    ~TileCache() override;

    /// New ground, look or device pixel ratio: what they change is made anew; the old tiles are shown until then.
    void setSource(std::shared_ptr<const Ground> ground, std::shared_ptr<const MapStyle> look, double devicePixelRatio);

    struct Piece {
        QImage image;   ///< premultiplied ARGB or RGB32
        QRectF source;  ///< pixels of image
        geo::TileId tile; ///< the tile it stands for
        bool exact = false; ///< false: cut from a scaled parent, a child, or of an older source
        double opacity = 1.0;
    };
    /// What can be shown now for the tiles of a view, in the order of painting, and asks for what is missing (the middle
    /// first); requests that are no longer among `wanted` are dropped, those under way at a tile source are stopped.
    std::vector<Piece> pieces(const std::vector<geo::TileId>& wanted);
    /// Whether there is nothing to come: all is there, or cannot be had for now.
    bool isComplete(const std::vector<geo::TileId>& wanted) const;
    /// Bytes of images kept, of all sheets; those shown longest ago go first. 128 MiB unless set.
    void setMemoryLimit(qint64 bytes);
    qint64 memoryUsed() const;
    static constexpr int tileSize = 512; ///< logical pixels

    /// The picture of one tile as the workers draw it, of all sheets of features: without labels, size × size device pixels.
    /// Thread-safe. What a source that fails would have shown is missing.
    static QImage render(const Ground& ground, const std::shared_ptr<const MapStyle>& look, const geo::TileId& tile,
                         double devicePixelRatio);

Q_SIGNALS:
    void tileReady();
    /// A sheet's source does not answer, or its file cannot be read: said once, until it works again.
    void sourceFailed(const QString& title, const hk::Error& error);
    void sourceWorks(const QString& title);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace hk::map
