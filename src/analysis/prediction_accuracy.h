#pragma once

#include "analysis/fishnet.h"

namespace hk::analysis {

/// Fewer later incidents than this are too few to say how well a map foretold them.
inline constexpr double fewestToJudge = 10.0;

/// The part of a fishnet that a map marks: its highest cells, the same number for every map compared.
struct MarkedCells {
    /// By cell of the fishnet: 1 marked, 0 not. Cells that tie for the last places share them: each holds
    /// places / tied, the expected value of drawing lots, so that no tie is decided by where a cell lies.
    std::vector<double> share;
    std::size_t places = 0; ///< cells marked: max(1, round(share · cells inside))
    std::size_t tied = 0;   ///< cells that share the last places; 0: none had to
};

/// Marks the `share` (0–1] of the cells inside with the highest values of `map` (by cell; NaN is lowest).
/// Values alike to 12 digits of the map's maximum tie.
MarkedCells markHighest(const Fishnet& fishnet, const std::vector<double>& map, double share);

/// How well a map foretold where later incidents lay.
struct Accuracy {
    double c = 0.0;       ///< later incidents in the marked cells (a broken number where cells tie)
    double C = 0.0;       ///< later incidents in the study area
    double a = 0.0;       ///< km² marked
    double A = 0.0;       ///< km² of the study area
    double best = 0.0;    ///< the most later incidents that any marked area of the same size could hold
    double hitRate = 0.0; ///< c / C; NaN where C is below fewestToJudge, as the two below
    double pai = 0.0;     ///< (c / C) / (a / A) [Chainey, Tompson & Uhlig 2008]; 1: no better than chance
    double pei = 0.0;     ///< pai / the pai of `best`, 0–1 [Hunt 2016]
    std::size_t tied = 0;
};

/// Holds a map of one period against the incidents of a later one. `later` are counts per cell of the fishnet
/// (see countInCells); both vectors are as long as it has cells (else std::invalid_argument). Thread-safe.
Accuracy accuracyOf(const Fishnet& fishnet, const std::vector<double>& map, const std::vector<double>& later,
                    double share);

/// Two maps that mark the same area, by the later incidents that only one of them marks.
struct MapComparison {
    double onlyFirst = 0.0;
    double onlySecond = 0.0;
    /// (onlySecond − onlyFirst) / √(onlySecond + onlyFirst) [McNemar 1947], 0 where both mark alike:
    /// above 1.96 the second has found more than chance explains, were the incidents independent.
    double z = 0.0;
};
/// Vectors by cell of one fishnet, of equal length (else std::invalid_argument).
MapComparison compareMaps(const MarkedCells& first, const MarkedCells& second,
                          const std::vector<double>& later);

} // namespace hk::analysis
