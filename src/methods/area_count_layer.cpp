#include "methods/area_count.h"

#include "core/ring.h"
#include "map/colour_scale.h"
#include "methods/translated.h"
#include "text/sentences.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hk::methods {
namespace {

using Measure = AreaCountStudy::Measure;

constexpr float opacity = 0.72F;      ///< streets must be read through the darkest class
constexpr double outline = 0.9;
constexpr std::size_t mostLabelled = 25; ///< of so many areas all bear their names, of more the first ones
constexpr std::size_t firstLabelled = 5;
constexpr int corners = 48; ///< of a circle

/// "0,012", "3,4", "250": two or three figures.
QString shortNumber(double value)
{
    const double magnitude = value > 0.0 ? std::floor(std::log10(value)) : 0.0;
    return text::number(value, value == std::round(value) ? 0 : static_cast<int>(std::clamp(1.0 - magnitude, 0.0, 6.0)));
}

std::vector<std::vector<QPointF>> partsOf(const analysis::Polygon& polygon)
{
    std::vector<std::vector<QPointF>> parts;
    const auto add = [&parts](const analysis::Ring& ring) {
        auto& part = parts.emplace_back();
        for (const analysis::Point& p : ring)
            part.emplace_back(p.x, p.y);
    };
    add(polygon.outer);
    for (const analysis::Ring& hole : polygon.holes)
        add(hole);
    return parts;
}

const analysis::Polygon& largest(const AreaCount& area)
{
    return *std::max_element(area.polygons.begin(), area.polygons.end(),
                             [](const analysis::Polygon& a, const analysis::Polygon& b) {
                                 return analysis::area(a) < analysis::area(b);
                             });
}

/// The classes and which one each area has.
struct Classes {
    std::vector<map::StudyClass> looks;
    std::vector<int> of; ///< by area
};

QColor translucent(QColor colour)
{
    colour.setAlphaF(opacity);
    return colour;
}

/// Adds a class where any area has it.
void addClass(Classes& classes, const map::StudyClass& look, const std::vector<std::size_t>& areas)
{
    if (areas.empty())
        return;
    for (const std::size_t area : areas)
        classes.of[area] = static_cast<int>(classes.looks.size());
    classes.looks.push_back(look);
}

/// Pale to dark by the measure; areas without incidents, without anything to divide by, and hidden ones by themselves.
Classes colourClasses(const AreaCounts& counts, const AreaCountStudy& study)
{
    Classes classes;
    classes.of.assign(counts.areas.size(), -1);
    std::vector<double> values;
    std::vector<std::size_t> hidden;
    std::vector<std::size_t> unknown;
    std::vector<std::size_t> none;
    for (std::size_t i = 0; i < counts.areas.size(); ++i) {
        const std::optional<double> value = counts.shown(counts.areas[i]);
        if (value && *value > 0.0)
            values.push_back(*value);
        else
            (counts.areas[i].hidden ? hidden : !value ? unknown : none).push_back(i);
    }
    const std::vector<double> limits
        = analysis::classLimits(values, static_cast<std::size_t>(study.classCount), study.classes);
    addClass(classes, {Tr::tr("No incidents"), QColor(0xf4, 0xf3, 0xef, 110), outline}, none);
    for (std::size_t k = 0; k <= limits.size(); ++k) {
        std::vector<std::size_t> members;
        double least = 0.0;
        double most = 0.0;
        for (std::size_t i = 0; i < counts.areas.size(); ++i) {
            const std::optional<double> value = counts.shown(counts.areas[i]);
            if (!value || !(*value > 0.0) || analysis::classOf(*value, limits) != k)
                continue;
            least = members.empty() ? *value : std::min(least, *value);
            most = members.empty() ? *value : std::max(most, *value);
            members.push_back(i);
        }
        const double place = limits.empty() ? 0.5 : static_cast<double>(k) / static_cast<double>(limits.size());
        const QString from = shortNumber(least);
        const QString to = shortNumber(most);
        addClass(classes,
                 {from == to ? from : Tr::tr("%1–%2", "a range of numbers").arg(from, to),
                  translucent(map::rampColour(0.12 + 0.76 * place)), outline},
                 members);
    }
    addClass(classes, {Tr::tr("Nothing to divide by"), QColor(0xb8, 0xb8, 0xb4, 140), outline}, unknown);
    addClass(classes, {Tr::tr("Hidden: too few"), QColor(0x9a, 0xa4, 0xb0, 150), outline}, hidden);
    return classes;
}

void addAreas(map::StudyLayer& layer, const AreaCounts& counts, const std::vector<int>& classOf)
{
    const bool all = counts.areas.size() <= mostLabelled;
    for (std::size_t i = 0; i < counts.areas.size(); ++i) {
        map::StudyShape& shape = layer.shapes.emplace_back();
        shape.parts = partsOf(largest(counts.areas[i]));
        shape.classIndex = classOf[i];
        shape.labelInside = true;
        if (all || i < firstLabelled)
            shape.label = counts.areas[i].name;
    }
    // The further polygons stand behind, so that the first shapes are the rows of the table.
    for (std::size_t i = 0; i < counts.areas.size(); ++i)
        for (const analysis::Polygon& polygon : counts.areas[i].polygons) {
            if (&polygon == &largest(counts.areas[i]))
                continue;
            map::StudyShape& shape = layer.shapes.emplace_back();
            shape.parts = partsOf(polygon);
            shape.classIndex = classOf[i];
            shape.partOf = static_cast<int>(i);
        }
}

/// A circle whose area is in proportion to the count, in the middle of each area's largest polygon.
void addSigns(map::StudyLayer& layer, const AreaCounts& counts)
{
    double most = 0.0;
    std::vector<double> sizes;
    for (const AreaCount& area : counts.areas) {
        most = std::max(most, counts.shown(area).value_or(0.0));
        sizes.push_back(area.km2 * 1e6);
    }
    if (!(most > 0.0))
        return;
    std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2), sizes.end());
    const double largestRadius = 0.45 * std::sqrt(sizes[sizes.size() / 2]);
    const auto sign = static_cast<int>(layer.classes.size());
    layer.classes.push_back({Tr::tr("The largest: %Ln incident(s)", nullptr, static_cast<int>(std::lround(most))),
                             translucent(map::rampColour(0.6)), outline});
    for (const AreaCount& area : counts.areas) {
        const double count = counts.shown(area).value_or(0.0);
        if (!(count > 0.0))
            continue;
        SwerefRing ring;
        for (const analysis::Point& p : largest(area).outer)
            ring.push_back({p.x, p.y});
        const Sweref99 middle = pointInside(ring);
        const double radius = largestRadius * std::sqrt(count / most);
        map::StudyShape& shape = layer.shapes.emplace_back();
        shape.classIndex = sign;
        shape.isSign = true;
        auto& part = shape.parts.emplace_back();
        for (int i = 0; i < corners; ++i) {
            const double angle = 2.0 * std::numbers::pi * i / corners;
            part.emplace_back(middle.easting + radius * std::cos(angle), middle.northing + radius * std::sin(angle));
        }
    }
}

QString ruleName(analysis::ClassRule rule)
{
    switch (rule) {
    case analysis::ClassRule::Quantiles:
        return Tr::tr("About as many areas in each class.");
    case analysis::ClassRule::Equal:
        return Tr::tr("Classes of equal width.");
    case analysis::ClassRule::Natural:
        break;
    }
    return Tr::tr("Classes by natural breaks.");
}

} // namespace

std::shared_ptr<const map::StudyLayer> areaLayer(const AreaCounts& counts, const AreaCountStudy& study,
                                                 const QString& areasName)
{
    auto layer = std::make_shared<map::StudyLayer>();
    layer->title = Tr::tr("%1: %2", "what is shown, of which areas").arg(measureName(counts), areasName);
    if (counts.measure == Measure::Count) {
        Classes plain;
        plain.of.assign(counts.areas.size(), -1);
        std::vector<std::size_t> open;
        std::vector<std::size_t> hidden;
        for (std::size_t i = 0; i < counts.areas.size(); ++i)
            (counts.areas[i].hidden ? hidden : open).push_back(i);
        addClass(plain, {areasName, QColor(0xf4, 0xf3, 0xef, 70), outline}, open);
        addClass(plain, {Tr::tr("Hidden: too few"), QColor(0x9a, 0xa4, 0xb0, 150), outline}, hidden);
        layer->classes = plain.looks;
        addAreas(*layer, counts, plain.of);
        addSigns(*layer, counts);
        layer->note = Tr::tr("The area of each circle is in proportion to the count. Large areas often have more.");
        return layer;
    }
    const Classes classes = colourClasses(counts, study);
    layer->classes = classes.looks;
    addAreas(*layer, counts, classes.of);
    layer->note = ruleName(study.classes);
    return layer;
}

} // namespace hk::methods
