#include "chart/parts.h"
#include "chart/translated.h"
#include "chart/week_cells.h"

#include <QPainter>
#include <algorithm>

namespace hk::chart {

namespace {

constexpr int keySteps = 5;

class Grid : public Chart {
public:
    Grid(const WeekGrid& grid, const QRectF& area, const Style& style)
        : m_values(grid.values)
        , m_frame(grid.heading, area, style, {grid.values.begin(), grid.values.end()})
        , m_cells(cellArea(), style, false)
    {}

    void paint(QPainter& painter) const override
    {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing, false);
        m_frame.paint(painter);
        m_cells.paintLabels(painter, {});
        m_cells.paintCells(painter, m_values, m_frame.greatest(), {});
        if (m_frame.greatest() > 0) {
            paintNumbers(painter);
            paintKey(painter);
        } else {
            m_frame.paintNothing(painter, m_cells.area());
        }
        painter.restore();
    }

    int size() const override { return static_cast<int>(m_values.size()); }

    int hitTest(const QPointF& point) const override
    {
        const QRectF area = m_cells.area();
        if (!area.contains(point))
            return -1;
        const int hour = std::min(static_cast<int>((point.x() - area.left()) / area.width() * hoursOfDay), hoursOfDay - 1);
        const int day = std::min(static_cast<int>((point.y() - area.top()) / area.height() * daysOfWeek), daysOfWeek - 1);
        return hoursOfDay * day + hour;
    }

    QRectF barRect(int index) const override { return m_cells.cell(index / hoursOfDay, index % hoursOfDay); }

    QString words(int index) const override
    {
        return Tr::tr("%1: %2", "name of a bar, number and unit")
            .arg(nameOf(index), m_frame.amount(m_values[static_cast<std::size_t>(index)]));
    }

    QStringList head() const override { return m_frame.head(); }
    QStringList row(int index) const override
    {
        return {nameOf(index), plainNumber(m_values[static_cast<std::size_t>(index)])};
    }

    QString altText() const override
    {
        QStringList names;
        for (int i = 0; i < size(); ++i)
            names.append(nameOf(i));
        return m_frame.altText({m_values.begin(), m_values.end()}, names);
    }

private:
    QRectF cellArea() const
    {
        const QRectF below = m_frame.below();
        return below.adjusted(0, 0, 0, -m_frame.letters().height() - m_frame.step());
    }

    static QString nameOf(int index)
    {
        const int hour = index % hoursOfDay;
        return Tr::tr("%1 %2–%3", "weekday, first hour, hour after")
            .arg(weekdayName(index / hoursOfDay, true), hourName(hour), hourName(hour + 1));
    }

    void paintNumbers(QPainter& painter) const
    {
        const Letters& letters = m_frame.letters();
        const QRectF cell = m_cells.cell(0, 0);
        if (letters.width(m_frame.number(m_frame.greatest())) > cell.width() - m_frame.step() / 2 || letters.height() * 0.8 > cell.height())
            return;
        for (int i = 0; i < size(); ++i) {
            const double value = m_values[static_cast<std::size_t>(i)];
            if (!(value > 0))
                continue;
            const QColor under = m_cells.colour(value, m_frame.greatest());
            const bool pale = qGray(under.rgb()) > 128;
            letters.draw(painter, barRect(i), Qt::AlignHCenter, m_frame.number(value), pale ? QColor(Qt::black) : QColor(Qt::white));
        }
    }

    void paintKey(QPainter& painter) const
    {
        const Letters& letters = m_frame.letters();
        const Look& look = m_frame.style().look;
        const double line = letters.height();
        const double top = m_frame.below().bottom() - line;
        const double box = line * 0.8;
        double left = m_cells.area().left();
        const QString least = m_frame.number(0);
        letters.draw(painter, QRectF(left, top, letters.width(least), line), Qt::AlignLeft, least, look.muted);
        left += letters.width(least) + m_frame.step();
        for (int i = 0; i <= keySteps; ++i, left += box)
            painter.fillRect(QRectF(left, top + (line - box) / 2, box, box), i == 0 ? look.faint : look.ramp(double(i) / keySteps));
        const QString most = m_frame.amount(m_frame.greatest());
        left += m_frame.step();
        letters.draw(painter, QRectF(left, top, m_frame.below().right() - left, line), Qt::AlignLeft,
                     letters.elided(most, m_frame.below().right() - left), look.muted);
    }

    std::array<double, 168> m_values;
    Frame m_frame;
    WeekCells m_cells;
};

} // namespace

ChartPtr laidOut(const WeekGrid& grid, const QRectF& area, const Style& style)
{
    return std::make_unique<Grid>(grid, area, style);
}

} // namespace hk::chart
