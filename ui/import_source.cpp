#include "ui/import_source.h"

#include <algorithm>

namespace hk::ui {

Result<ImportSource> inspect(const QString& path, const QString& layer)
{
    Result<exchange::ImportReader> reader = exchange::ImportReader::open(path, layer);
    if (!reader)
        return tl::unexpected(reader.error());
    ImportSource source;
    source.path = path;
    source.layers = reader->layers();
    source.columns = reader->columns();
    source.rows = reader->rowCount();
    source.hasGeometry = reader->hasGeometry();
    source.crs = reader->crs();
    exchange::ImportMapping empty;
    empty.layer = layer;
    source.mapping = reader->completed(empty);
    Result<std::vector<QStringList>> preview = reader->preview(8);
    if (!preview)
        return tl::unexpected(preview.error());
    source.preview = std::move(*preview);
    return source;
}

Result<ValueCounts> distinctValues(const QString& path, const QString& layer, const QString& column, int limit,
                                   std::stop_token stop)
{
    Result<exchange::ImportReader> reader = exchange::ImportReader::open(path, layer);
    if (!reader)
        return tl::unexpected(reader.error());
    const qsizetype index = reader->columns().indexOf(column);
    if (index < 0)
        return fail(ErrorCode::ColumnNotFound, {path, -1, {}}, {column});
    QHash<QString, qint64> counts;
    exchange::ImportMapping mapping;
    mapping.layer = layer;
    mapping = reader->completed(mapping);
    // Only the texts are wanted here; where no column maps itself to a position, any will do.
    if (!reader->hasGeometry() && !mapping.columns.contains(field::longitude)
        && !mapping.columns.contains(field::easting)) {
        mapping.columns[field::longitude] = column;
        mapping.columns[field::latitude] = column;
    }
    const Result<void> read = reader->forEach(
        mapping, CategoryList::standard(),
        [&](const exchange::ImportRow& row) {
            ++counts[row.values.value(index)];
            return !stop.stop_requested();
        },
        stop);
    if (!read)
        return tl::unexpected(read.error());
    ValueCounts ranked;
    for (auto entry = counts.constBegin(); entry != counts.constEnd(); ++entry)
        ranked.append({entry.key(), entry.value()});
    std::sort(ranked.begin(), ranked.end(),
              [](const auto& a, const auto& b) { return a.second != b.second ? a.second > b.second : a.first < b.first; });
    if (ranked.size() > limit)
        ranked.resize(limit);
    return ranked;
}

} // namespace hk::ui
