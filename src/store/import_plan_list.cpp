// The ways of importing that lie in the file under their names.

#include "store/incident_row.h"
#include "store/store_impl.h"

namespace hk::store {

Result<std::vector<StoredImportPlan>> IncidentStore::importPlans() const
{
    auto statement = m_impl->database.prepare("SELECT name, columns, mapping FROM hk_import_plans ORDER BY name");
    if (!statement)
        return m_impl->failed(statement.error());
    std::vector<StoredImportPlan> plans;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return m_impl->failed(row.error());
        if (!*row)
            return plans;
        plans.push_back({toQString(statement->text(0)), toQString(statement->text(1)).toUtf8(),
                         toQString(statement->text(2)).toUtf8()});
    }
}

Result<void> IncidentStore::putImportPlan(const StoredImportPlan& plan)
{
    if (const Result<void> writable = m_impl->requireWritable(); !writable)
        return writable;
    auto statement = m_impl->database.prepare(
        "INSERT INTO hk_import_plans (name, columns, mapping) VALUES (?1, ?2, ?3) "
        "ON CONFLICT (name) DO UPDATE SET columns = excluded.columns, mapping = excluded.mapping, "
        "changed_at = strftime('%Y-%m-%dT%H:%M:%fZ','now')");
    if (!statement)
        return m_impl->failed(statement.error());
    bindText(*statement, 1, plan.name);
    const auto bind = [&](int parameter, const QByteArray& json) {
        statement->bind(parameter, std::string_view(json.constData(), static_cast<std::size_t>(json.size())));
    };
    bind(2, plan.columns);
    bind(3, plan.mapping);
    if (const auto put = statement->run(); !put)
        return m_impl->failed(put.error());
    return {};
}

Result<void> IncidentStore::removeImportPlan(const QString& name)
{
    if (const Result<void> writable = m_impl->requireWritable(); !writable)
        return writable;
    auto statement = m_impl->database.prepare("DELETE FROM hk_import_plans WHERE name = ?1");
    if (!statement)
        return m_impl->failed(statement.error());
    bindText(*statement, 1, name);
    if (const auto removed = statement->run(); !removed)
        return m_impl->failed(removed.error());
    return {};
}

} // namespace hk::store
