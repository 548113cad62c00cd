#pragma once

#include "core/result.h"

#include <QString>
#include <QStringList>
#include <stop_token>
#include <vector>

namespace hk::map {

/// What stands in one column of a prepared layer, for its style.
struct FieldValues {
    struct Value {
        QString text;
        qint64 count = 0;
    };
    std::vector<Value> frequent; ///< the most frequent first, empty ones not among them
    qint64 different = 0;        ///< how many different values there are
    std::vector<double> numbers; ///< of a numeric column, evenly taken where there are very many
};

/// Reads a column of a table of a GeoPackage. Blocks for as long as a disk takes: for workers. Errors: FileNotFound,
/// FileDamaged, NotFound (no such column), Cancelled.
Result<FieldValues> fieldValues(const QString& path, const QString& table, const QString& column, std::size_t most,
                                std::stop_token stop = {});

} // namespace hk::map
