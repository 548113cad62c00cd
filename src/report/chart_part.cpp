#include "report/chart_part.h"

#include "paper/canvas.h"

namespace hk::report {

namespace {

chart::Style styleOf(const paper::Lettering& letters)
{
    chart::Style style;
    style.font = letters.font(paper::Type::Small);
    style.fontUnits = paper::Lettering::unitsPerMillimetre;
    style.look = chart::Look::paper();
    return style;
}

template <typename Chart>
paper::PartPtr fixed(Chart chart, double height)
{
    // The letters of a style tell its factor: their size on A4 is known.
    return std::make_shared<ChartPart>(
        [chart](const QRectF& area, const chart::Style& style) { return chart::laidOut(chart, area, style); },
        [height](const chart::Style& style) {
            return height * style.font.pixelSize() /
                   paper::Lettering(1.0).font(paper::Type::Small).pixelSize();
        });
}

} // namespace

ChartPart::ChartPart(LayOut layOut, Height height)
    : m_layOut(std::move(layOut))
    , m_height(std::move(height))
{}

double ChartPart::height(double, double room, const paper::Lettering& letters) const
{
    const double needed = m_height(styleOf(letters));
    return needed > room ? 0.0 : needed;
}

void ChartPart::paint(paper::Canvas& canvas, const QRectF& rect) const
{
    m_layOut(rect, styleOf(canvas.letters()))->paint(canvas.painter());
}

QString ChartPart::altText() const
{
    return m_layOut({0, 0, 100, 60}, styleOf(paper::Lettering(1.0)))->altText();
}

paper::PartPtr chartPart(chart::HourBars bars, double height)
{
    return fixed(std::move(bars), height);
}

paper::PartPtr chartPart(chart::WeekGrid grid, double height)
{
    return fixed(std::move(grid), height);
}

paper::PartPtr chartPart(chart::MonthSeries series, double height)
{
    return fixed(std::move(series), height);
}

paper::PartPtr chartPart(chart::BarList list)
{
    return std::make_shared<ChartPart>(
        [list](const QRectF& area, const chart::Style& style) { return chart::laidOut(list, area, style); },
        [list](const chart::Style& style) { return chart::heightOf(list, style); });
}

} // namespace hk::report
