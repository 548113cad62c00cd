#include "page_fixture.h"
#include "stored_file.h"
#include "report/map_fit.h"
#include "report/map_part.h"
#include "report/situation_figures.h"
#include "support/catch.h"
#include "text/sentences.h"

using namespace hk;
using namespace hk::report;

namespace {

IncidentFilter halfYear()
{
    IncidentFilter filter;
    filter.from = QDate(2026, 1, 1);
    filter.to = QDate(2026, 7, 1);
    return filter;
}

/// The sample with exact times, so that SQL can tell their hour.
const test::StoredFile& exactFile()
{
    static const test::StoredFile file([] {
        std::vector<Incident> incidents = test::sampleOfTwoYears();
        for (Incident& incident : incidents)
            incident.occurredTo = incident.occurredFrom;
        return incidents;
    }());
    return file;
}

const QDate today(2026, 11, 23);
const QString localDay = QStringLiteral("date(occurred_from, 'localtime')");
const QString halfYearSql =
    localDay + QStringLiteral(" >= '2026-01-01' AND ") + localDay + QStringLiteral(" < '2026-07-01'");
const QString yearBeforeSql =
    localDay + QStringLiteral(" >= '2025-01-01' AND ") + localDay + QStringLiteral(" < '2025-07-01'");

} // namespace

TEST_CASE("the totals of a report are those that SQL counts in the file", "[report]")
{
    const test::StoredFile& file = exactFile();
    const SituationFigures figures = figuresOf(*file.analysis(halfYear()), today);
    const auto lines = file.ask(
        QStringLiteral(
            "SELECT category, sum(%1), sum(%2) FROM incidents GROUP BY 1 HAVING sum(%1) + sum(%2) > 0;")
            .arg(halfYearSql, yearBeforeSql));
    if (!lines)
        return;
    REQUIRE(figures.against == SituationFigures::Against::YearBefore);
    REQUIRE(static_cast<std::size_t>(lines->size()) == figures.categories.size());
    std::int64_t all = 0;
    std::int64_t before = 0;
    for (const SituationCount& each : figures.categories) {
        const QString code = file.snapshot()->categories.all()[each.index].code;
        REQUIRE(each.change);
        const QString mine =
            QStringLiteral("%1|%2|%3").arg(code).arg(each.count).arg(each.change->earlier.count);
        CAPTURE(mine);
        CHECK(lines->contains(mine));
        all += each.count;
        before += each.change->earlier.count;
    }
    CHECK(all == figures.count);
    REQUIRE(figures.change);
    CHECK(before == figures.change->earlier.count);

    const auto organisations = file.ask(
        QStringLiteral(
            "SELECT coalesce(organisation, ''), sum(%1) FROM incidents GROUP BY 1 HAVING sum(%1) > 0;")
            .arg(halfYearSql));
    REQUIRE(static_cast<std::size_t>(organisations->size()) == figures.organisations.size());
    for (const SituationCount& each : figures.organisations) {
        const QString name = file.snapshot()->organisations.at(static_cast<qsizetype>(each.index));
        CHECK(organisations->contains(QStringLiteral("%1|%2").arg(name).arg(each.count)));
        std::int64_t parts = 0;
        for (const auto& part : each.parts)
            parts += part.second;
        CHECK(parts == each.count);
    }
}

TEST_CASE("the months and hours of a report are those that SQL counts in the file", "[report]")
{
    const test::StoredFile& file = exactFile();
    const SituationFigures figures = figuresOf(*file.analysis(halfYear()), today);
    const auto months = file.ask(QStringLiteral("SELECT strftime('%Y', occurred_from, 'localtime') + 0, "
                                                "strftime('%m', occurred_from, 'localtime') + 0, "
                                                "count(*) FROM incidents GROUP BY 1, 2;"));
    if (!months)
        return;
    REQUIRE(figures.months.size() == 6);
    for (const analysis::CalendarCount& month : figures.months) {
        CAPTURE(month.month);
        CHECK(months->contains(QStringLiteral("%1|%2|%3").arg(month.year).arg(month.month).arg(month.count)));
        REQUIRE(month.yearBefore);
        CHECK(months->contains(
            QStringLiteral("%1|%2|%3").arg(month.year - 1).arg(month.month).arg(*month.yearBefore)));
    }
    const auto hours = file.ask(
        QStringLiteral("SELECT (strftime('%w', occurred_from, 'localtime') + 6) % 7 * 24 + "
                       "strftime('%H', occurred_from, 'localtime'), count(*) FROM incidents WHERE ") +
        halfYearSql + QStringLiteral(" GROUP BY 1;"));
    std::int64_t sum = 0;
    for (const QString& line : *hours) {
        const auto slot = line.section(u'|', 0, 0).toUInt();
        const auto count = line.section(u'|', 1, 1).toInt();
        CAPTURE(slot);
        CHECK(figures.weekHours.weights.at(slot) == count);
        sum += count;
    }
    CHECK(sum == figures.count);
    double day = 0.0;
    for (const double weight : figures.dayHours.weights)
        day += weight;
    CHECK(day == static_cast<double>(figures.count));
}

TEST_CASE("every number of the tables stands in the report's text", "[report]")
{
    const test::StoredFile& file = exactFile();
    const auto analysis = file.analysis(halfYear());
    const auto document = test::documentOf(analysis, test::optionsOf(Product::SituationReport));
    REQUIRE(document);
    const auto text = test::pageText(*document);
    if (!text)
        return;
    const SituationFigures figures = figuresOf(*analysis, today);
    for (const SituationCount& each : figures.categories) {
        const Category& category = file.snapshot()->categories.all()[each.index];
        const QString words = QStringLiteral("%1 %2").arg(category.code, category.nameEn);
        const QString table = text->mid(text->indexOf(QStringLiteral("By category")));
        const QStringList cells = test::lineOf(table, words);
        CAPTURE(words);
        REQUIRE(cells.size() >= 5);
        CHECK(cells[1] == text::number(qint64{each.count}));
        CHECK(cells[3] == text::number(qint64{each.change->earlier.count}));
    }
    const QStringList sum =
        test::lineOf(text->mid(text->indexOf(QStringLiteral("By category"))), QStringLiteral("All  "));
    REQUIRE(sum.size() >= 5);
    CHECK(sum[1] == text::number(qint64{figures.count}));
    for (const analysis::Hotspot& hotspot : *analysis->hotspots)
        if (hotspot.rank <= 10)
            CHECK(text->contains(analysis->hotspotNames.at(hotspot.rank - 1)));
    for (const QString& words :
         {QStringLiteral("Sample data"), QStringLiteral("Invented file"), QStringLiteral("23 November 2026"),
          QStringLiteral("1:5,000 (A4)"), QStringLiteral("Silverman"), QStringLiteral("1 (")})
        CHECK(text->contains(words));
}

TEST_CASE("the hotspots of the report hold as many incidents as SQL finds in their outlines", "[report]")
{
    const test::StoredFile& file = exactFile();
    const auto analysis = file.analysis(halfYear());
    REQUIRE_FALSE(analysis->hotspots->empty());
    for (const analysis::Hotspot& hotspot : *analysis->hotspots) {
        QStringList edges;
        const auto add = [&edges](const analysis::Ring& ring) {
            for (std::size_t i = 0; i < ring.size(); ++i) {
                const analysis::Point& a = ring[i];
                const analysis::Point& b = ring[(i + 1) % ring.size()];
                edges.append(QStringLiteral("(%1,%2,%3,%4)")
                                 .arg(a.x, 0, 'f', 6)
                                 .arg(a.y, 0, 'f', 6)
                                 .arg(b.x, 0, 'f', 6)
                                 .arg(b.y, 0, 'f', 6));
            }
        };
        add(hotspot.polygon.outer);
        for (const analysis::Ring& hole : hotspot.polygon.holes)
            add(hole);
        // The even-odd rule over the edges. Places known only to an area, or to a circle wider than the
        // bandwidth, are in no heatmap.
        const auto counted = file.ask(
            QStringLiteral(
                "WITH e(x1, y1, x2, y2) AS (VALUES %1), p AS (SELECT %2 AS x, %3 AS y FROM incidents i "
                "WHERE i.precision <> 'area' AND coalesce(i.radius, 10) <= 150 AND %4) "
                "SELECT count(*) FROM p WHERE (SELECT count(*) FROM e WHERE (e.y1 > p.y) <> (e.y2 > p.y) "
                "AND p.x < (e.x2 - e.x1) * (p.y - e.y1) / (e.y2 - e.y1) + e.x1) % 2 = 1;")
                .arg(edges.join(u','), test::StoredFile::eastingSql(), test::StoredFile::northingSql(),
                     halfYearSql));
        if (!counted)
            return;
        CAPTURE(hotspot.rank);
        CHECK(counted->front().toULongLong() == hotspot.incidents);
    }
}

TEST_CASE("where the file does not reach a year back the report says so instead of naught", "[report]")
{
    IncidentFilter filter;
    filter.from = QDate(2025, 2, 1);
    filter.to = QDate(2025, 3, 1);
    const auto analysis = exactFile().analysis(filter);
    const SituationFigures figures = figuresOf(*analysis, today);
    CHECK(figures.against == SituationFigures::Against::JustBefore);
    CHECK(figures.earlier == Period{QDate(2025, 1, 4), QDate(2025, 2, 1)});
    for (const analysis::CalendarCount& month : figures.months)
        CHECK_FALSE(month.yearBefore);
    const auto document = test::documentOf(analysis, test::optionsOf(Product::SituationReport));
    REQUIRE(document);
    if (const auto text = test::pageText(*document))
        CHECK(text->simplified().contains(
            QStringLiteral("The file does not reach back to the same days a year before")));

    IncidentFilter all;
    const SituationFigures whole = figuresOf(*exactFile().analysis(all), today);
    CHECK(whole.against == SituationFigures::Against::Nothing);
    CHECK_FALSE(whole.change);
    for (const SituationCount& each : whole.categories)
        CHECK_FALSE(each.change);
}

TEST_CASE("days that are still to come are not held against those of the year before", "[report]")
{
    IncidentFilter filter;
    filter.from = QDate(2026, 1, 1);
    filter.to = QDate(2027, 1, 1);
    const SituationFigures figures = figuresOf(*exactFile().analysis(filter), QDate(2026, 3, 31));
    CHECK(figures.period == Period{QDate(2026, 1, 1), QDate(2026, 4, 1)});
    CHECK(figures.earlier == Period{QDate(2025, 1, 1), QDate(2025, 4, 1)});
}

TEST_CASE("an organisation that did not report yet has no change", "[report]")
{
    std::vector<Incident> incidents;
    const auto add = [&](const QDate& day, const QString& organisation, int count) {
        for (int i = 0; i < count; ++i) {
            incidents.push_back(
                test::incidentAt(QDateTime(day, QTime(12, 0), Qt::UTC), QStringLiteral("S1"), i));
            incidents.back().organisation = organisation;
        }
    };
    add(QDate(2025, 5, 2), QStringLiteral("Old"), 20);
    add(QDate(2026, 5, 2), QStringLiteral("Old"), 22);
    add(QDate(2026, 5, 3), QStringLiteral("New"), 40);
    add(QDate(2025, 5, 1), QStringLiteral("Old"), 1);
    IncidentFilter filter;
    filter.from = QDate(2026, 5, 1);
    filter.to = QDate(2026, 6, 1);
    const test::StoredFile file(incidents);
    const SituationFigures figures = figuresOf(*file.analysis(filter), today);
    REQUIRE(figures.organisations.size() == 2);
    CHECK(figures.organisations[0].count == 40);
    CHECK_FALSE(figures.organisations[0].change);
    REQUIRE(figures.organisations[1].change);
    CHECK(figures.organisations[1].change->earlier.count == 21);
}

TEST_CASE("the scale of a map is round and shows all that it is fitted to", "[report]")
{
    CHECK(roundScale(5000) == 5000);
    CHECK(roundScale(5001) == 6000);
    CHECK(roundScale(9000) == 10'000);
    CHECK(roundScale(12'345) == 15'000);
    const QRectF ground(300'000, 6'390'000, 7'000, 3'000);
    const MapPage page = fitted(test::barePage(Paper::A4, Orientation::Portrait, 5000), ground, {180, 150});
    CHECK(page.scale == 50'000);
    CHECK(page.centre == Sweref99{303'500, 6'391'500});
}
