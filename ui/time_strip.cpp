#include "ui/time_strip.h"

#include "text/sentences.h"
#include "ui/caption.h"
#include "ui/time_strip_impl.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace hk::ui {

namespace {

constexpr int playInterval = 250; // ms between the steps of the playing
constexpr int playSteps = 120;    // at most so many from end to end: half a minute

} // namespace

TimeStrip::TimeStrip(QWidget* parent)
    : QWidget(parent)
    , m_impl(std::make_unique<Impl>(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
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
    const bool echo = m_impl->isEcho(from, to);
    if ((from == m_impl->from && to == m_impl->to) || echo || m_impl->drag != Impl::Drag::None)
        return;
    setPlaying(false);
    m_impl->from = from;
    m_impl->to = to;
    m_impl->rebin();
    m_impl->describe();
    update();
}

QDate TimeStrip::from() const
{
    return m_impl->from;
}
QDate TimeStrip::to() const
{
    return m_impl->to;
}
bool TimeStrip::isPlaying() const
{
    return m_impl->timer.isActive();
}

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

QRectF TimeStrip::plotRect() const
{
    return m_impl->plot();
}
double TimeStrip::xOf(const QDate& date) const
{
    return m_impl->x(stripDay(date));
}

QString TimeStrip::textAt(double position) const
{
    const Impl& d = *m_impl;
    if (d.empty() || position < d.plot().left() || position > d.plot().right())
        return {};
    const auto bin =
        static_cast<std::size_t>(d.bins.at(static_cast<std::int32_t>(std::floor(d.day(position)))));
    const QDate first = stripDate(d.bins.edges[bin]);
    const QDate last = stripDate(d.bins.edges[bin + 1] - 1);
    const QLocale locale;
    const QString count = text::incidents(d.bins.counts[bin]);
    switch (d.bins.step) {
    case StripStep::Day:
        return tr("%1 %2: %3", "weekday, date, number of incidents")
            .arg(locale.dayName(first.dayOfWeek()), locale.toString(first, QStringLiteral("d MMMM yyyy")),
                 count);
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
    return {640, 2 * line + 12 + std::max(48, 3 * line)};
}

QSize TimeStrip::minimumSizeHint() const
{
    const int line = QFontMetrics(captionFont(font())).height();
    return {m_impl->sideWidth() + 160, 2 * line + 12 + std::max(24, 2 * line)};
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
        painter.setPen(QPen(mixed(palette().color(QPalette::Window), palette().color(QPalette::Highlight), 0.6), 1.0));
        painter.drawRoundedRect(area.adjusted(-0.5, -0.5, 0.5, 0.5), 2, 2);
    }
}

void TimeStrip::mousePressEvent(QMouseEvent* event)
{
    Impl& d = *m_impl;
    const Impl::Drag kind = event->button() == Qt::LeftButton ? d.grip(event->position()) : Impl::Drag::None;
    if (kind == Impl::Drag::None) {
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
    d.anchor = kind == Impl::Drag::New ? d.bins.nearestEdge(at) : static_cast<std::int32_t>(std::lround(at));
    d.showCursor(event->position());
}

void TimeStrip::mouseMoveEvent(QMouseEvent* event)
{
    Impl& d = *m_impl;
    d.hoverX = d.plot().contains(event->position()) ? event->position().x() : -1.0;
    if (d.drag != Impl::Drag::None) {
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
    if (event->button() != Qt::LeftButton || d.drag == Impl::Drag::None)
        return;
    if (!d.moved && d.drag == Impl::Drag::New) {
        const auto bin = static_cast<std::size_t>(
            d.bins.at(static_cast<std::int32_t>(std::floor(d.day(event->position().x())))));
        d.choose(d.bins.edges[bin], d.bins.edges[bin + 1]);
    }
    d.drag = Impl::Drag::None;
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
        return d.bins
            .edges[static_cast<std::size_t>(std::clamp(bin, 0, static_cast<int>(d.bins.counts.size())))];
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
