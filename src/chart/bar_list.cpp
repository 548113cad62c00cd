#include "chart/parts.h"
#include "chart/translated.h"

#include <QPainter>
#include <QSet>
#include <algorithm>
#include <cmath>

namespace hk::chart {

namespace {

using Bar = BarList::Bar;

constexpr double leastRow = 1.0;    // line heights
constexpr double bestRow = 1.05;
constexpr double highestRow = 1.8;
constexpr double mostForLabels = 0.45; // of the width

bool hasReferences(const BarList& list)
{
    return std::any_of(list.bars.begin(), list.bars.end(), [](const Bar& bar) { return bar.reference.has_value(); });
}

std::vector<double> valuesOf(const std::vector<Bar>& bars)
{
    std::vector<double> values;
    for (const Bar& bar : bars)
        values.push_back(bar.value);
    return values;
}

/// At most `room` bars: those beyond are one.
std::vector<Bar> gathered(const BarList& list, std::size_t room)
{
    std::vector<Bar> bars = list.bars;
    if (!list.sorted)
        return bars;
    std::stable_sort(bars.begin(), bars.end(), [](const Bar& a, const Bar& b) { return finite(a.value) > finite(b.value); });
    const std::size_t most = std::max<std::size_t>(2, std::min(list.most, room));
    if (bars.size() <= most)
        return bars;
    Bar others;
    others.faded = true;
    for (std::size_t i = most - 1; i < bars.size(); ++i) {
        others.value += finite(bars[i].value);
        others.faded = others.faded && bars[i].faded;
        if (bars[i].reference)
            others.reference = others.reference.value_or(0.0) + finite(*bars[i].reference);
    }
    others.label = Tr::tr("Others (%1)", "how many").arg(bars.size() - most + 1);
    bars.resize(most - 1);
    bars.push_back(others);
    return bars;
}

class List : public Chart {
public:
    List(const BarList& list, const QRectF& area, const Style& style)
        : m_frame(list.heading, area, style, valuesOf(list.bars))
        , m_referenceName(hasReferences(list) ? list.referenceName : QString())
    {
        const QRectF below = m_frame.below();
        m_rows = below.adjusted(0, m_referenceName.isEmpty() ? 0.0 : bestRow * letters().height(), 0, 0);
        m_bars = gathered(list, static_cast<std::size_t>(std::max(1.0, m_rows.height() / (leastRow * letters().height()))));
        m_others = m_bars.size() < list.bars.size();
        m_row = std::min(m_rows.height() / static_cast<double>(std::max<std::size_t>(1, m_bars.size())), highestRow * letters().height());
        layOut();
    }

    void paint(QPainter& painter) const override;
    int size() const override { return static_cast<int>(m_bars.size()); }

    int hitTest(const QPointF& point) const override
    {
        if (!m_rows.contains(point))
            return -1;
        const int row = static_cast<int>((point.y() - m_rows.top()) / m_row);
        return row < size() ? row : -1;
    }

    QRectF barRect(int index) const override
    {
        const double gap = m_row * 0.14;
        return QRectF(m_track.left(), m_rows.top() + index * m_row + gap, lengthOf(m_bars[static_cast<std::size_t>(index)].value),
                      m_row - 2 * gap);
    }

    QRectF wholeRect(int index) const override
    {
        return QRectF(m_rows.left(), m_rows.top() + index * m_row, m_rows.width(), m_row);
    }

    QString words(int index) const override
    {
        const Bar& bar = m_bars[static_cast<std::size_t>(index)];
        QString words =
            Tr::tr("%1: %2", "name of a bar, number and unit").arg(bar.label, m_frame.amount(bar.value));
        if (bar.faded)
            words += QStringLiteral(" (%1)").arg(Tr::tr("not chosen"));
        if (bar.reference)
            words += QStringLiteral("; ") + Tr::tr("%1: %2", "name of a bar, number and unit")
                                                .arg(m_referenceName, m_frame.number(*bar.reference));
        return words;
    }

    QStringList head() const override
    {
        return m_referenceName.isEmpty() ? m_frame.head() : m_frame.head() + QStringList{m_referenceName};
    }
    QStringList row(int index) const override
    {
        const Bar& bar = m_bars[static_cast<std::size_t>(index)];
        QStringList row{bar.label, plainNumber(bar.value)};
        if (bar.reference)
            row.append(plainNumber(*bar.reference));
        return row;
    }

    QString altText() const override
    {
        std::vector<Bar> chosen;
        QStringList names;
        for (const Bar& bar : m_bars) {
            if (bar.faded)
                continue;
            chosen.push_back(bar);
            names.append(bar.label);
        }
        return m_frame.altText(valuesOf(chosen), names);
    }

private:
    const Letters& letters() const { return m_frame.letters(); }
    const Look& look() const { return m_frame.style().look; }
    double lengthOf(double value) const { return m_most > 0 ? finite(value) / m_most * m_track.width() : 0.0; }

    void layOut()
    {
        double labels = 0.0;
        double numbers = 0.0;
        for (const Bar& bar : m_bars) {
            labels = std::max(labels, letters().width(bar.label));
            numbers = std::max(numbers, letters().width(m_frame.number(bar.value)));
            m_most = std::max({m_most, finite(bar.value), finite(bar.reference.value_or(0.0))});
        }
        const double gap = 2 * m_frame.step();
        labels = std::min(labels, m_rows.width() * mostForLabels);
        m_labels = QRectF(m_rows.left(), m_rows.top(), labels, m_rows.height());
        m_track = QRectF(QPointF(m_labels.right() + gap, m_rows.top()),
                         QPointF(std::max(m_rows.right() - numbers - gap, m_labels.right() + 2 * gap), m_rows.bottom()));
        // Cut at the end; where two would then read the same, in the middle.
        QSet<QString> seen;
        bool alike = false;
        for (const Bar& bar : m_bars) {
            const QString shown = letters().elided(bar.label, labels);
            alike = alike || (shown != bar.label && seen.contains(shown));
            seen.insert(shown);
        }
        for (const Bar& bar : m_bars)
            m_shown.append(letters().elided(bar.label, labels, alike ? Qt::ElideMiddle : Qt::ElideRight));
    }

    Frame m_frame;
    QString m_referenceName;
    std::vector<Bar> m_bars;
    QStringList m_shown; ///< labels as there is room for them
    bool m_others = false; ///< the last bar is of several
    QRectF m_rows;
    QRectF m_labels;
    QRectF m_track; ///< where a bar may be
    double m_row = 1.0;
    double m_most = 0.0;
};

void List::paint(QPainter& painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    m_frame.paint(painter);
    const double mark = m_frame.step() * 0.6;
    if (!m_referenceName.isEmpty()) {
        const QRectF key(m_track.left(), m_frame.below().top(), m_rows.right() - m_track.left(), bestRow * letters().height());
        painter.fillRect(QRectF(key.left(), key.center().y() - letters().height() * 0.35, mark, letters().height() * 0.7), look().ink);
        const QRectF words = key.adjusted(mark + 2 * m_frame.step(), 0, 0, 0);
        letters().draw(painter, words, Qt::AlignLeft, letters().elided(m_referenceName, words.width()), look().muted);
    }
    if (m_bars.empty())
        m_frame.paintNothing(painter, m_rows);
    for (int i = 0; i < size(); ++i) {
        const Bar& bar = m_bars[static_cast<std::size_t>(i)];
        const QRectF row = wholeRect(i);
        const QRectF drawn = barRect(i);
        letters().draw(painter, QRectF(row.left(), row.top(), m_labels.width(), row.height()), Qt::AlignRight, m_shown.at(i),
                       look().muted);
        painter.fillRect(QRectF(m_track.left(), drawn.top(), m_track.width(), drawn.height()), look().faint);
        const QColor colour = m_others && i == size() - 1 ? look().line : look().bar();
        painter.fillRect(drawn, bar.faded ? look().faded(colour) : colour);
        if (bar.reference && std::isfinite(*bar.reference)) {
            const QRectF at(m_track.left() + lengthOf(*bar.reference) - mark / 2, row.top() + m_row * 0.06, mark, m_row * 0.88);
            painter.fillRect(at.adjusted(-mark / 2, 0, mark / 2, 0), look().ground);
            painter.fillRect(at, look().ink);
        }
        letters().draw(painter, row, Qt::AlignRight, m_frame.number(bar.value),
                       bar.faded ? look().muted : look().ink);
    }
    painter.restore();
}

} // namespace

ChartPtr laidOut(const BarList& list, const QRectF& area, const Style& style)
{
    return std::make_unique<List>(list, area, style);
}

double heightOf(const BarList& list, const Style& style, double width)
{
    const Frame frame(list.heading, QRectF(0, 0, width, 1), style, valuesOf(list.bars));
    const std::size_t rows = list.sorted ? std::min(list.most, list.bars.size()) : list.bars.size();
    const double lines = bestRow * static_cast<double>(std::max<std::size_t>(1, rows) + (hasReferences(list) ? 1 : 0));
    return frame.below().top() + lines * frame.letters().height();
}

} // namespace hk::chart
