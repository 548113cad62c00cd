#include "store/geometry_blob.h"
#include "store/iso_time.h"
#include "store_fixture.h"

#include <bit>

using namespace hk;
using namespace hk::store;

namespace {

std::string text(std::int64_t milliseconds)
{
    const auto iso = isoTime(milliseconds);
    return {iso.data(), iso.size()};
}

std::vector<std::byte> bytes(const char* hex)
{
    const QByteArray raw = QByteArray::fromHex(hex);
    const auto* data = reinterpret_cast<const std::byte*>(raw.constData());
    return {data, data + raw.size()};
}

} // namespace

TEST_CASE("Times are written in UTC with milliseconds and read back")
{
    CHECK(text(0) == "1970-01-01T00:00:00.000Z");
    CHECK(text(-1) == "1969-12-31T23:59:59.999Z");
    CHECK(text(1709208000123) == "2024-02-29T12:00:00.123Z");
    for (QDateTime time(QDate(1899, 12, 31), QTime(23, 59, 59, 7), Qt::UTC); time.date().year() < 2110;
         time = time.addDays(37).addMSecs(12'345'678)) {
        REQUIRE(text(time.toMSecsSinceEpoch()) == time.toString(Qt::ISODateWithMs).toStdString());
        REQUIRE(parseIsoTime(text(time.toMSecsSinceEpoch())) == time.toMSecsSinceEpoch());
    }
}

TEST_CASE("Times as other programs write them are understood")
{
    const std::int64_t noon = *parseIsoTime("2024-03-01T12:00:00.000Z");
    CHECK(parseIsoTime("2024-03-01T12:00:00Z") == noon);
    CHECK(parseIsoTime("2024-03-01 12:00:00") == noon);
    CHECK(parseIsoTime("2024-03-01T12:00") == noon);
    CHECK(parseIsoTime("2024-03-01T13:00:00.000+01:00") == noon);
    CHECK(parseIsoTime("2024-03-01T06:30:00-0530") == noon);
    CHECK(parseIsoTime("2024-03-01T12:00:00.1234567Z") == noon + 123);
    CHECK(parseIsoTime("2024-03-01") == noon - 12 * 3'600'000);
}

TEST_CASE("What is not a time is not taken for one")
{
    for (const char* wrong :
         {"", "2024", "2024-13-01", "2024-02-30", "2023-02-29", "2024-03-01T", "2024-03-01T24:00:00Z",
          "2024-03-01T12:60:00Z", "2024-03-01T12:00:00X", "2024-03-01T12:00:00.Z", "20240301",
          "2024-03-01T12:00:00+1", "yesterday", "2024-03-01T12:00:00Z "})
        CHECK_FALSE(parseIsoTime(wrong));
}

TEST_CASE("A point has the bytes of the standard")
{
    const auto blob = encodePoint({322005.0, 6394005.0});
    // "GP", version 0, little-endian without envelope, EPSG:3006; WKB: little-endian, point, x, y.
    const auto expected = bytes("47500001be0b000001010000000000000054a713410000004025645841");
    CHECK(std::equal(blob.begin(), blob.end(), expected.begin(), expected.end()));
    CHECK(decodePoint(blob) == Sweref99{322005.0, 6394005.0});
}

TEST_CASE("Points of other programs are read: big-endian, with envelope, with height")
{
    CHECK(decodePoint(bytes("475000000000 0bbe 0000000001 4113a75400000000 4158642540000000")) ==
          Sweref99{322005.0, 6394005.0});
    CHECK(decodePoint(
              bytes("47500003be0b0000 00000000 54a71341 00000000 54a71341 00000040 25645841 00000040 25645841"
                    "0101000000 00000000 54a71341 00000040 25645841")) == Sweref99{322005.0, 6394005.0});
    CHECK(decodePoint(
              bytes("47500001be0b0000 01e9030000 00000000 54a71341 00000040 25645841 0000000000000840")) ==
          Sweref99{322005.0, 6394005.0});
}

TEST_CASE("What is not a point is not taken for one")
{
    CHECK_FALSE(decodePoint({}));
    CHECK_FALSE(decodePoint(bytes("4750")));
    CHECK_FALSE(decodePoint(bytes("47500001be0b00000101000000000000"))); // cut short
    CHECK_FALSE(decodePoint(bytes("47500011be0b00000101000000000000000000f87f000000000000f87f"))); // empty
    CHECK_FALSE(
        decodePoint(bytes("47500001be0b00000101000000000000000000f87f000000000000f87f"))); // not a number
    CHECK_FALSE(decodePoint(encodePolygon({{0, 0}, {1, 0}, {1, 1}})));
    CHECK_FALSE(decodePolygon(encodePoint({0, 0})));
}

TEST_CASE("A polygon is closed in the file and open in memory")
{
    const SwerefRing ring{{322000.25, 6394200.5}, {322200.0, 6394200.5}, {322100.0, 6394400.75}};
    const auto blob = encodePolygon(ring);
    CHECK(blob.size() == 8 + 32 + 13 + 4 * 16);
    CHECK(decodePolygon(blob) == ring);
    const auto extent = extentOf(blob);
    REQUIRE(extent.envelope);
    CHECK(extent.envelope->minX == 322000.25);
    CHECK(extent.envelope->maxX == 322200.0);
    CHECK(extent.envelope->minY == 6394200.5);
    CHECK(extent.envelope->maxY == 6394400.75);
}

TEST_CASE("A polygon that claims more points than it has is not read")
{
    auto blob = encodePolygon({{0, 0}, {1, 0}, {1, 1}});
    blob[8 + 32 + 9] = std::byte{0xff};
    blob[8 + 32 + 12] = std::byte{0x7f};
    CHECK_FALSE(decodePolygon(blob));
}

TEST_CASE("A polygon with a vertex that is nowhere is not read")
{
    const auto sound = encodePolygon({{322000, 6394200}, {322200, 6394200}, {322200, 6394400}});
    REQUIRE(decodePolygon(sound));
    for (const char* nowhere : {"000000000000f87f", "000000000000f0ff"}) {
        auto blob = sound;
        const auto number = bytes(nowhere);
        std::copy(number.begin(), number.end(), blob.end() - 24); // the ordinate before the last vertex
        CHECK_FALSE(decodePolygon(blob));
    }
}

TEST_CASE("The extent of any geometry is known with and without an envelope in its head")
{
    // MULTIPOINT(1 2, 3 -4) without envelope.
    const auto multi = extentOf(bytes("47500001be0b0000 0104000000 02000000"
                                      "0101000000 000000000000f03f 0000000000000040"
                                      "0101000000 0000000000000840 00000000000010c0"));
    REQUIRE(multi.envelope);
    CHECK(multi.envelope->minX == 1.0);
    CHECK(multi.envelope->maxX == 3.0);
    CHECK(multi.envelope->minY == -4.0);
    CHECK(multi.envelope->maxY == 2.0);
    const auto empty = extentOf(bytes("47500011be0b0000 0104000000 00000000"));
    CHECK(empty.isGeometry);
    CHECK_FALSE(empty.envelope);
    CHECK_FALSE(extentOf(bytes("00112233445566778899")).isGeometry);
    // POINT(1 2) whose head says from 3 to 0: the point counts.
    const auto insideOut = extentOf(bytes("47500003be0b0000 0000000000000840 0000000000000000 0000000000000040 0000000000000040"
                                          "0101000000 000000000000f03f 0000000000000040"));
    REQUIRE(insideOut.envelope);
    CHECK(insideOut.envelope->minX == 1.0);
    CHECK(insideOut.envelope->maxX == 1.0);
}
