#include "exchange/value_match.h"
#include "support/catch.h"

using namespace hk;
using namespace hk::exchange;

namespace {

CategoryMatch match(const char* word) { return matchCategory(QString::fromUtf8(word), CategoryList::standard()); }
CategoryMatch sure(const char* code) { return {QString::fromLatin1(code), true}; }
CategoryMatch likely(const char* code) { return {QString::fromLatin1(code), false}; }

} // namespace

TEST_CASE("a value is a category by code, by name, and by a code before the name")
{
    CHECK(match("S2") == sure("S2"));
    CHECK(match("klotter") == sure("S2"));
    CHECK(match("s2 sprejat") == sure("S2"));
}

TEST_CASE("a value that begins so, holds the word or is nearly spelt so is a guess")
{
    CHECK(match("Stöld") == likely("T1"));
    CHECK(match("Misshandel, grov") == likely("V2"));
    CHECK(match("Fylleri/LOB") == likely("O2"));
    CHECK(match("Skadegörlse") == likely("S1"));
    CHECK(match("Klottre") == likely("S2"));
    CHECK(match("Trafikolycka").code.isEmpty());
    CHECK(match("").code.isEmpty());
    CHECK(match("xyz").code.isEmpty());
}

TEST_CASE("a swap of two letters is one fault of spelling")
{
    CHECK(spellingDistance(u"klotter", u"kloettr", 3) == 2);
    CHECK(spellingDistance(u"klotter", u"klottre", 3) == 1);
    CHECK(spellingDistance(u"rån", u"rån", 1) == 0);
    CHECK(spellingDistance(u"inbrott", u"bråk", 2) == 3);
}
