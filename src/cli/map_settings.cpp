#include "cli/arguments.h"
#include "workspace/map_analysis.h"

namespace hk::cli {

Result<workspace::MapSettings> Arguments::settings() const
{
    workspace::MapSettings settings;
    const Result<DensitySettings> density = densitySettings();
    if (!density)
        return tl::unexpected(density.error());
    const Result<double> quantile = number(QStringLiteral("quantile"), settings.quantile, 0.0, 1.0);
    if (!quantile)
        return tl::unexpected(quantile.error());
    const Result<double> within = number(QStringLiteral("within"), settings.hotspotsWithin, 0.0, 1e7);
    if (!within)
        return tl::unexpected(within.error());
    settings.cell = density->cell;
    settings.bandwidth = density->bandwidth;
    settings.kernel = density->kernel;
    settings.quantile = *quantile;
    settings.hotspotsWithin = *within;
    if (has(QStringLiteral("rank"))) {
        const QString rank = value(QStringLiteral("rank"));
        if (rank == QLatin1String("density"))
            settings.hotspotRank = analysis::HotspotRank::Density;
        else if (rank == QLatin1String("excess"))
            settings.hotspotRank = analysis::HotspotRank::Excess;
        else if (rank != QLatin1String("incidents"))
            return fail(ErrorCode::WrongUsage, {}, {QStringLiteral("--rank is incidents, density or excess, not \"%1\".").arg(rank)});
    }
    return settings;
}

} // namespace hk::cli
