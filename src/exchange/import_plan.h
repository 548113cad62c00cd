#pragma once

#include "exchange/import_reader.h"

#include <QJsonObject>

namespace hk::exchange {

/// How files of one shape are imported, under a name: everything that a person has chosen once and need not choose again.
struct ImportPlan {
    QString name;
    QStringList columns; ///< of the files it is made for, in any order
    ImportMapping mapping;
    friend bool operator==(const ImportPlan&, const ImportPlan&) = default;
};

/// The same for any order of the columns, and for the file of the rows that were rejected, for remembering by: 16
/// hexadecimal figures.
QString shapeOf(const QStringList& columns);

/// A form that was chosen for another file of the same columns, for this one, as which it was read (`told`): the marks between
/// the fields are those that have made the columns out, and UTF-8 is what it is.
TableForm fittingForm(const std::optional<TableForm>& told, const TableForm& chosen);

QJsonObject toJson(const ImportMapping& mapping);
/// What a newer version has put there besides is passed over; a value that cannot be understood is left at its default.
ImportMapping mappingFromJson(const QJsonObject& json);

} // namespace hk::exchange
