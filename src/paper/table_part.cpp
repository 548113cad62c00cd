#include "paper/table_part.h"

#include "paper/canvas.h"
#include "paper/translated.h"

#include <algorithm>

namespace hk::paper {

namespace {

constexpr Type cellType = Type::Small;
constexpr Type headType = Type::Tiny;
constexpr double gap = 3.0;          ///< between columns, at factor 1
constexpr double widestWords = 62.0; ///< of a column before others have what they need
constexpr double narrowestWords = 14.0;
constexpr double afterHeads = 0.8;
constexpr double betweenRows = 0.8;
constexpr int mostHeadLines = 4;
constexpr int fewestRows = 6; ///< that a table is begun for at the foot of a page
constexpr int fewestLeft = 3; ///< that stand on the page where it ends
constexpr double epsilon = 1e-6;

/// The longest word of a text: a head is wrapped no narrower.
double longestWord(const Lettering& letters, const QString& text)
{
    double widest = 0.0;
    for (const QString& word : text.split(u' ', Qt::SkipEmptyParts))
        widest = std::max(widest, letters.width(headType, word));
    return widest;
}

} // namespace

TablePart::TablePart(TableData data, Overflow overflow)
    : m_data(std::move(data))
    , m_overflow(overflow)
{
    m_data.title = Lettering::plain(m_data.title);
    m_data.note = Lettering::plain(m_data.note);
    for (TableData::Column& column : m_data.columns)
        column.title = Lettering::plain(column.title);
    for (QStringList& row : m_data.rows)
        for (QString& cell : row)
            cell = Lettering::plain(cell);
}

std::vector<TablePart::Column> TablePart::columnsAt(double width, std::size_t rows,
                                                    const Lettering& letters) const
{
    const double f = letters.factor();
    std::vector<Column> columns;
    std::vector<double> whole; ///< width that a column's words would have
    double total = 0.0;
    double words = 0.0;
    for (std::size_t k = 0; k < m_data.columns.size(); ++k) {
        const TableData::Column& about = m_data.columns[k];
        Column column;
        for (std::size_t row = 0; row < rows; ++row) {
            const bool strong = about.strong || static_cast<int>(row) == m_data.sumRow;
            column.width = std::max(column.width, letters.width(strong ? Type::SmallStrong : cellType,
                                                                m_data.rows[row].value(static_cast<qsizetype>(k))));
        }
        whole.push_back(column.width + 0.4 * f);
        if (about.words)
            column.width = std::min(column.width, widestWords * f);
        column.width = std::max(column.width, longestWord(letters, about.title)) + 0.4 * f;
        total += column.width + (k > 0 ? gap * f : 0.0);
        words += about.words ? column.width : 0.0;
        columns.push_back(column);
    }
    // What is too much is taken from the columns of words, in proportion.
    if (total > width && words > 0.0)
        for (std::size_t k = 0; k < columns.size(); ++k)
            if (m_data.columns[k].words)
                columns[k].width = std::max(narrowestWords * f, columns[k].width - (total - width) * columns[k].width / words);
    if (m_data.fill)
        for (std::size_t k = 0; k < columns.size(); ++k) {
            const double wider = std::clamp(whole[k] - columns[k].width, 0.0, std::max(0.0, width - total));
            columns[k].width += wider;
            total += wider;
        }
    if (m_data.fill && total < width && !columns.empty())
        for (Column& column : columns)
            column.width += (width - total) / static_cast<double>(columns.size());
    for (std::size_t k = 0; k < columns.size(); ++k)
        columns[k].head = letters.wrapped(headType, m_data.columns[k].title, columns[k].width, mostHeadLines);
    return columns;
}

TablePart::Measures TablePart::measure(double width, double room, const Lettering& letters) const
{
    const double f = letters.factor();
    Measures measures;
    measures.columns = columnsAt(width, m_data.rows.size(), letters);
    for (const Column& column : measures.columns)
        measures.headLines = std::max(measures.headLines, static_cast<int>(column.head.size()));
    measures.note = letters.wrapped(Type::Tiny, m_data.note, width, 4);
    measures.top = (m_data.title.isEmpty() ? 0.0 : metric::heading * f) + letters.linesHeight(headType, measures.headLines) +
                   afterHeads * f;
    measures.row = letters.lineHeight(cellType) + betweenRows * f;
    const int all = static_cast<int>(m_data.rows.size());
    const double note = measures.note.isEmpty()
                            ? 0.0
                            : letters.linesHeight(Type::Tiny, measures.note.size()) + betweenRows * f;
    const auto heightWith = [&](int rows) {
        const bool cut = rows < all;
        const double below = !cut ? note : m_overflow == Overflow::Count ? measures.row + note : 0.0;
        return measures.top + rows * measures.row + below;
    };
    measures.rows = all;
    while (measures.rows > 0 && heightWith(measures.rows) > room + epsilon)
        --measures.rows;
    const bool cut = measures.rows < all;
    if (cut && m_overflow == Overflow::Continue)
        measures.rows = std::min(measures.rows, std::max(0, all - fewestLeft));
    if (measures.rows == 0 || (cut && m_overflow == Overflow::Continue && measures.rows < fewestRows)) {
        measures.rows = 0;
        return measures;
    }
    measures.height = heightWith(measures.rows);
    if (cut && m_overflow == Overflow::Count) {
        // Rows that are only counted take no width from those that are seen.
        std::vector<Column> seen = columnsAt(width, static_cast<std::size_t>(measures.rows), letters);
        if (std::all_of(seen.begin(), seen.end(), [&](const Column& column) {
                return static_cast<int>(column.head.size()) <= measures.headLines;
            }))
            measures.columns = std::move(seen);
    }
    return measures;
}

double TablePart::height(double width, double room, const Lettering& letters) const
{
    return measure(width, room, letters).height;
}

void TablePart::paintHeads(Canvas& canvas, const QRectF& rect, const Measures& measures, double top) const
{
    const Lettering& letters = canvas.letters();
    // Read once, on the page where the table begins.
    const Canvas::Scope heads = canvas.element(m_isContinued ? Role::Artifact : Role::Row);
    double left = rect.left();
    for (std::size_t k = 0; k < measures.columns.size(); ++k) {
        const Canvas::Scope head = canvas.element(Role::HeadCell);
        const Column& column = measures.columns[k];
        const bool words = m_data.columns[k].words;
        double baseline = top + letters.linesHeight(headType, measures.headLines - column.head.size()) + letters.ascent(headType);
        for (const QString& line : column.head) {
            canvas.text({words ? left : left + column.width, baseline}, headType, line, ink::grey,
                        words ? Align::Left : Align::Right);
            baseline += letters.lineHeight(headType);
        }
        left += column.width + gap * letters.factor();
    }
}

void TablePart::paintRow(Canvas& canvas, const QRectF& rect, const Measures& measures, std::size_t row, double top) const
{
    const Lettering& letters = canvas.letters();
    const double baseline = top + letters.ascent(cellType) + 0.3 * letters.factor();
    const Canvas::Scope cells = canvas.element(Role::Row);
    double left = rect.left();
    for (std::size_t k = 0; k < measures.columns.size(); ++k) {
        const Canvas::Scope scope = canvas.element(Role::Cell);
        const double width = measures.columns[k].width;
        const bool words = m_data.columns[k].words;
        const Type type = m_data.columns[k].strong || static_cast<int>(row) == m_data.sumRow ? Type::SmallStrong : cellType;
        const QString cell = letters.elided(type, m_data.rows[row].value(static_cast<qsizetype>(k)), width);
        canvas.text({words ? left : left + width, baseline}, type, cell, ink::black, words ? Align::Left : Align::Right);
        left += width + gap * letters.factor();
    }
}

void TablePart::paint(Canvas& canvas, const QRectF& rect) const
{
    const Lettering& letters = canvas.letters();
    const double f = letters.factor();
    const Measures measures = measure(rect.width(), rect.height(), letters);
    if (measures.rows == 0)
        return;
    if (!m_data.title.isEmpty() && m_isContinued)
        canvas.heading(
            rect,
            Tr::tr("%1, continued", "title of a table that goes on from the page before").arg(m_data.title),
            Role::Artifact);
    else if (!m_data.title.isEmpty())
        canvas.heading(rect, m_data.title);
    double y = paintGrid(canvas, rect, measures);
    const int cut = static_cast<int>(m_data.rows.size()) - measures.rows;
    if (cut > 0 && m_overflow == Overflow::Count) {
        canvas.text({rect.left(), y + letters.ascent(cellType) + 0.3 * f}, cellType,
                    Tr::tr("… and %Ln more row(s)", "rows of a table that have no room", cut), ink::grey);
        y += measures.row;
    }
    if (cut == 0 || m_overflow == Overflow::Count)
        canvas.block({{rect.left(), y + betweenRows * f, rect.width(), 0}, Type::Tiny, measures.note},
                     ink::grey);
}

double TablePart::paintGrid(Canvas& canvas, const QRectF& rect, const Measures& measures) const
{
    const double f = canvas.factor();
    const Canvas::Scope table = canvas.element({.role = Role::Table, .continued = m_isContinued});
    double right = rect.left() - gap * f;
    for (const Column& column : measures.columns)
        right += column.width + gap * f;
    right = std::min(right, rect.right());
    paintHeads(canvas, rect, measures, rect.top() + (m_data.title.isEmpty() ? 0.0 : metric::heading * f));
    double y = rect.top() + measures.top - 0.2 * f;
    canvas.line({rect.left(), y}, {right, y}, 0.15, ink::grey);
    y += 0.2 * f;
    for (int row = 0; row < measures.rows; ++row) {
        if (row == m_data.sumRow)
            canvas.line({rect.left(), y}, {right, y}, 0.2, ink::black);
        paintRow(canvas, rect, measures, static_cast<std::size_t>(row), y);
        y += measures.row;
        canvas.line({rect.left(), y}, {right, y}, 0.1, ink::hair);
    }
    return y;
}

PartPtr TablePart::rest(const QSizeF& size, const Lettering& letters) const
{
    const Measures measures = measure(size.width(), size.height(), letters);
    if (m_overflow == Overflow::Count || measures.rows >= static_cast<int>(m_data.rows.size()))
        return nullptr;
    TableData left = m_data;
    left.rows.erase(left.rows.begin(), left.rows.begin() + measures.rows);
    left.sumRow = m_data.sumRow < measures.rows ? -1 : m_data.sumRow - measures.rows;
    auto part = std::make_shared<TablePart>(std::move(left), m_overflow);
    part->m_isContinued = m_isContinued || measures.rows > 0;
    return part;
}

} // namespace hk::paper
