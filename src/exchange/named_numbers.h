#pragma once

#include "core/result.h"

#include <QHash>
#include <QString>

#include <optional>

namespace hk::exchange {

/// A text table of names and a number each, such as inhabitants by area.
struct NamedNumbers {
    QString title; ///< what the numbers are called: the head of their column
    QHash<QString, double> values;
    qint64 skipped = 0; ///< rows without a name or a number, or with a name that came before
};

/// Reads a CSV whose first column is the name and whose second the number ("1 234" and "1234,5" are understood). Errors:
/// those of CsvReader, ColumnNotFound for a table of one column, NotFound where no row has a number.
Result<NamedNumbers> readNamedNumbers(const QString& path);

/// A number as people and tables write it: spaces between thousands, comma or point.
std::optional<double> numberOf(const QString& text);

} // namespace hk::exchange
