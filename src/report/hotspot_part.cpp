#include "report/hotspot_part.h"

#include "paper/canvas.h"
#include "report/badge.h"
#include "report/page_words.h"
#include "report/translated.h"

#include <algorithm>

namespace hk::report {

namespace {

using paper::Align;
using paper::Canvas;
using paper::Lettering;
using paper::Role;
using paper::Type;
namespace ink = paper::ink;

constexpr double tableHead = 3.6; // millimetres at factor 1
constexpr double tableRow = 7.4;
constexpr double rankWidth = 5.4;
constexpr double moreLine = 3.8;
constexpr double belowGap = 1.6;

struct NumberColumn {
    QString head;
    QStringList cells;
    double right = 0; ///< millimetres
};

/// Incidents, area and density of the rows that are shown; columns as wide as they need, from the right.
std::vector<NumberColumn> numberColumns(const MapPage& page, int rows, const Lettering& letters,
                                        const QRectF& rect)
{
    std::vector<NumberColumn> columns{{Tr::tr("Incidents", "head of a column of numbers"), {}, 0},
                                      {Tr::tr("Area, ha", "head of a column of numbers"), {}, 0},
                                      {Tr::tr("Per km²", "head of a column: incidents per km²"), {}, 0}};
    for (int i = 0; i < rows; ++i) {
        const workspace::HotspotRow& row = page.hotspots[static_cast<std::size_t>(i)];
        columns[0].cells.append(page.locale.toString(row.incidents));
        columns[1].cells.append(number(page, row.areaHectares, 1));
        columns[2].cells.append(density(page, row.densityPerKm2));
    }
    double right = rect.right();
    for (auto column = columns.rbegin(); column != columns.rend(); ++column) {
        column->right = right;
        double widest = letters.width(Type::Tiny, column->head);
        for (const QString& cell : column->cells)
            widest = std::max(widest, letters.width(Type::Strong, cell));
        right -= widest + 2.4 * letters.factor();
    }
    return columns;
}

double leftOf(const std::vector<NumberColumn>& columns, const Lettering& letters)
{
    double left = columns.front().right - letters.width(Type::Tiny, columns.front().head);
    for (const QString& cell : columns.front().cells)
        left = std::min(left, columns.front().right - letters.width(Type::Strong, cell));
    return left;
}

QString detailsOf(const workspace::HotspotRow& row)
{
    QStringList parts{row.categories, row.hours};
    parts.removeAll(QString());
    return Lettering::plain(parts.join(QStringLiteral("  ·  ")));
}

} // namespace

HotspotPart::HotspotPart(MapPagePtr page, std::vector<bool> onMap)
    : m_page(std::move(page))
    , m_onMap(std::move(onMap))
{}

HotspotPart::Measures HotspotPart::measure(double width, double room, const Lettering& letters) const
{
    constexpr int mostNoteLines = 4;
    constexpr int mostKeyLines = 8;
    constexpr double epsilon = 1e-6;
    const double f = letters.factor();
    const auto total = static_cast<int>(m_page->hotspots.size());
    const auto blockHeight = [&](const QStringList& lines) {
        return lines.isEmpty() ? 0.0 : belowGap * f + letters.linesHeight(Type::Tiny, lines.size());
    };
    Measures measures;
    if (total > 0)
        measures.note = letters.wrapped(Type::Tiny, hotspotsNote(*m_page), width, mostNoteLines);
    // With as many rows as there is room for beside the key to their codes.
    for (int rows = std::min(total, static_cast<int>(room / (tableRow * f))); rows >= 0; --rows) {
        measures.rows = rows;
        measures.cut = total - rows;
        measures.key = letters.wrapped(Type::Tiny, codeKey(*m_page, rows), width, mostKeyLines);
        const double table = (paper::metric::heading + (total > 0 ? tableHead : moreLine) + rows * tableRow +
                              (measures.cut > 0 ? moreLine : 0.0)) * f;
        measures.height = table + blockHeight(measures.key) + blockHeight(measures.note);
        if (measures.height <= room + epsilon)
            return measures;
    }
    measures.note.clear();
    measures.key.clear();
    measures.height = (paper::metric::heading + (total > 0 ? tableHead + moreLine : moreLine)) * f;
    if (measures.height > room + epsilon)
        measures.height = 0.0;
    return measures;
}

double HotspotPart::height(double width, double room, const Lettering& letters) const
{
    return m_page->showHotspots ? measure(width, room, letters).height : 0.0;
}

int HotspotPart::rowsIn(const QSizeF& size, const Lettering& letters) const
{
    return measure(size.width(), size.height(), letters).rows;
}

void HotspotPart::paint(Canvas& canvas, const QRectF& rect) const
{
    const MapPage& page = *m_page;
    const Measures measures = measure(rect.width(), rect.height(), canvas.letters());
    const Lettering& letters = canvas.letters();
    const double f = canvas.factor();
    double y = canvas.heading(rect, Tr::tr("Hotspots by number of incidents"));
    if (page.hotspots.empty()) {
        canvas.text({rect.left(), y + letters.ascent(Type::Body)}, Type::Body,
                    letters.elided(Type::Body, noHotspots(page), rect.width()), ink::grey);
        return;
    }
    paintTable(canvas, {rect.left(), y, rect.width(), 0}, measures.rows);
    y += (tableHead + measures.rows * tableRow) * f;
    if (measures.cut > 0) {
        canvas.text({rect.left() + rankWidth * f, y + letters.ascent(Type::Small) + 0.6 * f}, Type::Small,
                    moreHotspots(measures.cut), ink::grey);
        y += moreLine * f;
    }
    for (const QStringList* lines : {&measures.key, &measures.note}) {
        if (lines->isEmpty())
            continue;
        y += belowGap * f;
        canvas.block({{rect.left(), y, rect.width(), 0}, Type::Tiny, *lines}, ink::grey);
        y += letters.linesHeight(Type::Tiny, lines->size());
    }
}

void HotspotPart::paintTable(Canvas& canvas, const QRectF& rect, int rows) const
{
    const MapPage& page = *m_page;
    const Lettering& letters = canvas.letters();
    const double f = canvas.factor();
    const std::vector<NumberColumn> columns = numberColumns(page, rows, letters, rect);
    const double indent = rect.left() + rankWidth * f;
    const double nameWidth = leftOf(columns, letters) - 2.0 * f - indent;
    const double headBaseline = rect.top() + letters.ascent(Type::Tiny);
    const Canvas::Scope table = canvas.element(Role::Table);
    {
        const Canvas::Scope heads = canvas.element(Role::Row);
        static_cast<void>(canvas.element(Role::HeadCell)); // ranks have none
        const auto head = [&](double x, const QString& words, Align align) {
            const Canvas::Scope cell = canvas.element(Role::HeadCell);
            canvas.text({x, headBaseline}, Type::Tiny, words, ink::grey, align);
        };
        head(indent, letters.elided(Type::Tiny, Tr::tr("Place", "head of a column"), nameWidth), Align::Left);
        for (const NumberColumn& column : columns)
            head(column.right, column.head, Align::Right);
    }
    double y = rect.top() + tableHead * f;
    for (int i = 0; i < rows; ++i) {
        const workspace::HotspotRow& row = page.hotspots[static_cast<std::size_t>(i)];
        canvas.line({rect.left(), y}, {rect.right(), y}, 0.12, i == 0 ? ink::grey : ink::hair);
        const double first = y + 3.2 * f;
        const Canvas::Scope cells = canvas.element(Role::Row);
        {
            const Canvas::Scope cell = canvas.element(Role::Cell);
            paintBadge(canvas, {rect.left() + 2.1 * f, y + tableRow * f / 2}, 1.9 * f, row.rank,
                       m_onMap[static_cast<std::size_t>(i)]);
        }
        {
            const Canvas::Scope cell = canvas.element(Role::Cell);
            canvas.text({indent, first}, Type::Strong,
                        letters.elided(Type::Strong, Lettering::plain(row.name), nameWidth));
            canvas.text({indent, y + 6.2 * f}, Type::Small,
                        letters.elided(Type::Small, detailsOf(row), rect.right() - indent), ink::grey);
        }
        for (const NumberColumn& column : columns) {
            const Canvas::Scope cell = canvas.element(Role::Cell);
            canvas.text({column.right, first}, &column == &columns.front() ? Type::Strong : Type::Body,
                        column.cells[i], ink::black, Align::Right);
        }
        y += tableRow * f;
    }
    canvas.line({rect.left(), y}, {rect.right(), y}, 0.12, ink::grey);
}

} // namespace hk::report
