#pragma once

#include <QColor>
#include <QFont>

/// Small things that widgets painting themselves share.
namespace hk::ui {

/// The caption size of a font: 11 px beside a body of 13, and so at any text size.
inline QFont captionFont(QFont font)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * 0.85);
    else
        font.setPixelSize(qMax(8, font.pixelSize() * 85 / 100));
    return font;
}

/// `share` of the way from one colour to another, opaque.
inline QColor mixed(const QColor& from, const QColor& to, double share)
{
    const auto channel = [share](float a, float b) { return static_cast<float>(a + (b - a) * share); };
    return QColor::fromRgbF(channel(from.redF(), to.redF()), channel(from.greenF(), to.greenF()),
                            channel(from.blueF(), to.blueF()));
}

} // namespace hk::ui
