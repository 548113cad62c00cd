#include "store/write_transaction.h"

#include "store/incident_row.h"
#include "store/log_chain.h"

#include <algorithm>

namespace hk::store {

namespace {

void include(std::optional<Envelope>& envelope, const Sweref99& position)
{
    if (!envelope) {
        envelope = Envelope{position.easting, position.easting, position.northing, position.northing};
        return;
    }
    envelope->minX = std::min(envelope->minX, position.easting);
    envelope->maxX = std::max(envelope->maxX, position.easting);
    envelope->minY = std::min(envelope->minY, position.northing);
    envelope->maxY = std::max(envelope->maxY, position.northing);
}

} // namespace

sqlite::Result<WriteTransaction> WriteTransaction::begin(sqlite::Database& database,
                                                         const Signature& signature)
{
    auto transaction = sqlite::Transaction::begin(database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    auto statement =
        database.cached("INSERT INTO hk_actor (id, name, organisation, at) VALUES (1, ?1, ?2, ?3)");
    if (!statement)
        return tl::unexpected(statement.error());
    bindText(**statement, 1, signature.name);
    bindText(**statement, 2, signature.organisation);
    bindTime(**statement, 3, signature.at);
    if (auto signedIn = (*statement)->run(); !signedIn)
        return tl::unexpected(signedIn.error());
    // What stands unchained now was written by another program.
    if (auto chained = LogChain(database).extend(LogOrigin::Outside); !chained)
        return tl::unexpected(chained.error());
    return WriteTransaction(database, std::move(*transaction), signature.at);
}

void WriteTransaction::extend(const Sweref99& position)
{
    include(m_incidents, position);
}

void WriteTransaction::extendAreas(const SwerefRing& ring)
{
    for (const Sweref99& vertex : ring)
        include(m_areas, vertex);
}

sqlite::Result<void> WriteTransaction::writeContents(std::string_view table,
                                                     const std::optional<Envelope>& envelope)
{
    auto statement = m_database->cached(
        "UPDATE gpkg_contents SET last_change = ?2, min_x = min(coalesce(min_x, ?3), coalesce(?3, min_x)), "
        "min_y = min(coalesce(min_y, ?4), coalesce(?4, min_y)), max_x = max(coalesce(max_x, ?5), "
        "coalesce(?5, max_x)), "
        "max_y = max(coalesce(max_y, ?6), coalesce(?6, max_y)) WHERE table_name = ?1");
    if (!statement)
        return tl::unexpected(statement.error());
    (*statement)->bind(1, table);
    bindTime(**statement, 2, m_at);
    if (envelope)
        (*statement)
            ->bind(3, envelope->minX)
            .bind(4, envelope->minY)
            .bind(5, envelope->maxX)
            .bind(6, envelope->maxY);
    return (*statement)->run();
}

sqlite::Result<void> WriteTransaction::commit()
{
    return writeContents("incidents", m_incidents)
        .and_then([&] { return m_areas ? writeContents("incident_areas", m_areas) : sqlite::Result<void>(); })
        .and_then([&] { return LogChain(*m_database).extend(LogOrigin::Program); })
        .and_then([&] {
            auto statement = m_database->cached("DELETE FROM hk_actor");
            return statement ? (*statement)->run() : sqlite::Result<void>(tl::unexpected(statement.error()));
        })
        .and_then([&] { return m_transaction.commit(); });
}

} // namespace hk::store
