#include "ui/time_strip_impl.h"

#include "text/sentences.h"
#include "ui/caption.h"

#include <QAccessible>
#include <QFontMetrics>
#include <QIcon>
#include <QPainter>
#include <QPixmap>
#include <QToolButton>
#include <algorithm>
#include <cmath>

namespace hk::ui {

namespace {

constexpr double smallestBar = 4.0;
constexpr std::int32_t fewestDays = 14; // an axis of one day would be one broad bar
constexpr double handleReach = 6.0;
constexpr qint64 echoTime = 1000; // ms in which a told period may come back

QIcon playIcon(bool playing, const QColor& colour, int extent)
{
    QPixmap pixmap(extent * 2, extent * 2);
    pixmap.setDevicePixelRatio(2.0);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    const double e = extent;
    if (playing) {
        painter.drawRect(QRectF(0.22 * e, 0.18 * e, 0.18 * e, 0.64 * e));
        painter.drawRect(QRectF(0.60 * e, 0.18 * e, 0.18 * e, 0.64 * e));
    } else {
        painter.drawPolygon(QPolygonF{{0.26 * e, 0.14 * e}, {0.84 * e, 0.50 * e}, {0.26 * e, 0.86 * e}});
    }
    painter.end();
    return QIcon(pixmap);
}

} // namespace

int TimeStrip::Impl::sideWidth() const
{
    const QFontMetrics metrics(captionFont(self->font()));
    int widest = 0;
    for (const QString& name : stepNames())
        widest = std::max(widest, metrics.horizontalAdvance(name));
    return std::max(
               {play->sizeHint().width(), widest, metrics.horizontalAdvance(QStringLiteral("100 000"))}) +
           16;
}

QRectF TimeStrip::Impl::plot() const
{
    const QFontMetrics metrics(captionFont(self->font()));
    const double left = sideWidth();
    const double top = metrics.height() + 6;
    return QRectF(left, top, std::max(8.0, self->width() - left - 12.0),
                  std::max(4.0, self->height() - top - metrics.height() - 6.0));
}

QStringList TimeStrip::Impl::stepNames()
{
    return {TimeStrip::tr("days"), TimeStrip::tr("weeks"), TimeStrip::tr("months"), TimeStrip::tr("years")};
}

double TimeStrip::Impl::x(double day) const
{
    const QRectF area = plot();
    const double days = std::max(1, bins.end() - bins.first());
    return area.left() + (day - bins.first()) / days * area.width();
}

double TimeStrip::Impl::day(double position) const
{
    const QRectF area = plot();
    return bins.first() + (position - area.left()) / area.width() * (bins.end() - bins.first());
}

std::int32_t TimeStrip::Impl::low() const
{
    return from.isNull() ? bins.first() : std::clamp(stripDay(from), bins.first(), bins.end());
}

std::int32_t TimeStrip::Impl::high() const
{
    return to.isNull() ? bins.end() : std::clamp(stripDay(to), low(), bins.end());
}

bool TimeStrip::Impl::whole() const
{
    return low() <= bins.first() && high() >= bins.end();
}

bool TimeStrip::Impl::empty() const
{
    return bins.counts.empty();
}

void TimeStrip::Impl::rebin()
{
    bins = {};
    std::int32_t first = 0;
    std::int32_t last = -1;
    const auto include = [&](std::int32_t date) {
        const bool none = last < first;
        first = none ? date : std::min(first, date);
        last = none ? date : std::max(last, date);
    };
    if (!dates.empty()) {
        include(dates.front());
        include(dates.back());
    }
    for (const QDate& date : {spanFirst, spanLast, from})
        if (date.isValid())
            include(stripDay(date));
    if (to.isValid())
        include(stripDay(to) - 1);
    if (last < first)
        return;
    if (last - first + 1 < fewestDays) {
        first -= (fewestDays - (last - first + 1)) / 2;
        last = first + fewestDays - 1;
    }
    bins = binDates(dates, first, last, stripStepFor(last - first + 1, plot().width(), smallestBar));
}

void TimeStrip::Impl::choose(std::int32_t first, std::int32_t end)
{
    const QDate newFrom = first <= bins.first() ? QDate() : stripDate(first);
    const QDate newTo = end >= bins.end() ? QDate() : stripDate(end);
    if (newFrom == from && newTo == to)
        return;
    from = newFrom;
    to = newTo;
    describe();
    self->update();
    told.push_back({from, to, clock.elapsed()});
    Q_EMIT self->periodChanged(from, to);
}

bool TimeStrip::Impl::isEcho(const QDate& first, const QDate& end)
{
    while (!told.empty() && clock.elapsed() - told.front().when > echoTime)
        told.pop_front();
    const auto same = std::find_if(told.begin(), told.end(),
                                   [&](const Told& one) { return one.from == first && one.to == end; });
    if (same == told.end())
        return false;
    told.erase(told.begin(), same); // what was told before it will not come any more
    return true;
}

void TimeStrip::Impl::describe()
{
    self->setAccessibleDescription(TimeStrip::tr("Chosen period: %1. Left and right move it, with Shift they "
                                                 "move its end, Escape chooses the whole time.")
                                       .arg(text::period(from, to)));
    QAccessibleEvent changed(self, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void TimeStrip::Impl::shift(int steps)
{
    if (whole() || steps == 0)
        return;
    const int firstBin = bins.at(low());
    const int lastBin = bins.at(high() - 1);
    const int count = static_cast<int>(bins.counts.size());
    const int by = std::clamp(steps, -firstBin, count - 1 - lastBin);
    const auto edge = [&](int bin) { return bins.edges[static_cast<std::size_t>(bin)]; };
    const bool aligned = edge(firstBin) == low() && edge(lastBin + 1) == high();
    if (aligned) {
        choose(edge(firstBin + by), edge(lastBin + 1 + by));
        return;
    }
    const std::int32_t length = high() - low();
    std::int32_t begin =
        std::clamp(stripStepMove(low(), bins.step, steps), bins.first(), bins.end() - length);
    choose(begin, begin + length);
}

void TimeStrip::Impl::dragTo(const QPointF& position)
{
    const double at = day(position.x());
    const std::int32_t edge = bins.nearestEdge(at);
    switch (drag) {
    case Drag::From:
        choose(std::min(edge, bins.edges[static_cast<std::size_t>(bins.at(startHigh - 1))]), startHigh);
        break;
    case Drag::To:
        choose(startLow, std::max(edge, bins.edges[static_cast<std::size_t>(bins.at(startLow)) + 1]));
        break;
    case Drag::Move: {
        const double wanted = startLow + (at - anchor);
        const int steps = bins.at(bins.nearestEdge(wanted)) - bins.at(low());
        shift(steps);
        break;
    }
    case Drag::New:
        if (edge == anchor) {
            const int bin = bins.at(static_cast<std::int32_t>(std::floor(at)));
            choose(bins.edges[static_cast<std::size_t>(bin)], bins.edges[static_cast<std::size_t>(bin) + 1]);
        } else {
            choose(std::min(edge, anchor), std::max(edge, anchor));
        }
        break;
    case Drag::None:
        break;
    }
}

TimeStrip::Impl::Drag TimeStrip::Impl::grip(const QPointF& position) const
{
    if (empty() || position.x() < plot().left() - handleReach)
        return Drag::None;
    const double toLow = std::abs(position.x() - x(low()));
    const double toHigh = std::abs(position.x() - x(high()));
    if (std::min(toLow, toHigh) <= handleReach)
        return toLow < toHigh || (toLow == toHigh && position.x() < x(low())) ? Drag::From : Drag::To;
    if (!whole() && position.x() > x(low()) && position.x() < x(high()))
        return Drag::Move;
    return Drag::New;
}

void TimeStrip::Impl::showCursor(const QPointF& position)
{
    switch (drag != Drag::None ? drag : grip(position)) {
    case Drag::From:
    case Drag::To:
        self->setCursor(Qt::SizeHorCursor);
        break;
    case Drag::Move:
        self->setCursor(drag == Drag::Move ? Qt::ClosedHandCursor : Qt::OpenHandCursor);
        break;
    case Drag::New:
    case Drag::None:
        self->unsetCursor();
        break;
    }
}

void TimeStrip::Impl::placeButton()
{
    const QSize size = play->sizeHint();
    const QRectF area = plot();
    play->setGeometry(QRect(
        QPoint((sideWidth() - 8 - size.width()) / 2, static_cast<int>(area.center().y()) - size.height() / 2),
        size));
}

void TimeStrip::Impl::dressButton()
{
    const bool playing = timer.isActive();
    const int extent = QFontMetrics(self->font()).height();
    play->setIconSize({extent, extent});
    play->setIcon(playIcon(playing, self->palette().color(QPalette::ButtonText), extent));
    const QString name = playing ? TimeStrip::tr("Pause") : TimeStrip::tr("Play the period along the time");
    play->setToolTip(name);
    play->setAccessibleName(name);
    play->setEnabled(!empty());
}

} // namespace hk::ui
