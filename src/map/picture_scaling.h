#pragma once

#include <QImage>
#include <QRect>

namespace hk::map {

/// Draws the rectangle `part` (pixels of `source`) onto `target` (pixels of `onto`), as far as it lies within `clip`; both
/// images are opaque (RGB32). `smooth`: bilinear between the middles of pixels, in steps of a 256th; otherwise the nearest
/// pixel. A pixel of the result depends on its place alone, not on `clip`: what is drawn in strips is what is drawn at once.
/// Runs on the thread that calls, and on no other: QPainter hands a smooth picture to the threads of a pool and waits for
/// them, which takes several times as long as the drawing where they have to wait for a processor.
void drawScaled(QImage& onto, const QRect& clip, const QRect& target, const QImage& source, const QRectF& part, bool smooth);

/// Lays all of `source` (premultiplied ARGB) over `target` (pixels of `onto`, in fractions of them), each pixel the nearest one of
/// the picture. As drawScaled, on the thread that calls; for what changes its scale from frame to frame.
void layScaledOver(QImage& onto, const QRectF& target, const QImage& source);

} // namespace hk::map
