#pragma once

#include "map/ground.h"
#include "map/style.h"

#include <QImage>
#include <QRgb>

namespace hk::map {

/// One colour in a tone, its opacity kept; the same for pictures and for styles, so that screen and paper agree.
/// Grey: the luminance (Rec. 709 weights on the values as they stand), lightened, so that a coloured heatmap is the only
/// colour. Dark: lightness turned round with hue and chroma kept, on a dark grey instead of black.
QRgb toned(QRgb colour, Tone tone);
QColor toned(const QColor& colour, Tone tone);

/// Every pixel of a picture (premultiplied ARGB or RGB32) in the tone; another format is converted first.
void applyTone(QImage& image, Tone tone);

/// The style in a tone. A style that is dark already stays so in Tone::Dark, and in Tone::Grey loses its hues without being
/// lightened. Opacity below 1: every colour is mixed with `ground`, or, where that is not valid, made see-through.
std::shared_ptr<const MapStyle> toned(const std::shared_ptr<const MapStyle>& style, Tone tone, double opacity,
                                      const QColor& ground);

} // namespace hk::map
