#pragma once

#include "map/tile_cache.h"
#include "map/viewport.h"

#include <QColor>
#include <QImage>
#include <QPoint>
#include <QRegion>
#include <functional>
#include <vector>

class QPainter;

namespace hk::ui {

/// The ground as it is put together of tiles for the window, kept from frame to frame: while the map is moved without a change
/// of scale the picture is shifted by whole device pixels, and only what came into view and the tiles that are new are drawn.
/// Half a device pixel off at most while it moves; where it stands it is exact. Lives on the window's thread.
class MapGroundPicture {
public:
    /// `pieces` in the order of painting, for all of the view; `view.target` begins at (0, 0). `moves`: the view changes from
    /// frame to frame. `smooth`: bilinear between pixels. `over`: what is drawn onto the picture itself, which then is not kept.
    using Over = std::function<void(QImage& picture)>;
    void paint(QPainter& painter, const map::MapViewport& view, double devicePixelRatio, const QColor& colour,
               const std::vector<map::TileCache::Piece>& pieces, bool moves, bool smooth, const Over& over = {});
    /// Device pixels drawn anew so far, for what is measured and tested.
    qint64 pixelsDrawn() const { return m_drawn; }

private:
    /// A piece and where it lies, device pixels from m_anchor.
    struct Placed {
        map::TileCache::Piece piece;
        QRect target;
        bool isPlain() const; ///< covers what is under it
        bool operator==(const Placed& other) const;
    };
    Placed placed(const map::TileCache::Piece& piece) const;
    QRegion shift(const QPoint& by);
    void draw(const QRegion& region);

    QImage m_image;
    QColor m_colour;
    bool m_smooth = true;
    double m_pixelsPerMetre = 0.0;
    QPointF m_anchor; ///< plane metres
    QPoint m_offset;  ///< of the picture's corner from the anchor, device pixels
    std::vector<Placed> m_pieces;
    qint64 m_drawn = 0;
};

} // namespace hk::ui
