#include "map/small_town.h"
#include "map/tile_cache.h"
#include "support/catch.h"

#include <QSignalSpy>
#include <QThread>
#include <atomic>
#include <condition_variable>
#include <mutex>

using namespace hk;
using namespace hk::map;
using geo::TileId;

namespace {

constexpr int patience = 20000; // ms, for a signal

const TileId here = geo::tileAt({1337700, 7895300}, 15);
const TileId beside{15, here.x + 1, here.y};

/// A source that does what a test wants of it.
class FakeSource : public TileSource {
public:
    Description about;
    std::function<Result<QImage>(const TileId&, std::stop_token)> answer;
    std::atomic<int> asked = 0;

    FakeSource()
    {
        about.title = QStringLiteral("Flygfoto");
        about.attribution = QStringLiteral("© Lantmäteriet");
        answer = [](const TileId&, std::stop_token) { return filled(Qt::red); };
    }
    Description description() const override { return about; }
    Result<QImage> tile(const TileId& tile, double, std::stop_token stop) override
    {
        ++asked;
        return answer(tile, stop);
    }
    static QImage filled(const QColor& colour)
    {
        QImage image(256, 256, QImage::Format_ARGB32_Premultiplied);
        image.fill(colour);
        return image;
    }
};

GroundSheet sheetOf(const std::shared_ptr<TileSource>& source, double opacity = 1)
{
    GroundSheet sheet;
    sheet.tiles = source;
    sheet.opacity = opacity;
    return sheet;
}

std::shared_ptr<const Ground> groundWith(std::vector<GroundSheet> sheets)
{
    return std::make_shared<const Ground>(Ground{std::move(sheets)});
}

void waitFor(TileCache& cache, const std::vector<TileId>& wanted)
{
    QSignalSpy ready(&cache, &TileCache::tileReady);
    cache.pieces(wanted);
    while (!cache.isComplete(wanted))
        REQUIRE((ready.wait(patience) || cache.isComplete(wanted)));
}

/// Waits on a worker until the test lets it go or it is stopped.
struct Gate {
    std::mutex mutex;
    std::condition_variable_any changed;
    bool open = false;
    void let()
    {
        const std::scoped_lock lock(mutex);
        open = true;
        changed.notify_all();
    }
    bool wait(std::stop_token stop)
    {
        std::unique_lock lock(mutex);
        return changed.wait(lock, stop, [this] { return open; });
    }
};

} // namespace

TEST_CASE("pictures lie under the features drawn over them, each sheet with its own opacity")
{
    const auto photo = std::make_shared<FakeSource>();
    GroundSheet names;
    names.features = test::smallTown();
    const auto look = test::lightStyle();
    TileCache cache;
    cache.setSource(groundWith({sheetOf(photo, 0.5), names, names}), look, 1.0);
    waitFor(cache, {here});
    const auto shown = cache.pieces({here});
    REQUIRE(shown.size() == 2); // two sheets of features are one picture
    CHECK(shown[0].image.pixelColor(5, 5) == QColor(Qt::red));
    CHECK(shown[0].source == QRectF(0, 0, 256, 256));
    CHECK(shown[0].opacity == 0.5);
    CHECK(shown[1].image.hasAlphaChannel());
    CHECK(shown[1].exact);
    CHECK(photo->asked == 1);

    // Another opacity needs no new picture.
    cache.setSource(groundWith({sheetOf(photo, 0.7), names, names}), look, 1.0);
    CHECK(cache.isComplete({here}));
    CHECK(cache.pieces({here}).front().opacity == 0.7);
}

TEST_CASE("a picture is toned before it is shown")
{
    const auto photo = std::make_shared<FakeSource>();
    GroundSheet sheet = sheetOf(photo);
    sheet.tone = Tone::Grey;
    TileCache cache;
    cache.setSource(groundWith({sheet}), test::lightStyle(), 1.0);
    waitFor(cache, {here});
    CHECK(cache.pieces({here}).front().image.pixelColor(9, 9).saturation() == 0);
}

TEST_CASE("beyond its closest level a source's picture is enlarged, and that counts as there")
{
    const auto photo = std::make_shared<FakeSource>();
    photo->about.highestZoom = 13;
    TileCache cache;
    cache.setSource(groundWith({sheetOf(photo)}), test::lightStyle(), 1.0);
    waitFor(cache, {here, beside});
    CHECK(cache.isComplete({here}));
    const auto shown = cache.pieces({here});
    REQUIRE(shown.size() == 1);
    CHECK(shown.front().exact);
    CHECK(shown.front().tile == here);
    CHECK(shown.front().source == QRectF((here.x % 4) * 64, (here.y % 4) * 64, 64, 64));
    CHECK(photo->asked <= 2);
}

TEST_CASE("nothing is asked of a source where it has nothing")
{
    const auto photo = std::make_shared<FakeSource>();
    const geo::MercatorRect bounds = geo::tileBounds(here);
    photo->about.bounds = QRectF(bounds.xmin, bounds.ymin, bounds.xmax - bounds.xmin, bounds.ymax - bounds.ymin);
    photo->about.lowestZoom = 15;
    TileCache cache;
    cache.setSource(groundWith({sheetOf(photo)}), test::lightStyle(), 1.0);
    CHECK(cache.isComplete({beside, geo::parentOf(here)}));
    waitFor(cache, {here, beside, geo::parentOf(here)});
    CHECK(photo->asked == 1);
}

TEST_CASE("an empty place is remembered as one")
{
    const auto photo = std::make_shared<FakeSource>();
    photo->answer = [](const TileId&, std::stop_token) { return QImage(); };
    TileCache cache;
    cache.setSource(groundWith({sheetOf(photo)}), test::lightStyle(), 1.0);
    waitFor(cache, {here});
    CHECK(cache.pieces({here}).empty());
    CHECK(photo->asked == 1);
}

TEST_CASE("a source that fails is told of once, asked again after a while, and told of when it works again")
{
    const auto photo = std::make_shared<FakeSource>();
    std::atomic<bool> works = false;
    photo->answer = [&works](const TileId&, std::stop_token) -> Result<QImage> {
        if (!works)
            return fail(ErrorCode::NetworkFailed);
        return FakeSource::filled(Qt::green);
    };
    TileCache cache;
    QSignalSpy failed(&cache, &TileCache::sourceFailed);
    QSignalSpy again(&cache, &TileCache::sourceWorks);
    QSignalSpy ready(&cache, &TileCache::tileReady);
    cache.setSource(groundWith({sheetOf(photo)}), test::lightStyle(), 1.0);
    cache.pieces({here, beside});
    REQUIRE((failed.count() > 0 || failed.wait(patience)));
    CHECK(failed.front().front().toString() == QStringLiteral("Flygfoto"));
    while (!cache.isComplete({here, beside})) // what cannot be had is not waited for
        REQUIRE(ready.wait(patience));
    const int before = photo->asked;
    for (int i = 0; i < 20; ++i)
        cache.pieces({here, beside});
    CHECK(photo->asked == before);
    works = true;
    REQUIRE(again.wait(patience)); // after two seconds, without being asked by anybody
    CHECK(failed.count() == 1);
    while (cache.pieces({here, beside}).size() < 2)
        REQUIRE(ready.wait(patience));
}

TEST_CASE("a request out of view is stopped, and one in view goes on meanwhile")
{
    const auto slow = std::make_shared<FakeSource>();
    slow->about.remote = true;
    std::atomic<int> stopped = 0;
    const auto gate = std::make_shared<Gate>();
    slow->answer = [&stopped, gate](const TileId& tile, std::stop_token stop) -> Result<QImage> {
        if (tile == here && !gate->wait(stop)) {
            ++stopped;
            return fail(ErrorCode::Cancelled);
        }
        return FakeSource::filled(Qt::blue);
    };
    GroundSheet town;
    town.features = test::smallTown();
    TileCache cache;
    QSignalSpy failed(&cache, &TileCache::sourceFailed);
    QSignalSpy ready(&cache, &TileCache::tileReady);
    cache.setSource(groundWith({sheetOf(slow), town}), test::lightStyle(), 1.0);
    // The features are drawn while the server hangs.
    while (cache.pieces({here}).empty())
        REQUIRE(ready.wait(patience));
    CHECK_FALSE(cache.isComplete({here}));
    CHECK(stopped == 0);
    while (slow->asked == 0) // on a busy machine its thread may not have begun
        QThread::yieldCurrentThread();
    waitFor(cache, {beside});
    while (stopped == 0)
        QThread::yieldCurrentThread();
    CHECK(failed.count() == 0);
    gate->let();
    waitFor(cache, {here, beside}); // and asked for anew when it comes back into view
}

TEST_CASE("many pictures of a server are under way at once, and a cache may go while they are")
{
    const auto slow = std::make_shared<FakeSource>();
    slow->about.remote = true;
    std::atomic<int> inside = 0;
    const auto gate = std::make_shared<Gate>();
    slow->answer = [&inside, gate](const TileId&, std::stop_token stop) -> Result<QImage> {
        ++inside;
        if (!gate->wait(stop))
            return fail(ErrorCode::Cancelled);
        return FakeSource::filled(Qt::blue);
    };
    std::vector<TileId> many;
    for (int x = 0; x < 20; ++x)
        many.push_back({15, here.x + x, here.y});
    {
        TileCache cache;
        cache.setSource(groundWith({sheetOf(slow)}), test::lightStyle(), 1.0);
        CHECK(cache.pieces(many).empty());
        while (inside < 6)
            QThread::yieldCurrentThread();
        CHECK(slow->asked == 6); // the others can still be dropped
    }
    CHECK(slow->asked == 6);
}

TEST_CASE("pictures of one server never stand in for those of another that does not answer")
{
    const auto photo = std::make_shared<FakeSource>();
    const auto silent = std::make_shared<FakeSource>();
    silent->answer = [](const TileId&, std::stop_token) -> Result<QImage> {
        return fail(ErrorCode::NetworkFailed, {}, {QStringLiteral("karta.example")});
    };
    TileCache cache;
    cache.setSource(groundWith({sheetOf(photo)}), test::lightStyle(), 1.0);
    waitFor(cache, {here});
    cache.setSource(groundWith({sheetOf(silent)}), test::lightStyle(), 1.0);
    CHECK(cache.pieces({here}).empty());
}

TEST_CASE("two servers that do not answer keep no other waiting")
{
    Gate gate;
    const auto dead = [&gate](const TileId&, std::stop_token stop) -> Result<QImage> {
        if (!gate.wait(stop))
            return fail(ErrorCode::Cancelled);
        return FakeSource::filled(Qt::blue);
    };
    std::vector<GroundSheet> sheets;
    for (const char* title : {"one", "two"}) {
        const auto source = std::make_shared<FakeSource>();
        source->about.remote = true;
        source->about.title = QString::fromLatin1(title);
        source->answer = dead;
        sheets.push_back(sheetOf(source));
    }
    const auto alive = std::make_shared<FakeSource>();
    alive->about.remote = true;
    sheets.push_back(sheetOf(alive));
    std::vector<TileId> view;
    for (int x = 0; x < 4; ++x)
        for (int y = 0; y < 3; ++y)
            view.push_back({here.z, here.x + x, here.y + y});
    TileCache cache;
    cache.setSource(groundWith(sheets), test::lightStyle(), 1.0);
    QSignalSpy ready(&cache, &TileCache::tileReady);
    while (cache.pieces(view).size() < view.size())
        REQUIRE(ready.wait(patience));
    for (const TileCache::Piece& piece : cache.pieces(view))
        CHECK(piece.image.pixelColor(5, 5) == QColor(Qt::red));
    gate.let();
}
