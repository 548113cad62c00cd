#include "report/method_table.h"

#include "report/canvas.h"
#include "report/translated.h"

#include <algorithm>

namespace hk::report {

namespace {

constexpr Type cellType = Type::Small;
constexpr Type headType = Type::Tiny;
constexpr double gap = 3.0;         ///< between columns, at factor 1
constexpr double widestWords = 62.0; ///< of a column before others have what they need
constexpr double narrowestWords = 14.0;
constexpr int mostHeadLines = 4;

/// The longest word of a text: a head is wrapped no narrower.
double longestWord(const Lettering& letters, const QString& text)
{
    double widest = 0.0;
    for (const QString& word : text.split(u' ', Qt::SkipEmptyParts))
        widest = std::max(widest, letters.width(headType, word));
    return widest;
}

} // namespace

MethodTable::MethodTable(const methods::ResultTable& table, const Lettering& letters, double width)
    : m_letters(letters)
    , m_title(Lettering::plain(table.title))
    , m_width(width)
{
    const double f = letters.factor();
    for (const QVariantList& row : table.rows) {
        QStringList cells;
        for (std::size_t k = 0; k < table.columns.size(); ++k)
            cells.append(Lettering::plain(methods::shown(row.value(static_cast<qsizetype>(k)), table.columns[k])));
        m_cells.push_back(cells);
    }
    double total = 0.0;
    double words = 0.0;
    for (std::size_t k = 0; k < table.columns.size(); ++k) {
        Column column;
        column.words = table.columns[k].form == methods::ResultColumn::Form::Words;
        for (const QStringList& row : m_cells)
            column.width = std::max(column.width, letters.width(cellType, row.at(static_cast<qsizetype>(k))));
        if (column.words)
            column.width = std::min(column.width, widestWords * f);
        column.width = std::max(column.width, longestWord(letters, table.columns[k].title)) + 0.4 * f;
        total += column.width + gap * f;
        words += column.words ? column.width : 0.0;
        m_columns.push_back(column);
    }
    // What is too much is taken from the columns of words, in proportion.
    if (total > width && words > 0.0)
        for (Column& column : m_columns)
            if (column.words)
                column.width = std::max(narrowestWords * f, column.width - (total - width) * column.width / words);
    for (std::size_t k = 0; k < m_columns.size(); ++k) {
        m_columns[k].head = letters.wrapped(headType, Lettering::plain(table.columns[k].title), m_columns[k].width,
                                            mostHeadLines);
        m_headLines = std::max(m_headLines, static_cast<int>(m_columns[k].head.size()));
    }
}

double MethodTable::headHeight() const
{
    return 4.6 * m_letters.factor() + m_headLines * m_letters.lineHeight(headType) + 0.8 * m_letters.factor();
}

double MethodTable::rowHeight() const
{
    return m_letters.lineHeight(cellType) + 0.8 * m_letters.factor();
}

double MethodTable::height(int shown) const
{
    const double cut = shown < rows() ? rowHeight() : 0.0;
    return headHeight() + shown * rowHeight() + cut;
}

int MethodTable::rowsIn(double room) const
{
    for (int shown = rows(); shown > 0; --shown)
        if (height(shown) <= room)
            return shown;
    return -1;
}

void MethodTable::paint(Canvas& canvas, const QPointF& topLeft, int shown) const
{
    const double f = m_letters.factor();
    const QRectF rect(topLeft, QSizeF(m_width, height(shown)));
    double y = canvas.heading(rect, m_title);
    const auto cell = [&](const Column& column, double left, double baseline, Type type, const QString& words, QRgb ink) {
        const QString text = m_letters.elided(type, words, column.width);
        canvas.text({column.words ? left : left + column.width, baseline}, type, text, ink,
                    column.words ? Align::Left : Align::Right);
    };
    double left = rect.left();
    double right = left;
    for (const Column& column : m_columns) {
        double baseline = y + (m_headLines - static_cast<int>(column.head.size())) * m_letters.lineHeight(headType) +
                          m_letters.ascent(headType);
        for (const QString& line : column.head) {
            cell(column, left, baseline, headType, line, ink::grey);
            baseline += m_letters.lineHeight(headType);
        }
        left += column.width + gap * f;
        right = left - gap * f;
    }
    right = std::min(right, rect.right());
    y += m_headLines * m_letters.lineHeight(headType) + 0.6 * f;
    canvas.line({rect.left(), y}, {right, y}, 0.15, ink::grey);
    y += 0.2 * f;
    for (int row = 0; row < shown; ++row) {
        left = rect.left();
        const double baseline = y + m_letters.ascent(cellType) + 0.3 * f;
        for (std::size_t k = 0; k < m_columns.size() && left < rect.right(); ++k) {
            cell(m_columns[k], left, baseline, cellType, m_cells[static_cast<std::size_t>(row)].at(static_cast<qsizetype>(k)),
                 ink::black);
            left += m_columns[k].width + gap * f;
        }
        y += rowHeight();
        canvas.line({rect.left(), y}, {right, y}, 0.1, ink::hair);
    }
    if (shown < rows())
        canvas.text({rect.left(), y + m_letters.ascent(cellType) + 0.3 * f}, cellType,
                    Tr::tr("… and %Ln more row(s)", "rows of a table that have no room", rows() - shown), ink::grey);
}

} // namespace hk::report
