#include "analysis/time_profile.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace hk::analysis {

namespace {

constexpr int hoursPerWeek = 168;
constexpr int minutesPerWeek = hoursPerWeek * 60;
constexpr int minutesPerDay = 24 * 60;
constexpr int bandHours = 4;
constexpr std::size_t fewest = 5;

void share(WeekProfile& profile, int start, int span) {
    const double perMinute = 1.0 / span;
    int minute = start;
    int left = span;
    while (left > 0) {
        const int taken = std::min(left, 60 - minute % 60);
        profile.weights[static_cast<std::size_t>(minute / 60)] += taken * perMinute;
        left -= taken;
        minute = (minute + taken) % minutesPerWeek;
    }
}

struct Candidate {
    int weekday = 0;
    int days = 0;
    int fromHour = 0;
    double observed = 0.0;
    double score = 0.0;
    double offCentre = 0.0; ///< hours from the band's middle to the mean hour in it
};

Candidate measure(const WeekProfile& profile, double total, int weekday, int days, int fromHour) {
    Candidate candidate{weekday, days, fromHour};
    double moment = 0.0;
    for (int day = 0; day < days; ++day) {
        for (int hour = 0; hour < bandHours; ++hour) {
            const int index = (24 * (weekday + day) + fromHour + hour) % hoursPerWeek;
            const double weight = profile.weights[static_cast<std::size_t>(index)];
            candidate.observed += weight;
            moment += weight * (hour + 0.5);
        }
    }
    const double expected = total * days * bandHours / hoursPerWeek;
    candidate.score = (candidate.observed - expected) / std::sqrt(expected);
    if (candidate.observed > 0.0)
        candidate.offCentre = std::abs(moment / candidate.observed - bandHours / 2.0);
    return candidate;
}

bool better(const Candidate& a, const Candidate& b) {
    const double tie = 1e-9 * std::max(1.0, std::abs(b.score));
    if (std::abs(a.score - b.score) > tie)
        return a.score > b.score;
    return a.offCentre < b.offCentre - 1e-9;
}

std::int32_t stepStart(std::int32_t date, SeriesStep step) {
    using namespace std::chrono;
    switch (step) {
    case SeriesStep::Day:
        return date;
    case SeriesStep::Week: {
        // 1970-01-01 was a Thursday.
        const std::int32_t weekday = ((date % 7) + 7 + 3) % 7;
        return date - weekday;
    }
    case SeriesStep::Month: {
        const year_month_day day{sys_days{days{date}}};
        return static_cast<std::int32_t>(sys_days{day.year() / day.month() / 1}.time_since_epoch().count());
    }
    }
    return date;
}

std::int32_t nextStep(std::int32_t start, SeriesStep step) {
    switch (step) {
    case SeriesStep::Day:
        return start + 1;
    case SeriesStep::Week:
        return start + 7;
    case SeriesStep::Month:
        return stepStart(start + 31, SeriesStep::Month);
    }
    return start + 1;
}

} // namespace

WeekProfile weekProfile(const IncidentTable& table, const std::vector<std::uint32_t>& rows) {
    WeekProfile profile;
    for (const std::uint32_t row : rows) {
        const int span = std::max(table.localSpanMinutes[row], std::int32_t{0});
        if (span >= minutesPerWeek) {
            ++profile.leftOut;
            continue;
        }
        ++profile.counted;
        if (span > minutesPerDay)
            ++profile.overADay;
        const int start = std::clamp(table.localMinuteOfWeek[row], std::int32_t{0}, minutesPerWeek - 1);
        if (span == 0)
            profile.weights[static_cast<std::size_t>(start / 60)] += 1.0;
        else
            share(profile, start, span);
    }
    return profile;
}

PeakTime peakTime(const WeekProfile& profile) {
    double total = 0.0;
    for (const double weight : profile.weights)
        total += weight;
    if (profile.counted < fewest || !(total > 0.0))
        return {};

    Candidate best;
    const auto consider = [&](int weekday, int days) {
        for (int fromHour = 0; fromHour < 24; ++fromHour) {
            const Candidate candidate = measure(profile, total, weekday, days, fromHour);
            if (better(candidate, best))
                best = candidate;
        }
    };
    for (int days = 1; days <= 3; ++days)
        for (int weekday = 0; weekday < 7; ++weekday)
            consider(weekday, days);
    consider(0, 7);
    if (best.days == 0 || best.score <= 1e-9)
        return {};

    PeakTime peak;
    peak.firstWeekday = best.weekday;
    peak.lastWeekday = (best.weekday + best.days - 1) % 7;
    peak.fromHour = best.fromHour;
    peak.toHour =
        best.fromHour + bandHours <= 24 ? best.fromHour + bandHours : best.fromHour + bandHours - 24;
    peak.share = best.observed / total;
    peak.any = true;
    return peak;
}

TimeSeries timeSeries(const IncidentTable& table, const std::vector<std::uint32_t>& rows, SeriesStep step) {
    TimeSeries series;
    series.step = step;
    if (rows.empty())
        return series;
    std::int32_t first = table.localDate[rows.front()];
    std::int32_t last = first;
    for (const std::uint32_t row : rows) {
        first = std::min(first, table.localDate[row]);
        last = std::max(last, table.localDate[row]);
    }
    for (std::int32_t start = stepStart(first, step); start <= last; start = nextStep(start, step))
        series.startDate.push_back(start);
    series.count.assign(series.startDate.size(), 0);
    for (const std::uint32_t row : rows) {
        const auto after =
            std::upper_bound(series.startDate.begin(), series.startDate.end(), table.localDate[row]);
        ++series.count[static_cast<std::size_t>(after - series.startDate.begin()) - 1];
    }
    return series;
}

} // namespace hk::analysis
