#include "report/chart_part.h"

#include "paper/canvas.h"

#include <cmath>

namespace hk::report {

namespace {

chart::Style styleOf(const paper::Lettering& letters)
{
    return {letters.font(paper::Type::Small), paper::Lettering::unitsPerMillimetre, chart::Look::paper()};
}

} // namespace

chart::BarList listOf(const methods::ResultBars& bars)
{
    chart::BarList list;
    list.heading = {bars.title, bars.unit};
    list.referenceName = bars.referenceName;
    list.sorted = false;
    for (std::size_t i = 0; i < bars.values.size(); ++i) {
        chart::BarList::Bar bar{bars.labels.value(static_cast<qsizetype>(i)), bars.values[i], {}};
        if (i < bars.reference.size() && std::isfinite(bars.reference[i]))
            bar.reference = bars.reference[i];
        list.bars.push_back(bar);
    }
    return list;
}

ChartPart::ChartPart(chart::Data data, double height)
    : m_data(std::move(data))
    , m_height(height)
{}

chart::ChartPtr ChartPart::drawn(const QRectF& rect, const paper::Lettering& letters) const
{
    return chart::laidOutAny(m_data, rect, styleOf(letters));
}

double ChartPart::height(double width, double room, const paper::Lettering& letters) const
{
    const auto* list = std::get_if<chart::BarList>(&m_data);
    if (list != nullptr && list->bars.empty())
        return 0.0;
    const double needed = list != nullptr ? chart::heightOf(*list, styleOf(letters), width) : m_height * letters.factor();
    return needed > room ? 0.0 : needed;
}

void ChartPart::paint(paper::Canvas& canvas, const QRectF& rect) const
{
    drawn(rect, canvas.letters())->paint(canvas.painter());
}

QString ChartPart::altText() const
{
    return drawn(QRectF(0, 0, 100, 100), paper::Lettering(1.0))->altText();
}

} // namespace hk::report
