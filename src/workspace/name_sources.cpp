#include "workspace/name_sources.h"

#include "map/behind_window.h"
#include "map/feature_source.h"

#include <QFutureWatcher>
#include <QPromise>

namespace hk::workspace {

namespace {

struct Opened {
    std::vector<std::shared_ptr<const map::NameIndex>> indexes;
    std::vector<Error> errors;
};

Opened open(const QStringList& files, const std::vector<std::shared_ptr<const map::FeatureSource>>& layers,
            const std::stop_token& stop)
{
    Opened made;
    const auto take = [&](Result<std::shared_ptr<const map::NameIndex>> index) {
        if (index)
            made.indexes.push_back(std::move(*index));
        else
            made.errors.push_back(index.error());
    };
    for (const QString& file : files)
        if (!stop.stop_requested())
            take(map::NameIndex::open(file));
    for (const auto& layer : layers)
        if (layer && !stop.stop_requested())
            take(map::NameIndex::ofSource(*layer, stop));
    return made;
}

} // namespace

NameSources::NameSources(const map::PlaceSearch& places, QObject* parent) : QObject(parent), m_places(places)
{
    m_pool.setMaxThreadCount(1);
}

NameSources::~NameSources()
{
    m_stop.request_stop();
}

void NameSources::set(const QStringList& files, std::vector<std::shared_ptr<const map::FeatureSource>> layers)
{
    const int number = ++m_number;
    m_stop.request_stop();
    m_stop = std::stop_source();
    auto* watcher = new QFutureWatcher<Opened>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, number] {
        watcher->deleteLater();
        if (number != m_number)
            return;
        const Opened made = watcher->result();
        m_places.setIndexes(made.indexes);
        for (const Error& error : made.errors)
            Q_EMIT failed(error);
        Q_EMIT changed();
    });
    const auto promise = std::make_shared<QPromise<Opened>>();
    watcher->setFuture(promise->future());
    m_pool.start([promise, files, layers = std::move(layers), stop = m_stop.get_token()] {
        map::workBehindWindow();
        promise->start();
        promise->addResult(open(files, layers, stop));
        promise->finish();
    });
}

} // namespace hk::workspace
