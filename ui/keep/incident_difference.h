#pragma once

#include "core/category.h"
#include "core/incident.h"

#include <QList>

namespace hk::ui {

/// A field in which two versions of an incident differ, in words for people.
struct IncidentDifference {
    QString field; ///< its name
    QString left;  ///< empty: nothing
    QString right;
};

/// In the order of the form.
QList<IncidentDifference> differencesOf(const Incident& left, const Incident& right, const CategoryList& categories);

} // namespace hk::ui
