#pragma once

#include "chart/chart.h"
#include "paper/part.h"

#include <functional>

namespace hk::report {

/// A chart on a page, painted by the code that paints it in the window.
class ChartPart : public paper::Part {
public:
    using LayOut = std::function<chart::ChartPtr(const QRectF& area, const chart::Style& style)>;
    using Height = std::function<double(const chart::Style& style)>; ///< millimetres
    ChartPart(LayOut layOut, Height height);
    double height(double width, double room, const paper::Lettering& letters) const override;
    void paint(paper::Canvas& canvas, const QRectF& rect) const override;
    QString altText() const override;

private:
    LayOut m_layOut;
    Height m_height;
};

/// `height`: millimetres at factor 1.
paper::PartPtr chartPart(chart::HourBars bars, double height);
paper::PartPtr chartPart(chart::WeekGrid grid, double height);
paper::PartPtr chartPart(chart::MonthSeries series, double height);
/// As high as its rows need.
paper::PartPtr chartPart(chart::BarList list);

} // namespace hk::report
