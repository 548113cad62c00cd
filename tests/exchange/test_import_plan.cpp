#include "core/incident_draft.h"
#include "exchange/import_guess.h"
#include "exchange/import_plan.h"
#include "exchange_support.h"

#include <QJsonDocument>

using namespace hk;
using namespace hk::exchange;
using namespace hk::test;

TEST_CASE("a plan is read back as it was, and what cannot be understood is left at its default")
{
    ImportMapping mapping;
    mapping.exact = true;
    mapping.columns = {{field::from, u("Datum")}, {field::place, u("Plats")}};
    mapping.values.insert(field::category, {{u("klottrat"), u("S2")}});
    mapping.defaults.insert(field::category, u("O3"));
    mapping.crs = u("EPSG:3007");
    mapping.layer = u("Blad1");
    mapping.table = {TextEncoding::Dos850, ';', ','};
    mapping.dates = DateOrder::DayFirst;
    mapping.timeZone = u("UTC");
    mapping.placesByName = true;
    mapping.keepDigests = true;
    const QByteArray stored = QJsonDocument(toJson(mapping)).toJson();
    CHECK(mappingFromJson(QJsonDocument::fromJson(stored).object()) == mapping);
    ImportMapping plain;
    plain.exact = true;
    CHECK(mappingFromJson({{u("dates"), u("moon-first")}, {u("encoding"), 7}, {u("separator"), u("ab")}}) == plain);
}

TEST_CASE("files have one shape in any order of their columns, and so has the file of their rejected rows")
{
    CHECK(shapeOf({u("a"), u("b")}) == shapeOf({u("b"), u("a")}));
    CHECK(shapeOf({u("a"), u("b")}) != shapeOf({u("a"), u("c")}));
    CHECK(shapeOf({u("row"), u("field"), u("code"), u("reason"), u("a"), u("b")}) == shapeOf({u("a"), u("b")}));
}

TEST_CASE("a form that was chosen goes with another file, but not its separator or UTF-8")
{
    const TableForm chosen{TextEncoding::Dos850, ';', ','};
    CHECK(fittingForm(TableForm{TextEncoding::Utf8, ',', '\0'}, chosen) == TableForm{TextEncoding::Utf8, ',', ','});
    CHECK(fittingForm(TableForm{TextEncoding::Windows1252, ';', '\0'}, chosen) == TableForm{TextEncoding::Dos850, ';', ','});
}

TEST_CASE("a table of the desk is guessed as a whole")
{
    const Files files;
    const ImportFile file
        = readImportFile({files.write(u("logg.csv"), "Ärendenr;Datum;Tid;Händelsetyp;Plats\n"
                                                     "17;03.05.2024;21.30;Klotter;Brogatan\n18;23.05.2024;9.05;Bråk;Stationen\n"),
                          {}, {}, {}})
              .value();
    const ImportMapping mapping = guessColumns(file).mapping(file);
    CHECK(mapping.columns.value(field::from) == u("Datum"));
    CHECK(mapping.columns.value(u("from_time")) == u("Tid"));
    CHECK(mapping.columns.value(field::externalId) == u("Ärendenr"));
    CHECK(mapping.dates == DateOrder::DayFirst);
    CHECK(mapping.placesByName);
    CHECK(mapping.table.separator == ';');
    CHECK(mapping.table.encoding == TextEncoding::Utf8);
}
