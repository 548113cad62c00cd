#include "core/incident_draft.h"
#include "support/catch.h"
#include "swedish.h"
#include "text/sentences.h"

#include <QSet>

using namespace hk;
using namespace hk::test;

namespace {

template <class Enum>
void checkNamed(int count)
{
    QSet<QString> names;
    for (int i = 0; i < count; ++i)
        names.insert(text::nameOf(static_cast<Enum>(i)));
    CHECK(names.size() == count);
    CHECK_FALSE(names.contains(QString()));
}

} // namespace

TEST_CASE("every choice of a field has a name of its own on screen")
{
    checkNamed<Precision>(4);
    checkNamed<Surroundings>(3);
    checkNamed<SourceType>(4);
    checkNamed<PoliceReport>(3);
    checkNamed<IncidentStatus>(3);
    checkNamed<Confidentiality>(3);
    checkNamed<CategoryGroup>(categoryGroupCount);
}

TEST_CASE("every field has a name on screen, and an unknown one is its own")
{
    QSet<QString> names;
    const QStringList fields{field::category,     field::from,       field::to,
                             field::position,     field::precision,  field::radius,
                             field::area,         field::place,      field::surroundings,
                             field::organisation, field::sourceType, field::externalId,
                             field::severity,     field::persons,    field::reportedToPolice,
                             field::description,  field::status,     field::confidentiality,
                             field::disposalDate, field::longitude,  field::latitude,
                             field::easting,      field::northing};
    for (const QString& name : fields) {
        CHECK(text::fieldName(name) != name);
        names.insert(text::fieldName(name));
    }
    CHECK(names.size() == fields.size());
    CHECK(text::fieldName(QStringLiteral("colour")) == QStringLiteral("colour"));
}

TEST_CASE("a category is named in the language of the window")
{
    const Category& graffiti = *CategoryList::standard().find(QStringLiteral("S2"));
    {
        const InSwedish language;
        CHECK(text::nameOf(graffiti) == QStringLiteral("Klotter"));
    }
    const InEnglish language;
    CHECK(text::nameOf(graffiti) == QStringLiteral("Graffiti"));
}

TEST_CASE("a category named in one language only is shown by that name, and one without by its code")
{
    const InEnglish language;
    CHECK(text::nameOf(Category{QStringLiteral("A1"), QStringLiteral("Buller"), QString()}) ==
          QStringLiteral("Buller"));
    CHECK(text::nameOf(Category{QStringLiteral("A1"), QString(), QString()}) == QStringLiteral("A1"));
}

TEST_CASE("who is to be named for the map is said in the language of the screen, names as they are")
{
    CHECK(text::attribution(QStringLiteral("Underlag: © OpenStreetMaps bidragsgivare, © SCB"))
          == QStringLiteral("Basemap: © OpenStreetMap contributors, © SCB"));
    CHECK(text::attribution(QStringLiteral("© Mölndals stad")) == QStringLiteral("© Mölndals stad"));
    CHECK(text::attribution({}).isEmpty());
}
