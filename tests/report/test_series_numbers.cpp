// What the pages of hotspots count, counted once more by GDAL and GEOS from the file's own bytes: a spatial filter of another
// house over the outline as it is exported.
#include "product_fixture.h"

#include "report/series_pages.h"
#include "stored_file.h"
#include "support/catch.h"

#include <gdal_priv.h>
#include <map>
#include <ogrsf_frmts.h>

using namespace hk;
using namespace hk::report;

namespace {

QString ringText(const analysis::Ring& ring)
{
    QStringList vertices;
    for (std::size_t i = 0; i <= ring.size(); ++i)
        vertices.append(QStringLiteral("%1 %2").arg(ring[i % ring.size()].x, 0, 'g', 17).arg(ring[i % ring.size()].y, 0, 'g', 17));
    return QStringLiteral("(%1)").arg(vertices.join(u','));
}

std::unique_ptr<OGRGeometry> outlineOf(const analysis::Hotspot& hotspot)
{
    QStringList rings{ringText(hotspot.polygon.outer)};
    for (const analysis::Ring& hole : hotspot.polygon.holes)
        rings.append(ringText(hole));
    OGRGeometry* made = nullptr;
    const QByteArray words = QStringLiteral("POLYGON(%1)").arg(rings.join(u',')).toLatin1();
    REQUIRE(OGRGeometryFactory::createFromWkt(words.constData(), nullptr, &made) == OGRERR_NONE);
    return std::unique_ptr<OGRGeometry>(made);
}

/// Incidents by category and by local hour that lie in the outline.
struct Counted {
    std::map<QString, qint64> categories;
    std::map<int, qint64> hours;
    qint64 all = 0;
};

Counted countedIn(OGRLayer& layer, OGRGeometry& outline, const std::map<qint64, int>& hourOf)
{
    Counted counted;
    layer.SetSpatialFilter(&outline);
    layer.ResetReading();
    while (const std::unique_ptr<OGRFeature> feature{layer.GetNextFeature()}) {
        if (!outline.Contains(feature->GetGeometryRef())) // the filter may look at boxes alone
            continue;
        ++counted.all;
        ++counted.categories[QString::fromUtf8(feature->GetFieldAsString("category"))];
        ++counted.hours[hourOf.at(feature->GetFID())];
    }
    return counted;
}

} // namespace

TEST_CASE("a page of a hotspot counts what GEOS finds in its outline", "[report][numbers]")
{
    const test::ProductFile file(test::sampleOfTwoYears());
    IncidentFilter filter;
    filter.from = QDate(2025, 7, 1);
    filter.to = QDate(2026, 7, 1);
    const ProductInput input = file.input(filter);
    ProductOptions options = test::optionsOf(Product::Series, Paper::A4, Orientation::Landscape);
    const auto series = seriesPages(input, options, {180, 150});
    REQUIRE(series);
    REQUIRE(series->pages.size() >= 3);
    REQUIRE(series->pages.size() == input.analysis->hotspots->size());

    // Of those with an exact time; others are negative.
    const auto rows = file.sql(QStringLiteral(
        "SELECT fid, CASE WHEN occurred_to IS NULL OR occurred_to = occurred_from THEN CAST(strftime('%H', occurred_from, 'localtime') AS INTEGER)"
        " ELSE -1 END FROM incidents"));
    if (!rows)
        return;
    std::map<qint64, int> hourOf;
    for (const QStringList& row : *rows)
        hourOf[row[0].toLongLong()] = row[1].toInt();

    GDALAllRegister();
    const GDALDatasetUniquePtr data(GDALDataset::Open(file.path().toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
    REQUIRE(data);
    OGRLayer* layer = data->GetLayerByName("incidents");
    REQUIRE(layer != nullptr);
    const auto chosen = file.sql(QStringLiteral("SELECT fid FROM incidents WHERE precision <> 'area' AND coalesce(radius,0) <= 150"
                                                " AND date(occurred_from,'localtime') >= '2025-07-01' AND date(occurred_from,'localtime') < '2026-07-01'"));
    QStringList numbers;
    for (const QStringList& row : *chosen)
        numbers.append(row[0]);
    REQUIRE(layer->SetAttributeFilter(QStringLiteral("fid IN (%1)").arg(numbers.join(u',')).toLatin1().constData()) == OGRERR_NONE);

    for (std::size_t i = 0; i < series->pages.size(); ++i) {
        const SeriesPage& page = series->pages[i];
        CAPTURE(i, page.name.toStdString());
        const auto outline = outlineOf((*input.analysis->hotspots)[i]);
        const Counted counted = countedIn(*layer, *outline, hourOf);
        CHECK(page.incidents == counted.all);
        REQUIRE(page.categories.size() == counted.categories.size());
        for (const auto& [index, count] : page.categories)
            CHECK(counted.categories.at(page.map.categories.all()[index].code) == count);
        // Those with an exact time stand in their hour; the page may add spans to it.
        for (int hour = 0; hour < 24; ++hour) {
            const auto exact = counted.hours.find(hour);
            const qint64 least = exact == counted.hours.end() ? 0 : exact->second;
            CHECK(page.hours[static_cast<std::size_t>(hour)] >= least);
        }
        qint64 inHours = 0;
        for (const qint64 hour : page.hours)
            inHours += hour;
        CHECK(inHours + page.withoutHour == counted.all);
    }
}
