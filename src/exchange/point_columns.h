#pragma once

#include "exchange/civil_minutes.h"
#include "exchange/points_reader.h"

#include <QStringList>

#include <algorithm>
#include <string_view>
#include <vector>

/// Which columns of a table of points hold what, and the values of one record: shared by text tables and layers.
namespace hk::exchange {

/// Column numbers; -1: none.
struct PointColumnIndices {
    qsizetype x = -1;
    qsizetype y = -1;
    qsizetype date = -1;
    qsizetype weight = -1;
    bool geographic = false; ///< x, y are longitude, latitude
    qsizetype last() const { return std::max({x, y, date, weight}); }
};

/// Number of the column of a name that the user gave; -1 for no name. ColumnNotFound.
Result<qsizetype> namedColumn(const PointsRequest& request, const QString& name, const QStringList& names);

/// The columns of a text table. Errors: ColumnNotFound, NoColumnsForPosition.
Result<PointColumnIndices> pointColumns(const PointsRequest& request, const QStringList& names);

/// Appends the date and weight of one record. False, and nothing appended, where one that was asked for cannot be read.
bool addValues(const std::vector<std::string_view>& fields, const PointColumnIndices& columns, CivilMinutes& civil,
               PointsRead& result);

} // namespace hk::exchange
