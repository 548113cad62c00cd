#pragma once

#include "methods/method_result.h"
#include "ui/charts/chart_view.h"

namespace hk::ui {

/// The chart of a result's bars, as on paper.
class ResultBarsView : public ChartView {
    Q_OBJECT
public:
    explicit ResultBarsView(methods::ResultBars bars, QWidget* parent = nullptr);
    const methods::ResultBars& bars() const { return m_bars; }

private:
    methods::ResultBars m_bars;
};

} // namespace hk::ui
