#include "report/page_parts.h"
#include "report/translated.h"

#include <algorithm>

namespace hk::report {

namespace {

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

/// The rank as on the map; an empty circle where the hotspot lies outside it.
void paintBadge(Canvas& canvas, const QPointF& centre, int rank, bool onMap)
{
    const double f = canvas.factor();
    QPainter& painter = canvas.painter();
    painter.setPen(QPen(QColor::fromRgba(hotspotInk), 0.25));
    painter.setBrush(onMap ? QBrush(QColor::fromRgba(hotspotInk)) : QBrush(Qt::NoBrush));
    painter.drawEllipse(centre, 1.9 * f, 1.9 * f);
    const Type type = rank > 99 ? Type::Tiny : Type::Small;
    canvas.text({centre.x(), centre.y() + canvas.middleOf(type)}, type, QString::number(rank),
                onMap ? 0xffffffff : hotspotInk, Align::Centre);
}

QString detailsOf(const workspace::HotspotRow& row)
{
    QStringList parts{row.categories, row.hours};
    parts.removeAll(QString());
    return Lettering::plain(parts.join(QStringLiteral("  ·  ")));
}

} // namespace

void paintHotspotTable(Canvas& canvas, const MapPage& page, const PageLayout& layout)
{
    const QRectF& rect = layout.hotspots;
    if (rect.isEmpty())
        return;
    const Lettering& letters = canvas.letters();
    const double f = canvas.factor();
    double y = canvas.heading(rect, layout.words.hotspotsTitle);
    if (page.hotspots.empty()) {
        canvas.text({rect.left(), y + letters.ascent(Type::Body)}, Type::Body,
                    letters.elided(Type::Body, layout.words.noHotspots, rect.width()), ink::grey);
        return;
    }
    const std::vector<bool> seen = ranksOnMap(page, layout.map);
    const std::vector<NumberColumn> columns = numberColumns(page, layout.hotspotRows, letters, rect);
    const double indent = rect.left() + 5.4 * f;
    const double nameWidth = leftOf(columns, letters) - 2.0 * f - indent;
    const double headBaseline = y + letters.ascent(Type::Tiny);
    canvas.text({indent, headBaseline}, Type::Tiny,
                letters.elided(Type::Tiny, Tr::tr("Place", "head of a column"), nameWidth), ink::grey);
    for (const NumberColumn& column : columns)
        canvas.text({column.right, headBaseline}, Type::Tiny, column.head, ink::grey, Align::Right);
    y += metric::tableHead * f;
    for (int i = 0; i < layout.hotspotRows; ++i) {
        const workspace::HotspotRow& row = page.hotspots[static_cast<std::size_t>(i)];
        canvas.line({rect.left(), y}, {rect.right(), y}, 0.12, i == 0 ? ink::grey : ink::hair);
        const double first = y + 3.2 * f;
        paintBadge(canvas, {rect.left() + 2.1 * f, y + metric::tableRow * f / 2}, row.rank,
                   seen[static_cast<std::size_t>(i)]);
        canvas.text({indent, first}, Type::Strong,
                    letters.elided(Type::Strong, Lettering::plain(row.name), nameWidth));
        for (const NumberColumn& column : columns)
            canvas.text({column.right, first}, &column == &columns.front() ? Type::Strong : Type::Body,
                        column.cells[i], ink::black, Align::Right);
        canvas.text({indent, y + 6.2 * f}, Type::Small,
                    letters.elided(Type::Small, detailsOf(row), rect.right() - indent), ink::grey);
        y += metric::tableRow * f;
    }
    canvas.line({rect.left(), y}, {rect.right(), y}, 0.12, ink::grey);
    if (layout.hotspotsCut > 0)
        canvas.text({indent, y + letters.ascent(Type::Small) + 0.6 * f}, Type::Small,
                    moreHotspots(layout.hotspotsCut), ink::grey);
}

} // namespace hk::report
