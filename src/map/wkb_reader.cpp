#include "map/wkb_reader.h"

#include <bit>
#include <cmath>
#include <cstring>

namespace hk::map {

namespace {

constexpr double farthest = 1e9; // metres: beyond any plane
constexpr int deepest = 8;       // collections within collections

enum WkbType : std::uint32_t { Point = 1, LineString, Polygon, MultiPoint, MultiLineString, MultiPolygon, Collection };

/// Reads numbers off the bytes and never beyond their end.
class Reader {
public:
    explicit Reader(std::span<const std::byte> bytes) : m_rest(bytes) {}

    void setLittleEndian(bool little) { m_swap = little != (std::endian::native == std::endian::little); }

    bool skip(std::size_t count)
    {
        if (m_rest.size() < count)
            return false;
        m_rest = m_rest.subspan(count);
        return true;
    }

    bool byte(std::uint8_t& value)
    {
        if (m_rest.empty())
            return false;
        value = std::to_integer<std::uint8_t>(m_rest.front());
        return skip(1);
    }

    bool number(std::uint32_t& value) { return raw(value); }

    bool number(double& value)
    {
        std::uint64_t bits = 0;
        if (!raw(bits))
            return false;
        value = std::bit_cast<double>(bits);
        return true;
    }

    /// Whether so many things of at least that many bytes can follow.
    bool hasRoomFor(std::uint32_t count, std::size_t bytesEach) const { return count <= m_rest.size() / bytesEach; }

private:
    template <class T>
    bool raw(T& value)
    {
        if (m_rest.size() < sizeof(T))
            return false;
        std::memcpy(&value, m_rest.data(), sizeof(T));
        if (m_swap) {
            T turned = 0;
            for (std::size_t i = 0; i < sizeof(T); ++i)
                turned = static_cast<T>((turned << 8) | ((value >> (8 * i)) & 0xff));
            value = turned;
        }
        return skip(sizeof(T));
    }

    std::span<const std::byte> m_rest;
    bool m_swap = false;
};

/// Type and number of coordinates of one geometry, by the ISO codes (1001, 2001, 3001) or the flags of PostGIS.
struct Head {
    std::uint32_t type = 0;
    std::size_t coordinates = 2;
};

bool readHead(Reader& reader, Head& head)
{
    std::uint8_t order = 0;
    if (!reader.byte(order) || order > 1)
        return false;
    reader.setLittleEndian(order == 1);
    std::uint32_t code = 0;
    if (!reader.number(code))
        return false;
    constexpr std::uint32_t flagZ = 0x80000000U, flagM = 0x40000000U, flagSrid = 0x20000000U;
    bool z = (code & flagZ) != 0;
    bool m = (code & flagM) != 0;
    if ((code & flagSrid) != 0 && !reader.skip(4))
        return false;
    code &= ~(flagZ | flagM | flagSrid);
    const std::uint32_t thousand = code / 1000;
    if (thousand > 3)
        return false;
    z = z || thousand == 1 || thousand == 3;
    m = m || thousand == 2 || thousand == 3;
    head.type = code % 1000;
    head.coordinates = 2 + (z ? 1U : 0U) + (m ? 1U : 0U);
    return head.type >= Point && head.type <= Collection;
}

bool readVertex(Reader& reader, const Head& head, QPointF& vertex)
{
    double x = 0, y = 0;
    if (!reader.number(x) || !reader.number(y) || !reader.skip((head.coordinates - 2) * sizeof(double)))
        return false;
    vertex = {x, y};
    return true;
}

bool isPlace(const QPointF& vertex)
{
    return std::abs(vertex.x()) < farthest && std::abs(vertex.y()) < farthest; // false for what is not a number, too
}

bool readVertices(Reader& reader, const Head& head, std::vector<QPointF>& vertices)
{
    std::uint32_t count = 0;
    if (!reader.number(count) || !reader.hasRoomFor(count, head.coordinates * sizeof(double)))
        return false;
    vertices.resize(count);
    for (QPointF& vertex : vertices)
        if (!readVertex(reader, head, vertex) || !isPlace(vertex))
            return false;
    return true;
}

bool readPoint(Reader& reader, const Head& head, std::vector<SimplePart>& parts)
{
    QPointF vertex;
    if (!readVertex(reader, head, vertex))
        return false;
    if (std::isnan(vertex.x()) && std::isnan(vertex.y()))
        return true; // how an empty point is written
    if (!isPlace(vertex))
        return false;
    parts.push_back({GeometryKind::Point, {vertex}, {}});
    return true;
}

bool readLine(Reader& reader, const Head& head, std::vector<SimplePart>& parts)
{
    SimplePart part{GeometryKind::Line, {}, {}};
    if (!readVertices(reader, head, part.vertices))
        return false;
    if (part.vertices.size() >= 2)
        parts.push_back(std::move(part));
    return true;
}

void closeRing(std::vector<QPointF>& ring)
{
    if (!ring.empty() && ring.front() != ring.back())
        ring.push_back(ring.front());
}

bool readPolygon(Reader& reader, const Head& head, std::vector<SimplePart>& parts)
{
    std::uint32_t rings = 0;
    if (!reader.number(rings) || !reader.hasRoomFor(rings, sizeof(std::uint32_t)))
        return false;
    SimplePart part{GeometryKind::Polygon, {}, {}};
    for (std::uint32_t i = 0; i < rings; ++i) {
        std::vector<QPointF> ring;
        if (!readVertices(reader, head, ring))
            return false;
        closeRing(ring);
        if (i == 0)
            part.vertices = std::move(ring);
        else if (ring.size() >= 4)
            part.holes.push_back(std::move(ring));
    }
    if (part.vertices.size() >= 4)
        parts.push_back(std::move(part));
    return true;
}

bool readGeometry(Reader& reader, std::vector<SimplePart>& parts, int depth)
{
    Head head;
    if (depth > deepest || !readHead(reader, head))
        return false;
    switch (head.type) {
    case Point:
        return readPoint(reader, head, parts);
    case LineString:
        return readLine(reader, head, parts);
    case Polygon:
        return readPolygon(reader, head, parts);
    default:
        break;
    }
    std::uint32_t count = 0;
    constexpr std::size_t leastBytes = 9; // order, type and a count
    if (!reader.number(count) || !reader.hasRoomFor(count, leastBytes))
        return false;
    for (std::uint32_t i = 0; i < count; ++i)
        if (!readGeometry(reader, parts, depth + 1)) // each member says its own byte order
            return false;
    return true;
}

bool skipHeader(Reader& reader)
{
    std::uint8_t g = 0, p = 0, version = 0, flags = 0;
    if (!reader.byte(g) || !reader.byte(p) || !reader.byte(version) || !reader.byte(flags) || g != 'G' || p != 'P')
        return false;
    static constexpr std::size_t envelopes[] = {0, 32, 48, 48, 64};
    const std::size_t envelope = (flags >> 1) & 7U;
    return envelope < std::size(envelopes) && reader.skip(4 + envelopes[envelope]);
}

} // namespace

bool readGeoPackageGeometry(std::span<const std::byte> blob, std::vector<SimplePart>& parts)
{
    Reader reader(blob);
    const std::size_t before = parts.size();
    if (skipHeader(reader) && readGeometry(reader, parts, 0))
        return true;
    parts.resize(before);
    return false;
}

} // namespace hk::map
