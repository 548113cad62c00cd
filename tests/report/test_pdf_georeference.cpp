#include "page_fixture.h"
#include "support/catch.h"

#include <gdal_priv.h>
#include <memory>
#include <ogr_geometry.h>
#include <ogr_spatialref.h>

using namespace hk;
using namespace hk::report;

namespace {

struct Closer {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, Closer>;

Dataset opened(const QString& path)
{
    GDALAllRegister();
    return Dataset(GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_RASTER | GDAL_OF_READONLY));
}

/// Where a point of the ground lies on the page, by the file's own georeference: millimetres from the top
/// left.
QPointF onPaper(GDALDataset& dataset, const QSizeF& paper, double easting, double northing)
{
    std::array<double, 6> g{};
    REQUIRE(dataset.GetGeoTransform(g.data()) == CE_None);
    CHECK(std::abs(g[2]) < 1e-9);
    CHECK(std::abs(g[4]) < 1e-9);
    return {(easting - g[0]) / g[1] / dataset.GetRasterXSize() * paper.width(),
            (northing - g[3]) / g[5] / dataset.GetRasterYSize() * paper.height()};
}

} // namespace

TEST_CASE("GDAL finds the map frame where it is printed, to a tenth of a millimetre", "[report]")
{
    const QTemporaryDir folder;
    for (const auto& [paper, orientation] : test::allPapers())
        for (const double scale : {2000.0, 5000.0, 10000.0}) {
            CAPTURE(static_cast<int>(paper), static_cast<int>(orientation), scale);
            const MapPage page = test::barePage(paper, orientation, scale);
            const QString path = folder.filePath(QStringLiteral("page.pdf"));
            REQUIRE(writePdf(test::documentOf(page), path));
            const Dataset dataset = opened(path);
            REQUIRE(dataset);

            const OGRSpatialReference* crs = dataset->GetSpatialRef();
            REQUIRE(crs != nullptr);
            CHECK(std::string(crs->GetAuthorityCode(nullptr)) == "3006");

            const QRectF frame = test::mapFrame(page);
            const QRectF ground = test::mapGround(page);
            const QSizeF size = paper::paperSize(paper, orientation);
            const QPointF topLeft = onPaper(*dataset, size, ground.left(), ground.bottom());
            const QPointF bottomRight = onPaper(*dataset, size, ground.right(), ground.top());
            CHECK_THAT(topLeft.x(), WithinAbs(frame.left(), 0.1));
            CHECK_THAT(topLeft.y(), WithinAbs(frame.top(), 0.1));
            CHECK_THAT(bottomRight.x(), WithinAbs(frame.right(), 0.1));
            CHECK_THAT(bottomRight.y(), WithinAbs(frame.bottom(), 0.1));

            OGRGeometry* geometry = nullptr;
            REQUIRE(OGRGeometryFactory::createFromWkt(dataset->GetMetadataItem("NEATLINE"), nullptr,
                                                      &geometry) == OGRERR_NONE);
            const std::unique_ptr<OGRGeometry> neatline(geometry);
            OGREnvelope box;
            neatline->getEnvelope(&box);
            const double tolerance = 0.1 * scale / 1000.0;
            CHECK_THAT(box.MinX, WithinAbs(ground.left(), tolerance));
            CHECK_THAT(box.MaxX, WithinAbs(ground.right(), tolerance));
            CHECK_THAT(box.MinY, WithinAbs(ground.top(), tolerance));
            CHECK_THAT(box.MaxY, WithinAbs(ground.bottom(), tolerance));
        }
}

TEST_CASE("GDAL's picture of the PDF shows the frame's line where the georeference says", "[report]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("page.pdf"));
    const MapPage page = test::barePage(Paper::A4, Orientation::Landscape, 5000);
    REQUIRE(writePdf(test::documentOf(page), path));
    constexpr int dpi = 600;
    const QByteArray option = "DPI=" + QByteArray::number(dpi);
    const std::array<const char*, 2> options{option.constData(), nullptr};
    const Dataset dataset(
        GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_RASTER, nullptr, options.data()));
    REQUIRE(dataset);
    std::array<double, 6> g{};
    REQUIRE(dataset->GetGeoTransform(g.data()) == CE_None);
    const QRectF ground = test::mapGround(page);
    // A strip across the left line of the frame, half-way up where no tick of it stands.
    const int row = static_cast<int>((ground.center().y() + 37.0 - g[3]) / g[5]);
    const double expected = (ground.left() - g[0]) / g[1];
    constexpr int reach = 12;
    std::vector<std::uint8_t> pixels(2 * reach);
    const int from = static_cast<int>(expected) - reach;
    REQUIRE(dataset->GetRasterBand(1)->RasterIO(GF_Read, from, row, 2 * reach, 1, pixels.data(), 2 * reach, 1,
                                                GDT_Byte, 0, 0) == CE_None);
    double weight = 0;
    double sum = 0;
    for (int i = 0; i < 2 * reach; ++i) {
        const double dark = 255.0 - pixels[static_cast<std::size_t>(i)];
        weight += dark;
        sum += dark * (from + i + 0.5);
    }
    REQUIRE(weight > 300);
    CHECK_THAT((sum / weight - expected) * 25.4 / dpi, WithinAbs(0.0, 0.1));
}
