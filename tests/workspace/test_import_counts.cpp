#include "workspace/import_job.h"

#include "workspace_support.h"

#include <map>
#include <random>

using namespace hk;
using namespace hk::test;
using namespace hk::workspace;

namespace {

const QDateTime now = utc(2026, 1, 1);
const QByteArray head = "external_id,category,from,to,lat,lon,severity,description\n";

/// Rows of which each is good or spoilt in one known way, and how many there are of each kind: the count that an import
/// is held against (in large by scripts/prove-import).
struct SpoiltRows {
    QByteArray text = head;
    std::map<ErrorCode, qint64> faults;
    qint64 good = 0;

    explicit SpoiltRows(int count, unsigned seed)
    {
        std::mt19937 random(seed);
        for (int i = 0; i < count; ++i)
            add(i, static_cast<int>(random() % 20));
    }

    void add(int number, int kind)
    {
        QByteArray category = "N1";
        QByteArray from = QByteArray("2024-0") + QByteArray::number(1 + number % 9) + "-15 1" + QByteArray::number(number % 10) + ":30";
        QByteArray to;
        QByteArray lat = "57.65" + QByteArray::number(10 + number % 80);
        QByteArray severity = "2";
        QByteArray description = "\"Rad, med komma\"";
        const auto spoil = [&](QByteArray& field, const char* value, ErrorCode code) {
            field = value;
            ++faults[code];
        };
        switch (kind) {
        case 0: spoil(category, "Q9", ErrorCode::UnknownCategory); break;
        case 1: spoil(category, "", ErrorCode::ValueMissing); break;
        case 2: spoil(from, "2024-03-31 02:30", ErrorCode::TimeDoesNotExist); break;
        case 3: spoil(from, "snart", ErrorCode::ValueNotUnderstood); break;
        case 4: spoil(from, "2031-01-01 12:00", ErrorCode::TimeInFuture); break;
        case 5: spoil(to, "2019-01-01 12:00", ErrorCode::EndsBeforeStart); break;
        case 6: spoil(lat, "37.1", ErrorCode::OutsideSweden); break;
        case 7: spoil(severity, "9", ErrorCode::ValueOutOfRange); break;
        case 8: spoil(description, "mejla nagon@example.org", ErrorCode::PersonalData); break;
        default: ++good;
        }
        text += QByteArray::number(number) + ',' + category + ',' + from + ',' + to + ',' + lat + ",12.0165," + severity + ','
                + description + '\n';
    }
    qint64 bad() const
    {
        qint64 sum = 0;
        for (const auto& [code, count] : faults)
            sum += count;
        return sum;
    }
};

void checkCounts(const ImportReport& report, const SpoiltRows& rows)
{
    CHECK(report.inserted == rows.good);
    CHECK(report.rejected == rows.bad());
    std::map<ErrorCode, qint64> reasons(report.reasons.begin(), report.reasons.end());
    CHECK(reasons == rows.faults);
}

ImportReport import(store::IncidentStore& store, const QByteArray& text, bool dryRun = false)
{
    ImportRequest request;
    request.path = u("rader");
    request.text = text;
    request.dryRun = dryRun;
    return runImport(store, request, now).value();
}

} // namespace

TEST_CASE("among rows spoilt at random each is counted under its reason, in a dry run as in the import")
{
    for (const unsigned seed : {1U, 2U, 3U}) {
        const Folder folder;
        store::IncidentStore store = newStore(folder.path("a.gpkg"));
        const SpoiltRows rows(2000, seed);
        const ImportReport tried = import(store, rows.text, true);
        checkCounts(tried, rows);
        CHECK(store.info()->incidents == 0);
        checkCounts(import(store, rows.text), rows);
        CHECK(store.info()->incidents == rows.good);
        const qint64 logged = store.info()->logEntries;
        const ImportReport again = import(store, rows.text);
        CHECK(again.unchanged == rows.good);
        CHECK(store.info()->logEntries == logged); // what is unchanged leaves no trace
    }
}

TEST_CASE("what a dry run counts is what the import does, also where rows come twice or change what is there")
{
    std::mt19937 random(7);
    const Folder folder;
    store::IncidentStore store = newStore(folder.path("a.gpkg"));
    const char* const categories[] = {"N1", "S2", "T1"};
    const auto someRows = [&](int count) {
        QByteArray text = head;
        for (int i = 0; i < count; ++i)
            text += QByteArray::number(static_cast<int>(random() % 300)) + ',' + categories[random() % 3]
                    + ",2024-05-01 12:00,,57.6554,12.0165,1,\n";
        return text;
    };
    for (int round = 0; round < 4; ++round) {
        const QByteArray text = someRows(400);
        ImportReport tried = import(store, text, true);
        const ImportReport done = import(store, text);
        CHECK(tried.inserted == done.inserted);
        CHECK(tried.updated == done.updated);
        CHECK(tried.unchanged == done.unchanged);
        CHECK(done.inserted + done.updated + done.unchanged == 400);
    }
}

TEST_CASE("a change at the source is logged, once per row that changed")
{
    const Folder folder;
    store::IncidentStore store = newStore(folder.path("a.gpkg"));
    const QByteArray row = ",2024-05-01 12:00,,57.6554,12.0165,1,\n";
    import(store, head + "1,N1" + row + "2,N1" + row);
    const ImportReport changed = import(store, head + "1,S2" + row + "2,N1" + row);
    CHECK(changed.updated == 1);
    CHECK(changed.unchanged == 1);
    const std::vector<store::LogEntry> log = store.log().value();
    REQUIRE(log.size() == 3);
    CHECK(log.front().action == u("update"));
}
