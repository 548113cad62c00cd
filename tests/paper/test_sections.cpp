#include "paper/beside_part.h"
#include "paper/contents_part.h"
#include "paper/section_parts.h"
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

} // namespace

TEST_CASE("the contents name each section with its page, and a click on its line leads there", "[paper]")
{
    const ContentsPart contents(QStringLiteral("Contents"),
                                {{QStringLiteral("1"), QStringLiteral("Summary"), {}, 1, QStringLiteral("section1")},
                                 {QStringLiteral("2"), QStringLiteral("Where"), {}, 4, QStringLiteral("section2")}});
    const double height = contents.height(120, 100, letters());
    const QRectF rect(20, 50, 120, height);
    CHECK(test::wordsOf(contents, rect) ==
          QStringList{QStringLiteral("Contents"), QStringLiteral("1"), QStringLiteral("Summary"), QStringLiteral("1"),
                      QStringLiteral("2"), QStringLiteral("Where"), QStringLiteral("4")});
    const auto links = contents.links(rect, letters());
    REQUIRE(links.size() == 2);
    CHECK(links[1].target == QStringLiteral("section2"));
    CHECK(rect.contains(links[0].rect));
    CHECK(rect.adjusted(0, 0, 0, 1e-6).contains(links[1].rect));
    CHECK_FALSE(links[0].rect.adjusted(0, 0, 0, -1e-6).intersects(links[1].rect));
    CHECK(contents.rest(rect.size(), letters()) == nullptr);
}

TEST_CASE("contents with amounts have heads, and go on below with what had no room", "[paper]")
{
    std::vector<ContentsPart::Entry> entries;
    for (int i = 1; i <= 9; ++i)
        entries.push_back({{}, QStringLiteral("Place %1").arg(i), QString::number(10 * i), i + 1, QStringLiteral("page%1").arg(i)});
    const ContentsPart contents(QStringLiteral("Places"), entries, QStringLiteral("Incidents"));
    const double whole = contents.height(120, 200, letters());
    const double part = contents.height(120, whole / 2, letters());
    CHECK(part <= whole / 2);
    const QRectF rect(0, 0, 120, part);
    const auto first = contents.links(rect, letters());
    const paper::PartPtr rest = contents.rest(rect.size(), letters());
    REQUIRE(rest);
    const QRectF below(0, 0, 120, rest->height(120, 200, letters()));
    const auto second = rest->links(below, letters());
    REQUIRE(first.size() + second.size() == entries.size());
    CHECK(second.front().target == QStringLiteral("page%1").arg(first.size() + 1));
    const QStringList words = test::wordsOf(*rest, below);
    CHECK(words.first() == QStringLiteral("Places, continued"));
    CHECK(words.contains(QStringLiteral("Incidents")));
    CHECK(words.contains(QStringLiteral("90")));
}

TEST_CASE("contents without room or sections take none", "[paper]")
{
    const ContentsPart contents(QStringLiteral("Contents"), {{{}, QStringLiteral("Summary"), {}, 1, {}}, {{}, QStringLiteral("Where"), {}, 4, {}}});
    CHECK(contents.height(120, 5, letters()) == 0.0);
    CHECK(ContentsPart(QStringLiteral("Contents"), {}).height(120, 100, letters()) == 0.0);
}

TEST_CASE("numbers stand whole over their words, smaller where they are long", "[paper]")
{
    const FiguresPart figures({{QStringLiteral("156 385"), QStringLiteral("incidents")},
                               {QStringLiteral("7"), QStringLiteral("hotspots")}});
    const QStringList read = test::wordsOf(figures, {0, 0, 100, figures.height(100, 100, letters())});
    CHECK(read == QStringList{QStringLiteral("156 385"), QStringLiteral("incidents"), QStringLiteral("7"),
                              QStringLiteral("hotspots")});
}

TEST_CASE("parts side by side share the width and are as high as the highest", "[paper]")
{
    const BesidePart beside({{test::plain(30), 2.0}, {test::plain(50), 1.0}, {nullptr, 1.0}});
    CHECK(beside.height(100, 200, letters()) == 50.0);
    CHECK(BesidePart({}).height(100, 200, letters()) == 0.0);
    // Where one of them has no room, none stands there.
    CHECK(beside.height(100, 40, letters()) == 0.0);
    const auto contents = std::make_shared<ContentsPart>(
        QString(), std::vector<ContentsPart::Entry>{{{}, QStringLiteral("A"), {}, 2, QStringLiteral("a")}});
    const BesidePart linked({{test::plain(10), 1.0}, {contents, 1.0}}, 10.0);
    const auto links = linked.links({0, 0, 110, 20}, letters());
    REQUIRE(links.size() == 1);
    CHECK(links[0].rect.left() == 60.0);
}

TEST_CASE("the heading of a section is cut to one line", "[paper]")
{
    const SectionPart section(QStringLiteral("Word ").repeated(100));
    const QStringList read = test::wordsOf(section, {0, 0, 100, section.height(100, 50, letters())});
    REQUIRE(read.size() == 1);
    CHECK(read[0].endsWith(QStringLiteral("…")));
}
