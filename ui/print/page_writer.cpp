#include "ui/print/page_writer.h"

#include "report/page_ground.h"

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QPointer>
#include <QtConcurrentRun>

namespace hk::ui {
PageWriter::~PageWriter()
{
    m_stop.request_stop(); // a slow server is not waited for
}

void PageWriter::cancel()
{
    m_stop.request_stop();
}

void PageWriter::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

void PageWriter::write(const paper::Document& document, const QString& path, const QString& target, const Write& write)
{
    if (m_busy)
        return;
    setBusy(true);
    if (!m_log)
        return work(document, path, write);
    m_log(target,
          [self = QPointer(this), document, path, write](const Result<void>& logged) {
              if (!self)
                  return;
              if (logged)
                  return self->work(document, path, write);
              self->setBusy(false);
              Q_EMIT self->finished({path, logged});
          });
}

void PageWriter::work(const paper::Document& document, const QString& path, const Write& write)
{
    m_stop = std::stop_source();
    auto* watcher = new QFutureWatcher<Outcome>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        const Outcome done = watcher->result();
        setBusy(false);
        Q_EMIT finished(done);
    });
    const auto tell = [self = QPointer<PageWriter>(this)](double share) {
        QMetaObject::invokeMethod(qApp, [self, share] {
            if (self && self->m_busy)
                Q_EMIT self->progressed(share);
        });
    };
    watcher->setFuture(QtConcurrent::run([document, path, write, tell, stop = m_stop.get_token()]() -> Outcome {
        const auto ready = report::withGround(document, stop, tell);
        if (!ready)
            return {path, tl::unexpected(ready.error()), report::needsPictures(document)};
        return {path, write(*ready)};
    }));
}

} // namespace hk::ui
