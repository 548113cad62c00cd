#include "core/incident.h"

#include "core/name_table.h"

namespace hk {

namespace {

constexpr std::array<NamedValue<Precision>, 4> precisionNames{{
    {Precision::Point, "point"},
    {Precision::Street, "street"},
    {Precision::Place, "place"},
    {Precision::Area, "area"},
}};
constexpr std::array<NamedValue<Surroundings>, 3> surroundingsNames{{
    {Surroundings::Unknown, "unknown"},
    {Surroundings::Indoor, "indoor"},
    {Surroundings::Outdoor, "outdoor"},
}};
constexpr std::array<NamedValue<SourceType>, 4> sourceTypeNames{{
    {SourceType::Desk, "desk"},
    {SourceType::Import, "import"},
    {SourceType::Partner, "partner"},
    {SourceType::Citizen, "citizen"},
}};
constexpr std::array<NamedValue<PoliceReport>, 3> policeReportNames{{
    {PoliceReport::Unknown, "unknown"},
    {PoliceReport::Yes, "yes"},
    {PoliceReport::No, "no"},
}};
constexpr std::array<NamedValue<IncidentStatus>, 3> statusNames{{
    {IncidentStatus::New, "new"},
    {IncidentStatus::InProgress, "in_progress"},
    {IncidentStatus::Closed, "closed"},
}};
constexpr std::array<NamedValue<Confidentiality>, 3> confidentialityNames{{
    {Confidentiality::Internal, "internal"},
    {Confidentiality::Partner, "partner"},
    {Confidentiality::Public, "public"},
}};

} // namespace

double defaultRadius(Precision precision)
{
    switch (precision) {
    case Precision::Point:
        return 10.0;
    case Precision::Street:
        return 50.0;
    case Precision::Place:
        return 150.0;
    case Precision::Area:
        break;
    }
    return 500.0;
}

QString toName(Precision value)
{
    return nameIn(precisionNames, value);
}

QString toName(Surroundings value)
{
    return nameIn(surroundingsNames, value);
}

QString toName(SourceType value)
{
    return nameIn(sourceTypeNames, value);
}

QString toName(PoliceReport value)
{
    return nameIn(policeReportNames, value);
}

QString toName(IncidentStatus value)
{
    return nameIn(statusNames, value);
}

QString toName(Confidentiality value)
{
    return nameIn(confidentialityNames, value);
}

std::optional<Precision> precisionFromName(const QString& name)
{
    return valueIn(precisionNames, name);
}

std::optional<Surroundings> surroundingsFromName(const QString& name)
{
    return valueIn(surroundingsNames, name);
}

std::optional<SourceType> sourceTypeFromName(const QString& name)
{
    return valueIn(sourceTypeNames, name);
}

std::optional<PoliceReport> policeReportFromName(const QString& name)
{
    return valueIn(policeReportNames, name);
}

std::optional<IncidentStatus> incidentStatusFromName(const QString& name)
{
    return valueIn(statusNames, name);
}

std::optional<Confidentiality> confidentialityFromName(const QString& name)
{
    return valueIn(confidentialityNames, name);
}

} // namespace hk
