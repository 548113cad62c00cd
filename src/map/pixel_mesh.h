#pragma once

#include "map/bilinear_mesh.h"
#include "map/viewport.h"

#include <QImage>
#include <QSize>
#include <QtGlobal>
#include <atomic>
#include <algorithm>
#include <stop_token>
#include <system_error>
#include <thread>
#include <vector>

namespace hk::map {

/// Pixels between exact nodes: bilinear between them is well under 0.1 m off.
inline constexpr double meshPixels = 32.0;

/// SWEREF 99 TM from an origin of the pixels of an image of a viewport, exact at the mesh's nodes.
BilinearMesh pixelMesh(const QPointF& origin, const MapViewport& viewport, const QSize& size);

/// Premultiplied ARGB of that size, in the memory of `used` where it fits and is nobody else's. Its pixels are anything.
QImage imageFor(const QSize& size, QImage used);

/// Calls work(row) for all rows, on several threads where there are many pixels; none after a stop.
template <class Work>
void forRows(int rows, qint64 pixels, const std::stop_token& stop, Work work)
{
    constexpr qint64 worthAThread = 250'000;
    const auto most = static_cast<qint64>(std::clamp(std::thread::hardware_concurrency(), 1U, 4U));
    std::atomic<int> next{0};
    const auto run = [&] {
        for (int row = next++; row < rows && !stop.stop_requested(); row = next++)
            work(row);
    };
    std::vector<std::jthread> helpers;
    try {
        for (qint64 i = 1; i < std::min(most, pixels / worthAThread); ++i)
            helpers.emplace_back(run);
    } catch (const std::system_error&) {
        // No more threads to be had: those there are do all of it.
    }
    run();
}

} // namespace hk::map
