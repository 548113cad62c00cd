#include "paper/text_parts.h"
#include "paper_fixture.h"
#include "support/catch.h"

using namespace hk;
using namespace hk::paper;

namespace {

const Lettering& letters()
{
    static const Lettering a4(1.0); // once there is an application
    return a4;
}
const QString sentence = QStringLiteral("Twelve words stand in this sentence so that it takes some lines.");

} // namespace

TEST_CASE("a text that goes on loses no word and repeats no heading", "[paper]")
{
    QStringList paragraphs;
    for (int i = 0; i < 12; ++i)
        paragraphs.append(QStringLiteral("%1 (%2)").arg(sentence).arg(i));
    PartPtr part = std::make_shared<TextPart>(
        QStringLiteral("Heading"), std::vector<Paragraphs>{{paragraphs}}, TextPart::Overflow::Continue);
    QStringList read;
    int pieces = 0;
    for (; part && pieces < 20; ++pieces) {
        const double height = part->height(60, 30, letters());
        REQUIRE(height > 0.0);
        read += test::wordsOf(*part, {0, 0, 60, height});
        part = part->rest({60, height}, letters());
    }
    CHECK(pieces > 2);
    CHECK(read.join(u' ') == QStringLiteral("Heading ") + paragraphs.join(u' '));
}

TEST_CASE("a text without room ends in dots where it may not go on", "[paper]")
{
    const TextPart text(QString(), {{{sentence.repeated(5)}}});
    const QStringList read = test::wordsOf(text, {0, 0, 60, text.height(60, 12, letters())});
    REQUIRE(read.size() > 1);
    CHECK(read.back().endsWith(QStringLiteral("…")));
}

TEST_CASE("a title of 500 characters stands on two lines, cut", "[paper]")
{
    const TitlePart title(QString(500, u'W'));
    const double height = title.height(180, 100, letters());
    CHECK(height <= 2 * letters().lineHeight(Type::Title));
    CHECK(test::wordsOf(title, {0, 0, 180, height}).size() == 2);
    CHECK(test::wordsOf(TitlePart(QStringLiteral("Short")), {0, 0, 180, height}) ==
          QStringList{QStringLiteral("Short")});
}

TEST_CASE("a title and a text can be changed, a text of two kinds cannot", "[paper]")
{
    const auto changed = TitlePart(QStringLiteral("Before")).withText(QStringLiteral("After"));
    REQUIRE(changed);
    CHECK(changed->editableText() == QStringLiteral("After"));
    const TextPart mixed(QString(), {{{QStringLiteral("a")}}, {{QStringLiteral("b")}, Type::Small}});
    CHECK_FALSE(mixed.editableText());
    CHECK_FALSE(mixed.withText(QStringLiteral("c")));
}

TEST_CASE("nothing takes no room", "[paper]")
{
    CHECK(TextPart(QStringLiteral("Heading"), {}).height(100, 100, letters()) == 0.0);
    CHECK(FactsPart({QString(), QString()}, 0).height(100, 100, letters()) == 0.0);
    CHECK(MarksPart({{QString(), true}}).height(100, 100, letters()) == 0.0);
}

TEST_CASE("facts stand on one line where they fit, else the longest on lines of its own", "[paper]")
{
    const QStringList facts{QStringLiteral("January"), sentence, QStringLiteral("12 of 48")};
    CHECK(test::wordsOf(FactsPart(facts, 1), {0, 0, 400, 10}).size() == 1);
    const QStringList lines = test::wordsOf(FactsPart(facts, 1), {0, 0, 80, 30});
    REQUIRE(lines.size() >= 2);
    CHECK(lines[0] == QStringLiteral("January  ·  12 of 48"));
}

TEST_CASE("the left words of a footer never meet the right ones", "[paper]")
{
    const FooterPart footer({{sentence.repeated(4), QStringLiteral("3 (9)")}});
    const QStringList read = test::wordsOf(footer, {0, 0, 100, footer.height(100, 10, letters())});
    REQUIRE(read.size() == 2);
    CHECK(read.contains(QStringLiteral("3 (9)")));
    const QString& left = read[0] == QStringLiteral("3 (9)") ? read[1] : read[0];
    CHECK(letters().width(Type::Tiny, left) + letters().width(Type::Tiny, QStringLiteral("3 (9)")) < 100.0);
}
