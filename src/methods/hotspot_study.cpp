#include "methods/hotspot_study.h"

#include "methods/study_points.h"
#include "methods/translated.h"
#include "text/sentences.h"
#include "workspace/hotspot_certainty.h"
#include "workspace/hotspot_rows.h"

#include <QJsonArray>

#include <algorithm>

namespace hk::methods {
namespace {

using Form = ResultColumn::Form;
using workspace::HotspotRow;

constexpr double verySure = 0.95;
constexpr double halfSure = 0.5;
constexpr int leading = 5;

workspace::MapSettings settingsOf(const HotspotStudy& study)
{
    workspace::MapSettings settings;
    settings.cell = study.cell;
    settings.bandwidth = study.bandwidth;
    settings.kernel = study.kernel;
    settings.quantile = study.quantile;
    settings.hotspotsWithin = study.within;
    settings.hotspotRank = study.rank;
    return settings;
}

QString rankWords(analysis::HotspotRank rank)
{
    switch (rank) {
    case analysis::HotspotRank::Density:
        return Tr::tr("Ranked by density");
    case analysis::HotspotRank::Excess:
        return Tr::tr("Ranked by incidents beyond an even spread");
    default:
        return Tr::tr("Ranked by incidents");
    }
}

QStringList parametersOf(const HotspotStudy& study)
{
    QStringList parameters{
        Tr::tr("Cells %1 m").arg(metres(study.cell)), Tr::tr("Bandwidth %1 m").arg(metres(study.bandwidth)),
        study.kernel == analysis::Kernel::Quartic ? Tr::tr("Quartic kernel") : Tr::tr("Gaussian kernel"),
        Tr::tr("Inside the contour at the quantile %1").arg(text::number(study.quantile, 2)),
        rankWords(study.rank)};
    parameters.append(study.within > 0.0 ? Tr::tr("Within %1 m of Mölndals bro").arg(metres(study.within))
                                         : Tr::tr("Everywhere"));
    if (study.certainty)
        parameters.append(Tr::tr("%Ln redraw(s), seed %1", nullptr, study.runs).arg(study.seed));
    return parameters;
}

QStringList sentencesOf(const std::vector<HotspotRow>& rows, const HotspotStudy& study)
{
    if (rows.empty())
        return {Tr::tr("No place stands out.")};
    const HotspotRow& first = rows.front();
    QStringList sentences{
        Tr::tr("%Ln place(s) stand(s) out; the first is %1 with %2.", nullptr, static_cast<int>(rows.size()))
            .arg(first.name, text::incidents(first.incidents))};
    if (!first.hours.isEmpty())
        sentences.append(
            Tr::tr("At %1 most happens %2.", "place, hours of the week").arg(first.name, first.hours));
    if (study.certainty) {
        const auto sure = std::count_if(rows.begin(), rows.end(), [](const HotspotRow& row) {
            return row.sure.value_or(0.0) >= verySure;
        });
        sentences.append(Tr::tr("%Ln place(s) stay(s) among the first five in at least %1 of the redraws.",
                                nullptr, static_cast<int>(sure))
                             .arg(text::percent(verySure)));
    }
    return sentences;
}

QStringList warningsOf(const std::vector<HotspotRow>& rows)
{
    const auto unsure = std::count_if(rows.begin(), rows.end(), [](const HotspotRow& row) {
        return row.rank <= leading && row.sure && *row.sure < halfSure;
    });
    if (unsure == 0)
        return {};
    return {Tr::tr(
        "%Ln of the first five stay(s) there in fewer than half of the redraws: its rank may be chance.",
        nullptr, static_cast<int>(unsure))};
}

std::vector<ResultColumn> columnsOf(const HotspotStudy& study)
{
    std::vector<ResultColumn> columns{
        {QStringLiteral("rank"), Tr::tr("Rank"), Form::Count},
        {QStringLiteral("name"), Tr::tr("Place")},
        {QStringLiteral("incidents"), Tr::tr("Incidents"), Form::Count},
        {QStringLiteral("area_ha"), Tr::tr("Area, ha"), Form::Number, 1},
        {QStringLiteral("density_per_km2"), Tr::tr("Per km²"), Form::Number, 0},
        {QStringLiteral("excess"), Tr::tr("Beyond an even spread"), Form::Number, 1},
        {QStringLiteral("categories"), Tr::tr("What")},
        {QStringLiteral("hours"), Tr::tr("When")}};
    if (study.certainty)
        columns.push_back({QStringLiteral("certainty"), Tr::tr("Among the first five"), Form::Percent, 0});
    return columns;
}

QVariantList valuesOf(const HotspotRow& row)
{
    QVariantList values{
        row.rank,          row.name,   row.incidents,  row.areaHectares,
        row.densityPerKm2, row.excess, row.categories, row.hours.isEmpty() ? QVariant() : row.hours};
    if (row.sure)
        values.append(*row.sure);
    return values;
}

std::vector<QPointF> outline(const analysis::Ring& ring)
{
    std::vector<QPointF> points;
    for (const analysis::Point& p : ring)
        points.emplace_back(p.x, p.y);
    return points;
}

int classOf(const HotspotRow& row)
{
    if (!row.sure)
        return 0;
    return *row.sure >= verySure ? 0 : *row.sure >= halfSure ? 1 : 2;
}

std::shared_ptr<const map::StudyLayer> layerOf(const workspace::MapAnalysis& analysis,
                                               const std::vector<HotspotRow>& rows, const HotspotStudy& study)
{
    auto layer = std::make_shared<map::StudyLayer>();
    layer->title = Tr::tr("Hotspots");
    constexpr double width = 1.5;
    if (study.certainty) {
        layer->note = Tr::tr("Among the first five, share of redraws");
        layer->classes = {
            {Tr::tr("At least %1").arg(text::percent(verySure)), QColor(150, 20, 90, 120), width},
            {Tr::tr("At least %1").arg(text::percent(halfSure)), QColor(200, 90, 150, 100), width},
            {Tr::tr("Below %1").arg(text::percent(halfSure)), QColor(160, 160, 170, 90), width}};
    } else {
        layer->classes = {{Tr::tr("Hotspot"), QColor(150, 20, 90, 90), width}};
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const analysis::Polygon& polygon = (*analysis.hotspots)[i].polygon;
        map::StudyShape shape;
        shape.parts.push_back(outline(polygon.outer));
        for (const analysis::Ring& hole : polygon.holes)
            shape.parts.push_back(outline(hole));
        shape.classIndex = classOf(rows[i]);
        shape.label = text::number(static_cast<qint64>(rows[i].rank));
        layer->shapes.push_back(std::move(shape));
    }
    return layer;
}

QJsonObject jsonOf(const workspace::MapAnalysis& analysis, const std::vector<HotspotRow>& rows,
                   const HotspotStudy& study)
{
    QJsonArray list;
    for (const HotspotRow& row : rows) {
        QJsonObject object{{QStringLiteral("rank"), row.rank},
                           {QStringLiteral("name"), row.name},
                           {QStringLiteral("incidents"), row.incidents},
                           {QStringLiteral("area_ha"), row.areaHectares},
                           {QStringLiteral("density_per_km2"), row.densityPerKm2},
                           {QStringLiteral("excess"), row.excess},
                           {QStringLiteral("categories"), row.categories},
                           {QStringLiteral("hours"), row.hours}};
        if (row.sure)
            object.insert(QStringLiteral("certainty"), *row.sure);
        list.append(object);
    }
    QJsonObject json{{QStringLiteral("method"), QStringLiteral("hotspots")},
                     {QStringLiteral("incidents"), static_cast<qint64>(analysis.selection.rows.size())},
                     {QStringLiteral("in_heatmap"), static_cast<qint64>(analysis.inHeatmap)},
                     {QStringLiteral("left_out_imprecise"), static_cast<qint64>(analysis.leftOutImprecise)},
                     {QStringLiteral("left_out_far"), static_cast<qint64>(analysis.leftOutFar)},
                     {QStringLiteral("hotspots"), list}};
    if (study.certainty) {
        json.insert(QStringLiteral("certainty_runs"), study.runs);
        json.insert(QStringLiteral("certainty_seed"), static_cast<qint64>(study.seed));
    }
    return json;
}

} // namespace

Result<MethodResultPtr> runHotspots(const StudyInput& input, const HotspotStudy& study, std::stop_token stop,
                                    const Progress& progress)
{
    if (!input.snapshot || !input.basemap)
        return fail(ErrorCode::NotFound, {}, {Tr::tr("incident file")});
    for (const auto& error : {outOfRange(QStringLiteral("quantile"), study.quantile, 0.0, 1.0),
                              outOfRange(QStringLiteral("within"), study.within, 0.0, 1e7),
                              outOfRange(QStringLiteral("runs"), study.runs, 1.0, 100000.0)})
        if (error)
            return tl::unexpected(*error);
    if (input.rows.empty())
        return fail(ErrorCode::NoIncidents);
    const Result<workspace::MapAnalysisPtr> analysis = workspace::analyse(
        input.snapshot, input.filter, settingsOf(study), map::PlaceSearch(input.basemap), stop);
    if (!analysis)
        return tl::unexpected(analysis.error());
    Result<analysis::HotspotStability> certainty;
    if (study.certainty) {
        certainty = workspace::certaintyOf(**analysis, {study.runs, study.seed}, stop, progress);
        if (!certainty)
            return tl::unexpected(certainty.error());
    }
    const std::vector<HotspotRow> rows =
        workspace::hotspotRows(**analysis, study.certainty ? &*certainty : nullptr);

    auto result = std::make_shared<MethodResult>();
    result->title = Tr::tr("Hotspots");
    result->parameters = parametersOf(study);
    result->sentences = sentencesOf(rows, study);
    result->warnings = warningsOf(rows);
    result->remarks = workspace::leftOutRemarks(**analysis);
    result->propertyColumns = columnsOf(study);
    for (const HotspotRow& row : rows)
        result->properties.push_back(valuesOf(row));
    result->tables = {
        {QStringLiteral("hotspots"), Tr::tr("Hotspots"), result->propertyColumns, result->properties}};
    if ((*analysis)->density)
        result->grids.push_back({QStringLiteral("density"), Tr::tr("Density"), Tr::tr("incidents per km²"),
                                 (*analysis)->density, (*analysis)->scale});
    result->layer = layerOf(**analysis, rows, study);
    result->json = jsonOf(**analysis, rows, study);
    return MethodResultPtr(std::move(result));
}

} // namespace hk::methods
