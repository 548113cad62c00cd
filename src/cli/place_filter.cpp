#include "cli/place_filter.h"

#include "exchange/near_reader.h"
#include "exchange/zone_reader.h"

#include <QFileInfo>

#include <algorithm>

namespace hk::cli {
namespace {

tl::unexpected<Error> wrong(const QString& words) { return fail(ErrorCode::WrongUsage, {}, {words}); }

/// FILE[:FIELD]=NAME; the file's name may hold both signs, so the first cut that leaves a file is taken.
struct ZoneArgument {
    QString path;
    QString field;
    QString name;

    bool readFrom(const QString& text)
    {
        for (qsizetype cut = text.indexOf(u'='); cut >= 0; cut = text.indexOf(u'=', cut + 1)) {
            const QString left = text.left(cut);
            const qsizetype colon = left.lastIndexOf(u':');
            name = text.mid(cut + 1);
            path = left;
            field.clear();
            if (QFileInfo(path).isFile())
                return true;
            path = left.left(colon);
            field = left.mid(colon + 1);
            if (colon > 0 && QFileInfo(path).isFile())
                return true;
        }
        // No such file: the error says the one that the first cut gives.
        const QString left = text.section(u'=', 0, 0);
        path = left.section(u':', 0, 0);
        field = left.section(u':', 1);
        name = text.section(u'=', 1);
        return text.contains(u'=') && !path.isEmpty();
    }
};

Result<void> addZones(const Arguments& given, IncidentFilter& filter)
{
    QString path;
    QString field;
    for (const QString& text : given.values(QStringLiteral("zone"))) {
        ZoneArgument argument;
        if (!argument.readFrom(text) || argument.name.isEmpty())
            return wrong(QStringLiteral("--zone is FILE=NAME or FILE:FIELD=NAME, not \"%1\".").arg(text));
        if (!filter.zones.set) {
            const auto read = exchange::readZones(argument.path, argument.field);
            if (!read)
                return tl::unexpected(read.error());
            path = argument.path;
            field = argument.field;
            filter.zones.set = *read;
        } else if (argument.path != path || argument.field != field) {
            return wrong(QStringLiteral("Every --zone must name the same file and field: \"%1\".").arg(text));
        }
        const auto& zones = filter.zones.set->zones;
        if (std::none_of(zones.begin(), zones.end(), [&](const Zone& zone) { return zone.name == argument.name; }))
            return wrong(QStringLiteral("%1 has no area called \"%2\" in its field %3.")
                             .arg(argument.path, argument.name, filter.zones.set->nameField));
        if (!filter.zones.names.contains(argument.name))
            filter.zones.names.append(argument.name);
    }
    return {};
}

Result<void> addNear(const Arguments& given, IncidentFilter& filter)
{
    if (!given.has(QStringLiteral("near"))) {
        if (given.has(QStringLiteral("near-within")))
            return wrong(QStringLiteral("--near-within needs --near FILE."));
        return {};
    }
    const Result<double> metres = given.number(QStringLiteral("near-within"), filter.near.metres, 0.0, 100'000.0);
    if (!metres)
        return tl::unexpected(metres.error());
    const auto read = exchange::readNearPoints(given.value(QStringLiteral("near")));
    if (!read)
        return tl::unexpected(read.error());
    filter.near.set = *read;
    filter.near.metres = *metres;
    return {};
}

} // namespace

Result<IncidentFilter> filterWithPlaces(const Arguments& given, const CategoryList& categories)
{
    Result<IncidentFilter> filter = given.filter(categories);
    if (!filter)
        return filter;
    if (const Result<void> added = addZones(given, *filter); !added)
        return tl::unexpected(added.error());
    if (const Result<void> added = addNear(given, *filter); !added)
        return tl::unexpected(added.error());
    return filter;
}

} // namespace hk::cli
