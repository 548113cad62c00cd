#include "models/sort_keys.h"
#include "models_support.h"

#include <algorithm>
#include <random>

using namespace hk::test;
using hk::models::compareTexts;
using hk::models::textKey;

TEST_CASE("keys put texts in Swedish order")
{
    const QStringList ordered{u("123"),       u("Akut"),    u("brogatan"), u("Cykelgarage"),
                              u("Zenit"),     u("ålgatan"), u("Ånäs"),     u("Älvgatan"),
                              u("ärlegatan"), u("Ögatan"),  u("Östra"),    QString()};
    for (qsizetype i = 1; i < ordered.size(); ++i) {
        INFO(ordered.at(i - 1).toStdString() << " before " << ordered.at(i).toStdString());
        CHECK(textKey(ordered.at(i - 1)) < textKey(ordered.at(i)));
        CHECK(compareTexts(ordered.at(i - 1), ordered.at(i)) < 0);
        CHECK(compareTexts(ordered.at(i), ordered.at(i - 1)) > 0);
    }
}

TEST_CASE("case and foreign accents make no difference in order")
{
    for (const auto& [one, other] :
         {std::pair{"Café", "cafe"}, {"ÅBY", "åby"}, {"Ærø", "äRö"}, {"Zürich", "zurich"}}) {
        CHECK(textKey(u(one)) == textKey(u(other)));
        CHECK(compareTexts(u(one), u(other)) == 0);
    }
}

TEST_CASE("å ä ö written as a letter and a mark are the same letters")
{
    for (const char* text : {"Ånäs", "Älvgatan", "Övre Ängsgatan vid Åvägen", "Café"}) {
        const QString marked = u(text).normalized(QString::NormalizationForm_D);
        REQUIRE(marked != u(text));
        CHECK(textKey(marked) == textKey(u(text)));
        CHECK(compareTexts(marked, u(text)) == 0);
    }
}

TEST_CASE("a text comes before those that go on after it")
{
    CHECK(textKey(u("Bro")) < textKey(u("Bro 2")));
    CHECK(textKey(u("Bro")) < textKey(u("Brogatan")));
    CHECK(compareTexts(u("Mölndals bro hållplats"), u("Mölndals bro hållplats A")) < 0);
    CHECK(compareTexts(u("Mölndals bro hål"), u("Mölndals bro håll")) < 0); // 16 letters and 17
}

TEST_CASE("texts that begin alike are in Swedish order to their last letter")
{
    const QStringList ordered{u("Mölndals bro, hållplats A"), u("Mölndals bro, hållplats z"),
                              u("Mölndals bro, hållplats Å"), u("Mölndals bro, hållplats ä"),
                              u("Mölndals bro, hållplats Ö")};
    for (qsizetype i = 1; i < ordered.size(); ++i)
        CHECK(compareTexts(ordered.at(i - 1), ordered.at(i)) < 0);
}

TEST_CASE("the order of texts is one order, of which the keys are the beginning")
{
    std::mt19937 random(1481);
    const QString letters = u("aAåÅäöÖéz 1,ñß");
    std::vector<QString> texts;
    for (int i = 0; i < 60; ++i) {
        QString text = u("Övre Kvarnbyga").left(static_cast<qsizetype>(random() % 15));
        for (auto more = random() % 8; more > 0; --more)
            text.append(letters.at(static_cast<qsizetype>(random() % static_cast<unsigned>(letters.size()))));
        texts.push_back(text);
    }
    const auto sign = [](int value) { return (value > 0) - (value < 0); };
    int broken = 0;
    for (const QString& a : texts)
        for (const QString& b : texts) {
            const int ab = sign(compareTexts(a, b));
            broken += ab == -sign(compareTexts(b, a)) ? 0 : 1;
            broken += (textKey(a) < textKey(b) && ab >= 0) || (textKey(a) > textKey(b) && ab <= 0) ? 1 : 0;
            for (const QString& c : texts)
                broken += ab <= 0 && compareTexts(b, c) <= 0 && compareTexts(a, c) > 0 ? 1 : 0;
        }
    CHECK(broken == 0);
}
