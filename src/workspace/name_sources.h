#pragma once

#include "map/place_search.h"

#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <memory>
#include <stop_token>
#include <vector>

namespace hk::workspace {

/// Keeps the names that can be searched for in step with the background and the layers: opens the index of a vector map's
/// file, and reads the names of layers, on a worker; the newest wishes win. Lives on the window's thread.
class NameSources : public QObject {
    Q_OBJECT
public:
    /// Copies of `places` share what is set here.
    explicit NameSources(const map::PlaceSearch& places, QObject* parent = nullptr);
    ~NameSources() override;

    /// Files of vector maps (GeoPackages with hk_names) and sources of layers, in place of those before.
    void set(const QStringList& files, std::vector<std::shared_ptr<const map::FeatureSource>> layers = {});

Q_SIGNALS:
    void changed();                       ///< the new names can be found
    void failed(const hk::Error& error);  ///< of one source; the others are there all the same

private:
    map::PlaceSearch m_places;
    std::stop_source m_stop;
    int m_number = 0; ///< of the newest wishes
    QThreadPool m_pool; ///< last: its thread ends before the rest goes
};

} // namespace hk::workspace
