#include "support/catch.h"

#include "analysis/class_breaks.h"

#include <cmath>
#include <limits>

using namespace hk::analysis;

TEST_CASE("quantiles put as many values in each class") {
    const std::vector<double> limits = classLimits({9, 1, 8, 2, 7, 3, 6, 4, 5, 10}, 5, ClassRule::Quantiles);
    CHECK(limits == std::vector<double>{3, 5, 7, 9});
    CHECK(classOf(2.9, limits) == 0);
    CHECK(classOf(3.0, limits) == 1);
    CHECK(classOf(10.0, limits) == 4);
}

TEST_CASE("equal classes are as wide each") {
    CHECK(classLimits({0, 3, 10}, 5, ClassRule::Equal) == std::vector<double>{2, 4, 6, 8});
}

TEST_CASE("natural breaks lie where the gaps are") {
    CHECK(classLimits({1, 2, 1.5, 10, 11, 10.5, 50, 52}, 3, ClassRule::Natural) == std::vector<double>{10, 50});
    // The published example of two classes: 4, 5, 9, 10 part between 5 and 9.
    CHECK(classLimits({4, 5, 9, 10}, 2, ClassRule::Natural) == std::vector<double>{9});
}

TEST_CASE("few or equal values give fewer classes, and none that is empty below") {
    CHECK(classLimits({5, 5, 5}, 5, ClassRule::Quantiles).empty());
    CHECK(classLimits({5, 5, 5}, 5, ClassRule::Equal).empty());
    CHECK(classLimits({5, 5, 5}, 5, ClassRule::Natural).empty());
    CHECK(classLimits({1, 2}, 5, ClassRule::Natural) == std::vector<double>{2});
    CHECK(classLimits({}, 5, ClassRule::Natural).empty());
    CHECK(classLimits({1, std::numeric_limits<double>::quiet_NaN(), 3}, 2, ClassRule::Equal) == std::vector<double>{2});
}

TEST_CASE("natural breaks of ten thousand values are there at once") {
    std::vector<double> values;
    for (int i = 0; i < 10'000; ++i)
        values.push_back(std::sqrt(i) + (i > 7000 ? 500.0 : 0.0));
    const std::vector<double> limits = classLimits(values, 2, ClassRule::Natural);
    REQUIRE(limits.size() == 1);
    CHECK(limits.front() > 500.0);
    CHECK(limits.front() < 585.0);
}
