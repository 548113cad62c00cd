#include "methods/study_points.h"

#include "methods/translated.h"
#include "text/sentences.h"
#include "workspace/heatmap_input.h"
#include "workspace/map_analysis.h"

#include <cmath>

namespace hk::methods {
namespace {

bool isSweref99Tm(const StudyInput& input)
{
    return input.crs.compare(QLatin1String("EPSG:3006"), Qt::CaseInsensitive) == 0;
}

} // namespace

StudyPoints studyPoints(const StudyInput& input, double metres, bool nearHub)
{
    StudyPoints result;
    result.usable = usableRows(input, metres);
    std::vector<std::uint32_t>& rows = result.usable.rows;
    if (nearHub && input.snapshot) // by the stored positions, whatever CRS the input is moved to
        result.leftOutFar = workspace::takeOutFar(*input.snapshot->table, rows);
    result.points = analysis::positions(*input.table, rows);
    if (!input.weights.empty())
        for (const std::uint32_t row : rows)
            result.weights.push_back(input.weights[row]);
    return result;
}

QStringList leftOutRemarks(const StudyInput& input, const StudyPoints& points)
{
    QStringList remarks = leftOutRemarks(input, points.usable);
    if (points.leftOutFar > 0)
        remarks.append(Tr::tr("%Ln incident(s) more than 20 km from Mölndals bro are left out.", nullptr,
                              static_cast<int>(points.leftOutFar)));
    return remarks;
}

Error errorOf(const analysis::Failure& failure, double cell, double bandwidth)
{
    workspace::MapSettings settings;
    settings.cell = cell;
    settings.bandwidth = bandwidth;
    return workspace::errorOf(failure, settings);
}

std::optional<Error> outOfRange(const QString& field, double value, double lowest, double highest)
{
    if (std::isfinite(value) && value >= lowest && value <= highest)
        return std::nullopt;
    return Error{ErrorCode::ValueOutOfRange,
                 {{}, -1, field},
                 {QString::number(value), QString::number(lowest), QString::number(highest, 'g', 12)}};
}

PlaceNames::PlaceNames(const StudyInput& input)
{
    if (input.basemap && isSweref99Tm(input))
        m_places.emplace(input.basemap);
}

QString PlaceNames::at(const analysis::Point& place) const
{
    const QString name = m_places ? m_places->nameAt({place.x, place.y}) : QString();
    if (!name.isEmpty())
        return name;
    return Tr::tr("E %1, N %2", "coordinates in place of a name")
        .arg(text::number(static_cast<qint64>(std::llround(place.x))),
             text::number(static_cast<qint64>(std::llround(place.y))));
}

QJsonValue jsonNumber(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue();
}

QString metres(double value)
{
    const bool whole = value == std::round(value);
    return whole ? text::number(static_cast<qint64>(value)) : text::number(value, 1);
}

} // namespace hk::methods
