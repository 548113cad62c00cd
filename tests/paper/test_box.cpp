#include "paper/box.h"
#include "paper_fixture.h"
#include "support/catch.h"

using namespace hk;
using namespace hk::paper;

namespace {

Box part(const QString& name)
{
    Box box;
    box.part = name;
    return box;
}

Box boxes(Box::Kind kind, std::vector<Box> inner, double gap = 4.0)
{
    Box box;
    box.kind = kind;
    box.boxes = std::move(inner);
    box.gap = gap;
    return box;
}

QRectF rectOf(const std::vector<Frame>& frames, const QString& id)
{
    for (const Frame& frame : frames)
        if (frame.id == id)
            return frame.rect;
    return {};
}

const QRectF page(0, 0, 100, 100);

std::vector<Frame> laidOut(const Box& box, const Material& material, double factor = 1.0)
{
    const Lettering letters(factor);
    return layOut(box, page, {material, letters, QStringLiteral("A4")});
}

} // namespace

TEST_CASE("rows stand one below another, and one that grows takes what is left", "[paper]")
{
    Box middle = part(QStringLiteral("middle"));
    middle.grow = true;
    const auto frames =
        laidOut(boxes(Box::Kind::Rows, {part(QStringLiteral("top")), middle, part(QStringLiteral("bottom"))}),
                {{QStringLiteral("top"), test::plain(20)},
                 {QStringLiteral("middle"), test::plain(5)},
                 {QStringLiteral("bottom"), test::plain(10)}});
    CHECK(rectOf(frames, QStringLiteral("top")) == QRectF(0, 0, 100, 20));
    CHECK(rectOf(frames, QStringLiteral("middle")) == QRectF(0, 24, 100, 62));
    CHECK(rectOf(frames, QStringLiteral("bottom")) == QRectF(0, 90, 100, 10));
}

TEST_CASE("a box that is to be whole has all of its size or no room at all", "[paper]")
{
    Box picture = part(QStringLiteral("picture"));
    picture.size = 30.0;
    picture.whole = true;
    picture.turn = 1;
    const Box box = boxes(Box::Kind::Rows, {picture, part(QStringLiteral("words"))});
    const Material much{{QStringLiteral("picture"), test::plain(30)}, {QStringLiteral("words"), test::plain(67)}};
    CHECK(rectOf(laidOut(box, much), QStringLiteral("picture")).isEmpty());
    CHECK(rectOf(laidOut(box, much), QStringLiteral("words")) == QRectF(0, 0, 100, 67));
    const Material little{{QStringLiteral("picture"), test::plain(30)}, {QStringLiteral("words"), test::plain(66)}};
    CHECK(rectOf(laidOut(box, little), QStringLiteral("picture")) == QRectF(0, 0, 100, 30));
}

TEST_CASE("a part that is not there, or has nothing to say, takes neither room nor gap", "[paper]")
{
    const auto frames =
        laidOut(boxes(Box::Kind::Rows, {part(QStringLiteral("nobody")), part(QStringLiteral("silent")),
                                        part(QStringLiteral("one"))}),
                {{QStringLiteral("silent"), test::plain(0)}, {QStringLiteral("one"), test::plain(10)}});
    REQUIRE(frames.size() == 1);
    CHECK(frames[0].rect.top() == 0.0);
}

TEST_CASE("room is given by turn, at most the share that a box may take", "[paper]")
{
    Box greedy = part(QStringLiteral("greedy"));
    greedy.turn = 1;
    Box modest = part(QStringLiteral("modest"));
    modest.most = 0.25;
    const auto frames =
        laidOut(boxes(Box::Kind::Rows, {greedy, modest}), {{QStringLiteral("greedy"), test::plain(100, 1)},
                                                           {QStringLiteral("modest"), test::plain(60, 1)}});
    CHECK(rectOf(frames, QStringLiteral("modest")).height() == 25.0);
    CHECK(rectOf(frames, QStringLiteral("greedy")).height() == 71.0);
    CHECK(rectOf(frames, QStringLiteral("greedy")).top() == 0.0);
}

TEST_CASE("boxes at the end are stacked from the bottom, columns have fixed and own widths", "[paper]")
{
    Box last = part(QStringLiteral("last"));
    last.atEnd = true;
    Box narrow = part(QStringLiteral("narrow"));
    narrow.size = 15;
    const auto frames = laidOut(boxes(Box::Kind::Columns,
                                      {narrow, part(QStringLiteral("own")),
                                       boxes(Box::Kind::Rows, {part(QStringLiteral("first")), last})},
                                      5.0),
                                {{QStringLiteral("narrow"), test::plain(5)},
                                 {QStringLiteral("own"), test::plain(5, 0, 30)},
                                 {QStringLiteral("first"), test::plain(10, 0, 20)},
                                 {QStringLiteral("last"), test::plain(10, 0, 20)}});
    CHECK(rectOf(frames, QStringLiteral("narrow")).width() == 15.0);
    CHECK(rectOf(frames, QStringLiteral("own")) == QRectF(20, 0, 30, 100));
    CHECK(rectOf(frames, QStringLiteral("last")).bottom() == 100.0);
    CHECK(rectOf(frames, QStringLiteral("first")).top() == 0.0);
}

TEST_CASE("lengths follow the letters, those of a paper do not", "[paper]")
{
    Box scaled = part(QStringLiteral("scaled"));
    scaled.size = 10;
    Box fixed = part(QStringLiteral("fixed"));
    fixed.sizeOnPaper[QStringLiteral("A4")] = 33;
    const auto frames =
        laidOut(boxes(Box::Kind::Rows, {scaled, fixed}),
                {{QStringLiteral("scaled"), test::plain(1)}, {QStringLiteral("fixed"), test::plain(1)}}, 1.5);
    CHECK(rectOf(frames, QStringLiteral("scaled")).height() == 15.0);
    CHECK(rectOf(frames, QStringLiteral("fixed")).height() == 33.0);
    CHECK(rectOf(frames, QStringLiteral("fixed")).top() == 21.0);
}
