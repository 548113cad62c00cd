#include "workspace/map_ground.h"

#include "map/style.h"

namespace hk::workspace {

MapGround::MapGround(std::shared_ptr<const map::FeatureSource> embedded, QObject* parent)
    : QObject(parent)
    , m_embedded(std::move(embedded))
{
    setBackground({});
}

void MapGround::setBackground(std::vector<map::GroundSheet> sheets)
{
    if (sheets.empty())
        sheets.push_back({.features = m_embedded});
    if (sheets == m_background)
        return;
    m_background = std::move(sheets);
    Q_EMIT changed();
}

void MapGround::setLayers(std::vector<map::GroundSheet> sheets)
{
    if (sheets == m_layers)
        return;
    m_layers = std::move(sheets);
    Q_EMIT changed();
}

std::shared_ptr<const map::Ground> MapGround::ground(const std::shared_ptr<const map::MapStyle>& look) const
{
    auto ground = std::make_shared<map::Ground>();
    ground->sheets = m_background;
    ground->sheets.insert(ground->sheets.end(), m_layers.begin(), m_layers.end());
    for (map::GroundSheet& sheet : ground->sheets)
        if (sheet.features && !sheet.style)
            sheet.style = look;
    return ground;
}

} // namespace hk::workspace
