#include "exchange/csv.h"
#include "exchange_support.h"

#include <cstdlib>
#include <random>

using namespace hk;
using namespace hk::exchange;
using namespace hk::test;

namespace {

std::vector<QStringList> rowsOf(CsvReader& reader, std::vector<qint64>* lines = nullptr)
{
    std::vector<QStringList> rows;
    std::vector<std::string_view> fields;
    for (;;) {
        const Result<bool> more = reader.next(fields);
        REQUIRE(more.has_value());
        if (!*more)
            return rows;
        QStringList row;
        for (const std::string_view field : fields)
            row.append(CsvReader::decode(field));
        rows.push_back(row);
        if (lines)
            lines->push_back(reader.line());
    }
}

} // namespace

TEST_CASE("a CSV gives its columns and rows, whatever the separator and line ends")
{
    const Files files;
    for (const char* text : {"a,b,c\n1,2,3\n4,5,6\n", "a;b;c\r\n1;2;3\r\n4;5;6", "\xEF\xBB\xBF" "a\tb\tc\n1\t2\t3\n\n4\t5\t6\n"}) {
        Result<CsvReader> reader = CsvReader::open(files.write(u("t.csv"), text));
        REQUIRE(reader.has_value());
        CHECK(reader->columns() == QStringList{u("a"), u("b"), u("c")});
        const auto rows = rowsOf(*reader);
        REQUIRE(rows.size() == 2);
        CHECK(rows[0] == QStringList{u("1"), u("2"), u("3")});
        CHECK(rows[1] == QStringList{u("4"), u("5"), u("6")});
    }
}

TEST_CASE("quoted fields keep commas, quotation marks and line breaks, and rows keep their line numbers")
{
    const Files files;
    Result<CsvReader> reader = CsvReader::open(
        files.write(u("t.csv"), "id,text\n1,\"a, \"\"b\"\"\nsecond line\"\n2,\"\"\n3,plain\n"));
    REQUIRE(reader.has_value());
    std::vector<qint64> lines;
    const auto rows = rowsOf(*reader, &lines);
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].at(1) == u("a, \"b\"\nsecond line"));
    CHECK(rows[1].at(1).isEmpty());
    CHECK(lines == std::vector<qint64>{2, 4, 5});
}

TEST_CASE("a quotation mark without its end is reported with the line where it was opened")
{
    const Files files;
    Result<CsvReader> reader = CsvReader::open(files.write(u("t.csv"), "a,b\n1,2\n3,\"open\n4,5\n"));
    REQUIRE(reader.has_value());
    std::vector<std::string_view> fields;
    REQUIRE(reader->next(fields).value());
    const Result<bool> broken = reader->next(fields);
    REQUIRE(!broken.has_value());
    CHECK(broken.error().code == ErrorCode::FileDamaged);
    CHECK(broken.error().place.row == 3);
}

TEST_CASE("bytes that are not UTF-8 are read as Windows-1252")
{
    CHECK(CsvReader::decode("M\xF6lndal \x96 \x80") == u("Mölndal – €"));
    CHECK(CsvReader::decode("Mölndal") == u("Mölndal"));
}

TEST_CASE("numbers are read with decimal point or comma, and nothing else is a number")
{
    CHECK(parseNumber(" 57.6556 ") == 57.6556);
    CHECK(parseNumber("57,6556") == 57.6556);
    CHECK(parseNumber("+12") == 12.0);
    CHECK(parseNumber("-1e3") == -1000.0);
    for (const char* text : {"", "abc", "12x", "1,2,3", "1.2,3", "--5", "1 2"})
        CHECK_FALSE(parseNumber(text).has_value());
}

TEST_CASE("a file that is not there or has nothing in it is said to be so")
{
    const Files files;
    CHECK(CsvReader::open(files.path(u("none.csv"))).error().code == ErrorCode::FileNotFound);
    CHECK(CsvReader::open(files.write(u("empty.csv"), "")).error().code == ErrorCode::FileDamaged);
}

TEST_CASE("a number is the double nearest to what is written, however it is written")
{
    std::mt19937_64 random(7);
    for (int i = 0; i < 20000; ++i) {
        const int decimals = static_cast<int>(random() % 12);
        const double sign = random() % 2 == 0 ? 1.0 : -1.0;
        const double value = sign * static_cast<double>(random() % 100000000000ULL) / 9973.0;
        const QByteArray text = QByteArray::number(value, 'f', decimals);
        CHECK(hk::exchange::parseNumber(text.toStdString()) == std::strtod(text.constData(), nullptr));
    }
    for (const char* text : {"0", "-0.0", ".5", "5.", "9007199254740993", "123456789012345678.5", "0.000000000000000001", "1e5",
                             "00012.50"})
        CHECK(hk::exchange::parseNumber(text) == std::strtod(text, nullptr));
    for (const char* text : {"", "-", ".", "1.2.3", "12a", "--1", "1 2"})
        CHECK_FALSE(hk::exchange::parseNumber(text).has_value());
}

TEST_CASE("a big table that is held piece by piece gives the same rows as one held whole, again after a rewind")
{
    const Files files;
    QByteArray text = "\xEF\xBB\xBF\nid,text,more\r\n";
    std::mt19937 random(3);
    for (int i = 0; text.size() < (qint64(17) << 20); ++i) {
        text += QByteArray::number(i) + ",\"rad " + QByteArray(static_cast<int>(random() % 4000), 'x') + "\n\"\"två\"\",\",";
        text += random() % 5 == 0 ? "\r\n" : "Br\xE5k\n";
    }
    text += "last,line,open";
    const QString path = files.write(u("big.csv"), text);
    CsvReader whole = CsvReader::open(path).value();
    CsvReader pieces = CsvReader::open(path, {}, CsvReader::Hold::Piecewise).value();
    CHECK(pieces.columns() == whole.columns());
    const auto compare = [&] {
        std::vector<std::string_view> a;
        std::vector<std::string_view> b;
        for (;;) {
            const bool more = whole.next(a).value();
            REQUIRE(pieces.next(b).value() == more);
            if (!more)
                return;
            if (a != b || whole.line() != pieces.line())
                FAIL("row at line " << whole.line());
        }
    };
    compare();
    CHECK(pieces.share() == 1.0);
    whole.rewind();
    pieces.rewind();
    compare();

    files.write(u("big.csv"), text + ",\"open quotation mark\n");
    CsvReader broken = CsvReader::open(path, {}, CsvReader::Hold::Piecewise).value();
    std::vector<std::string_view> row;
    Result<bool> more = true;
    while (more && *more)
        more = broken.next(row);
    REQUIRE_FALSE(more.has_value());
    CHECK(more.error().code == ErrorCode::FileDamaged);
}
