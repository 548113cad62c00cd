#include "page_fixture.h"
#include "pdf_fixture.h"
#include "report/pdf_file.h"
#include "report/pdf_finish.h"
#include "support/catch.h"

#include <QFile>

#include <gdal_priv.h>
#include <ogr_geometry.h>
#include <ogr_spatialref.h>

using namespace hk;
using namespace hk::report;

namespace {

struct Closer {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};

/// A file that GDAL has opened at 720 dots to the inch, page from 1.
class GdalPdf {
public:
    GdalPdf(const QByteArray& pdf, int page = 1)
    {
        GDALAllRegister();
        QFile file(m_folder.filePath(QStringLiteral("page.pdf")));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(pdf) == pdf.size());
        file.close();
        const QByteArray name = "PDF:" + QByteArray::number(page) + ':' + file.fileName().toUtf8();
        const std::array<const char*, 2> options{"DPI=720", nullptr};
        m_dataset.reset(GDALDataset::Open(name.constData(), GDAL_OF_RASTER, nullptr, options.data()));
        REQUIRE(m_dataset);
    }

    std::string crs() const
    {
        const OGRSpatialReference* system = m_dataset->GetSpatialRef();
        return system == nullptr ? std::string() : system->GetAuthorityCode(nullptr);
    }

    std::array<double, 6> transform() const
    {
        std::array<double, 6> transform{};
        REQUIRE(m_dataset->GetGeoTransform(transform.data()) == CE_None);
        return transform;
    }

    /// Where a point of the ground lies, millimetres from the top left.
    QPointF onPaper(double easting, double northing, const QSizeF& paper) const
    {
        const auto g = transform();
        return {(easting - g[0]) / g[1] / m_dataset->GetRasterXSize() * paper.width(),
                (northing - g[3]) / g[5] / m_dataset->GetRasterYSize() * paper.height()};
    }

    OGREnvelope neatline() const
    {
        OGRGeometry* read = nullptr;
        REQUIRE(OGRGeometryFactory::createFromWkt(m_dataset->GetMetadataItem("NEATLINE"), nullptr, &read) == OGRERR_NONE);
        const std::unique_ptr<OGRGeometry> geometry(read);
        OGREnvelope box;
        geometry->getEnvelope(&box);
        return box;
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<GDALDataset, Closer> m_dataset;
};

PdfFacts factsOf(const MapPage& page)
{
    PdfFacts facts = test::factsOf(1);
    facts.paper = {paper::paperSize(page.paper, page.orientation)};
    return facts;
}

QByteArray finished(const QByteArray& pdf, const PdfFacts& facts)
{
    const auto made = finishedPdf(pdf, facts);
    REQUIRE(made);
    return *made;
}

} // namespace

TEST_CASE("GDAL finds a finished map's frame where it is printed, to a hundredth of a millimetre", "[report][pdf]")
{
    for (const auto& [paper, orientation] : test::allPapers())
        for (const double scale : {2000.0, 5000.0, 50000.0}) {
            CAPTURE(static_cast<int>(paper), static_cast<int>(orientation), scale);
            const MapPage page = test::barePage(paper, orientation, scale);
            const QRectF frame = test::mapFrame(page);
            const QRectF ground = test::mapGround(page);
            PdfFacts facts = factsOf(page);
            facts.maps = {{0, frame, ground, QStringLiteral("Karta")}};
            const GdalPdf read(finished(paintedPdf(test::documentOf(page)).bytes, facts));
            CHECK(read.crs() == "3006");
            const QSizeF size = facts.paper.front();
            const QPointF topLeft = read.onPaper(ground.left(), ground.bottom(), size);
            const QPointF bottomRight = read.onPaper(ground.right(), ground.top(), size);
            CHECK_THAT(topLeft.x(), WithinAbs(frame.left(), 0.01));
            CHECK_THAT(topLeft.y(), WithinAbs(frame.top(), 0.01));
            CHECK_THAT(bottomRight.x(), WithinAbs(frame.right(), 0.01));
            CHECK_THAT(bottomRight.y(), WithinAbs(frame.bottom(), 0.01));
            const OGREnvelope box = read.neatline();
            const double tolerance = 0.01 * scale / 1000.0;
            CHECK_THAT(box.MinX, WithinAbs(ground.left(), tolerance));
            CHECK_THAT(box.MaxX, WithinAbs(ground.right(), tolerance));
            CHECK_THAT(box.MinY, WithinAbs(ground.top(), tolerance));
            CHECK_THAT(box.MaxY, WithinAbs(ground.bottom(), tolerance));
        }
}

TEST_CASE("every page's largest map is the one that GDAL reads", "[report][pdf]")
{
    PdfFacts facts = test::factsOf(2);
    const QRectF first(320000, 6394000, 1600, 1200);
    const QRectF second(322000, 6396000, 800, 600);
    facts.maps = {{0, QRectF(20, 200, 40, 30), QRectF(300000, 6380000, 40000, 30000), QStringLiteral("Översikt")},
                  {0, QRectF(20, 20, 160, 120), first, QStringLiteral("Karta")},
                  {1, QRectF(25, 30, 160, 120), second, QStringLiteral("Karta")}};
    const QByteArray pdf = finished(test::paintedPdf(2), facts);
    const OGREnvelope one = GdalPdf(pdf, 1).neatline();
    CHECK_THAT(one.MinX, WithinAbs(first.left(), 0.1));
    CHECK_THAT(one.MaxY, WithinAbs(first.bottom(), 0.1));
    const OGREnvelope two = GdalPdf(pdf, 2).neatline();
    CHECK_THAT(two.MinX, WithinAbs(second.left(), 0.1));
    CHECK_THAT(two.MaxY, WithinAbs(second.bottom(), 0.1));
}
