#include "exchange/osm_sorter.h"

#include "exchange/osm_shapes.h"

#include <QString>

#include <ogr_geometry.h>

#include <algorithm>
#include <cmath>

namespace hk::exchange {
namespace {

/// Without what only spaces and line breaks would be seen of.
std::string tidied(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).simplified().toStdString();
}

/// "E 6;E 20" as it stands on the signs of the map: "E6/E20".
std::string roadNumber(std::string_view ref)
{
    QStringList numbers;
    for (const QString& part : QString::fromUtf8(ref.data(), static_cast<qsizetype>(ref.size())).split(QLatin1Char(';'))) {
        QString number = part.simplified();
        if (number.size() > 2 && number[0].isUpper() && number[1] == QLatin1Char(' '))
            number.remove(1, 1);
        if (!number.isEmpty() && !numbers.contains(number))
            numbers.append(number);
    }
    return numbers.join(QLatin1Char('/')).toStdString();
}

/// Areas are drawn the largest first: by the half octave of their size.
std::uint32_t largestFirst(double area)
{
    constexpr double steps = 8.0; // to the octave
    constexpr std::uint32_t last = 400;
    return last - static_cast<std::uint32_t>(std::clamp(steps * std::log2(std::max(area, 1.0)), 0.0, static_cast<double>(last)));
}

constexpr std::uint32_t linesAfterAreas = 1000;
constexpr double pondBelow = 10000.0; // m²: smaller than a hectare is called a pond

} // namespace

struct OsmSorter::Found {
    const OsmTags& tags;
    unsigned kind;
    const OGRGeometry* shape;
    QRectF bounds;
    std::string name;

    MapRow row(const ClassRule& rule) const
    {
        MapRow made;
        made.theme = rule.theme;
        made.featureClass = rule.featureClass;
        made.name = name;
        return made;
    }
};

OsmSorter::OsmSorter(MapRows& rows, const QRectF& extent)
    : m_rows(rows)
    , m_extent(extent)
{}

void OsmSorter::countUnused(const OsmThing& thing)
{
    // A line that would be something if it were closed.
    const OGRLineString* line = thing.geometry && wkbFlatten(thing.geometry->getGeometryType()) == wkbLineString
                                    ? thing.geometry->toLineString()
                                    : nullptr;
    if (thing.kind == osm_kind::line && line && !line->get_IsClosed()) {
        std::vector<const ClassRule*> closed = classesOf(thing.tags, osm_kind::area);
        std::erase_if(closed, [](const ClassRule* rule) {
            return rule->theme == MapTheme::Address || rule->theme == MapTheme::Place;
        });
        if (!closed.empty()) {
            ++of(closed.front()->theme).notClosed;
            return;
        }
    }
    ++m_counts.noClass;
}

Result<void> OsmSorter::add(OsmThing& thing)
{
    switch (thing.kind) {
    case osm_kind::point: ++m_counts.points; break;
    case osm_kind::line: ++m_counts.lines; break;
    case osm_kind::area: ++m_counts.areas; break;
    default: ++m_counts.relations; return {};
    }
    const std::vector<const ClassRule*> classes = classesOf(thing.tags, thing.kind);
    if (classes.empty()) {
        countUnused(thing);
        return {};
    }
    std::unique_ptr<OGRGeometry> area;
    const OGRGeometry* shape = thing.geometry;
    bool sound = thing.geometry && moveToMercator(*thing.geometry);
    if (sound && thing.kind == osm_kind::area) {
        area = soundArea(*thing.geometry);
        shape = area.get();
    }
    sound = sound && shape && (thing.kind != osm_kind::line || isSoundLine(*shape));
    const QRectF bounds = sound ? boundsOf(*shape) : QRectF();
    const bool outside = sound && !m_extent.isEmpty()
                         && (bounds.left() > m_extent.right() || bounds.right() < m_extent.left()
                             || bounds.top() > m_extent.bottom() || bounds.bottom() < m_extent.top());
    const Found found{thing.tags, thing.kind, shape, bounds, tidied(thing.tags[OsmKey::Name])};
    for (const ClassRule* rule : classes) {
        Result<void> kept;
        if (!sound)
            ++of(rule->theme).broken;
        else if (outside)
            ++of(rule->theme).outside;
        else if (rule->theme == MapTheme::Address)
            kept = addAddress(found, *rule);
        else if (rule->theme == MapTheme::Place)
            addPlace(found, *rule);
        else
            kept = addShape(found, *rule);
        if (!kept)
            return kept;
    }
    return {};
}

Result<void> OsmSorter::addShape(const Found& found, const ClassRule& rule)
{
    MapRow row = found.row(rule);
    row.level = levelOf(found.tags);
    if (rule.theme == MapTheme::Road)
        row.ref = roadNumber(found.tags[OsmKey::Ref]);
    row.order = drawingRank(rule.theme, rule.featureClass);
    const bool outline = found.kind == osm_kind::area && (rule.theme == MapTheme::Barrier || row.featureClass == "coastline");
    if (outline) {
        row.name.clear(); // that of what it stands around
        Result<void> kept;
        forEachRing(*found.shape, [&](const OGRGeometry& ring) {
            setShape(row, ring);
            if (kept)
                kept = keep(row);
        });
        return kept;
    }
    setShape(row, *found.shape);
    const bool area = found.kind == osm_kind::area;
    if (rule.theme == MapTheme::Water && area && row.featureClass == "lake" && found.tags[OsmKey::Water].empty()
        && row.area < pondBelow)
        row.featureClass = "pond";
    if (rule.theme == MapTheme::Landcover || rule.theme == MapTheme::Water)
        row.order = area ? largestFirst(row.area) : linesAfterAreas;
    if (rule.theme == MapTheme::Boundary && !area) {
        m_borderLines.push_back(std::move(row));
        return {};
    }
    if (rule.theme == MapTheme::Boundary)
        m_borderAreas[row.order] = true;
    return keep(std::move(row));
}

Result<void> OsmSorter::addAddress(const Found& found, const ClassRule& rule)
{
    MapRow row = found.row(rule);
    row.street = tidied(found.tags[OsmKey::Street]);
    if (row.street.empty())
        row.street = tidied(found.tags[OsmKey::AddressPlace]);
    row.number = tidied(found.tags[OsmKey::HouseNumber]);
    if (row.street.empty() || row.number.empty()) {
        ++of(MapTheme::Address).unnamed;
        return {};
    }
    row.name = row.street + ' ' + row.number;
    const auto [x, y] = insideOf(*found.shape);
    setPoint(row, x, y);
    if (!m_places.isNewAddress(row)) {
        ++of(MapTheme::Address).merged;
        return {};
    }
    return keep(std::move(row));
}

void OsmSorter::addPlace(const Found& found, const ClassRule& rule)
{
    if (found.name.empty()) {
        ++of(MapTheme::Place).unnamed;
        return;
    }
    MapRow row = found.row(rule);
    row.rank = rule.rank;
    row.order = static_cast<std::uint32_t>(rule.rank);
    const auto [x, y] = insideOf(*found.shape);
    setPoint(row, x, y);
    m_places.add(std::move(row), found.bounds.width() * found.bounds.height());
}

Result<void> OsmSorter::keep(MapRow row)
{
    ++of(row.theme).written;
    return m_rows.add(row);
}

Result<void> OsmSorter::finish()
{
    for (MapRow& line : m_borderLines) {
        if (m_borderAreas[line.order]) {
            ++of(MapTheme::Boundary).merged;
            continue;
        }
        if (Result<void> kept = keep(std::move(line)); !kept)
            return kept;
    }
    m_borderLines.clear();
    std::vector<MapRow> places = m_places.merged();
    of(MapTheme::Place).merged += static_cast<qint64>(m_places.added() - places.size());
    for (MapRow& place : places)
        if (Result<void> kept = keep(std::move(place)); !kept)
            return kept;
    return {};
}

} // namespace hk::exchange
