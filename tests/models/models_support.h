#pragma once

#include "support/catch.h"
#include "workspace/snapshot.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QUuid>
#include <numeric>

namespace hk::test {

inline QString u(const char* text)
{
    return QString::fromUtf8(text);
}

inline QDateTime utc(int year, int month, int day, int hour = 12, int minute = 0)
{
    return QDateTime(QDate(year, month, day), QTime(hour, minute), Qt::UTC);
}

/// A plain incident at Mölndals bro, moved by metres.
/// Ids that are the same in each run, and cheap.
inline QUuid nextId()
{
    static std::uint32_t last = 0;
    return QUuid(++last, 0x4b1d, 0x4d0e, 0x8a, 0x7e, 1, 2, 3, 4, 5, 6);
}

inline Incident incident(const char* category, const QDateTime& from, double east = 0.0, double north = 0.0)
{
    Incident made;
    made.id = nextId();
    made.category = u(category);
    made.occurredFrom = from;
    made.occurredTo = from;
    made.position = {322123.0 + east, 6394280.0 + north};
    made.organisation = u("Mölndals stad");
    return made;
}

inline Incident incidentAt(const QString& place, const QDateTime& from = utc(2024, 1, 1))
{
    Incident made = incident("N1", from);
    made.placeName = place;
    return made;
}

inline workspace::SnapshotPtr snapshotOf(const std::vector<Incident>& incidents,
                                         const CategoryList& categories = CategoryList::standard())
{
    workspace::Snapshot empty;
    empty.table = std::make_shared<const analysis::IncidentTable>();
    empty.categories = categories;
    return workspace::withChanges(empty, incidents, {}, {});
}

inline std::vector<std::uint32_t> allRows(const workspace::SnapshotPtr& snapshot)
{
    std::vector<std::uint32_t> rows(snapshot->size());
    std::iota(rows.begin(), rows.end(), 0U);
    return rows;
}

/// A model that ends the program as soon as it breaks the rules of item models.
template <class Model>
class Watched : public Model {
public:
    using Model::Model;

private:
    QAbstractItemModelTester m_tester{this, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

/// What stands in a column, from above.
inline QStringList column(const QAbstractItemModel& model, int column = 0, int role = Qt::DisplayRole)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(model.index(row, column).data(role).toString());
    return texts;
}

/// The language of a test, put back at its end.
class Language {
public:
    explicit Language(QLocale::Language language) { QLocale::setDefault(QLocale(language)); }
    ~Language() { QLocale::setDefault(m_before); }
    Language(const Language&) = delete;
    Language& operator=(const Language&) = delete;

private:
    QLocale m_before;
};

} // namespace hk::test
