#include "map/label_cache.h"

#include <QThreadPool>
#include <optional>

namespace hk::map {

struct LabelCache::Impl {
    struct Request {
        std::shared_ptr<const Basemap> basemap;
        std::shared_ptr<const MapStyle> style;
        MapViewport viewport;
        double ratio = 1.0;
    };

    explicit Impl(LabelCache& owner) : q(owner) { pool.setMaxThreadCount(1); }

    void start(const Request& request)
    {
        running = request;
        pool.start([this, request] {
            auto made = LabelLayout::make(request.basemap, request.style, request.viewport);
            made->prepare(request.viewport, request.ratio);
            QMetaObject::invokeMethod(&q, [this, made] { finish(made); }, Qt::QueuedConnection);
            // What a pan of half a view will show.
            MapViewport around = request.viewport;
            const double margin = around.target.width() / 2;
            around.target.adjust(-margin, -margin, margin, margin);
            made->prepare(around, request.ratio);
        });
    }

    void finish(const std::shared_ptr<const LabelLayout>& made)
    {
        current = made;
        running.reset();
        if (next && !made->fits(next->basemap.get(), next->style.get(), next->viewport))
            start(*next);
        next.reset();
        Q_EMIT q.layoutReady();
    }

    LabelCache& q;
    std::shared_ptr<const LabelLayout> current = std::make_shared<const LabelLayout>();
    std::optional<Request> running;
    std::optional<Request> next; ///< the newest that waits
    QThreadPool pool;
};

LabelCache::LabelCache(QObject* parent) : QObject(parent), m_impl(std::make_unique<Impl>(*this)) {}

LabelCache::~LabelCache()
{
    m_impl->pool.clear();
    m_impl->pool.waitForDone();
}

std::shared_ptr<const LabelLayout> LabelCache::layout(const std::shared_ptr<const Basemap>& basemap,
                                                      const std::shared_ptr<const MapStyle>& style,
                                                      const MapViewport& viewport, double devicePixelRatio,
                                                      bool zoomIsMoving)
{
    Impl& d = *m_impl;
    const bool ready = d.current->fits(basemap.get(), style.get(), viewport);
    if (ready || zoomIsMoving || !basemap || !style)
        return d.current;
    const Impl::Request request{basemap, style, viewport, devicePixelRatio};
    if (d.running)
        d.next = request;
    else
        d.start(request);
    return d.current;
}

} // namespace hk::map
