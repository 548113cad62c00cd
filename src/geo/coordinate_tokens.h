#pragma once

#include "geo/swedish_grids.h"

#include <QString>
#include <optional>
#include <utility>

namespace hk::geo {

/// The text with all kinds of primes, quotes, degree signs, dashes and spaces made plain: ' " ° - and one space.
QString plainMarks(const QString& text);

struct NamedGrid {
    const SwedishGrid* grid = nullptr; ///< null: none named
};
/// Takes the name of a grid out of the text: "SWEREF 99 TM", "sweref991200", "1200 " before metres, "RT 90", "EPSG:3007".
NamedGrid takeGridName(QString& text);

/// Latitude and longitude, or the other way round where the letters do not tell. `surely`: whole degrees are coordinates even
/// without marks or letters.
std::optional<std::pair<double, double>> readDegrees(const QString& text, bool surely);
/// Two numbers of at least five digits, thousands parted by spaces or not, with N, E, X, Y before or behind.
std::optional<std::pair<double, double>> readMetres(const QString& text);

} // namespace hk::geo
