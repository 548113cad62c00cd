#include "exchange/geotiff.h"

#include <QByteArray>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <sys/uio.h>
#include <vector>

namespace hk::exchange {
namespace {

static_assert(std::endian::native == std::endian::little, "the TIFF is written as the processor holds numbers");

// A grid has at most analysis::maximumCells cells, so that the offsets of a classic TIFF always suffice.
static_assert(analysis::maximumCells * static_cast<std::int64_t>(sizeof(double)) < (std::int64_t{1} << 32) - (1 << 24));

enum class FieldType : std::uint16_t { Ascii = 2, Short = 3, Long = 4, Double = 12 };

int epsgOf(const QString& crs)
{
    const QString text = crs.trimmed().toUpper();
    if (!text.startsWith(QLatin1String("EPSG:")))
        return 0;
    const int code = text.mid(5).toInt();
    return code >= 3006 && code <= 3018 ? code : 0;
}

/// The directory of a TIFF with one image, whose pixels follow it.
class Directory {
public:
    template <class T>
    void add(std::uint16_t tag, FieldType type, const std::vector<T>& values)
    {
        m_entries.push_back({tag, type, static_cast<std::uint32_t>(values.size()),
                             QByteArray(reinterpret_cast<const char*>(values.data()),
                                        static_cast<qsizetype>(values.size() * sizeof(T)))});
    }
    void addText(std::uint16_t tag, const QByteArray& text)
    {
        const qsizetype withEnd = text.size() + 1;
        m_entries.push_back({tag, FieldType::Ascii, static_cast<std::uint32_t>(withEnd),
                             QByteArray(text.constData(), withEnd)});
    }

    /// Bytes of header, directory and values, in whole cache lines.
    std::uint32_t size() const
    {
        std::size_t size = valuesAt();
        for (const Entry& entry : m_entries)
            size += entry.bytes.size() > 4 ? padded(entry.bytes.size()) : 0;
        return static_cast<std::uint32_t>((size + 63) / 64 * 64);
    }

    QByteArray bytes() const
    {
        QByteArray head("II*\0\x08\0\0\0", 8);
        QByteArray values;
        append(head, static_cast<std::uint16_t>(m_entries.size()));
        for (const Entry& entry : m_entries) {
            append(head, entry.tag);
            append(head, static_cast<std::uint16_t>(entry.type));
            append(head, entry.count);
            if (entry.bytes.size() <= 4) {
                head.append(entry.bytes).append(4 - entry.bytes.size(), '\0');
                continue;
            }
            append(head, static_cast<std::uint32_t>(valuesAt() + static_cast<std::size_t>(values.size())));
            values.append(entry.bytes)
                .append(static_cast<qsizetype>(padded(entry.bytes.size())) - entry.bytes.size(), '\0');
        }
        append(head, std::uint32_t{0}); // no further image
        head.append(static_cast<qsizetype>(valuesAt()) - head.size(), '\0').append(values);
        return head.append(static_cast<qsizetype>(size()) - head.size(), '\0');
    }

private:
    struct Entry {
        std::uint16_t tag;
        FieldType type;
        std::uint32_t count;
        QByteArray bytes;
    };
    static std::size_t padded(qsizetype size) { return (static_cast<std::size_t>(size) + 7) / 8 * 8; }
    std::size_t valuesAt() const { return (8 + 2 + 12 * m_entries.size() + 4 + 7) / 8 * 8; }
    template <class T>
    static void append(QByteArray& to, T value)
    {
        to.append(reinterpret_cast<const char*>(&value), sizeof value);
    }

    std::vector<Entry> m_entries; ///< by ascending tag
};

QByteArray gdalMetadata(const QMap<QString, QString>& metadata)
{
    // GDAL takes a value for escaped text within the XML, so it is escaped twice.
    QByteArray xml = "<GDALMetadata>\n";
    const auto item = [&](const QString& name, const QString& value, const char* role) {
        xml += "  <Item name=\"" + name.toHtmlEscaped().toUtf8() + "\" sample=\"0\"" + role + ">"
               + value.toHtmlEscaped().toHtmlEscaped().toUtf8() + "</Item>\n";
    };
    for (auto it = metadata.constBegin(); it != metadata.constEnd(); ++it)
        item(it.key(), it.value(), "");
    const QString unit = metadata.value(QStringLiteral("UNIT"));
    if (unit.isEmpty())
        item(QStringLiteral("UNIT"), QStringLiteral("incidents per km2"), "");
    item(QStringLiteral("DESCRIPTION"), unit.isEmpty() ? QStringLiteral("density") : metadata.value(QStringLiteral("TITLE")),
         " role=\"description\"");
    item(QStringLiteral("UNITTYPE"), unit.isEmpty() ? QStringLiteral("1/km2") : unit, " role=\"unittype\"");
    return xml + "</GDALMetadata>\n";
}

/// Everything before the pixels.
QByteArray headOf(const analysis::GridSpec& spec, int epsg, const QMap<QString, QString>& metadata)
{
    constexpr std::int64_t stripBytes = 1 << 18;
    const std::int64_t rowBytes = spec.columns * static_cast<std::int64_t>(sizeof(double));
    const std::int64_t stripRows = std::clamp<std::int64_t>(stripBytes / rowBytes, 1, spec.rows);
    const auto strips = static_cast<std::size_t>((spec.rows + stripRows - 1) / stripRows);
    std::vector<std::uint32_t> offsets(strips);
    std::vector<std::uint32_t> counts(strips);
    const auto directory = [&] {
        Directory made;
        const auto number = [](std::int64_t value) { return std::vector{static_cast<std::uint32_t>(value)}; };
        const auto small = [](int value) { return std::vector{static_cast<std::uint16_t>(value)}; };
        made.add(256, FieldType::Long, number(spec.columns)); // ImageWidth
        made.add(257, FieldType::Long, number(spec.rows));    // ImageLength
        made.add(258, FieldType::Short, small(64));           // BitsPerSample
        made.add(259, FieldType::Short, small(1));            // Compression: none
        made.add(262, FieldType::Short, small(1));            // PhotometricInterpretation: black is zero
        made.add(273, FieldType::Long, offsets);              // StripOffsets
        made.add(277, FieldType::Short, small(1));            // SamplesPerPixel
        made.add(278, FieldType::Long, number(stripRows));    // RowsPerStrip
        made.add(279, FieldType::Long, counts);               // StripByteCounts
        made.add(284, FieldType::Short, small(1));            // PlanarConfiguration
        made.add(339, FieldType::Short, small(3));            // SampleFormat: floating point
        made.add(33550, FieldType::Double, std::vector{spec.cell, spec.cell, 0.0}); // ModelPixelScale
        made.add(33922, FieldType::Double, std::vector{0.0, 0.0, 0.0, spec.xmin, spec.ymax(), 0.0}); // ModelTiepoint
        made.add(34735, FieldType::Short,
                 std::vector<std::uint16_t>{1, 1, 0, 4,        // GeoKeyDirectory 1.1.0 with four keys
                                            1024, 0, 1, 1,     // GTModelType: projected
                                            1025, 0, 1, 1,     // GTRasterType: a pixel is an area
                                            3072, 0, 1, static_cast<std::uint16_t>(epsg), // ProjectedCRS
                                            3076, 0, 1, 9001}); // ProjLinearUnits: metre
        made.addText(42112, gdalMetadata(metadata)); // GDAL_METADATA
        return made;
    };
    const std::uint32_t pixelsAt = directory().size(); // its size does not depend on the offsets
    for (std::size_t i = 0; i < strips; ++i) {
        const std::int64_t first = static_cast<std::int64_t>(i) * stripRows;
        offsets[i] = pixelsAt + static_cast<std::uint32_t>(first * rowBytes);
        counts[i] = static_cast<std::uint32_t>(std::min(stripRows, spec.rows - first) * rowBytes);
    }
    return directory().bytes();
}

bool writeAll(int file, std::vector<iovec>& pieces)
{
    constexpr std::size_t atOnce = 512;
    std::size_t next = 0;
    while (next < pieces.size()) {
        const ssize_t written = writev(file, pieces.data() + next, static_cast<int>(std::min(atOnce, pieces.size() - next)));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        auto left = static_cast<std::size_t>(written);
        while (next < pieces.size() && left >= pieces[next].iov_len)
            left -= pieces[next++].iov_len;
        if (left > 0) {
            pieces[next].iov_base = static_cast<char*>(pieces[next].iov_base) + left;
            pieces[next].iov_len -= left;
        }
    }
    return true;
}

} // namespace

bool isPlainCrs(const QString& crs) { return epsgOf(crs) != 0; }

Result<void> takePlace(const QString& part, const QString& path)
{
    std::error_code failure; // a rename replaces what is there in one step: there is never no file
    std::filesystem::rename(QFile::encodeName(part).toStdString(), QFile::encodeName(path).toStdString(), failure);
    if (!failure)
        return {};
    QFile::remove(part);
    return fail(ErrorCode::FileNotWritable, {path}, {}, QString::fromStdString(failure.message()));
}

Result<void> writePlainDensity(const QString& path, const analysis::Grid& grid, const QString& crs,
                               const QMap<QString, QString>& metadata)
{
    const int epsg = epsgOf(crs);
    if (epsg == 0)
        return fail(ErrorCode::CrsNotUnderstood, {path}, {crs});
    QByteArray head = headOf(grid.spec, epsg, metadata);
    std::vector<iovec> pieces{{head.data(), static_cast<std::size_t>(head.size())}};
    const auto columns = static_cast<std::size_t>(grid.spec.columns);
    for (std::int64_t row = grid.spec.rows - 1; row >= 0; --row) { // a raster's first row is the northernmost
        const double* values = grid.values.data() + static_cast<std::size_t>(row) * columns;
        pieces.push_back({const_cast<double*>(values), columns * sizeof(double)});
    }
    if (QFileInfo::exists(path) && !QFileInfo(path).isWritable())
        return fail(ErrorCode::FileNotWritable, {path});
    const QString part = path + QStringLiteral(".part");
    QFile file(part);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return fail(ErrorCode::FileNotWritable, {path}, {}, file.errorString());
    errno = 0;
    const bool whole = writeAll(file.handle(), pieces);
    const int problem = errno;
    file.close();
    if (!whole || file.error() != QFileDevice::NoError) {
        QFile::remove(part);
        const bool full = problem == ENOSPC || problem == EDQUOT || problem == EFBIG;
        return fail(full ? ErrorCode::DiskFull : ErrorCode::FileNotWritable, {path}, {},
                    QString::fromLocal8Bit(std::strerror(problem)));
    }
    return takePlace(part, path);
}

} // namespace hk::exchange
