#include "map/name_geometry.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace hk::map {

namespace {

constexpr int deepest = 4; ///< collections in collections

/// Reads numbers of either byte order and remembers when there were too few bytes.
class Reader {
public:
    explicit Reader(std::span<const std::byte> bytes) : m_bytes(bytes) {}

    bool isGood() const { return m_good; }
    std::size_t left() const { return m_bytes.size(); }
    void setLittle(bool little) { m_little = little; }

    void skip(std::size_t count)
    {
        if (count > m_bytes.size())
            m_good = false;
        else
            m_bytes = m_bytes.subspan(count);
    }
    template <class T>
    T read()
    {
        T value{};
        if (m_bytes.size() < sizeof(T)) {
            m_good = false;
            return value;
        }
        std::array<std::byte, sizeof(T)> raw{};
        std::copy_n(m_bytes.begin(), sizeof(T), raw.begin());
        if (m_little != (std::endian::native == std::endian::little))
            std::reverse(raw.begin(), raw.end());
        std::memcpy(&value, raw.data(), sizeof(T));
        m_bytes = m_bytes.subspan(sizeof(T));
        return value;
    }

private:
    std::span<const std::byte> m_bytes;
    bool m_little = true;
    bool m_good = true;
};

void readPoints(Reader& in, std::uint32_t count, int ordinates, std::vector<QPointF>& points)
{
    const std::size_t each = static_cast<std::size_t>(ordinates) * sizeof(double);
    if (in.left() / each < count) {
        in.skip(in.left() + 1);
        return;
    }
    points.reserve(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        const double x = in.read<double>();
        const double y = in.read<double>();
        in.skip(each - 2 * sizeof(double));
        if (std::isfinite(x) && std::isfinite(y))
            points.emplace_back(x, y);
    }
}

void readWkb(Reader& in, NameGeometry& made, int depth)
{
    if (depth > deepest) {
        in.skip(in.left() + 1);
        return;
    }
    in.setLittle(in.read<std::uint8_t>() != 0);
    const auto type = in.read<std::uint32_t>();
    const std::uint32_t kind = type % 1000;
    const std::uint32_t extra = type / 1000;
    const int ordinates = extra == 0 ? 2 : extra == 3 ? 4 : 3;
    if (!in.isGood() || extra > 3 || kind < 1 || kind > 7) {
        in.skip(in.left() + 1);
        return;
    }
    if (kind <= 3)
        made.dimension = std::max(made.dimension, static_cast<int>(kind) - 1);
    if (kind == 1) {
        readPoints(in, 1, ordinates, made.parts.emplace_back());
        return;
    }
    const auto count = in.read<std::uint32_t>();
    if (kind == 2) {
        readPoints(in, count, ordinates, made.parts.emplace_back());
        return;
    }
    for (std::uint32_t i = 0; i < count && in.isGood(); ++i) {
        if (kind == 3)
            readPoints(in, in.read<std::uint32_t>(), ordinates, made.parts.emplace_back());
        else
            readWkb(in, made, depth + 1);
    }
}

} // namespace

QRectF NameGeometry::bounds() const
{
    const QPointF first = parts.front().front();
    double west = first.x();
    double east = first.x();
    double south = first.y();
    double north = first.y();
    for (const auto& part : parts)
        for (const QPointF& p : part) {
            west = std::min(west, p.x());
            east = std::max(east, p.x());
            south = std::min(south, p.y());
            north = std::max(north, p.y());
        }
    return {QPointF(west, south), QPointF(east, north)};
}

std::optional<NameGeometry> readNameGeometry(std::span<const std::byte> blob)
{
    constexpr std::array<std::size_t, 5> envelopes{0, 32, 48, 48, 64};
    if (blob.size() < 8 || blob[0] != std::byte{'G'} || blob[1] != std::byte{'P'})
        return std::nullopt;
    const auto flags = std::to_integer<unsigned>(blob[3]);
    const unsigned envelope = (flags >> 1) & 7;
    const bool empty = (flags & 16) != 0;
    if (envelope >= envelopes.size() || empty)
        return std::nullopt;
    Reader in(blob);
    in.skip(8 + envelopes[envelope]);
    NameGeometry made;
    readWkb(in, made, 0);
    std::erase_if(made.parts, [](const auto& part) { return part.empty(); });
    if (!in.isGood() || made.parts.empty())
        return std::nullopt;
    return made;
}

} // namespace hk::map
