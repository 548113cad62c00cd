#include "tiles/raster_files.h"

#include "sqlite/database.h"
#include "tiles/gdal_use.h"

#include <QBuffer>
#include <QFileInfo>

#include <gdal_priv.h>
#include <ogr_spatialref.h>

namespace hk::test {

void write(const QString& path, const RasterFile& raster)
{
    tiles::prepareGdal();
    const GDALDataType type = raster.words ? GDT_UInt16 : GDT_Byte;
    GDALDriver* memory = GetGDALDriverManager()->GetDriverByName("MEM");
    const tiles::DatasetPtr made(memory->Create("", raster.width, raster.height, raster.bands, type, nullptr));
    REQUIRE(made);
    double placed[] = {raster.west, raster.pixel, 0, raster.north, 0, -raster.pixel};
    if (raster.crs) {
        OGRSpatialReference crs;
        crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        REQUIRE(crs.SetFromUserInput(raster.crs) == OGRERR_NONE);
        made->SetSpatialRef(&crs);
        made->SetGeoTransform(placed);
    }
    for (int band = 1; band <= raster.bands; ++band) {
        GDALRasterBand* into = made->GetRasterBand(band);
        std::vector<double> row(static_cast<std::size_t>(raster.width));
        for (int y = 0; y < raster.height; ++y) {
            for (int x = 0; x < raster.width; ++x)
                row[static_cast<std::size_t>(x)] = raster.value(band, x, y);
            REQUIRE(into->RasterIO(GF_Write, 0, y, raster.width, 1, row.data(), raster.width, 1, GDT_Float64, 0, 0, nullptr) == CE_None);
        }
        if (raster.nodata)
            into->SetNoDataValue(*raster.nodata);
        if (raster.bands >= 3)
            into->SetColorInterpretation(static_cast<GDALColorInterp>(GCI_RedBand + band - 1));
    }
    if (raster.alpha)
        made->GetRasterBand(raster.bands)->SetColorInterpretation(GCI_AlphaBand);
    if (!raster.palette.empty()) {
        GDALColorTable table;
        for (std::size_t i = 0; i < raster.palette.size(); ++i) {
            const QColor& c = raster.palette[i];
            const GDALColorEntry entry{static_cast<short>(c.red()), static_cast<short>(c.green()), static_cast<short>(c.blue()), 255};
            table.SetColorEntry(static_cast<int>(i), &entry);
        }
        made->GetRasterBand(1)->SetColorTable(&table);
        made->GetRasterBand(1)->SetColorInterpretation(GCI_PaletteIndex);
    }
    std::vector<char*> options;
    for (const QByteArray& option : raster.options)
        options.push_back(const_cast<char*>(option.constData()));
    options.push_back(nullptr);
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(raster.driver);
    REQUIRE(driver);
    const tiles::DatasetPtr file(driver->CreateCopy(path.toUtf8().constData(), made.get(), FALSE, options.data(), nullptr, nullptr));
    REQUIRE(file);
    if (raster.overviews) {
        int levels[] = {2, 4};
        REQUIRE(file->BuildOverviews("AVERAGE", 2, levels, 0, nullptr, nullptr, nullptr) == CE_None);
    }
}

void writeMbTiles(const QString& path, const std::vector<std::pair<QString, QString>>& metadata, const std::vector<MbTile>& tiles)
{
    auto database = sqlite::Database::open(path.toStdString(), sqlite::OpenMode::Create);
    REQUIRE(database);
    REQUIRE(database->execute("CREATE TABLE metadata (name TEXT, value TEXT);"
                              "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB);"
                              "CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row)"));
    auto fact = database->prepare("INSERT INTO metadata VALUES (?, ?)");
    REQUIRE(fact);
    for (const auto& [name, value] : metadata) {
        fact->bind(1, std::string_view(name.toStdString())).bind(2, std::string_view(value.toStdString()));
        REQUIRE(fact->run());
    }
    auto tile = database->prepare("INSERT INTO tiles VALUES (?, ?, ?, ?)");
    REQUIRE(tile);
    for (const MbTile& one : tiles) {
        tile->bind(1, one.id.z).bind(2, one.id.x).bind(3, (1 << one.id.z) - 1 - one.id.y);
        tile->bind(4, std::as_bytes(std::span(one.bytes.constData(), static_cast<std::size_t>(one.bytes.size()))));
        REQUIRE(tile->run());
    }
}

QByteArray pngOf(const QImage& image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    REQUIRE(image.save(&buffer, "PNG"));
    return bytes;
}

QByteArray pngOf(const QColor& colour, int side)
{
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(colour);
    return pngOf(image);
}

QString realFile(const char* name)
{
    const QString folder = qEnvironmentVariable("HK_SHARED_DATA", QStringLiteral(HK_SOURCE_DIR "/../shared/data"));
    const QString path = folder + QLatin1Char('/') + QString::fromUtf8(name);
    if (QFileInfo::exists(path))
        return path;
    WARN("SKIPPED: " << name << " of the real data is not here");
    return {};
}

bool near(QColor a, QColor b, int most)
{
    return std::abs(a.red() - b.red()) <= most && std::abs(a.green() - b.green()) <= most && std::abs(a.blue() - b.blue()) <= most
           && std::abs(a.alpha() - b.alpha()) <= most;
}

} // namespace hk::test
