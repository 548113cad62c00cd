#include "core/export_profile.h"

#include "core/name_table.h"

namespace hk {
namespace {

constexpr std::array<NamedValue<ExportProfile>, 3> profileNames{
    {{ExportProfile::Public, "public"}, {ExportProfile::Partner, "partner"}, {ExportProfile::Internal, "internal"}}};
constexpr std::array<NamedValue<CountGround>, 3> groundNames{
    {{CountGround::Grid, "grid"}, {CountGround::Areas, "areas"}, {CountGround::Streets, "streets"}}};

} // namespace

QString toName(ExportProfile value)
{
    return nameIn(profileNames, value);
}

std::optional<ExportProfile> exportProfileFromName(const QString& name)
{
    return valueIn(profileNames, name);
}

QString toName(CountGround value)
{
    return nameIn(groundNames, value);
}

std::optional<CountGround> countGroundFromName(const QString& name)
{
    return valueIn(groundNames, name);
}

} // namespace hk
