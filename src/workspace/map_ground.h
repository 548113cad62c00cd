#pragma once

#include "map/ground.h"

#include <QObject>
#include <memory>
#include <vector>

namespace hk::map {
class MapStyle;
}

namespace hk::workspace {

/// What lies under the data, the same in the window and on paper: the chosen background and the layers of one's own over it.
/// Lives on the window's thread.
class MapGround : public QObject {
    Q_OBJECT
public:
    /// `embedded`: the map that is always there and needs no network: the background until another is set.
    explicit MapGround(std::shared_ptr<const map::FeatureSource> embedded, QObject* parent = nullptr);

    const std::shared_ptr<const map::FeatureSource>& embedded() const { return m_embedded; }
    /// The sheets of the background, lowest first; empty: the embedded map.
    void setBackground(std::vector<map::GroundSheet> sheets);
    const std::vector<map::GroundSheet>& background() const { return m_background; }
    /// `onDark`: by sheet its style where the look is a dark one; null, or none at all: the sheet's own.
    void setLayers(std::vector<map::GroundSheet> sheets, std::vector<std::shared_ptr<const map::MapStyle>> onDark = {});
    const std::vector<map::GroundSheet>& layers() const { return m_layers; }
    /// Background and layers; sheets of features without a style of their own get `look`.
    std::shared_ptr<const map::Ground> ground(const std::shared_ptr<const map::MapStyle>& look) const;

Q_SIGNALS:
    void changed();

private:
    std::shared_ptr<const map::FeatureSource> m_embedded;
    std::vector<map::GroundSheet> m_background;
    std::vector<map::GroundSheet> m_layers;
    std::vector<std::shared_ptr<const map::MapStyle>> m_onDark;
};

} // namespace hk::workspace
