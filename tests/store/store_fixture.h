#pragma once

#include "sqlite/database.h"
#include "store/incident_store.h"
#include "support/catch.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>

namespace hk::store::test {

inline const QDateTime fixedTime = QDateTime(QDate(2024, 3, 1), QTime(12, 0), Qt::UTC);

/// A clock that stands still until told.
class FixedClock {
public:
    Clock clock() const
    {
        return [now = m_now] { return *now; };
    }
    void advance(qint64 milliseconds) { *m_now = m_now->addMSecs(milliseconds); }
    QDateTime now() const { return *m_now; }

private:
    std::shared_ptr<QDateTime> m_now = std::make_shared<QDateTime>(fixedTime);
};

/// A folder that goes away, with one incident file in it.
class StoreFixture {
public:
    StoreFixture() { REQUIRE(m_folder.isValid()); }

    QString path(const QString& name = QStringLiteral("incidents.gpkg")) const
    {
        return m_folder.filePath(name);
    }
    QString folder() const { return m_folder.path(); }

    IncidentStore create(const QString& name = QStringLiteral("incidents.gpkg"))
    {
        CreateOptions options;
        options.clock = time.clock();
        return require(IncidentStore::create(path(name), options));
    }
    IncidentStore open(Access access = Access::ReadWrite,
                       const QString& name = QStringLiteral("incidents.gpkg"))
    {
        return require(IncidentStore::open(path(name), options(access)));
    }
    /// As on a network share: with a rollback journal. In place of `store`, which is closed.
    IncidentStore openWithRollbackJournal(IncidentStore store)
    {
        {
            const IncidentStore closed = std::move(store);
        }
        auto other = sqlite::Database::open(path().toStdString(), sqlite::OpenMode::ReadWrite);
        REQUIRE(other);
        REQUIRE(other->setJournalMode("delete").value_or("") == "delete");
        REQUIRE(other->execute("BEGIN; SELECT * FROM hk_schema")); // keeps the mode while the store opens
        IncidentStore opened = open();
        REQUIRE(other->execute("COMMIT"));
        REQUIRE(other->queryText("PRAGMA journal_mode").value_or("") == "delete");
        return opened;
    }
    OpenOptions options(Access access = Access::ReadWrite) const
    {
        OpenOptions options;
        options.access = access;
        options.busyTimeout = std::chrono::milliseconds(50);
        options.clock = time.clock();
        return options;
    }
    template <class T>
    static T require(Result<T> result)
    {
        if (!result)
            FAIL(codeName(result.error().code).toStdString() << ": " << result.error().detail.toStdString());
        return std::move(*result);
    }
    static void require(const Result<void>& result)
    {
        if (!result)
            FAIL(codeName(result.error().code).toStdString() << ": " << result.error().detail.toStdString());
    }

    FixedClock time;

private:
    QTemporaryDir m_folder;
};

/// A point incident with nothing but what is required, at the hub.
inline Incident simpleIncident(const QString& category = QStringLiteral("S1"))
{
    Incident incident;
    incident.category = category;
    incident.occurredFrom = QDateTime(QDate(2024, 2, 10), QTime(21, 30), Qt::UTC);
    incident.occurredTo = incident.occurredFrom;
    incident.position = {322112.5, 6394286.25};
    return incident;
}

/// Every field set to something other than its default.
inline Incident fullIncident()
{
    Incident incident = simpleIncident(QStringLiteral("N1"));
    incident.occurredTo = incident.occurredFrom.addSecs(3 * 3600).addMSecs(125);
    incident.precision = Precision::Area;
    incident.radius = 220.5;
    incident.area = {
        {322000.25, 6394200.5}, {322200.0, 6394200.5}, {322200.0, 6394400.75}, {322000.25, 6394400.75}};
    incident.placeName = QStringLiteral("Mölndals bro, läge \"A\" \\ 1");
    incident.surroundings = Surroundings::Outdoor;
    incident.organisation = QStringLiteral("Västtrafik");
    incident.sourceType = SourceType::Partner;
    incident.externalId = QStringLiteral("VT-2024-17");
    incident.severity = 3;
    incident.persons = 4;
    incident.reportedToPolice = PoliceReport::Yes;
    incident.description = QStringLiteral("Rad ett\nrad två\tmed tab, ”citat” och 💡");
    incident.intervention = QUuid(QStringLiteral("{8f3c1c0e-58b5-4a39-9a3c-2f7f6dd3a001}"));
    incident.status = IncidentStatus::InProgress;
    incident.confidentiality = Confidentiality::Partner;
    incident.disposalDate = QDate(2026, 3, 1);
    incident.ambiguousTime = true;
    return incident;
}

inline std::vector<Incident> all(const IncidentStore& store)
{
    std::vector<Incident> incidents;
    StoreFixture::require(store.forEach([&](const Incident& incident) {
        incidents.push_back(incident);
        return true;
    }));
    return incidents;
}

inline QByteArray hashOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256);
}

} // namespace hk::store::test
