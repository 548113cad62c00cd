#include "map/label_cache.h"

#include "map/behind_window.h"

#include <QThreadPool>
#include <optional>

namespace hk::map {

struct LabelCache::Impl {
    struct Request {
        std::shared_ptr<const Ground> ground;
        std::shared_ptr<const MapStyle> look;
        MapViewport viewport;
        double ratio = 1.0;
    };

    explicit Impl(LabelCache& owner) : q(owner) { pool.setMaxThreadCount(1); }

    void start(const Request& request)
    {
        running = request;
        stop = std::stop_source();
        pool.start([this, request, token = stop.get_token()] {
            workBehindWindow();
            auto made = LabelLayout::make(request.ground, request.look, request.viewport, {}, token);
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
        if (next && !made->fits(next->ground.get(), next->look.get(), next->viewport))
            start(*next);
        next.reset();
        Q_EMIT q.layoutReady();
    }

    LabelCache& q;
    std::shared_ptr<const LabelLayout> current = std::make_shared<const LabelLayout>();
    std::optional<Request> running;
    std::stop_source stop; ///< of what is running
    std::optional<Request> next; ///< the newest that waits
    QThreadPool pool;
};

LabelCache::LabelCache(QObject* parent) : QObject(parent), m_impl(std::make_unique<Impl>(*this)) {}

LabelCache::~LabelCache()
{
    m_impl->stop.request_stop();
    m_impl->pool.clear();
    m_impl->pool.waitForDone();
}

std::shared_ptr<const LabelLayout> LabelCache::layout(const std::shared_ptr<const Ground>& ground,
                                                      const std::shared_ptr<const MapStyle>& look,
                                                      const MapViewport& viewport, double devicePixelRatio,
                                                      bool zoomIsMoving)
{
    Impl& d = *m_impl;
    const bool ready = d.current->fits(ground.get(), look.get(), viewport);
    if (ready || zoomIsMoving || !ground || !look)
        return d.current;
    const Impl::Request request{ground, look, viewport, devicePixelRatio};
    if (d.running) {
        d.next = request;
        if (d.running->ground != request.ground) // a source that hangs is not to hold up another map
            d.stop.request_stop();
    } else {
        d.start(request);
    }
    return d.current;
}

} // namespace hk::map
