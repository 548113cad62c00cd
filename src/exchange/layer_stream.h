#pragma once

#include "exchange/layer_file.h"

#include <memory>
#include <optional>
#include <string_view>

class OGRFeature;
class OGRGeometry;

namespace hk::exchange {

/// The features of one layer, from first to last, whatever the file: of a layer with geometry by GDAL, of a table by its columns
/// with coordinates. Not thread-safe.
class LayerStream {
public:
    virtual ~LayerStream() = default;
    virtual const LayerInfo& info() const = 0;
    virtual void rewind() = 0;
    /// False at the end. FileDamaged with the number of the feature.
    virtual Result<bool> next() = 0;
    /// Of the feature read last; null: none. Valid until the next call.
    virtual const OGRGeometry* geometry() const = 0;
    /// The value of a field as text; nothing: null. Valid until the next call for the same field.
    virtual std::optional<std::string_view> text(std::size_t field) = 0;
    /// The value of a numeric field.
    virtual std::optional<double> number(std::size_t field) = 0;
};

/// A file with its layers.
class LayerDataset {
public:
    virtual ~LayerDataset() = default;
    virtual QString format() const = 0;
    virtual LayerFileKind kind() const = 0;
    virtual bool isTable() const = 0;
    virtual QStringList layers() const = 0;
    virtual QString attribution() const { return {}; } ///< of the file's metadata; empty: none
    /// The stream lives no longer than the dataset.
    virtual Result<std::unique_ptr<LayerStream>> stream(const QString& layer, std::stop_token stop) = 0;
};

/// Errors: FileNotFound, FileNotReadable, FormatNotSupported, FileDamaged.
Result<std::unique_ptr<LayerDataset>> openLayerDataset(const QString& path);

/// A table whose positions stand in columns; `path` a text table. Errors: those of opening, NoColumnsForPosition.
Result<std::unique_ptr<LayerDataset>> openTableDataset(const QString& path);
bool isTextTable(const QString& path);

} // namespace hk::exchange
