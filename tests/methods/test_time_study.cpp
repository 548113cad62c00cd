#include "methods/time_study.h"
#include "workspace/workspace_support.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

#include <cmath>

using namespace hk;
using namespace hk::methods;
using test::u;
using test::utc;

namespace {

Incident between(const QDateTime& from, const QDateTime& to)
{
    Incident result = test::incident("N1", from);
    result.occurredTo = to;
    return result;
}

MethodResultPtr resultOf(const std::vector<Incident>& incidents, const TimeStudy& study, const IncidentFilter& filter = {})
{
    QLocale::setDefault(QLocale::c());
    const Result<MethodResultPtr> result = runTimes(inputOf(test::snapshotOf(incidents), filter), study);
    REQUIRE(result.has_value());
    return *result;
}

TimeStudy plain()
{
    TimeStudy study;
    study.test = false;
    return study;
}

TimeStudy aoristic()
{
    TimeStudy study = plain();
    study.aoristic = true;
    return study;
}

double hourOf(const MethodResult& result, int weekday, int hour)
{
    return result.json[u("hours")].toArray().at(weekday).toArray().at(hour).toDouble();
}

} // namespace

TEST_CASE("hours are those of the local clock, seven days of 24, Monday first")
{
    // 2025-07-04 is a Friday; 20:30 UTC is 22:30 in summer.
    const MethodResultPtr result = resultOf({test::incident("N1", utc(2025, 7, 4, 20, 30))}, plain());
    CHECK(result->json[u("hours")].toArray().size() == 7);
    CHECK(result->json[u("hours")].toArray().at(0).toArray().size() == 24);
    CHECK(hourOf(*result, 4, 22) == 1.0);
    CHECK(result->json[u("counted")].toInt() == 1);
    CHECK(result->json[u("bands")].toObject()[u("by_weekday")].toArray().at(4).toArray().at(4).toDouble() == 1.0);
}

TEST_CASE("a span is left out of a plain count where no hour holds more than half of it, and shared when asked")
{
    const std::vector<Incident> incidents{between(utc(2025, 1, 7, 10, 0), utc(2025, 1, 7, 14, 0)),
                                          between(utc(2025, 1, 7, 10, 50), utc(2025, 1, 7, 11, 30)),
                                          between(utc(2025, 1, 1), utc(2025, 1, 9))};
    const MethodResultPtr counted = resultOf(incidents, plain());
    CHECK(hourOf(*counted, 1, 12) == 1.0); // 11:50–12:30 local: ten minutes, then thirty
    CHECK(counted->json[u("counted")].toInt() == 1);
    CHECK(counted->json[u("left_out")].toInt() == 2);
    CHECK(counted->json[u("left_out_week_or_more")].toInt() == 1);
    const MethodResultPtr shared = resultOf(incidents, aoristic());
    CHECK_THAT(hourOf(*shared, 1, 11), WithinAbs(0.25 + 0.25, 1e-12));
    CHECK_THAT(hourOf(*shared, 1, 12), WithinAbs(0.25 + 0.75, 1e-12));
    CHECK(shared->json[u("counted")].toInt() == 2);
    CHECK(shared->json[u("left_out")].toInt() == 1);
    CHECK_FALSE(shared->remarks.isEmpty());
}

TEST_CASE("a span over the lost hour of March is shared by the minutes the clock shows")
{
    // 2025-03-30, a Sunday: 01:30 to 03:30 on the clock, one hour in truth.
    const MethodResultPtr result = resultOf({between(utc(2025, 3, 30, 0, 30), utc(2025, 3, 30, 1, 30))}, aoristic());
    CHECK_THAT(hourOf(*result, 6, 1), WithinAbs(0.25, 1e-12));
    CHECK_THAT(hourOf(*result, 6, 2), WithinAbs(0.50, 1e-12));
    CHECK_THAT(hourOf(*result, 6, 3), WithinAbs(0.25, 1e-12));
}

TEST_CASE("a span over the doubled hour of October is shared by the minutes the clock shows")
{
    // 2025-10-26, a Sunday: 01:30 to 03:30 on the clock, three hours in truth.
    const MethodResultPtr result = resultOf({between(utc(2025, 10, 25, 23, 30), utc(2025, 10, 26, 2, 30))}, aoristic());
    CHECK_THAT(hourOf(*result, 6, 1), WithinAbs(0.25, 1e-12));
    CHECK_THAT(hourOf(*result, 6, 2), WithinAbs(0.50, 1e-12));
    CHECK_THAT(hourOf(*result, 6, 3), WithinAbs(0.25, 1e-12));
}

TEST_CASE("a span from Friday evening to Monday morning is counted as over a day")
{
    const MethodResultPtr result = resultOf({between(utc(2025, 1, 3, 17, 0), utc(2025, 1, 6, 6, 0))}, aoristic());
    CHECK(result->json[u("over_a_day")].toInt() == 1);
    CHECK_THAT(hourOf(*result, 5, 12), WithinAbs(1.0 / 61.0, 1e-12));
}

TEST_CASE("months of the filter's period stand beside those a year before it, though these are not selected")
{
    std::vector<Incident> incidents{test::incident("N1", utc(2024, 1, 1))};
    for (int i = 0; i < 5; ++i)
        incidents.push_back(test::incident("N1", utc(2024, 3, 2 + i)));
    for (int i = 0; i < 3; ++i)
        incidents.push_back(test::incident("N1", utc(2025, 3, 2 + i)));
    IncidentFilter filter;
    filter.from = {2025, 3, 1};
    filter.to = {2025, 5, 1};
    const MethodResultPtr result = resultOf(incidents, plain(), filter);
    const QJsonArray months = result->json[u("months")].toArray();
    REQUIRE(months.size() == 2);
    CHECK(months[0].toObject()[u("count")].toInt() == 3);
    CHECK(months[0].toObject()[u("year_before")].toInt() == 5);
    CHECK(months[1].toObject()[u("count")].toInt() == 0);
    CHECK(result->json[u("counted")].toInt() == 3);
    REQUIRE(result->bars.size() == 5);
    CHECK(result->bars[3].reference == std::vector<double>{5, 0});
}

TEST_CASE("a night that comes back every Friday is found, and said")
{
    std::vector<Incident> incidents;
    for (int week = 0; week < 40; ++week) {
        incidents.push_back(test::incident("N1", utc(2025, 1, 3, 21, 30).addDays(7 * week)));
        incidents.push_back(test::incident("N1", utc(2025, 1, 3, 22, 10).addDays(7 * week)));
        incidents.push_back(test::incident("N1", utc(2025, 1, 1).addSecs(3600LL * ((week * 101) % 6000))));
    }
    TimeStudy study;
    study.runs = 199;
    const MethodResultPtr result = resultOf(incidents, study);
    const QJsonObject tested = result->json[u("test")].toObject();
    REQUIRE(tested[u("slots")].toArray().size() == 42);
    const QJsonObject friday = tested[u("slots")].toArray().at(6 * 4 + 4).toObject();
    CHECK(friday[u("weekday")].toInt() == 4);
    CHECK(friday[u("band")].toInt() == 4);
    CHECK(friday[u("p_all_hours")].toDouble() <= 0.01);
    CHECK(result->sentences.join(u("|")).contains(u("more incidents than chance explains")));
    CHECK(resultOf(incidents, study)->json == result->json);

    study.testedHours.set(4 * 24 + 22);
    study.testedHours.set(4 * 24 + 23);
    CHECK(resultOf(incidents, study)->json[u("test")].toObject()[u("slots")].toArray().size() == 1);
}

TEST_CASE("times that are not known are warned of")
{
    std::vector<Incident> incidents;
    for (int day = 1; day < 26; ++day) // local midnight in winter
        incidents.push_back(test::incident("N1", utc(2025, 1, day, 23, 0)));
    CHECK(resultOf(incidents, plain())->warnings.size() == 1);
}

TEST_CASE("points without dates, no incidents and too many shuffles are refused")
{
    StudyInput input = inputOf(test::snapshotOf({test::incident("N1", utc(2025, 1, 1))}), {});
    input.hasTimes = false;
    CHECK(runTimes(input, plain()).error().code == ErrorCode::StudyNotPossible);
    input.hasTimes = true;
    TimeStudy study;
    study.runs = 0;
    CHECK(runTimes(input, study).error().code == ErrorCode::StudyNotPossible);
    input.rows.clear();
    CHECK(runTimes(input, plain()).error().code == ErrorCode::NoIncidents);
}
