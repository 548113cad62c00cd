#include "methods/near_repeat_study.h"
#include "support/catch.h"

#include <QJsonArray>
#include <QLocale>

#include <random>

using namespace hk;
using namespace hk::methods;

namespace {

/// 200 incidents far from each other and `repeats` that follow one of them within three days and 30 m.
StudyInput incidents(int repeats)
{
    auto table = std::make_shared<analysis::IncidentTable>();
    StudyInput input;
    const auto add = [&](double east, double north, int day, float radius = 0.0F, int spanMinutes = 0) {
        input.rows.push_back(static_cast<std::uint32_t>(table->size()));
        table->easting.push_back(320'000.0 + east);
        table->northing.push_back(6'394'000.0 + north);
        table->localDate.push_back(20'000 + day);
        table->radius.push_back(radius);
        table->flags.push_back(0);
        table->localSpanMinutes.push_back(spanMinutes);
    };
    std::mt19937 random(4);
    std::vector<int> days;
    for (int i = 0; i < 200; ++i) {
        days.push_back(static_cast<int>(random() % 365));
        add(60.0 * (i % 20), 60.0 * (i / 20), days.back());
    }
    for (int i = 0; i < repeats; ++i)
        add(60.0 * (i % 20) + 10.0, 60.0 * (i / 20) + 10.0, days[static_cast<std::size_t>(i)] + 3);
    add(0, 0, 10, 150.0F);
    add(0, 0, 10, 0.0F, 8 * 1440);
    input.table = std::move(table);
    return input;
}

NearRepeatStudy study()
{
    NearRepeatStudy study;
    study.bands = {{0.0, 50.0, 100.0}, {0, 7, 14}};
    return study;
}

MethodResultPtr ran(const StudyInput& input, const NearRepeatStudy& how)
{
    QLocale::setDefault(QLocale::c());
    const Result<MethodResultPtr> result = runNearRepeat(input, how, {}, {});
    REQUIRE(result.has_value());
    return *result;
}

QString why(const Result<MethodResultPtr>& result)
{
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().code == ErrorCode::StudyNotPossible);
    return result.error().arguments.value(0);
}

} // namespace

TEST_CASE("a pattern is said with its risk, distance, days and probability")
{
    const MethodResultPtr result = ran(incidents(60), study());
    CHECK(result->sentences.first().startsWith(QStringLiteral("After an incident the risk is ")));
    CHECK(result->sentences.first().endsWith(QStringLiteral("times higher within 50 m for 7 day(s) (p = 0.001).")));
    CHECK(result->warnings.isEmpty());
}

TEST_CASE("where chance would do as well, no pattern is said")
{
    const MethodResultPtr result = ran(incidents(0), study());
    CHECK(result->sentences.first().startsWith(QStringLiteral("Too few incidents lie so near each other")));
    NearRepeatStudy wider = study();
    wider.bands = {{0.0, 200.0}, {0, 30}};
    CHECK(ran(incidents(0), wider)->sentences.first().startsWith(QStringLiteral("No pattern: ")));
}

TEST_CASE("json holds the table as arrays, space by time, as in the columns of the table")
{
    const MethodResultPtr result = ran(incidents(60), study());
    const QJsonObject& json = result->json;
    for (const char* key : {"observed", "expected", "ratio", "p", "p_all_cells"}) {
        REQUIRE(json[QLatin1String(key)].toArray().size() == 2);
        CHECK(json[QLatin1String(key)].toArray().at(0).toArray().size() == 2);
    }
    CHECK(json[u"observed"].toArray().at(0).toArray().at(0).toInt() == 60);
    CHECK(json[u"incidents"].toInt() == 260);
    CHECK(json[u"left_out"].toObject()[u"place"].toInt() == 1);
    CHECK(json[u"left_out"].toObject()[u"time_span"].toInt() == 1);
    CHECK(json[u"runs"].toInt() == 999);
    CHECK(json[u"bands"].toObject()[u"days"].toArray() == QJsonArray{0, 7, 14});
    const ResultTable& table = result->tables.front();
    REQUIRE(table.rows.size() == 4);
    CHECK(table.rows[0][5].toInt() == 60);
    for (const ResultTable& each : result->tables)
        for (const QVariantList& row : each.rows)
            CHECK(row.size() == static_cast<qsizetype>(each.columns.size()));
}

TEST_CASE("the same place can be a band of its own")
{
    NearRepeatStudy own = study();
    own.samePlace = true;
    const MethodResultPtr result = ran(incidents(60), own);
    CHECK(result->json[u"bands"].toObject()[u"metres"].toArray() == QJsonArray{0, 1, 50, 100});
    CHECK(result->tables.front().rows.front().front().toString() == QStringLiteral("same place"));
    own.bands.metres = {10.0, 50.0};
    CHECK(why(runNearRepeat(incidents(0), own, {}, {})).contains(QStringLiteral("begin at 0")));
}

TEST_CASE("a near-repeat study that cannot be made says why")
{
    StudyInput input = incidents(0);
    NearRepeatStudy broken = study();
    broken.bands.days = {7, 0};
    CHECK(why(runNearRepeat(input, broken, {}, {})).contains(QStringLiteral("must rise")));
    broken = study();
    broken.bands.metres.clear();
    CHECK(why(runNearRepeat(input, broken, {}, {})).contains(QStringLiteral("must rise")));
    broken = study();
    broken.runs = 3;
    CHECK(why(runNearRepeat(input, broken, {}, {})).contains(QStringLiteral("from 19 to")));
    input.rows.resize(1);
    CHECK(runNearRepeat(input, study(), {}, {}).error().code == ErrorCode::NoIncidents);
    input.hasTimes = false;
    CHECK(why(runNearRepeat(input, study(), {}, {})).contains(QStringLiteral("no dates")));
    std::stop_source stop;
    stop.request_stop();
    CHECK(runNearRepeat(incidents(0), study(), stop.get_token(), {}).error().code == ErrorCode::Cancelled);
}

TEST_CASE("too few shuffles for so many cells are warned of")
{
    NearRepeatStudy few = study();
    few.runs = 39;
    CHECK(ran(incidents(60), few)->warnings.size() == 1);
}
