#include "support/catch.h"
#include "tiles/address_secrets.h"

using namespace hk;
using tiles::withoutSecrets;

namespace {

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

} // namespace

TEST_CASE("keys, tokens and passwords are taken out of an address and put back")
{
    const struct {
        const char* whole;
        const char* address;
        const char* secrets;
    } cases[] = {
        {"https://a.example/wfs?map=x&apikey=abc", "https://a.example/wfs?map=x", "apikey=abc"},
        {"https://a.example/wfs?API_KEY=abc&map=x", "https://a.example/wfs?map=x", "API_KEY=abc"},
        {"https://a.example/wfs?access-token=a%20b", "https://a.example/wfs", "access-token=a%20b"},
        {"https://a.example/wfs?map=x&pwd=p&user=u", "https://a.example/wfs?map=x&user=u", "pwd=p"},
        {"https://a.example/{z}/{x}/{y}.png?key=abc", "https://a.example/{z}/{x}/{y}.png", "key=abc"},
        {"https://a.example/wfs?q=9f8e7d6c5b4a39281706f5e4d", "https://a.example/wfs", "q=9f8e7d6c5b4a39281706f5e4d"},
        {"https://a.example/wfs?map=x#part", "https://a.example/wfs?map=x#part", ""},
        {"https://a.example/wfs?map=/srv/maps/molndal_planer_2024.map", "https://a.example/wfs?map=/srv/maps/molndal_planer_2024.map", ""},
        {"https://a.example/wfs?layers=detaljplaner_gallande_yta", "https://a.example/wfs?layers=detaljplaner_gallande_yta", ""},
        {"https://a.example/t?z={z}&key_={x}&y={y}", "https://a.example/t?z={z}&key_={x}&y={y}", ""},
        {"https://a.example/wfs", "https://a.example/wfs", ""},
        {"/srv/kartor/a.gpkg", "/srv/kartor/a.gpkg", ""},
    };
    for (const auto& each : cases) {
        CAPTURE(each.whole);
        const auto parts = withoutSecrets(u(each.whole));
        CHECK(parts.address == u(each.address));
        CHECK(parts.secrets == u(each.secrets));
        CHECK(withoutSecrets(tiles::withSecrets(parts.address, parts.secrets)) == parts);
    }
    CHECK(tiles::withSecrets(u("https://a.example/wfs?map=x#p"), u("key=k")) == u("https://a.example/wfs?map=x&key=k#p"));
}
