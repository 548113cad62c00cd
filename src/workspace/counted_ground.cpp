#include "workspace/counted_ground.h"

#include "analysis/street_hotspots.h"
#include "map/line_chains.h"
#include "text/export_words.h"
#include "workspace/filter_index.h"
#include "workspace/zone_polygons.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace hk::workspace {
namespace {

constexpr double streetPiece = 200.0;  // metres
constexpr double streetReach = 40.0;   // metres from an incident to its street
constexpr double streetRadius = 50.0;  // metres: what is known to a street

class GridGround : public CountedGround {
public:
    explicit GridGround(double cell)
        : m_cell(cell)
    {}
    std::int64_t areaOf(const Incident& incident) override
    {
        if (incident.radius > m_cell / 2.0)
            return nowhere;
        const std::pair key(static_cast<std::int64_t>(std::floor(incident.position.northing / m_cell)),
                            static_cast<std::int64_t>(std::floor(incident.position.easting / m_cell)));
        const auto [known, isNew] = m_numbers.try_emplace(key, m_cells.size());
        if (isNew)
            m_cells.push_back(key);
        return static_cast<std::int64_t>(known->second);
    }
    std::size_t size() const override { return m_cells.size(); }
    bool isListed(std::size_t, qint64 incidents) const override { return incidents > 0; }
    exchange::CountRow row(std::size_t area) const override
    {
        const double east = static_cast<double>(m_cells[area].second) * m_cell;
        const double north = static_cast<double>(m_cells[area].first) * m_cell;
        exchange::CountRow row;
        row.id = QString::number(east, 'f', 0) + QString::number(north, 'f', 0);
        row.name = text::gridCellName(east, north);
        row.place = Sweref99{east + m_cell / 2.0, north + m_cell / 2.0};
        row.polygons = {{{{east, north}, {east + m_cell, north}, {east + m_cell, north + m_cell}, {east, north + m_cell}}, {}}};
        return row;
    }

private:
    double m_cell;
    std::map<std::pair<std::int64_t, std::int64_t>, std::size_t> m_numbers;
    std::vector<std::pair<std::int64_t, std::int64_t>> m_cells; ///< row, column
};

class AreaGround : public CountedGround {
public:
    explicit AreaGround(std::shared_ptr<const ZoneSet> set)
        : m_set(std::move(set))
        , m_index(indexOf(*m_set))
    {
        for (const Zone& zone : m_set->zones) {
            double squareMetres = 0.0;
            for (const analysis::Polygon& polygon : polygonsOf(zone))
                squareMetres += analysis::area(polygon);
            m_radius.push_back(std::sqrt(std::max(squareMetres, 0.0) / std::numbers::pi));
        }
    }
    std::int64_t areaOf(const Incident& incident) override
    {
        m_index.zonesAt({incident.position.easting, incident.position.northing}, m_found);
        m_ambiguous = m_ambiguous || m_found.size() > 1;
        if (m_found.empty() || incident.radius > m_radius[m_found.front()])
            return nowhere;
        return m_found.front();
    }
    bool isAmbiguous() const override { return m_ambiguous; }
    std::size_t size() const override { return m_set->zones.size(); }
    bool isListed(std::size_t, qint64) const override { return true; }
    exchange::CountRow row(std::size_t area) const override
    {
        exchange::CountRow row;
        row.id = QString::number(area + 1);
        row.name = m_set->zones[area].name;
        row.polygons = polygonsOf(m_set->zones[area]);
        return row;
    }

private:
    std::shared_ptr<const ZoneSet> m_set;
    analysis::ZoneIndex m_index;
    std::vector<double> m_radius;
    std::vector<std::uint32_t> m_found;
    bool m_ambiguous = false;
};

class StreetGround : public CountedGround {
public:
    explicit StreetGround(const map::Basemap& basemap)
        : m_segments(piecesOf(basemap))
        , m_index(m_segments, streetReach)
    {}
    std::int64_t areaOf(const Incident& incident) override
    {
        if (incident.radius > streetRadius)
            return nowhere;
        return m_index.nearest({incident.position.easting, incident.position.northing});
    }
    std::size_t size() const override { return m_segments.size(); }
    bool isListed(std::size_t, qint64 incidents) const override { return incidents > 0; }
    exchange::CountRow row(std::size_t area) const override
    {
        const analysis::StreetSegment& segment = m_segments[area];
        std::vector<QPointF> line;
        for (const analysis::Point& vertex : segment.vertices)
            line.emplace_back(vertex.x, vertex.y);
        const QPointF middle = map::pointAlong(line, map::lengthsOf(line), segment.length / 2.0);
        const QString& name = m_names[segment.street];
        exchange::CountRow row;
        row.id = QString::number(area + 1);
        row.name = text::streetPieceName(name, m_piece[area], m_pieces.value(name));
        row.place = Sweref99{middle.x(), middle.y()};
        return row;
    }

private:
    std::vector<analysis::StreetSegment> piecesOf(const map::Basemap& basemap)
    {
        std::vector<analysis::Polyline> lines;
        for (const map::LineChain& chain : map::lineChains(basemap, map::BasemapTheme::Road, map::Plane::Sweref99Tm)) {
            m_names.push_back(basemap.features()[chain.feature].name);
            analysis::Polyline& line = lines.emplace_back();
            for (const QPointF& p : chain.points)
                line.push_back({p.x(), p.y()});
        }
        std::vector<analysis::StreetSegment> segments = analysis::cutStreets(lines, streetPiece);
        for (const analysis::StreetSegment& segment : segments)
            m_piece.push_back(++m_pieces[m_names[segment.street]]);
        return segments;
    }

    std::vector<QString> m_names; ///< by line
    std::vector<int> m_piece;     ///< by segment, from 1 within its street's name
    QHash<QString, int> m_pieces;
    std::vector<analysis::StreetSegment> m_segments;
    analysis::StreetIndex m_index;
};

} // namespace

Result<std::unique_ptr<CountedGround>> countedGround(const PublicOptions& options)
{
    const auto outOfRange = [](const QString& field, double value, double lowest, double highest) {
        return fail(ErrorCode::ValueOutOfRange, {{}, -1, field},
                    {QString::number(value), QString::number(lowest), QString::number(highest)});
    };
    constexpr double largestCell = 100'000.0;
    constexpr int highestThreshold = 1'000;
    if (options.threshold < PublicOptions::leastThreshold || options.threshold > highestThreshold)
        return outOfRange(QStringLiteral("threshold"), options.threshold, PublicOptions::leastThreshold, highestThreshold);
    switch (options.ground) {
    case CountGround::Grid:
        if (!(options.cellMetres >= PublicOptions::smallestCell && options.cellMetres <= largestCell))
            return outOfRange(QStringLiteral("cell"), options.cellMetres, PublicOptions::smallestCell, largestCell);
        return std::make_unique<GridGround>(options.cellMetres);
    case CountGround::Areas:
        if (options.areas && !options.areas->zones.empty())
            return std::make_unique<AreaGround>(options.areas);
        return fail(ErrorCode::NotFound, {}, {text::nameOf(CountGround::Areas)});
    case CountGround::Streets:
        if (options.streets)
            if (auto streets = std::make_unique<StreetGround>(*options.streets); streets->size() > 0)
                return streets;
        return fail(ErrorCode::NotFound, {}, {text::nameOf(CountGround::Streets)});
    }
    return fail(ErrorCode::Internal);
}

} // namespace hk::workspace
