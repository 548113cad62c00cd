#pragma once

#include "map/place_search.h"
#include "methods/study_input.h"

#include <QJsonValue>
#include <QStringList>
#include <optional>

namespace hk::methods {

/// The incidents that a method of places works on, and how many it does not.
struct StudyPoints {
    analysis::HeatmapRows usable;        ///< known exactly enough; `rows` without those too far away
    std::vector<analysis::Point> points; ///< of usable.rows
    std::vector<double> weights;         ///< of usable.rows; empty: all 1
    std::size_t leftOutFar = 0;          ///< further than workspace::studyRadius from the hub
};

/// The input's rows whose place is known within `metres`. Where the study has no area of its own (`nearHub`),
/// incidents of an incident file further than workspace::studyRadius from the hub are left out, as in the
/// heatmap, so that one stray point makes no giant grid; plain points are taken as they are.
StudyPoints studyPoints(const StudyInput& input, double metres, bool nearHub);

/// A remark for each kind of row that was left out.
QStringList leftOutRemarks(const StudyInput& input, const StudyPoints& points);

/// What the engine could not do, with the study's own cell and bandwidth in the error.
Error errorOf(const analysis::Failure& failure, double cell, double bandwidth);

/// A value that must be a finite number from lowest to highest: ValueOutOfRange with its field where it is
/// not.
std::optional<Error> outOfRange(const QString& field, double value, double lowest, double highest);

/// Names of places by the input's basemap.
class PlaceNames {
public:
    explicit PlaceNames(const StudyInput& input);
    /// The most telling name, else the coordinates: "E 321 991, N 6 394 262".
    QString at(const analysis::Point& place) const;

private:
    std::optional<map::PlaceSearch>
        m_places; ///< none where there is no basemap or the input is in another CRS
};

/// NaN and infinity have no number in JSON: null.
QJsonValue jsonNumber(double value);

/// "50", "12,5": metres as they were given, without needless decimals.
QString metres(double value);

} // namespace hk::methods
