#include "core/incident_draft.h"
#include "text/sentences.h"
#include "text/translated.h"

namespace hk::text {

QString fieldName(const QString& field)
{
    const std::pair<const QString&, const char*> names[] = {
        {field::category, QT_TRANSLATE_NOOP("hk::text", "Category")},
        {field::from, QT_TRANSLATE_NOOP("hk::text", "From")},
        {field::to, QT_TRANSLATE_NOOP("hk::text", "To")},
        {field::position, QT_TRANSLATE_NOOP("hk::text", "Position")},
        {field::precision, QT_TRANSLATE_NOOP("hk::text", "Precision")},
        {field::radius, QT_TRANSLATE_NOOP("hk::text", "Radius")},
        {field::area, QT_TRANSLATE_NOOP("hk::text", "Area")},
        {field::place, QT_TRANSLATE_NOOP("hk::text", "Place")},
        {field::surroundings, QT_TRANSLATE_NOOP("hk::text", "Indoors or outdoors")},
        {field::organisation, QT_TRANSLATE_NOOP("hk::text", "Organisation")},
        {field::sourceType, QT_TRANSLATE_NOOP("hk::text", "Source")},
        {field::externalId, QT_TRANSLATE_NOOP("hk::text", "External id")},
        {field::severity, QT_TRANSLATE_NOOP("hk::text", "Severity")},
        {field::persons, QT_TRANSLATE_NOOP("hk::text", "Number of persons")},
        {field::reportedToPolice, QT_TRANSLATE_NOOP("hk::text", "Reported to the police")},
        {field::description, QT_TRANSLATE_NOOP("hk::text", "Description")},
        {field::status, QT_TRANSLATE_NOOP("hk::text", "Status")},
        {field::confidentiality, QT_TRANSLATE_NOOP("hk::text", "Confidentiality")},
        {field::disposalDate, QT_TRANSLATE_NOOP("hk::text", "Date of disposal")},
        {field::longitude, QT_TRANSLATE_NOOP("hk::text", "Longitude")},
        {field::latitude, QT_TRANSLATE_NOOP("hk::text", "Latitude")},
        {field::easting, QT_TRANSLATE_NOOP("hk::text", "Easting")},
        {field::northing, QT_TRANSLATE_NOOP("hk::text", "Northing")},
    };
    for (const auto& [known, name] : names)
        if (known == field)
            return Tr::tr(name);
    // Columns of exports.
    const std::pair<const char*, QString> columns[] = {
        {"id", Tr::tr("Id")},
        {"category_name", Tr::tr("Name of the category")},
        {"name", Tr::tr("Area")},
        {"total", Tr::tr("All", "the row of totals")},
        {"ambiguous_time", Tr::tr("Ambiguous time")},
        {"intervention", Tr::tr("Intervention")},
        {"created_at", Tr::tr("Created")},
        {"created_by", Tr::tr("Created by")},
        {"changed_at", Tr::tr("Changed")},
        {"changed_by", Tr::tr("Changed by")},
        {"area_wkt", Tr::tr("Shape of the area")},
        {"sender", Tr::tr("Sender")},
        {"threshold", Tr::tr("Lowest count shown")},
        {"cell", Tr::tr("Size of a cell")},
    };
    for (const auto& [known, name] : columns)
        if (field == QLatin1String(known))
            return name;
    return field;
}

QString nameOf(Precision value)
{
    switch (value) {
    case Precision::Point:
        return Tr::tr("exact point", "precision");
    case Precision::Street:
        return Tr::tr("street", "precision");
    case Precision::Place:
        return Tr::tr("place", "precision");
    case Precision::Area:
        return Tr::tr("area", "precision");
    }
    return {};
}

QString nameOf(Surroundings value)
{
    switch (value) {
    case Surroundings::Unknown:
        return Tr::tr("unknown", "indoors or outdoors");
    case Surroundings::Indoor:
        return Tr::tr("indoors");
    case Surroundings::Outdoor:
        return Tr::tr("outdoors");
    }
    return {};
}

QString nameOf(SourceType value)
{
    switch (value) {
    case SourceType::Desk:
        return Tr::tr("logged at the desk", "source");
    case SourceType::Import:
        return Tr::tr("import", "source");
    case SourceType::Partner:
        return Tr::tr("partner", "source");
    case SourceType::Citizen:
        return Tr::tr("citizen", "source");
    }
    return {};
}

QString nameOf(PoliceReport value)
{
    switch (value) {
    case PoliceReport::Unknown:
        return Tr::tr("unknown", "reported to the police");
    case PoliceReport::Yes:
        return Tr::tr("yes", "reported to the police");
    case PoliceReport::No:
        return Tr::tr("no", "reported to the police");
    }
    return {};
}

QString nameOf(IncidentStatus value)
{
    switch (value) {
    case IncidentStatus::New:
        return Tr::tr("new", "status of an incident");
    case IncidentStatus::InProgress:
        return Tr::tr("in progress", "status of an incident");
    case IncidentStatus::Closed:
        return Tr::tr("closed", "status of an incident");
    }
    return {};
}

QString nameOf(Confidentiality value)
{
    switch (value) {
    case Confidentiality::Internal:
        return Tr::tr("internal", "confidentiality");
    case Confidentiality::Partner:
        return Tr::tr("partners", "confidentiality: may be seen by partners");
    case Confidentiality::Public:
        return Tr::tr("public", "confidentiality");
    }
    return {};
}

QString nameOf(CategoryGroup value)
{
    switch (value) {
    case CategoryGroup::Narcotics:
        return Tr::tr("Narcotics");
    case CategoryGroup::Damage:
        return Tr::tr("Damage");
    case CategoryGroup::Gathering:
        return Tr::tr("Gatherings");
    case CategoryGroup::Disorder:
        return Tr::tr("Disorder");
    case CategoryGroup::Violence:
        return Tr::tr("Violence and threats");
    case CategoryGroup::Theft:
        return Tr::tr("Theft and robbery");
    case CategoryGroup::Traffic:
        return Tr::tr("Traffic");
    case CategoryGroup::Place:
        return Tr::tr("Places");
    }
    return {};
}

QString nameOf(const Category& category)
{
    const bool swedish = QLocale().language() == QLocale::Swedish;
    const QString& own = swedish ? category.nameSv : category.nameEn;
    const QString& other = swedish ? category.nameEn : category.nameSv;
    if (!own.isEmpty())
        return own;
    return other.isEmpty() ? category.code : other;
}

QString attribution(QString named)
{
    // As the maps carry it, those that were built before with them.
    named.replace(QStringLiteral("Underlag:"), Tr::tr("Basemap:"));
    return named.replace(QStringLiteral("OpenStreetMaps bidragsgivare"), Tr::tr("OpenStreetMap contributors"));
}

} // namespace hk::text
