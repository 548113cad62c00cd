#include "workspace/export_job.h"

#include "analysis/cell_suppression.h"
#include "core/incident_draft.h"
#include "exchange/export_columns.h"
#include "workspace/sample.h"
#include "workspace_support.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <numeric>

using namespace hk;
using namespace hk::test;
using namespace hk::workspace;

namespace {

std::vector<std::uint32_t> allRows(const Snapshot& snapshot)
{
    std::vector<std::uint32_t> rows(snapshot.size());
    std::iota(rows.begin(), rows.end(), 0U);
    return rows;
}

ExportContent made(const Snapshot& snapshot, const ExportRequest& request)
{
    Result<ExportContent> content = makeExport(snapshot, allRows(snapshot), request);
    REQUIRE(content.has_value());
    return std::move(*content);
}

PartnerAgreement agreement()
{
    PartnerAgreement made;
    made.partner = u("Västtrafik");
    made.fields = {field::description, field::place, field::severity};
    made.categories = {u("N1"), u("S1")};
    made.gridMetres = 100.0;
    return made;
}

ExportRequest forPartner(const PartnerAgreement& with)
{
    ExportRequest request;
    request.profile = ExportProfile::Partner;
    request.agreement = with;
    return request;
}

Incident marked(const char* category, Confidentiality confidentiality, const char* words)
{
    Incident made = incident(category, utc(2025, 3, 4), 17.0, 23.0);
    made.confidentiality = confidentiality;
    made.description = u(words);
    made.placeName = u("Brotorget");
    made.createdBy = u("Handläggare Ett");
    return made;
}

QByteArray written(const ExportContent& content, const Folder& folder, const char* name)
{
    REQUIRE(writeExport(content, folder.path(name)).has_value());
    QFile file(folder.path(name));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// Some of a category in the grid cell so many cells of 500 m to the east.
void add(std::vector<Incident>& incidents, const char* category, int cell, int count)
{
    for (int i = 0; i < count; ++i)
        incidents.push_back(incident(category, utc(2025, 1, 1, i % 24), 500.0 * cell, 0.0));
}

qint64 sumOf(const exchange::CountRow& row)
{
    qint64 sum = 0;
    for (const std::optional<qint64>& count : row.counts)
        sum += count.value_or(0);
    return sum;
}

} // namespace

TEST_CASE("a partner gets no incident marked internal and none of a category outside the agreement")
{
    const SnapshotPtr snapshot = snapshotOf({marked("N1", Confidentiality::Internal, "hemligt"),
                                             marked("N1", Confidentiality::Partner, "bland parter"),
                                             marked("V2", Confidentiality::Public, "annan kategori"),
                                             marked("S1", Confidentiality::Public, "öppet")});
    const ExportContent content = made(*snapshot, forPartner(agreement()));
    CHECK(content.summary.rows == 2);
    CHECK(content.summary.leftOutInternal == 1);
    CHECK(content.summary.leftOutCategories == 1);
    const Folder folder;
    for (const char* name : {"o.csv", "o.geojson", "o.kml"}) {
        INFO(name);
        const QString text = QString::fromUtf8(written(content, folder, name));
        CHECK_FALSE(text.contains(u("hemligt")));
        CHECK_FALSE(text.contains(u("annan kategori")));
        CHECK_FALSE(text.contains(u("bland parter")));
        CHECK(text.contains(u("öppet")));
        CHECK_FALSE(text.contains(u("Handläggare")));
        CHECK_FALSE(text.contains(u("created_by")));
        CHECK_FALSE(text.contains(u("reported_to_police")));
        CHECK_FALSE(text.contains(u("organisation")));
    }
}

TEST_CASE("what is marked for partners lies at the midpoint of the agreed cell and says so")
{
    const Incident known = marked("N1", Confidentiality::Partner, "text");
    const PartnerView view = viewFor(agreement(), known);
    REQUIRE(view.leftOut == PartnerView::LeftOut::No);
    CHECK(view.coarsened);
    CHECK(view.incident.position == Sweref99{322150.0, 6394350.0});
    CHECK(view.incident.description.isEmpty());
    CHECK(view.incident.placeName.isEmpty());
    CHECK(view.textLeftOut);
    // The true place is within the radius that is given.
    CHECK(view.incident.radius == 81.0); // 10 + 70.7, rounded up
    CHECK(std::hypot(view.incident.position.easting - known.position.easting,
                     view.incident.position.northing - known.position.northing)
              + known.radius
          <= view.incident.radius);
    CHECK(view.incident.precision == Precision::Place);

    Incident area = known;
    area.precision = Precision::Area;
    area.area = {{322000, 6394000}, {322400, 6394000}, {322400, 6394400}};
    area.radius = 400.0;
    CHECK(viewFor(agreement(), area).incident.area.empty());
    CHECK(viewFor(agreement(), area).incident.precision == Precision::Area);
}

TEST_CASE("free text with personal data goes to no partner, even where it is marked public")
{
    Incident incident = marked("N1", Confidentiality::Public, "ring 070-174 06 05");
    CHECK(viewFor(agreement(), incident).incident.description.isEmpty());
    incident.description = u("trasig lampa");
    CHECK(viewFor(agreement(), incident).incident.description == u("trasig lampa"));
    PartnerAgreement without = agreement();
    without.fields.removeAll(field::description);
    CHECK(viewFor(without, incident).incident.description.isEmpty());
}

TEST_CASE("agreements are kept, and one that has run out is none")
{
    const Folder folder;
    PartnerAgreement one = agreement();
    one.validUntil = QDate(2025, 12, 31);
    const QString path = folder.path("sub/agreements.json");
    REQUIRE(readAgreements(path).value().empty());
    REQUIRE(writeAgreements(path, {one}).has_value());
    const std::vector<PartnerAgreement> read = readAgreements(path).value();
    REQUIRE(read.size() == 1);
    CHECK(read[0] == one);
    CHECK(agreementWith(u("västtrafik"), read, QDate(2025, 12, 31)).has_value());
    CHECK(agreementWith(u("Västtrafik"), read, QDate(2026, 1, 1)).error().code == ErrorCode::NotFound);
    CHECK(agreementWith(u("Någon annan"), read, QDate(2025, 6, 1)).error().code == ErrorCode::NotFound);
}

TEST_CASE("an agreement that is not understood is refused, not read as one without limits")
{
    const Folder folder;
    for (const char* text :
         {"", "[]", "{}", R"({"agreements":[{"partner":"A"}]})",
          R"({"agreements":[{"partner":"A","fields":[],"categories":[],"position_grid_m":-1}]})",
          R"({"agreements":[{"partner":"A","fields":[],"categories":[],"position_grid_m":100,"valid_until":"31/12"}]})",
          R"({"agreements":[{"partner":"A","fields":"description","categories":[],"position_grid_m":100}]})"}) {
        INFO(text);
        const auto read = readAgreements(folder.write("a.json", text));
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().code == ErrorCode::FileDamaged);
    }
}

TEST_CASE("the internal export holds every field, and the polygon as text where the format has no shapes")
{
    Incident area = marked("N1", Confidentiality::Internal, "allt");
    area.precision = Precision::Area;
    area.area = {{322000, 6394000}, {322400, 6394000}, {322400, 6394400}};
    area.position = {322300, 6394100};
    area.radius = 400.0;
    const SnapshotPtr snapshot = snapshotOf({area});
    ExportRequest request;
    request.profile = ExportProfile::Internal;
    const Folder folder;
    const QString csv = QString::fromUtf8(written(made(*snapshot, request), folder, "o.csv"));
    for (const QString& name : exchange::exportFields())
        CHECK(csv.section(u'\n', 0, 0).split(u',').contains(name));
    CHECK(csv.contains(u("POLYGON((322000.000 6394000.000, 322400.000 6394000.000, 322400.000 6394400.000, "
                         "322000.000 6394000.000))")));
    CHECK_FALSE(QString::fromUtf8(written(made(*snapshot, request), folder, "o.geojson")).contains(u("area_wkt")));
}

TEST_CASE("the public file has counts by cell, and no small one can be had from it")
{
    std::vector<Incident> incidents;
    add(incidents, "N1", 0, 12);
    add(incidents, "N1", 1, 3);
    add(incidents, "N1", 2, 20);
    add(incidents, "S1", 0, 8);
    add(incidents, "S1", 1, 9);
    add(incidents, "S1", 2, 7);
    add(incidents, "O1", 0, 11);
    add(incidents, "O1", 1, 13);
    add(incidents, "O1", 2, 6);
    const SnapshotPtr snapshot = snapshotOf(incidents);
    const ExportContent content = made(*snapshot, {});
    const exchange::CountFile& file = content.counts.file;
    REQUIRE(file.categories == QStringList{u("N1"), u("S1"), u("O1")} );
    REQUIRE(file.rows.size() == 4); // three cells and all
    CHECK(file.rows[0].id == u("3220006394000"));
    CHECK_FALSE(file.rows[1].counts[0].has_value()); // 3
    CHECK(file.rows.back().total == 89);
    CHECK(content.summary.cellsSmall == 1);
    CHECK(content.summary.cellsProtecting == 3);
    CHECK(content.summary.notPlaced == 0);
    // Told in every row: the total; not told in the row: the 3 and one more, so that no difference gives it away.
    CHECK(file.rows[1].total.value_or(0) - sumOf(file.rows[1]) > 5);
    const Folder folder;
    const QString csv = QString::fromUtf8(written(content, folder, "o.csv"));
    CHECK(csv.startsWith(u("area,name,total,n_N1,n_S1,n_O1,not_told,lon,lat,easting,northing\n")));
    CHECK(csv.count(u'\n') == 5);
    const QJsonArray features
        = QJsonDocument::fromJson(written(content, folder, "o.geojson")).object().value(u("features")).toArray();
    REQUIRE(features.size() == 4);
    CHECK(features[1].toObject().value(u("properties")).toObject().value(u("n_N1")).isNull());
    CHECK(features[0].toObject().value(u("properties")).toObject().value(u("n_N1")).isNull() !=
          features[2].toObject().value(u("properties")).toObject().value(u("n_N1")).isNull());
    CHECK(features[3].toObject().value(u("geometry")).isNull());
    for (const char* name : {"o.gpkg", "o.kml", "o.xlsx"}) {
        INFO(name);
        CHECK(writeExport(content, folder.path(name)).has_value());
    }
}

TEST_CASE("nothing of a single incident is in the public file")
{
    std::vector<Incident> incidents;
    add(incidents, "N1", 0, 30);
    for (Incident& one : incidents) {
        one.description = u("uppgift");
        one.placeName = u("platsen");
        one.externalId = u("nr-") + one.id.toString();
    }
    const SnapshotPtr snapshot = snapshotOf(incidents);
    const Folder folder;
    for (const char* name : {"o.csv", "o.geojson", "o.kml"}) {
        const QString text = QString::fromUtf8(written(made(*snapshot, {}), folder, name));
        CHECK_FALSE(text.contains(u("uppgift")));
        CHECK_FALSE(text.contains(u("platsen")));
        CHECK_FALSE(text.contains(u("nr-")));
        CHECK_FALSE(text.contains(incidents[0].id.toString(QUuid::WithoutBraces)));
        CHECK_FALSE(text.contains(u("322123")));
    }
}

TEST_CASE("what is only known to an area counts in no cell of the grid, but is counted")
{
    std::vector<Incident> incidents;
    add(incidents, "N1", 0, 10);
    for (int i = 0; i < 6; ++i) {
        incidents.push_back(incident("N1", utc(2025, 1, 2, i)));
        incidents.back().precision = Precision::Area;
        incidents.back().radius = 500.0;
    }
    const SnapshotPtr snapshot = snapshotOf(incidents);
    const ExportContent content = made(*snapshot, {});
    CHECK(content.summary.notPlaced == 6);
    REQUIRE(content.counts.file.rows.size() == 3);
    CHECK(content.counts.file.rows[0].total == 10);
    CHECK(content.counts.file.rows[1].total == 6);
    CHECK_FALSE(content.counts.file.rows[1].place.has_value());
    CHECK(content.counts.file.rows[2].total == 16);
}

TEST_CASE("areas of a file are all listed; what is outside them stands in a row of its own")
{
    auto set = std::make_shared<ZoneSet>();
    const auto square = [](double east) {
        const double west = 322000.0 + east;
        return ZonePolygon{{{west, 6394000}, {west + 500, 6394000}, {west + 500, 6394500}, {west, 6394500}}, {}};
    };
    set->zones = {{u("Väst"), {square(0)}}, {u("Öst"), {square(500)}}, {u("Tom"), {square(5000)}}};
    std::vector<Incident> incidents;
    add(incidents, "N1", 0, 10);
    add(incidents, "N1", 1, 11);
    add(incidents, "N1", 3, 12);
    const SnapshotPtr snapshot = snapshotOf(incidents);
    ExportRequest request;
    request.counts.ground = CountGround::Areas;
    request.counts.areas = set;
    const ExportContent content = made(*snapshot, request);
    const auto& rows = content.counts.file.rows;
    REQUIRE(rows.size() == 5);
    CHECK(rows[0].name == u("Väst"));
    CHECK(rows[0].total == 10);
    CHECK(rows[1].total == 11);
    CHECK(rows[2].total == 0);
    CHECK(rows[3].total == 12);
    CHECK(rows[4].total == 33);
    CHECK(rows[0].polygons.size() == 1);
}

TEST_CASE("by street, counts lie at midpoints of pieces of streets")
{
    const SnapshotPtr snapshot = snapshotOf(sampleIncidents({3000, 7, QDate(2025, 6, 1)}));
    ExportRequest request;
    request.counts.ground = CountGround::Streets;
    request.counts.streets = map::Basemap::embedded().value();
    const ExportContent content = made(*snapshot, request);
    const auto& rows = content.counts.file.rows;
    REQUIRE(rows.size() > 20);
    std::size_t atIncidents = 0;
    for (const exchange::CountRow& row : rows) {
        CHECK(row.polygons.empty());
        if (!row.place)
            continue;
        for (const auto& one : snapshot->incidents)
            atIncidents += one->position == *row.place ? 1 : 0;
    }
    CHECK(atIncidents == 0);
}

TEST_CASE("the sample in small cells gives no count away, and its totals stand")
{
    const SnapshotPtr snapshot = snapshotOf(sampleIncidents({600, 1481, QDate(2025, 6, 1)}));
    ExportRequest request;
    request.counts.cellMetres = 200.0;
    const ExportContent content = made(*snapshot, request);
    // Worked out again from what is hidden and shown.
    const exchange::CountFile& file = content.counts.file;
    const std::size_t columns = static_cast<std::size_t>(file.categories.size());
    std::vector<std::int64_t> counts;
    std::size_t hidden = 0;
    for (const exchange::CountRow& row : file.rows)
        for (std::size_t i = 0; i <= columns; ++i) {
            const std::optional<qint64>& told = i < columns ? row.counts[i] : row.total;
            const qint64 value = told ? *told : content.counts.hidden[hidden++].count;
            if (told)
                CHECK((value == 0 || value >= 5));
            if (i < columns && &row != &file.rows.back())
                counts.push_back(value);
        }
    CHECK(hidden == content.counts.hidden.size());
    CHECK(std::accumulate(counts.begin(), counts.end(), std::int64_t{0}) == 600);
    analysis::SuppressedTable table;
    table.rows = file.rows.size() - 1;
    table.columns = columns;
    hidden = 0;
    for (const exchange::CountRow& row : file.rows)
        for (std::size_t i = 0; i <= columns; ++i) {
            const std::optional<qint64>& told = i < columns ? row.counts[i] : row.total;
            using State = analysis::SuppressedTable::State;
            table.states.push_back(told ? State::Published : State::Small);
            table.values.push_back(told ? *told : content.counts.hidden[hidden++].count);
        }
    hidden = 0;
    bool safe = true;
    for (std::size_t row = 0; row <= table.rows; ++row)
        for (std::size_t column = 0; column <= columns; ++column) {
            if (table.isTold(row, column) || !content.counts.hidden[hidden++].small)
                continue;
            const analysis::DerivableInterval interval = analysis::derivableInterval(table, row, column);
            safe = safe && interval.lowest <= 1 && interval.highest.value_or(5) >= 5;
        }
    CHECK(safe);
}

TEST_CASE("an export that is stopped or cannot be made says why")
{
    std::vector<Incident> incidents;
    add(incidents, "N1", 0, 10);
    const SnapshotPtr snapshot = snapshotOf(incidents);
    CHECK(makeExport(*snapshot, {}, {}).error().code == ErrorCode::NoIncidents);
    std::stop_source stop;
    stop.request_stop();
    CHECK(makeExport(*snapshot, allRows(*snapshot), {}, stop.get_token()).error().code == ErrorCode::Cancelled);
    ExportRequest fine;
    fine.counts.cellMetres = 50.0; // so small that a cell is a house
    CHECK(makeExport(*snapshot, allRows(*snapshot), fine).error().code == ErrorCode::ValueOutOfRange);
    ExportRequest loose;
    loose.counts.threshold = 1;
    CHECK(makeExport(*snapshot, allRows(*snapshot), loose).error().code == ErrorCode::ValueOutOfRange);

    const Folder folder;
    folder.write("o.csv", "före");
    ExportRequest internal;
    internal.profile = ExportProfile::Internal;
    CHECK(writeExport(made(*snapshot, internal), folder.path("o.csv"), {}, stop.get_token()).error().code ==
          ErrorCode::Cancelled);
    QFile file(folder.path("o.csv"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == QByteArray("före"));
}

TEST_CASE("the preview shows what will be written, and the row of totals")
{
    std::vector<Incident> incidents;
    for (int cell = 0; cell < 30; ++cell)
        add(incidents, "N1", cell, 5 + cell);
    const SnapshotPtr snapshot = snapshotOf(incidents);
    const ExportPreview preview = previewOf(made(*snapshot, {}), 10);
    CHECK(preview.columns == QStringList{u("name"), u("total"), u("N1")});
    REQUIRE(preview.rows.size() == 11);
    CHECK(preview.rows.back()[1] == QString::number(30 * 5 + 29 * 15));
}
