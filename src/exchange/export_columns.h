#pragma once

#include "core/category.h"
#include "core/incident.h"

#include <QStringList>
#include <functional>
#include <vector>

namespace hk::exchange {

/// One column of an export of incidents.
struct ExportColumn {
    enum class Form { Text, Whole, Real };
    QString name;
    Form form = Form::Text;
    std::function<QString(const Incident&)> text; ///< empty: none
};

/// Every field that can be exported, in the order of the columns; named as the fields of an import where it can be read
/// again. Position and shape of a place are not among them: see areaShapeField.
const QStringList& exportFields();
/// Those of an ordinary export: what can be read again, and the names that people know.
const QStringList& commonExportFields();
/// The polygon of an area as text (WKT, EPSG:3006), for formats without shapes.
extern const QString areaShapeField;

/// The columns of these fields, in the order of exportFields(); names that are no field are passed over. `categories` must
/// outlive the columns.
std::vector<ExportColumn> exportColumns(const QStringList& fields, const CategoryList& categories);

} // namespace hk::exchange
