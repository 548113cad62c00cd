#pragma once

#include "chart/look.h"

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

using chart::mixed;

} // namespace hk::ui
