#include "exchange/map_rows.h"

#include "geo/mercator.h"

#include <QFile>

#include <algorithm>
#include <cstring>
#include <span>

namespace hk::exchange {
namespace {

/// Values one after the other as they lie in memory: the file lives as long as the process.
class Packer {
public:
    explicit Packer(std::string& bytes)
        : m_bytes(bytes)
    {}
    template <class T>
    void value(T number)
    {
        m_bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
    }
    void text(const std::string& text)
    {
        value(static_cast<std::uint32_t>(text.size()));
        m_bytes.append(text);
    }

private:
    std::string& m_bytes;
};

class Unpacker {
public:
    explicit Unpacker(const char* at)
        : m_at(at)
    {}
    template <class T>
    T value()
    {
        T number;
        std::memcpy(&number, m_at, sizeof number);
        m_at += sizeof number;
        return number;
    }
    std::string text()
    {
        const auto size = value<std::uint32_t>();
        std::string result(m_at, size);
        m_at += size;
        return result;
    }
    void bytes(std::vector<unsigned char>& into)
    {
        into.resize(value<std::uint32_t>());
        std::memcpy(into.data(), m_at, into.size());
    }

private:
    const char* m_at;
};

struct Entry {
    std::uint64_t key;    ///< order, then the place along the curve
    std::uint64_t offset; ///< in the file; also keeps equal keys in the order in which they came
};

constexpr std::size_t bufferSize = 1U << 20;

} // namespace

struct MapRows::Impl {
    QFile file;
    QString folder;
    std::string buffer;
    std::uint64_t written = 0;
    const char* mapped = nullptr;
    std::array<std::vector<Entry>, mapThemeCount> entries;

    Result<void> flush()
    {
        const qint64 size = static_cast<qint64>(buffer.size());
        if (file.write(buffer.data(), size) != size || !file.flush())
            return fail(ErrorCode::DiskFull, {file.fileName()}, {}, file.errorString());
        written += buffer.size();
        buffer.clear();
        return {};
    }
};

MapRows::MapRows(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{}
MapRows::MapRows(MapRows&&) noexcept = default;
MapRows& MapRows::operator=(MapRows&&) noexcept = default;
MapRows::~MapRows() = default;

Result<MapRows> MapRows::create(const QString& folder)
{
    auto impl = std::make_unique<Impl>();
    impl->file.setFileName(folder + QStringLiteral("/rows"));
    if (!impl->file.open(QIODevice::ReadWrite | QIODevice::Truncate | QIODevice::Unbuffered))
        return fail(ErrorCode::FileNotWritable, {folder}, {}, impl->file.errorString());
    impl->buffer.reserve(2 * bufferSize);
    return MapRows(std::move(impl));
}

Result<void> MapRows::add(const MapRow& row)
{
    constexpr int curveBits = 40;
    m_impl->entries[static_cast<std::size_t>(row.theme)].push_back(
        {(static_cast<std::uint64_t>(row.order) << curveBits) | hilbertDistance(row.x, row.y),
         m_impl->written + m_impl->buffer.size()});
    Packer pack(m_impl->buffer);
    pack.value(row.level);
    pack.value(row.rank);
    pack.value(row.area);
    pack.value(row.span);
    for (const std::string* text : {&row.featureClass, &row.name, &row.ref, &row.street, &row.number})
        pack.text(*text);
    pack.value(static_cast<std::uint32_t>(row.wkb.size()));
    m_impl->buffer.append(reinterpret_cast<const char*>(row.wkb.data()), row.wkb.size());
    return m_impl->buffer.size() < bufferSize ? Result<void>{} : m_impl->flush();
}

Result<void> MapRows::sort()
{
    if (Result<void> flushed = m_impl->flush(); !flushed)
        return flushed;
    for (std::vector<Entry>& entries : m_impl->entries)
        std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
            return a.key != b.key ? a.key < b.key : a.offset < b.offset;
        });
    if (m_impl->written == 0)
        return {};
    m_impl->mapped = reinterpret_cast<const char*>(m_impl->file.map(0, static_cast<qint64>(m_impl->written)));
    if (!m_impl->mapped)
        return fail(ErrorCode::FileNotReadable, {m_impl->file.fileName()}, {}, m_impl->file.errorString());
    return {};
}

std::size_t MapRows::count(MapTheme theme) const { return m_impl->entries[static_cast<std::size_t>(theme)].size(); }

MapRow MapRows::row(MapTheme theme, std::size_t index) const
{
    Unpacker unpack(m_impl->mapped + m_impl->entries[static_cast<std::size_t>(theme)][index].offset);
    MapRow row;
    row.theme = theme;
    row.level = unpack.value<int>();
    row.rank = unpack.value<int>();
    row.area = unpack.value<double>();
    row.span = unpack.value<double>();
    for (std::string* text : {&row.featureClass, &row.name, &row.ref, &row.street, &row.number})
        *text = unpack.text();
    unpack.bytes(row.wkb);
    return row;
}

std::uint64_t hilbertDistance(double x, double y)
{
    constexpr int bits = 20;
    constexpr double cells = 1U << bits;
    const auto cellOf = [](double metres) {
        return static_cast<std::uint64_t>(
            std::clamp((metres + geo::mercatorHalf) / (2 * geo::mercatorHalf) * cells, 0.0, cells - 1));
    };
    std::uint64_t column = cellOf(x);
    std::uint64_t line = cellOf(y);
    std::uint64_t distance = 0;
    for (std::uint64_t side = 1ULL << (bits - 1); side > 0; side /= 2) {
        const bool right = (column & side) != 0;
        const bool upper = (line & side) != 0;
        distance += side * side * ((right ? 3U : 0U) ^ (upper ? 1U : 0U));
        if (!upper) { // turn the quarter so that the curve goes on where the last one ended
            if (right) {
                column = (side - 1) - (column & (side - 1));
                line = (side - 1) - (line & (side - 1));
            }
            std::swap(column, line);
        }
    }
    return distance;
}

} // namespace hk::exchange
