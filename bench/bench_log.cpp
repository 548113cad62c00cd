// What the log costs: made-up incidents imported in one transaction, their entries chained by hash again, the chain verified, and
// the log searched by words. bench_log [incidents] (156385 if none is given): processor time, and microseconds for each entry.
#include "sqlite/database.h"
#include "sqlite/transaction.h"
#include "store/incident_store.h"
#include "store/log_chain.h"
#include "workspace/log_words.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>

using namespace hk;
using namespace hk::store;

namespace {

Incident madeUp(int number)
{
    Incident incident;
    incident.category = number % 3 == 0 ? QStringLiteral("S1") : QStringLiteral("N1");
    incident.occurredFrom = QDateTime(QDate(2018, 1, 1), QTime(0, 0), Qt::UTC).addSecs(200LL * number);
    incident.occurredTo = incident.occurredFrom;
    incident.position = {320000.0 + number % 4000, 6392000.0 + (number / 7) % 4000};
    incident.placeName = QStringLiteral("Gatan %1").arg(number % 900);
    incident.description = QStringLiteral("Påhittad händelse %1 med en mening om vad som har hänt").arg(number);
    incident.externalId = QString::number(number);
    return incident;
}

void told(const char* what, int entries, const std::function<bool()>& work)
{
    const std::clock_t from = std::clock();
    if (!work()) {
        std::fprintf(stderr, "%s failed\n", what);
        std::exit(1);
    }
    const double seconds = static_cast<double>(std::clock() - from) / CLOCKS_PER_SEC;
    std::printf("%-28s %7.3f s  %6.2f µs\n", what, seconds, 1e6 * seconds / entries);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const int count = argc > 1 ? std::atoi(argv[1]) : 156385;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("log.gpkg"));
    {
        Result<IncidentStore> store = IncidentStore::create(path, {});
        told("import, logged and chained", count, [&] {
            Result<IncidentStore::Import> import = store->beginImport();
            for (int i = 0; i < count; ++i)
                if (!import->put(madeUp(i)))
                    return false;
            return import->commit().has_value();
        });
        told("verify the chain", count, [&] { return store->verifyLog()->sound(); });
        told("search for two words", count, [&] {
            const Result<workspace::LogPart> part
                = workspace::searchLog(*store, {}, workspace::LogSearch(QStringLiteral("gatan finnsinte")), count);
            return part && part->entries.empty() && part->lookedAt == count;
        });
    }
    auto database = sqlite::Database::open(path.toStdString(), sqlite::OpenMode::ReadWrite);
    if (!database || !database->execute("DROP TRIGGER hk_log_chain_no_delete; DELETE FROM hk_log_chain"))
        return 1;
    told("chain it anew", count, [&] {
        auto transaction = sqlite::Transaction::begin(*database);
        return transaction && LogChain(*database).extend(LogOrigin::Program) && transaction->commit();
    });
    return 0;
}
