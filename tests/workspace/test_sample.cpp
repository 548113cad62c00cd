#include "workspace/sample.h"

#include "core/incident_draft.h"
#include "core/local_time.h"
#include "core/personal_data.h"
#include "workspace_support.h"

#include <QSet>
#include <QTimeZone>

#include <cmath>
#include <map>

using namespace hk;
using namespace hk::test;
using namespace hk::workspace;

namespace {
const SampleOptions fixedSample{600, 1481, QDate(2026, 6, 30)};
} // namespace

TEST_CASE("the sample is 600 valid incidents without personal data over 24 months")
{
    const std::vector<Incident> incidents = sampleIncidents(fixedSample);
    REQUIRE(incidents.size() == 600);
    const QDateTime now(QDate(2026, 7, 1), QTime(12, 0), Qt::UTC);
    QSet<QUuid> ids;
    for (const Incident& incident : incidents) {
        const ValidationResult valid = validate(IncidentDraft::fromIncident(incident), CategoryList::standard(), now);
        REQUIRE(valid.has_value());
        CHECK(findPersonalData(incident.description).empty());
        const QDate day = incident.occurredFrom.toTimeZone(stockholm()).date();
        CHECK(day >= QDate(2024, 7, 1));
        CHECK(day <= QDate(2026, 6, 30));
        ids.insert(incident.id);
    }
    CHECK(ids.size() == 600);
}

TEST_CASE("the same seed gives the same sample, another seed another")
{
    CHECK(sampleIncidents(fixedSample) == sampleIncidents(fixedSample));
    SampleOptions other = fixedSample;
    other.seed = 2;
    CHECK(sampleIncidents(fixedSample) != sampleIncidents(other));
}

TEST_CASE("the sample has every precision, spans of many lengths, and rhythms")
{
    std::map<Precision, int> precisions;
    int exact = 0;
    int hours = 0;
    int days = 0;
    int weeks = 0;
    int hubWeekendEvenings = 0;
    int hubWeekdayMornings = 0;
    for (const Incident& incident : sampleIncidents({6000, 7, QDate(2026, 6, 30)})) {
        ++precisions[incident.precision];
        const qint64 span = incident.occurredFrom.secsTo(incident.occurredTo);
        exact += span == 0;
        hours += span > 0 && span < 86400;
        days += span >= 86400 && span < 7 * 86400;
        weeks += span >= 7 * 86400;
        const QDateTime local = incident.occurredFrom.toTimeZone(stockholm());
        if (incident.placeName == u("Mölndals bro")) {
            const int weekday = local.date().dayOfWeek();
            const int hour = local.time().hour();
            hubWeekendEvenings += (weekday == 5 || weekday == 6) && hour >= 20;
            hubWeekdayMornings += weekday < 5 && hour >= 7 && hour < 11;
        }
    }
    CHECK(precisions.size() == 4);
    CHECK(exact > 3000);
    CHECK(hours > 300);
    CHECK(days > 100);
    CHECK(weeks > 30);
    CHECK(hubWeekendEvenings > 3 * hubWeekdayMornings / 2);
}

TEST_CASE("a sample store says that it is one")
{
    const Folder folder;
    store::CreateOptions options;
    options.sample = true;
    Result<store::IncidentStore> store = store::IncidentStore::create(folder.path("s.gpkg"), options);
    REQUIRE(store.has_value());
    REQUIRE(makeSample(*store, fixedSample).has_value());
    CHECK(store->info()->sample);
    CHECK(store->info()->incidents == 600);
}
