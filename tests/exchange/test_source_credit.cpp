#include "exchange/layer_file.h"
#include "exchange/source_credit.h"
#include "support/catch.h"

#include <QTemporaryDir>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

using namespace hk;
using namespace hk::exchange;

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }

} // namespace

TEST_CASE("a metadata document names its rights before its makers")
{
    CHECK(creditInDocument("<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator>Kart\xC3\xB6r</dc:creator>"
                           "<dc:rights>\xC2\xA9 Staden\n 2024</dc:rights></metadata>")
          == u("© Staden 2024"));
    CHECK(creditInDocument("<m><publisher>Staden</publisher></m>") == u("Staden"));
    CHECK(creditInDocument("<MD_Metadata><credit><CharacterString>SCB</CharacterString></credit></MD_Metadata>") == u("SCB"));
    for (const QByteArray& nothing : {QByteArray(), QByteArray("hello"), QByteArray("<m><title>A</title></m>"), QByteArray("<m><rights>A")})
        CHECK(creditInDocument(nothing).isEmpty());
    CHECK(creditInDocument("<m><rights>" + QByteArray(5000, 'x') + "</rights></m>").size() <= 200);
}

TEST_CASE("a file's own words on whom to name come with what it holds")
{
    const QTemporaryDir folder;
    GDALAllRegister();
    const QString picture = folder.filePath(u("flygfoto.tif"));
    {
        GDALDatasetUniquePtr made(GetGDALDriverManager()->GetDriverByName("GTiff")->Create(picture.toUtf8().constData(), 8, 8, 1, GDT_Byte,
                                                                                           nullptr));
        REQUIRE(made);
        double place[] = {322000, 1, 0, 6394000, 0, -1};
        made->SetGeoTransform(place);
        made->SetMetadataItem("TIFFTAG_COPYRIGHT", "\xC2\xA9 <b>Lantm\xC3\xA4teriet</b>");
    }
    const auto raster = inspectLayerFile(picture);
    REQUIRE(raster);
    CHECK(raster->attribution == u("© Lantmäteriet"));

    const QString file = folder.filePath(u("planer.gpkg"));
    {
        GDALDatasetUniquePtr made(GetGDALDriverManager()->GetDriverByName("GPKG")->Create(file.toUtf8().constData(), 0, 0, 0, GDT_Unknown,
                                                                                          nullptr));
        REQUIRE(made);
        OGRSpatialReference reference;
        reference.importFromEPSG(3006);
        OGRLayer* layer = made->CreateLayer("planer", &reference, wkbPoint, nullptr);
        REQUIRE(layer);
        OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer->GetLayerDefn()));
        OGRPoint point(322000, 6394000);
        feature->SetGeometry(&point);
        REQUIRE(layer->CreateFeature(feature.get()) == OGRERR_NONE);
        layer->SetMetadataItem("COPYRIGHT", "M\xC3\xB6lndals stad");
    }
    const auto features = inspectLayerFile(file);
    REQUIRE(features);
    CHECK(features->attribution == u("Mölndals stad"));
}
