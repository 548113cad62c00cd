#include "cli/map_background.h"

#include "cli/output.h"
#include "map/basemap.h"
#include "text/sentences.h"
#include "tiles/open_file_source.h"
#include "tiles/open_source.h"
#include "workspace/layer_sheet.h"

#include <QStandardPaths>
#include <iterator>
#include <utility>

namespace hk::cli {
namespace {

const QString backgroundOption = QStringLiteral("background");
const QString toneOption = QStringLiteral("tone");
const QString opacityOption = QStringLiteral("opacity");
const QString namesOption = QStringLiteral("names");
const QString noLayersOption = QStringLiteral("no-layers");

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
    arguments.flag(noLayersOption, QStringLiteral("Leaves out the layers of one's own that the window shows."));
}

Result<std::shared_ptr<const map::Ground>> groundOf(const Arguments& given, const std::shared_ptr<const map::Basemap>& embedded,
                                                    std::vector<map::GroundSheet> layers)
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
    std::move(layers.begin(), layers.end(), std::back_inserter(ground->sheets));
    return ground;
}

std::vector<map::GroundSheet> layersOf(const Arguments& given, const std::vector<store::StoredLayer>& stored)
{
    if (given.has(noLayersOption))
        return {};
    workspace::LayerServices services;
    services.cacheFolder = QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/layers");
    services.openPicture = [](const tiles::SourceSpec& spec, const std::stop_token& stop) { return tiles::openSource(spec, {}, stop); };
    return workspace::sheetsOf(stored, given.at(0), services, [](const workspace::MapLayer& layer, const Error& error) {
        printError(QStringLiteral("The layer \"%1\" is left out. %2").arg(layer.title, text::describe(error)));
    });
}

} // namespace hk::cli
