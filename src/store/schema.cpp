#include "store/schema.h"

#include "sqlite/transaction.h"

#include <QFile>
#include <array>
#include <stdexcept>

// A static library's resource is linked in only where it is named, and the macro may not stand in a
// namespace.
static void registerSchemaResource()
{
    Q_INIT_RESOURCE(sql);
}

namespace hk::store {

namespace {

/// A step is never edited after release: a change of the schema is a new step.
struct Step {
    const char* file;
    const char* description;
};
constexpr std::array<Step, 6> steps{{
    {"001_incidents.sql", "GeoPackage core, incidents, areas, deleted incidents, log"},
    {"002_value_lists.sql", "titles and value lists by the schema extension"},
    {"003_layers.sql", "layers of one's own"},
    {"004_import_plans.sql", "ways of importing by name"},
    {"005_log_chain.sql", "log chained by hash, exports in the log, disposal"},
    {"006_desk.sql", "drafts, further reports, attachments and templates"},
}};

QByteArray scriptOf(const Step& step)
{
    registerSchemaResource();
    QFile file(QStringLiteral(":/hk/sql/") + QLatin1StringView(step.file));
    if (!file.open(QIODevice::ReadOnly))
        throw std::logic_error(std::string("an embedded schema step is missing: ") + step.file);
    return file.readAll();
}

sqlite::Result<void> takeStep(sqlite::Database& database, int version)
{
    auto transaction = sqlite::Transaction::begin(database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const auto present = readSchemaVersion(database);
    if (!present)
        return tl::unexpected(present.error());
    if (*present >= version)
        return {};
    const QByteArray script = scriptOf(steps[static_cast<std::size_t>(version - 1)]);
    if (auto taken = database.execute({script.constData(), static_cast<std::size_t>(script.size())}); !taken)
        return taken;
    auto statement = database.prepare("UPDATE hk_schema SET version = ?1");
    if (!statement)
        return tl::unexpected(statement.error());
    if (auto written = statement->bind(1, version).run(); !written)
        return written;
    return transaction->commit();
}

} // namespace

int currentSchemaVersion()
{
    return static_cast<int>(steps.size());
}

sqlite::Result<int> readSchemaVersion(const sqlite::Database& database)
{
    const auto tables =
        database.queryInt64("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'hk_schema'");
    if (!tables)
        return tl::unexpected(tables.error());
    if (*tables == 0)
        return 0;
    return database.queryInt64("SELECT coalesce(max(version), 0) FROM hk_schema")
        .map([](std::int64_t version) { return static_cast<int>(version); });
}

sqlite::Result<void> raiseSchema(sqlite::Database& database, int version)
{
    const auto present = readSchemaVersion(database);
    if (!present)
        return tl::unexpected(present.error());
    for (int next = *present + 1; next <= version; ++next) {
        if (auto taken = takeStep(database, next); !taken)
            return taken;
    }
    return {};
}

} // namespace hk::store
