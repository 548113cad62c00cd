#include "map/basemap.h"
#include "map/ground.h"
#include "page_fixture.h"
#include "report/map_part.h"
#include "report/page_ground.h"
#include "support/catch.h"

using namespace hk;

namespace {

class Broken : public map::FeatureSource {
public:
    Result<std::shared_ptr<const map::Basemap>> features(const QRectF&, map::Plane, double, std::stop_token) const override
    {
        return fail(ErrorCode::FileDamaged, {QStringLiteral("karta.gpkg"), -1, {}});
    }
    QRectF bounds(map::Plane) const override { return {}; }
    QString attribution() const override { return {}; }
};

/// Red everywhere, or no answer.
class Picture : public map::TileSource {
public:
    explicit Picture(bool answers) : m_answers(answers) {}
    Description description() const override
    {
        Description said;
        said.title = QStringLiteral("Flygfoto");
        return said;
    }
    Result<QImage> tile(const geo::TileId&, double, std::stop_token) override
    {
        if (!m_answers)
            return fail(ErrorCode::NetworkFailed, {}, {QStringLiteral("karta.example")});
        QImage image(512, 512, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::red);
        return image;
    }

private:
    bool m_answers;
};

paper::Document pageOn(map::GroundSheet sheet)
{
    report::MapPage page = test::barePage(report::Paper::A4, report::Orientation::Landscape, 5000);
    auto ground = std::make_shared<map::Ground>();
    ground->sheets.push_back(std::move(sheet));
    page.scene.ground = ground;
    return test::documentOf(page);
}

/// The map of the first sheet, and its frame.
std::pair<const report::MapPart*, QRectF> mapOf(const paper::Document& document)
{
    for (const paper::Frame& frame : document.sheets.front().frames)
        if (const auto* map = dynamic_cast<const report::MapPart*>(frame.part.get()))
            return {map, frame.rect};
    return {nullptr, {}};
}

} // namespace

TEST_CASE("a page whose map cannot be read is an error and not an empty frame")
{
    const auto page = report::withGround(pageOn({.features = std::make_shared<Broken>()}));
    REQUIRE_FALSE(page);
    CHECK(page.error().code == ErrorCode::FileDamaged);
}

TEST_CASE("a page on pictures has them for all of its frame, in the plane of paper")
{
    const paper::Document bare = pageOn({.tiles = std::make_shared<Picture>(true)});
    CHECK(report::needsPictures(bare));
    const auto page = report::withGround(bare);
    REQUIRE(page);
    CHECK_FALSE(report::needsPictures(*page));
    const auto [map, frame] = mapOf(*page);
    const auto& picture = map->page()->scene.ground->sheets.front().picture;
    REQUIRE(picture);
    CHECK(picture->plane == map::Plane::Sweref99Tm);
    CHECK(picture->bounds.adjusted(-0.01, -0.01, 0.01, 0.01).contains(map->geoFrame(frame)->ground));
    CHECK(picture->image.pixelColor(picture->image.rect().center()) == QColor(Qt::red));
    paper::Document again = bare;
    CHECK(report::takePictures(again, *page));
    CHECK_FALSE(report::needsPictures(again));
}

TEST_CASE("a page whose pictures do not come is an error")
{
    const auto page = report::withGround(pageOn({.tiles = std::make_shared<Picture>(false)}));
    REQUIRE_FALSE(page);
    CHECK(page.error().code == ErrorCode::NetworkFailed);
}

TEST_CASE("where pictures cannot be had the built-in map stands in their place, and layers stay")
{
    const auto embedded = test::basemap();
    auto ground = std::make_shared<map::Ground>();
    ground->sheets.push_back({.tiles = std::make_shared<Picture>(false)});
    ground->sheets.push_back({.features = embedded, .ground = false}); // names over the picture
    ground->sheets.push_back({.title = QStringLiteral("Planer"), .features = std::make_shared<Broken>()});
    report::MapPage page = test::barePage(report::Paper::A4, report::Orientation::Landscape, 5000);
    page.scene.ground = ground;
    const paper::Document document = report::withoutPictures(test::documentOf(page), embedded);
    const auto& left = mapOf(document).first->page()->scene.ground;
    REQUIRE(left->sheets.size() == 2);
    CHECK(left->sheets[0].features == embedded);
    CHECK(left->sheets[0].ground);
    CHECK(left->sheets[1] == ground->sheets[2]);
    CHECK_FALSE(report::needsPictures(document));
}
