#include "analysis/class_breaks.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hk::analysis {

namespace {

std::vector<double> quantileLimits(const std::vector<double>& sorted, std::size_t classes) {
    std::vector<double> limits;
    for (std::size_t i = 1; i < classes; ++i) {
        const std::size_t place = i * sorted.size() / classes;
        if (place < sorted.size())
            limits.push_back(sorted[place]);
    }
    return limits;
}

std::vector<double> equalLimits(const std::vector<double>& sorted, std::size_t classes) {
    std::vector<double> limits;
    const double width = sorted.back() - sorted.front();
    for (std::size_t i = 1; i < classes; ++i)
        limits.push_back(sorted.front() + width * static_cast<double>(i) / static_cast<double>(classes));
    return limits;
}

/// Best sums of squares of the first values in so many classes, one class after the other.
std::vector<double> naturalLimits(const std::vector<double>& all, std::size_t classes) {
    constexpr std::size_t most = 1000;
    std::vector<double> v;
    const std::size_t count = std::min(all.size(), most);
    for (std::size_t i = 0; i < count; ++i)
        v.push_back(all[count == 1 ? 0 : i * (all.size() - 1) / (count - 1)]);
    std::vector<double> sum(count + 1, 0.0);
    std::vector<double> squares(count + 1, 0.0);
    for (std::size_t i = 0; i < count; ++i) {
        const double x = v[i] - v[0];
        sum[i + 1] = sum[i] + x;
        squares[i + 1] = squares[i] + x * x;
    }
    const auto within = [&](std::size_t from, std::size_t to) { // [from, to)
        const double s = sum[to] - sum[from];
        return std::max(0.0, squares[to] - squares[from] - s * s / static_cast<double>(to - from));
    };
    classes = std::min(classes, count);
    constexpr double none = std::numeric_limits<double>::infinity();
    std::vector<std::vector<double>> best(classes + 1, std::vector<double>(count + 1, none));
    std::vector<std::vector<std::size_t>> begin(classes + 1, std::vector<std::size_t>(count + 1, 0));
    best[0][0] = 0.0;
    for (std::size_t k = 1; k <= classes; ++k)
        for (std::size_t to = k; to <= count; ++to)
            for (std::size_t from = k - 1; from < to; ++from) {
                const double cost = best[k - 1][from] + within(from, to);
                if (cost < best[k][to]) {
                    best[k][to] = cost;
                    begin[k][to] = from;
                }
            }
    std::vector<double> limits;
    for (std::size_t k = classes, to = count; k > 1; --k) {
        to = begin[k][to];
        limits.push_back(v[to]);
    }
    return limits;
}

} // namespace

std::vector<double> classLimits(std::vector<double> values, std::size_t classes, ClassRule rule) {
    std::erase_if(values, [](double value) { return !std::isfinite(value); });
    if (values.empty() || classes < 2)
        return {};
    std::sort(values.begin(), values.end());
    std::vector<double> limits = rule == ClassRule::Quantiles ? quantileLimits(values, classes)
                                 : rule == ClassRule::Equal   ? equalLimits(values, classes)
                                                              : naturalLimits(values, classes);
    std::sort(limits.begin(), limits.end());
    limits.erase(std::unique(limits.begin(), limits.end()), limits.end());
    // The least value is in the first class, whatever comes.
    std::erase_if(limits, [&](double limit) { return limit <= values.front(); });
    return limits;
}

std::size_t classOf(double value, const std::vector<double>& limits) {
    return static_cast<std::size_t>(std::upper_bound(limits.begin(), limits.end(), value) - limits.begin());
}

} // namespace hk::analysis
