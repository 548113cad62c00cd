#include "ui/map_view_heatmap.h"

#include "map/behind_window.h"
#include "map/picture_scaling.h"

#include <QPainter>
#include <QPromise>
#include <QThreadPool>
#include <algorithm>
#include <cmath>

namespace hk::ui {

namespace {

constexpr double widestMargin = 0.25;    // of the window, on each side
constexpr double mostPixels = 4'000'000; // a larger picture has less margin, and one of the view alone is made coarser

bool sameScale(double a, double b)
{
    return std::abs(a / b - 1.0) < 0.005;
}

} // namespace

MapHeatmap::MapHeatmap(QObject* parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcher<QImage>::finished, this, &MapHeatmap::take);
}

MapHeatmap::~MapHeatmap()
{
    m_stop.request_stop();
}

void MapHeatmap::setLayer(std::shared_ptr<const map::HeatmapLayer> layer, Hotspots outlines)
{
    m_layer = std::move(layer);
    m_outlines = std::move(outlines);
    if (m_busy && !isOfWhatIsSet(m_coming))
        m_stop.request_stop();
    if (isNothing())
        m_shown = {};
}

void MapHeatmap::setPicture(std::shared_ptr<const map::HeatmapLayer> layer, const QImage& image,
                            const map::MapViewport& view, double devicePixelRatio)
{
    if (m_shown.layer == layer && m_shown.outlines)
        return;
    m_layer = std::move(layer);
    m_outlines = nullptr;
    if (m_busy && !isOfWhatIsSet(m_coming))
        m_stop.request_stop();
    m_shown = {image, view.planeRect(), view.unitsPerMetre, devicePixelRatio, m_layer, nullptr, false};
}

bool MapHeatmap::isCurrent(const map::MapViewport& view, double devicePixelRatio) const
{
    if (isNothing())
        return true;
    return isOfWhatIsSet(m_shown) && m_shown.plane.contains(view.planeRect()) &&
           sameScale(m_shown.unitsPerMetre, view.unitsPerMetre) &&
           sameScale(m_shown.devicePixelRatio, devicePixelRatio);
}

void MapHeatmap::want(const map::MapViewport& view, double devicePixelRatio, bool moving)
{
    if (isNothing() || m_busy || view.target.isEmpty())
        return;
    // Pixel for pixel where it can be: a picture scaled to the window costs ten times as much at each painting.
    const double pixelsSeen = view.target.width() * view.target.height() * devicePixelRatio * devicePixelRatio;
    const double margin = std::clamp((std::sqrt(mostPixels / pixelsSeen) - 1.0) / 2.0, 0.0, widestMargin);
    const bool reaches = isOfWhatIsSet(m_shown) && m_shown.plane.contains(view.planeRect());
    if (isCurrent(view, devicePixelRatio)) {
        if (!moving && m_shown.widens && margin > 0.0)
            make(view, devicePixelRatio, margin);
    } else if (!moving || !reaches) {
        make(view, devicePixelRatio, moving ? margin : 0.0);
        m_coming.widens = !moving;
    }
}

void MapHeatmap::make(const map::MapViewport& view, double devicePixelRatio, double margin)
{
    map::MapViewport wider = view;
    const double across = std::floor(margin * view.target.width());
    const double down = std::floor(margin * view.target.height());
    wider.target = view.target.adjusted(-across, -down, across, down);
    const double wanted = wider.target.width() * wider.target.height() * devicePixelRatio * devicePixelRatio;
    const double ratio = devicePixelRatio * std::sqrt(std::min(1.0, mostPixels / wanted));
    const QSize size(std::max(1, static_cast<int>(std::lround(wider.target.width() * ratio))),
                     std::max(1, static_cast<int>(std::lround(wider.target.height() * ratio))));
    m_coming = {{}, wider.planeRect(), view.unitsPerMetre, devicePixelRatio, m_layer, m_outlines, false};
    m_busy = true;

    m_stop = std::stop_source();
    auto promise = std::make_shared<QPromise<QImage>>();
    promise->start();
    m_watcher.setFuture(promise->future());
    map::HeatmapLayer drawn = m_layer ? *m_layer : map::HeatmapLayer{};
    if (m_outlines)
        drawn.outlines = std::make_shared<const map::HotspotLayer>(map::HotspotLayer{m_outlines});
    m_pool.start([promise, layer = std::move(drawn), wider, size, stop = m_stop.get_token()] {
        map::workBehindWindow();
        QImage image = map::heatmapImage(layer, wider, size, {}, stop);
        promise->addResult(stop.stop_requested() ? QImage() : image);
        promise->finish();
    });
}

void MapHeatmap::take()
{
    m_busy = false;
    if (isNothing() || m_watcher.future().resultCount() == 0)
        return;
    // One that has been made beforehand meanwhile is newer; one that was stopped is none.
    if (m_watcher.result().isNull() || (isOfWhatIsSet(m_shown) && !isOfWhatIsSet(m_coming))) {
        m_coming = {};
        Q_EMIT ready();
        return;
    }
    m_coming.image = m_watcher.result();
    m_shown = std::move(m_coming);
    m_coming = {};
    Q_EMIT ready();
}

QRectF MapHeatmap::placeIn(const map::MapViewport& view) const
{
    return QRectF(view.toDevice({m_shown.plane.left(), m_shown.plane.bottom()}),
                  view.toDevice({m_shown.plane.right(), m_shown.plane.top()}));
}

void MapHeatmap::layOnto(QImage& ground, const map::MapViewport& view) const
{
    if (m_shown.image.isNull())
        return;
    const double ratio = ground.devicePixelRatioF();
    const QRectF place = placeIn(view);
    map::layScaledOver(ground, QRectF(place.topLeft() * ratio, place.size() * ratio), m_shown.image);
}

void MapHeatmap::paint(QPainter& painter, const map::MapViewport& view) const
{
    if (m_shown.image.isNull())
        return;
    const QRectF target = placeIn(view);
    const double ratio = painter.device()->devicePixelRatioF();
    painter.save();
    // Pixel for pixel where it was made for this view: smoothing would blur it, and costs ten times as much.
    if (std::abs(target.width() * ratio - m_shown.image.width()) < 0.01
        && std::abs(target.height() * ratio - m_shown.image.height()) < 0.01) {
        QImage image = m_shown.image;
        image.setDevicePixelRatio(ratio);
        painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
        painter.drawImage(QPointF(std::round(target.x() * ratio) / ratio, std::round(target.y() * ratio) / ratio),
                          image);
    } else {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(target, m_shown.image);
    }
    painter.restore();
}

} // namespace hk::ui
