#include "workspace/import_plans.h"

#include "exchange/value_match.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace hk::workspace {

Result<std::vector<exchange::ImportPlan>> importPlans(const store::IncidentStore& store)
{
    const Result<std::vector<store::StoredImportPlan>> stored = store.importPlans();
    if (!stored)
        return tl::unexpected(stored.error());
    std::vector<exchange::ImportPlan> plans;
    for (const store::StoredImportPlan& each : *stored) {
        exchange::ImportPlan plan;
        plan.name = each.name;
        for (const QJsonValue& column : QJsonDocument::fromJson(each.columns).array())
            plan.columns.append(column.toString());
        plan.mapping = exchange::mappingFromJson(QJsonDocument::fromJson(each.mapping).object());
        plans.push_back(std::move(plan));
    }
    return plans;
}

Result<void> saveImportPlan(store::IncidentStore& store, const exchange::ImportPlan& plan)
{
    return store.putImportPlan(
        {plan.name, QJsonDocument(QJsonArray::fromStringList(plan.columns)).toJson(QJsonDocument::Compact),
         QJsonDocument(exchange::toJson(plan.mapping)).toJson(QJsonDocument::Compact)});
}

Result<exchange::ImportMapping> withGuessedCategories(exchange::ImportMapping mapping, const exchange::ImportFile& file,
                                                      const CategoryList& categories)
{
    constexpr std::size_t mostValues = 5000;
    const QString column = mapping.columns.value(field::category);
    if (column.isEmpty())
        return mapping;
    Result<exchange::ImportReader> reader = exchange::ImportReader::open(file.source());
    if (!reader)
        return tl::unexpected(reader.error());
    const Result<exchange::ImportReader::ValueCounts> counts = reader->valueCounts(column, mostValues);
    if (!counts)
        return tl::unexpected(counts.error());
    QHash<QString, QString>& codes = mapping.values[field::category];
    for (const auto& [value, rows] : counts->values)
        if (!value.isEmpty() && !codes.contains(value))
            if (const exchange::CategoryMatch match = exchange::matchCategory(value, categories); !match.code.isEmpty())
                codes.insert(value, match.code);
    return mapping;
}

} // namespace hk::workspace
