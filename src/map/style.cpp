#include "map/style.h"

#include "map/resources.h"
#include "map/style_reader.h"

#include <QFile>
#include <algorithm>

namespace hk::map {

namespace {

template <class Rule>
const Rule* firstFor(const std::vector<Rule>& rules, BasemapTheme theme, const QString& featureClass)
{
    const auto found = std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) {
        return rule.theme == theme && (rule.featureClass.isEmpty() || rule.featureClass == featureClass);
    });
    return found == rules.end() ? nullptr : &*found;
}

} // namespace

Result<std::shared_ptr<const MapStyle>> MapStyle::embedded(const QString& name)
{
    loadMapResources();
    QFile file(QStringLiteral(":/hk/styles/%1.json").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, {}, {name});
    auto style = fromJson(file.readAll());
    if (!style) {
        Error error = style.error();
        error.place.file = name + QStringLiteral(".json");
        return tl::unexpected<Error>(error);
    }
    return style;
}

Result<std::shared_ptr<const MapStyle>> MapStyle::fromJson(const QByteArray& json)
{
    return StyleReader().read(json);
}

const MapStyle::LineRule* MapStyle::lineRule(BasemapTheme theme, const QString& featureClass) const
{
    return firstFor(m_lines, theme, featureClass);
}

const MapStyle::FillRule* MapStyle::fillRule(BasemapTheme theme, const QString& featureClass) const
{
    return firstFor(m_fills, theme, featureClass);
}

const MapStyle::PointRule* MapStyle::pointRule(BasemapTheme theme, const QString& featureClass) const
{
    return firstFor(m_points, theme, featureClass);
}

const MapStyle::LabelRule* MapStyle::labelRule(BasemapTheme theme, const QString& featureClass) const
{
    return firstFor(m_labels, theme, featureClass);
}

std::shared_ptr<const MapStyle> MapStyle::recoloured(const std::function<QColor(const QColor&)>& change, bool dark) const
{
    auto made = std::make_shared<MapStyle>(*this);
    const auto replace = [&](QColor& colour) { colour = colour.isValid() ? change(colour) : colour; };
    made->m_dark = dark;
    replace(made->m_background);
    for (FillRule& rule : made->m_fills) {
        replace(rule.fill);
        replace(rule.outline);
    }
    for (LineRule& rule : made->m_lines) {
        replace(rule.colour);
        replace(rule.casing);
    }
    for (PointRule& rule : made->m_points) {
        replace(rule.colour);
        replace(rule.outline);
    }
    for (LabelRule& rule : made->m_labels) {
        replace(rule.colour);
        replace(rule.halo);
    }
    return made;
}

double MapStyle::interpolate(const std::vector<std::pair<double, double>>& stops, double zoom)
{
    if (stops.empty())
        return 0.0;
    if (zoom <= stops.front().first)
        return stops.front().second;
    const auto above = std::upper_bound(stops.begin(), stops.end(), zoom,
                                        [](double z, const auto& stop) { return z < stop.first; });
    if (above == stops.end())
        return stops.back().second;
    const auto below = above - 1;
    const double t = (zoom - below->first) / (above->first - below->first);
    return below->second + (above->second - below->second) * t;
}

} // namespace hk::map
