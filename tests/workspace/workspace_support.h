#pragma once

#include "store/incident_store.h"
#include "support/catch.h"
#include "workspace/snapshot.h"

#include <QFile>
#include <QTemporaryDir>

namespace hk::test {

inline QString u(const char* text) { return QString::fromUtf8(text); }

/// A folder that goes with the test.
struct Folder {
    QTemporaryDir dir;
    QString path(const char* name) const { return dir.filePath(u(name)); }
    QString write(const char* name, const QByteArray& content) const
    {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(content);
        return path(name);
    }
};

inline QDateTime utc(int year, int month, int day, int hour = 12, int minute = 0)
{
    return QDateTime(QDate(year, month, day), QTime(hour, minute), Qt::UTC);
}

/// A plain incident at Mölndals bro, moved by metres.
inline Incident incident(const char* category, const QDateTime& from, double east = 0.0, double north = 0.0)
{
    Incident result;
    result.id = QUuid::createUuid();
    result.category = u(category);
    result.occurredFrom = from;
    result.occurredTo = from;
    result.position = {322123.0 + east, 6394280.0 + north};
    result.precision = Precision::Point;
    result.radius = 10.0;
    result.organisation = u("Mölndals stad");
    return result;
}

inline store::IncidentStore newStore(const QString& path, const std::vector<Incident>& incidents = {})
{
    Result<store::IncidentStore> store = store::IncidentStore::create(path);
    REQUIRE(store.has_value());
    store->setActor({u("another desk"), {}}); // what was there before is nothing of one's own to undo
    if (!incidents.empty())
        REQUIRE(store->insert(incidents).has_value());
    return std::move(*store);
}

inline workspace::SnapshotPtr snapshotOf(const std::vector<Incident>& incidents)
{
    const Folder folder;
    const store::IncidentStore store = newStore(folder.path("s.gpkg"), incidents);
    const Result<workspace::SnapshotPtr> snapshot = workspace::loadSnapshot(store);
    REQUIRE(snapshot.has_value());
    return *snapshot;
}

} // namespace hk::test
