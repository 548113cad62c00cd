#include "page_fixture.h"
#include "report/picture_file.h"
#include "report/svg_device.h"
#include "support/catch.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include <array>
#include <gdal_priv.h>
#include <memory>
#include <ogr_spatialref.h>

using namespace hk;
using namespace hk::report;

namespace {

/// A black square of 10 mm at (20, 30) of an A5, where a frame from there is on the ground.
PagePicture squarePage()
{
    PagePicture picture;
    picture.paper = {148, 210};
    picture.title = QStringLiteral("Händelser & <kartor>");
    picture.paint = [](QPainter& painter, double perMillimetre) {
        painter.save();
        painter.scale(perMillimetre, perMillimetre);
        painter.fillRect(QRectF(20, 30, 10, 10), Qt::black);
        painter.restore();
    };
    // 1:5 000: a millimetre is five metres.
    picture.map = PagePicture::Map{QRectF(20, 30, 100, 80), QRectF(320000, 6394000, 500, 400)};
    return picture;
}

struct Closer {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};

std::unique_ptr<GDALDataset, Closer> opened(const QString& path)
{
    GDALAllRegister();
    return std::unique_ptr<GDALDataset, Closer>(GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_RASTER));
}

/// The upper left corner of the dark square, on the ground, by the file's own georeference.
QPointF squareOnGround(GDALDataset& dataset)
{
    std::array<double, 6> g{};
    REQUIRE(dataset.GetGeoTransform(g.data()) == CE_None);
    const int width = dataset.GetRasterXSize();
    const int height = dataset.GetRasterYSize();
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    REQUIRE(dataset.GetRasterBand(1)->RasterIO(GF_Read, 0, 0, width, height, pixels.data(), width, height, GDT_Byte, 0, 0) == CE_None);
    const auto first = std::find(pixels.begin(), pixels.end(), std::uint8_t(0));
    REQUIRE(first != pixels.end());
    const auto at = static_cast<int>(first - pixels.begin());
    return {g[0] + (at % width) * g[1], g[3] + (at / width) * g[5]};
}

} // namespace

TEST_CASE("a world file gives the middle of the upper left pixel", "[report][picture]")
{
    // At 254 dpi a pixel is a tenth of a millimetre: half a metre. The paper's corner lies 20 mm west and 30 mm north.
    const QByteArray lines = worldFile(*squarePage().map, 254);
    CHECK(lines == "0.5000000000\n0.0000000000\n0.0000000000\n-0.5000000000\n319900.2500000000\n6394549.7500000000\n");
    CHECK(worldFilePath(QStringLiteral("/a/b.c/karta.v2.png")) == QStringLiteral("/a/b.c/karta.v2.pgw"));
    CHECK(worldFilePath(QStringLiteral("/a/karta.TIFF")) == QStringLiteral("/a/karta.tfw"));
    CHECK(worldFilePath(QStringLiteral("/a/karta.tif")) == QStringLiteral("/a/karta.tfw"));
}

TEST_CASE("a PNG has its paper's size, resolution and title, and lies on the map", "[report][picture]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("sida.png"));
    for (const int dpi : {72, 150, 300}) {
        CAPTURE(dpi);
        PagePicture picture = squarePage();
        picture.dpi = dpi;
        REQUIRE(writePngPicture(picture, path));
        const QImage image(path);
        CHECK(image.width() == std::lround(148 * dpi / 25.4));
        CHECK(image.height() == std::lround(210 * dpi / 25.4));
        CHECK(image.dotsPerMeterX() == std::lround(dpi * 1000 / 25.4));
        CHECK(image.text(QStringLiteral("Title")) == picture.title);
        const auto dataset = opened(path);
        REQUIRE(dataset);
        const QPointF corner = squareOnGround(*dataset);
        const double pixel = 5 * 25.4 / dpi;
        CHECK_THAT(corner.x(), WithinAbs(320000, pixel));
        CHECK_THAT(corner.y(), WithinAbs(6394400, pixel));
    }
}

TEST_CASE("a TIFF is a GeoTIFF in EPSG:3006, and the same each time", "[report][picture]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("sida.tif"));
    PagePicture picture = squarePage();
    picture.dpi = 200;
    REQUIRE(writeTiffPicture(picture, path));
    {
        const auto dataset = opened(path);
        REQUIRE(dataset);
        CHECK(dataset->GetRasterCount() == 3);
        CHECK(dataset->GetRasterXSize() == std::lround(148 * 200 / 25.4));
        const OGRSpatialReference* crs = dataset->GetSpatialRef();
        REQUIRE(crs != nullptr);
        CHECK(std::string(crs->GetAuthorityCode(nullptr)) == "3006");
        CHECK(std::string(dataset->GetMetadataItem("TIFFTAG_XRESOLUTION")) == "200");
        CHECK(std::string(dataset->GetMetadataItem("TIFFTAG_RESOLUTIONUNIT")).front() == '2');
        CHECK(std::string(dataset->GetMetadataItem("TIFFTAG_DOCUMENTNAME")) == "Händelser & <kartor>");
        const QPointF corner = squareOnGround(*dataset);
        CHECK_THAT(corner.x(), WithinAbs(320000, 0.7));
        CHECK_THAT(corner.y(), WithinAbs(6394400, 0.7));
    }
    const QByteArray world = test::contentOf(folder.filePath(QStringLiteral("sida.tfw")));
    CHECK(world == worldFile(*picture.map, 200));
    const QByteArray first = test::contentOf(path);
    REQUIRE(writeTiffPicture(picture, path));
    CHECK(first == test::contentOf(path));
    CHECK(first.size() < 40'000);
}

TEST_CASE("a picture without a map has no world file", "[report][picture]")
{
    const QTemporaryDir folder;
    PagePicture picture = squarePage();
    picture.map.reset();
    REQUIRE(writePngPicture(picture, folder.filePath(QStringLiteral("a.png"))));
    REQUIRE(writeTiffPicture(picture, folder.filePath(QStringLiteral("b.tif"))));
    CHECK(QDir(folder.path()).entryList(QDir::Files) == QStringList{QStringLiteral("a.png"), QStringLiteral("b.tif")});
}

TEST_CASE("a picture that cannot be written, or is out of bounds, leaves nothing and says why", "[report][picture]")
{
    const QTemporaryDir folder;
    PagePicture picture = squarePage();
    const QString nowhere = folder.filePath(QStringLiteral("missing/sida.png"));
    for (const auto& write : {writePngPicture, writeTiffPicture, writeSvgPicture}) {
        const auto written = write(picture, nowhere);
        REQUIRE_FALSE(written);
        CHECK(written.error().code == ErrorCode::FileNotWritable);
        CHECK(written.error().place.file == nowhere);
    }
    // Where the world file cannot be, the picture is not either.
    REQUIRE(QDir(folder.path()).mkdir(QStringLiteral("sida.pgw")));
    CHECK_FALSE(writePngPicture(picture, folder.filePath(QStringLiteral("sida.png"))));
    CHECK_FALSE(QFile::exists(folder.filePath(QStringLiteral("sida.png"))));
    for (const int dpi : {35, 1201}) {
        picture.dpi = dpi;
        const auto written = writeTiffPicture(picture, folder.filePath(QStringLiteral("sida.tif")));
        REQUIRE_FALSE(written);
        CHECK(written.error().code == ErrorCode::ValueOutOfRange);
        CHECK_FALSE(QFile::exists(folder.filePath(QStringLiteral("sida.tif"))));
    }
}

TEST_CASE("an SVG has true millimetres, text as text and keeps what is clipped within its frame", "[report][picture]")
{
    SvgDevice device({210, 297}, QStringLiteral("Händelser & <kartor>"));
    {
        QPainter painter(&device);
        painter.scale(SvgDevice::unitsPerMillimetre, SvgDevice::unitsPerMillimetre);
        painter.save();
        painter.setClipRect(QRectF(20, 20, 50, 50));
        painter.fillRect(QRectF(10, 10, 100, 30), QColor(200, 0, 0, 128));
        painter.save();
        painter.setClipRect(QRectF(60, 0, 100, 100), Qt::IntersectClip);
        painter.fillRect(QRectF(0, 0, 100, 100), Qt::blue);
        painter.restore();
        painter.fillRect(QRectF(21, 21, 5, 5), Qt::green);
        painter.restore();
        painter.setPen(QPen(Qt::black, 0.5, Qt::DashLine));
        painter.drawLine(QPointF(5, 100), QPointF(105, 100));
        painter.scale(0.01, 0.01);
        QFont font(QStringLiteral("Open Sans"));
        font.setPixelSize(350);
        painter.setFont(font);
        painter.drawText(QPointF(2000, 15000), QStringLiteral("Åtgärd & <fi>"));
    }
    const QByteArray svg = device.bytes();
    QXmlStreamReader xml(svg);
    QStringList elements;
    QString words;
    QStringList clips;
    int depth = 0;
    QHash<QString, QString> within; // the clip that holds a fill of a colour
    QString open;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement()) {
            ++depth;
            elements.append(xml.name().toString());
            if (xml.name() == QLatin1String("svg")) {
                CHECK(xml.attributes().value(QLatin1String("width")) == QLatin1String("210mm"));
                CHECK(xml.attributes().value(QLatin1String("viewBox")) == QLatin1String("0 0 21000 29700"));
            }
            if (xml.name() == QLatin1String("g"))
                open = xml.attributes().value(QLatin1String("clip-path")).toString();
            if (xml.attributes().hasAttribute(QLatin1String("fill")))
                within.insert(xml.attributes().value(QLatin1String("fill")).toString(), open);
            if (xml.name() == QLatin1String("text"))
                words = xml.readElementText();
        }
        if (xml.isEndElement() && xml.name() == QLatin1String("g"))
            open.clear();
    }
    CHECK_FALSE(xml.hasError());
    CHECK(words == QStringLiteral("Åtgärd & <fi>"));
    CHECK(within.value(QStringLiteral("#c80000")) == QStringLiteral("url(#clip1)"));
    CHECK(within.value(QStringLiteral("#0000ff")) == QStringLiteral("url(#clip2)"));
    CHECK(within.value(QStringLiteral("#00ff00")) == within.value(QStringLiteral("#c80000")).replace(u'1', u'3'));
    CHECK(within.value(QStringLiteral("none")).isEmpty()); // the line
    CHECK(svg.contains("<clipPath id=\"clip1\"><path d=\"M2000 2000L7000 2000L7000 7000L2000 7000L2000 2000Z\""));
    const QByteArray second = svg.mid(svg.indexOf("\"clip2\""));
    const QByteArray corners = second.left(second.indexOf("/>"));
    for (const char* corner : {"6000 2000", "7000 2000", "7000 7000", "6000 7000"})
        CHECK(corners.contains(corner));
    CHECK(svg.contains("fill-opacity=\"0.502\""));
    CHECK(svg.contains("stroke-width=\"50\""));
    CHECK(svg.contains("stroke-dasharray="));
}

TEST_CASE("a whole map page becomes an SVG that is the same each time", "[report][picture]")
{
    const QTemporaryDir folder;
    const MapPage page = test::hubPage(*test::sampleAnalysis());
    const paper::Document document = test::documentOf(page);
    PagePicture picture;
    picture.paper = document.sheets.front().size;
    picture.title = page.title;
    picture.paint = [&](QPainter& painter, double perMillimetre) { paper::paintSheet(painter, document.sheets.front(), perMillimetre); };
    const QString path = folder.filePath(QStringLiteral("sida.svg"));
    REQUIRE(writeSvgPicture(picture, path));
    const QByteArray first = test::contentOf(path);
    REQUIRE(writeSvgPicture(picture, path));
    CHECK(first == test::contentOf(path));
    QXmlStreamReader xml(first);
    QString words;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == QLatin1String("text"))
            words += xml.readElementText() + u'\n';
    }
    CHECK_FALSE(xml.hasError());
    CHECK(words.contains(QStringLiteral("SWEREF 99 TM")));
    CHECK(words.contains(QStringLiteral("incidents/km²")));
    CHECK(first.size() < 8'000'000);
    if (qEnvironmentVariableIsSet("HK_PICTURES")) {
        QFile::remove(qEnvironmentVariable("HK_PICTURES") + QStringLiteral("/sida.svg"));
        CHECK(QFile::copy(path, qEnvironmentVariable("HK_PICTURES") + QStringLiteral("/sida.svg")));
    }
}
