#include "map/symbols.h"

#include "map/overlay_painter.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
#include <cmath>

namespace hk::map {

namespace {

constexpr QRgb outlineColour = 0xff22262b;
constexpr QRgb selectionColour = 0xff1f6fd6;

QPainterPath polygon(int corners, double radius, double firstAngle, const QPointF& shift = {})
{
    QPainterPath path;
    for (int i = 0; i < corners; ++i) {
        const double angle = firstAngle + 2 * M_PI * i / corners;
        const QPointF p = QPointF(std::sin(angle), -std::cos(angle)) * radius + shift;
        i == 0 ? path.moveTo(p) : path.lineTo(p);
    }
    path.closeSubpath();
    return path;
}

QPainterPath cross(double radius)
{
    const double a = radius * 0.44;
    const double b = radius * 0.92;
    QPainterPath path;
    path.addPolygon(QPolygonF({{-a, -b}, {a, -b}, {a, -a}, {b, -a}, {b, a}, {a, a}, {a, b}, {-a, b}, {-a, a}, {-b, a},
                               {-b, -a}, {-a, -a}}));
    path.closeSubpath();
    return path;
}

} // namespace

// The set of Okabe & Ito (2008) with a lighter blue and a grey; told apart with protanopia, deuteranopia, tritanopia.
QColor groupColour(CategoryGroup group)
{
    switch (group) {
    case CategoryGroup::Narcotics:
        return {0xcc, 0x79, 0xa7};
    case CategoryGroup::Damage:
        return {0xe6, 0x9f, 0x00};
    case CategoryGroup::Gathering:
        return {0x56, 0xb4, 0xe9};
    case CategoryGroup::Disorder:
        return {0xf0, 0xe4, 0x42};
    case CategoryGroup::Violence:
        return {0xd5, 0x5e, 0x00};
    case CategoryGroup::Theft:
        return {0x00, 0x72, 0xb2};
    case CategoryGroup::Traffic:
        return {0x00, 0x9e, 0x73};
    case CategoryGroup::Place:
        return {0xc4, 0xc8, 0xcc};
    }
    return Qt::gray;
}

QPainterPath symbolShape(CategoryGroup group, double diameter)
{
    const double r = diameter / 2;
    QPainterPath path;
    switch (group) {
    case CategoryGroup::Narcotics:
        path.addEllipse(QPointF(0, 0), r * 0.94, r * 0.94);
        return path;
    case CategoryGroup::Damage:
        path.addRoundedRect(QRectF(-r * 0.84, -r * 0.84, r * 1.68, r * 1.68), r * 0.14, r * 0.14);
        return path;
    case CategoryGroup::Gathering:
        return polygon(3, r * 1.22, 0, {0, r * 0.26});
    case CategoryGroup::Disorder:
        return polygon(4, r * 1.14, 0);
    case CategoryGroup::Violence:
        return polygon(3, r * 1.22, M_PI, {0, -r * 0.26});
    case CategoryGroup::Theft:
        return polygon(6, r * 1.02, M_PI / 6);
    case CategoryGroup::Traffic:
        return polygon(5, r * 1.06, 0, {0, r * 0.05});
    case CategoryGroup::Place:
        return cross(r * 1.04);
    }
    return path;
}

QFont symbolFont(double pixelSize)
{
    QFont font = QGuiApplication::font();
    font.setFamilies({QStringLiteral("Open Sans"), font.family()});
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(pixelSize))));
    font.setWeight(QFont::DemiBold);
    return font;
}

QPainterPath markShape(const QString& shape, double across)
{
    const double r = across / 2;
    QPainterPath path;
    if (shape == QLatin1String("square"))
        path.addRect(QRectF(-r * 0.88, -r * 0.88, r * 1.76, r * 1.76));
    else if (shape == QLatin1String("triangle"))
        path.addPolygon(QPolygonF{QPointF(0, -r * 1.15), QPointF(r * 1.1, r * 0.8), QPointF(-r * 1.1, r * 0.8)});
    else if (shape == QLatin1String("diamond"))
        path.addPolygon(QPolygonF{QPointF(0, -r * 1.2), QPointF(r * 1.2, 0), QPointF(0, r * 1.2), QPointF(-r * 1.2, 0)});
    else
        path.addEllipse(QPointF(0, 0), r, r);
    path.closeSubpath();
    return path;
}

void drawCentred(QPainter& painter, const QPointF& centre, const QString& text, double pixelSize, const QColor& colour)
{
    // On paper set at a size of whole pixels far above any screen's and scaled: the same on every device. On a screen as
    // it is: the letters are kept by the font.
    const bool raster = isRasterDevice(painter);
    const double drawn = raster ? std::max(1.0, std::round(pixelSize)) : 64.0;
    painter.save();
    painter.translate(centre);
    if (!raster)
        painter.scale(pixelSize / drawn, pixelSize / drawn);
    const QFont font = symbolFont(drawn);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(QPointF(-metrics.horizontalAdvance(text) / 2, metrics.capHeight() / 2), text);
    painter.restore();
}

QColor inkOn(const QColor& ground)
{
    // The better contrast by relative luminance (WCAG 2.1).
    const auto linear = [](float c) { return c <= 0.03928F ? c / 12.92F : std::pow((c + 0.055F) / 1.055F, 2.4F); };
    const float luminance =
        0.2126F * linear(ground.redF()) + 0.7152F * linear(ground.greenF()) + 0.0722F * linear(ground.blueF());
    return luminance > 0.2F ? QColor(0x16, 0x19, 0x1d) : QColor(Qt::white);
}

QColor selectionBlue()
{
    return QColor::fromRgb(selectionColour);
}

void paintSymbol(QPainter& painter, const QPointF& centre, double diameter, const IncidentLayer::CategorySymbol& symbol,
                 bool selected, bool dark)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(centre);
    const double line = diameter * 0.065;
    const QPainterPath shape = symbolShape(symbol.group, diameter * 0.9);
    if (selected) {
        painter.strokePath(shape, QPen(selectionBlue(), line * 9, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.strokePath(shape, QPen(Qt::white, line * 5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    } else {
        QColor rim = dark ? QColor(0xe6, 0xea, 0xee) : QColor(Qt::white);
        rim.setAlphaF(0.75F);
        painter.strokePath(shape, QPen(rim, line * 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    }
    const QColor fill = symbol.planned ? QColor(Qt::white) : groupColour(symbol.group);
    painter.fillPath(shape, fill);
    QPen pen(QColor::fromRgb(outlineColour), line, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    if (symbol.planned) {
        pen.setWidthF(line * 1.4);
        pen.setDashPattern({2.2, 1.4});
    }
    painter.strokePath(shape, pen);

    // Triangles hold their letter where they are wide.
    const bool up = symbol.group == CategoryGroup::Gathering;
    const bool down = symbol.group == CategoryGroup::Violence;
    const QPointF letterAt(0, up ? diameter * 0.13 : down ? -diameter * 0.13 : 0);
    const double size = diameter * (up || down || symbol.group == CategoryGroup::Place ? 0.44 : 0.52);
    drawCentred(painter, letterAt, symbol.letter, size, inkOn(fill));
    painter.restore();
}

} // namespace hk::map
