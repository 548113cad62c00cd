#include "map/tone.h"

#include <algorithm>

namespace hk::map {

namespace {

// Of the way from black to white that is kept in grey: black letters become a readable dark grey.
constexpr int greyPart = 154; // of 256
constexpr int darkest = 22;   // what white becomes in the dark
constexpr int darkPart = 208; // of 256, of the way from there to white

struct Rgb {
    int r;
    int g;
    int b;
};

int luminance(const Rgb& c)
{
    return (c.r * 54 + c.g * 183 + c.b * 19) >> 8;
}

Rgb greyOf(const Rgb& c)
{
    const int light = 255 - (((255 - luminance(c)) * greyPart) >> 8);
    return {light, light, light};
}

/// HSL lightness L becomes 1 − L with hue and saturation kept: the same number is added to all three.
Rgb darkOf(const Rgb& c)
{
    const int shift = 255 - std::max({c.r, c.g, c.b}) - std::min({c.r, c.g, c.b});
    const auto raised = [shift](int v) { return darkest + (((v + shift) * darkPart) >> 8); };
    return {raised(c.r), raised(c.g), raised(c.b)};
}

Rgb change(const Rgb& c, Tone tone)
{
    switch (tone) {
    case Tone::Colour:
        return c;
    case Tone::Grey:
        return greyOf(c);
    case Tone::Dark:
        return darkOf(c);
    }
    return c;
}

template <class Change>
void eachPixel(QImage& image, Change changed)
{
    for (int y = 0; y < image.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const QRgb pixel = line[x];
            const int alpha = qAlpha(pixel);
            if (alpha == 255) {
                const Rgb c = changed(Rgb{qRed(pixel), qGreen(pixel), qBlue(pixel)});
                line[x] = qRgb(c.r, c.g, c.b);
            } else if (alpha > 0) {
                const QRgb plain = qUnpremultiply(pixel);
                const Rgb c = changed(Rgb{qRed(plain), qGreen(plain), qBlue(plain)});
                line[x] = qPremultiply(qRgba(c.r, c.g, c.b, alpha));
            }
        }
    }
}

QColor mixed(const QColor& colour, double opacity, const QColor& ground)
{
    QColor made = colour;
    if (!ground.isValid()) {
        made.setAlphaF(static_cast<float>(colour.alphaF() * opacity));
        return made;
    }
    const auto part = static_cast<float>(opacity);
    const float rest = 1.0F - part;
    made.setRgbF(colour.redF() * part + ground.redF() * rest, colour.greenF() * part + ground.greenF() * rest,
                 colour.blueF() * part + ground.blueF() * rest, colour.alphaF());
    return made;
}

} // namespace

QRgb toned(QRgb colour, Tone tone)
{
    const Rgb made = change({qRed(colour), qGreen(colour), qBlue(colour)}, tone);
    return qRgba(made.r, made.g, made.b, qAlpha(colour));
}

QColor toned(const QColor& colour, Tone tone)
{
    return QColor::fromRgba(toned(colour.rgba(), tone));
}

void applyTone(QImage& image, Tone tone)
{
    if (tone == Tone::Colour || image.isNull())
        return;
    if (image.format() != QImage::Format_ARGB32_Premultiplied && image.format() != QImage::Format_RGB32)
        image.convertTo(QImage::Format_ARGB32_Premultiplied);
    if (tone == Tone::Grey)
        eachPixel(image, greyOf);
    else
        eachPixel(image, darkOf);
}

std::shared_ptr<const MapStyle> toned(const std::shared_ptr<const MapStyle>& style, Tone tone, double opacity,
                                      const QColor& ground)
{
    const bool stays = tone == Tone::Colour || (tone == Tone::Dark && style && style->isDark());
    if (!style || (stays && opacity >= 1.0))
        return style;
    const bool greyOnDark = tone == Tone::Grey && style->isDark();
    return style->recoloured(
        [&](const QColor& colour) {
            QColor made = colour;
            if (greyOnDark) {
                const int light = luminance({colour.red(), colour.green(), colour.blue()});
                made.setRgb(light, light, light, colour.alpha());
            } else if (!stays) {
                made = toned(colour, tone);
            }
            return opacity < 1.0 ? mixed(made, std::clamp(opacity, 0.0, 1.0), ground) : made;
        },
        style->isDark() || tone == Tone::Dark);
}

} // namespace hk::map
