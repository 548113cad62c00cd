#pragma once

#include "analysis/time_profile.h"
#include "core/incident_filter.h"

#include <QWidget>
#include <memory>

namespace hk::ui {

/// 24 × 7 grid: shows when incidents fall and chooses hours by dragging over cells (Ctrl adds, a weekday or
/// an hour label takes its row or column, the corner takes all); keyboard: arrows move, Shift+arrows extend,
/// Space takes or drops the hour, Esc clears.
class WeekHourGrid : public QWidget {
    Q_OBJECT
public:
    explicit WeekHourGrid(QWidget* parent = nullptr);
    ~WeekHourGrid() override;

    void setProfile(const analysis::WeekProfile& profile);
    /// None set: all; all set is the same. Emits nothing.
    void setHours(const WeekHours& hours);
    WeekHours hours() const;

    /// Where an hour is drawn, widget coordinates; weekday 0 = Monday.
    QRectF cellRect(int weekday, int hour) const;
    QRectF weekdayLabelRect(int weekday) const;
    QRectF hourLabelRect(int hour) const;
    /// "Friday 20–21: 12 incidents".
    QString cellText(int weekday, int hour) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void hoursChanged(const hk::WeekHours& hours); ///< also while dragging

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace hk::ui
