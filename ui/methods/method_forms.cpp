#include "ui/methods/intervention_form.h"
#include "ui/methods/near_repeat_form.h"

namespace hk::ui {

std::unique_ptr<MethodForm> makeMethodForm(methods::Method method, QWidget* parent)
{
    using methods::Method;
    switch (method) {
    case Method::NearRepeat:
        return std::make_unique<NearRepeatForm>(parent);
    case Method::Intervention:
        return std::make_unique<InterventionForm>(parent);
    }
    return nullptr;
}

} // namespace hk::ui
