#include "report/public_layer.h"

#include "analysis/class_breaks.h"
#include "map/colour_scale.h"
#include "report/translated.h"
#include "text/sentences.h"
#include "workspace/map_analysis.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hk::report {

namespace {

using exchange::CountRow;
using workspace::PublicCounts;

constexpr float opacity = 0.72F; ///< streets must be read through the darkest class
constexpr double outline = 0.9;
constexpr std::size_t mostClasses = 5;
constexpr std::size_t mostNamed = 25;  ///< of so many areas all bear their names, of more their totals
constexpr int corners = 32;            ///< of a circle
constexpr double smallestCircle = 1.3; ///< radius, millimetres
constexpr double circleStep = 0.55;
const QString notTold = QStringLiteral("..");

/// The areas: without the row of all, and of those that are nowhere.
std::vector<const CountRow*> areasOf(const PublicCounts& counts)
{
    std::vector<const CountRow*> areas;
    for (std::size_t i = 0; i + 1 < counts.file.rows.size(); ++i)
        if (const CountRow& row = counts.file.rows[i]; row.place || !row.polygons.empty())
            areas.push_back(&row);
    return areas;
}

std::vector<std::vector<QPointF>> ringsOf(const analysis::Polygon& polygon)
{
    std::vector<std::vector<QPointF>> rings;
    const auto add = [&rings](const analysis::Ring& ring) {
        auto& points = rings.emplace_back();
        for (const analysis::Point& p : ring)
            points.emplace_back(p.x, p.y);
    };
    add(polygon.outer);
    for (const analysis::Ring& hole : polygon.holes)
        add(hole);
    return rings;
}

std::vector<QPointF> circle(const Sweref99& centre, double metres)
{
    std::vector<QPointF> points;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners;
        points.emplace_back(centre.easting + metres * std::cos(angle),
                            centre.northing + metres * std::sin(angle));
    }
    return points;
}

/// Classes in the legend's order, and the one of each area.
struct Classes {
    std::vector<map::StudyClass> looks;
    std::vector<int> of;
};

void addClass(Classes& classes, const QString& label, QColor colour, const std::vector<std::size_t>& areas)
{
    if (areas.empty())
        return;
    for (const std::size_t area : areas)
        classes.of[area] = static_cast<int>(classes.looks.size());
    classes.looks.push_back({label, colour, outline});
}

Classes classesOf(const std::vector<const CountRow*>& areas)
{
    Classes classes;
    classes.of.assign(areas.size(), -1);
    std::vector<double> values;
    std::vector<std::size_t> hidden;
    std::vector<std::size_t> none;
    for (std::size_t i = 0; i < areas.size(); ++i) {
        if (!areas[i]->total)
            hidden.push_back(i);
        else if (*areas[i]->total == 0)
            none.push_back(i);
        else
            values.push_back(static_cast<double>(*areas[i]->total));
    }
    addClass(classes, Tr::tr("Not told"), QColor(0xb4, 0xb9, 0xbe, 120), hidden);
    addClass(classes, Tr::tr("No incidents"), QColor(0xf4, 0xf3, 0xef, 110), none);
    const std::vector<double> limits =
        analysis::classLimits(values, mostClasses, analysis::ClassRule::Natural);
    for (std::size_t k = 0; k <= limits.size(); ++k) {
        std::vector<std::size_t> members;
        qint64 least = 0;
        qint64 most = 0;
        for (std::size_t i = 0; i < areas.size(); ++i) {
            const std::optional<qint64>& total = areas[i]->total;
            if (!total || *total == 0 || analysis::classOf(static_cast<double>(*total), limits) != k)
                continue;
            least = members.empty() ? *total : std::min(least, *total);
            most = members.empty() ? *total : std::max(most, *total);
            members.push_back(i);
        }
        const double place =
            limits.empty() ? 0.5 : static_cast<double>(k) / static_cast<double>(limits.size());
        QColor colour = map::rampColour(0.12 + 0.76 * place);
        colour.setAlphaF(opacity);
        addClass(classes,
                 least == most
                     ? text::number(least)
                     : Tr::tr("%1–%2", "a range of numbers").arg(text::number(least), text::number(most)),
                 colour, members);
    }
    return classes;
}

QString told(const std::optional<qint64>& count)
{
    return count ? text::number(*count) : notTold;
}

/// The rows of a table: areas with the highest told total first, then those that are nowhere, then all.
std::vector<const CountRow*> inOrder(const PublicCounts& counts, std::size_t& leftOut)
{
    std::vector<const CountRow*> rows = areasOf(counts);
    // Of those that are not told the order is that of the file, which tells nothing.
    std::stable_sort(rows.begin(), rows.end(), [](const CountRow* a, const CountRow* b) {
        return a->total.value_or(-1) > b->total.value_or(-1);
    });
    leftOut = rows.size() > mostPublicRows ? rows.size() - mostPublicRows : 0;
    rows.resize(rows.size() - leftOut);
    for (std::size_t i = 0; i + 1 < counts.file.rows.size(); ++i)
        if (const CountRow& row = counts.file.rows[i]; !row.place && row.polygons.empty())
            rows.push_back(&row);
    rows.push_back(&counts.file.rows.back());
    return rows;
}

} // namespace

map::StudyLayer publicLayer(const PublicCounts& counts, CountGround ground, double scale)
{
    const std::vector<const CountRow*> areas = areasOf(counts);
    const Classes classes = classesOf(areas);
    map::StudyLayer layer;
    layer.title = Tr::tr("Incidents", "heading of the legend of a public map");
    layer.note =
        Tr::tr("Not told: fewer than %1, or left out so that fewer than %1 elsewhere cannot be worked out.")
            .arg(text::number(qint64{counts.summary.threshold}));
    layer.classes = classes.looks;
    for (std::size_t i = 0; i < areas.size(); ++i) {
        const CountRow& row = *areas[i];
        const bool named = ground == CountGround::Areas && areas.size() <= mostNamed;
        map::StudyShape shape;
        shape.classIndex = classes.of[i];
        shape.labelInside = true;
        shape.label = named ? row.name : row.total && *row.total > 0 ? text::number(*row.total) : QString();
        if (row.polygons.empty()) {
            const double radius = (smallestCircle + circleStep * shape.classIndex) * scale / 1000.0;
            shape.parts = {circle(*row.place, radius)};
            shape.label.clear(); // circles of a street stand close
            layer.shapes.push_back(std::move(shape));
            continue;
        }
        for (std::size_t k = 0; k < row.polygons.size(); ++k) {
            map::StudyShape part = shape;
            part.parts = ringsOf(row.polygons[k]);
            if (k > 0)
                part.label.clear();
            layer.shapes.push_back(std::move(part));
        }
    }
    return layer;
}

QRectF publicExtent(const PublicCounts& counts)
{
    const Sweref99 hub = workspace::hub();
    std::vector<QPointF> near;
    std::vector<QPointF> all;
    const auto add = [&](double x, double y) {
        all.emplace_back(x, y);
        if (std::hypot(x - hub.easting, y - hub.northing) <= workspace::studyRadius)
            near.emplace_back(x, y);
    };
    for (const CountRow* row : areasOf(counts)) {
        for (const analysis::Polygon& polygon : row->polygons)
            for (const analysis::Point& p : polygon.outer)
                add(p.x, p.y);
        if (row->polygons.empty())
            add(row->place->easting, row->place->northing);
    }
    return QPolygonF(QList<QPointF>(near.empty() ? all.begin() : near.begin(),
                                    near.empty() ? all.end() : near.end()))
        .boundingRect();
}

std::vector<paper::TableData> publicTables(const PublicCounts& counts, const CategoryList& categories,
                                           std::size_t categoriesAtOnce)
{
    std::size_t leftOut = 0;
    const std::vector<const CountRow*> rows = inOrder(counts, leftOut);
    const auto all = static_cast<std::size_t>(counts.file.categories.size());
    const std::size_t tables = std::max<std::size_t>(1, (all + categoriesAtOnce - 1) / categoriesAtOnce);
    std::vector<paper::TableData> made;
    for (std::size_t table = 0; table < tables; ++table) {
        const std::size_t from = table * categoriesAtOnce;
        const std::size_t to = std::min(all, from + categoriesAtOnce);
        paper::TableData data;
        data.title = tables == 1 ? Tr::tr("Counts by area and category")
                                 : Tr::tr("Counts by area and category, %1 of %2",
                                          "number of a table, how many there are")
                                       .arg(table + 1)
                                       .arg(tables);
        data.columns = {{Tr::tr("Area")}, {Tr::tr("All", "the row of totals"), false, true}};
        QStringList key;
        for (std::size_t k = from; k < to; ++k) {
            const QString& code = counts.file.categories[static_cast<qsizetype>(k)];
            const Category* category = categories.find(code);
            data.columns.push_back({category ? code : Tr::tr("Other", "a category"), false});
            if (category)
                key.append(QStringLiteral("%1\u00a0%2").arg(code, text::nameOf(*category)));
        }
        for (const CountRow* row : rows) {
            QStringList cells{row->name, told(row->total)};
            for (std::size_t k = from; k < to; ++k)
                cells.append(told(row->counts[k]));
            data.rows.push_back(std::move(cells));
        }
        data.sumRow = static_cast<int>(data.rows.size()) - 1;
        QStringList notes{Tr::tr("%1: not told.", "two dots").arg(notTold),
                          key.join(QStringLiteral("\u00a0\u00a0·  "))};
        if (leftOut > 0)
            notes.prepend(Tr::tr("%Ln more area(s) with fewer incidents stand on the map only.", nullptr,
                                 static_cast<int>(leftOut)));
        data.note = notes.join(QLatin1Char(' '));
        made.push_back(std::move(data));
    }
    return made;
}

QStringList publicWords(const PublicCounts& counts, const workspace::PublicOptions& options)
{
    const QString threshold = text::number(qint64{counts.summary.threshold});
    QStringList words;
    switch (options.ground) {
    case CountGround::Grid:
        words.append(
            Tr::tr("Incidents are counted in squares of %1 × %1 m. No single incident stands on the map.")
                .arg(text::number(options.cellMetres, 0)));
        words.append(
            Tr::tr("An incident is counted in a square only where its place is known within half a square."));
        break;
    case CountGround::Areas:
        words.append(Tr::tr("Incidents are counted in whole areas. No single incident stands on the map."));
        words.append(
            Tr::tr("An incident is counted in an area only where its place is known exactly enough."));
        break;
    case CountGround::Streets:
        words.append(Tr::tr("Incidents are counted by pieces of streets of about 200 m and stand at the "
                            "middle of the piece, never "
                            "where they happened."));
        words.append(Tr::tr("An incident is counted by a street only where its place is known within 50 m."));
        break;
    }
    // Of small and protecting ones together: how many there are of each would help to work them out.
    const qint64 hidden = counts.summary.cellsSmall + counts.summary.cellsProtecting;
    if (hidden > 0)
        words.append(Tr::tr("%Ln count(s) by area and category are not told: they are below %1, or are left "
                            "out so that one below %1 "
                            "cannot be worked out from the others and the totals.",
                            nullptr, static_cast<int>(hidden))
                         .arg(threshold));
    else
        words.append(Tr::tr("No count is below %1, so all are told.").arg(threshold));
    words.append(Tr::tr("The counts tell what has been reported, not all that has happened."));
    return words;
}

} // namespace hk::report
