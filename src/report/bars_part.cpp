#include "report/bars_part.h"

#include "paper/canvas.h"
#include "report/translated.h"

#include <algorithm>
#include <cmath>

namespace hk::report {

namespace {

using paper::Align;
using paper::Canvas;
using paper::Lettering;
using paper::Type;
namespace ink = paper::ink;

} // namespace

BarsPart::BarsPart(methods::ResultBars bars)
    : m_bars(std::move(bars))
{}

QString BarsPart::numberOf(double value) const
{
    if (!std::isfinite(value))
        return QStringLiteral("–");
    const bool whole = std::all_of(m_bars.values.begin(), m_bars.values.end(), [](double v) {
        return !std::isfinite(v) || std::abs(v - std::round(v)) < 1e-9;
    });
    return QLocale().toString(value, 'f', whole ? 0 : std::abs(value) >= 10 ? 1 : 2);
}

double BarsPart::height(double, double room, const Lettering& letters) const
{
    if (m_bars.values.empty())
        return 0.0;
    const double row = letters.lineHeight(Type::Small);
    const double needed = paper::metric::heading * letters.factor() + (m_bars.reference.empty() ? 0.0 : row) +
                          static_cast<double>(m_bars.values.size()) * row;
    return needed > room ? 0.0 : needed;
}

void BarsPart::paint(Canvas& canvas, const QRectF& rect) const
{
    const Lettering& letters = canvas.letters();
    const double f = letters.factor();
    const double row = letters.lineHeight(Type::Small);
    double words = 0.0;
    double most = 0.0;
    double numbers = 0.0;
    for (const QString& label : m_bars.labels)
        words = std::max(words, letters.width(Type::Small, label));
    words = std::min(words, rect.width() * 0.4);
    for (const double value : m_bars.values) {
        most = std::max(most, std::isfinite(value) ? value : 0.0);
        numbers = std::max(numbers, letters.width(Type::Small, numberOf(value)));
    }
    for (const double value : m_bars.reference)
        most = std::max(most, std::isfinite(value) ? value : 0.0);
    const double left = rect.left() + words + 1.6 * f;
    const double length = std::min(rect.right() - left - numbers - 1.6 * f, 90.0 * f);
    QPainter& painter = canvas.painter();
    double y = canvas.heading(rect, m_bars.unit.isEmpty() ? m_bars.title
                                                            : Tr::tr("%1, %2", "what the bars show, their unit")
                                                                  .arg(m_bars.title, m_bars.unit));
    const auto mark = [&](double at, double top) {
        painter.fillRect(QRectF(at - 0.25, top + 0.2, 0.5, row - 0.4), QColor::fromRgba(ink::black));
    };
    if (!m_bars.reference.empty()) {
        mark(left + 0.25, y);
        canvas.text({left + 1.8 * f, y + letters.ascent(Type::Small)}, Type::Small,
                       letters.elided(Type::Small, m_bars.referenceName, rect.right() - left - 2.0 * f), ink::grey);
        y += row;
    }
    for (std::size_t i = 0; i < m_bars.values.size(); ++i, y += row) {
        const double baseline = y + letters.ascent(Type::Small);
        canvas.text({left - 1.6 * f, baseline}, Type::Small,
                       letters.elided(Type::Small, m_bars.labels.value(static_cast<qsizetype>(i)), words), ink::grey,
                       Align::Right);
        const double value = std::isfinite(m_bars.values[i]) ? m_bars.values[i] : 0.0;
        const double width = most > 0.0 ? value / most * length : 0.0;
        painter.fillRect(QRectF(left, y + 0.5 * f, width, row - 1.0 * f), QColor(0x6f, 0x86, 0x9a));
        if (i < m_bars.reference.size() && std::isfinite(m_bars.reference[i]) && most > 0.0)
            mark(left + m_bars.reference[i] / most * length, y);
        canvas.text({left + length + 1.6 * f + numbers, baseline}, Type::Small, numberOf(m_bars.values[i]),
                       ink::black, Align::Right);
    }
}

} // namespace hk::report
