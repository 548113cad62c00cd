#include "methods/study_input.h"

#include "exchange/points_reader.h"
#include "methods/translated.h"

#include <numeric>

namespace hk::methods {
namespace {

/// Exact points without attributes; times as civil minutes, taken for UTC, since plain points have no zone.
std::shared_ptr<const analysis::IncidentTable> tableOf(const exchange::PointsRead& read)
{
    auto table = std::make_shared<analysis::IncidentTable>();
    const std::size_t count = read.points.size();
    table->reserve(count);
    for (const analysis::Point& point : read.points) {
        table->easting.push_back(point.x);
        table->northing.push_back(point.y);
    }
    table->localSpanMinutes.assign(count, 0);
    table->category.assign(count, 0);
    table->organisation.assign(count, 0);
    table->radius.assign(count, 0.0F);
    table->precision.assign(count, 0);
    table->severity.assign(count, 1);
    table->flags.assign(count, 0);
    if (read.localMinutes.empty()) {
        table->fromUtc.assign(count, 0);
        table->localDate.assign(count, 0);
        table->localMinuteOfWeek.assign(count, 0);
    }
    for (const std::int64_t minutes : read.localMinutes) {
        const std::int64_t minuteOfDay = ((minutes % 1440) + 1440) % 1440;
        const std::int64_t day = (minutes - minuteOfDay) / 1440;
        const std::int64_t weekday = (((day + 3) % 7) + 7) % 7; // 1970-01-01 was a Thursday
        table->fromUtc.push_back(minutes * 60);
        table->localDate.push_back(static_cast<std::int32_t>(day));
        table->localMinuteOfWeek.push_back(static_cast<std::int32_t>(weekday * 1440 + minuteOfDay));
    }
    table->toUtc = table->fromUtc;
    return table;
}

} // namespace

StudyInput inputOf(const workspace::SnapshotPtr& snapshot, const IncidentFilter& filter)
{
    workspace::RowSelection selection = workspace::selectRows(*snapshot, filter);
    StudyInput input;
    input.table = snapshot->table;
    input.rows = std::move(selection.rows);
    input.leftOutLongSpans = selection.leftOutLongSpans;
    input.snapshot = snapshot;
    input.filter = filter;
    return input;
}

Result<StudyInput> readPlainPoints(const QString& path, const PointColumns& columns)
{
    Result<exchange::PointsRead> read
        = exchange::readPoints({path, columns.x, columns.y, columns.crs, columns.date, columns.weight});
    if (!read)
        return tl::unexpected(read.error());
    StudyInput input;
    input.table = tableOf(*read);
    input.rows.resize(read->points.size());
    std::iota(input.rows.begin(), input.rows.end(), 0U);
    input.weights = std::move(read->weights);
    input.hasTimes = !columns.date.isEmpty();
    input.crs = columns.crs;
    input.unusable = read->skipped;
    return input;
}

analysis::HeatmapRows usableRows(const StudyInput& input, double metres)
{
    return analysis::heatmapRows(*input.table, input.rows, metres);
}

QStringList leftOutRemarks(const StudyInput& input, const analysis::HeatmapRows& usable)
{
    QStringList remarks;
    if (usable.leftOut() > 0)
        remarks.append(
            Tr::tr("%Ln incident(s) without an exact place are left out.", nullptr, static_cast<int>(usable.leftOut())));
    if (input.leftOutLongSpans > 0)
        remarks.append(Tr::tr("%Ln incident(s) spanning a week or more have no hour of the week and are left out.", nullptr,
                              static_cast<int>(input.leftOutLongSpans)));
    if (input.unusable > 0)
        remarks.append(
            Tr::tr("%Ln row(s) of the file could not be read and are left out.", nullptr, static_cast<int>(input.unusable)));
    return remarks;
}

} // namespace hk::methods
