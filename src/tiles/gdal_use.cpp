#include "tiles/gdal_use.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QXmlStreamReader>

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_vsi.h>
#include <gdal_priv.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <string_view>

namespace hk::tiles {
namespace {

constexpr const char* virtualFormats[] = {"VRT", nullptr};
constexpr int deepestVrt = 4;

bool isListed(const char* name)
{
    for (const char* const* format = rasterFormats(); *format; ++format)
        if (std::string_view(*format) == name)
            return true;
    return false;
}

bool isVrt(const QString& path)
{
    GDALDriverH driver = GDALIdentifyDriverEx(path.toUtf8().constData(), GDAL_OF_RASTER, virtualFormats, nullptr);
    return driver != nullptr;
}

/// Whether GDAL would open the file, left to itself, by a driver that reads that file alone.
bool leadsNowhereElse(const QString& path)
{
    GDALDriverH driver = GDALIdentifyDriverEx(path.toUtf8().constData(), GDAL_OF_RASTER, nullptr, nullptr);
    return driver && isListed(GDALGetDriverShortName(driver));
}

bool namesLocalFiles(const QString& vrtPath, int depth)
{
    QFile file(vrtPath);
    if (depth > deepestVrt || !file.open(QIODevice::ReadOnly))
        return false;
    const QDir folder = QFileInfo(vrtPath).absoluteDir();
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        // GDAL reads names in any case, and takes an attribute for an element
        const auto names = [](QStringView name) {
            return name.compare(QLatin1String("SourceFilename"), Qt::CaseInsensitive) == 0
                   || name.compare(QLatin1String("SourceDataset"), Qt::CaseInsensitive) == 0;
        };
        const QXmlStreamAttributes attributes = xml.attributes();
        if (xml.name().compare(QLatin1String("PixelFunctionCode"), Qt::CaseInsensitive) == 0
            || std::any_of(attributes.begin(), attributes.end(), [&names](const auto& each) { return names(each.name()); }))
            return false;
        if (!names(xml.name()))
            continue;
        const bool relative = xml.attributes().value(QLatin1String("relativeToVRT")) == QLatin1String("1")
                              || xml.attributes().value(QLatin1String("relativetoVRT")) == QLatin1String("1");
        const QString name = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
        if (name.startsWith(QLatin1String("/vsi")) || name.contains(QLatin1String("://")) || name.startsWith(u'<'))
            return false;
        const QString path = relative ? folder.filePath(name) : name;
        if (!QFileInfo(path).isFile())
            return false;
        if (isVrt(path) ? !namesLocalFiles(path, depth + 1) : !leadsNowhereElse(path))
            return false;
    }
    return !xml.hasError();
}

/// The names of the pictures in a file with several, as GDAL opens them.
QStringList subdatasetsOf(GDALDataset& dataset)
{
    QStringList names;
    char** list = dataset.GetMetadata("SUBDATASETS");
    for (int i = 1;; ++i) {
        const char* name = CSLFetchNameValue(list, CPLSPrintf("SUBDATASET_%d_NAME", i));
        if (!name)
            return names;
        names.append(QString::fromUtf8(name));
    }
}

/// "GPKG:/a/b.gpkg:town" → "town"
QString layerName(const QString& subdataset) { return subdataset.section(u':', -1); }

DatasetPtr openWith(const QString& name, const char* const* formats, int overview)
{
    CPLErrorReset();
    const QByteArray level = "OVERVIEW_LEVEL=" + QByteArray::number(overview);
    const char* options[] = {overview >= 0 ? level.constData() : nullptr, nullptr};
    return DatasetPtr(GDALDataset::Open(name.toUtf8().constData(), GDAL_OF_RASTER | GDAL_OF_READONLY, formats, options, nullptr));
}

Result<const char* const*> formatsFor(const QString& path)
{
    prepareGdal();
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::FileNotFound, {path});
    if (!info.isFile() || !info.isReadable())
        return fail(ErrorCode::FileNotReadable, {path});
    if (!isVrt(path))
        return rasterFormats();
    if (!namesLocalFiles(path, 0))
        return fail(ErrorCode::FormatNotSupported, {path}, {info.suffix()},
                    QStringLiteral("a virtual raster may name only pictures in files of this computer that are there"));
    return static_cast<const char* const*>(virtualFormats);
}

} // namespace

void prepareGdal()
{
    static std::once_flag once;
    std::call_once(once, [] {
        CPLSetErrorHandler(CPLQuietErrorHandler);
        CPLSetConfigOption("GDAL_PAM_ENABLED", "NO"); // leave no .aux.xml beside people's files
        GDALAllRegister();
    });
}

QString lastGdalMessage() { return QString::fromUtf8(CPLGetLastErrorMsg()); }

void CloseDataset::operator()(GDALDataset* dataset) const { GDALClose(GDALDataset::ToHandle(dataset)); }

const char* const* rasterFormats()
{
    static constexpr const char* names[] = {"GTiff", "GPKG", "JP2OpenJPEG", "JP2ECW", "JP2KAK", "JPEG", "PNG", "WEBP", "GIF", "BMP",
                                            "HFA", "AAIGrid", "SRTMHGT", "ENVI", "EHdr", "MBTiles", "COG", nullptr};
    return names;
}

Result<DatasetPtr> openRasterFile(const QString& path, const QString& layer, int overview)
{
    const auto formats = formatsFor(path);
    if (!formats)
        return tl::unexpected(formats.error());
    DatasetPtr dataset = openWith(path, *formats, -1);
    if (!dataset) {
        const bool known = GDALIdentifyDriverEx(path.toUtf8().constData(), GDAL_OF_RASTER, *formats, nullptr) != nullptr;
        return fail(known ? ErrorCode::FileDamaged : ErrorCode::FormatNotSupported, {path}, {QFileInfo(path).suffix()},
                    lastGdalMessage());
    }
    QString name = path;
    const QStringList inside = subdatasetsOf(*dataset);
    if (!layer.isEmpty() || dataset->GetRasterCount() == 0) {
        const auto found = std::find_if(inside.begin(), inside.end(),
                                        [&](const QString& one) { return layer.isEmpty() || layerName(one) == layer; });
        if (found != inside.end()) {
            name = *found;
            dataset = openWith(name, *formats, -1);
        } else if (!layer.isEmpty() && dataset->GetRasterCount() > 0 && inside.isEmpty()) {
            // a file of one picture: its only table may be named, or not
            const char* table = dataset->GetMetadataItem("IDENTIFIER");
            if (table && QString::fromUtf8(table) != layer)
                return fail(ErrorCode::NotFound, {path}, {layer});
        } else if (!layer.isEmpty()) {
            return fail(ErrorCode::NotFound, {path}, {layer});
        }
    }
    if (!dataset)
        return fail(ErrorCode::FileDamaged, {path}, {}, lastGdalMessage());
    if (dataset->GetRasterCount() == 0)
        return fail(ErrorCode::FormatNotSupported, {path}, {QFileInfo(path).suffix()}, QStringLiteral("no picture in the file"));
    if (overview >= 0)
        dataset = openWith(name, *formats, overview);
    if (!dataset)
        return fail(ErrorCode::FileDamaged, {path}, {}, lastGdalMessage());
    return dataset;
}

Result<QStringList> rasterLayers(const QString& path)
{
    const auto formats = formatsFor(path);
    if (!formats)
        return tl::unexpected(formats.error());
    const DatasetPtr dataset = openWith(path, *formats, -1);
    if (!dataset)
        return fail(ErrorCode::FormatNotSupported, {path}, {QFileInfo(path).suffix()}, lastGdalMessage());
    QStringList names;
    for (const QString& one : subdatasetsOf(*dataset))
        names.append(layerName(one));
    return names;
}

bool namesLocalFilesOnly(const QString& vrtPath)
{
    prepareGdal();
    return namesLocalFiles(vrtPath, 0);
}

MemoryFile::MemoryFile(const QByteArray& bytes, const QString& suffix)
{
    static std::atomic<std::uint64_t> next = 0;
    m_path = "/vsimem/hk_tiles/" + QByteArray::number(static_cast<qulonglong>(++next)) + suffix.toUtf8();
    // GDAL takes the bytes for its own to change, but opens them read-only here.
    auto* data = reinterpret_cast<GByte*>(const_cast<char*>(bytes.constData()));
    VSIFCloseL(VSIFileFromMemBuffer(m_path.constData(), data, static_cast<vsi_l_offset>(bytes.size()), FALSE));
}

MemoryFile::~MemoryFile() { VSIUnlink(m_path.constData()); }

} // namespace hk::tiles
