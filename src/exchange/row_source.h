#pragma once

#include "core/coordinates.h"
#include "core/result.h"

#include <QStringList>
#include <optional>
#include <string_view>
#include <vector>

namespace hk::exchange {

/// One record of an input, whatever its format: column values as UTF-8 (or the file's bytes) and its geometry, if any,
/// in the layer's own CRS with x east and y north.
struct SourceRow {
    qint64 number = 0;
    std::vector<std::string_view> values;
    struct Geometry {
        double x = 0.0;
        double y = 0.0;
        std::vector<std::pair<double, double>> ring; ///< outer ring of a polygon, not closed; else empty
        std::vector<std::pair<double, double>> hull; ///< corners around a line or several parts; else empty
    };
    std::optional<Geometry> geometry;
};

/// Rows of an input, from first to last.
class RowSource {
public:
    virtual ~RowSource() = default;
    virtual QStringList columns() const = 0;
    virtual QStringList layers() const = 0;
    virtual bool hasGeometry() const = 0;
    virtual QString crs() const = 0;
    virtual qint64 rowCount() const = 0; ///< -1: not known without reading
    virtual double share() const { return -1.0; } ///< 0–1 of the input read; negative: not known
    virtual void rewind() = 0;
    virtual void keepDigests(bool /*keep*/) {} ///< rows that sum up others are rows as well
    virtual qint64 leftOut() const { return 0; } ///< rows that next() has passed over
    /// False at the end; views in `row` are valid until the next call.
    virtual Result<bool> next(SourceRow& row) = 0;
};

} // namespace hk::exchange
