#include "ui/map_view_ground.h"

#include "geo/mercator.h"
#include "map/picture_scaling.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

namespace hk::ui {

namespace {

constexpr double sameCorner = 0.01; // device pixels

} // namespace

bool MapGroundPicture::Placed::isPlain() const
{
    return piece.opacity >= 1.0 && piece.image.format() == QImage::Format_RGB32;
}

bool MapGroundPicture::Placed::operator==(const Placed& other) const
{
    return target == other.target && piece.image.cacheKey() == other.piece.image.cacheKey() && piece.source == other.piece.source
        && piece.opacity == other.piece.opacity;
}

MapGroundPicture::Placed MapGroundPicture::placed(const map::TileCache::Piece& piece) const
{
    // On whole device pixels, so that no hair line shows between two tiles.
    const auto across = [this](double x) { return static_cast<int>(std::lround((x - m_anchor.x()) * m_pixelsPerMetre)); };
    const auto down = [this](double y) { return static_cast<int>(std::lround((m_anchor.y() - y) * m_pixelsPerMetre)); };
    const geo::MercatorRect bounds = geo::tileBounds(piece.tile);
    return {piece, QRect(QPoint(across(bounds.xmin), down(bounds.ymax)), QPoint(across(bounds.xmax) - 1, down(bounds.ymin) - 1))};
}

QRegion MapGroundPicture::shift(const QPoint& by)
{
    const QRect whole = m_image.rect();
    const QRect kept = whole & whole.translated(-by); // where what stays will be
    if (by.isNull() || kept.isEmpty())
        return kept.isEmpty() ? QRegion(whole) : QRegion();
    const qsizetype stride = m_image.bytesPerLine();
    uchar* pixels = m_image.bits();
    const auto bytes = static_cast<std::size_t>(kept.width()) * sizeof(QRgb);
    for (int i = 0; i < kept.height(); ++i) {
        const int y = by.y() > 0 ? kept.top() + i : kept.bottom() - i; // never over what is still to be moved
        std::memmove(pixels + y * stride + kept.left() * static_cast<int>(sizeof(QRgb)),
                     pixels + (y + by.y()) * stride + (kept.left() + by.x()) * static_cast<int>(sizeof(QRgb)), bytes);
    }
    return QRegion(whole) - kept;
}

void MapGroundPicture::draw(const QRegion& region)
{
    QRegion bare = region;
    for (const Placed& p : m_pieces)
        if (p.isPlain())
            bare -= p.target.translated(-m_offset);
    for (const QRect& r : bare)
        for (int y = r.top(); y <= r.bottom(); ++y) {
            auto* line = reinterpret_cast<QRgb*>(m_image.scanLine(y));
            std::fill(line + r.left(), line + r.right() + 1, m_colour.rgb());
        }
    for (const Placed& p : m_pieces) {
        const QRect target = p.target.translated(-m_offset);
        if (!region.intersects(target))
            continue;
        if (p.isPlain()) {
            for (const QRect& r : region)
                map::drawScaled(m_image, r, target, p.piece.image, p.piece.source, m_smooth);
            continue;
        }
        QPainter painter(&m_image);
        painter.setClipRegion(region);
        painter.setRenderHint(QPainter::SmoothPixmapTransform, m_smooth);
        painter.setOpacity(p.piece.opacity);
        painter.drawImage(QRectF(target), p.piece.image, p.piece.source);
    }
    for (const QRect& r : region)
        m_drawn += qint64{r.width()} * r.height();
}

void MapGroundPicture::paint(QPainter& painter, const map::MapViewport& view, double devicePixelRatio, const QColor& colour,
                             const std::vector<map::TileCache::Piece>& pieces, bool moves, bool smooth, const Over& over)
{
    const QSize size = (view.target.size() * devicePixelRatio).toSize();
    if (size.isEmpty())
        return;
    const QPointF corner = view.toPlane(QPointF(0, 0));
    const double pixelsPerMetre = view.unitsPerMetre * devicePixelRatio;
    const QPointF off((corner.x() - m_anchor.x()) * pixelsPerMetre, (m_anchor.y() - corner.y()) * pixelsPerMetre);
    // A picture far from its anchor would place its tiles by large numbers.
    constexpr double farthest = 1e6;
    const bool near = std::abs(off.x()) < farthest && std::abs(off.y()) < farthest;
    const QPoint offset = near ? QPoint(static_cast<int>(std::lround(off.x())), static_cast<int>(std::lround(off.y()))) : QPoint();
    const bool exact = near && std::abs(off.x() - offset.x()) < sameCorner && std::abs(off.y() - offset.y()) < sameCorner;
    const bool same = near && m_image.size() == size && m_pixelsPerMetre == pixelsPerMetre && m_colour == colour && m_smooth == smooth;

    QRegion anew(QRect(QPoint(0, 0), size));
    if (same && (moves || exact)) {
        anew = shift(offset - std::exchange(m_offset, offset));
    } else {
        if (m_image.size() != size) {
            m_image = {};
            m_image = QImage(size, QImage::Format_RGB32);
        }
        m_pixelsPerMetre = pixelsPerMetre;
        m_anchor = corner;
        m_offset = {};
        m_colour = colour;
        m_smooth = smooth;
        m_pieces.clear();
    }
    m_image.setDevicePixelRatio(devicePixelRatio);

    std::vector<Placed> now;
    now.reserve(pieces.size());
    for (const map::TileCache::Piece& piece : pieces)
        now.push_back(placed(piece));
    const auto changed = [&](const std::vector<Placed>& from, const std::vector<Placed>& to) {
        for (const Placed& p : from)
            if (std::find(to.begin(), to.end(), p) == to.end())
                anew += p.target.translated(-m_offset);
    };
    changed(now, m_pieces);
    changed(m_pieces, now);
    m_pieces = std::move(now);
    anew &= m_image.rect();
    if (!anew.isEmpty())
        draw(anew);
    if (over) {
        over(m_image);
        m_pixelsPerMetre = 0; // no scale: nothing of it is used again
    }
    painter.drawImage(QPointF(0, 0), m_image);
}

} // namespace hk::ui
