#include "exchange/export_columns.h"

#include "core/incident_draft.h"
#include "core/local_time.h"

#include <QTimeZone>

namespace hk::exchange {
namespace {

using Form = ExportColumn::Form;

constexpr int metreDigits = 3;

QString isoLocal(const QDateTime& utc)
{
    return utc.isValid() ? utc.toTimeZone(stockholm()).toString(Qt::ISODate) : QString();
}

QString idText(const QUuid& id)
{
    return id.isNull() ? QString() : id.toString(QUuid::WithoutBraces);
}

/// "POLYGON((easting northing, …))", closed.
QString shapeText(const SwerefRing& ring)
{
    if (ring.empty())
        return {};
    QStringList vertices;
    const auto add = [&vertices](const Sweref99& vertex) {
        vertices.append(QString::number(vertex.easting, 'f', metreDigits) + u' ' +
                        QString::number(vertex.northing, 'f', metreDigits));
    };
    for (const Sweref99& vertex : ring)
        add(vertex);
    add(ring.front());
    return QStringLiteral("POLYGON((%1))").arg(vertices.join(QStringLiteral(", ")));
}

std::vector<ExportColumn> allColumns(const CategoryList& categories)
{
    return {
        {QStringLiteral("id"), Form::Text, [](const Incident& i) { return idText(i.id); }},
        {field::externalId, Form::Text, [](const Incident& i) { return i.externalId; }},
        {field::category, Form::Text, [](const Incident& i) { return i.category; }},
        {QStringLiteral("category_name"), Form::Text,
         [&categories](const Incident& i) {
             const Category* category = categories.find(i.category);
             return category ? category->nameSv : QString();
         }},
        {field::from, Form::Text, [](const Incident& i) { return isoLocal(i.occurredFrom); }},
        {field::to, Form::Text, [](const Incident& i) { return isoLocal(i.occurredTo); }},
        {field::precision, Form::Text, [](const Incident& i) { return toName(i.precision); }},
        {field::radius, Form::Real, [](const Incident& i) { return QString::number(i.radius, 'g', 12); }},
        {field::place, Form::Text, [](const Incident& i) { return i.placeName; }},
        {field::surroundings, Form::Text, [](const Incident& i) { return toName(i.surroundings); }},
        {field::organisation, Form::Text, [](const Incident& i) { return i.organisation; }},
        {field::severity, Form::Whole, [](const Incident& i) { return QString::number(i.severity); }},
        {field::persons, Form::Whole,
         [](const Incident& i) { return i.persons ? QString::number(*i.persons) : QString(); }},
        {field::reportedToPolice, Form::Text, [](const Incident& i) { return toName(i.reportedToPolice); }},
        {field::description, Form::Text, [](const Incident& i) { return i.description; }},
        {field::status, Form::Text, [](const Incident& i) { return toName(i.status); }},
        {field::confidentiality, Form::Text, [](const Incident& i) { return toName(i.confidentiality); }},
        {field::disposalDate, Form::Text,
         [](const Incident& i) { return i.disposalDate.isValid() ? i.disposalDate.toString(Qt::ISODate) : QString(); }},
        {field::sourceType, Form::Text, [](const Incident& i) { return toName(i.sourceType); }},
        {QStringLiteral("ambiguous_time"), Form::Whole,
         [](const Incident& i) { return i.ambiguousTime ? QStringLiteral("1") : QStringLiteral("0"); }},
        {QStringLiteral("intervention"), Form::Text, [](const Incident& i) { return idText(i.intervention); }},
        {QStringLiteral("created_at"), Form::Text, [](const Incident& i) { return isoLocal(i.createdAt); }},
        {QStringLiteral("created_by"), Form::Text, [](const Incident& i) { return i.createdBy; }},
        {QStringLiteral("changed_at"), Form::Text, [](const Incident& i) { return isoLocal(i.changedAt); }},
        {QStringLiteral("changed_by"), Form::Text, [](const Incident& i) { return i.changedBy; }},
        {areaShapeField, Form::Text, [](const Incident& i) { return shapeText(i.area); }},
    };
}

} // namespace

const QString areaShapeField = QStringLiteral("area_wkt");

const QStringList& exportFields()
{
    static const QStringList names = [] {
        QStringList all;
        for (const ExportColumn& column : allColumns(CategoryList::standard()))
            all.append(column.name);
        return all;
    }();
    return names;
}

const QStringList& commonExportFields()
{
    static const QStringList names =
        exportFields().mid(0, exportFields().indexOf(field::disposalDate) + 1);
    return names;
}

std::vector<ExportColumn> exportColumns(const QStringList& fields, const CategoryList& categories)
{
    std::vector<ExportColumn> columns = allColumns(categories);
    std::erase_if(columns, [&](const ExportColumn& column) { return !fields.contains(column.name); });
    return columns;
}

} // namespace hk::exchange
