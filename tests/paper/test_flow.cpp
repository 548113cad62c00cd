#include "paper/flow.h"
#include "paper/flow_sheets.h"
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
const std::vector<QRectF> onePage{{10, 10, 100, 100}};

FlowItem item(const QString& id, PartPtr part)
{
    return {id, std::move(part)};
}

/// Ids by page: QStringLiteral("a b | c").
QString pagesOf(const Flowed& flowed)
{
    QStringList pages;
    for (const auto& page : flowed.pages) {
        QStringList ids;
        for (const Frame& frame : page)
            ids.append(frame.id);
        pages.append(ids.join(u' '));
    }
    return pages.join(QStringLiteral(" | "));
}

} // namespace

TEST_CASE("parts stand one below another, and what has no room goes to the next page", "[paper]")
{
    const Flowed flowed =
        flow({item(QStringLiteral("a"), test::plain(40)), item(QStringLiteral("b"), test::plain(50)),
              item(QStringLiteral("c"), test::plain(20))},
             onePage, letters());
    CHECK(pagesOf(flowed) == QStringLiteral("a b | c"));
    CHECK(flowed.pages[0][0].rect == QRectF(10, 10, 100, 40));
    CHECK(flowed.pages[0][1].rect == QRectF(10, 54, 100, 50));
    CHECK(flowed.pages[1][0].rect.top() == 10.0);
}

TEST_CASE("a part that may be parted fills the page and goes on on the next ones", "[paper]")
{
    const Flowed flowed =
        flow({item(QStringLiteral("a"), test::plain(40)), item(QStringLiteral("long"), test::plain(230, 10))},
             onePage, letters());
    CHECK(pagesOf(flowed) == QStringLiteral("a long | long/2 | long/3"));
    double all = 0.0;
    for (const auto& page : flowed.pages)
        for (const Frame& frame : page)
            if (frame.id.startsWith(QStringLiteral("long")))
                all += frame.rect.height();
    CHECK(all == 230.0);
}

TEST_CASE("a heading is on the page of what follows it", "[paper]")
{
    FlowItem heading = item(QStringLiteral("heading"), test::plain(8));
    heading.withNext = true;
    const Flowed flowed = flow(
        {item(QStringLiteral("a"), test::plain(80)), heading, item(QStringLiteral("b"), test::plain(30))},
        onePage, letters());
    CHECK(pagesOf(flowed) == QStringLiteral("a | heading b"));
}

TEST_CASE("a block takes the room that a page has, between its least and its most", "[paper]")
{
    const auto blockOf = [](double least, double most) {
        FlowItem block{QStringLiteral("block")};
        block.block =
            FlowBlock{least, most, [](const QRectF& rect) {
                          QRectF left = rect;
                          left.setWidth(rect.width() / 2);
                          return std::vector<Frame>{{QStringLiteral("block/left"), left, test::plain(1)},
                                                    {QStringLiteral("block/right"),
                                                     left.translated(left.width(), 0), test::plain(1)}};
                      }};
        block.bookmark = QStringLiteral("Block");
        return block;
    };
    SECTION("what is left of the page where that is enough")
    {
        const Flowed flowed = flow({item(QStringLiteral("a"), test::plain(40)), blockOf(30, 80),
                                    item(QStringLiteral("b"), test::plain(20))},
                                   onePage, letters());
        CHECK(pagesOf(flowed) == QStringLiteral("a block/left block/right | b"));
        CHECK(flowed.pages[0][1].rect == QRectF(10, 54, 50, 56));
        REQUIRE(flowed.bookmarks.size() == 1);
        CHECK(flowed.bookmarks[0].y == 54.0);
    }
    SECTION("no more than its most")
    {
        const Flowed flowed =
            flow({blockOf(30, 60), item(QStringLiteral("b"), test::plain(20))}, onePage, letters());
        CHECK(pagesOf(flowed) == QStringLiteral("block/left block/right b"));
        CHECK(flowed.pages[0][2].rect.top() == 74.0);
    }
    SECTION("on the next page where its least has no room, with its heading")
    {
        FlowItem heading = item(QStringLiteral("heading"), test::plain(8));
        heading.withNext = true;
        const Flowed flowed =
            flow({item(QStringLiteral("a"), test::plain(60)), heading, blockOf(50, 200)}, onePage, letters());
        CHECK(pagesOf(flowed) == QStringLiteral("a | heading block/left block/right"));
        CHECK(flowed.pages[1][1].rect.bottom() == 110.0);
    }
}

TEST_CASE("the first page may have columns of its own", "[paper]")
{
    const std::vector<QRectF> low{{10, 60, 100, 50}};
    const Flowed flowed =
        flow({item(QStringLiteral("a"), test::plain(40)), item(QStringLiteral("b"), test::plain(40)),
              item(QStringLiteral("c"), test::plain(40))},
             low, onePage, letters());
    CHECK(pagesOf(flowed) == QStringLiteral("a | b c"));
    CHECK(flowed.pages[0][0].rect.top() == 60.0);
    CHECK(flowed.pages[1][0].rect.top() == 10.0);
}

TEST_CASE("columns are filled one after another, and a sheet may be begun", "[paper]")
{
    const std::vector<QRectF> columns{{10, 10, 40, 50}, {60, 10, 40, 50}};
    FlowItem onSheet = item(QStringLiteral("sheet"), test::plain(10));
    onSheet.begins = FlowItem::Begins::Sheet;
    const Flowed flowed = flow(
        {item(QStringLiteral("a"), test::plain(40)), item(QStringLiteral("b"), test::plain(40)), onSheet},
        columns, letters());
    CHECK(pagesOf(flowed) == QStringLiteral("a b | sheet"));
    CHECK(flowed.pages[0][1].rect.left() == 60.0);
}

TEST_CASE("the sheets of a text have what stands around it, and know how many they are", "[paper]")
{
    const auto read = readTemplate(
        R"({"sheets": {"first": {"portrait": {"rows": [{"part": "title"}, {"part": "body", "grow": true}]}},
                                                  "next": {"portrait": {"rows": [{"part": "running"}, {"part": "body", "grow": true}]}}}})");
    REQUIRE(read);
    std::vector<FlowItem> items;
    for (int i = 0; i < 6; ++i) {
        items.push_back(item(QStringLiteral("part%1").arg(i), test::plain(100)));
        items.back().bookmark = QString::number(i);
    }
    QStringList asked;
    const FlowSheets made =
        flowSheets(items, read->sheets.at(QStringLiteral("first")), read->sheets.at(QStringLiteral("next")),
                   Paper::A4, Orientation::Portrait, [&](int sheet, int count) {
                       asked.append(QStringLiteral("%1/%2").arg(sheet).arg(count));
                       return Material{{QStringLiteral("title"), test::plain(60)},
                                       {QStringLiteral("running"), test::plain(6)}};
                   });
    REQUIRE(made.sheets.size() == 3);
    CHECK(asked.mid(asked.size() - 3) ==
          QStringList{QStringLiteral("0/3"), QStringLiteral("1/3"), QStringLiteral("2/3")});
    CHECK(made.sheets[0].frames.front().id == QStringLiteral("title"));
    CHECK(made.sheets[1].frames.front().id == QStringLiteral("running"));
    REQUIRE(made.bookmarks.size() == 6);
    CHECK(made.bookmarks.back().sheet == 2);
    CHECK(made.bookmarks.front().sheet == 0);
}
