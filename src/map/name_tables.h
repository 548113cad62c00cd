#pragma once

#include "map/name_index.h"
#include "map/sqlite_error.h"
#include "sqlite/database.h"

#include <QHash>

namespace hk::map {

inline constexpr double nameCell = 100.0;      ///< metres, side of the squares of hk_names.cell
inline constexpr double nameRegion = 4000.0;   ///< metres, side of the squares of hk_names_text.cell

/// Number of the square of 100 m in which a position lies; squares of one column from south to north are consecutive.
std::int64_t cellOf(double x, double y);
/// The word by which the full-text index knows the square of 4 km at (column, row): no name can hold it.
QString regionWord(std::int64_t column, std::int64_t row);
std::int64_t regionOf(double metres);

/// Writes hk_names and what belongs to it, from scratch: staged in any order, then written the most telling first. Within the
/// caller's transaction.
class NameWriter {
public:
    explicit NameWriter(sqlite::Database& database) : m_database(database) {}
    /// Drops what there was and makes the tables.
    sqlite::Result<void> begin();
    sqlite::Result<void> add(const NameEntry& entry);
    sqlite::Result<void> finish(const NameIndex::Progress& progress, std::stop_token stop);
    std::int64_t staged() const { return m_staged; }

private:
    sqlite::Result<void> writeWords();

    sqlite::Database& m_database;
    sqlite::Statement m_insert;
    QHash<QString, int> m_words;
    std::int64_t m_staged = 0;
};

} // namespace hk::map
