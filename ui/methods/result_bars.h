#pragma once

#include "methods/method_result.h"

#include <QWidget>

namespace hk::ui {

/// Bars one below another with their words to the left and their numbers to the right; a mark across a bar is what it is
/// held against. Readable in grey.
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
    int rowHeight() const;
    int headHeight() const;
    QString numberOf(double value) const;

    methods::ResultBars m_bars;
};

} // namespace hk::ui
