#include "methods/gi_star_study.h"

#include "methods/study_points.h"
#include "methods/translated.h"
#include "text/sentences.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cmath>

namespace hk::methods {
namespace {

using analysis::GiClass;
using Form = ResultColumn::Form;

/// More cells than these are not all made into shapes and rows: the GeoTIFF holds them.
constexpr std::size_t mostShapes = 250'000;
constexpr double fewestCells = 30.0;
constexpr double fewestAround =
    5.0; ///< expected incidents below which the normal distribution is a rough guide

/// In the legend's order.
constexpr std::array<GiClass, 6> shownClasses{GiClass::Hot99,  GiClass::Hot95,  GiClass::Hot90,
                                              GiClass::Cold90, GiClass::Cold95, GiClass::Cold99};

/// 99, 95, 90, 0, −90, −95, −99.
int confidence(GiClass value)
{
    constexpr std::array<int, 4> percents{0, 90, 95, 99};
    const int sure = static_cast<int>(value);
    return sure < 0 ? -percents[static_cast<std::size_t>(-sure)] : percents[static_cast<std::size_t>(sure)];
}

QString levelName(GiClass value)
{
    return text::percent(std::abs(confidence(value)) / 100.0);
}

QString className(GiClass value)
{
    if (value == GiClass::None)
        return Tr::tr("Does not stand out");
    return static_cast<int>(value) > 0 ? Tr::tr("Hot, %1").arg(levelName(value))
                                       : Tr::tr("Cold, %1").arg(levelName(value));
}

QColor classColour(GiClass value)
{
    switch (value) {
    case GiClass::Hot99:
        return {165, 15, 40, 185};
    case GiClass::Hot95:
        return {222, 80, 50, 170};
    case GiClass::Hot90:
        return {247, 165, 110, 160};
    case GiClass::Cold90:
        return {150, 196, 230, 160};
    case GiClass::Cold95:
        return {70, 140, 200, 170};
    case GiClass::Cold99:
        return {20, 75, 150, 185};
    default:
        return Qt::transparent;
    }
}

/// What the words, the table and the layer are made of.
struct Found {
    const StudyInput& input;
    const GiStarStudy& study;
    const analysis::Fishnet& fishnet;
    const analysis::CellCounts& counts;
    const analysis::GiStar& gi;
    PlaceNames places;
};

/// Cells to be listed and drawn: all of the area, or where these are too many those that stand out.
std::vector<std::size_t> listedCells(const Found& found)
{
    const bool all = found.gi.cells <= mostShapes;
    std::vector<std::size_t> cells;
    for (std::size_t cell = 0; cell < found.fishnet.cells(); ++cell)
        if (found.fishnet.isInside(cell) && (all || found.gi.classes[cell] != GiClass::None))
            cells.push_back(cell);
    return cells;
}

QString classNameAt(const Found& found, std::size_t cell)
{
    return std::isnan(found.gi.z[cell]) ? Tr::tr("Too little to say") : className(found.gi.classes[cell]);
}

std::vector<ResultColumn> cellColumns()
{
    return {{QStringLiteral("easting"), Tr::tr("Easting"), Form::Number, 1},
            {QStringLiteral("northing"), Tr::tr("Northing"), Form::Number, 1},
            {QStringLiteral("count"), Tr::tr("Incidents"), Form::Number, 0},
            {QStringLiteral("z"), Tr::tr("z"), Form::Number, 2},
            {QStringLiteral("p"), Tr::tr("p"), Form::Probability, 3},
            {QStringLiteral("confidence_percent"), Tr::tr("Confidence, %"), Form::Count, 0},
            {QStringLiteral("class"), Tr::tr("Class"), Form::Words, 0}};
}

QVariantList cellValues(const Found& found, std::size_t cell)
{
    const auto orNothing = [](double value) { return std::isnan(value) ? QVariant() : QVariant(value); };
    const analysis::Point centre = found.fishnet.centre(cell);
    return {centre.x,
            centre.y,
            found.counts.values[cell],
            orNothing(found.gi.z[cell]),
            orNothing(found.gi.p[cell]),
            confidence(found.gi.classes[cell]),
            classNameAt(found, cell)};
}

std::vector<QPointF> cellOutline(const analysis::Fishnet& fishnet, std::size_t cell)
{
    const analysis::Point centre = fishnet.centre(cell);
    const double half = 0.5 * fishnet.spec.cell;
    return {{centre.x - half, centre.y - half},
            {centre.x + half, centre.y - half},
            {centre.x + half, centre.y + half},
            {centre.x - half, centre.y + half}};
}

std::shared_ptr<const map::StudyLayer> layerOf(const Found& found, const std::vector<std::size_t>& cells)
{
    auto layer = std::make_shared<map::StudyLayer>();
    layer->title = Tr::tr("Hot and cold areas");
    layer->note = found.study.correction ? Tr::tr("Gi*, corrected for many tests")
                                         : Tr::tr("Gi*, not corrected for many tests");
    for (const GiClass shown : shownClasses)
        layer->classes.push_back({className(shown), classColour(shown), 0.0});
    for (const std::size_t cell : cells) {
        map::StudyShape shape;
        shape.parts = {cellOutline(found.fishnet, cell)};
        const auto at = std::find(shownClasses.begin(), shownClasses.end(), found.gi.classes[cell]);
        shape.classIndex = at == shownClasses.end() ? -1 : static_cast<int>(at - shownClasses.begin());
        layer->shapes.push_back(std::move(shape));
    }
    return layer;
}

ResultTable areasTable(const Found& found)
{
    ResultTable table{QStringLiteral("areas"),
                      Tr::tr("Hot and cold areas"),
                      {{QStringLiteral("name"), Tr::tr("Place")},
                       {QStringLiteral("class"), Tr::tr("Class")},
                       {QStringLiteral("count"), Tr::tr("Incidents"), Form::Number, 0},
                       {QStringLiteral("cells"), Tr::tr("Cells"), Form::Count},
                       {QStringLiteral("area_ha"), Tr::tr("Area, ha"), Form::Number, 1},
                       {QStringLiteral("z"), Tr::tr("Highest z"), Form::Number, 2},
                       {QStringLiteral("p"), Tr::tr("p"), Form::Probability, 3}},
                      {}};
    const double hectares = found.study.cell * found.study.cell / 1e4;
    for (const GiClass least : {GiClass::Hot90, GiClass::Cold90})
        for (const analysis::GiGroup& group : analysis::giGroups(found.fishnet, found.gi, least)) {
            double count = 0.0;
            for (const std::size_t cell : group.cells)
                count += found.counts.values[cell];
            table.rows.push_back({found.places.at(found.fishnet.centre(group.summit)),
                                  className(found.gi.classes[group.summit]), count,
                                  static_cast<qint64>(group.cells.size()),
                                  static_cast<double>(group.cells.size()) * hectares,
                                  found.gi.z[group.summit], found.gi.p[group.summit]});
        }
    return table;
}

QStringList sentencesOf(const Found& found)
{
    if (found.gi.undefined == found.gi.cells)
        return {
            Tr::tr("There is too little to say: all cells hold alike, or all are neighbours of each other.")};
    QStringList sentences;
    const auto hot = analysis::giGroups(found.fishnet, found.gi, GiClass::Hot90);
    if (!hot.empty()) {
        const std::size_t summit = hot.front().summit;
        sentences.append(
            Tr::tr("%Ln area(s) are hot, at the %1 level or above; the hottest, at the %2 level, "
                   "lies at %3.",
                   nullptr, static_cast<int>(hot.size()))
                .arg(levelName(GiClass::Hot90), levelName(found.gi.classes[summit]),
                     found.places.at(found.fishnet.centre(summit))));
    } else {
        sentences.append(
            Tr::tr("No area is hot at the %1 level: an even spread could by chance look like this.")
                .arg(levelName(GiClass::Hot90)));
    }
    const auto cold = analysis::giGroups(found.fishnet, found.gi, GiClass::Cold90);
    if (!cold.empty())
        sentences.append(Tr::tr("%Ln area(s) are cold, at the %1 level or above: fewer incidents lie there "
                                "than an even spread would put there.",
                                nullptr, static_cast<int>(cold.size()))
                             .arg(levelName(GiClass::Cold90)));
    return sentences;
}

QStringList warningsOf(const Found& found)
{
    QStringList warnings;
    const auto cells = static_cast<double>(found.gi.cells);
    if (cells < fewestCells)
        warnings.append(Tr::tr("The study area has only %Ln cell(s): the levels are rough.", nullptr,
                               static_cast<int>(found.gi.cells)));
    double neighbours = 0.0; // of a cell in the middle, itself among them
    const double squared =
        found.gi.band * found.gi.band / (found.study.cell * found.study.cell) * (1.0 + 1e-9);
    for (double dy = -std::floor(std::sqrt(squared)); dy * dy <= squared; dy += 1.0)
        neighbours += 2.0 * std::floor(std::sqrt(squared - dy * dy)) + 1.0;
    const double around = found.gi.mean * std::min(neighbours, cells);
    if (around < fewestAround)
        warnings.append(
            Tr::tr(
                "On average a cell and its neighbours hold %1 incidents. Below %2 the levels are rough: take "
                "larger cells, a wider band or a longer period.")
                .arg(text::number(around, 1), text::number(static_cast<qint64>(fewestAround))));
    if (!found.study.correction)
        warnings.append(
            Tr::tr("Not corrected: of %Ln cell(s) about %1 would stand out at the %2 level by chance alone.",
                   nullptr, static_cast<int>(found.gi.cells))
                .arg(text::number(static_cast<qint64>(std::llround(0.1 * cells))),
                     levelName(GiClass::Hot90)));
    return warnings;
}

QStringList remarksOf(const Found& found, const StudyPoints& points)
{
    QStringList remarks = leftOutRemarks(found.input, points);
    if (found.counts.outside > 0)
        remarks.append(Tr::tr("%Ln incident(s) outside the study area are left out.", nullptr,
                              static_cast<int>(found.counts.outside)));
    if (found.gi.cells > mostShapes)
        remarks.append(Tr::tr(
            "With so many cells only those that stand out are drawn and listed; the GeoTIFF holds all."));
    return remarks;
}

QStringList parametersOf(const Found& found)
{
    QStringList parameters{Tr::tr("Cells %1 m").arg(metres(found.study.cell)),
                           Tr::tr("Neighbours within %1 m").arg(metres(found.gi.band)),
                           found.study.correction ? Tr::tr("Corrected for many tests (Benjamini–Hochberg)")
                                                  : Tr::tr("Not corrected for many tests")};
    parameters.append(
        found.study.area.empty()
            ? Tr::tr("Around the incidents: %Ln cell(s)", nullptr, static_cast<int>(found.gi.cells))
            : Tr::tr("Study area: %Ln cell(s)", nullptr, static_cast<int>(found.gi.cells)));
    return parameters;
}

QJsonObject jsonOf(const Found& found, const std::vector<std::size_t>& cells, const StudyPoints& points)
{
    QJsonObject perClass;
    for (const GiClass shown : shownClasses)
        perClass.insert(
            QString::number(confidence(shown)),
            static_cast<qint64>(std::count(found.gi.classes.begin(), found.gi.classes.end(), shown)));
    QJsonArray easting;
    QJsonArray northing;
    QJsonArray count;
    QJsonArray z;
    QJsonArray p;
    QJsonArray classes;
    for (const std::size_t cell : cells) {
        const analysis::Point centre = found.fishnet.centre(cell);
        easting.append(centre.x);
        northing.append(centre.y);
        count.append(found.counts.values[cell]);
        z.append(jsonNumber(found.gi.z[cell]));
        p.append(jsonNumber(found.gi.p[cell]));
        classes.append(confidence(found.gi.classes[cell]));
    }
    return {{QStringLiteral("method"), QStringLiteral("gistar")},
            {QStringLiteral("cell_m"), found.study.cell},
            {QStringLiteral("band_m"), found.gi.band},
            {QStringLiteral("corrected"), found.study.correction},
            {QStringLiteral("cells"), static_cast<qint64>(found.gi.cells)},
            {QStringLiteral("cells_undefined"), static_cast<qint64>(found.gi.undefined)},
            {QStringLiteral("incidents"), static_cast<qint64>(found.counts.counted)},
            {QStringLiteral("outside"), static_cast<qint64>(found.counts.outside)},
            {QStringLiteral("left_out_imprecise"), static_cast<qint64>(points.usable.leftOut())},
            {QStringLiteral("left_out_far"), static_cast<qint64>(points.leftOutFar)},
            {QStringLiteral("unusable"), found.input.unusable},
            {QStringLiteral("mean"), found.gi.mean},
            {QStringLiteral("deviation"), found.gi.deviation},
            {QStringLiteral("cells_by_confidence_percent"), perClass},
            {QStringLiteral("easting"), easting},
            {QStringLiteral("northing"), northing},
            {QStringLiteral("count"), count},
            {QStringLiteral("z"), z},
            {QStringLiteral("p"), p},
            {QStringLiteral("confidence_percent"), classes}};
}

MethodResultPtr resultOf(const Found& found, const StudyPoints& points)
{
    auto result = std::make_shared<MethodResult>();
    result->title = Tr::tr("Hot and cold areas");
    result->parameters = parametersOf(found);
    result->sentences = sentencesOf(found);
    result->warnings = warningsOf(found);
    result->remarks = remarksOf(found, points);
    const std::vector<std::size_t> cells = listedCells(found);
    result->propertyColumns = cellColumns();
    for (const std::size_t cell : cells)
        result->properties.push_back(cellValues(found, cell));
    result->tables = {
        areasTable(found),
        {QStringLiteral("cells"), Tr::tr("Cells"), result->propertyColumns, result->properties}};
    auto grid = std::make_shared<analysis::Grid>();
    grid->spec = found.fishnet.spec;
    grid->values = found.gi.z;
    result->grids.push_back({QStringLiteral("z"), Tr::tr("Gi*"), Tr::tr("z-score"), grid, {}});
    result->layer = layerOf(found, cells);
    result->json = jsonOf(found, cells, points);
    return result;
}

} // namespace

Result<MethodResultPtr> runGiStar(const StudyInput& input, const GiStarStudy& study, std::stop_token stop,
                                  const Progress& progress)
{
    if (const auto error = outOfRange(QStringLiteral("cell"), study.cell, 0.001, 1e6))
        return tl::unexpected(*error);
    if (const auto error = outOfRange(QStringLiteral("band"), study.band, 0.0, 1e6))
        return tl::unexpected(*error);
    const double band = study.band > 0.0 ? study.band : study.cell * std::sqrt(2.0);
    const StudyPoints points = studyPoints(input, std::max(band, study.cell), study.area.empty());
    if (points.points.empty())
        return fail(ErrorCode::NoIncidents);
    const auto fishnet = study.area.empty() ? analysis::fishnetAround(points.points, study.cell)
                                            : analysis::fishnetOver(study.area, study.cell);
    if (!fishnet && fishnet.error().fault == analysis::Fault::NoPoints)
        return fail(ErrorCode::StudyNotPossible, {},
                    {Tr::tr("no cell has its middle inside the study area")});
    if (!fishnet)
        return tl::unexpected(errorOf(fishnet.error(), study.cell, band));
    const analysis::CellCounts counts = analysis::countInCells(*fishnet, points.points, points.weights);
    if (counts.counted == 0)
        return fail(ErrorCode::NoIncidents);
    if (progress)
        progress(0.2);
    analysis::GiStarOptions options;
    options.band = study.band;
    options.correct = study.correction;
    options.stop = stop;
    const analysis::Outcome<analysis::GiStar> gi = analysis::giStar(*fishnet, counts.values, options);
    if (!gi)
        return tl::unexpected(errorOf(gi.error(), study.cell, band));
    if (progress)
        progress(0.6);
    const Found found{input, study, *fishnet, counts, *gi, PlaceNames(input)};
    MethodResultPtr result = resultOf(found, points);
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    return result;
}

} // namespace hk::methods
