#pragma once

#include "map/name_index.h"

#include <QHash>
#include <QPointF>

namespace hk::map {

/// Joins the pieces of named lines: what bears one name and hangs together, or lies within some hundred metres, is one thing.
class StreetGatherer {
public:
    explicit StreetGatherer(QString theme) : m_theme(std::move(theme)) {}
    /// Points in SWEREF 99 TM.
    void add(const QString& name, const QString& featureClass, std::vector<QPointF> points);
    /// One entry per street and neighbourhood: at its middle, on the line; reaches to its farthest end.
    std::vector<NameEntry> entries() const;

private:
    struct Piece {
        QString featureClass;
        std::vector<QPointF> points;
        double length = 0;
    };
    std::vector<NameEntry> entriesOf(const QString& name, const std::vector<Piece>& pieces) const;
    NameEntry entryOf(const QString& name, const std::vector<const Piece*>& pieces) const;

    QString m_theme;
    QHash<QString, std::vector<Piece>> m_byName;
};

/// Nearest name of a neighbourhood (district, quarter, village, town …).
class Neighbourhoods {
public:
    static bool isOne(const QString& featureClass);
    void add(const QString& name, const Sweref99& position);
    /// Empty where none is within 3 km.
    QString at(const Sweref99& position) const;

private:
    QHash<std::pair<qint64, qint64>, std::vector<std::pair<Sweref99, QString>>> m_cells;
};

/// All named things of a map in memory, neighbourhoods filled in.
std::vector<NameEntry> namesOf(const Basemap& basemap);

} // namespace hk::map
