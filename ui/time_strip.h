#pragma once

#include <QDate>
#include <QWidget>
#include <memory>
#include <vector>

namespace hk::ui {

/// Histogram by day, week or month with a brush that chooses the period while the hand moves. Drag a handle
/// to change one end, the middle to move the period, elsewhere to choose a new one; a click chooses one bar,
/// a double click the whole time. Keyboard: left and right move the period by one bar, with Shift they move
/// its end, with Ctrl its beginning; Home and End go to the first and last bars; Space plays; Esc chooses the
/// whole time.
class TimeStrip : public QWidget {
    Q_OBJECT
public:
    explicit TimeStrip(QWidget* parent = nullptr);
    ~TimeStrip() override;

    /// Local dates (days since 1970-01-01) of all incidents that pass the filter but for the period, any
    /// order.
    void setDates(std::vector<std::int32_t> dates);
    /// The axis covers at least these days (both included), so that it stays put when the filter changes;
    /// null: only what the dates need.
    void setSpan(const QDate& first, const QDate& last);
    /// Chosen period, half-open; null dates: open end. Emits nothing. While the brush is dragged the hand
    /// wins, and a period that was just told by periodChanged and comes back late changes nothing.
    void setPeriod(const QDate& from, const QDate& to);
    QDate from() const;
    QDate to() const;

    bool isPlaying() const;
    /// Moves the period along at a steady rate until the last bar; of the whole time, a window of an eighth
    /// of it.
    void setPlaying(bool playing);
    /// One step of the playing.
    void advance();

    /// Where the bars are drawn, widget coordinates.
    QRectF plotRect() const;
    /// Where a day begins on the axis, widget coordinates.
    double xOf(const QDate& date) const;
    /// Words for the bar at a widget x, such as "Week 10, 4–10 March 2024: 12 incidents"; empty without bars.
    QString textAt(double x) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void periodChanged(const QDate& from, const QDate& to); ///< also while dragging
    void playingChanged(bool playing);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace hk::ui
