#include "chart/columns.h"
#include "chart/translated.h"

#include <QLocale>
#include <algorithm>

namespace hk::chart {

ChartPtr laidOut(const MonthSeries& series, const QRectF& area, const Style& style)
{
    std::vector<double> values;
    for (const MonthSeries::Month& month : series.months) {
        values.push_back(month.value);
        if (month.yearBefore)
            values.push_back(*month.yearBefore);
    }
    Frame frame(series.heading, area, style, values);
    std::vector<Column> made;
    int year = 0;
    for (const MonthSeries::Month& month : series.months) {
        Column column;
        column.value = month.value;
        column.colour = style.look.bar();
        column.hollow = !month.whole;
        column.reference = month.yearBefore;
        column.faded = month.faded;
        if (month.month == 0) {
            column.name = column.label = QString::number(month.year);
            made.push_back(column);
            continue;
        }
        QString name = QLocale().standaloneMonthName(month.month, QLocale::ShortFormat);
        if (name.endsWith(u'.'))
            name.chop(1);
        column.label = name;
        column.name = Tr::tr("%1 %2", "month, year")
                          .arg(QLocale().standaloneMonthName(month.month, QLocale::LongFormat))
                          .arg(month.year);
        if (month.year != year)
            column.subLabel = QString::number(month.year);
        year = month.year;
        made.push_back(column);
    }
    ColumnsKey key;
    const bool references = std::any_of(made.begin(), made.end(), [](const Column& c) { return c.reference.has_value(); });
    const bool hollow = std::any_of(made.begin(), made.end(), [](const Column& c) { return c.hollow; });
    if (references || hollow)
        key.values = series.name;
    if (references)
        key.references = series.referenceName;
    if (hollow)
        key.hollow =
            series.months.front().month == 0 ? Tr::tr("part of the year") : Tr::tr("part of the month");
    return columns(std::move(frame), std::move(made), key);
}

} // namespace hk::chart
