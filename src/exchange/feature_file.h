#pragma once

#include "core/result.h"

#include <QString>

namespace hk::exchange {

/// Gathers the pages of a service's answer in one GeoPackage (layer `features`), whatever their format: reads one page (GML,
/// GeoJSON) and adds its features, in the CRS of the first page, its new fields as new columns. Answers how many there were.
/// `crs`: of the page where it names none. For workers. Errors: FormatNotSupported, FileDamaged (the page), FileNotWritable.
Result<qint64> appendFeatures(const QString& page, const QString& target, const QString& crs);

} // namespace hk::exchange
