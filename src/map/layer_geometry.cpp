#include "map/layer_geometry.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace hk::map {
namespace {

constexpr int deepest = 8; // collections within collections

class Parser {
public:
    Parser(std::span<const std::byte> bytes, double nearest, std::vector<LayerPart>& parts)
        : m_bytes(bytes)
        , m_nearest(nearest)
        , m_parts(parts)
    {
    }

    bool parse()
    {
        static constexpr std::size_t envelopeSizes[] = {0, 32, 48, 48, 64};
        if (m_bytes.size() < 8 || m_bytes[0] != std::byte{'G'} || m_bytes[1] != std::byte{'P'})
            return false;
        const unsigned envelope = (std::to_integer<unsigned>(m_bytes[3]) >> 1U) & 7U;
        if (envelope > 4 || m_bytes.size() < 8 + envelopeSizes[envelope])
            return false;
        m_at = 8 + envelopeSizes[envelope];
        return geometry(0);
    }

private:
    template <class Value>
    bool read(Value& value)
    {
        if (m_bytes.size() - m_at < sizeof(Value))
            return false;
        std::byte raw[sizeof(Value)];
        std::memcpy(raw, m_bytes.data() + m_at, sizeof(Value));
        if (m_swap)
            for (std::size_t i = 0; i < sizeof(Value) / 2; ++i)
                std::swap(raw[i], raw[sizeof(Value) - 1 - i]);
        std::memcpy(&value, raw, sizeof(Value));
        m_at += sizeof(Value);
        return true;
    }

    bool geometry(int depth)
    {
        std::uint8_t order = 0;
        std::uint32_t type = 0;
        if (depth > deepest || !read(order))
            return false;
        m_swap = (order == 1) != (std::endian::native == std::endian::little);
        if (!read(type))
            return false;
        std::uint32_t extra = (type / 1000) % 4 == 0 ? 0 : (type / 1000) % 4 == 3 ? 2 : 1;
        if ((type & 0xE0000000U) != 0) // the older way of saying Z and M
            extra = ((type & 0x80000000U) != 0 ? 1 : 0) + ((type & 0x40000000U) != 0 ? 1 : 0);
        m_skip = extra * sizeof(double);
        switch ((type & 0x1FFFFFFFU) % 1000) {
        case 1: return point();
        case 2: return line();
        case 3: return polygon();
        case 4:
        case 5:
        case 6:
        case 7: return collection(depth);
        default: return false;
        }
    }

    bool collection(int depth)
    {
        std::uint32_t count = 0;
        if (!read(count))
            return false;
        for (std::uint32_t i = 0; i < count; ++i)
            if (!geometry(depth + 1))
                return false;
        return true;
    }

    bool vertex(QPointF& point)
    {
        double x = 0;
        double y = 0;
        if (!read(x) || !read(y) || m_bytes.size() - m_at < m_skip)
            return false;
        m_at += m_skip;
        point = QPointF(x, y);
        return true;
    }

    bool point()
    {
        QPointF at;
        if (!vertex(at))
            return false;
        if (std::isfinite(at.x()) && std::isfinite(at.y()))
            m_parts.push_back({GeometryKind::Point, {at}, {}});
        return true;
    }

    bool vertices(std::vector<QPointF>& into)
    {
        std::uint32_t count = 0;
        if (!read(count) || (m_bytes.size() - m_at) / (2 * sizeof(double) + m_skip) < count)
            return false;
        into.reserve(std::min<std::size_t>(count, 256));
        for (std::uint32_t i = 0; i < count; ++i) {
            QPointF next;
            if (!vertex(next))
                return false;
            if (!std::isfinite(next.x()) || !std::isfinite(next.y()))
                continue;
            if (into.empty() || i + 1 == count || (next - into.back()).manhattanLength() >= m_nearest)
                into.push_back(next);
        }
        return true;
    }

    bool line()
    {
        LayerPart part{GeometryKind::Line, {}, {}};
        if (!vertices(part.vertices))
            return false;
        if (part.vertices.size() >= 2)
            m_parts.push_back(std::move(part));
        return true;
    }

    bool polygon()
    {
        std::uint32_t rings = 0;
        if (!read(rings))
            return false;
        LayerPart part{GeometryKind::Polygon, {}, {}};
        for (std::uint32_t i = 0; i < rings; ++i) {
            std::vector<QPointF> ring;
            if (!vertices(ring))
                return false;
            if (i == 0)
                part.vertices = std::move(ring);
            else if (ring.size() >= 4)
                part.holes.push_back(std::move(ring));
        }
        if (!part.vertices.empty())
            m_parts.push_back(std::move(part));
        return true;
    }

    std::span<const std::byte> m_bytes;
    double m_nearest;
    std::vector<LayerPart>& m_parts;
    std::size_t m_at = 0;
    std::size_t m_skip = 0;
    bool m_swap = false;
};

} // namespace

bool readLayerGeometry(std::span<const std::byte> blob, double nearest, std::vector<LayerPart>& parts)
{
    return Parser(blob, nearest, parts).parse();
}

} // namespace hk::map
