#include "ui/time_strip.h"

#include "text/sentences.h"
#include "ui/time_strip_bins.h"

#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QTimer>
#include <QToolButton>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace hk::ui {

namespace {

constexpr qint64 julianDayOfEpoch = 2440588; // 1970-01-01
constexpr double smallestBar = 4.0;
constexpr std::int32_t fewestDays = 14; // an axis of one day would be one broad bar
constexpr double handleReach = 6.0;
constexpr int playInterval = 250;      // ms between the steps of the playing
constexpr int playSteps = 120;         // at most so many from end to end: half a minute

QDate dateOf(std::int32_t day) { return QDate::fromJulianDay(julianDayOfEpoch + day); }
std::int32_t dayOf(const QDate& date) { return static_cast<std::int32_t>(date.toJulianDay() - julianDayOfEpoch); }

enum class Drag { None, From, To, Move, New };

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

struct TimeStrip::Impl {
    TimeStrip* self = nullptr;
    QToolButton* play = nullptr;
    QTimer timer;

    std::vector<std::int32_t> dates; // sorted
    QDate spanFirst, spanLast;
    QDate from, to;
    StripBins bins;

    Drag drag = Drag::None;
    std::int32_t anchor = 0;  // New: the edge where the drag began; Move: the day under the hand then
    std::int32_t startLow = 0;
    std::int32_t startHigh = 0;
    bool moved = false;
    QPoint pressed;
    double hoverX = -1.0;

    explicit Impl(TimeStrip* strip) : self(strip) {}

    int sideWidth() const
    {
        const QFontMetrics metrics(captionFont(self->font()));
        int widest = 0;
        for (const QString& name : stepNames())
            widest = std::max(widest, metrics.horizontalAdvance(name));
        return std::max({play->sizeHint().width(), widest, metrics.horizontalAdvance(QStringLiteral("100 000"))}) + 16;
    }
    QRectF plot() const
    {
        const QFontMetrics metrics(captionFont(self->font()));
        const double left = sideWidth();
        const double top = metrics.height() + 2;
        return QRectF(left, top, std::max(8.0, self->width() - left - 12.0),
                      std::max(4.0, self->height() - top - metrics.height() - 6.0));
    }
    static QStringList stepNames()
    {
        return {TimeStrip::tr("days"), TimeStrip::tr("weeks"), TimeStrip::tr("months"), TimeStrip::tr("years")};
    }

    double x(double day) const
    {
        const QRectF area = plot();
        const double days = std::max(1, bins.end() - bins.first());
        return area.left() + (day - bins.first()) / days * area.width();
    }
    double day(double position) const
    {
        const QRectF area = plot();
        return bins.first() + (position - area.left()) / area.width() * (bins.end() - bins.first());
    }
    std::int32_t low() const { return from.isNull() ? bins.first() : std::clamp(dayOf(from), bins.first(), bins.end()); }
    std::int32_t high() const { return to.isNull() ? bins.end() : std::clamp(dayOf(to), low(), bins.end()); }
    bool whole() const { return low() <= bins.first() && high() >= bins.end(); }
    bool empty() const { return bins.counts.empty(); }

    void rebin()
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
                include(dayOf(date));
        if (to.isValid())
            include(dayOf(to) - 1);
        if (last < first)
            return;
        if (last - first + 1 < fewestDays) {
            first -= (fewestDays - (last - first + 1)) / 2;
            last = first + fewestDays - 1;
        }
        bins = binDates(dates, first, last, stripStepFor(last - first + 1, plot().width(), smallestBar));
    }

    void choose(std::int32_t first, std::int32_t end)
    {
        const QDate newFrom = first <= bins.first() ? QDate() : dateOf(first);
        const QDate newTo = end >= bins.end() ? QDate() : dateOf(end);
        if (newFrom == from && newTo == to)
            return;
        from = newFrom;
        to = newTo;
        describe();
        self->update();
        Q_EMIT self->periodChanged(from, to);
    }

    void describe()
    {
        self->setAccessibleDescription(
            tr("Chosen period: %1. Left and right move it, with Shift they move its end, Escape chooses the whole time.")
                .arg(text::period(from, to)));
        QAccessibleEvent changed(self, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&changed);
    }

    /// The period moved by whole bars as far as there is room; months stay months.
    void shift(int steps)
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
        std::int32_t begin = std::clamp(stripStepMove(low(), bins.step, steps), bins.first(), bins.end() - length);
        choose(begin, begin + length);
    }

    void dragTo(const QPointF& position)
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

    Drag grip(const QPointF& position) const
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

    void showCursor(const QPointF& position)
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

    void placeButton()
    {
        const QSize size = play->sizeHint();
        const QRectF area = plot();
        play->setGeometry(QRect(QPoint((sideWidth() - 8 - size.width()) / 2,
                                       static_cast<int>(area.center().y()) - size.height() / 2),
                                size));
    }
    void dressButton()
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

    void paintBars(QPainter& painter, const QRectF& area) const;
    void paintBrush(QPainter& painter, const QRectF& area) const;
    void paintAxis(QPainter& painter, const QRectF& area) const;
    void paintSide(QPainter& painter, const QRectF& area) const;
};

void TimeStrip::Impl::paintBars(QPainter& painter, const QRectF& area) const
{
    const QPalette palette = self->palette();
    const QColor chosen = palette.color(self->isEnabled() ? QPalette::Highlight : QPalette::Mid);
    const QColor other = mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.28);
    const int hovered = hoverX < 0 || drag != Drag::None ? -1 : bins.at(static_cast<std::int32_t>(std::floor(day(hoverX))));
    painter.setPen(Qt::NoPen);
    for (std::size_t i = 0; i < bins.counts.size(); ++i) {
        if (bins.counts[i] == 0)
            continue;
        const double left = x(bins.edges[i]);
        const double right = x(bins.edges[i + 1]);
        const double gap = right - left >= 3.0 ? 1.0 : 0.0;
        const double height = std::max(1.5, area.height() * bins.counts[i] / std::max(1u, bins.maximum));
        const double middle = 0.5 * (bins.edges[i] + bins.edges[i + 1]);
        const bool inside = middle >= low() && middle < high();
        QColor colour = inside ? chosen : other;
        if (static_cast<int>(i) == hovered)
            colour = mixed(colour, palette.color(QPalette::Text), 0.25);
        painter.setBrush(colour);
        painter.drawRect(QRectF(left, area.bottom() - height, std::max(1.0, right - left - gap), height));
    }
}

void TimeStrip::Impl::paintBrush(QPainter& painter, const QRectF& area) const
{
    const QPalette palette = self->palette();
    const double left = x(low());
    const double right = x(high());
    const QColor accent = palette.color(QPalette::Highlight);
    if (!whole()) {
        QColor tint = accent;
        tint.setAlphaF(0.14f);
        painter.fillRect(QRectF(left, area.top(), right - left, area.height()), tint);
    }
    for (const double position : {left, right}) {
        painter.setPen(QPen(accent, 1.5));
        painter.drawLine(QPointF(position, area.top()), QPointF(position, area.bottom()));
        const double height = std::min(area.height() * 0.5, 20.0);
        painter.setPen(QPen(palette.color(QPalette::Base), 1.0));
        painter.setBrush(accent);
        painter.drawRoundedRect(QRectF(position - 3.5, area.center().y() - height / 2, 7.0, height), 3.0, 3.0);
    }
    if (whole())
        return;
    painter.setFont(captionFont(self->font()));
    const QString words = text::period(from, to);
    const double width = QFontMetricsF(painter.font()).horizontalAdvance(words) + 2;
    const double start = std::clamp((left + right - width) / 2, area.left(), std::max(area.left(), area.right() - width));
    painter.setPen(palette.color(QPalette::WindowText));
    painter.drawText(QRectF(start, 0, width, area.top() - 1), Qt::AlignCenter, words);
}

void TimeStrip::Impl::paintAxis(QPainter& painter, const QRectF& area) const
{
    const QPalette palette = self->palette();
    const QColor line = mixed(palette.color(QPalette::Window), palette.color(QPalette::WindowText), 0.35);
    const QColor words = mixed(palette.color(QPalette::Window), palette.color(QPalette::WindowText), 0.75);
    painter.setPen(QPen(line, 1.0));
    painter.drawLine(QPointF(area.left(), area.bottom() + 0.5), QPointF(area.right(), area.bottom() + 0.5));
    painter.setFont(captionFont(self->font()));
    const QFontMetricsF metrics(painter.font());
    const QLocale locale;
    const double perDay = area.width() / std::max(1, bins.end() - bins.first());
    const double room = metrics.horizontalAdvance(QStringLiteral("sept")) * 1.6;
    double free = area.left() - 1.0;
    for (const StripTick& tick : stripTicks(bins.first(), bins.end(), perDay, room, locale)) {
        const double position = x(tick.date);
        painter.setPen(QPen(line, 1.0));
        painter.drawLine(QPointF(position, area.bottom() + 1), QPointF(position, area.bottom() + (tick.year ? 6 : 4)));
        QFont font = captionFont(self->font());
        font.setBold(tick.year);
        painter.setFont(font);
        const double width = QFontMetricsF(font).horizontalAdvance(tick.label) + 2;
        const double start = position + 3;
        if (start < free || start + width > self->width())
            continue;
        painter.setPen(words);
        painter.drawText(QRectF(start, area.bottom() + 3, width, metrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         tick.label);
        free = start + width + 4;
    }
}

void TimeStrip::Impl::paintSide(QPainter& painter, const QRectF& area) const
{
    const QPalette palette = self->palette();
    painter.setFont(captionFont(self->font()));
    painter.setPen(mixed(palette.color(QPalette::Window), palette.color(QPalette::WindowText), 0.75));
    const double right = area.left() - 8;
    painter.drawText(QRectF(0, area.bottom() + 3, right, QFontMetricsF(painter.font()).height()),
                     Qt::AlignRight | Qt::AlignVCenter, stepNames()[static_cast<int>(bins.step)]);
    painter.drawText(QRectF(0, 0, right, area.top()), Qt::AlignRight | Qt::AlignVCenter,
                     QLocale().toString(bins.maximum));
    painter.setPen(QPen(mixed(palette.color(QPalette::Window), palette.color(QPalette::WindowText), 0.18), 1.0));
    painter.drawLine(QPointF(area.left(), area.top() + 0.5), QPointF(area.right(), area.top() + 0.5));
}

TimeStrip::TimeStrip(QWidget* parent) : QWidget(parent), m_impl(std::make_unique<Impl>(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setAccessibleName(tr("Time strip"));
    m_impl->play = new QToolButton(this);
    m_impl->play->setAutoRaise(true);
    m_impl->play->setFocusPolicy(Qt::TabFocus);
    m_impl->timer.setInterval(playInterval);
    connect(m_impl->play, &QToolButton::clicked, this, [this] { setPlaying(!isPlaying()); });
    connect(&m_impl->timer, &QTimer::timeout, this, &TimeStrip::advance);
    m_impl->dressButton();
    m_impl->describe();
}

TimeStrip::~TimeStrip() = default;

void TimeStrip::setDates(std::vector<std::int32_t> dates)
{
    std::sort(dates.begin(), dates.end());
    m_impl->dates = std::move(dates);
    m_impl->rebin();
    m_impl->dressButton();
    update();
}

void TimeStrip::setSpan(const QDate& first, const QDate& last)
{
    m_impl->spanFirst = first;
    m_impl->spanLast = last;
    m_impl->rebin();
    m_impl->dressButton();
    update();
}

void TimeStrip::setPeriod(const QDate& from, const QDate& to)
{
    if (from == m_impl->from && to == m_impl->to)
        return;
    setPlaying(false);
    m_impl->from = from;
    m_impl->to = to;
    if (m_impl->drag == Drag::None)
        m_impl->rebin();
    m_impl->describe();
    update();
}

QDate TimeStrip::from() const { return m_impl->from; }
QDate TimeStrip::to() const { return m_impl->to; }
bool TimeStrip::isPlaying() const { return m_impl->timer.isActive(); }

void TimeStrip::setPlaying(bool playing)
{
    Impl& d = *m_impl;
    if (playing == d.timer.isActive() || (playing && d.empty()))
        return;
    if (playing) {
        d.timer.start();
        const int count = static_cast<int>(d.bins.counts.size());
        if (d.whole()) {
            d.choose(d.bins.first(), d.bins.edges[static_cast<std::size_t>(std::max(1, count / 8))]);
        } else if (d.high() >= d.bins.end()) {
            d.shift(-count);
        }
    } else {
        d.timer.stop();
    }
    d.dressButton();
    Q_EMIT playingChanged(playing);
}

void TimeStrip::advance()
{
    Impl& d = *m_impl;
    d.shift(std::max(1, static_cast<int>(d.bins.counts.size()) / playSteps));
    if (d.empty() || d.high() >= d.bins.end())
        setPlaying(false);
}

QRectF TimeStrip::plotRect() const { return m_impl->plot(); }
double TimeStrip::xOf(const QDate& date) const { return m_impl->x(dayOf(date)); }

QString TimeStrip::textAt(double position) const
{
    const Impl& d = *m_impl;
    if (d.empty() || position < d.plot().left() || position > d.plot().right())
        return {};
    const auto bin = static_cast<std::size_t>(d.bins.at(static_cast<std::int32_t>(std::floor(d.day(position)))));
    const QDate first = dateOf(d.bins.edges[bin]);
    const QDate last = dateOf(d.bins.edges[bin + 1] - 1);
    const QLocale locale;
    const QString count = text::incidents(d.bins.counts[bin]);
    switch (d.bins.step) {
    case StripStep::Day:
        return tr("%1 %2: %3", "weekday, date, number of incidents")
            .arg(locale.dayName(first.dayOfWeek()), locale.toString(first, QStringLiteral("d MMMM yyyy")), count);
    case StripStep::Week:
        return tr("Week %1, %2 – %3: %4", "number of the week, first date, last date, number of incidents")
            .arg(QString::number(first.weekNumber()), locale.toString(first, QStringLiteral("d MMMM")),
                 locale.toString(last, QStringLiteral("d MMMM yyyy")), count);
    case StripStep::Month:
        return tr("%1: %2", "month or year, number of incidents")
            .arg(locale.toString(first, QStringLiteral("MMMM yyyy")), count);
    case StripStep::Year:
        return tr("%1: %2", "month or year, number of incidents").arg(QString::number(first.year()), count);
    }
    return {};
}

QSize TimeStrip::sizeHint() const
{
    const int line = QFontMetrics(captionFont(font())).height();
    return {640, 2 * line + 8 + std::max(48, 3 * line)};
}

QSize TimeStrip::minimumSizeHint() const
{
    const int line = QFontMetrics(captionFont(font())).height();
    return {m_impl->sideWidth() + 160, 2 * line + 8 + std::max(24, 2 * line)};
}

bool TimeStrip::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString words = textAt(help->pos().x());
        if (words.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), words, this);
        return true;
    }
    return QWidget::event(event);
}

void TimeStrip::changeEvent(QEvent* event)
{
    switch (event->type()) {
    case QEvent::LanguageChange:
        setAccessibleName(tr("Time strip"));
        m_impl->describe();
        [[fallthrough]];
    case QEvent::FontChange:
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
        m_impl->rebin();
        m_impl->dressButton();
        m_impl->placeButton();
        updateGeometry();
        update();
        break;
    default:
        break;
    }
    QWidget::changeEvent(event);
}

void TimeStrip::resizeEvent(QResizeEvent*)
{
    m_impl->rebin();
    m_impl->placeButton();
}

void TimeStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = m_impl->plot();
    painter.fillRect(area, palette().color(QPalette::Base));
    if (m_impl->empty()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(area, Qt::AlignCenter, tr("No incidents to show over time"));
    } else {
        m_impl->paintSide(painter, area);
        m_impl->paintBars(painter, area);
        m_impl->paintAxis(painter, area);
        m_impl->paintBrush(painter, area);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2.0));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 3, 3);
    }
}

void TimeStrip::mousePressEvent(QMouseEvent* event)
{
    Impl& d = *m_impl;
    const Drag kind = event->button() == Qt::LeftButton ? d.grip(event->position()) : Drag::None;
    if (kind == Drag::None) {
        event->ignore();
        return;
    }
    setPlaying(false);
    d.drag = kind;
    d.moved = false;
    d.pressed = event->pos();
    d.startLow = d.low();
    d.startHigh = d.high();
    const double at = d.day(event->position().x());
    d.anchor = kind == Drag::New ? d.bins.nearestEdge(at) : static_cast<std::int32_t>(std::lround(at));
    d.showCursor(event->position());
}

void TimeStrip::mouseMoveEvent(QMouseEvent* event)
{
    Impl& d = *m_impl;
    d.hoverX = d.plot().contains(event->position()) ? event->position().x() : -1.0;
    if (d.drag != Drag::None) {
        d.moved = d.moved || (event->pos() - d.pressed).manhattanLength() >= 3;
        if (d.moved)
            d.dragTo(event->position());
    }
    d.showCursor(event->position());
    update();
}

void TimeStrip::mouseReleaseEvent(QMouseEvent* event)
{
    Impl& d = *m_impl;
    if (event->button() != Qt::LeftButton || d.drag == Drag::None)
        return;
    if (!d.moved && d.drag == Drag::New) {
        const auto bin = static_cast<std::size_t>(d.bins.at(static_cast<std::int32_t>(std::floor(d.day(event->position().x())))));
        d.choose(d.bins.edges[bin], d.bins.edges[bin + 1]);
    }
    d.drag = Drag::None;
    d.showCursor(event->position());
    update();
}

void TimeStrip::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && !m_impl->empty())
        m_impl->choose(m_impl->bins.first(), m_impl->bins.end());
}

void TimeStrip::leaveEvent(QEvent*)
{
    m_impl->hoverX = -1.0;
    update();
}

void TimeStrip::keyPressEvent(QKeyEvent* event)
{
    Impl& d = *m_impl;
    if (d.empty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const auto edge = [&](int bin) {
        return d.bins.edges[static_cast<std::size_t>(std::clamp(bin, 0, static_cast<int>(d.bins.counts.size())))];
    };
    const int firstBin = d.bins.at(d.low());
    const int endBin = d.bins.at(d.high() - 1) + 1;
    const int by = event->key() == Qt::Key_Left ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        setPlaying(false);
        if (event->modifiers() & Qt::ShiftModifier)
            d.choose(d.low(), edge(std::max(endBin + by, firstBin + 1)));
        else if (event->modifiers() & Qt::ControlModifier)
            d.choose(edge(std::min(firstBin + by, endBin - 1)), d.high());
        else
            d.shift(by);
        break;
    case Qt::Key_Home:
        d.shift(-static_cast<int>(d.bins.counts.size()));
        break;
    case Qt::Key_End:
        d.shift(static_cast<int>(d.bins.counts.size()));
        break;
    case Qt::Key_Space:
        setPlaying(!isPlaying());
        break;
    case Qt::Key_Escape:
        if (d.whole()) {
            QWidget::keyPressEvent(event);
            return;
        }
        setPlaying(false);
        d.choose(d.bins.first(), d.bins.end());
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
}

} // namespace hk::ui
