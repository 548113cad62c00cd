#pragma once

#include "sqlite/transaction.h"
#include "store/geometry_blob.h"

#include <QDateTime>
#include <QString>

namespace hk::store {

/// Who changes, and when.
struct Signature {
    QString name; ///< never empty
    QString organisation;
    QDateTime at;
};

/// A write transaction signed with its actor: the row in hk_actor that the log's triggers read is there from
/// begin to commit and never in a file at rest. Chains the log, and keeps last_change and the extents of gpkg_contents true.
class WriteTransaction {
public:
    static sqlite::Result<WriteTransaction> begin(sqlite::Database& database, const Signature& signature);

    const QDateTime& at() const { return m_at; }
    /// A position was stored.
    void extend(const Sweref99& position);
    void extendAreas(const SwerefRing& ring);

    sqlite::Result<void> commit();

private:
    WriteTransaction(sqlite::Database& database, sqlite::Transaction transaction, const QDateTime& at)
        : m_database(&database)
        , m_transaction(std::move(transaction))
        , m_at(at)
    {}
    sqlite::Result<void> writeContents(std::string_view table, const std::optional<Envelope>& envelope);

    sqlite::Database* m_database;
    sqlite::Transaction m_transaction;
    QDateTime m_at;
    std::optional<Envelope> m_incidents;
    std::optional<Envelope> m_areas;
};

} // namespace hk::store
