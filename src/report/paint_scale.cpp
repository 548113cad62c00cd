#include "report/page_parts.h"

namespace hk::report {

namespace {

constexpr double barLine = 0.2;

/// Half dark, half light, as on the maps of the survey.
void paintNorthArrow(Canvas& canvas, const QRectF& rect)
{
    const double f = canvas.factor();
    QPainter& painter = canvas.painter();
    const double x = rect.center().x();
    const double top = rect.top() + 3.6 * f;
    const double bottom = rect.bottom();
    const double half = 2.6 * f;
    const QPointF tip(x, top);
    const QPointF notch(x, bottom - 2.2 * f);
    painter.setPen(QPen(QColor::fromRgba(ink::black), barLine, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.setBrush(Qt::white);
    painter.drawPolygon(QPolygonF({tip, {x + half, bottom}, notch}));
    painter.setBrush(QColor::fromRgba(ink::black));
    painter.drawPolygon(QPolygonF({tip, notch, {x - half, bottom}}));
    canvas.text({x, rect.top() + canvas.letters().size(Type::Strong) * 0.8}, Type::Strong, QStringLiteral("N"),
                ink::black, Align::Centre);
}

double barRoom(const PageLayout& layout, const Lettering& letters)
{
    const double f = letters.factor();
    return layout.scale.width() - 14.0 * f - letters.width(Type::Strong, layout.words.scale) - 7.0 * f;
}

} // namespace

ScaleBar scaleBarOf(const MapPage& page, const PageLayout& layout)
{
    return scaleBar(page.scale, barRoom(layout, letteringOf(page.paper)));
}

void paintScale(Canvas& canvas, const MapPage& page, const PageLayout& layout)
{
    const QRectF& rect = layout.scale;
    const double f = canvas.factor();
    const ScaleBar bar = scaleBarOf(page, layout);
    QPainter& painter = canvas.painter();
    // The first number stands over the left end, half of it beyond the bar.
    const double left = rect.left() + 1.0 * f;
    const double numbersAt = rect.top() + canvas.letters().size(Type::Tiny) * 0.8;
    const QRectF all(left, rect.top() + 2.6 * f, bar.length, 1.5 * f);
    const double part = bar.length / bar.divisions;
    for (int i = 0; i < bar.divisions; ++i)
        painter.fillRect(QRectF(left + i * part, all.top(), part, all.height()),
                         i % 2 == 0 ? QColor::fromRgba(ink::black) : QColor(Qt::white));
    canvas.rectangle(all, barLine, ink::black);
    canvas.text({left, numbersAt}, Type::Tiny, number(page, 0, 0), ink::black, Align::Centre);
    canvas.text({left + bar.length, numbersAt}, Type::Tiny, distance(page, bar.metres), ink::black, Align::Centre);
    if (bar.divisions % 2 == 0)
        canvas.text({left + bar.length / 2, numbersAt}, Type::Tiny, distance(page, bar.metres / 2), ink::black,
                    Align::Centre);

    const double room = 11.0 * f;
    canvas.text({rect.right() - room - 2.0 * f, all.bottom()}, Type::Strong, layout.words.scale, ink::black, Align::Right);
    canvas.block(layout.north, ink::grey);
    paintNorthArrow(canvas, QRectF(rect.right() - 9.0 * f, rect.top() - 0.4 * f, 9.0 * f, rect.height()));
}

} // namespace hk::report
