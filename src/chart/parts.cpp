#include "chart/parts.h"

#include "chart/translated.h"
#include "text/sentences.h"

#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace hk::chart {

namespace {

constexpr std::size_t named = 3; // in the words for a chart

bool isWhole(double value)
{
    return !std::isfinite(value) || std::abs(value - std::round(value)) < 1e-9;
}

} // namespace

double finite(double value)
{
    return std::isfinite(value) ? std::max(0.0, value) : 0.0;
}

QString plainNumber(double value)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return std::isfinite(value) ? locale.toString(value, 'g', 12) : QString();
}

QString numberOf(double value, bool whole, double greatest)
{
    if (!std::isfinite(value))
        return QStringLiteral("–");
    if (whole)
        return text::number(static_cast<qint64>(std::llround(value)));
    return text::number(value, greatest >= 100 ? 0 : greatest >= 10 ? 1 : 2);
}

Frame::Frame(const Heading& heading, const QRectF& area, const Style& style, const std::vector<double>& values)
    : m_heading(heading)
    , m_area(area)
    , m_style(style)
    , m_letters(style)
    , m_strong(style, true)
    , m_below(area)
{
    m_whole = std::all_of(values.begin(), values.end(), isWhole);
    for (const double value : values)
        m_greatest = std::max(m_greatest, finite(value));
    if (!heading.title.isEmpty())
        m_below.setTop(area.top() + m_strong.height() + (unitBelow() ? m_letters.height() : 0.0) + 2 * step());
}

QString Frame::unitWords() const
{
    QStringList words{m_heading.unit, m_heading.remark};
    words.removeAll(QString());
    return words.join(QStringLiteral(" · "));
}

bool Frame::unitBelow() const
{
    return !unitWords().isEmpty() &&
           m_strong.width(m_heading.title) + 3 * step() + m_letters.width(unitWords()) > m_area.width();
}

QString Frame::number(double value) const
{
    return numberOf(value, m_whole, m_greatest);
}

QString Frame::amount(double value) const
{
    return m_heading.unit.isEmpty() ? number(value) : Tr::tr("%1 %2", "number, unit").arg(number(value), m_heading.unit);
}

void Frame::paint(QPainter& painter) const
{
    if (m_heading.title.isEmpty())
        return;
    const QRectF title(m_area.left(), m_area.top(), m_area.width(), m_strong.height());
    m_strong.draw(painter, title, Qt::AlignLeft, m_strong.elided(m_heading.title, m_area.width()), m_style.look.ink);
    QRectF unit = title.adjusted(m_strong.width(m_heading.title) + 3 * step(), 0, 0, 0);
    if (unitBelow())
        unit = QRectF(m_area.left(), title.bottom(), m_area.width(), m_letters.height());
    m_letters.draw(painter, unit, Qt::AlignLeft, m_letters.elided(unitWords(), unit.width()), m_style.look.muted);
}

void Frame::paintNothing(QPainter& painter, const QRectF& area) const
{
    const QString words = Tr::tr("Nothing in this selection");
    m_letters.draw(painter, area, Qt::AlignHCenter, m_letters.elided(words, area.width()), m_style.look.muted);
}

QString Frame::altText(const std::vector<double>& values, const QStringList& names) const
{
    QString words = m_heading.title.isEmpty() ? QString() : m_heading.title + QStringLiteral(". ");
    double sum = 0.0;
    for (const double value : values)
        sum += finite(value);
    if (sum <= 0)
        return words + Tr::tr("Nothing in this selection") + u'.';
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return finite(values[a]) > finite(values[b]); });
    QStringList greatest;
    for (std::size_t i = 0; i < std::min(named, order.size()); ++i)
        if (finite(values[order[i]]) > 0)
            greatest.append(QStringLiteral("%1 (%2)").arg(names.value(static_cast<qsizetype>(order[i])), number(values[order[i]])));
    return words + Tr::tr("Sum: %1. Most: %2.", "number and unit; a list of names with numbers")
                       .arg(amount(sum), greatest.join(QStringLiteral(", ")));
}

ValueAxis ValueAxis::upTo(double greatest, int mostSteps, bool whole)
{
    if (!(greatest > 0))
        return {};
    const double least = whole ? 1.0 : 0.0;
    for (double magnitude = std::pow(10.0, std::floor(std::log10(greatest)) - 1);; magnitude *= 10)
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double step = factor * magnitude;
            if (step >= least - 1e-9 && std::floor(greatest / step + 1e-9) <= std::max(1, mostSteps))
                return {step, greatest};
        }
}

} // namespace hk::chart
