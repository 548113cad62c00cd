#pragma once

#include "core/local_time.h"
#include "support/catch.h"
#include "workspace/snapshot.h"

#include <QUuid>

namespace hk::test {

inline QString u(const char* text) { return QString::fromUtf8(text); }

inline Incident incident(const char* category, const char* place, const QDateTime& from)
{
    Incident made;
    made.id = QUuid::createUuid();
    made.category = u(category);
    made.placeName = u(place);
    made.occurredFrom = from;
    made.occurredTo = from;
    made.position = {322123.0, 6394280.0};
    made.organisation = u("Mölndals stad");
    return made;
}

inline QDateTime utc(int year, int month, int day, int hour = 12)
{
    return QDateTime(QDate(year, month, day), QTime(hour, 0), Qt::UTC);
}

inline workspace::SnapshotPtr snapshotOf(const std::vector<Incident>& incidents)
{
    workspace::Snapshot empty;
    empty.table = std::make_shared<const analysis::IncidentTable>();
    empty.categories = CategoryList::standard();
    return workspace::withChanges(empty, incidents, {}, {});
}

inline std::vector<std::uint32_t> allRows(const workspace::SnapshotPtr& snapshot)
{
    std::vector<std::uint32_t> rows(snapshot->size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i] = static_cast<std::uint32_t>(i);
    return rows;
}

} // namespace hk::test
