// The list of layers that lies in the file.

#include "store/incident_row.h"
#include "store/store_impl.h"

namespace hk::store {
namespace {

QString textOf(const sqlite::Statement& statement, int column)
{
    const std::string_view text = statement.text(column);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

sqlite::Result<void> insertLayer(const sqlite::Database& database, const StoredLayer& layer, std::size_t position)
{
    auto statement = database.cached("INSERT INTO hk_layers (position, id, title, kind, source, layer, crs, style, visible, "
                                     "role) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
    if (!statement)
        return tl::unexpected(statement.error());
    const auto bind = [&](int parameter, const QString& text) {
        (*statement)->bind(parameter, std::string_view(text.toStdString()));
    };
    (*statement)->bind(1, static_cast<std::int64_t>(position));
    bind(2, layer.id.toString(QUuid::WithoutBraces));
    bind(3, layer.title);
    bind(4, layer.kind);
    bind(5, layer.source);
    bind(6, layer.layer);
    bind(7, layer.crs);
    (*statement)->bind(8, std::string_view(layer.style.constData(), static_cast<std::size_t>(layer.style.size())));
    (*statement)->bind(9, layer.visible);
    bind(10, layer.role);
    return (*statement)->run();
}

} // namespace

Result<std::vector<StoredLayer>> IncidentStore::layers() const
{
    auto statement = m_impl->database.prepare(
        "SELECT id, title, kind, source, layer, crs, style, visible, role FROM hk_layers ORDER BY position");
    if (!statement)
        return m_impl->failed(statement.error());
    std::vector<StoredLayer> layers;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return m_impl->failed(row.error());
        if (!*row)
            return layers;
        StoredLayer layer;
        layer.id = QUuid::fromString(textOf(*statement, 0));
        layer.title = textOf(*statement, 1);
        layer.kind = textOf(*statement, 2);
        layer.source = textOf(*statement, 3);
        layer.layer = textOf(*statement, 4);
        layer.crs = textOf(*statement, 5);
        layer.style = textOf(*statement, 6).toUtf8();
        layer.visible = statement->int64(7) != 0;
        layer.role = textOf(*statement, 8);
        layers.push_back(std::move(layer));
    }
}

Result<void> IncidentStore::setLayers(const std::vector<StoredLayer>& layers)
{
    if (const Result<void> writable = m_impl->requireWritable(); !writable)
        return writable;
    auto transaction = sqlite::Transaction::begin(m_impl->database);
    if (!transaction)
        return m_impl->failed(transaction.error());
    if (const auto emptied = m_impl->database.execute("DELETE FROM hk_layers"); !emptied)
        return m_impl->failed(emptied.error());
    for (std::size_t i = 0; i < layers.size(); ++i)
        if (const auto put = insertLayer(m_impl->database, layers[i], i); !put)
            return m_impl->failed(put.error(), i);
    if (const auto committed = transaction->commit(); !committed)
        return m_impl->failed(committed.error());
    return {};
}

} // namespace hk::store
