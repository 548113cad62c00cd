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

void MapGround::setLayers(std::vector<map::GroundSheet> sheets, std::vector<std::shared_ptr<const map::MapStyle>> onDark)
{
    onDark.resize(sheets.size());
    if (sheets == m_layers && onDark == m_onDark)
        return;
    m_layers = std::move(sheets);
    m_onDark = std::move(onDark);
    Q_EMIT changed();
}

std::shared_ptr<const map::Ground> MapGround::ground(const std::shared_ptr<const map::MapStyle>& look) const
{
    auto ground = std::make_shared<map::Ground>();
    ground->sheets = m_background;
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        ground->sheets.push_back(m_layers[i]);
        if (look && look->isDark() && m_onDark[i])
            ground->sheets.back().style = m_onDark[i];
    }
    for (map::GroundSheet& sheet : ground->sheets)
        if (sheet.features && !sheet.style)
            sheet.style = look;
    return ground;
}

} // namespace hk::workspace
