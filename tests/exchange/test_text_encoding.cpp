#include "exchange/csv.h"
#include "exchange/text_encoding.h"
#include "support/catch.h"

#include <QTemporaryDir>

using namespace hk;
using namespace hk::exchange;

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }

} // namespace

TEST_CASE("Swedish letters tell the encoding of a table")
{
    CHECK(likelyEncoding("kategori;plats\nBråk;Ån\n") == TextEncoding::Utf8);
    CHECK(likelyEncoding("Br\xE5k;\xC5n\n") == TextEncoding::Windows1252);
    CHECK(likelyEncoding("Br\x86k;\x8Fn;\x84lg\n") == TextEncoding::Dos850);
    CHECK(likelyEncoding(QByteArrayView("\xFF\xFE" "a\0", 4)) == TextEncoding::Utf16Le);
    CHECK(likelyEncoding("plain") == TextEncoding::Utf8);
    CHECK(likelyEncoding("cut off in a letter \xC3") == TextEncoding::Utf8);
    CHECK(utf8Of("Br\x86k \x84lg \x94l", TextEncoding::Dos850) == "Bråk älg öl");
    CHECK(utf8Of("\x93Sk\xE5l\x94", TextEncoding::Windows1252) == "“Skål”");
    CHECK(textEncodingFromName(u("latin-1")) == TextEncoding::Windows1252);
    CHECK_FALSE(textEncodingFromName(u("klingon")).has_value());
}

TEST_CASE("a table is read as it is said to be written, and as it looks where nothing is said")
{
    const QByteArray dos = "kategori;plats\nBr\x86k;\x8F\x84\x94\n";
    std::vector<std::string_view> row;
    CsvReader guessed = CsvReader::ofText(dos, u("rows")).value();
    CHECK(guessed.encoding() == TextEncoding::Dos850);
    CHECK(guessed.separator() == ';');
    REQUIRE(guessed.next(row).value());
    CHECK(CsvReader::decode(row[0]) == u("Bråk"));

    TableForm form;
    form.encoding = TextEncoding::Windows1252;
    form.separator = '|';
    CsvReader told = CsvReader::ofText("a;b|c\nBr\xE5k|2\n", u("rows"), form).value();
    CHECK(told.columns() == QStringList{u("a;b"), u("c")});
    REQUIRE(told.next(row).value());
    CHECK(CsvReader::decode(row[0]) == u("Bråk"));
}

TEST_CASE("numbers follow the decimal mark that is said, thousands apart")
{
    CHECK(parseNumber("6 394 262,8", ',').value() == 6394262.8);
    CHECK(parseNumber("6\xC2\xA0" "394\xC2\xA0" "262,8", ',').value() == 6394262.8);
    CHECK(parseNumber("6.394.262,8", ',').value() == 6394262.8);
    CHECK(parseNumber("6,394,262.8", '.').value() == 6394262.8);
    CHECK_FALSE(parseNumber("mycket", ',').has_value());
    CHECK(likelyDecimal({"12,0165", "57,6"}) == ',');
    CHECK(likelyDecimal({"12.0165", "x"}) == '.');
    CHECK(likelyDecimal({"12", "57"}) == '\0');
}
