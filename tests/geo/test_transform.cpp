#include "geo/mercator.h"
#include "geo/transform.h"
#include "support/catch.h"

#include <QProcess>
#include <QStandardPaths>
#include <cmath>
#include <vector>

using namespace hk;

TEST_CASE("the check point of Mölndal lands on its published SWEREF 99 TM coordinates")
{
    const geo::Sweref99Transform transform;
    const Sweref99 p = transform.toSweref(LonLat{12.0165, 57.6554});
    CHECK_THAT(p.northing, WithinAbs(6394262.8, 0.05));
    CHECK_THAT(p.easting, WithinAbs(321991.1, 0.05));
}

TEST_CASE("Lantmäteriet's control points of SWEREF 99 TM are met to the millimetre")
{
    // Lantmäteriet, "Kontrollpunkter för SWEREF 99 TM" (2007-11-20): latitude, longitude → N, E.
    struct Control { double lat, lon, northing, easting; };
    const std::vector<Control> controls = {{55.0, 12.75, 6097106.672, 356083.438},
                                           {55.0, 14.25, 6095048.642, 452024.069},
                                           {57.0, 12.75, 6319636.937, 363331.554},
                                           {57.0, 19.5, 6326392.707, 773251.054},
                                           {59.0, 11.25, 6546096.724, 284626.066},
                                           {59.0, 19.5, 6548757.206, 758410.519},
                                           {61.0, 12.75, 6764877.311, 378323.440},
                                           {61.0, 18.75, 6768593.345, 702745.127},
                                           {63.0, 12.0, 6989134.048, 348083.148},
                                           {63.0, 19.5, 6993565.630, 727798.671},
                                           {65.0, 13.5, 7209293.753, 429270.201},
                                           {65.0, 21.75, 7225449.115, 817833.405},
                                           {67.0, 16.5, 7432168.174, 565398.458},
                                           {67.0, 24.0, 7459745.672, 891298.142},
                                           {69.0, 21.0, 7666089.698, 739639.195}};
    const geo::Sweref99Transform transform;
    for (const Control& c : controls) {
        const Sweref99 p = transform.toSweref(LonLat{c.lon, c.lat});
        CHECK_THAT(p.northing, WithinAbs(c.northing, 0.001));
        CHECK_THAT(p.easting, WithinAbs(c.easting, 0.001));
    }
}

TEST_CASE("there and back is the same place to a tenth of a millimetre")
{
    const geo::Sweref99Transform transform;
    const Sweref99 p{321991.1, 6394262.8};
    const Sweref99 byLonLat = transform.toSweref(transform.toLonLat(p));
    const Sweref99 byMercator = transform.toSweref(transform.toWebMercator(p));
    CHECK_THAT(byLonLat.easting, WithinAbs(p.easting, 1e-4));
    CHECK_THAT(byLonLat.northing, WithinAbs(p.northing, 1e-4));
    CHECK_THAT(byMercator.easting, WithinAbs(p.easting, 1e-4));
    CHECK_THAT(byMercator.northing, WithinAbs(p.northing, 1e-4));
}

TEST_CASE("many points at once equal them one by one, and a bad one spoils only itself")
{
    const geo::Sweref99Transform transform;
    std::vector<double> x{12.0, std::nan(""), 12.1, 12.2};
    std::vector<double> y{57.6, 57.6, 57.7, 57.8};
    transform.toSweref(x, y);
    CHECK_FALSE(std::isfinite(x[1]));
    for (const std::size_t i : {0u, 2u, 3u}) {
        const double step = static_cast<double>(i) * 0.1;
        const Sweref99 single = transform.toSweref(LonLat{i == 0 ? 12.0 : 11.9 + step, i == 0 ? 57.6 : 57.5 + step});
        CHECK_THAT(x[i], WithinAbs(single.easting, 1e-6));
        CHECK_THAT(y[i], WithinAbs(single.northing, 1e-6));
    }
}

TEST_CASE("a moved transform still works")
{
    geo::Sweref99Transform first;
    geo::Sweref99Transform second(std::move(first));
    CHECK_THAT(second.toSweref(LonLat{15.0, 0.0}).easting, WithinAbs(500000.0, 1e-6));
}

TEST_CASE("a CRS defined northing first is still read and written east first")
{
    auto transform = geo::CrsTransform::create(QStringLiteral("EPSG:4326"), QStringLiteral("EPSG:3007"));
    REQUIRE(transform);
    double x = 12.0165;
    double y = 57.6554;
    transform->forward({&x, 1}, {&y, 1});
    CHECK_THAT(x, WithinAbs(150985.0, 0.1));
    CHECK_THAT(y, WithinAbs(6392903.1, 0.1));
}

TEST_CASE("the written-out pipeline agrees with PROJ's own EPSG:3006")
{
    auto epsg = geo::CrsTransform::create(QStringLiteral("EPSG:4619"), QStringLiteral("EPSG:3006"));
    REQUIRE(epsg);
    const geo::Sweref99Transform own;
    for (const LonLat& p : {LonLat{11.2, 58.9}, LonLat{12.0187, 57.6556}, LonLat{23.5, 67.5}, LonLat{13.2, 55.4}}) {
        double x = p.lon;
        double y = p.lat;
        epsg->forward({&x, 1}, {&y, 1});
        const Sweref99 q = own.toSweref(p);
        CHECK_THAT(q.easting, WithinAbs(x, 1e-4));
        CHECK_THAT(q.northing, WithinAbs(y, 1e-4));
    }
}

TEST_CASE("cs2cs of the same machine gives the same coordinates")
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("cs2cs"));
    if (program.isEmpty()) {
        WARN("SKIPPED: cs2cs is not installed");
        return;
    }
    QProcess cs2cs;
    cs2cs.start(program, {QStringLiteral("-f"), QStringLiteral("%.4f"), QStringLiteral("EPSG:4326"), QStringLiteral("EPSG:3006")});
    cs2cs.write("57.6554 12.0165\n");
    cs2cs.closeWriteChannel();
    REQUIRE(cs2cs.waitForFinished());
    const QList<QByteArray> words = cs2cs.readAllStandardOutput().simplified().split(' ');
    REQUIRE(words.size() >= 2);
    const Sweref99 p = geo::Sweref99Transform().toSweref(LonLat{12.0165, 57.6554});
    CHECK_THAT(p.northing, WithinAbs(words[0].toDouble(), 1e-3));
    CHECK_THAT(p.easting, WithinAbs(words[1].toDouble(), 1e-3));
}

TEST_CASE("a point outside a projection's reach becomes NaN")
{
    auto transform = geo::CrsTransform::create(QStringLiteral("EPSG:4326"), QStringLiteral("EPSG:27700"));
    REQUIRE(transform);
    std::vector<double> x{-2.7, 1e9};
    std::vector<double> y{53.8, 1e9};
    transform->forward(x, y);
    CHECK_THAT(x[0], WithinAbs(353981, 500));
    CHECK(std::isnan(x[1]));
    CHECK(std::isnan(y[1]));
}

TEST_CASE("an unknown CRS is named in the error")
{
    const auto made = geo::CrsTransform::create(QStringLiteral("EPSG:4326"), QStringLiteral("EPSG:99999999"));
    REQUIRE_FALSE(made);
    CHECK(made.error().code == ErrorCode::CrsNotUnderstood);
    CHECK(made.error().arguments == QStringList{QStringLiteral("EPSG:99999999")});
    CHECK_FALSE(geo::CrsTransform::create(QStringLiteral("nonsense"), QStringLiteral("EPSG:3006")));
}

TEST_CASE("only projected systems in metres may carry a grid")
{
    CHECK(geo::isProjected(QStringLiteral("EPSG:3006")).value());
    CHECK(geo::isProjected(QStringLiteral("EPSG:27700")).value());
    CHECK(geo::isProjected(QStringLiteral("+proj=utm +zone=33 +ellps=GRS80")).value());
    CHECK_FALSE(geo::isProjected(QStringLiteral("EPSG:4326")).value());
    CHECK_FALSE(geo::isProjected(QStringLiteral("EPSG:2263")).value()); // New York, US survey feet
    CHECK(geo::isProjected(QStringLiteral("what")).error().code == ErrorCode::CrsNotUnderstood);
}
