#include "fuzz/readers.h"

#include "store/incident_store.h"

namespace hk::fuzz {
namespace {

QDateTime then()
{
    return QDateTime(QDate(2024, 3, 1), QTime(12, 0), Qt::UTC);
}

/// As the program opens a file, looks at all of it and changes it.
void readIncidentFile(const QByteArray& bytes)
{
    const ScratchFolder folder;
    const QString path = folder.file(QStringLiteral("incidents.gpkg"), bytes);
    store::OpenOptions options;
    options.clock = then;
    options.busyTimeout = std::chrono::milliseconds(10);
    auto store = store::IncidentStore::open(path, options);
    promise(folder.bytesOf(QStringLiteral("incidents.gpkg")).size() >= bytes.size(), "no file is cut off to repair it");
    if (!store) {
        promise(folder.bytesOf(QStringLiteral("incidents.gpkg")) == bytes, "what does not open is left as it was");
        return;
    }
    std::vector<Incident> incidents;
    const auto read = store->forEach([&incidents](const Incident& incident) {
        incidents.push_back(incident);
        return incidents.size() < 100;
    });
    (void)store->info();
    (void)store->log(20);
    (void)store->deleted(20);
    (void)store->layers();
    if (!read || store->isReadOnly())
        return;
    for (Incident& incident : incidents)
        incident.severity = incident.severity == 1 ? 2 : 1;
    (void)store->update(incidents);
    if (!incidents.empty())
        (void)store->remove({incidents.front().id});
}

std::vector<QByteArray> incidentFiles()
{
    const ScratchFolder folder;
    const QString path = folder.path(QStringLiteral("incidents.gpkg"));
    store::CreateOptions options;
    options.clock = then;
    {
        auto store = store::IncidentStore::create(path, options);
        promise(store.has_value(), "a file can be made");
        Incident incident;
        incident.category = QStringLiteral("S1");
        incident.occurredFrom = incident.occurredTo = QDateTime(QDate(2024, 2, 10), QTime(21, 30), Qt::UTC);
        incident.position = {322112.5, 6394286.25};
        incident.description = QStringLiteral("Glas på marken");
        promise(store->insert({incident, incident, incident}).has_value(), "incidents can be kept");
    }
    return {folder.bytesOf(QStringLiteral("incidents.gpkg"))};
}

} // namespace

std::vector<Reader> incidentFileReaders()
{
    return {{"incident-file", readIncidentFile, "gpkg", incidentFiles}};
}

} // namespace hk::fuzz
