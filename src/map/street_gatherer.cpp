#include "map/street_gatherer.h"

#include "map/line_chains.h"

#include <QSet>
#include <cmath>
#include <numeric>

namespace hk::map {

namespace {

constexpr double joinCell = 250.0;       // pieces in the same or neighbouring squares are one street
constexpr double neighbourhood = 3000.0; // metres
constexpr double pointReach = 150.0;
constexpr double leastReach = 10.0;

using Cell = std::pair<qint64, qint64>;

Cell cellAt(const QPointF& p, double side)
{
    return {static_cast<qint64>(std::floor(p.x() / side)), static_cast<qint64>(std::floor(p.y() / side))};
}

/// Sets of pieces that belong together (union–find with path halving).
class Groups {
public:
    explicit Groups(std::size_t count) : m_parent(count) { std::iota(m_parent.begin(), m_parent.end(), 0); }
    std::size_t of(std::size_t i)
    {
        while (m_parent[i] != i)
            i = m_parent[i] = m_parent[m_parent[i]];
        return i;
    }
    void join(std::size_t a, std::size_t b) { m_parent[of(a)] = of(b); }

private:
    std::vector<std::size_t> m_parent;
};

QSet<Cell> cellsOf(const std::vector<QPointF>& points)
{
    QSet<Cell> cells;
    for (std::size_t i = 0; i < points.size(); ++i) {
        cells.insert(cellAt(points[i], joinCell));
        if (i == 0)
            continue;
        const QPointF step = points[i] - points[i - 1];
        const int parts = std::min(1000, static_cast<int>(std::hypot(step.x(), step.y()) / joinCell));
        for (int k = 1; k <= parts; ++k)
            cells.insert(cellAt(points[i - 1] + step * (k / (parts + 1.0)), joinCell));
    }
    return cells;
}

} // namespace

void StreetGatherer::add(const QString& name, const QString& featureClass, std::vector<QPointF> points)
{
    if (name.isEmpty() || points.size() < 2)
        return;
    Piece piece{featureClass, std::move(points), 0};
    piece.length = lengthsOf(piece.points).back();
    m_byName[name].push_back(std::move(piece));
}

std::vector<NameEntry> StreetGatherer::entries() const
{
    std::vector<NameEntry> made;
    for (auto it = m_byName.cbegin(); it != m_byName.cend(); ++it)
        for (NameEntry& entry : entriesOf(it.key(), it.value()))
            made.push_back(std::move(entry));
    return made;
}

std::vector<NameEntry> StreetGatherer::entriesOf(const QString& name, const std::vector<Piece>& pieces) const
{
    Groups groups(pieces.size());
    QHash<Cell, std::size_t> seen;
    for (std::size_t i = 0; i < pieces.size(); ++i)
        for (const Cell& cell : cellsOf(pieces[i].points)) {
            for (qint64 dx = -1; dx <= 1; ++dx)
                for (qint64 dy = -1; dy <= 1; ++dy)
                    if (const auto at = seen.constFind({cell.first + dx, cell.second + dy}); at != seen.constEnd())
                        groups.join(i, *at);
            seen.insert(cell, i);
        }
    QHash<std::size_t, std::vector<const Piece*>> together;
    for (std::size_t i = 0; i < pieces.size(); ++i)
        together[groups.of(i)].push_back(&pieces[i]);
    std::vector<NameEntry> made;
    for (const auto& group : together)
        made.push_back(entryOf(name, group));
    return made;
}

NameEntry StreetGatherer::entryOf(const QString& name, const std::vector<const Piece*>& pieces) const
{
    QPointF sum;
    double total = 0;
    double longest = -1;
    NameEntry entry{name, {}, {}, m_theme, {}, 0, 0};
    for (const Piece* piece : pieces) {
        for (std::size_t i = 0; i + 1 < piece->points.size(); ++i) {
            const QPointF step = piece->points[i + 1] - piece->points[i];
            sum += (piece->points[i] + step / 2) * std::hypot(step.x(), step.y());
        }
        total += piece->length;
        if (piece->length > longest) {
            longest = piece->length;
            entry.featureClass = piece->featureClass;
        }
    }
    const QPointF centre = total > 0 ? sum / total : pieces.front()->points.front();
    // The point of the street nearest to its centre of gravity.
    double nearest = INFINITY;
    double farthest = 0;
    QPointF position = centre;
    for (const Piece* piece : pieces)
        for (std::size_t i = 0; i + 1 < piece->points.size(); ++i) {
            const QPointF from = piece->points[i];
            const QPointF step = piece->points[i + 1] - from;
            const double square = QPointF::dotProduct(step, step);
            const double t = square > 0 ? std::clamp(QPointF::dotProduct(centre - from, step) / square, 0.0, 1.0) : 0;
            const QPointF away = from + step * t - centre;
            if (const double d = std::hypot(away.x(), away.y()); d < nearest) {
                nearest = d;
                position = from + step * t;
            }
        }
    for (const Piece* piece : pieces)
        for (const QPointF& p : piece->points)
            farthest = std::max(farthest, std::hypot(p.x() - position.x(), p.y() - position.y()));
    entry.position = {position.x(), position.y()};
    entry.reach = std::max(farthest, leastReach);
    entry.weight = weightOfName(m_theme, entry.featureClass, 5);
    return entry;
}

bool Neighbourhoods::isOne(const QString& featureClass)
{
    static const QSet<QString> classes{
        QStringLiteral("city"),          QStringLiteral("town"),    QStringLiteral("village"), QStringLiteral("suburb"),
        QStringLiteral("district"),      QStringLiteral("quarter"), QStringLiteral("hamlet"),  QStringLiteral("locality"),
        QStringLiteral("neighbourhood"), QStringLiteral("borough")};
    return classes.contains(featureClass);
}

void Neighbourhoods::add(const QString& name, const Sweref99& position)
{
    m_cells[cellAt({position.easting, position.northing}, neighbourhood)].emplace_back(position, name);
}

QString Neighbourhoods::at(const Sweref99& position) const
{
    const Cell here = cellAt({position.easting, position.northing}, neighbourhood);
    double nearest = neighbourhood;
    QString name;
    for (qint64 dx = -1; dx <= 1; ++dx)
        for (qint64 dy = -1; dy <= 1; ++dy) {
            const auto cell = m_cells.constFind({here.first + dx, here.second + dy});
            if (cell == m_cells.constEnd())
                continue;
            for (const auto& [at, placeName] : *cell) {
                const double away = std::hypot(at.easting - position.easting, at.northing - position.northing);
                if (away < nearest) {
                    nearest = away;
                    name = placeName;
                }
            }
        }
    return name;
}

std::vector<NameEntry> namesOf(const Basemap& basemap)
{
    std::vector<NameEntry> made;
    Neighbourhoods neighbourhoods;
    const auto isGathered = [](const BasemapFeature& feature) { return feature.kind == GeometryKind::Line; };
    for (std::size_t theme = 0; theme < basemapThemeCount; ++theme) {
        const QString themeText = themeName(static_cast<BasemapTheme>(theme));
        StreetGatherer lines(themeText);
        for (const BasemapFeature& feature : basemap.features()) {
            if (feature.theme != static_cast<BasemapTheme>(theme) || feature.name.isEmpty() || feature.sweref.empty())
                continue;
            if (isGathered(feature)) {
                lines.add(feature.name, feature.featureClass, feature.sweref);
                continue;
            }
            const bool point = feature.kind == GeometryKind::Point;
            const QPointF at = point ? feature.sweref.front() : feature.swerefBounds.center();
            const double reach = std::hypot(feature.swerefBounds.width(), feature.swerefBounds.height()) / 2;
            made.push_back({feature.name, {}, feature.featureClass, themeText, {at.x(), at.y()},
                            std::max(reach, point ? pointReach : leastReach),
                            weightOfName(themeText, feature.featureClass, feature.rank)});
            if (feature.theme == BasemapTheme::Place && Neighbourhoods::isOne(feature.featureClass))
                neighbourhoods.add(feature.name, {at.x(), at.y()});
        }
        // The municipality's border and the like are lines on the map, but nobody looks for a line of them.
        if (static_cast<BasemapTheme>(theme) != BasemapTheme::Boundary)
            for (NameEntry& entry : lines.entries())
                made.push_back(std::move(entry));
    }
    for (NameEntry& entry : made)
        if (!(entry.theme == QLatin1String("place") && Neighbourhoods::isOne(entry.featureClass)))
            entry.detail = neighbourhoods.at(entry.position);
    return made;
}

} // namespace hk::map
