#include "analysis/rate_ratio.h"

#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace hk::analysis {

namespace {

/// P(X ≥ hits) of a binomial, by the incomplete beta function.
double upperTail(std::int64_t hits, std::int64_t trials, double share) {
    if (hits <= 0)
        return 1.0;
    return boost::math::ibeta(static_cast<double>(hits), static_cast<double>(trials - hits + 1), share);
}

/// P(X ≤ hits).
double lowerTail(std::int64_t hits, std::int64_t trials, double share) {
    if (hits >= trials)
        return 1.0;
    return boost::math::ibetac(static_cast<double>(hits + 1), static_cast<double>(trials - hits), share);
}

/// The ratio of rates at which the later count has this share of both; infinite at 1.
double ratioAt(double share, double earlierExposure, double laterExposure) {
    return share < 1.0 ? share / (1.0 - share) * earlierExposure / laterExposure
                       : std::numeric_limits<double>::infinity();
}

void requireUsable(const EventRate& rate) {
    if (rate.count < 0 || !(rate.exposure > 0.0) || !std::isfinite(rate.exposure))
        throw std::invalid_argument("a rate needs a count of 0 or more and a positive exposure");
}

} // namespace

Interval clopperPearson(std::int64_t hits, std::int64_t trials, double confidence) {
    if (hits < 0 || hits > trials || !(confidence > 0.0 && confidence < 1.0))
        throw std::invalid_argument("hits lie in [0, trials] and a confidence in (0, 1)");
    const double tail = (1.0 - confidence) / 2.0;
    const auto k = static_cast<double>(hits);
    const auto n = static_cast<double>(trials);
    return {hits == 0 ? 0.0 : boost::math::ibeta_inv(k, n - k + 1.0, tail),
            hits == trials ? 1.0 : boost::math::ibetac_inv(k + 1.0, n - k, tail)};
}

Interval poissonInterval(std::int64_t count, double confidence) {
    if (count < 0 || !(confidence > 0.0 && confidence < 1.0))
        throw std::invalid_argument("a count is 0 or more and a confidence lies in (0, 1)");
    const double tail = (1.0 - confidence) / 2.0;
    const auto k = static_cast<double>(count);
    return {count == 0 ? 0.0 : boost::math::gamma_p_inv(k, tail), boost::math::gamma_q_inv(k + 1.0, tail)};
}

double RateRatio::change() const {
    return tooFew ? std::numeric_limits<double>::quiet_NaN() : ratio - 1.0;
}

RateRatio rateRatio(const EventRate& earlier, const EventRate& later, double confidence) {
    requireUsable(earlier);
    requireUsable(later);
    const std::int64_t sum = earlier.count + later.count;
    const Interval share = clopperPearson(later.count, sum, confidence);
    const double evenShare = later.exposure / (earlier.exposure + later.exposure);

    RateRatio result;
    result.ratio = earlier.count > 0 ? later.rate() / earlier.rate()
                   : later.count > 0 ? std::numeric_limits<double>::infinity()
                                     : std::numeric_limits<double>::quiet_NaN();
    result.interval = {ratioAt(share.lower, earlier.exposure, later.exposure),
                       ratioAt(share.upper, earlier.exposure, later.exposure)};
    result.p = std::min(
        1.0, 2.0 * std::min(lowerTail(later.count, sum, evenShare), upperTail(later.count, sum, evenShare)));
    result.tooFew = std::min(earlier.count, later.count) < fewestToCompare;
    return result;
}

} // namespace hk::analysis
