#pragma once

#include "chart/look.h"

#include <QRectF>
#include <QString>
#include <QStringList>
#include <array>
#include <bitset>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

class QPainter;

namespace hk::chart {

/// A chart in its place: values, laid out once in a rectangle of painter units (pixels, millimetres), the same code on
/// screen and paper. Immutable; needs a QGuiApplication; any thread.
class Chart {
public:
    virtual ~Chart() = default;
    virtual void paint(QPainter& painter) const = 0;
    /// Bars or cells.
    virtual int size() const = 0;
    /// Which one a point belongs to, its whole column or row with it; -1: none.
    virtual int hitTest(const QPointF& point) const = 0;
    /// Where it is drawn.
    virtual QRectF barRect(int index) const = 0;
    /// All that belongs to it: the column or row of a bar with its label; of a cell the cell.
    virtual QRectF wholeRect(int index) const { return barRect(index); }
    /// "20–21: 12 incidents".
    virtual QString words(int index) const = 0;
    /// Over the columns of row(): title, unit and, where there is one, the name of what bars are held against.
    virtual QStringList head() const = 0;
    /// Its name, its number and, where there is one, that of what it is held against: for a spreadsheet.
    virtual QStringList row(int index) const = 0;
    /// The chart for who does not see it: title, unit, sum, what stands out.
    virtual QString altText() const = 0;
};
using ChartPtr = std::unique_ptr<const Chart>;

struct Heading {
    QString title;
    QString unit;   ///< of the values, such as "incidents"
    QString remark = {}; ///< behind it, such as what is not counted; may be empty
};

/// By hour of the day, from 00.
struct HourBars {
    Heading heading;
    std::array<double, 24> values{};
    std::bitset<24> faded =
        {}; ///< hours that are not chosen: shown beside those that are, and not part of the sum
};
ChartPtr laidOut(const HourBars& bars, const QRectF& area, const Style& style);

/// By hour of the week: 24 * weekday + hour, Monday first.
struct WeekGrid {
    Heading heading;
    std::array<double, 168> values{};
};
ChartPtr laidOut(const WeekGrid& grid, const QRectF& area, const Style& style);

/// Months, or years, in their order, beside those of the year before.
struct MonthSeries {
    struct Month {
        int year = 0;
        int month = 1; ///< 1–12; 0: the whole year
        double value = 0.0;
        std::optional<double> yearBefore = {};
        bool whole = true;  ///< false: some of its days are not counted; drawn hollow
        bool faded = false; ///< not chosen
    };
    Heading heading;
    std::vector<Month> months;
    QString name;          ///< of the values, such as "2026"
    QString referenceName; ///< such as "a year before"
};
ChartPtr laidOut(const MonthSeries& series, const QRectF& area, const Style& style);

/// Bars one below another.
struct BarList {
    struct Bar {
        QString label;
        double value = 0.0; ///< not finite: not known, shown as "–"
        std::optional<double> reference = {}; ///< what it is held against: a mark across the bar
        bool faded = false;                   ///< not chosen
    };
    Heading heading;
    std::vector<Bar> bars;
    QString referenceName;
    bool sorted = true;     ///< greatest first; false: as they come
    std::size_t most = 12;  ///< of them; what is beyond, and what has no room, is one bar "Others" where they are sorted
};
ChartPtr laidOut(const BarList& list, const QRectF& area, const Style& style);
/// The height in which all rows of a list so wide have room, heading included.
double heightOf(const BarList& list, const Style& style, double width);

/// Any chart, as a value.
using Data = std::variant<HourBars, WeekGrid, MonthSeries, BarList>;
ChartPtr laidOutAny(const Data& data, const QRectF& area, const Style& style);
const Heading& headingOf(const Data& data);

/// A number of a chart: whole where all are, with as many decimals as tell them apart otherwise.
QString numberOf(double value, bool whole, double greatest);

} // namespace hk::chart
