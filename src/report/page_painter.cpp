#include "report/method_page.h"
#include "report/page_parts.h"

namespace hk::report {

void paintHead(Canvas& canvas, const PageLayout& layout)
{
    canvas.block(layout.title);
    canvas.block(layout.subtitle, ink::grey);
    for (const Mark& mark : layout.marks) {
        if (mark.filled)
            canvas.painter().fillRect(mark.rect, QColor::fromRgba(ink::black));
        else
            canvas.rectangle(mark.rect.adjusted(0.15, 0.15, -0.15, -0.15), 0.3, ink::black);
        canvas.text({mark.rect.center().x(), mark.rect.center().y() + canvas.middleOf(Type::Mark)},
                    Type::Mark, mark.text, mark.filled ? 0xffffffff : ink::black, Align::Centre);
    }
}

void paintFooter(Canvas& canvas, const PageLayout& layout)
{
    const QRectF& rect = layout.footer;
    const PageWords& words = layout.words;
    const Lettering& letters = canvas.letters();
    const double gap = 4.0 * canvas.factor();
    const double first = rect.top() + letters.ascent(Type::Tiny);
    const double second = first + letters.lineHeight(Type::Tiny);

    const double program = letters.width(Type::Tiny, words.program);
    canvas.text({rect.right(), second}, Type::Tiny, words.program, ink::grey, Align::Right);
    canvas.text({rect.left(), second}, Type::Tiny,
                letters.elided(Type::Tiny, words.attribution, rect.width() - program - gap), ink::grey);
    const double printed = letters.width(Type::Tiny, words.printed);
    canvas.text({rect.right(), first}, Type::Tiny, words.printed, ink::grey, Align::Right);
    canvas.text({rect.left(), first}, Type::Tiny,
                letters.elided(Type::Tiny, words.source, rect.width() - printed - gap), ink::grey);
}

int sheetCount(const MapPage& page)
{
    return hasMethodPage(page) ? 2 : 1;
}

namespace {

void paintMapSheet(Canvas& canvas, const MapPage& page)
{
    const PageLayout layout = layOut(page);
    paintMap(canvas, page, layout);
    paintGrid(canvas, page, layout);
    paintHead(canvas, layout);
    paintHeatmapLegend(canvas, page, layout);
    paintSymbolLegend(canvas, page, layout);
    paintStudyLegend(canvas, page, layout);
    paintLayerLegend(canvas, page, layout);
    paintHotspotTable(canvas, page, layout);
    paintMethodWords(canvas, page, layout);
    canvas.block(layout.codes, ink::grey);
    canvas.block(layout.hotspotsNote, ink::grey);
    canvas.block(layout.remarks);
    paintScale(canvas, page, layout);
    paintFooter(canvas, layout);
}

} // namespace

void paintPage(QPainter& painter, const MapPage& page, double unitsPerMillimetre, int sheet)
{
    const Lettering letters = letteringOf(page.paper);
    painter.save();
    painter.scale(unitsPerMillimetre, unitsPerMillimetre);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.fillRect(QRectF(QPointF(), paperSize(page.paper, page.orientation)), Qt::white);
    Canvas canvas(painter, letters);
    if (sheet == 0)
        paintMapSheet(canvas, page);
    else if (hasMethodPage(page))
        paintMethodPage(canvas, page);
    painter.restore();
}

} // namespace hk::report
