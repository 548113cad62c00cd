#pragma once

#include "core/result.h"
#include "geo/tile.h"
#include "support/catch.h"

#include <QByteArray>
#include <QColor>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace hk::test {

/// A folder that goes with the test.
class Folder {
public:
    QString path(const QString& name) const { return m_folder.filePath(name); }
    QString write(const QString& name, const QByteArray& content) const
    {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(content);
        return path(name);
    }

private:
    QTemporaryDir m_folder;
};

/// A raster to be written by GDAL: values of band b at pixel x, y.
struct RasterFile {
    const char* driver = "GTiff";
    int width = 64;
    int height = 64;
    int bands = 3;
    bool words = false;   ///< 16 bits instead of 8
    const char* crs = "EPSG:3857"; ///< null: none
    double west = 0, north = 0, pixel = 1;
    std::optional<double> nodata = {};
    std::vector<QColor> palette = {};
    bool alpha = false;   ///< the last band is
    bool overviews = false;
    std::vector<QByteArray> options = {};
    std::function<double(int band, int x, int y)> value = [](int, int, int) { return 128.0; };
};
void write(const QString& path, const RasterFile& raster);

/// An MBTiles file of the given tiles (rows from the north) and metadata.
struct MbTile {
    geo::TileId id;
    QByteArray bytes;
};
void writeMbTiles(const QString& path, const std::vector<std::pair<QString, QString>>& metadata, const std::vector<MbTile>& tiles);
QByteArray pngOf(const QImage& image);
QByteArray pngOf(const QColor& colour, int side = 256);

/// A file of the real data (../shared/data or HK_SHARED_DATA); empty where it is not there, which is said.
QString realFile(const char* name);

/// Whether two colours are the same but for `most` in each part.
bool near(QColor a, QColor b, int most);

} // namespace hk::test
