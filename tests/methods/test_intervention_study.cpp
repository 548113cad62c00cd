#include "methods/intervention_study.h"
#include "support/catch.h"
#include "workspace/workspace_support.h"

#include <QJsonArray>
#include <QLocale>

using namespace hk;
using namespace hk::methods;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr double originX = 321'000.0;
constexpr double originY = 6'394'000.0;

analysis::Polygon box(double west, double south, double size)
{
    return {{{originX + west, originY + south}, {originX + west + size, originY + south}, {originX + west + size, originY + south + size},
             {originX + west, originY + south + size}},
            {}};
}

/// Where and when, and how many.
struct Heap {
    double east;
    QDate day;
    int count;
};

StudyInput incidents(const std::vector<Heap>& heaps)
{
    auto table = std::make_shared<analysis::IncidentTable>();
    StudyInput input;
    for (const Heap& heap : heaps)
        for (int i = 0; i < heap.count; ++i) {
            input.rows.push_back(static_cast<std::uint32_t>(table->size()));
            table->easting.push_back(originX + heap.east);
            table->northing.push_back(originY + 50.0);
            table->localDate.push_back(static_cast<std::int32_t>(QDate(1970, 1, 1).daysTo(heap.day)));
            table->radius.push_back(10.0F);
            table->flags.push_back(0);
        }
    input.table = std::move(table);
    return input;
}

const QDate before(2024, 3, 1);
const QDate after(2025, 3, 1);

/// Target 100 → 50, buffer 100 → 150, control 100 → 100.
StudyInput moved()
{
    return incidents({{50, before, 100}, {50, after, 50}, {250, before, 100}, {250, after, 150}, {1050, before, 100},
                      {1050, after, 100}});
}

InterventionStudy study()
{
    InterventionStudy study;
    study.target = {box(0, 0, 100)};
    study.control = {box(1000, 0, 100)};
    study.before = {{2024, 1, 1}, {2024, 7, 1}};
    study.after = {{2025, 1, 1}, {2025, 7, 1}};
    return study;
}

MethodResultPtr ran(const StudyInput& input, const InterventionStudy& how)
{
    QLocale::setDefault(QLocale::c());
    const Result<MethodResultPtr> result = runIntervention(input, how, {}, {});
    REQUIRE(result.has_value());
    return *result;
}

QString why(const InterventionStudy& how)
{
    const Result<MethodResultPtr> result = runIntervention(moved(), how, {}, {});
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().code == ErrorCode::StudyNotPossible);
    return result.error().arguments.value(0);
}

} // namespace

TEST_CASE("a larger decrease in the target than in the control is said with its interval")
{
    const MethodResultPtr result = ran(moved(), study());
    // −50 ± 1.96 · √350
    CHECK(result->sentences.first()
          == QStringLiteral("The decrease in the target area is larger than in the control area: 50 fewer incident(s) "
                            "(95% interval 13–87)."));
    CHECK(result->json[u"wdd"].toObject()[u"value"].toDouble() == -50.0);
    CHECK_THAT(result->json[u"rate_ratio"].toObject()[u"value"].toDouble(), WithinRel(0.5, 1e-12));
    CHECK(result->json[u"wdq"].toObject()[u"state"].toString() == QStringLiteral("no-buffer"));
    CHECK(result->json[u"buffer"].isNull());
    CHECK(result->warnings.isEmpty());
}

TEST_CASE("what moved to the buffer is counted, and only called moved against a control of its own")
{
    InterventionStudy how = study();
    how.buffer = {box(200, 0, 100)};
    MethodResultPtr result = ran(moved(), how);
    CHECK_THAT(result->json[u"wdq"].toObject()[u"value"].toDouble(), WithinAbs(-1.0, 1e-12));
    CHECK(result->json[u"wdd"].toObject()[u"value"].toDouble() == 0.0);
    CHECK(result->sentences.at(2).contains(QStringLiteral("without a control of its own")));
    CHECK(result->warnings.size() == 1);
    how.controlBuffer = {box(1200, 0, 100)};
    StudyInput input = moved();
    result = ran(incidents({{50, before, 100}, {50, after, 50}, {250, before, 100}, {250, after, 160}, {1050, before, 100},
                            {1050, after, 100}, {1250, before, 40}, {1250, after, 40}}),
                 how);
    CHECK(result->sentences.at(2).contains(QStringLiteral("some may have moved there")));
    CHECK(result->warnings.isEmpty());
}

TEST_CASE("a buffer of a width is counted and drawn around the target")
{
    InterventionStudy how = study();
    how.bufferWidth = 200.0;
    const MethodResultPtr result = ran(moved(), how);
    CHECK(result->json[u"buffer"].toObject()[u"after"].toInt() == 150);
    REQUIRE(result->layer);
    CHECK(result->layer->classes.size() == 3);
    REQUIRE(result->layer->shapes.size() == 3);
    CHECK(result->layer->shapes.front().parts.size() == 2); // with the target cut out
    CHECK(result->properties.size() == 3);
}

TEST_CASE("the outline of a buffer is as large as the area it stands for")
{
    const auto around = bufferAround({box(0, 0, 100)}, 50.0);
    REQUIRE(around.size() == 1);
    CHECK(around.front().holes.size() == 1);
    CHECK_THAT(analysis::area(around.front()), WithinRel(4 * 100.0 * 50.0 + 3.14159265 * 2500.0, 0.002));
    for (const analysis::Point& p : around.front().outer)
        CHECK_THAT(analysis::distance(box(0, 0, 100), p), WithinAbs(50.0, 0.1));
    CHECK(bufferAround({box(0, 0, 100), box(500, 0, 100)}, 50.0).size() == 2);
    CHECK(bufferAround({box(0, 0, 100), box(150, 0, 100)}, 50.0).size() == 1);
    CHECK(bufferAround({box(0, 0, 100)}, 0.0).empty());
    CHECK(bufferAround({}, 50.0).empty());
}

TEST_CASE("counts that are too small make no claim")
{
    const MethodResultPtr result = ran(incidents({{50, before, 9}, {50, after, 2}, {1050, before, 9}, {1050, after, 9}}), study());
    CHECK(result->sentences.first().startsWith(QStringLiteral("Too few incidents to say")));
    CHECK(result->sentences.size() == 1);
    CHECK_FALSE(result->tables.front().rows.front().at(5).isValid()); // no percentage
    CHECK(result->warnings.size() == 2);
}

TEST_CASE("a change that chance may have made is not called one")
{
    const MethodResultPtr result
        = ran(incidents({{50, before, 50}, {50, after, 45}, {1050, before, 50}, {1050, after, 50}}), study());
    CHECK(result->sentences.first().startsWith(QStringLiteral("The change in the target area cannot be told from")));
    CHECK(result->sentences.size() == 1);
}

TEST_CASE("overlapping areas, other seasons, short and unequal periods are warned of")
{
    InterventionStudy how = study();
    how.control = {box(50, 0, 100)};
    how.before = {{2024, 1, 1}, {2024, 1, 15}};
    how.after = {{2024, 6, 1}, {2024, 7, 1}};
    const MethodResultPtr result
        = ran(incidents({{75, {2024, 1, 2}, 30}, {75, {2024, 6, 2}, 30}, {125, {2024, 1, 2}, 30}, {125, {2024, 6, 2}, 30}}), how);
    const QString all = result->warnings.join(u'\n');
    CHECK(all.contains(QStringLiteral("Overlap of")));
    CHECK(all.contains(QStringLiteral("60 incident(s) lie in several areas")));
    CHECK(all.contains(QStringLiteral("different parts of the year")));
    CHECK(all.contains(QStringLiteral("shorter than four weeks")));
    CHECK(all.contains(QStringLiteral("differ in length (14 and 30 days)")));
    CHECK_THAT(result->json[u"before_scale"].toDouble(), WithinRel(30.0 / 14.0, 1e-12));
}

TEST_CASE("an evaluation that cannot be made says why")
{
    InterventionStudy how = study();
    how.target.clear();
    CHECK(why(how).contains(QStringLiteral("target area")));
    how = study();
    how.control.clear();
    CHECK(why(how).contains(QStringLiteral("control area")));
    how = study();
    std::swap(how.before, how.after);
    CHECK(why(how).contains(QStringLiteral("earlier than")));
    how = study();
    how.after.from = {2024, 6, 30};
    CHECK(why(how).contains(QStringLiteral("before the period before has ended")));
    how = study();
    how.before = {};
    CHECK(why(how).contains(QStringLiteral("the period before")));
}

TEST_CASE("the input's own period and area do not narrow the evaluation")
{
    std::vector<Incident> given;
    for (int i = 0; i < 12; ++i) {
        given.push_back(test::incident("N1", test::utc(2024, 2, 1 + i)));
        given.push_back(test::incident("N1", test::utc(2025, 2, 1 + i)));
    }
    const auto snapshot = test::snapshotOf(given);
    IncidentFilter filter;
    filter.from = {2025, 2, 3};
    StudyInput input = inputOf(snapshot, filter);
    CHECK(input.rows.size() == 10);
    InterventionStudy how = study();
    const double east = snapshot->table->easting.front();
    const double north = snapshot->table->northing.front();
    how.target = {box(east - originX - 100.0, north - originY - 100.0, 200.0)};
    const MethodResultPtr result = ran(input, how);
    CHECK(result->json[u"target"].toObject()[u"before"].toInt() == 12);
    CHECK(result->json[u"target"].toObject()[u"after"].toInt() == 12);
}
