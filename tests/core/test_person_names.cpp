#include "core/incident_draft.h"
#include "core/person_names.h"
#include "core/personal_data.h"
#include "support/catch.h"

#include <QStringList>

using namespace hk;

namespace {

QString names(const char* text)
{
    const QString whole = QString::fromUtf8(text);
    QStringList all;
    for (const TextSpan& span : findPersonNames(whole))
        all.append(whole.mid(span.position, span.length));
    return all.join(u'|');
}

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

} // namespace

// The names below are put together from frequent names; they are of nobody.
TEST_CASE("a first name with a surname is asked about, however it is written")
{
    for (const char* name : {"Anna Svensson", "anna svensson", "ANNA SVENSSON", "Anna-Karin Lindgren", "Karl-Erik Berg", "Sten Bergström",
                             "Per Lind", "Erik Gustav Holm", "Mohammed Al-Khatib", "Björn Björk", "Elin Håkansson"}) {
        CAPTURE(name);
        CHECK(names(name) == u(name));
        CHECK(names((QByteArray("Enligt vakten var det ") + name + ", som sprang.").constData()) == u(name));
    }
    CHECK(findPersonalData(u("Anna\u00a0Svensson såg det")).size() == 1);
}

TEST_CASE("a first name alone, a surname alone and what is theirs are asked about")
{
    CHECK(names("Vakten sa att Erik kastade flaskan.") == u("Erik"));
    CHECK(names("Eriks cykel är borta.") == u("Eriks"));
    CHECK(names("Svensson ringde igen.") == u("Svensson"));
    CHECK(names("Samtal med Lindgren, som äger kiosken.") == u("Lindgren"));
    CHECK(names("Anna, Erik och Fatima var där.") == u("Anna|Erik|Fatima"));
}

TEST_CASE("streets, squares, schools, saints and shops named after somebody are no persons")
{
    for (const char* place :
         {"Gustav Adolfs torg", "Karl Johansgatan", "Karlsgatan", "Nils Ericsonsgatan", "Nils Ericsonsplatsen", "Anna Lindhs plats",
          "Olof Palmes Plats", "S:t Sigfrids plan", "Sankt Eriksgatan", "Sankta Birgittas kapell", "Drottning Kristinas väg",
          "Larssons bageri", "Svenssons livs", "Eriksgatan", "Annas Café", "Lars Larsson Bil", "Kristinaskolan", "Mariaplan",
          "Maria Plan", "Peter Hansens gata", "Gunnar Engellaus väg", "Clas Ohlson", "Viktoriagatan", "Johannesparken", "Sofias grill"}) {
        CAPTURE(place);
        CHECK(names(place) == QString());
        CHECK(names((QByteArray("Bråk vid ") + place + " kl. 23.").constData()) == QString());
        CHECK(names((QByteArray(place) + " var nedklottrad").constData()) == QString());
    }
    CHECK(names("Karlsgatan 4, där Erik stod") == u("Erik"));
}

TEST_CASE("words that are names too are left alone among words")
{
    for (const char* text :
         {"Sten kastades mot buss 158.", "Per person handlar det om två burkar.", "Bo i tält under bron.", "Björn på skolans vägg, målad.",
          "Hans cykel stod kvar.", "Max fem personer.", "Kaj 4 är avspärrad.", "I maj och augusti.", "Stig från parkeringen är igenvuxen.",
          "Dag och natt.", "Tom flaska vid bänken.", "Liv och rörelse, lilla gänget.", "My av lampor trasig.", "Berg av skräp bakom soprummet.",
          "SOS larmade, TEL och LED.", "Mölndals bro, läge A.", "Inga större händelser.", "Inga spår i snön.", "Kungsbacka och Åby.", "anna", "Ros på räcket.", "Lilla torget",
          "Polisen i Mölndal fick larm om bråk."}) {
        CAPTURE(text);
        CHECK(names(text) == QString());
    }
}

TEST_CASE("a name is a question and stops no incident, a number does")
{
    CHECK(severityOf(PersonalDataKind::PersonName) == PersonalDataSeverity::Question);
    for (const auto kind : {PersonalDataKind::PersonalNumber, PersonalDataKind::CoordinationNumber, PersonalDataKind::Phone,
                            PersonalDataKind::Email, PersonalDataKind::VehicleRegistration, PersonalDataKind::BankCard})
        CHECK(severityOf(kind) == PersonalDataSeverity::Stop);
    IncidentDraft draft;
    draft.category = u("S1");
    draft.occurredFrom = QDateTime(QDate(2024, 3, 1), QTime(12, 0), Qt::UTC);
    draft.position = Sweref99{322110, 6394290};
    const QDateTime now(QDate(2024, 3, 2), QTime(12, 0), Qt::UTC);
    draft.description = u("Enligt Anna Svensson var det mörkt.");
    CHECK(validate(draft, CategoryList::standard(), now).has_value());
    draft.description = u("Ring 070-174 06 05.");
    const auto refused = validate(draft, CategoryList::standard(), now);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().front().code == ErrorCode::PersonalData);
}

TEST_CASE("names and numbers in one text are found in its order")
{
    QStringList kinds;
    for (const PersonalDataMatch& match : findPersonalData(u("Bilen ABC 123 körs av Erik Larsson, 070-174 06 05.")))
        kinds.append(toName(match.kind) + u':' + match.text);
    CHECK(kinds.join(u'|') == u("registration:ABC 123|name:Erik Larsson|phone:070-174 06 05"));
}
