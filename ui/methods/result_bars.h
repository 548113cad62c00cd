#pragma once

#include "chart/chart.h"
#include "methods/method_result.h"

#include <QWidget>

namespace hk::ui {

/// The chart of a result's bars, as on paper: a bar under the pointer tells its number in words.
class ResultBarsView : public QWidget {
    Q_OBJECT
public:
    explicit ResultBarsView(methods::ResultBars bars, QWidget* parent = nullptr);
    const methods::ResultBars& bars() const { return m_bars; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    chart::Style style() const;
    chart::ChartPtr drawn() const;

    methods::ResultBars m_bars;
    chart::BarList m_list;
};

} // namespace hk::ui
