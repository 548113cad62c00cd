#include "models/hotspot_model.h"
#include "models_support.h"
#include "text/sentences.h"

using namespace hk;
using namespace hk::test;
using models::HotspotModel;
using workspace::HotspotRow;

namespace {

void addCrowd(std::vector<Incident>& incidents, int count, const char* category, double east, double north)
{
    for (int i = 0; i < count; ++i)
        incidents.push_back(incident(category, utc(2024, 7, 5, 19), east + i % 3, north + i / 3));
}

/// Two places of many incidents on a Friday evening, and one of incidents spread over the week.
std::vector<HotspotRow> analysedRows()
{
    std::vector<Incident> incidents;
    addCrowd(incidents, 30, "N1", 0, 0);
    addCrowd(incidents, 20, "S2", 500, 300);
    for (int i = 0; i < 4; ++i)
        incidents.push_back(incident("O1", utc(2024, 7, 1 + i, 2 + 5 * i), -500.0 + i, 100));
    const map::PlaceSearch places(map::Basemap::embedded().value());
    workspace::MapSettings settings;
    settings.quantile = 0.2;
    return workspace::hotspotRows(*workspace::analyse(snapshotOf(incidents), {}, settings, places).value());
}

HotspotRow plainRow(int rank)
{
    HotspotRow row;
    row.rank = rank;
    row.name = u("Mölndals bro");
    row.incidents = 1480;
    row.areaHectares = 1.24;
    row.densityPerKm2 = 118'400.4;
    row.categories = u("N1 41 %, O1 20 %");
    return row;
}

} // namespace

TEST_CASE("the list of hotspots says what the analysis says")
{
    const std::vector<HotspotRow> rows = analysedRows();
    REQUIRE(rows.size() == 3);
    Watched<HotspotModel> model;
    model.setRows(rows);
    REQUIRE(model.rowCount() == 3);
    CHECK(model.rows().size() == 3);
    int withoutHours = 0;
    for (int i = 0; i < model.rowCount(); ++i) {
        const HotspotRow& row = rows[static_cast<std::size_t>(i)];
        const QModelIndex index = model.index(i);
        CHECK(index.data().toString() == row.name);
        CHECK(index.data(HotspotModel::NameRole).toString() == row.name);
        CHECK(index.data(HotspotModel::RankRole).toInt() == row.rank);
        CHECK(index.data(HotspotModel::IncidentsRole).toLongLong() == row.incidents);
        CHECK(index.data(HotspotModel::CategoriesRole).toString() == row.categories);
        CHECK(index.data(HotspotModel::HoursRole).toString() == row.hours);
        withoutHours += row.hours.isEmpty() ? 1 : 0;
    }
    CHECK(withoutHours == 1);
    CHECK(model.index(0).data(HotspotModel::IncidentsRole).toLongLong() == 30);
}

TEST_CASE("a hotspot's facts are its incidents, its area and its density in the locale's numbers")
{
    const Language swedish(QLocale::Swedish);
    Watched<HotspotModel> model;
    model.setRows({plainRow(1)});
    const QString nbsp(QChar(0x00a0));
    CHECK(model.index(0).data(HotspotModel::FactsRole).toString() ==
          text::incidents(1480) + u(" · 1,2 ha · 118") + nbsp + u("400/km²"));
}

TEST_CASE("a hotspot is read aloud with rank, name, facts, categories and, where known, hours")
{
    HotspotRow busy = plainRow(1);
    busy.hours = u("fre–lör kl. 20–02");
    Watched<HotspotModel> model;
    model.setRows({busy, plainRow(2)});
    const QString facts = model.index(0).data(HotspotModel::FactsRole).toString();
    CHECK(model.index(0).data(Qt::AccessibleTextRole).toString() ==
          u("1. Mölndals bro, ") + facts + u(", N1 41 %, O1 20 %, fre–lör kl. 20–02"));
    CHECK(model.index(1).data(Qt::AccessibleTextRole).toString() ==
          u("2. Mölndals bro, ") + facts + u(", N1 41 %, O1 20 %"));
}

TEST_CASE("a hotspot is found by its rank")
{
    Watched<HotspotModel> model;
    model.setRows({plainRow(1), plainRow(2), plainRow(4)});
    CHECK(model.rowOfRank(1) == 0);
    CHECK(model.rowOfRank(4) == 2);
    CHECK(model.rowOfRank(3) == -1);
    CHECK(model.rowOfRank(0) == -1);
}

TEST_CASE("a new analysis replaces the hotspots of the one before")
{
    Watched<HotspotModel> model;
    model.setRows({plainRow(1), plainRow(2)});
    model.setRows({plainRow(1)});
    CHECK(model.rowCount() == 1);
    CHECK(model.rowOfRank(2) == -1);
    model.setRows({});
    CHECK(model.rowCount() == 0);
    CHECK_FALSE(model.index(0).data().isValid());
}
