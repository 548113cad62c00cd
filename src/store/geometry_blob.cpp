#include "store/geometry_blob.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

namespace hk::store {

namespace {

constexpr std::uint32_t srsId = 3006;
constexpr std::uint32_t wkbPoint = 1;
constexpr std::uint32_t wkbPolygon = 3;
constexpr std::size_t envelopeDoubles[] = {0, 4, 6, 6, 8};

template <class Integer>
void putInteger(std::byte* out, Integer value)
{
    for (std::size_t i = 0; i < sizeof(Integer); ++i)
        out[i] = static_cast<std::byte>((value >> (8 * i)) & 0xff);
}

void putDouble(std::byte* out, double value)
{
    putInteger(out, std::bit_cast<std::uint64_t>(value));
}

void putHead(std::byte* out, std::uint8_t flags)
{
    out[0] = std::byte{'G'};
    out[1] = std::byte{'P'};
    out[2] = std::byte{0};
    out[3] = std::byte{flags};
    putInteger(out + 4, srsId);
}

/// Reads well-known binary of either byte order; a read past the end makes it fail for good.
class WkbReader {
public:
    explicit WkbReader(std::span<const std::byte> data)
        : m_data(data)
    {}

    bool failed() const { return m_failed; }
    std::size_t left() const { return m_data.size(); }
    void setLittleEndian(bool little) { m_little = little; }

    std::uint8_t byte()
    {
        if (!need(1))
            return 0;
        const auto value = std::to_integer<std::uint8_t>(m_data.front());
        m_data = m_data.subspan(1);
        return value;
    }
    std::uint32_t uint32() { return static_cast<std::uint32_t>(integer(4)); }
    double real() { return std::bit_cast<double>(integer(8)); }
    void fail() { m_failed = true; }

private:
    bool need(std::size_t count)
    {
        if (m_data.size() < count)
            m_failed = true;
        return !m_failed;
    }
    std::uint64_t integer(std::size_t size)
    {
        if (!need(size))
            return 0;
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < size; ++i) {
            const std::size_t shift = 8 * (m_little ? i : size - 1 - i);
            value |= std::to_integer<std::uint64_t>(m_data[i]) << shift;
        }
        m_data = m_data.subspan(size);
        return value;
    }

    std::span<const std::byte> m_data;
    bool m_little = true;
    bool m_failed = false;
};

struct GeometryType {
    std::uint32_t base = 0;
    int extraOrdinates = 0; ///< Z, M
};

GeometryType readType(WkbReader& reader)
{
    reader.setLittleEndian(reader.byte() != 0);
    const std::uint32_t code = reader.uint32();
    const std::uint32_t dimension = code / 1000;
    if (dimension > 3)
        reader.fail();
    return {code % 1000, dimension == 0 ? 0 : (dimension == 3 ? 2 : 1)};
}

Sweref99 readPosition(WkbReader& reader, int extraOrdinates)
{
    const double x = reader.real();
    const double y = reader.real();
    for (int i = 0; i < extraOrdinates; ++i)
        reader.real();
    return {x, y};
}

void include(std::optional<Envelope>& envelope, const Sweref99& position)
{
    if (std::isnan(position.easting) || std::isnan(position.northing))
        return;
    if (!envelope) {
        envelope = Envelope{position.easting, position.easting, position.northing, position.northing};
        return;
    }
    envelope->minX = std::min(envelope->minX, position.easting);
    envelope->maxX = std::max(envelope->maxX, position.easting);
    envelope->minY = std::min(envelope->minY, position.northing);
    envelope->maxY = std::max(envelope->maxY, position.northing);
}

void includePositions(WkbReader& reader, int extraOrdinates, std::optional<Envelope>& envelope)
{
    const std::uint32_t count = reader.uint32();
    for (std::uint32_t i = 0; i < count && !reader.failed(); ++i) {
        const Sweref99 position = readPosition(reader, extraOrdinates);
        if (!reader.failed())
            include(envelope, position);
    }
}

void includeGeometry(WkbReader& reader, std::optional<Envelope>& envelope, int depth)
{
    const GeometryType type = readType(reader);
    if (reader.failed() || depth > 32) {
        reader.fail();
        return;
    }
    switch (type.base) {
    case wkbPoint: {
        const Sweref99 position = readPosition(reader, type.extraOrdinates);
        if (!reader.failed())
            include(envelope, position);
        return;
    }
    case 2: // line string
    case 8: // circular string: the envelope of its points, as GDAL's for a segment index
        includePositions(reader, type.extraOrdinates, envelope);
        return;
    case wkbPolygon: {
        const std::uint32_t rings = reader.uint32();
        for (std::uint32_t i = 0; i < rings && !reader.failed(); ++i)
            includePositions(reader, type.extraOrdinates, envelope);
        return;
    }
    default: { // collections of every kind
        const std::uint32_t parts = reader.uint32();
        for (std::uint32_t i = 0; i < parts && !reader.failed(); ++i)
            includeGeometry(reader, envelope, depth + 1);
        return;
    }
    }
}

struct Head {
    bool valid = false;
    bool empty = false;
    std::optional<Envelope> envelope;
    std::span<const std::byte> body;
};

Head readHead(std::span<const std::byte> blob)
{
    Head head;
    if (blob.size() < 8 || blob[0] != std::byte{'G'} || blob[1] != std::byte{'P'})
        return head;
    const auto flags = std::to_integer<unsigned>(blob[3]);
    const unsigned indicator = (flags >> 1) & 7u;
    if (indicator > 4)
        return head;
    const std::size_t headSize = 8 + 8 * envelopeDoubles[indicator];
    if (blob.size() < headSize)
        return head;
    head.valid = true;
    head.empty = (flags & 0x10u) != 0;
    if (indicator != 0) {
        WkbReader reader(blob.subspan(8));
        reader.setLittleEndian((flags & 1u) != 0);
        Envelope envelope;
        envelope.minX = reader.real();
        envelope.maxX = reader.real();
        envelope.minY = reader.real();
        envelope.maxY = reader.real();
        if (!std::isnan(envelope.minX))
            head.envelope = envelope;
    }
    head.body = blob.subspan(headSize);
    return head;
}

} // namespace

PointBlob encodePoint(const Sweref99& position)
{
    PointBlob blob;
    putHead(blob.data(), 0x01);
    blob[8] = std::byte{1};
    putInteger(blob.data() + 9, wkbPoint);
    putDouble(blob.data() + 13, position.easting);
    putDouble(blob.data() + 21, position.northing);
    return blob;
}

std::vector<std::byte> encodePolygon(const SwerefRing& ring)
{
    constexpr std::size_t headSize = 8 + 4 * 8;
    std::vector<std::byte> blob(headSize + 5 + 4 + 4 + 16 * (ring.size() + 1));
    putHead(blob.data(), 0x03);
    std::optional<Envelope> envelope;
    for (const Sweref99& vertex : ring)
        include(envelope, vertex);
    const Envelope box = envelope.value_or(Envelope{});
    putDouble(blob.data() + 8, box.minX);
    putDouble(blob.data() + 16, box.maxX);
    putDouble(blob.data() + 24, box.minY);
    putDouble(blob.data() + 32, box.maxY);
    std::byte* out = blob.data() + headSize;
    out[0] = std::byte{1};
    putInteger(out + 1, wkbPolygon);
    putInteger(out + 5, std::uint32_t{1});
    putInteger(out + 9, static_cast<std::uint32_t>(ring.size() + 1));
    out += 13;
    for (std::size_t i = 0; i <= ring.size(); ++i, out += 16) {
        const Sweref99& vertex = ring[i % ring.size()];
        putDouble(out, vertex.easting);
        putDouble(out + 8, vertex.northing);
    }
    return blob;
}

std::optional<Sweref99> decodePoint(std::span<const std::byte> blob)
{
    const Head head = readHead(blob);
    if (!head.valid || head.empty)
        return std::nullopt;
    WkbReader reader(head.body);
    const GeometryType type = readType(reader);
    const Sweref99 position = readPosition(reader, type.extraOrdinates);
    if (reader.failed() || type.base != wkbPoint || !std::isfinite(position.easting) ||
        !std::isfinite(position.northing))
        return std::nullopt;
    return position;
}

std::optional<SwerefRing> decodePolygon(std::span<const std::byte> blob)
{
    const Head head = readHead(blob);
    if (!head.valid || head.empty)
        return std::nullopt;
    WkbReader reader(head.body);
    const GeometryType type = readType(reader);
    const std::uint32_t rings = reader.uint32();
    const std::uint32_t count = reader.uint32();
    if (reader.failed() || type.base != wkbPolygon || rings == 0 || count < 4 || count > reader.left() / 16)
        return std::nullopt;
    SwerefRing ring;
    ring.reserve(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        ring.push_back(readPosition(reader, type.extraOrdinates));
        if (!std::isfinite(ring.back().easting) || !std::isfinite(ring.back().northing))
            return std::nullopt;
    }
    if (reader.failed())
        return std::nullopt;
    if (ring.front() == ring.back())
        ring.pop_back();
    return ring;
}

GeometryExtent extentOf(std::span<const std::byte> blob)
{
    const Head head = readHead(blob);
    if (!head.valid)
        return {};
    if (head.empty)
        return {true, std::nullopt};
    // One that another program got wrong is not to be kept in the index.
    if (head.envelope && head.envelope->minX <= head.envelope->maxX && head.envelope->minY <= head.envelope->maxY)
        return {true, head.envelope};
    WkbReader reader(head.body);
    std::optional<Envelope> envelope;
    includeGeometry(reader, envelope, 0);
    if (reader.failed())
        return {};
    return {true, envelope};
}

} // namespace hk::store
