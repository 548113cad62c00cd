#include "chart/columns.h"

#include "chart/translated.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace hk::chart {

namespace {

constexpr double barShare = 0.8;    // of the width a column has
constexpr double keyBox = 0.7;       // of a line's height
constexpr double figureHeight = 0.62; // of a line's, with a little air

class Columns : public Chart {
public:
    Columns(Frame frame, std::vector<Column> columns, const ColumnsKey& key)
        : m_frame(std::move(frame))
        , m_columns(std::move(columns))
        , m_key(key)
    {
        for (const Column& column : m_columns) {
            m_top = std::max(m_top, finite(column.value));
            m_top = std::max(m_top, finite(column.reference.value_or(0.0)));
            m_references = m_references || column.reference.has_value();
        }
        layOut();
    }

    void paint(QPainter& painter) const override;
    int size() const override { return static_cast<int>(m_columns.size()); }

    int hitTest(const QPointF& point) const override
    {
        if (m_columns.empty() || point.x() < m_plot.left() || point.x() >= m_plot.right() || point.y() < m_plot.top() ||
            point.y() > m_frame.below().bottom())
            return -1;
        return std::min(static_cast<int>((point.x() - m_plot.left()) / pitch()), size() - 1);
    }

    QRectF barRect(int index) const override
    {
        const double left = m_plot.left() + (index + (1 - barShare) / 2) * pitch();
        const double top = y(finite(m_columns[static_cast<std::size_t>(index)].value));
        return QRectF(left, top, barShare * pitch(), m_plot.bottom() - top);
    }

    QRectF wholeRect(int index) const override
    {
        return QRectF(m_plot.left() + index * pitch(), m_plot.top(), pitch(),
                      m_frame.below().bottom() - m_plot.top());
    }

    QString words(int index) const override
    {
        const Column& column = m_columns[static_cast<std::size_t>(index)];
        QString words =
            Tr::tr("%1: %2", "name of a bar, number and unit").arg(column.name, m_frame.amount(column.value));
        if (column.faded)
            words += QStringLiteral(" (%1)").arg(Tr::tr("not chosen"));
        else if (column.hollow && !m_key.hollow.isEmpty())
            words += QStringLiteral(" (%1)").arg(m_key.hollow);
        if (column.reference)
            words += QStringLiteral("; ") + Tr::tr("%1: %2", "name of a bar, number and unit")
                                                .arg(m_key.references, m_frame.number(*column.reference));
        return words;
    }

    QStringList head() const override
    {
        return m_references ? m_frame.head() + QStringList{m_key.references} : m_frame.head();
    }
    QStringList row(int index) const override
    {
        const Column& column = m_columns[static_cast<std::size_t>(index)];
        const QString name = column.hollow && !column.faded && !m_key.hollow.isEmpty()
                                 ? QStringLiteral("%1 (%2)").arg(column.name, m_key.hollow)
                                 : column.name;
        QStringList row{name, plainNumber(column.value)};
        if (column.reference)
            row.append(plainNumber(*column.reference));
        return row;
    }

    QString altText() const override
    {
        std::vector<double> values;
        QStringList names;
        double before = 0.0;
        double compared = 0.0;
        bool any = false;
        for (const Column& column : m_columns) {
            if (column.faded)
                continue;
            values.push_back(column.value);
            names.append(column.name);
            if (!column.reference)
                continue;
            any = true;
            before += finite(*column.reference);
            compared += finite(column.value);
        }
        QString words = m_frame.altText(values, names);
        if (any)
            words += u' ' + Tr::tr("%1: %2, against %3 in the same months.", "name of what is held against; its sum; the sum now")
                                .arg(m_key.references, m_frame.number(before), m_frame.number(compared));
        return words;
    }

private:
    QColor colourOf(const Column& column) const
    {
        return column.faded ? look().faded(column.colour) : column.colour;
    }
    double pitch() const { return m_plot.width() / std::max(1, size()); }
    /// Where the mark of what a bar is held against stands; the plot's top where there is none.
    double markAt(int index) const
    {
        const std::optional<double> reference = m_columns[static_cast<std::size_t>(index)].reference;
        return reference ? y(finite(*reference)) : m_plot.top();
    }
    double y(double value) const { return m_plot.bottom() - value / m_axis.end * m_plot.height(); }
    const Look& look() const { return m_frame.style().look; }
    const Letters& letters() const { return m_frame.letters(); }
    bool hasKey() const { return !m_key.values.isEmpty(); }
    QString keyWords(int entry) const { return entry == 0 ? m_key.values : entry == 1 ? m_key.references : m_key.hollow; }

    /// Tells where each entry of the key begins, on as many lines as it takes.
    int flowKey(const std::function<void(int entry, const QPointF&)>& place) const
    {
        const QRectF area = m_frame.below();
        const double line = letters().height();
        QPointF at = area.topLeft();
        for (int entry = 0; entry < 3; ++entry) {
            if (keyWords(entry).isEmpty())
                continue;
            const double wide = line * keyBox * 1.5 + letters().width(keyWords(entry));
            if (at.x() > area.left() && at.x() + wide > area.right())
                at = {area.left(), at.y() + line};
            place(entry, at);
            at.rx() += wide + 2 * line * keyBox;
        }
        return static_cast<int>(std::lround((at.y() - area.top()) / line)) + 1;
    }
    int keyLines() const
    {
        return flowKey([](int, const QPointF&) {});
    }

    void layOut()
    {
        const QRectF area = m_frame.below();
        const double line = letters().height();
        const bool years = std::any_of(m_columns.begin(), m_columns.end(), [](const Column& c) { return !c.subLabel.isEmpty(); });
        const double bottom = area.bottom() - (years ? 2 : 1) * line - m_frame.step();
        // Room for a number on the highest bar, and the key.
        const double keyed = area.top() + (hasKey() ? keyLines() * line + 2 * m_frame.step() : 0.0);
        const double top = keyed + line;
        const int steps = std::max(1, static_cast<int>((bottom - top) / (2.2 * line)));
        m_axis = ValueAxis::upTo(m_top, steps, true);
        double labels = 0.0;
        for (double value = 0; value <= m_axis.end * (1 + 1e-9); value += m_axis.step)
            labels = std::max(labels, letters().width(m_frame.number(value)));
        m_plot = QRectF(QPointF(area.left() + labels + 2 * m_frame.step(), top), QPointF(area.right(), std::max(bottom, top + line)));
        layOutNumbers();
        if (m_upwards && !m_references) { // numbers that stand on end need more room
            double longest = 0.0;
            for (const Column& column : m_columns)
                longest = std::max(longest, letters().width(m_frame.number(column.value)));
            m_plot.setTop(std::min(keyed + longest + m_frame.step(), m_plot.bottom() - line));
        }
    }

    /// Numbers on all bars, lying or standing. Where neither has room, on the highest that leave each other room, or
    /// beside a line on none.
    void layOutNumbers()
    {
        m_numbered.assign(m_columns.size(), false);
        double widest = 0.0;
        for (const Column& column : m_columns)
            widest = std::max(widest, letters().width(m_frame.number(column.value)));
        // Beside a line they stand within the bars.
        const double room = m_references ? barShare * pitch() : pitch();
        const bool lying = widest + (m_references ? 0.0 : m_frame.step() / 2) <= room;
        m_upwards = !lying && letters().height() * figureHeight <= room;
        if (!lying && !m_upwards && m_references)
            return;
        if (lying || m_upwards) {
            for (std::size_t i = 0; i < m_columns.size(); ++i)
                m_numbered[i] = finite(m_columns[i].value) > 0;
            return;
        }
        std::vector<std::size_t> order(m_columns.size());
        std::iota(order.begin(), order.end(), std::size_t(0));
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return finite(m_columns[a].value) > finite(m_columns[b].value); });
        for (const std::size_t i : order) {
            const double half = letters().width(m_frame.number(m_columns[i].value)) / 2 + m_frame.step() / 2;
            const double middle = barRect(static_cast<int>(i)).center().x();
            bool free = finite(m_columns[i].value) > 0;
            for (std::size_t j = 0; j < m_columns.size() && free; ++j) {
                const QRectF other = barRect(static_cast<int>(j));
                const double otherHalf = m_numbered[j] ? letters().width(m_frame.number(m_columns[j].value)) / 2 : other.width() / 2;
                // No other number, and no higher bar, within its width.
                if (j != i && (m_numbered[j] || m_columns[j].value > m_columns[i].value))
                    free = std::abs(other.center().x() - middle) >= half + otherHalf;
            }
            m_numbered[i] = free;
        }
    }

    void paintAxis(QPainter& painter) const;
    void paintLabels(QPainter& painter) const;
    void paintBars(QPainter& painter) const;
    void paintReferences(QPainter& painter) const;
    void paintNumbers(QPainter& painter) const;
    void paintKey(QPainter& painter) const;
    void paintMark(QPainter& painter, const QPointF& middle) const;

    Frame m_frame;
    std::vector<Column> m_columns;
    ColumnsKey m_key;
    double m_top = 0.0;
    bool m_references = false;
    ValueAxis m_axis;
    QRectF m_plot;
    std::vector<bool> m_numbered;
    bool m_upwards = false;
};

void Columns::paint(QPainter& painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    m_frame.paint(painter);
    paintAxis(painter);
    paintLabels(painter);
    if (m_top > 0) {
        paintBars(painter);
        paintReferences(painter);
        paintNumbers(painter);
        paintKey(painter);
    } else {
        m_frame.paintNothing(painter, m_plot);
    }
    painter.restore();
}

void Columns::paintAxis(QPainter& painter) const
{
    const double hair = m_frame.step() / 4;
    for (double value = 0; value <= m_axis.end * (1 + 1e-9); value += m_axis.step) {
        const double at = y(value);
        painter.fillRect(QRectF(m_plot.left(), at - hair / 2, m_plot.width(), hair), value > 0 ? look().faint : look().line);
        if (m_top > 0)
            letters().draw(painter, QRectF(m_frame.below().left(), at - letters().height() / 2,
                                           m_plot.left() - m_frame.below().left() - m_frame.step(), letters().height()),
                           Qt::AlignRight, m_frame.number(value), look().muted);
    }
}

void Columns::paintLabels(QPainter& painter) const
{
    const double line = letters().height();
    double widest = 0.0;
    for (const Column& column : m_columns)
        widest = std::max(widest, letters().width(column.label));
    // Every one, or each second, third … of them.
    std::size_t every = 1;
    for (const std::size_t n : {1, 2, 3, 4, 6, 12, 24}) {
        every = n;
        if (static_cast<double>(n) * pitch() >= widest + m_frame.step())
            break;
    }
    double free = m_plot.left() - pitch();
    double freeBelow = free;
    // Of two years that have no room beside each other the later one is told: the first is of some months alone.
    const auto isCrowdedOut = [&](std::size_t i) {
        for (std::size_t next = i + 1; next < m_columns.size(); ++next)
            if (!m_columns[next].subLabel.isEmpty())
                return static_cast<double>(next - i) * pitch() <
                       letters().width(m_columns[i].subLabel) + m_frame.step();
        return false;
    };
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const double middle = m_plot.left() + (static_cast<double>(i) + 0.5) * pitch();
        const auto place = [&](const QString& words, double top, double& from) {
            const double wide = letters().width(words);
            const double left = std::clamp(middle - wide / 2, m_frame.below().left(), std::max(m_frame.below().left(), m_plot.right() - wide));
            if (words.isEmpty() || left < from)
                return;
            letters().draw(painter, QRectF(left, top, wide, line), Qt::AlignLeft, words, look().muted);
            from = left + wide + m_frame.step();
        };
        if (i % every == 0)
            place(m_columns[i].label, m_plot.bottom() + m_frame.step(), free);
        if (!isCrowdedOut(i))
            place(m_columns[i].subLabel, m_plot.bottom() + m_frame.step() + line, freeBelow);
    }
}

void Columns::paintBars(QPainter& painter) const
{
    const double edge = m_frame.step() / 3;
    for (int i = 0; i < size(); ++i) {
        const Column& column = m_columns[static_cast<std::size_t>(i)];
        const QRectF bar = barRect(i);
        if (!(bar.height() > 0))
            continue;
        if (!column.hollow) {
            painter.fillRect(bar, colourOf(column));
            continue;
        }
        painter.setPen(QPen(colourOf(column), edge, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(bar.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2));
    }
}

void Columns::paintMark(QPainter& painter, const QPointF& middle) const
{
    const double radius = std::min(m_frame.step() * 0.9, pitch() * 0.3);
    painter.setPen(QPen(look().ink, m_frame.step() / 3));
    painter.setBrush(look().ground);
    painter.drawEllipse(middle, radius, radius);
}

void Columns::paintReferences(QPainter& painter) const
{
    QPainterPath path;
    bool drawing = false;
    std::vector<QPointF> marks;
    for (int i = 0; i < size(); ++i) {
        const std::optional<double> reference = m_columns[static_cast<std::size_t>(i)].reference;
        if (!reference) {
            drawing = false;
            continue;
        }
        const QPointF at(barRect(i).center().x(), y(finite(*reference)));
        if (drawing)
            path.lineTo(at);
        else
            path.moveTo(at);
        drawing = true;
        marks.push_back(at);
    }
    if (marks.empty())
        return;
    // A rim of the ground's colour keeps the line apart from the bars.
    painter.strokePath(path, QPen(look().ground, m_frame.step(), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.strokePath(path, QPen(look().ink, m_frame.step() / 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const QPointF& mark : marks)
        paintMark(painter, mark);
}

void Columns::paintNumbers(QPainter& painter) const
{
    for (int i = 0; i < size(); ++i) {
        const Column& column = m_columns[static_cast<std::size_t>(i)];
        if (!m_numbered[static_cast<std::size_t>(i)])
            continue;
        const QString words = m_frame.number(column.value);
        const QRectF bar = barRect(i);
        const double wide = letters().width(words);
        const double high = m_upwards ? wide : letters().height();
        const double air = m_upwards ? m_frame.step() : m_frame.step() / 4;
        // Above the bar. Where a line is to be told from it, at the bar's foot: a number beside a mark would
        // seem to be the mark's.
        const bool within =
            m_references && bar.height() > high + 2 * air && !(markAt(i) > bar.bottom() - high - 2 * air);
        const double above = column.reference ? std::min(bar.top(), markAt(i) - m_frame.step()) : bar.top();
        const double bottom = (within ? bar.bottom() : above) - air;
        const bool pale = column.hollow || qGray(colourOf(column).rgb()) > 128;
        const QColor colour = !within         ? (column.faded ? look().muted : look().ink)
                              : column.hollow ? look().ink
                              : pale          ? QColor(Qt::black)
                                              : QColor(Qt::white);
        if (m_upwards)
            letters().drawUpwards(painter, {bar.center().x(), bottom}, words, colour);
        else
            letters().draw(painter, QRectF(bar.center().x() - wide / 2, bottom - high, wide, high), Qt::AlignHCenter, words, colour);
    }
}

void Columns::paintKey(QPainter& painter) const
{
    const double edge = m_frame.step() / 3;
    const double line = letters().height();
    const double box = line * keyBox;
    flowKey([&](int entry, const QPointF& at) {
        const QRectF place(at.x(), at.y() + (line - box) / 2, box, box);
        if (entry == 0) {
            painter.fillRect(place, look().bar());
        } else if (entry == 1) {
            painter.fillRect(QRectF(place.left() - box / 4, place.center().y() - edge / 2, place.width() + box / 2, edge), look().ink);
            paintMark(painter, place.center());
        } else {
            painter.setPen(QPen(look().bar(), edge));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(place.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2));
        }
        const double left = place.right() + box / 2;
        const double room = m_frame.below().right() - left;
        letters().draw(painter, QRectF(left, at.y(), room, line), Qt::AlignLeft, letters().elided(keyWords(entry), room), look().muted);
    });
}

} // namespace

ChartPtr columns(Frame frame, std::vector<Column> columns, const ColumnsKey& key)
{
    return std::make_unique<Columns>(std::move(frame), std::move(columns), key);
}

} // namespace hk::chart
