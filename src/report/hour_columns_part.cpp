#include "report/hour_columns_part.h"

#include "chart/columns.h"
#include "chart/week_cells.h"
#include "paper/canvas.h"
#include "report/translated.h"

namespace hk::report {

namespace {

constexpr int mostNoteLines = 2;

} // namespace

HourColumnsPart::HourColumnsPart(chart::Heading heading, int firstHour, std::vector<double> values, QString note, double height)
    : m_heading(std::move(heading))
    , m_firstHour(firstHour)
    , m_values(std::move(values))
    , m_note(paper::Lettering::plain(note))
    , m_height(height)
{}

QStringList HourColumnsPart::noteLines(double width, const paper::Lettering& letters) const
{
    return letters.wrapped(paper::Type::Tiny, m_note, width, mostNoteLines);
}

double HourColumnsPart::height(double width, double room, const paper::Lettering& letters) const
{
    const double needed =
        m_height * letters.factor() + letters.linesHeight(paper::Type::Tiny, noteLines(width, letters).size());
    return needed > room ? 0.0 : needed;
}

chart::ChartPtr HourColumnsPart::drawn(const QRectF& rect, const paper::Lettering& letters) const
{
    const chart::Style style{letters.font(paper::Type::Small), paper::Lettering::unitsPerMillimetre, chart::Look::paper()};
    chart::Frame frame(m_heading, rect, style, m_values);
    std::vector<chart::Column> columns;
    for (std::size_t i = 0; i < m_values.size(); ++i) {
        const int hour = (m_firstHour + static_cast<int>(i)) % chart::hoursOfDay;
        chart::Column column;
        column.value = m_values[i];
        // As the hours of a day elsewhere: beginning where the ramp is seen on its ground.
        column.colour = style.look.ramp(frame.greatest() > 0 ? 0.25 + 0.6 * m_values[i] / frame.greatest() : 0.0);
        column.label = chart::hourName(hour);
        column.name = Tr::tr("%1–%2", "first hour, hour after").arg(column.label, chart::hourName((hour + 1) % chart::hoursOfDay));
        columns.push_back(std::move(column));
    }
    return chart::columns(std::move(frame), std::move(columns), {});
}

void HourColumnsPart::paint(paper::Canvas& canvas, const QRectF& rect) const
{
    const QStringList note = noteLines(rect.width(), canvas.letters());
    const double below = canvas.letters().linesHeight(paper::Type::Tiny, note.size());
    drawn(rect.adjusted(0, 0, 0, -below), canvas.letters())->paint(canvas.painter());
    canvas.block({{rect.left(), rect.bottom() - below, rect.width(), below}, paper::Type::Tiny, note}, paper::ink::grey);
}

QString HourColumnsPart::altText() const
{
    const QString words = drawn(QRectF(0, 0, 100, 40), paper::Lettering(1.0))->altText();
    return m_note.isEmpty() ? words : words + u' ' + m_note;
}

} // namespace hk::report
