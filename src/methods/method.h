#pragma once

#include "methods/intervention_study.h"
#include "methods/near_repeat_study.h"

#include <QList>
#include <QString>
#include <variant>

namespace hk::map {
class Basemap;
}

namespace hk::methods {

/// The methods in the order they are offered.
enum class Method { NearRepeat, Intervention };
QList<Method> allMethods();

/// "near-repeat": names the document that explains the method, and its settings.
QString keyOf(Method method);
/// What the method is called, and in one line what it answers; in the current language.
QString titleOf(Method method);
QString questionOf(Method method);

/// What one method is asked for.
using MethodRequest = std::variant<NearRepeatStudy, InterventionStudy>;
Method methodOf(const MethodRequest& request);

/// Runs the method asked for. Errors: those of the method. Any thread; `basemap` may be null, places are then not named.
Result<MethodResultPtr> run(const StudyInput& input, const std::shared_ptr<const map::Basemap>& basemap,
                            const MethodRequest& request, std::stop_token stop = {}, const Progress& progress = {});

/// What a result puts on the map: its layer, and the grid of that index where it has one to draw (-1: none). On a dark map
/// the grid's colours are turned.
map::StudyOverlay overlayOf(const MethodResult& result, int grid, bool onDark = false);
/// The grid to show first: the first that has colours; -1 where none has, or where the layer says enough.
int firstGrid(const MethodResult& result);

} // namespace hk::methods
