#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>
#include <memory>

class GDALDataset;

namespace hk::tiles {

/// Registers GDAL's drivers once (thread-safe, about a tenth of a second the first time).
void prepareGdal();
/// GDAL's words for what went wrong last on this thread.
QString lastGdalMessage();

struct CloseDataset {
    void operator()(GDALDataset* dataset) const;
};
/// A dataset of GDAL; belongs to one thread at a time.
using DatasetPtr = std::unique_ptr<GDALDataset, CloseDataset>;

/// GDAL's names of the formats of pictures in files, ending in a null. A list of our own beside that of hk_exchange: those are
/// formats of features, these of pictures. None of them goes to the network or to files that the name does not tell; a virtual
/// raster does, so it is opened by openRasterFile alone, which looks at what it names.
const char* const* rasterFormats();

/// A file of a picture. `layer`: one of several in it (a table of a GeoPackage, a subdataset); empty: the first. `overview`:
/// -1 the picture itself, else its reduced copy of that number. Errors: FileNotFound, FileNotReadable, FormatNotSupported,
/// FileDamaged, NotFound (layer).
Result<DatasetPtr> openRasterFile(const QString& path, const QString& layer, int overview = -1);
/// The layers of such a file, where it has several.
Result<QStringList> rasterLayers(const QString& path);

/// Whether a virtual raster names only pictures in plain files of this computer, in formats that lead nowhere else.
bool namesLocalFilesOnly(const QString& vrtPath);

/// Bytes as a file of GDAL's memory, for as long as it lives. The bytes must live as long.
class MemoryFile {
public:
    explicit MemoryFile(const QByteArray& bytes, const QString& suffix = {});
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    ~MemoryFile();
    const QByteArray& path() const { return m_path; }

private:
    QByteArray m_path;
};

} // namespace hk::tiles
