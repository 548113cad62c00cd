// The numbers of the meeting map, counted once more by the sqlite3 shell from the file's own bytes.
#include "product_fixture.h"

#include "report/legend.h"
#include "report/page_words.h"
#include "support/catch.h"
#include "workspace/sample.h"

#include <cstring>

using namespace hk;
using namespace hk::report;

namespace {

struct Row {
    double east = 0.0;
    double north = 0.0;
    QString category;
    bool placed = false; ///< exact enough for the heatmap
};

/// Position of a GeoPackage point: behind its header stands well-known binary, low byte first.
QPointF positionOf(const QString& hex)
{
    const QByteArray blob = QByteArray::fromHex(hex.toLatin1());
    const int envelopes[] = {0, 32, 48, 48, 64};
    const int header = 8 + envelopes[(blob.at(3) >> 1) & 7];
    double xy[2] = {};
    std::memcpy(xy, blob.constData() + header + 5, sizeof xy);
    return {xy[0], xy[1]};
}

bool inside(const analysis::Ring& ring, double x, double y)
{
    bool in = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        if ((ring[i].y > y) != (ring[j].y > y) &&
            x < (ring[j].x - ring[i].x) * (y - ring[i].y) / (ring[j].y - ring[i].y) + ring[i].x)
            in = !in;
    return in;
}

} // namespace

TEST_CASE("every number of the meeting map is that of the file, counted by another", "[report][numbers]")
{
    workspace::SampleOptions sample;
    sample.end = QDate(2026, 11, 20);
    const test::ProductFile file(workspace::sampleIncidents(sample));
    IncidentFilter filter;
    filter.from = QDate(2026, 1, 1);
    filter.to = QDate(2026, 7, 1);
    const ProductInput input = file.input(filter);
    const auto answered =
        file.sql(QStringLiteral("SELECT hex(geom), category, precision <> 'area' AND coalesce(radius, 0) <= 150 FROM incidents"
                                " WHERE date(occurred_from, 'localtime') >= '2026-01-01' AND date(occurred_from, 'localtime') < '2026-07-01'"));
    if (!answered) {
        WARN("SKIPPED: the sqlite3 shell is not installed");
        return;
    }
    std::vector<Row> rows;
    for (const QStringList& row : *answered) {
        const QPointF at = positionOf(row.at(0));
        rows.push_back({at.x(), at.y(), row.at(1), row.at(2) == QLatin1String("1")});
    }
    const MapPage page = pageOf(*input.analysis, test::optionsOf(Product::MeetingMap).page, input.ground, input.names);
    CHECK(page.total == file.number(QStringLiteral("SELECT count(*) FROM incidents")));
    CHECK(page.shown == static_cast<qint64>(rows.size()));
    REQUIRE(page.hotspots.size() >= 3);
    for (std::size_t i = 0; i < page.hotspots.size(); ++i) {
        const analysis::Hotspot& hotspot = (*input.analysis->hotspots)[i];
        std::map<QString, int> categories;
        qint64 incidents = 0;
        for (const Row& row : rows) {
            const bool in = row.placed && inside(hotspot.polygon.outer, row.east, row.north) &&
                            std::none_of(hotspot.polygon.holes.begin(), hotspot.polygon.holes.end(),
                                         [&](const analysis::Ring& hole) { return inside(hole, row.east, row.north); });
            incidents += in ? 1 : 0;
            categories[row.category] += in ? 1 : 0;
        }
        CAPTURE(i, page.hotspots[i].name.toStdString());
        CHECK(page.hotspots[i].incidents == incidents);
        const auto most = std::max_element(categories.begin(), categories.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        const QString share = QLocale().toString(static_cast<int>(std::lround(100.0 * most->second / static_cast<double>(incidents))));
        const bool named = page.hotspots[i].categories.contains(QStringLiteral("%1 %2").arg(most->first, share));
        CHECK((named || std::count_if(categories.begin(), categories.end(),
                                      [&](const auto& one) { return one.second == most->second; }) > 1));
    }
    // What the remarks say.
    const QRectF frame = test::mapFrame(page);
    const QRectF ground = groundOf(page, frame);
    const auto outside = std::count_if(rows.begin(), rows.end(),
                                       [&](const Row& row) { return !ground.contains(QPointF(row.east, row.north)); });
    const auto imprecise = std::count_if(rows.begin(), rows.end(), [](const Row& row) { return !row.placed; });
    const QString said = remarksOf(page, frame).join(u' ');
    REQUIRE(imprecise > 0);
    REQUIRE(outside > 0);
    CHECK(said.contains(QStringLiteral("%1 incident(s) without an exact place").arg(imprecise)));
    CHECK(said.contains(QStringLiteral("%1 incident(s) of the selection lie outside this map").arg(outside)));
}
