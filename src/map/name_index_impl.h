#pragma once

#include "map/name_index.h"
#include "map/word_list.h"
#include "sqlite/database.h"

#include <QMutex>
#include <functional>

namespace hk::map {

class NameWriter;

struct NameIndex::Impl {
    static Result<std::shared_ptr<const NameIndex>> over(sqlite::Database database, const QString& path);
    /// A new index in an empty database, filled in one transaction.
    using Fill = std::function<Result<void>(NameWriter& writer)>;
    static Result<std::shared_ptr<const NameIndex>> written(sqlite::Result<sqlite::Database> database, const Fill& fill,
                                                            const std::stop_token& stop);

    QString path; ///< empty: in memory
    sqlite::Database database;
    WordList words;
    std::size_t count = 0;
    bool hasRoads = false; ///< the file has lines of streets with an index of their extents
    mutable QMutex mutex;  ///< one question at a time on the one connection
};

} // namespace hk::map
