#include "core/incident_draft.h"
#include "support/catch.h"

#include <QSet>

using namespace hk;

namespace {

template <class Enum, class FromName>
void checkNames(std::initializer_list<const char*> names, FromName fromName)
{
    int index = 0;
    for (const char* name : names) {
        const auto value = static_cast<Enum>(index++);
        CHECK(toName(value) == QString::fromLatin1(name));
        CHECK(fromName(QString::fromLatin1(name)) == value);
        CHECK(fromName(QString::fromLatin1(name).toUpper()) == value);
    }
    CHECK_FALSE(fromName(QString()));
    CHECK_FALSE(fromName(QStringLiteral("something else")));
}

} // namespace

TEST_CASE("names in files are stable")
{
    checkNames<Precision>({"point", "street", "place", "area"}, precisionFromName);
    checkNames<Surroundings>({"unknown", "indoor", "outdoor"}, surroundingsFromName);
    checkNames<SourceType>({"desk", "import", "partner", "citizen"}, sourceTypeFromName);
    checkNames<PoliceReport>({"unknown", "yes", "no"}, policeReportFromName);
    checkNames<IncidentStatus>({"new", "in_progress", "closed"}, incidentStatusFromName);
    checkNames<Confidentiality>({"internal", "partner", "public"}, confidentialityFromName);
}

TEST_CASE("each precision has its default radius in metres")
{
    CHECK(defaultRadius(Precision::Point) == 10.0);
    CHECK(defaultRadius(Precision::Street) == 50.0);
    CHECK(defaultRadius(Precision::Place) == 150.0);
    CHECK(defaultRadius(Precision::Area) == 500.0);
}

TEST_CASE("every error code has a name of its own")
{
    QSet<QString> names;
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
        const QString name = codeName(static_cast<ErrorCode>(code));
        CHECK_FALSE(name.isEmpty());
        CHECK_FALSE(names.contains(name));
        names.insert(name);
    }
    CHECK(codeName(ErrorCode::OutsideSweden) == QStringLiteral("outside-sweden"));
}
