// What is printed lies where its coordinates say: read back from the finished PDF as a reader of it draws it.
#include "page_fixture.h"
#include "pdf_fixture.h"
#include "report/legend.h"
#include "report/map_part.h"
#include "report/scale_parts.h"
#include "support/catch.h"

#include <QImage>
#include <algorithm>
#include <cmath>

using namespace hk;
using namespace hk::report;

namespace {

constexpr int dpi = 600;
constexpr double perMillimetre = dpi / 25.4;

/// A rectangle of the first page as poppler draws it; null where pdftoppm is not installed.
QImage drawn(const QByteArray& pdf, const QRectF& millimetres)
{
    const QRect pixels = QRectF(millimetres.topLeft() * perMillimetre, millimetres.size() * perMillimetre).toAlignedRect();
    const auto number = [](int value) { return QString::number(value); };
    const auto bytes = test::outputOf(QStringLiteral("pdftoppm"),
                                      {QStringLiteral("-r"), number(dpi), QStringLiteral("-x"), number(pixels.x()), QStringLiteral("-y"),
                                       number(pixels.y()), QStringLiteral("-W"), number(pixels.width()), QStringLiteral("-H"),
                                       number(pixels.height()), QStringLiteral("-singlefile"), QStringLiteral("%1")},
                                      pdf);
    if (!bytes) {
        WARN("SKIPPED: pdftoppm (poppler-utils) is not installed");
        return {};
    }
    return QImage::fromData(*bytes);
}

void addIncident(analysis::IncidentTable& table, const Sweref99& where)
{
    table.easting.push_back(where.easting);
    table.northing.push_back(where.northing);
    table.fromUtc.push_back(0);
    table.toUtc.push_back(0);
    table.localDate.push_back(0);
    table.localMinuteOfWeek.push_back(0);
    table.localSpanMinutes.push_back(0);
    table.category.push_back(0);
    table.organisation.push_back(0);
    table.radius.push_back(5.0F);
    table.precision.push_back(0);
    table.severity.push_back(1);
    table.flags.push_back(0);
}

/// A page without a background whose only colours are those of the incidents' symbols.
MapPage pageWith(const std::vector<Sweref99>& places, Paper paper, Orientation orientation, double scale)
{
    auto table = std::make_shared<analysis::IncidentTable>();
    std::vector<std::uint32_t> rows;
    for (const Sweref99& place : places) {
        rows.push_back(static_cast<std::uint32_t>(rows.size()));
        addIncident(*table, place);
    }
    MapPage page = test::barePage(paper, orientation, scale);
    page.shown = page.total = static_cast<qint64>(places.size());
    page.scene.incidents = std::make_shared<const map::IncidentLayer>(
        table, rows, std::vector<map::IncidentLayer::CategorySymbol>{{CategoryGroup::Narcotics, QString(), false}},
        std::map<std::uint32_t, SwerefRing>{});
    return page;
}

/// The middle of what is coloured, pixels; not set where hardly anything is.
std::optional<QPointF> middleOfColour(const QImage& image)
{
    double weight = 0.0;
    QPointF sum;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (QColor(image.pixel(x, y)).saturation() > 60) {
                weight += 1.0;
                sum += QPointF(x + 0.5, y + 0.5);
            }
    return weight < 500.0 ? std::nullopt : std::optional(sum / weight);
}

/// The longest run of dark pixels in any row.
int longestLine(const QImage& image)
{
    int longest = 0;
    for (int y = 0; y < image.height(); ++y) {
        int run = 0;
        for (int x = 0; x < image.width(); ++x) {
            run = qGray(image.pixel(x, y)) < 128 ? run + 1 : 0;
            longest = std::max(longest, run);
        }
    }
    return longest;
}

} // namespace

TEST_CASE("ten places lie on paper within 0.3 mm of where EPSG:3006 says", "[report][accuracy]")
{
    for (const auto& [paper, orientation, scale] : {std::tuple(Paper::A4, Orientation::Landscape, 5000.0),
                                                    std::tuple(Paper::A3, Orientation::Portrait, 10000.0)}) {
        const Sweref99 centre = test::barePage(paper, orientation, scale).centre;
        const double step = scale * 0.012; // metres: twelve millimetres on paper
        std::vector<Sweref99> places;
        for (int i = 0; i < 10; ++i)
            places.push_back({centre.easting + (i % 5 - 2) * step * 2.3 + 3.7, centre.northing + (i / 5 - 0.5) * step * 5.1 - 1.9});
        const MapPage page = pageWith(places, paper, orientation, scale);
        const paper::Document document = test::documentOf(page);
        const paper::GeoFrame map = paper::geoFrames(document.sheets.front()).front();
        const QByteArray pdf = pdfOf(document).value();
        for (const Sweref99& place : places) {
            const QPointF expected = map.frame.topLeft() + QPointF((place.easting - map.ground.left()) * 1000.0 / scale,
                                                                   (map.ground.bottom() - place.northing) * 1000.0 / scale);
            const QRectF around(expected - QPointF(4, 4), QSizeF(8, 8));
            const QImage image = drawn(pdf, around);
            if (image.isNull())
                return;
            const auto found = middleOfColour(image);
            REQUIRE(found);
            const QPointF corner(std::floor(around.left() * perMillimetre), std::floor(around.top() * perMillimetre));
            const QPointF off = (corner + *found) / perMillimetre - expected;
            CAPTURE(place.easting, place.northing, off.x(), off.y());
            CHECK(std::hypot(off.x(), off.y()) < 0.3);
        }
    }
}

TEST_CASE("the scale bar is within 0.1 mm of its length at every scale and paper offered", "[report][accuracy]")
{
    for (const auto& [paper, orientation] : test::allPapers())
        for (const double scale : {2000.0, 5000.0, 10000.0}) {
            const MapPage page = test::barePage(paper, orientation, scale);
            const QRectF frame = test::frameOf(page, QStringLiteral("scale"));
            const ScaleBar bar = ScaleBarPart(std::make_shared<const MapPage>(page)).bar(frame.width(), paper::letterFactor(paper));
            CAPTURE(static_cast<int>(paper), static_cast<int>(orientation), scale, bar.metres);
            CHECK_THAT(bar.length, WithinRel(bar.metres * 1000.0 / scale, 1e-12));
            const QImage image = drawn(pdfOf(test::documentOf(page)).value(), frame);
            if (image.isNull())
                return;
            // The outline of 0.2 mm stands half beyond each end.
            CHECK_THAT(longestLine(image) / perMillimetre - 0.2, WithinAbs(bar.length, 0.1));
        }
}
