#pragma once

#include "analysis/fishnet.h"

namespace hk::analysis {

struct GiStarOptions {
    double band = 0.0; ///< metres between centres up to which a cell is a neighbour, inclusive; 0: cell · √2
    bool includeSelf = true; ///< false: Gi, the cell itself left out of its sum, mean and deviation
    bool correct = true;     ///< classes by false discovery rate instead of by each p alone
    int threads = 0;         ///< 0: as many as pay
    std::stop_token stop = {};
};

/// Significance class of a cell: the sign says hot or cold, the size how sure.
enum class GiClass : std::int8_t {
    Cold99 = -3,
    Cold95 = -2,
    Cold90 = -1,
    None = 0,
    Hot90 = 1,
    Hot95 = 2,
    Hot99 = 3
};

/// By cell of the fishnet, row-major. z and p are NaN for cells outside the area and where there is too
/// little to say.
struct GiStar {
    std::vector<double> z;
    std::vector<double> p;        ///< two-sided, of the normal distribution, not corrected
    std::vector<GiClass> classes; ///< None where z is NaN
    double band = 0.0;            ///< metres, as used
    double mean = 0.0;            ///< of the cells inside
    double deviation = 0.0;       ///< of the cells inside, divided by n (not n − 1)
    std::size_t cells = 0;        ///< inside the area: n
    std::size_t undefined = 0;    ///< of them, without a z: all values alike, or every cell a neighbour
};

/// Getis–Ord local statistic with binary weights within a distance band:
/// zᵢ = (Σⱼ wᵢⱼ xⱼ − x̄ Wᵢ) / (s · √((n · S1ᵢ − Wᵢ²)/(n − 1))), Wᵢ = Σⱼ wᵢⱼ, S1ᵢ = Σⱼ wᵢⱼ², s² = Σ(x − x̄)²/n,
/// self included [Getis & Ord 1992; Ord & Getis 1995]. Without self (Gi): x̄ and s of the other n − 1 cells,
/// and √(((n − 1) · S1ᵢ − Wᵢ²)/(n − 2)). Cells with value 0 count; cells outside the area neither count nor
/// are neighbours. `values` is as long as the fishnet has cells (else std::invalid_argument). Answers do not
/// depend on the number of threads. Faults: BandwidthNotPositive (a negative or infinite band), NotFinite (a
/// value inside the area; value: its index), NoPoints (no cell inside), Cancelled. Thread-safe.
Outcome<GiStar> giStar(const Fishnet& fishnet, const std::vector<double>& values,
                       const GiStarOptions& options);

/// The class of each z by its two-sided p: 90, 95 and 99 % for p ≤ 0.10, 0.05 and 0.01. With `correct` each
/// level is the false discovery rate of Benjamini & Hochberg (1995): of m p-values in ascending order, all up
/// to the largest k with p(k) ≤ k/m · level. NaN is left out of m and has class None.
std::vector<GiClass> giClasses(const std::vector<double>& z, const std::vector<double>& p, bool correct);

/// Cells of one class or a surer one of the same sign that touch by a side or a corner.
struct GiGroup {
    std::vector<std::size_t> cells; ///< indices in the fishnet, ascending
    std::size_t summit = 0;         ///< of them, the one whose z is farthest from 0; of equals the lowest index
};
/// The groups of cells at least as sure as `least` (not None), the one with the farthest z first, of equals the one with
/// the lowest index.
std::vector<GiGroup> giGroups(const Fishnet& fishnet, const GiStar& found, GiClass least);

/// The largest p that is significant at the false discovery rate `level` among `p` (NaN left out); negative
/// where none is [Benjamini & Hochberg 1995, eq. 1].
double falseDiscoveryThreshold(const std::vector<double>& p, double level);

} // namespace hk::analysis
