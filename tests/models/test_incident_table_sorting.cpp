#include "models/incident_table_model.h"
#include "models_support.h"

#include <algorithm>
#include <memory>
#include <random>

using namespace hk;
using namespace hk::test;
using models::IncidentTableModel;
using Table = Watched<IncidentTableModel>;
using Rows = std::vector<std::uint32_t>;

namespace {

Rows shownRows(const IncidentTableModel& model)
{
    Rows rows;
    for (int row = 0; row < model.rowCount(); ++row)
        rows.push_back(model.snapshotRow(row));
    return rows;
}

/// Three incidents that differ in every column.
workspace::SnapshotPtr threeDifferent()
{
    Incident zero = incident("S1", utc(2024, 3, 1));
    zero.placeName = u("Örgatan");
    zero.precision = Precision::Street;
    zero.organisation = u("Ängskolan");
    zero.severity = 3;
    zero.persons = 2;
    zero.reportedToPolice = PoliceReport::Yes;
    zero.status = IncidentStatus::Closed;
    zero.surroundings = Surroundings::Outdoor;
    zero.confidentiality = Confidentiality::Public;
    zero.description = u("Zon");
    zero.externalId = u("B-2");
    zero.changedAt = utc(2024, 3, 5);
    Incident one = incident("N1", utc(2024, 1, 1));
    one.occurredTo = utc(2024, 6, 1);
    one.placeName = u("Ågatan");
    one.organisation = u("Åbybadet");
    Incident two = incident("X2", utc(2024, 2, 1));
    two.occurredTo = utc(2024, 2, 2);
    two.placeName = u("zinkgatan");
    two.precision = Precision::Area;
    two.radius = 300;
    two.organisation = u("Östergården");
    two.severity = 2;
    two.persons = 10;
    two.reportedToPolice = PoliceReport::No;
    two.status = IncidentStatus::InProgress;
    two.surroundings = Surroundings::Indoor;
    two.confidentiality = Confidentiality::Partner;
    two.description = u("ärende");
    two.externalId = u("a-1");
    two.changedAt = utc(2024, 4, 1);
    return snapshotOf({zero, one, two});
}

/// Lower case with å ä ö moved behind z, for texts of these letters, digits and spaces alone; empty last.
QString swedish(const QString& text)
{
    if (text.isEmpty())
        return QString(QChar(0xffff));
    QString moved = text.toLower();
    moved.replace(QChar(u'å'), QChar('z' + 1))
        .replace(QChar(u'ä'), QChar('z' + 2))
        .replace(QChar(u'ö'), QChar('z' + 3));
    return moved;
}

/// -1, 0, 1 as the first incident comes before, with or after the second in a column.
int compareIn(int column, const workspace::Snapshot& snapshot, std::uint32_t a, std::uint32_t b)
{
    using M = IncidentTableModel;
    const Incident& left = *snapshot.incidents[a];
    const Incident& right = *snapshot.incidents[b];
    const auto by = [&](auto key) {
        const auto x = key(left);
        const auto y = key(right);
        return x < y ? -1 : (y < x ? 1 : 0);
    };
    switch (column) {
    case M::UntilColumn:
        return by([](const Incident& i) { return i.occurredTo; });
    case M::CategoryColumn:
        return by([&](const Incident& i) { return snapshot.categories.indexOf(i.category); });
    case M::PlaceColumn:
        return by([](const Incident& i) { return swedish(i.placeName); });
    case M::PrecisionColumn:
        return by([](const Incident& i) { return i.precision; });
    case M::OrganisationColumn:
        return by([](const Incident& i) { return swedish(i.organisation); });
    case M::SeverityColumn:
        return by([](const Incident& i) { return i.severity; });
    case M::PersonsColumn:
        return by([](const Incident& i) { return i.persons; });
    case M::PoliceColumn:
        return by([](const Incident& i) { return i.reportedToPolice; });
    case M::StatusColumn:
        return by([](const Incident& i) { return i.status; });
    case M::SurroundingsColumn:
        return by([](const Incident& i) { return i.surroundings; });
    case M::ConfidentialityColumn:
        return by([](const Incident& i) { return i.confidentiality; });
    case M::DescriptionColumn:
        return by([](const Incident& i) { return swedish(i.description); });
    case M::ExternalIdColumn:
        return by([](const Incident& i) { return swedish(i.externalId); });
    case M::ChangedColumn:
        return by(
            [](const Incident& i) { return i.changedAt.isValid() ? i.changedAt.toSecsSinceEpoch() : 0; });
    case M::SourcesColumn:
        return by([&](const Incident& i) { return snapshot.sourcesOf(i.id); });
    default:
        return by([](const Incident& i) { return i.occurredFrom; });
    }
}

/// How many neighbours stand the wrong way round: by the column, of equals the latest first, of those the
/// file's order.
int faultsIn(const IncidentTableModel& model)
{
    const workspace::Snapshot& snapshot = *model.snapshot();
    int faults = 0;
    for (int row = 1; row < model.rowCount(); ++row) {
        const std::uint32_t a = model.snapshotRow(row - 1);
        const std::uint32_t b = model.snapshotRow(row);
        int order = compareIn(model.sortColumn(), snapshot, a, b);
        if (model.sortOrder() == Qt::DescendingOrder)
            order = -order;
        if (order == 0)
            order = compareIn(IncidentTableModel::TimeColumn, snapshot, b, a);
        faults += order > 0 || (order == 0 && a > b) ? 1 : 0;
    }
    return faults;
}

int lostRows(const IncidentTableModel& model)
{
    Rows rows = shownRows(model);
    int lost = 0;
    for (int row = 0; row < model.rowCount(); ++row)
        lost += model.rowOfSnapshot(rows[static_cast<std::size_t>(row)]) == row ? 0 : 1;
    std::sort(rows.begin(), rows.end());
    return lost + (rows == allRows(model.snapshot()) ? 0 : 1);
}

/// Incidents as different as files are: few values in most columns, many in some, gaps in others.
workspace::SnapshotPtr crowd(int count)
{
    std::mt19937 random(1481);
    const auto below = [&](unsigned limit) { return static_cast<int>(random() % limit); };
    const auto& categories = CategoryList::standard().all();
    const QStringList streets{u("Ågatan"),
                              u("Älvgatan"),
                              u("Östra Ängsgatan"),
                              u("brogatan"),
                              u("Zenitgatan"),
                              u("Göteborgsvägen vid hållplatsen läge a"),
                              u("Göteborgsvägen vid hållplatsen läge ä"),
                              u("Göteborgsvägen vid hållplatsen läge å"),
                              QString()};
    std::vector<Incident> incidents;
    incidents.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        Incident made = incident("N1", utc(2020, 1, 1).addSecs(900LL * below(40'000)));
        made.category = categories[static_cast<std::size_t>(below(28))].code;
        made.occurredTo = made.occurredFrom.addSecs(below(3) == 0 ? 3600LL * below(200) : 0);
        made.placeName = streets.at(below(9));
        if (!made.placeName.isEmpty() && below(2) == 0)
            made.placeName += u(" %1").arg(below(40));
        made.precision = static_cast<Precision>(below(4));
        made.organisation = streets.at(below(9)).left(12);
        made.severity = 1 + below(3);
        if (below(3) > 0)
            made.persons = below(20);
        made.reportedToPolice = static_cast<PoliceReport>(below(3));
        made.status = static_cast<IncidentStatus>(below(3));
        made.surroundings = static_cast<Surroundings>(below(3));
        made.confidentiality = static_cast<Confidentiality>(below(3));
        made.description = below(5) == 0 ? QString() : u("Iakttagelse %1 nära ån").arg(below(50'000));
        made.externalId = u("rad %1").arg(i * 7919 % count);
        if (below(2) == 0)
            made.changedAt = made.occurredTo.addSecs(60LL * below(1000));
        incidents.push_back(std::move(made));
    }
    return snapshotOf(incidents);
}

} // namespace

TEST_CASE("every column sorts up and down")
{
    using M = IncidentTableModel;
    const auto [column, ascending] = GENERATE(table<int, Rows>({
        {M::TimeColumn, {1, 2, 0}},
        {M::UntilColumn, {2, 0, 1}},
        {M::CategoryColumn, {1, 0, 2}}, // the order of the list
        {M::PlaceColumn, {2, 1, 0}},
        {M::PrecisionColumn, {1, 0, 2}}, // best known first
        {M::OrganisationColumn, {1, 0, 2}},
        {M::SeverityColumn, {1, 2, 0}},
        {M::PersonsColumn, {1, 0, 2}}, // not known, 2, 10
        {M::PoliceColumn, {1, 0, 2}},
        {M::StatusColumn, {1, 2, 0}}, // new, in progress, closed
        {M::SurroundingsColumn, {1, 2, 0}},
        {M::ConfidentialityColumn, {1, 2, 0}},
        {M::DescriptionColumn, {0, 2, 1}}, // empty after all
        {M::ExternalIdColumn, {2, 0, 1}},
        {M::ChangedColumn, {1, 0, 2}},
    }));
    const auto snapshot = threeDifferent();
    Table model;
    model.setContent(snapshot, allRows(snapshot));
    INFO("column " << column);
    model.sort(column, Qt::AscendingOrder);
    CHECK(shownRows(model) == ascending);
    model.sort(column, Qt::DescendingOrder);
    CHECK(shownRows(model) == Rows(ascending.rbegin(), ascending.rend()));
    CHECK(model.sortColumn() == column);
    CHECK(model.sortOrder() == Qt::DescendingOrder);
}

TEST_CASE("the latest incident is first until another order is asked for")
{
    const auto snapshot = threeDifferent();
    Table model;
    model.setContent(snapshot, allRows(snapshot));
    CHECK(shownRows(model) == Rows{0, 2, 1});
}

TEST_CASE(
    "incidents alike in a column keep the latest first, and the file's order at the same time, up and down")
{
    const int column = GENERATE(range(0, static_cast<int>(IncidentTableModel::ColumnCount)));
    const auto snapshot = snapshotOf({incidentAt(u("Brogatan")), incidentAt(u("Brogatan"), utc(2024, 5, 1)),
                                      incidentAt(u("brogatan")), incidentAt(u("BROGATAN"), utc(2024, 5, 1))});
    Table model;
    model.setContent(snapshot, allRows(snapshot));
    const bool byTime = column == IncidentTableModel::TimeColumn || column == IncidentTableModel::UntilColumn;
    INFO("column " << column);
    model.sort(column, Qt::AscendingOrder);
    CHECK(shownRows(model) == (byTime ? Rows{0, 2, 1, 3} : Rows{1, 3, 0, 2}));
    model.sort(column, Qt::DescendingOrder);
    CHECK(shownRows(model) == Rows{1, 3, 0, 2});
}

TEST_CASE("places sort as in Swedish: å ä ö last, case and foreign accents aside, empty after all")
{
    const QStringList ordered{u("12:an"), u("Akut"),      u("apotek"),    u("Bro"),    u("Brogatan"),
                              u("Café"),  u("cafeteria"), u("Zinkgatan"), u("Ågatan"), u("ånäs"),
                              u("Ängen"), u("Österut"),   QString()};
    std::vector<Incident> incidents;
    for (const QString& place : ordered)
        incidents.push_back(incidentAt(place));
    std::shuffle(incidents.begin(), incidents.end(), std::mt19937(7));
    const auto snapshot = snapshotOf(incidents);
    Table model;
    model.setContent(snapshot, allRows(snapshot));
    model.sort(IncidentTableModel::PlaceColumn, Qt::AscendingOrder);
    CHECK(column(model, IncidentTableModel::PlaceColumn) == ordered);
    model.sort(IncidentTableModel::PlaceColumn, Qt::DescendingOrder);
    CHECK(column(model, IncidentTableModel::PlaceColumn) == QStringList(ordered.rbegin(), ordered.rend()));
}

TEST_CASE("descriptions that begin alike are in Swedish order to their last letter")
{
    const QString begin = u("Klotter på väggen vid uppgång ");
    const QStringList ordered{begin + u("a"), begin + u("B"), begin + u("z"),  begin + u("å"),
                              begin + u("Ä"), begin + u("ö"), begin + u("öst")};
    std::vector<Incident> incidents;
    for (const QString& text : ordered) {
        incidents.push_back(incidentAt(QString()));
        incidents.back().description = text;
    }
    std::shuffle(incidents.begin(), incidents.end(), std::mt19937(7));
    const auto snapshot = snapshotOf(incidents);
    Table model;
    model.setContent(snapshot, allRows(snapshot));
    model.sort(IncidentTableModel::DescriptionColumn, Qt::AscendingOrder);
    CHECK(column(model, IncidentTableModel::DescriptionColumn) == ordered);
    model.sort(IncidentTableModel::DescriptionColumn, Qt::DescendingOrder);
    CHECK(column(model, IncidentTableModel::DescriptionColumn) ==
          QStringList(ordered.rbegin(), ordered.rend()));
}

TEST_CASE("texts that differ in an accent alone stand together before those that go on")
{
    // Sixteen letters, and seventeen: where only some of the texts reach past what is compared first.
    const QStringList places{u("Cafékvarteret 16"), u("Cafekvarteret 16"), u("Cafékvarteret 167"),
                             u("Cafekvarteret 168")};
    std::vector<Incident> incidents;
    for (int i = 0; i < 400; ++i)
        incidents.push_back(incidentAt(places.at(i * 7 % 4), utc(2024, 1, 1).addDays(i * 31 % 100)));
    const auto snapshot = snapshotOf(incidents);
    Table model;
    model.setContent(snapshot, allRows(snapshot));
    model.sort(IncidentTableModel::PlaceColumn, Qt::AscendingOrder);
    QStringList groups;
    for (const QString& place : column(model, IncidentTableModel::PlaceColumn)) {
        const QString plain = QString(place).replace(QChar(u'é'), QChar(u'e'));
        if (groups.isEmpty() || groups.last() != plain)
            groups.append(plain);
    }
    CHECK(groups == QStringList{u("Cafekvarteret 16"), u("Cafekvarteret 167"), u("Cafekvarteret 168")});
}

TEST_CASE("a hundred thousand incidents are shown and sorted by every column, up and down, with none lost")
{
    const workspace::SnapshotPtr snapshot = crowd(100'000);
    IncidentTableModel model;
    auto watch = std::make_unique<QAbstractItemModelTester>(
        &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setContent(snapshot, allRows(snapshot));
    REQUIRE(model.rowCount() == 100'000);
    model.sort(IncidentTableModel::DescriptionColumn, Qt::AscendingOrder);
    watch.reset(); // reads every cell at every change: once is enough for so many
    for (int column = 0; column < IncidentTableModel::ColumnCount; ++column)
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            model.sort(column, order);
            INFO("column " << column << (order == Qt::AscendingOrder ? " up" : " down"));
            CHECK(faultsIn(model) == 0);
            CHECK(lostRows(model) == 0);
        }
}

TEST_CASE("a crowd keeps the rules of item models through content and sorting")
{
    const workspace::SnapshotPtr snapshot = crowd(2000);
    Table model;
    model.setContent(snapshot, allRows(snapshot));
    for (const int column : {IncidentTableModel::DescriptionColumn, IncidentTableModel::PersonsColumn})
        model.sort(column, Qt::AscendingOrder);
    CHECK(faultsIn(model) == 0);
    model.setContent(snapshot, {1999, 3, 500});
    CHECK(shownRows(model).size() == 3);
    CHECK(faultsIn(model) == 0);
    model.setContent(nullptr, {});
    CHECK(model.rowCount() == 0);
}
