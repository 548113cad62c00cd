#include "models/sort_keys.h"
#include "models_support.h"

using namespace hk::test;
using hk::models::textKey;

TEST_CASE("Keys put texts in Swedish order without regard to case or foreign accents", "[models]")
{
    CHECK(textKey(u("Axel")) < textKey(u("brogatan")));
    CHECK(textKey(u("Zenit")) < textKey(u("ålgatan")));
    CHECK(textKey(u("Ålgatan")) < textKey(u("Älvgatan")));
    CHECK(textKey(u("Älvgatan")) < textKey(u("Östra")));
    CHECK(textKey(u("Café")) == textKey(u("cafe")));
    CHECK(textKey(u("Östra")) < textKey(QString()));
}
