#include "cli/export_arguments.h"

#include "cli/place_filter.h"
#include "exchange/zone_reader.h"
#include "map/basemap.h"

#include <QDate>
#include <QFileInfo>

namespace hk::cli {
namespace {

using workspace::PublicOptions;

tl::unexpected<Error> wrong(const QString& words) { return fail(ErrorCode::WrongUsage, {}, {words}); }

Result<PublicOptions> publicOptions(const Arguments& given)
{
    PublicOptions options;
    const Result<double> cell
        = given.number(QStringLiteral("cell"), options.cellMetres, PublicOptions::smallestCell, 100'000.0);
    if (!cell)
        return tl::unexpected(cell.error());
    const Result<qint64> threshold
        = given.wholeNumber(QStringLiteral("threshold"), options.threshold, PublicOptions::leastThreshold, 1'000);
    if (!threshold)
        return tl::unexpected(threshold.error());
    options.cellMetres = *cell;
    options.threshold = static_cast<int>(*threshold);
    const QString by = given.value(QStringLiteral("count-by"));
    if (by.isEmpty() || by == toName(CountGround::Grid))
        return options;
    if (given.has(QStringLiteral("cell")))
        return wrong(QStringLiteral("--cell goes with --count-by grid."));
    if (by == toName(CountGround::Streets)) {
        options.ground = CountGround::Streets;
        const auto streets = map::Basemap::embedded();
        if (!streets)
            return tl::unexpected(streets.error());
        options.streets = *streets;
        return options;
    }
    options.ground = CountGround::Areas;
    const bool isFile = QFileInfo(by).isFile();
    const qsizetype colon = by.lastIndexOf(u':');
    const auto areas = isFile || colon <= 0 ? exchange::readZones(by)
                                            : exchange::readZones(by.left(colon), by.mid(colon + 1));
    if (!areas)
        return tl::unexpected(areas.error());
    options.areas = *areas;
    return options;
}

} // namespace

void addExportOptions(Arguments& given)
{
    given.filterOptions();
    given.option(QStringLiteral("area"), QStringLiteral("FILE"),
                 QStringLiteral("Only incidents inside the polygons of this file."));
    given.option(QStringLiteral("profile"), QStringLiteral("NAME"),
                 QStringLiteral("public (counts that give no small one away; the default), partner (what the agreement with "
                                "--partner names) or internal (everything)."));
    given.option(QStringLiteral("partner"), QStringLiteral("NAME"), QStringLiteral("The partner of the profile partner."));
    given.option(QStringLiteral("agreements"), QStringLiteral("FILE.json"),
                 QStringLiteral("The agreements with partners (those of the workstation: %1).")
                     .arg(workspace::agreementsPath()));
    given.option(QStringLiteral("count-by"), QStringLiteral("WHAT"),
                 QStringLiteral("Profile public: grid (the default), streets, or a file of areas, FILE or FILE:FIELD."));
    given.option(QStringLiteral("cell"), QStringLiteral("M"), QStringLiteral("Size of the grid's cells (500)."));
    given.option(QStringLiteral("threshold"), QStringLiteral("N"),
                 QStringLiteral("Profile public: counts below it are left out (5)."));
}

Result<workspace::ExportRequest> exportRequest(const Arguments& given)
{
    workspace::ExportRequest request;
    if (given.has(QStringLiteral("profile"))) {
        const auto profile = exportProfileFromName(given.value(QStringLiteral("profile")));
        if (!profile)
            return wrong(QStringLiteral("--profile is public, partner or internal, not \"%1\".")
                             .arg(given.value(QStringLiteral("profile"))));
        request.profile = *profile;
    }
    if (request.profile != ExportProfile::Partner)
        for (const char* option : {"partner", "agreements"})
            if (given.has(QLatin1String(option)))
                return wrong(QStringLiteral("--%1 goes with --profile partner.").arg(QLatin1String(option)));
    if (request.profile != ExportProfile::Public)
        for (const char* option : {"count-by", "cell", "threshold"})
            if (given.has(QLatin1String(option)))
                return wrong(QStringLiteral("--%1 goes with --profile public.").arg(QLatin1String(option)));
    if (request.profile == ExportProfile::Public) {
        Result<PublicOptions> options = publicOptions(given);
        if (!options)
            return tl::unexpected(options.error());
        request.counts = std::move(*options);
    }
    if (request.profile == ExportProfile::Partner) {
        if (!given.has(QStringLiteral("partner")))
            return wrong(QStringLiteral("--profile partner needs --partner NAME."));
        const QString path = given.has(QStringLiteral("agreements")) ? given.value(QStringLiteral("agreements"))
                                                                     : workspace::agreementsPath();
        if (given.has(QStringLiteral("agreements")) && !QFileInfo::exists(path))
            return fail(ErrorCode::FileNotFound, {path});
        const auto agreements = workspace::readAgreements(path);
        if (!agreements)
            return tl::unexpected(agreements.error());
        Result<PartnerAgreement> agreement
            = workspace::agreementWith(given.value(QStringLiteral("partner")), *agreements, QDate::currentDate());
        if (!agreement)
            return tl::unexpected(agreement.error());
        request.agreement = std::move(*agreement);
    }
    return request;
}

Result<IncidentFilter> exportFilter(const Arguments& given, const CategoryList& categories)
{
    Result<IncidentFilter> filter = filterWithPlaces(given, categories);
    if (!filter || !given.has(QStringLiteral("area")))
        return filter;
    if (filter->zones.set)
        return wrong(QStringLiteral("--area and --zone cannot be given together."));
    const auto areas = exchange::readZones(given.value(QStringLiteral("area")));
    if (!areas)
        return tl::unexpected(areas.error());
    filter->zones.set = *areas;
    for (const Zone& zone : (*areas)->zones)
        filter->zones.names.append(zone.name);
    return filter;
}

} // namespace hk::cli
