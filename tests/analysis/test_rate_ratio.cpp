#include "support/catch.h"

#include "analysis/rate_ratio.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <stdexcept>

using namespace hk::analysis;

namespace {

/// P(X = k) of a binomial, term by term.
double binomial(std::int64_t k, std::int64_t n, double share) {
    const auto x = static_cast<double>(k);
    const auto m = static_cast<double>(n);
    return std::exp(std::lgamma(m + 1) - std::lgamma(x + 1) - std::lgamma(m - x + 1) + x * std::log(share) +
                    (m - x) * std::log1p(-share));
}

double sumOf(std::int64_t first, std::int64_t last, std::int64_t n, double share) {
    double sum = 0.0;
    for (std::int64_t k = first; k <= last; ++k)
        sum += binomial(k, n, share);
    return sum;
}

} // namespace

TEST_CASE("the interval of a rate ratio is that of R's poisson.test") {
    // R 4, help page of poisson.test, eba1977: poisson.test(c(11, 6+8+7), c(800, 1083+1050+878)).
    const RateRatio result = rateRatio({21, 3011.0}, {11, 800.0});
    CHECK_THAT(result.ratio, WithinAbs(1.971488, 5e-7));
    CHECK_THAT(result.interval.lower, WithinAbs(0.8584264, 5e-8));
    CHECK_THAT(result.interval.upper, WithinAbs(4.2772659, 5e-8));
}

TEST_CASE("the interval of a rate ratio is that of Stata's iri") {
    // Stata, manual of epitab (breast cancer after fluoroscopy): iri 41 15 28010 19017.
    const RateRatio result = rateRatio({15, 19017.0}, {41, 28010.0});
    CHECK_THAT(result.ratio, WithinAbs(1.855759, 5e-7));
    CHECK_THAT(result.interval.lower, WithinAbs(1.005684, 5e-7));
    CHECK_THAT(result.interval.upper, WithinAbs(3.6093, 5e-5));
    CHECK(result.isCertain());
}

TEST_CASE("the interval of a share is that of Clopper and Pearson") {
    // R 4, help page of binom.test, Mendel's peas: binom.test(682, 925).
    const Interval interval = clopperPearson(682, 925);
    CHECK_THAT(interval.lower, WithinAbs(0.7076683, 5e-8));
    CHECK_THAT(interval.upper, WithinAbs(0.7654066, 5e-8));
}

TEST_CASE("the interval of a Poisson count is Garwood's, as R's poisson.test gives it") {
    CHECK_THAT(poissonInterval(10).lower, WithinAbs(4.795389, 1e-6));
    CHECK_THAT(poissonInterval(10).upper, WithinAbs(18.39036, 1e-5));
    CHECK(poissonInterval(0).lower == 0.0);
    CHECK_THAT(poissonInterval(0).upper, WithinAbs(3.688879, 1e-6));
    CHECK_THAT(poissonInterval(1).lower, WithinAbs(0.02531781, 1e-8));
    CHECK_THAT(poissonInterval(1).upper, WithinAbs(5.571643, 1e-6));
    CHECK_THROWS_AS(poissonInterval(-1), std::invalid_argument);
}

TEST_CASE("at the ends of the interval of a share the tails are the confidence asked for") {
    for (const auto& [hits, trials] : {std::pair<std::int64_t, std::int64_t>{1, 12}, {7, 9}, {40, 300}}) {
        const Interval interval = clopperPearson(hits, trials, 0.9);
        CHECK_THAT(sumOf(hits, trials, trials, interval.lower), WithinAbs(0.05, 1e-9));
        CHECK_THAT(sumOf(0, hits, trials, interval.upper), WithinAbs(0.05, 1e-9));
    }
}

TEST_CASE("the p of a rate ratio is twice the smaller binomial tail, added up term by term") {
    for (const auto& [a, b, ta, tb] : {std::tuple<int, int, double, double>{21, 11, 3011.0, 800.0},
                                       {15, 41, 19017.0, 28010.0},
                                       {12, 12, 30.0, 31.0},
                                       {0, 6, 1.0, 1.0}}) {
        const std::int64_t sum = a + b;
        const double share = tb / (ta + tb);
        const double expected =
            std::min(1.0, 2.0 * std::min(sumOf(0, b, sum, share), sumOf(b, sum, sum, share)));
        CHECK_THAT(rateRatio({a, ta}, {b, tb}).p, WithinAbs(expected, 1e-10));
    }
}

TEST_CASE("a rate ratio turned round is its inverse, with the same p") {
    const RateRatio forth = rateRatio({30, 365.0}, {52, 366.0});
    const RateRatio back = rateRatio({52, 366.0}, {30, 365.0});
    CHECK_THAT(forth.ratio * back.ratio, WithinAbs(1.0, 1e-12));
    CHECK_THAT(forth.interval.lower * back.interval.upper, WithinAbs(1.0, 1e-9));
    CHECK_THAT(forth.p, WithinAbs(back.p, 1e-12));
}

TEST_CASE("the p and the interval of a rate ratio never disagree on whether there is a change") {
    std::mt19937 random(5);
    for (int i = 0; i < 3000; ++i) {
        const std::int64_t a = random() % 60;
        const std::int64_t b = random() % 60;
        const auto days = [&] { return 1.0 + static_cast<double>(random() % 400); };
        const RateRatio result = rateRatio({a, days()}, {b, days()});
        if (std::abs(result.p - 0.05) > 1e-9)
            CHECK(result.isCertain() == (result.p < 0.05));
        if (a + b > 0 && a > 0)
            CHECK(result.interval.contains(result.ratio));
    }
}

TEST_CASE("an interval of 95 per cent holds the true ratio at least 95 times in a hundred") {
    std::mt19937 random(6);
    std::poisson_distribution<int> earlier(20.0);
    std::poisson_distribution<int> later(45.0);
    int held = 0;
    for (int i = 0; i < 4000; ++i)
        held += rateRatio({earlier(random), 2.0}, {later(random), 3.0}).interval.contains(1.5) ? 1 : 0;
    CHECK(held >= 0.95 * 4000 - 2.5 * std::sqrt(4000 * 0.05 * 0.95));
    CHECK(held < 4000);
}

TEST_CASE("a period without incidents has a ratio of nothing or infinity, and a limit that says how little "
          "is known") {
    const RateRatio gone = rateRatio({4, 1.0}, {0, 1.0});
    CHECK(gone.ratio == 0.0);
    CHECK(gone.interval.lower == 0.0);
    CHECK_THAT(gone.interval.upper, WithinAbs(std::pow(0.025, -0.25) - 1.0, 1e-9)); // (1 − q) = 0.025^(1/4)
    const RateRatio come = rateRatio({0, 1.0}, {4, 1.0});
    CHECK(std::isinf(come.ratio));
    CHECK(std::isinf(come.interval.upper));
    const RateRatio none = rateRatio({0, 1.0}, {0, 1.0});
    CHECK(std::isnan(none.ratio));
    CHECK(none.interval == Interval{0.0, std::numeric_limits<double>::infinity()});
    CHECK(none.p == 1.0);
}

TEST_CASE("with fewer than ten in either period there is no percentage") {
    CHECK(rateRatio({9, 1.0}, {100, 1.0}).tooFew);
    CHECK(std::isnan(rateRatio({100, 1.0}, {9, 1.0}).change()));
    const RateRatio enough = rateRatio({10, 1.0}, {15, 1.0});
    CHECK_FALSE(enough.tooFew);
    CHECK_THAT(enough.change(), WithinAbs(0.5, 1e-12));
}

TEST_CASE("millions of incidents have a rate ratio, too") {
    const RateRatio result = rateRatio({5'000'000, 365.0}, {5'100'000, 365.0});
    CHECK_THAT(result.ratio, WithinAbs(1.02, 1e-9));
    // ln ratio ± 1.96 √(1/a + 1/b), to which the exact limits tend.
    const double width = 1.959964 * std::sqrt(1 / 5e6 + 1 / 5.1e6);
    CHECK_THAT(result.interval.lower, WithinAbs(1.02 * std::exp(-width), 1e-6));
    CHECK_THAT(result.interval.upper, WithinAbs(1.02 * std::exp(width), 1e-6));
}

TEST_CASE("a rate without exposure is refused") {
    CHECK_THROWS_AS(rateRatio({1, 0.0}, {1, 1.0}), std::invalid_argument);
    CHECK_THROWS_AS(rateRatio({-1, 1.0}, {1, 1.0}), std::invalid_argument);
    CHECK_THROWS_AS(clopperPearson(3, 2), std::invalid_argument);
    CHECK_THROWS_AS(clopperPearson(1, 2, 1.0), std::invalid_argument);
}
