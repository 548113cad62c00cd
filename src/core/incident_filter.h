#pragma once

#include "core/coordinates.h"
#include "core/incident.h"
#include "core/place_filter.h"

#include <QDate>
#include <QString>
#include <QStringList>
#include <bitset>

namespace hk {

/// Hours of the week: bit 24 * weekday + hour, Monday first.
using WeekHours = std::bitset<168>;

/// What is chosen to be seen and counted: the same on screen, on paper and on the command line. Empty means all.
struct IncidentFilter {
    QDate from;             ///< first local date
    QDate to;               ///< first local date after the period (half-open)
    QStringList categories; ///< codes
    QStringList organisations;
    WeekHours hours;        ///< none set: all
    // Areas and distances ask for the stored position alone: of an incident known only to an area or a radius that is its
    // middle, as it is drawn.
    SwerefRing area;        ///< position inside
    ZoneFilter zones;       ///< position inside one of the chosen areas of a file
    NearFilter near;        ///< position within a distance of the places of a file
    QList<Precision> precisions;
    int minimumSeverity = 1;
    QString text;           ///< in place, description, category or external id; case-insensitive

    bool isEmpty() const { return *this == IncidentFilter{}; }
    friend bool operator==(const IncidentFilter&, const IncidentFilter&) = default;
};

} // namespace hk
