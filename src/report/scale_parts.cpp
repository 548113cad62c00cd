#include "report/scale_parts.h"

#include "paper/canvas.h"
#include "report/page_words.h"
#include "report/translated.h"

namespace hk::report {

namespace {

using paper::Align;
using paper::Canvas;
using paper::Lettering;
using paper::Type;
namespace ink = paper::ink;

constexpr double blockHeight = 16.4; // millimetres at factor 1
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

/// A number between the ends, in the unit of the whole bar.
QString bareNumber(const MapPage& page, double metres, double whole)
{
    return page.locale.toString(whole >= 1000.0 ? metres / 1000.0 : metres, 'g', 6);
}

} // namespace

ScaleBarPart::ScaleBarPart(MapPagePtr page)
    : m_page(std::move(page))
{}

double ScaleBarPart::height(double, double room, const Lettering& letters) const
{
    const double needed = blockHeight * letters.factor();
    return needed > room ? 0.0 : needed;
}

ScaleBar ScaleBarPart::bar(double width, double factor) const
{
    // Half a number beyond each end.
    return scaleBar(m_page->scale, width - 9.0 * factor);
}

QString ScaleBarPart::altText() const
{
    return scaleWords(*m_page);
}

void ScaleBarPart::paint(Canvas& canvas, const QRectF& rect) const
{
    const MapPage& page = *m_page;
    const double f = canvas.factor();
    const ScaleBar bar = this->bar(rect.width(), f);
    QPainter& painter = canvas.painter();
    // The first number stands over the left end, half of it beyond the bar.
    const double left = rect.left() + 1.0 * f;
    canvas.text({rect.left(), rect.top() + canvas.letters().size(Type::Heading) * 0.8}, Type::Heading,
                scaleWords(page));
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
    const Lettering& letters = canvas.letters();
    const QRectF words(rect.left(), rect.bottom() - letters.linesHeight(Type::Tiny, 2), rect.width(), 0);
    canvas.block({words, Type::Tiny,
                  {letters.elided(Type::Tiny, crsWords(), rect.width()), letters.elided(Type::Tiny, northWords(page), rect.width())}},
                 ink::grey);
}

double NorthArrowPart::height(double, double room, const Lettering& letters) const
{
    const double needed = blockHeight * letters.factor();
    return needed > room ? 0.0 : needed;
}

void NorthArrowPart::paint(Canvas& canvas, const QRectF& rect) const
{
    paintNorthArrow(canvas, rect.translated(0, -0.4 * canvas.factor()));
}

QString NorthArrowPart::altText() const
{
    return Tr::tr("North is up.");
}

} // namespace hk::report
