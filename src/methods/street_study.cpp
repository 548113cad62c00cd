#include "methods/street_study.h"

#include "map/colour_scale.h"
#include "map/line_chains.h"
#include "methods/study_points.h"
#include "methods/translated.h"
#include "text/sentences.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace hk::methods {
namespace {

using Form = ResultColumn::Form;

constexpr double exactEnough = 50.0; ///< metres: what is known to a street
constexpr std::size_t classCount = 5;

/// The named streets of a basemap, cut into pieces.
struct Streets {
    std::vector<QString> names; ///< by line
    std::vector<analysis::StreetSegment> segments;
    std::vector<int> piece;     ///< by segment: which piece of its street's name, from 1
    QHash<QString, int> pieces; ///< of a name
    const QString& nameOf(std::size_t segment) const { return names[segments[segment].street]; }
};

bool isStreet(const map::BasemapFeature& feature)
{
    return feature.featureClass != QLatin1String("motorway") &&
           feature.featureClass != QLatin1String("motorway_link");
}

Streets streetsOf(const map::Basemap& basemap)
{
    Streets streets;
    std::vector<analysis::Polyline> lines;
    for (const map::LineChain& chain :
         map::lineChains(basemap, map::BasemapTheme::Road, map::Plane::Sweref99Tm)) {
        const map::BasemapFeature& feature = basemap.features()[chain.feature];
        if (!isStreet(feature))
            continue;
        streets.names.push_back(feature.name);
        analysis::Polyline& line = lines.emplace_back();
        for (const QPointF& p : chain.points)
            line.push_back({p.x(), p.y()});
    }
    streets.segments = analysis::cutStreets(lines);
    for (const analysis::StreetSegment& segment : streets.segments)
        streets.piece.push_back(++streets.pieces[streets.names[segment.street]]);
    return streets;
}

/// Five classes of equal, round width up to the highest value.
double classStep(double highest)
{
    const double wished = std::max(highest, 1e-9) / static_cast<double>(classCount);
    const double power = std::pow(10.0, std::floor(std::log10(wished)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0})
        if (factor * power >= wished * (1.0 - 1e-12))
            return factor * power;
    return 10.0 * power;
}

QString shortNumber(double value)
{
    return text::number(value, value == std::round(value) ? 0 : 1);
}

std::vector<map::StudyClass> classesOf(double step)
{
    constexpr std::array<double, classCount> widths{2.0, 2.6, 3.2, 3.8, 4.6};
    std::vector<map::StudyClass> classes;
    for (std::size_t i = 0; i < classCount; ++i) {
        const double from = static_cast<double>(i) * step;
        const QString label = i + 1 < classCount
                                  ? Tr::tr("%1–%2 per 100 m").arg(shortNumber(from), shortNumber(from + step))
                                  : Tr::tr("%1 or more per 100 m").arg(shortNumber(from));
        classes.push_back(
            {label, map::rampColour(0.2 + 0.8 * static_cast<double>(i) / (classCount - 1)), widths[i]});
    }
    return classes;
}

std::vector<ResultColumn> columnsOf()
{
    return {{QStringLiteral("rank"), Tr::tr("Rank"), Form::Count},
            {QStringLiteral("street"), Tr::tr("Street")},
            {QStringLiteral("piece"), Tr::tr("Piece"), Form::Count},
            {QStringLiteral("pieces"), Tr::tr("of"), Form::Count},
            {QStringLiteral("count"), Tr::tr("Incidents"), Form::Number, 0},
            {QStringLiteral("length_m"), Tr::tr("Length, m"), Form::Number, 0},
            {QStringLiteral("per_100_m"), Tr::tr("Per 100 m"), Form::Number, 1}};
}

/// What the words, the table and the layer are made of.
struct Found {
    const Streets& streets;
    const analysis::StreetHotspots& hot;
};

QVariantList valuesOf(const Found& found, std::size_t place)
{
    const std::size_t segment = found.hot.ranked[place];
    const QString& name = found.streets.nameOf(segment);
    return {static_cast<qint64>(place + 1), name,
            found.streets.piece[segment],   found.streets.pieces.value(name),
            found.hot.weight[segment],      found.streets.segments[segment].length,
            found.hot.per100Metres[segment]};
}

std::shared_ptr<const map::StudyLayer> layerOf(const Found& found)
{
    auto layer = std::make_shared<map::StudyLayer>();
    layer->title = Tr::tr("Incidents per 100 m of street");
    const double step =
        classStep(found.hot.ranked.empty() ? 0.0 : found.hot.per100Metres[found.hot.ranked.front()]);
    layer->classes = classesOf(step);
    for (const std::uint32_t segment : found.hot.ranked) {
        map::StudyShape shape;
        shape.kind = map::StudyShape::Kind::Line;
        std::vector<QPointF>& line = shape.parts.emplace_back();
        for (const analysis::Point& p : found.streets.segments[segment].vertices)
            line.emplace_back(p.x, p.y);
        shape.classIndex = static_cast<int>(std::min(std::floor(found.hot.per100Metres[segment] / step),
                                                     static_cast<double>(classCount - 1)));
        layer->shapes.push_back(std::move(shape));
    }
    return layer;
}

/// How many of the pieces, the fullest first, hold half of the incidents near streets.
std::size_t piecesWithHalf(const analysis::StreetHotspots& hot)
{
    std::vector<double> weights;
    double total = 0.0;
    for (const std::uint32_t segment : hot.ranked) {
        weights.push_back(hot.weight[segment]);
        total += weights.back();
    }
    std::sort(weights.begin(), weights.end(), std::greater<>());
    std::size_t pieces = 0;
    for (double sum = 0.0; pieces < weights.size() && sum < 0.5 * total; ++pieces)
        sum += weights[pieces];
    return pieces;
}

QStringList sentencesOf(const Found& found)
{
    if (found.hot.ranked.empty())
        return {Tr::tr("No incident lies near a street.")};
    const std::size_t first = found.hot.ranked.front();
    QStringList sentences{Tr::tr("Most incidents lie along %1: %2 per 100 m on a piece of %3 m.")
                              .arg(found.streets.nameOf(first),
                                   text::number(found.hot.per100Metres[first], 1),
                                   text::number(found.streets.segments[first].length, 0))};
    const std::size_t half = piecesWithHalf(found.hot);
    sentences.append(
        Tr::tr("Half of the incidents near streets lie along %Ln piece(s), %1 of all pieces.", nullptr,
               static_cast<int>(half))
            .arg(text::percent(static_cast<double>(half) / static_cast<double>(found.streets.segments.size()),
                               1)));
    return sentences;
}

QJsonObject jsonOf(const Found& found, const StudyInput& input, const StreetStudy& study,
                   const StudyPoints& points)
{
    QJsonArray pieces;
    for (std::size_t place = 0; place < found.hot.ranked.size(); ++place) {
        const std::size_t segment = found.hot.ranked[place];
        pieces.append(
            QJsonObject{{QStringLiteral("rank"), static_cast<qint64>(place + 1)},
                        {QStringLiteral("street"), found.streets.nameOf(segment)},
                        {QStringLiteral("piece"), found.streets.piece[segment]},
                        {QStringLiteral("pieces"), found.streets.pieces.value(found.streets.nameOf(segment))},
                        {QStringLiteral("count"), found.hot.weight[segment]},
                        {QStringLiteral("length_m"), found.streets.segments[segment].length},
                        {QStringLiteral("per_100_m"), found.hot.per100Metres[segment]}});
    }
    return {{QStringLiteral("method"), QStringLiteral("streets")},
            {QStringLiteral("max_distance_m"), study.reach},
            {QStringLiteral("pieces_in_all"), static_cast<qint64>(found.streets.segments.size())},
            {QStringLiteral("incidents"), static_cast<qint64>(found.hot.counted)},
            {QStringLiteral("left_out_no_street"), static_cast<qint64>(found.hot.leftOut)},
            {QStringLiteral("left_out_imprecise"), static_cast<qint64>(points.usable.leftOut())},
            {QStringLiteral("unusable"), input.unusable},
            {QStringLiteral("streets"), pieces}};
}

} // namespace

Result<MethodResultPtr> runStreets(const StudyInput& input, const StreetStudy& study, std::stop_token stop,
                                   const Progress& progress)
{
    if (!input.basemap)
        return fail(ErrorCode::NotFound, {}, {Tr::tr("basemap")});
    if (input.crs.compare(QLatin1String("EPSG:3006"), Qt::CaseInsensitive) != 0)
        return fail(ErrorCode::FormatNotSupported, {}, {input.crs});
    for (const auto& error : {outOfRange(QStringLiteral("reach"), study.reach, 0.1, 10000.0),
                              outOfRange(QStringLiteral("listed"), study.listed, 1.0, 1e6)})
        if (error)
            return tl::unexpected(*error);
    const StudyPoints points = studyPoints(input, exactEnough, false);
    if (points.points.empty())
        return fail(ErrorCode::NoIncidents);
    const Streets streets = streetsOf(*input.basemap);
    if (progress)
        progress(0.3);
    analysis::StreetOptions options;
    options.reach = study.reach;
    options.stop = stop;
    const auto hot = analysis::streetHotspots(streets.segments, points.points, points.weights, options);
    if (!hot)
        return tl::unexpected(errorOf(hot.error(), 0.0, study.reach));

    const Found found{streets, *hot};
    auto result = std::make_shared<MethodResult>();
    result->title = Tr::tr("Incidents along streets");
    result->parameters = {Tr::tr("To the nearest street within %1 m").arg(metres(study.reach)),
                          Tr::tr("Pieces of about 100 m")};
    result->sentences = sentencesOf(found);
    result->remarks = leftOutRemarks(input, points);
    if (hot->leftOut > 0)
        result->remarks.append(Tr::tr("%Ln incident(s) with no named street within %1 m are left out.",
                                      nullptr, static_cast<int>(hot->leftOut))
                                   .arg(metres(study.reach)));
    result->propertyColumns = columnsOf();
    for (std::size_t place = 0; place < hot->ranked.size(); ++place)
        result->properties.push_back(valuesOf(found, place));
    const std::size_t listed = std::min(hot->ranked.size(), static_cast<std::size_t>(study.listed));
    result->tables = {
        {QStringLiteral("streets"),
         Tr::tr("Pieces of street"),
         result->propertyColumns,
         {result->properties.begin(), result->properties.begin() + static_cast<std::ptrdiff_t>(listed)}}};
    result->layer = layerOf(found);
    result->json = jsonOf(found, input, study, points);
    return MethodResultPtr(std::move(result));
}

} // namespace hk::methods
