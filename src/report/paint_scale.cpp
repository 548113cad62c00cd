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
    canvas.text({x, rect.top() + canvas.letters().size(Type::Strong) * 0.8}, Type::Strong,
                QStringLiteral("N"), ink::black, Align::Centre);
}

double barRoom(const PageLayout& layout, const Lettering& letters)
{
    // Beside the arrow, and half a number beyond each end.
    return layout.scale.width() - 20.0 * letters.factor();
}

/// A number between the ends, in the unit of the whole bar.
QString bareNumber(const MapPage& page, double metres, double whole)
{
    return page.locale.toString(whole >= 1000.0 ? metres / 1000.0 : metres, 'g', 6);
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
    canvas.text({rect.left(), rect.top() + canvas.letters().size(Type::Heading) * 0.8}, Type::Heading,
                layout.words.scale);
    const double numbersAt = rect.top() + 6.4 * f;
    const QRectF all(left, numbersAt + 0.8 * f, bar.length, 1.5 * f);
    const double part = bar.length / bar.divisions;
    for (int i = 0; i < bar.divisions; ++i)
        painter.fillRect(QRectF(left + i * part, all.top(), part, all.height()),
                         i % 2 == 0 ? QColor::fromRgba(ink::black) : QColor(Qt::white));
    canvas.rectangle(all, barLine, ink::black);
    canvas.text({left, numbersAt}, Type::Tiny, number(page, 0, 0), ink::black, Align::Centre);
    for (int i = 1; i <= bar.divisions; ++i) {
        const bool last = i == bar.divisions;
        const double at = left + i * part;
        if (last || (part >= 9.0 * f || (bar.divisions == 4 && i == 2)))
            canvas.text({at, numbersAt}, Type::Tiny,
                        last ? distance(page, bar.metres)
                             : bareNumber(page, bar.metres * i / bar.divisions, bar.metres),
                        ink::black, Align::Centre);
    }
    canvas.block(layout.north, ink::grey);
    paintNorthArrow(canvas, QRectF(rect.right() - 9.0 * f, rect.top() - 0.4 * f, 9.0 * f, rect.height()));
}

} // namespace hk::report
