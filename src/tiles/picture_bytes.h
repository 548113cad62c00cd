#pragma once

#include <QByteArray>
#include <QImage>
#include <optional>

namespace hk::tiles {

/// A picture as a server or a file of tiles gives it: PNG, JPEG, GIF, WebP, whatever its name says. Nothing where the bytes are
/// no such picture, or one of more than 4096 × 4096 pixels. Premultiplied ARGB. Any thread.
std::optional<QImage> pictureOf(const QByteArray& bytes);

} // namespace hk::tiles
