#include "map/picture_scaling.h"

#include "map/fast_clones.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>
#include <vector>

namespace hk::map {

namespace {

constexpr quint32 opaque = 0xff000000U;
constexpr quint32 redBlue = 0x00ff00ffU;
constexpr quint32 halves = 0x00800080U;

/// Two of four channels at a time: a product of 8 and 9 bits has room for the one beside it.
HK_INLINE quint32 between(quint32 first, quint32 second, quint32 weight)
{
    const quint32 other = 256 - weight;
    const quint32 rb = ((first & redBlue) * other + (second & redBlue) * weight + halves) >> 8 & redBlue;
    const quint32 g = ((first >> 8 & redBlue) * other + (second >> 8 & redBlue) * weight + halves) & ~redBlue;
    return opaque | rb | g;
}

HK_FAST_CLONES void alongRow(const quint32* from, const int* at, const quint32* weight, int count, quint32* __restrict out)
{
    for (int i = 0; i < count; ++i)
        out[i] = between(from[at[i]], from[at[i] + 1], weight[i]);
}

HK_FAST_CLONES void betweenRows(const quint32* first, const quint32* second, quint32 weight, int count, quint32* __restrict out)
{
    for (int i = 0; i < count; ++i)
        out[i] = between(first[i], second[i], weight);
}

HK_FAST_CLONES void pick(const quint32* from, const int* at, int count, quint32* __restrict out)
{
    for (int i = 0; i < count; ++i)
        out[i] = from[at[i]];
}

HK_FAST_CLONES void pickOver(const quint32* from, const int* at, int count, quint32* __restrict out)
{
    // A product with 0–255 divided by 255, two channels at a time: x + x / 256, rounded, divided by 256.
    for (int i = 0; i < count; ++i) {
        const quint32 above = from[at[i]];
        const quint32 through = 255 - (above >> 24);
        quint32 rb = (out[i] & redBlue) * through;
        rb = (rb + (rb >> 8 & redBlue) + halves) >> 8 & redBlue;
        quint32 g = (out[i] >> 8 & redBlue) * through;
        g = (g + (g >> 8 & redBlue) + halves) & ~redBlue;
        out[i] = opaque | (above + (rb | g));
    }
}

/// Where the pixels of a row or column come from: the pixel `at` and, by `weight` 256ths, the next.
struct Axis {
    std::vector<int> at;
    std::vector<quint32> weight;

    Axis(int first, int last, double target, double targetSize, double part, double partSize, int size, bool smooth)
    {
        const double step = partSize / targetSize;
        at.reserve(static_cast<std::size_t>(last - first + 1));
        weight.reserve(at.capacity());
        for (int i = first; i <= last; ++i) {
            const double place = part + (i - target + 0.5) * step;
            if (!smooth) {
                at.push_back(std::clamp(static_cast<int>(std::floor(place)), 0, size - 1));
                weight.push_back(0);
                continue;
            }
            const double middle = std::clamp(place - 0.5, 0.0, size - 1.0);
            const int index = std::min(static_cast<int>(middle), std::max(0, size - 2)); // there is a next one
            at.push_back(index);
            weight.push_back(static_cast<quint32>(std::lround((middle - index) * 256)));
        }
    }
    /// Pixel for pixel: runs of memory.
    bool isPlain() const
    {
        for (std::size_t i = 0; i < at.size(); ++i)
            if (at[i] != at[0] + static_cast<int>(i) || weight[i] != 0)
                return false;
        return true;
    }
};

/// The rows of a picture stretched along, as they are needed; two are kept.
class StretchedRows {
public:
    StretchedRows(const QImage& source, const Axis& along) : m_source(source), m_along(along)
    {
        for (Row& row : m_rows)
            row.pixels.resize(along.at.size());
    }
    const quint32* at(int y)
    {
        for (const Row& row : m_rows)
            if (row.y == y)
                return row.pixels.data();
        std::swap(m_rows[0], m_rows[1]);
        Row& row = m_rows[1];
        row.y = y;
        alongRow(reinterpret_cast<const quint32*>(m_source.constScanLine(y)), m_along.at.data(), m_along.weight.data(),
                 static_cast<int>(m_along.at.size()), row.pixels.data());
        return row.pixels.data();
    }

private:
    struct Row {
        int y = -1;
        std::vector<quint32> pixels;
    };
    const QImage& m_source;
    const Axis& m_along;
    Row m_rows[2]; ///< the older first
};

} // namespace

void drawScaled(QImage& onto, const QRect& clip, const QRect& target, const QImage& source, const QRectF& part, bool smooth)
{
    const QRect drawn = clip & target & onto.rect();
    if (drawn.isEmpty() || source.isNull() || part.isEmpty())
        return;
    const bool copied = part.size() == QSizeF(target.size()) && part.topLeft() == QPointF(part.topLeft().toPoint());
    const bool lerped = smooth && !copied && source.width() > 1 && source.height() > 1;
    const Axis along(drawn.left(), drawn.right(), target.left(), target.width(), part.left(), part.width(), source.width(), lerped);
    const Axis down(drawn.top(), drawn.bottom(), target.top(), target.height(), part.top(), part.height(), source.height(), lerped);
    const auto count = along.at.size();
    const bool plain = along.isPlain();
    StretchedRows rows(source, along);
    const quint32* above = nullptr;
    for (std::size_t i = 0; i < down.at.size(); ++i) {
        const int y = down.at[i];
        auto* out = reinterpret_cast<quint32*>(onto.scanLine(drawn.top() + static_cast<int>(i))) + drawn.left();
        const auto* from = reinterpret_cast<const quint32*>(source.constScanLine(y));
        if (lerped) {
            const quint32* upper = rows.at(y);
            betweenRows(upper, rows.at(y + 1), down.weight[i], static_cast<int>(count), out);
        } else if (plain) {
            std::memcpy(out, from + along.at[0], count * sizeof(quint32));
        } else if (above != nullptr && y == down.at[i - 1]) {
            std::memcpy(out, above, count * sizeof(quint32));
        } else {
            pick(from, along.at.data(), static_cast<int>(count), out);
        }
        above = out;
    }
}

void layScaledOver(QImage& onto, const QRectF& target, const QImage& source)
{
    const QRect drawn = target.toAlignedRect() & onto.rect();
    if (drawn.isEmpty() || source.isNull() || target.isEmpty())
        return;
    const Axis along(drawn.left(), drawn.right(), target.left(), target.width(), 0, source.width(), source.width(), false);
    const Axis down(drawn.top(), drawn.bottom(), target.top(), target.height(), 0, source.height(), source.height(), false);
    for (std::size_t i = 0; i < down.at.size(); ++i)
        pickOver(reinterpret_cast<const quint32*>(source.constScanLine(down.at[i])), along.at.data(), static_cast<int>(along.at.size()),
                 reinterpret_cast<quint32*>(onto.scanLine(drawn.top() + static_cast<int>(i))) + drawn.left());
}

} // namespace hk::map
