#pragma once

#include <QColor>
#include <algorithm>
#include <array>
#include <cmath>

/// How colours look to eyes of every kind, and in grey print (their lightness L*).
namespace hk::test {

/// Linear sRGB, 0 to 1.
struct Linear {
    double r, g, b;
};
struct Lab {
    double l, a, b;
};

inline double toLinear(double c)
{
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

inline Linear linearOf(const QColor& colour)
{
    return {toLinear(colour.redF()), toLinear(colour.greenF()), toLinear(colour.blueF())};
}

/// CIE 1976 L*a*b* of linear sRGB, D65.
inline Lab labOf(const Linear& c)
{
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    const double x = f((0.4124564 * c.r + 0.3575761 * c.g + 0.1804375 * c.b) / 0.95047);
    const double y = f(0.2126729 * c.r + 0.7151522 * c.g + 0.0721750 * c.b);
    const double z = f((0.0193339 * c.r + 0.1191920 * c.g + 0.9503041 * c.b) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

/// CIE 1976 colour difference.
inline double distance(const Lab& p, const Lab& q)
{
    return std::sqrt((p.l - q.l) * (p.l - q.l) + (p.a - q.a) * (p.a - q.a) + (p.b - q.b) * (p.b - q.b));
}

// Machado, Oliveira & Fernandes 2009, severity 1.0, on linear sRGB.
using Matrix = std::array<std::array<double, 3>, 3>;
inline constexpr Matrix protanopia = {
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
inline constexpr Matrix deuteranopia = {
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
inline constexpr Matrix tritanopia = {
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};

/// A colour as who has a deficiency sees it.
inline Linear seen(const Matrix& m, const Linear& c)
{
    const auto row = [&](int i) {
        const auto& r = m[static_cast<std::size_t>(i)];
        return std::clamp(r[0] * c.r + r[1] * c.g + r[2] * c.b, 0.0, 1.0);
    };
    return {row(0), row(1), row(2)};
}

inline Linear over(const QColor& colour, const Linear& ground)
{
    // Blended as a screen does: in sRGB values.
    const auto encode = [](double c) {
        return c <= 0.0031308 ? 12.92 * c : 1.055 * std::pow(c, 1 / 2.4) - 0.055;
    };
    const double a = colour.alphaF();
    return {toLinear(colour.redF() * a + encode(ground.r) * (1 - a)),
            toLinear(colour.greenF() * a + encode(ground.g) * (1 - a)),
            toLinear(colour.blueF() * a + encode(ground.b) * (1 - a))};
}

} // namespace hk::test
