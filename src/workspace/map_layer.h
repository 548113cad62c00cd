#pragma once

#include "exchange/layer_file.h"
#include "map/layer_style.h"
#include "store/stored_layer.h"
#include "tiles/source_spec.h"

#include <QUuid>
#include <optional>

namespace hk::workspace {

/// A layer of one's own: where it comes from and how it is drawn. A value.
struct MapLayer {
    enum class Kind {
        File,   ///< features of a file
        Wfs,    ///< features of a service, as they were fetched last
        Picture ///< a raster or tiles, as tiles/source_spec.h has it
    };
    static constexpr qsizetype longestAttribution = 200;

    QUuid id;
    QString title;
    Kind kind = Kind::File;
    QString source; ///< absolute path, or address of the service
    QString layer;  ///< within the source
    QString crs;    ///< empty: the source's own
    tiles::SourceSpec::Kind picture = tiles::SourceSpec::Kind::Raster; ///< of Kind::Picture
    map::LayerStyle style = {};
    bool visible = true;
    QString role = {}; ///< empty: shown only; else what it serves besides
    QString attribution = {}; ///< named on screen and paper where the layer is seen; empty: nobody
    friend bool operator==(const MapLayer&, const MapLayer&) = default;
};

bool isFile(const MapLayer& layer); ///< what it shows lies in a file that one has, not at a service

/// Keys and passwords in the address of a service are left out: the file goes from hand to hand.
store::StoredLayer toStored(const MapLayer& layer, const QString& incidentFile);
/// Nothing where the kind is of a newer program. A style that cannot be read is the default one.
std::optional<MapLayer> fromStored(const store::StoredLayer& stored, const QString& incidentFile);

/// What a geometry is drawn as; nothing: of several kinds.
std::optional<map::GeometryKind> drawnAs(exchange::LayerGeometry geometry);

} // namespace hk::workspace
