#include "workspace/map_legend.h"

#include "text/sentences.h"

#include <QCoreApplication>
#include <QLocale>

namespace hk::workspace {
namespace {

constexpr std::size_t mostClasses = 8;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(hk::workspace)
};

using Sign = map::LegendSign;

QString withoutStop(const QString& sentence)
{
    return sentence.endsWith(u'.') ? sentence.chopped(1) : sentence;
}

void addFilter(const IncidentFilter& filter, std::vector<map::LegendLine>& lines)
{
    const auto add = [&](Sign::Kind kind, const IncidentFilter& part) {
        for (const QString& words : text::placeFilter(part))
            lines.push_back({{kind, {}, {}}, withoutStop(words)});
    };
    IncidentFilter part;
    part.area = filter.area;
    add(Sign::Kind::DrawnArea, part);
    part = {};
    part.zones = filter.zones;
    add(Sign::Kind::Areas, part);
    part = {};
    part.near = filter.near;
    add(Sign::Kind::Reach, part);
}

void addLayer(const map::GroundSheet& sheet, std::vector<map::LegendLine>& lines)
{
    const map::LayerLegend& legend = *sheet.legend;
    if (legend.picture) {
        lines.push_back({{Sign::Kind::Picture, {}, {}}, sheet.title});
        return;
    }
    const auto signOf = [&](const QColor& colour) {
        Sign sign{Sign::Kind::Layer, legend.style, legend.geometry};
        sign.style.colouring = map::LayerStyle::Colouring::Single;
        sign.style.colour = colour;
        return sign;
    };
    const std::vector<map::LayerKey> keys = map::keysOf(legend.style);
    if (keys.size() == 1) {
        lines.push_back({signOf(keys.front().colour), sheet.title});
        return;
    }
    lines.push_back({{}, Words::tr("%1 by %2", "layer, field that its colours follow").arg(sheet.title, legend.fieldTitle), true});
    // The last one are the others, or the highest class: it is never among those left out.
    const std::size_t leftOut = keys.size() > mostClasses ? keys.size() - mostClasses : 0;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const bool last = i + 1 == keys.size();
        if (!last && leftOut > 0 && i >= keys.size() - 1 - leftOut) {
            if (i == keys.size() - 1 - leftOut)
                lines.push_back({{}, moreLegendLines(leftOut), false, true});
            continue;
        }
        lines.push_back({signOf(keys[i].colour), keyWords(keys[i]), false, true});
    }
}

} // namespace

QString keyWords(const map::LayerKey& key)
{
    constexpr qsizetype longest = 60;
    const auto number = [](double value) { return QLocale().toString(value, 'g', 6); };
    switch (key.meaning) {
    case map::LayerKey::Meaning::Value: return key.value.isEmpty() ? Words::tr("without a value") : key.value.left(longest);
    case map::LayerKey::Meaning::Below: return Words::tr("below %1").arg(number(key.to));
    case map::LayerKey::Meaning::Above: return Words::tr("%1 and above").arg(number(key.from));
    case map::LayerKey::Meaning::Between: return Words::tr("%1 – %2", "limits of a class").arg(number(key.from), number(key.to));
    case map::LayerKey::Meaning::Other: return Words::tr("others");
    case map::LayerKey::Meaning::All: break;
    }
    return Words::tr("all");
}

std::vector<map::LegendLine> legendOf(const map::Ground& ground, const IncidentFilter& filter)
{
    std::vector<map::LegendLine> lines;
    addFilter(filter, lines);
    for (auto sheet = ground.sheets.rbegin(); sheet != ground.sheets.rend(); ++sheet)
        if (sheet->legend)
            addLayer(*sheet, lines);
    return lines;
}

QString moreLegendLines(std::size_t lines)
{
    return Words::tr("… and %n more", "lines of a legend that have no room", static_cast<int>(lines));
}

} // namespace hk::workspace
