#include "workspace/place_positions.h"

#include "map/name_text.h"

#include <QRegularExpression>

#include <algorithm>

namespace hk::workspace {
namespace {

constexpr double longestReach = 50'000.0; // metres; the most that an incident may have

exchange::FoundPlace foundAt(const map::PlaceHit& hit, bool close)
{
    exchange::FoundPlace found;
    found.position = hit.position;
    found.close = close;
    if (hit.isAddress)
        found.precision = close ? Precision::Street : Precision::Point;
    else if (hit.theme == map::BasemapTheme::Road)
        found.precision = close ? Precision::Place : Precision::Street;
    else
        found.precision = close ? Precision::Area : Precision::Place;
    const double least = defaultRadius(found.precision);
    found.radius = hit.isAddress ? least : std::clamp(hit.extentRadius, least, longestReach);
    if (found.radius > defaultRadius(Precision::Area))
        found.precision = Precision::Area;
    return found;
}

/// "Brogatan" of "Brogatan 12 B"; empty where there is no number.
QString withoutNumber(const QString& name)
{
    static const QRegularExpression number(QStringLiteral("^(\\D*\\p{L})\\s+\\d+\\s*\\p{L}?$"));
    const QRegularExpressionMatch match = number.match(name.trimmed());
    return match.hasMatch() ? match.captured(1) : QString();
}

/// A hit of that very name, or one with a letter wrong or with words besides it. Words in the middle of other names are none.
std::optional<exchange::FoundPlace> likely(const map::PlaceSearch& places, const QString& name, const Sweref99& near)
{
    constexpr qsizetype shortest = 4; // of a word that may be read as another
    const QString folded = map::foldedName(name);
    if (folded.isEmpty())
        return std::nullopt;
    const std::vector<map::PlaceHit> hits = places.find(name, near, 1);
    if (hits.empty())
        return std::nullopt;
    const QString found = map::foldedName(hits.front().name);
    if (found == folded)
        return foundAt(hits.front(), false);
    if (folded.size() < shortest || !(found.startsWith(folded + QLatin1Char(' ')) || map::beginsWithOneError(found, folded)))
        return std::nullopt;
    // "Brogat" is no "Brogatan 12": what is missing at the end may be all that tells it.
    if (std::abs(found.size() - folded.size()) > 1 && !found.startsWith(folded + QLatin1Char(' ')))
        return std::nullopt;
    return foundAt(hits.front(), true);
}

/// Of the whole name, or where the map has nothing like it, of the longest of its words that the map knows.
QStringList namesLike(const map::PlaceSearch& places, const QString& name, const Sweref99& near)
{
    constexpr std::size_t mostHits = 12;
    constexpr qsizetype mostNames = 3;
    constexpr qsizetype shortest = 4;
    QStringList asked{name};
    QStringList words = map::foldedName(name).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::stable_sort(words.begin(), words.end(), [](const QString& a, const QString& b) { return a.size() > b.size(); });
    for (const QString& word : words)
        if (word.size() >= shortest)
            asked.append(word);
    QStringList names;
    for (const QString& one : asked) {
        for (const map::PlaceHit& hit : places.find(one, near, mostHits))
            if (!names.contains(hit.name) && names.size() < mostNames)
                names.append(hit.name);
        if (!names.isEmpty())
            break;
    }
    return names;
}

} // namespace

exchange::PlaceFinder placeFinder(const map::PlaceSearch& places, const Sweref99& near)
{
    exchange::PlaceFinder finder([places, near](const QString& name) -> std::optional<exchange::FoundPlace> {
        if (const std::optional<map::PlaceHit> hit = places.exact(name))
            return foundAt(*hit, false);
        if (const QString street = withoutNumber(name); !street.isEmpty())
            if (const std::optional<map::PlaceHit> hit = places.exact(street))
                return foundAt(*hit, false);
        // "Brogatan 12, Mölndal": the most telling part stands first.
        if (const qsizetype comma = name.indexOf(QLatin1Char(',')); comma > 0) {
            const QString first = name.left(comma).trimmed();
            const QString street = withoutNumber(first);
            for (const QString& part : {first, street})
                if (!part.isEmpty())
                    if (const std::optional<map::PlaceHit> hit = places.exact(part))
                        return foundAt(*hit, false);
        }
        return likely(places, name, near);
    });
    finder.like = [places, near](const QString& name) { return namesLike(places, name, near); };
    return finder;
}

Sweref99 centreOf(const map::Basemap& basemap)
{
    const QPointF middle = basemap.bounds(map::Plane::Sweref99Tm).center();
    return {middle.x(), middle.y()};
}

} // namespace hk::workspace
