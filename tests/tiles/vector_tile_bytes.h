#pragma once

#include <QByteArray>
#include <utility>
#include <vector>

namespace hk::test {

/// One feature of a vector tile, written byte by byte as the specification (MVT 2.1) has it. `kind`: 1 point, 2 line, 3 polygon.
struct TileFeature {
    QByteArray layer;
    int kind = 1;
    std::vector<std::pair<int, int>> points; ///< of 4096 to the side, y south; a ring not closed
    std::vector<std::pair<QByteArray, QByteArray>> tags;
};

inline QByteArray varint(quint64 value)
{
    QByteArray bytes;
    for (; value >= 128; value >>= 7)
        bytes += static_cast<char>(0x80 | (value & 0x7F));
    return bytes + static_cast<char>(value);
}
inline QByteArray field(int number, const QByteArray& bytes)
{
    return varint(static_cast<quint64>(number) << 3 | 2) + varint(static_cast<quint64>(bytes.size())) + bytes;
}
inline QByteArray field(int number, quint64 value) { return varint(static_cast<quint64>(number) << 3) + varint(value); }
inline quint64 zigzag(int value) { return static_cast<quint32>((value << 1) ^ (value >> 31)); }

/// Each feature in a layer of its own name; no two of the same layer.
inline QByteArray vectorTile(const std::vector<TileFeature>& features)
{
    QByteArray tile;
    for (const TileFeature& feature : features) {
        QByteArray geometry;
        int x = 0, y = 0;
        for (std::size_t i = 0; i < feature.points.size(); ++i) {
            if (i == 0)
                geometry += varint(1 << 3 | 1); // move to
            if (i == 1)
                geometry += varint((feature.points.size() - 1) << 3 | 2); // line to
            geometry += varint(zigzag(feature.points[i].first - x)) + varint(zigzag(feature.points[i].second - y));
            x = feature.points[i].first;
            y = feature.points[i].second;
        }
        if (feature.kind == 3)
            geometry += varint(1 << 3 | 7); // close
        QByteArray keys, values, numbers;
        for (std::size_t i = 0; i < feature.tags.size(); ++i) {
            keys += field(3, feature.tags[i].first);
            values += field(4, field(1, feature.tags[i].second));
            numbers += varint(i) + varint(i);
        }
        const QByteArray one = field(2, numbers) + field(3, static_cast<quint64>(feature.kind)) + field(4, geometry);
        tile += field(3, field(15, quint64{2}) + field(1, feature.layer) + field(2, one) + keys + values + field(5, quint64{4096}));
    }
    return tile;
}

/// Packed as servers send it.
inline QByteArray gzipped(const QByteArray& bytes)
{
    // qCompress gives length, zlib header, deflated bytes, Adler sum; gzip wants its own head and foot.
    const QByteArray packed = qCompress(bytes).mid(6).chopped(4);
    quint32 crc = 0xFFFFFFFF;
    for (const char byte : bytes) {
        crc ^= static_cast<quint8>(byte);
        for (int i = 0; i < 8; ++i)
            crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
    }
    crc = ~crc;
    const auto number = [](quint32 value) {
        QByteArray four;
        for (int i = 0; i < 4; ++i)
            four += static_cast<char>(value >> (8 * i));
        return four;
    };
    return QByteArray("\x1F\x8B\x08\x00\x00\x00\x00\x00\x00\x03", 10) + packed + number(crc) + number(static_cast<quint32>(bytes.size()));
}

} // namespace hk::test
