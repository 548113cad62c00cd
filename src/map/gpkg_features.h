#pragma once

#include "map/feature_source.h"

#include <memory>

namespace hk::map {

struct LayerStyle;

/// The features of a GeoPackage in Web Mercator (EPSG:3857), read by view through its R-tree; never the whole
/// file. Pieces read are
/// kept up to a limit, those asked for longest ago go first. A geometry that is damaged is passed over and counted. Thread-safe;
/// each thread that reads has a connection of its own. A file that another program changes is read as it is then.
class GpkgFeatures : public FeatureSource {
public:
    /// A vector map as core/map_tables.h tells. Errors: FileNotFound, FileNotReadable, FileNotOurs (no such tables), FileNewer,
    /// FileDamaged, FileLocked.
    static Result<std::shared_ptr<const GpkgFeatures>> openMap(const QString& path);

    /// One table of features as a layer of one's own (BasemapTheme::Layer), with its coarser copies where it has any. `style` says
    /// which class and which name a feature bears. Errors: as openMap; NotFound for a table or column that is not there;
    /// FormatNotSupported for one without an R-tree.
    static Result<std::shared_ptr<const GpkgFeatures>> openLayer(const QString& path, const QString& table, const LayerStyle& style);

    ~GpkgFeatures() override;
    Result<std::shared_ptr<const Basemap>> features(const QRectF& rect, Plane plane, double zoom,
                                                    std::stop_token stop = {}) const override;
    /// Some thousand rows at a time, coarser copies left out; nothing of it is kept.
    Result<void> eachNamed(Plane plane, const Take& take, std::stop_token stop = {}) const override;
    QRectF bounds(Plane plane) const override;
    QString attribution() const override;

    /// Bytes of the pieces kept (about); 64 MiB at most unless set.
    qint64 memoryUsed() const;
    void setMemoryLimit(qint64 bytes) const;
    /// Features read from the file so far, and damaged ones among them.
    struct Counts {
        qint64 read = 0;
        qint64 damaged = 0;
    };
    Counts counts() const;

private:
    struct Impl;
    explicit GpkgFeatures(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace hk::map
