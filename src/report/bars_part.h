#pragma once

#include "methods/method_result.h"
#include "paper/part.h"

namespace hk::report {

/// Level bars with their numbers, and a mark on each where there is something to compare with.
class BarsPart : public paper::Part {
public:
    explicit BarsPart(methods::ResultBars bars);
    double height(double width, double room, const paper::Lettering& letters) const override;
    void paint(paper::Canvas& canvas, const QRectF& rect) const override;

private:
    QString numberOf(double value) const;
    methods::ResultBars m_bars;
};

} // namespace hk::report
