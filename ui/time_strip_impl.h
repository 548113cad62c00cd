#pragma once

#include "ui/time_strip.h"
#include "ui/time_strip_bins.h"

#include <QElapsedTimer>
#include <QTimer>
#include <deque>

class QPainter;
class QToolButton;

namespace hk::ui {

inline std::int32_t stripDay(const QDate& date)
{
    return static_cast<std::int32_t>(QDate(1970, 1, 1).daysTo(date));
}
inline QDate stripDate(std::int32_t day)
{
    return QDate(1970, 1, 1).addDays(day);
}

/// The state of a TimeStrip and what it does with it; TimeStrip itself turns events into calls of these.
struct TimeStrip::Impl {
    TimeStrip* self = nullptr;
    QToolButton* play = nullptr;
    QTimer timer;

    std::vector<std::int32_t> dates; // sorted
    QDate spanFirst, spanLast;
    QDate from, to;
    StripBins bins;

    enum class Drag { None, From, To, Move, New };
    Drag drag = Drag::None;
    std::int32_t anchor = 0; // New: the edge where the drag began; Move: the day under the hand then
    std::int32_t startLow = 0;
    std::int32_t startHigh = 0;
    bool moved = false;
    QPoint pressed;
    double hoverX = -1.0;

    /// Periods told to listeners a moment ago: coming back late, they are no news.
    struct Told {
        QDate from, to;
        qint64 when = 0; ///< ms
    };
    std::deque<Told> told;
    QElapsedTimer clock;

    explicit Impl(TimeStrip* strip)
        : self(strip)
    {
        clock.start();
    }
    /// Whether a period from outside is an echo of one that was told.
    bool isEcho(const QDate& first, const QDate& end);

    int sideWidth() const;
    QRectF plot() const;
    static QStringList stepNames();

    double x(double day) const;
    double day(double position) const;
    std::int32_t low() const;
    std::int32_t high() const;
    bool whole() const;
    bool empty() const;
    void rebin();
    void choose(std::int32_t first, std::int32_t end);
    void describe();

    /// The period moved by whole bars as far as there is room; months stay months.
    void shift(int steps);
    void dragTo(const QPointF& position);

    Drag grip(const QPointF& position) const;
    void showCursor(const QPointF& position);
    void placeButton();
    void dressButton();

    void paintBars(QPainter& painter, const QRectF& area) const;
    void paintBrush(QPainter& painter, const QRectF& area) const;
    void paintAxis(QPainter& painter, const QRectF& area) const;
    void paintSide(QPainter& painter, const QRectF& area) const;
};

} // namespace hk::ui
