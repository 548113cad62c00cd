#include "ui/methods/accuracy_form.h"
#include "ui/methods/area_count_form.h"
#include "ui/methods/comparison_form.h"
#include "ui/methods/gi_star_form.h"
#include "ui/methods/hotspot_form.h"
#include "ui/methods/intervention_form.h"
#include "ui/methods/near_repeat_form.h"
#include "ui/methods/risk_form.h"
#include "ui/methods/street_form.h"
#include "ui/methods/time_form.h"

namespace hk::ui {

std::unique_ptr<MethodForm> makeMethodForm(methods::Method method, const FormFacts& facts, QWidget* parent)
{
    using methods::Method;
    std::unique_ptr<MethodForm> form;
    switch (method) {
    case Method::Hotspots:
        form = std::make_unique<HotspotForm>(facts, parent);
        break;
    case Method::GiStar:
        form = std::make_unique<GiStarForm>(parent);
        break;
    case Method::Streets:
        form = std::make_unique<StreetForm>(parent);
        break;
    case Method::PeriodComparison:
        form = std::make_unique<ComparisonForm>(facts, parent);
        break;
    case Method::Times:
        form = std::make_unique<TimeForm>(parent);
        break;
    case Method::NearRepeat:
        form = std::make_unique<NearRepeatForm>(parent);
        break;
    case Method::Intervention:
        form = std::make_unique<InterventionForm>(parent);
        break;
    case Method::Risk:
        form = std::make_unique<RiskForm>(facts, parent);
        break;
    case Method::Accuracy:
        form = std::make_unique<AccuracyForm>(facts, parent);
        break;
    case Method::AreaCount:
        form = std::make_unique<AreaCountForm>(facts, parent);
        break;
    }
    if (form)
        form->setFacts(facts);
    return form;
}

} // namespace hk::ui
