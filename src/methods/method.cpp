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

using map::StudyOverlay;

QList<Method> allMethods()
{
    return {Method::Hotspots,   Method::GiStar,       Method::Streets, Method::PeriodComparison, Method::Times,
            Method::NearRepeat, Method::Intervention, Method::Risk,    Method::Accuracy,
            Method::AreaCount};
}

QString keyOf(Method method)
{
    switch (method) {
    case Method::Hotspots:
        return QStringLiteral("hotspots");
    case Method::GiStar:
        return QStringLiteral("gi-star");
    case Method::Streets:
        return QStringLiteral("streets");
    case Method::PeriodComparison:
        return QStringLiteral("compare");
    case Method::Times:
        return QStringLiteral("times");
    case Method::NearRepeat:
        return QStringLiteral("near-repeat");
    case Method::Intervention:
        return QStringLiteral("evaluate");
    case Method::Risk:
        return QStringLiteral("risk");
    case Method::Accuracy:
        return QStringLiteral("accuracy");
    case Method::AreaCount:
        return QStringLiteral("areas");
    }
    return {};
}

QString titleOf(Method method)
{
    switch (method) {
    case Method::Hotspots:
        return Tr::tr("Hotspots");
    case Method::GiStar:
        return Tr::tr("Hot and cold areas");
    case Method::Streets:
        return Tr::tr("Incidents along streets");
    case Method::PeriodComparison:
        return Tr::tr("Comparing periods");
    case Method::Times:
        return Tr::tr("When it happens");
    case Method::NearRepeat:
        return Tr::tr("Near repeat");
    case Method::Intervention:
        return Tr::tr("Before and after an action");
    case Method::Risk:
        return Tr::tr("Risk: incidents for what there is");
    case Method::Accuracy:
        return Tr::tr("How well the map foretold");
    case Method::AreaCount:
        return Tr::tr("Counts per area");
    }
    return {};
}

QString questionOf(Method method)
{
    switch (method) {
    case Method::Hotspots:
        return Tr::tr("Where do the incidents gather most, and would the same places stand out again?");
    case Method::GiStar:
        return Tr::tr("Where are there more incidents close together than chance would give?");
    case Method::Streets:
        return Tr::tr("Which stretches of street have the most incidents per 100 m?");
    case Method::PeriodComparison:
        return Tr::tr("What has changed between two periods, and where?");
    case Method::Times:
        return Tr::tr("Which hours, weekdays and months stand out?");
    case Method::NearRepeat:
        return Tr::tr("Does one incident soon bring another nearby?");
    case Method::Intervention:
        return Tr::tr("Did the place change more than one to compare with, and did the trouble move?");
    case Method::Risk:
        return Tr::tr("Where are the incidents many for the people, homes or passages there are?");
    case Method::Accuracy:
        return Tr::tr("How many of the later incidents lay where the earlier map pointed?");
    case Method::AreaCount:
        return Tr::tr("How many incidents are there in each area, for its size or its inhabitants?");
    }
    return {};
}

Method methodOf(const MethodRequest& request)
{
    return std::visit(
        Overloaded{[](const HotspotStudy&) { return Method::Hotspots; }, [](const GiStarStudy&) { return Method::GiStar; },
                   [](const StreetStudy&) { return Method::Streets; },
                   [](const PeriodComparisonStudy&) { return Method::PeriodComparison; },
                   [](const TimeStudy&) { return Method::Times; }, [](const NearRepeatStudy&) { return Method::NearRepeat; },
                   [](const InterventionStudy&) { return Method::Intervention; }, [](const RiskStudy&) { return Method::Risk; },
                   [](const AccuracyStudy&) { return Method::Accuracy; },
                   [](const AreaCountStudy&) { return Method::AreaCount; }},
        request);
}

bool hasOwnPeriods(Method method)
{
    return method == Method::PeriodComparison || method == Method::Intervention || method == Method::Accuracy;
}

Result<MethodResultPtr> run(const StudyInput& input, const MethodRequest& request, std::stop_token stop,
                            const Progress& progress)
{
    return std::visit(
        Overloaded{[&](const HotspotStudy& study) { return runHotspots(input, study, stop, progress); },
                   [&](const GiStarStudy& study) { return runGiStar(input, study, stop, progress); },
                   [&](const StreetStudy& study) { return runStreets(input, study, stop, progress); },
                   [&](const PeriodComparisonStudy& study) { return runPeriodComparison(input, study, stop, progress); },
                   [&](const TimeStudy& study) { return runTimes(input, study, stop, progress); },
                   [&](const NearRepeatStudy& study) { return runNearRepeat(input, study, stop, progress); },
                   [&](const InterventionStudy& study) { return runIntervention(input, study, stop, progress); },
                   [&](const RiskStudy& study) { return runRisk(input, study, stop, progress); },
                   [&](const AccuracyStudy& study) { return runAccuracy(input, study, stop, progress); },
                   [&](const AreaCountStudy& study) { return runAreaCount(input, study, stop, progress); }},
        request);
}

StudyOverlay overlayOf(const MethodResult& result, int grid, bool onDark)
{
    StudyOverlay overlay;
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
    overlay.layer = nullptr;
    return overlay;
}

} // namespace hk::methods
