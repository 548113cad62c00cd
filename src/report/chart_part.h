#pragma once

#include "chart/chart.h"
#include "methods/method_result.h"
#include "paper/part.h"

namespace hk::report {

/// Bars of a method's result, in their order.
chart::BarList listOf(const methods::ResultBars& bars);

/// A chart on a page.
class ChartPart : public paper::Part {
public:
    /// `height`: millimetres at factor 1; not of a list, which is as high as its rows.
    explicit ChartPart(chart::Data data, double height = 40.0);
    double height(double width, double room, const paper::Lettering& letters) const override;
    void paint(paper::Canvas& canvas, const QRectF& rect) const override;
    QString altText() const override;

private:
    chart::ChartPtr drawn(const QRectF& rect, const paper::Lettering& letters) const;

    chart::Data m_data;
    double m_height;
};

} // namespace hk::report
