#include "methods/method.h"

#include "methods/translated.h"

namespace hk::methods {
namespace {

template <class... Kinds>
struct Overloaded : Kinds... {
    using Kinds::operator()...;
};
template <class... Kinds>
Overloaded(Kinds...) -> Overloaded<Kinds...>;

} // namespace

QList<Method> allMethods()
{
    return {Method::NearRepeat, Method::Intervention};
}

QString keyOf(Method method)
{
    switch (method) {
    case Method::NearRepeat:
        return QStringLiteral("near-repeat");
    case Method::Intervention:
        return QStringLiteral("before-after");
    }
    return {};
}

QString titleOf(Method method)
{
    switch (method) {
    case Method::NearRepeat:
        return Tr::tr("Near repeat");
    case Method::Intervention:
        return Tr::tr("Before and after an action");
    }
    return {};
}

QString questionOf(Method method)
{
    switch (method) {
    case Method::NearRepeat:
        return Tr::tr("Does one incident soon bring another nearby?");
    case Method::Intervention:
        return Tr::tr("Did the place change more than a place to compare with, and did the trouble move?");
    }
    return {};
}

Method methodOf(const MethodRequest& request)
{
    return std::visit(Overloaded{[](const NearRepeatStudy&) { return Method::NearRepeat; },
                                 [](const InterventionStudy&) { return Method::Intervention; }},
                      request);
}

Result<MethodResultPtr> run(const StudyInput& input, const std::shared_ptr<const map::Basemap>& basemap,
                            const MethodRequest& request, std::stop_token stop, const Progress& progress)
{
    (void)basemap;
    return std::visit(
        Overloaded{[&](const NearRepeatStudy& study) { return runNearRepeat(input, study, stop, progress); },
                   [&](const InterventionStudy& study) { return runIntervention(input, study, stop, progress); }},
        request);
}

map::StudyOverlay overlayOf(const MethodResult& result, int grid, bool onDark)
{
    map::StudyOverlay overlay;
    overlay.layer = result.layer;
    if (grid < 0 || static_cast<std::size_t>(grid) >= result.grids.size())
        return overlay;
    const ResultGrid& chosen = result.grids[static_cast<std::size_t>(grid)];
    if (!chosen.grid || chosen.scale.isEmpty())
        return overlay;
    auto layer = std::make_shared<map::HeatmapLayer>();
    layer->density = chosen.grid;
    layer->scale = onDark ? chosen.scale.onDark() : chosen.scale;
    layer->title = chosen.unit.isEmpty() ? chosen.title : Tr::tr("%1, %2", "what is drawn, its unit").arg(chosen.title, chosen.unit);
    overlay.grid = std::move(layer);
    return overlay;
}

int firstGrid(const MethodResult& result)
{
    for (std::size_t i = 0; i < result.grids.size(); ++i)
        if (result.grids[i].grid && !result.grids[i].scale.isEmpty())
            return static_cast<int>(i);
    return -1;
}

} // namespace hk::methods
