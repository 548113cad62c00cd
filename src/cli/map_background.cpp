#include "cli/map_background.h"

#include "map/basemap.h"
#include "tiles/open_file_source.h"

namespace hk::cli {
namespace {

const QString backgroundOption = QStringLiteral("background");
const QString toneOption = QStringLiteral("tone");
const QString opacityOption = QStringLiteral("opacity");
const QString namesOption = QStringLiteral("names");

Result<map::Tone> toneOf(const QString& name)
{
    if (name.isEmpty() || name == QLatin1String("colour"))
        return map::Tone::Colour;
    if (name == QLatin1String("grey"))
        return map::Tone::Grey;
    if (name == QLatin1String("dark"))
        return map::Tone::Dark;
    return fail(ErrorCode::WrongUsage, {}, {QStringLiteral("--tone is colour, grey or dark, not \"%1\".").arg(name)});
}

Result<double> opacityOf(const QString& percent)
{
    bool known = percent.isEmpty();
    const double value = known ? 100.0 : percent.toDouble(&known);
    if (!known || value < 0 || value > 100)
        return fail(ErrorCode::WrongUsage, {}, {QStringLiteral("--opacity is 0 to 100 per cent, not \"%1\".").arg(percent)});
    return value / 100;
}

} // namespace

void backgroundOptions(Arguments& arguments)
{
    arguments.option(backgroundOption, QStringLiteral("FILE"),
                     QStringLiteral("What lies under the data: a picture (GeoTIFF …), tiles (MBTiles) or a map made by basemap build."));
    arguments.option(toneOption, QStringLiteral("colour|grey|dark"), QStringLiteral("How the background is toned (colour)."));
    arguments.option(opacityOption, QStringLiteral("PERCENT"), QStringLiteral("How strong the background is (100)."));
    arguments.flag(namesOption, QStringLiteral("The embedded map's names over a picture."));
}

Result<std::shared_ptr<const map::Ground>> groundOf(const Arguments& given, const std::shared_ptr<const map::Basemap>& embedded)
{
    const auto tone = toneOf(given.value(toneOption));
    const auto opacity = opacityOf(given.value(opacityOption));
    if (!tone || !opacity)
        return tl::unexpected(!tone ? tone.error() : opacity.error());
    map::GroundSheet lowest{.features = embedded};
    if (given.has(backgroundOption)) {
        const auto spec = tiles::specOfFile(given.value(backgroundOption));
        if (!spec)
            return tl::unexpected(spec.error());
        auto sheet = tiles::openSource(*spec, {});
        if (!sheet)
            return tl::unexpected(sheet.error());
        lowest = std::move(*sheet);
    }
    lowest.tone = *tone;
    lowest.opacity = *opacity;
    auto ground = std::make_shared<map::Ground>();
    const bool picture = lowest.tiles != nullptr;
    ground->sheets.push_back(std::move(lowest));
    if (picture && given.has(namesOption))
        ground->sheets.push_back({.features = embedded, .ground = false});
    return ground;
}

} // namespace hk::cli
