#pragma once

#include "core/coordinates.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace hk {

/// A polygon in SWEREF 99 TM; the even-odd rule over all its rings.
struct ZonePolygon {
    SwerefRing outer;
    std::vector<SwerefRing> holes;
};

/// One named area of a boundary file, of one or several polygons.
struct Zone {
    QString name;
    std::vector<ZonePolygon> polygons;
};

/// A boundary file as areas to choose among, such as DeSO. Immutable once shared.
struct ZoneSet {
    QString title;           ///< what people call it: "DeSO"
    QString path;            ///< of the file
    QString nameField;       ///< of the file, from which the names come
    QStringList fields;      ///< that could give the names
    std::vector<Zone> zones; ///< each name once
};

/// Areas chosen in a boundary file. A point is inside where any polygon of the chosen names holds it, by the half-open
/// even-odd rule: of two areas that share an edge exactly one takes the point that lies on it.
struct ZoneFilter {
    std::shared_ptr<const ZoneSet> set;
    QStringList names; ///< chosen; a name that the file does not have selects nothing

    bool isActive() const { return set && !names.isEmpty(); }
    /// Two that choose nothing are the same.
    friend bool operator==(const ZoneFilter& a, const ZoneFilter& b)
    {
        return (!a.isActive() && !b.isActive()) || (a.set == b.set && a.names == b.names);
    }
};

/// What incidents may lie near: stops, entrances, a road. A line of one vertex is a point. SWEREF 99 TM.
struct NearSet {
    QString title; ///< "Hållplatser"
    QString path;
    std::vector<std::vector<Sweref99>> lines;
};

/// Within so many metres of any of them, that distance included.
struct NearFilter {
    std::shared_ptr<const NearSet> set; ///< null: anywhere
    double metres = 100.0;

    bool isActive() const { return set != nullptr; }
    friend bool operator==(const NearFilter& a, const NearFilter& b)
    {
        return (!a.isActive() && !b.isActive()) || (a.set == b.set && a.metres == b.metres);
    }
};

} // namespace hk
