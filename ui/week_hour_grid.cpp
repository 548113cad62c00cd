#include "ui/week_hour_grid.h"

#include "chart/week_cells.h"
#include "text/sentences.h"
#include "ui/caption.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <optional>

namespace hk::ui {

namespace {

using chart::hourName;
using chart::hoursOfDay;
constexpr int days = chart::daysOfWeek;
constexpr int margin = 3; // to the right of the cells and below them, for the mark of what is chosen

/// A rectangle of cells, corners included, in any order.
struct Block {
    int weekdayA = 0, hourA = 0, weekdayB = 0, hourB = 0;
};

std::size_t bitOf(int weekday, int hour)
{
    return static_cast<std::size_t>(hoursOfDay * weekday + hour);
}

WeekHours hoursOf(const Block& block)
{
    WeekHours hours;
    for (int day = std::min(block.weekdayA, block.weekdayB); day <= std::max(block.weekdayA, block.weekdayB);
         ++day)
        for (int hour = std::min(block.hourA, block.hourB); hour <= std::max(block.hourA, block.hourB);
             ++hour)
            hours.set(bitOf(day, hour));
    return hours;
}

} // namespace

struct WeekHourGrid::Impl {
    WeekHourGrid* self = nullptr;
    analysis::WeekProfile profile;
    double highest = 0.0;
    WeekHours hours;

    enum class Part { None, Cell, Weekday, Hour, Corner };
    struct Spot {
        Part part = Part::None;
        int weekday = 0;
        int hour = 0;
    };
    Part dragging = Part::None;
    Block block;
    WeekHours before; // what Ctrl adds to
    bool clearOnRelease = false;
    int currentWeekday = 0;
    int currentHour = 0;
    std::optional<Block> keyBlock; // being extended with Shift
    std::optional<Spot> hovered;

    explicit Impl(WeekHourGrid* grid)
        : self(grid)
    {}

    chart::Style style() const { return {captionFont(self->font()), 1.0, chart::Look::of(self->palette())}; }
    chart::WeekCells drawn() const { return {QRectF(0, 0, self->width() - margin, self->height() - margin), style(), true}; }
    QRectF cells() const { return drawn().area(); }
    double labelWidth() const { return std::ceil(chart::WeekCells::labelWidth(chart::Letters(style()))); }
    double labelHeight() const { return std::ceil(chart::WeekCells::labelHeight(chart::Letters(style()))); }
    Spot spotAt(const QPointF& position) const
    {
        const QRectF area = cells();
        const int hour =
            std::clamp(static_cast<int>(std::floor((position.x() - area.left()) / area.width() * hoursOfDay)),
                       0, hoursOfDay - 1);
        const int weekday = std::clamp(
            static_cast<int>(std::floor((position.y() - area.top()) / area.height() * days)), 0, days - 1);
        Spot spot{Part::None, weekday, hour};
        const bool besides = position.x() < area.left();
        const bool above = position.y() < area.top();
        if (position.x() > area.right() || position.y() > area.bottom())
            return spot;
        spot.part = besides ? (above ? Part::Corner : Part::Weekday) : (above ? Part::Hour : Part::Cell);
        return spot;
    }

    void choose(WeekHours chosen)
    {
        if (chosen.all())
            chosen.reset();
        if (chosen == hours)
            return;
        hours = chosen;
        self->update();
        Q_EMIT self->hoursChanged(hours);
    }

    void setCurrent(int weekday, int hour)
    {
        currentWeekday = std::clamp(weekday, 0, days - 1);
        currentHour = std::clamp(hour, 0, hoursOfDay - 1);
        describe();
        self->update();
    }

    void describe()
    {
        const bool in = hours.none() || hours.test(bitOf(currentWeekday, currentHour));
        const QString text = self->cellText(currentWeekday, currentHour);
        self->setAccessibleDescription(in ? tr("%1, chosen").arg(text) : tr("%1, not chosen").arg(text));
        QAccessibleEvent changed(self, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&changed);
    }

    /// The day and the hour of what is under the pointer are marked.
    chart::WeekCells::Marks marks() const
    {
        chart::WeekCells::Marks marks;
        marks.chosen = hours;
        if (hovered && hovered->part != Part::Hour)
            marks.weekday = hovered->weekday;
        if (hovered && hovered->part != Part::Weekday)
            marks.hour = hovered->hour;
        return marks;
    }

    void paintChosen(QPainter& painter) const;
};

void WeekHourGrid::Impl::paintChosen(QPainter& painter) const
{
    if (hours.none())
        return;
    const chart::WeekCells shown = drawn();
    QPainterPath outline;
    for (int day = 0; day < days; ++day)
        for (int hour = 0; hour < hoursOfDay; ++hour) {
            if (!hours.test(bitOf(day, hour)))
                continue;
            const QRectF cell = shown.cell(day, hour).translated(-0.5, -0.5);
            const auto edge = [&](int otherDay, int otherHour, const QPointF& a, const QPointF& b) {
                const bool inside =
                    otherDay >= 0 && otherDay < days && otherHour >= 0 && otherHour < hoursOfDay;
                if (inside && hours.test(bitOf(otherDay, otherHour)))
                    return;
                outline.moveTo(a);
                outline.lineTo(b);
            };
            edge(day - 1, hour, cell.topLeft(), cell.topRight());
            edge(day + 1, hour, cell.bottomLeft(), cell.bottomRight());
            edge(day, hour - 1, cell.topLeft(), cell.bottomLeft());
            edge(day, hour + 1, cell.topRight(), cell.bottomRight());
        }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(self->palette().color(QPalette::Window), 4.0, Qt::SolidLine, Qt::SquareCap));
    painter.drawPath(outline);
    painter.setPen(QPen(self->palette().color(QPalette::Highlight), 2.0, Qt::SolidLine, Qt::SquareCap));
    painter.drawPath(outline);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

WeekHourGrid::WeekHourGrid(QWidget* parent)
    : QWidget(parent)
    , m_impl(std::make_unique<Impl>(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setAccessibleName(tr("Hours of the week"));
    m_impl->describe();
}

WeekHourGrid::~WeekHourGrid() = default;

void WeekHourGrid::setProfile(const analysis::WeekProfile& profile)
{
    m_impl->profile = profile;
    m_impl->highest = *std::max_element(profile.weights.begin(), profile.weights.end());
    m_impl->describe();
    update();
}

void WeekHourGrid::setHours(const WeekHours& hours)
{
    const WeekHours wanted = hours.all() ? WeekHours() : hours;
    if (wanted == m_impl->hours)
        return;
    m_impl->hours = wanted;
    m_impl->describe();
    update();
}

WeekHours WeekHourGrid::hours() const
{
    return m_impl->hours;
}

QRectF WeekHourGrid::cellRect(int weekday, int hour) const
{
    return m_impl->drawn().cell(weekday, hour);
}

QRectF WeekHourGrid::weekdayLabelRect(int weekday) const
{
    const QRectF cell = cellRect(weekday, 0);
    return QRectF(0, cell.top(), cell.left(), cell.height());
}

QRectF WeekHourGrid::hourLabelRect(int hour) const
{
    const QRectF cell = cellRect(0, hour);
    return QRectF(cell.left(), 0, cell.width(), cell.top());
}

QString WeekHourGrid::cellText(int weekday, int hour) const
{
    const double weight = m_impl->profile.weights[bitOf(weekday, hour)];
    const double whole = std::round(weight);
    const QString count =
        std::abs(weight - whole) < 0.05
            ? text::incidents(static_cast<qint64>(whole))
            : tr("%1 incidents", "a number with one decimal").arg(QLocale().toString(weight, 'f', 1));
    return tr("%1 %2–%3: %4", "weekday, first hour, hour after, number of incidents")
        .arg(chart::weekdayName(weekday, true), hourName(hour), hourName(hour + 1), count);
}

QSize WeekHourGrid::sizeHint() const
{
    const int line = QFontMetrics(captionFont(font())).height();
    return {static_cast<int>(m_impl->labelWidth()) + margin + hoursOfDay * std::max(9, line * 2 / 3),
            static_cast<int>(m_impl->labelHeight()) + margin + days * (line + 3)};
}

QSize WeekHourGrid::minimumSizeHint() const
{
    const int line = QFontMetrics(captionFont(font())).height();
    return {static_cast<int>(m_impl->labelWidth()) + margin + hoursOfDay * 6,
            static_cast<int>(m_impl->labelHeight()) + margin + days * line};
}

bool WeekHourGrid::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const Impl::Spot spot = m_impl->spotAt(help->pos());
        if (spot.part == Impl::Part::Cell)
            QToolTip::showText(help->globalPos(), cellText(spot.weekday, spot.hour), this,
                               cellRect(spot.weekday, spot.hour).toAlignedRect());
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void WeekHourGrid::changeEvent(QEvent* event)
{
    switch (event->type()) {
    case QEvent::LanguageChange:
        setAccessibleName(tr("Hours of the week"));
        m_impl->describe();
        [[fallthrough]];
    case QEvent::FontChange:
    case QEvent::PaletteChange:
        updateGeometry();
        update();
        break;
    default:
        break;
    }
    QWidget::changeEvent(event);
}

void WeekHourGrid::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const chart::WeekCells cells = m_impl->drawn();
    cells.paintLabels(painter, m_impl->marks());
    cells.paintCells(painter, m_impl->profile.weights, m_impl->highest, m_impl->marks());
    m_impl->paintChosen(painter);
    if (!hasFocus())
        return;
    const QRectF cell = cellRect(m_impl->currentWeekday, m_impl->currentHour).adjusted(0.5, 0.5, -1.5, -1.5);
    painter.setPen(QPen(palette().color(QPalette::Window), 3.0));
    painter.drawRect(cell);
    painter.setPen(QPen(palette().color(QPalette::WindowText), 1.0));
    painter.drawRect(cell);
}

void WeekHourGrid::mousePressEvent(QMouseEvent* event)
{
    Impl& d = *m_impl;
    const Impl::Spot spot = d.spotAt(event->position());
    if (event->button() != Qt::LeftButton || spot.part == Impl::Part::None) {
        event->ignore();
        return;
    }
    if (spot.part == Impl::Part::Corner) {
        d.choose({});
        return;
    }
    const bool extend = event->modifiers() & Qt::ShiftModifier;
    const int fromWeekday = extend ? d.currentWeekday : spot.weekday;
    const int fromHour = extend ? d.currentHour : spot.hour;
    d.dragging = spot.part;
    d.before = event->modifiers() & Qt::ControlModifier ? d.hours : WeekHours();
    switch (spot.part) {
    case Impl::Part::Weekday:
        d.block = {fromWeekday, 0, spot.weekday, hoursOfDay - 1};
        break;
    case Impl::Part::Hour:
        d.block = {0, fromHour, days - 1, spot.hour};
        break;
    default:
        d.block = {fromWeekday, fromHour, spot.weekday, spot.hour};
        break;
    }
    d.keyBlock.reset();
    // Pressing what alone is chosen lets it go again.
    d.clearOnRelease = hoursOf(d.block) == d.hours;
    if (!extend)
        d.setCurrent(spot.weekday, spot.part == Impl::Part::Weekday ? 0 : spot.hour);
    d.choose(d.before | hoursOf(d.block));
}

void WeekHourGrid::mouseMoveEvent(QMouseEvent* event)
{
    Impl& d = *m_impl;
    const Impl::Spot spot = d.spotAt(event->position());
    d.hovered = spot.part == Impl::Part::None ? std::nullopt : std::optional(spot);
    if (d.dragging != Impl::Part::None) {
        Block block = d.block;
        if (d.dragging != Impl::Part::Hour)
            block.weekdayB = spot.weekday;
        if (d.dragging != Impl::Part::Weekday)
            block.hourB = spot.hour;
        if (block.weekdayB != d.block.weekdayB || block.hourB != d.block.hourB)
            d.clearOnRelease = false;
        d.block = block;
        d.choose(d.before | hoursOf(block));
    }
    update();
}

void WeekHourGrid::mouseReleaseEvent(QMouseEvent* event)
{
    Impl& d = *m_impl;
    if (event->button() != Qt::LeftButton || d.dragging == Impl::Part::None)
        return;
    d.dragging = Impl::Part::None;
    if (d.clearOnRelease)
        d.choose({});
    d.clearOnRelease = false;
    d.describe();
}

void WeekHourGrid::leaveEvent(QEvent*)
{
    m_impl->hovered.reset();
    update();
}

void WeekHourGrid::keyPressEvent(QKeyEvent* event)
{
    Impl& d = *m_impl;
    const auto step = [&](int byDay, int byHour) {
        const bool extend = event->modifiers() & Qt::ShiftModifier;
        if (extend && !d.keyBlock) {
            d.keyBlock = Block{d.currentWeekday, d.currentHour, d.currentWeekday, d.currentHour};
            d.before = event->modifiers() & Qt::ControlModifier ? d.hours : WeekHours();
        } else if (!extend) {
            d.keyBlock.reset();
        }
        d.setCurrent(d.currentWeekday + byDay, d.currentHour + byHour);
        if (d.keyBlock) {
            d.keyBlock->weekdayB = d.currentWeekday;
            d.keyBlock->hourB = d.currentHour;
            d.choose(d.before | hoursOf(*d.keyBlock));
        }
    };
    switch (event->key()) {
    case Qt::Key_Left:
        step(0, -1);
        break;
    case Qt::Key_Right:
        step(0, 1);
        break;
    case Qt::Key_Up:
        step(-1, 0);
        break;
    case Qt::Key_Down:
        step(1, 0);
        break;
    case Qt::Key_Home:
        step(0, -hoursOfDay);
        break;
    case Qt::Key_End:
        step(0, hoursOfDay);
        break;
    case Qt::Key_Space: {
        d.keyBlock.reset();
        WeekHours chosen = d.hours;
        chosen.flip(bitOf(d.currentWeekday, d.currentHour));
        d.choose(chosen);
        d.describe();
        break;
    }
    case Qt::Key_Escape:
        if (d.hours.none()) {
            QWidget::keyPressEvent(event);
            return;
        }
        d.keyBlock.reset();
        d.choose({});
        d.describe();
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
}

} // namespace hk::ui
