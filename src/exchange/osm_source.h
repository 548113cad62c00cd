#pragma once

#include "core/result.h"
#include "exchange/osm_classes.h"

#include <functional>
#include <memory>
#include <stop_token>

class OGRGeometry;

namespace hk::exchange {

/// One thing of OpenStreetMap that has tags. Text and geometry belong to the source until the next one is asked for.
struct OsmThing {
    unsigned kind = 0;                ///< one of osm_kind; 0: a relation that is no area (a route …)
    OsmTags tags = {};
    OGRGeometry* geometry = nullptr;  ///< lon, lat; null where there is none. May be changed in place.
};

/// Reads an extract of OpenStreetMap (.osm.pbf, .osm) from beginning to end, once. One thread, with its GDAL settings.
class OsmSource {
public:
    struct Options {
        QString scratch;          ///< folder for what does not fit in memory
        bool anyNodeOrder = false; ///< slower, for files whose nodes are not sorted by their number
    };
    /// Errors: FileNotFound, FileNotReadable, FormatNotSupported.
    static Result<OsmSource> open(const QString& path, const Options& options);
    OsmSource(OsmSource&&) noexcept;
    OsmSource& operator=(OsmSource&&) noexcept;
    ~OsmSource();

    /// False at the end. Errors: FileDamaged where the file breaks off or is not understood; Cancelled. `progress` is told how
    /// much of the file has been read (0–1).
    Result<bool> next(OsmThing& thing, const std::function<void(double)>& progress, std::stop_token stop);
    /// Whether the last error was that of unsorted or negative node numbers, which goes away with anyNodeOrder.
    bool nodesUnsorted() const;
    /// Relations whose rings could not be put together.
    qint64 unclosedRelations() const;

private:
    struct Impl;
    explicit OsmSource(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace hk::exchange
