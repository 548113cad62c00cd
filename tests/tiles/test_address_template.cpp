#include "support/catch.h"
#include "tiles/address_template.h"

#include <random>

using namespace hk;
using tiles::AddressTemplate;

namespace {

QString address(const char* text, const tiles::TileKey& key)
{
    const auto parsed = AddressTemplate::parse(QString::fromUtf8(text));
    REQUIRE(parsed);
    return parsed->url(key).toString();
}

} // namespace

TEST_CASE("a template becomes the address of a tile")
{
    const tiles::TileKey key{12, 2190, 1261, 1};
    CHECK(address("https://tile.example.org/{z}/{x}/{y}.png", key) == QStringLiteral("https://tile.example.org/12/2190/1261.png"));
    CHECK(address(" https://tile.example.org/%7Bz%7D/%7Bx%7D/%7By%7D ", key) == QStringLiteral("https://tile.example.org/12/2190/1261"));
    CHECK(address("http://a.b/{z}/{x}/{-y}", key) == QStringLiteral("http://a.b/12/2190/2834")); // rows from the south
    CHECK(address("http://a.b/{z}/{x}/{y}{r}.png", key) == QStringLiteral("http://a.b/12/2190/1261.png"));
    CHECK(address("http://a.b/{z}/{x}/{y}{r}.png", {12, 2190, 1261, 2}) == QStringLiteral("http://a.b/12/2190/1261@2x.png"));
    CHECK(address("http://a.b/t?z={z}&x={x}&y={y}", key) == QStringLiteral("http://a.b/t?z=12&x=2190&y=1261"));
}

TEST_CASE("servers of one name take turns, always the same for the same tile")
{
    const auto letters = AddressTemplate::parse(QStringLiteral("https://{s}.example.org/{z}/{x}/{y}"));
    REQUIRE(letters);
    CHECK(letters->hosts() == QStringList{QStringLiteral("a.example.org"), QStringLiteral("b.example.org"), QStringLiteral("c.example.org")});
    CHECK(letters->url({3, 1, 1}) == letters->url({3, 1, 1}));
    const auto two = AddressTemplate::parse(QStringLiteral("https://{switch:karta1,karta2}.example.org/{z}/{x}/{y}"));
    REQUIRE(two);
    CHECK(two->hosts().size() == 2);
    CHECK(two->url({3, 1, 0}).host() == QStringLiteral("karta2.example.org"));
}

TEST_CASE("what is no template is refused with what is wrong in it")
{
    for (const char* wrong : {"", "tile.example.org/{z}/{x}/{y}", "https://a.b/{z}/{x}", "ftp://a.b/{z}/{x}/{y}", "https:///{z}/{x}/{y}",
                              "https://{switch:a.b,u:hemligt@c.d}/{z}/{x}/{y}",
                              "https://{switch:a.b,[}/{z}/{x}/{y}", "https://a.b/{z}/{x}/{y}?key={apikey}", "https://{switch:}.b/{z}/{x}/{y}", "https://{z}/{x}/{y}/{"}) {
        CAPTURE(wrong);
        const auto parsed = AddressTemplate::parse(QString::fromUtf8(wrong));
        REQUIRE_FALSE(parsed);
        CHECK(parsed.error().code == ErrorCode::ValueNotUnderstood);
        CHECK(parsed.error().place.field == QStringLiteral("address"));
    }
    const auto secret = AddressTemplate::parse(QStringLiteral("https://kommun:hemligt@a.b/{z}/{x}/{y}"));
    REQUIRE_FALSE(secret);
    CHECK_FALSE(secret.error().arguments.join(u' ').contains(QStringLiteral("hemligt")));
}

TEST_CASE("no text, however odd, makes an address outside the web")
{
    std::mt19937 random(4);
    const QStringList pieces{QStringLiteral("{z}"), QStringLiteral("{x}"), QStringLiteral("{y}"), QStringLiteral("{-y}"), QStringLiteral("{s}"),
                             QStringLiteral("{switch:a,,b}"), QStringLiteral("{"), QStringLiteral("}"), QStringLiteral("https://"),
                             QStringLiteral("a.b"), QStringLiteral("/"), QStringLiteral("@"), QStringLiteral(":"), QStringLiteral("å"),
                             QStringLiteral("%7B"), QStringLiteral("?"), QStringLiteral("#"), QStringLiteral("file:")};
    for (int i = 0; i < 5000; ++i) {
        QString text = i % 2 ? QStringLiteral("https://a.b/{z}/{x}/{y}") : QString();
        for (std::size_t n = random() % 12; n > 0; --n)
            text += pieces.at(static_cast<qsizetype>(random() % static_cast<std::size_t>(pieces.size())));
        const auto parsed = AddressTemplate::parse(text);
        if (parsed && !parsed->url({20, 5, 7}).scheme().startsWith(QLatin1String("http")))
            FAIL(text.toStdString());
    }
    SUCCEED();
}
