#include "exchange/points_reader.h"
#include "exchange_support.h"

using namespace hk;
using namespace hk::exchange;
using namespace hk::test;

TEST_CASE("points are read from e,n as they are")
{
    const Files files;
    const auto read = readPoints({files.write(u("p.csv"), "id,e,n\n1,321991.1,6394262.8\n2,,5\n3,321000,6394000\n"), {}, {}});
    REQUIRE(read.has_value());
    REQUIRE(read->points.size() == 2);
    CHECK(read->points[0] == analysis::Point{321991.1, 6394262.8});
    CHECK(read->skipped == 1);
}

TEST_CASE("lon,lat are transformed into the CRS asked for")
{
    const Files files;
    const QString path = files.write(u("p.tsv"), "lat\tlon\n57.6554\t12.0165\n");
    const auto sweref = readPoints({path, {}, {}});
    REQUIRE(sweref.has_value());
    CHECK_THAT(sweref->points.at(0).x, WithinAbs(321991.1, 0.1));
    CHECK_THAT(sweref->points.at(0).y, WithinAbs(6394262.8, 0.1));
    const auto local = readPoints({path, {}, {}, u("EPSG:3007")});
    REQUIRE(local.has_value());
    CHECK_THAT(local->points.at(0).x, WithinAbs(150985.0, 0.2));
    CHECK_THAT(local->points.at(0).y, WithinAbs(6392903.1, 0.2));
}

TEST_CASE("any two columns can be named")
{
    const Files files;
    const QString path = files.write(u("p.csv"), "öst,nord\n10,20\n");
    const auto read = readPoints({path, u("öst"), u("nord")});
    REQUIRE(read.has_value());
    CHECK(read->points.at(0) == analysis::Point{10, 20});
    CHECK(readPoints({path, u("x1"), u("nord")}).error().code == ErrorCode::ColumnNotFound);
    CHECK(readPoints({path, {}, {}}).error().code == ErrorCode::NoColumnsForPosition);
}

TEST_CASE("a table reads the same in parts on several threads as record by record")
{
    const Files files;
    QByteArray rows = "id;e;n;w\r\n";
    qint64 unusable = 0;
    for (int i = 0; i < 60000; ++i) {
        if (i % 977 == 0) {
            rows += ";;;\r\n"; // a spreadsheet's empty row
        } else if (i % 991 == 0) {
            rows += "x;12\r\n";
            ++unusable;
        } else if (i % 997 == 0) {
            rows += "x;;6394000;1\r\n";
            ++unusable;
        }
        rows += QByteArray::number(i) + "; 32" + QByteArray::number(1000 + i % 9000) + "," + QByteArray::number(i % 100) + " ;"
                + QByteArray::number(6394000.5 + i % 5000, 'f', 3) + ";" + QByteArray::number(i % 7) + "\r\n";
    }
    PointsRequest request;
    request.weightColumn = u("w");
    request.path = files.write(u("plain.csv"), rows + "last;320001;6394001;2");
    const auto inParts = readPoints(request);
    request.path = files.write(u("quoted.csv"), rows + "\"last\";320001;6394001;2");
    const auto byRecord = readPoints(request);
    REQUIRE(inParts.has_value());
    REQUIRE(byRecord.has_value());
    CHECK(inParts->points.size() == 60001);
    CHECK((inParts->points == byRecord->points));
    CHECK((inParts->weights == byRecord->weights));
    CHECK(inParts->skipped == unusable);
    CHECK(byRecord->skipped == unusable);
    CHECK(inParts->points.back() == analysis::Point{320001, 6394001});
}
