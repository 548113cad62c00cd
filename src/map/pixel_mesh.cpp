#include "map/pixel_mesh.h"

#include "geo/mercator.h"
#include "geo/transform.h"

namespace hk::map {

BilinearMesh pixelMesh(const QPointF& origin, const MapViewport& viewport, const QSize& size)
{
    const QRectF& target = viewport.target;
    const double perX = target.width() / size.width();
    const double perY = target.height() / size.height();
    const auto toMetres = [&](std::span<double> x, std::span<double> y) {
        for (std::size_t i = 0; i < x.size(); ++i) {
            QPointF p = viewport.toPlane({target.x() + x[i] * perX, target.y() + y[i] * perY});
            x[i] = p.x();
            y[i] = p.y();
            if (viewport.plane == Plane::WebMercator) {
                const LonLat g = geo::toLonLat(WebMercator{p.x(), p.y()});
                x[i] = g.lon;
                y[i] = g.lat;
            }
        }
        if (viewport.plane == Plane::WebMercator)
            geo::Sweref99Transform().toSweref(x, y);
        for (std::size_t i = 0; i < x.size(); ++i) {
            x[i] -= origin.x();
            y[i] -= origin.y();
        }
    };
    return {QRectF(0, 0, size.width(), size.height()), meshPixels, toMetres};
}

QImage imageFor(const QSize& size, QImage used)
{
    const bool fits = used.size() == size && used.format() == QImage::Format_ARGB32_Premultiplied && used.isDetached();
    return fits ? std::move(used) : QImage(size, QImage::Format_ARGB32_Premultiplied);
}

} // namespace hk::map
