#include "geo/coordinate_text.h"

#include "core/sweden.h"
#include "geo/coordinate_tokens.h"

#include <QRegularExpression>
#include <QUrl>
#include <algorithm>
#include <cmath>
#include <optional>

namespace hk::geo {

namespace {

using Kind = SwedishGrid::Kind;

constexpr qsizetype longestText = 400;
constexpr double widestZone = 1.75; // degrees from the central meridian at which a zone is still used

double apart(const Sweref99& a, const Sweref99& b)
{
    return std::hypot(a.easting - b.easting, a.northing - b.northing);
}

CoordinateAnswer answer(const SwedishGrid& grid, double east, double north)
{
    const Sweref99 position = GridTransform(grid).toSweref(east, north);
    return {position, &grid, isInSweden(position)};
}

bool isUsable(const CoordinateAnswer& made)
{
    return std::isfinite(made.position.easting) && std::isfinite(made.position.northing);
}

std::vector<CoordinateAnswer> geographic(double latitude, double longitude)
{
    if (std::abs(latitude) > 180 || std::abs(longitude) > 180)
        return {};
    const SwedishGrid& grid = *swedishGrid(4326);
    CoordinateAnswer made = answer(grid, longitude, latitude);
    if (!made.inSweden || std::abs(latitude) > 90) {
        // Longitude first, as programs like it: in Sweden no number can be both.
        const CoordinateAnswer turned = answer(grid, latitude, longitude);
        if (std::abs(longitude) <= 90 && (turned.inSweden || std::abs(latitude) > 90))
            made = turned;
    }
    // A transverse projection has no answer on the other side of the globe: a place it is nevertheless.
    if (!isUsable(made))
        return {};
    return {made};
}

/// Whether a zone is used where its numbers point.
bool fits(const CoordinateAnswer& made, double east)
{
    const double metresPerDegree = 111'320.0 * std::cos(60.0 * M_PI / 180.0);
    const double origin = made.grid->kind == Kind::Rt90 ? 1'500'000.0 : 150'000.0;
    const double widest = made.grid->kind == Kind::Rt90 ? 5.0 : widestZone;
    return made.inSweden && std::abs(east - origin) < widest * metresPerDegree;
}

std::vector<CoordinateAnswer> plane(double north, double east, const Sweref99& near)
{
    std::vector<CoordinateAnswer> made;
    std::vector<CoordinateAnswer> zones;
    const auto tryGrid = [&](const SwedishGrid& grid, std::vector<CoordinateAnswer>& into) {
        const CoordinateAnswer found = answer(grid, east, north);
        if (fits(found, east))
            into.push_back(found);
    };
    if (east >= 1'000'000) {
        tryGrid(*swedishGrid(3021), made);
        // The other five only where the numbers fit nothing else: 2.5 gon V was the country's.
        if (made.empty())
            for (const SwedishGrid& grid : swedishGrids())
                if (grid.kind == Kind::Rt90)
                    tryGrid(grid, zones);
    } else {
        const CoordinateAnswer tm = answer(*swedishGrid(3006), east, north);
        if (tm.inSweden)
            made.push_back(tm);
        for (const SwedishGrid& grid : swedishGrids())
            if (grid.kind == Kind::Sweref99Zone)
                tryGrid(grid, zones);
    }
    std::stable_sort(zones.begin(), zones.end(), [&](const CoordinateAnswer& a, const CoordinateAnswer& b) {
        return apart(a.position, near) < apart(b.position, near);
    });
    made.insert(made.end(), zones.begin(), zones.end());
    if (made.empty())
        made.push_back(answer(*swedishGrid(east >= 1'000'000 ? 3021 : 3006), east, north));
    return made;
}

/// Northing and easting of two numbers in metres; nothing where neither can be a northing of Sweden or its surroundings.
std::optional<std::pair<double, double>> northAndEast(double first, double second)
{
    const double north = std::max(first, second);
    const double east = std::min(first, second);
    if (north < 3'000'000 || north >= 10'000'000 || east < 10'000 || east >= 2'100'000)
        return std::nullopt;
    return std::pair(north, east);
}

/// The first pair in a link: "geo:57.65,12.01", "…@57.65,12.01,15z", "…#map=17/57.65/12.01", "…mlat=57.65&mlon=12.01".
std::optional<std::pair<double, double>> pairOfLink(const QString& text)
{
    static const QRegularExpression link(QStringLiteral("^\\s*(geo:|[a-z]+://|www\\.)"), QRegularExpression::CaseInsensitiveOption);
    const bool isLink = link.match(text).hasMatch() || text.trimmed().startsWith(QLatin1Char('@'));
    if (!isLink)
        return std::nullopt;
    const QString plain = QUrl::fromPercentEncoding(text.toUtf8());
    const QString number = QStringLiteral("(-?\\d{1,3}(?:\\.\\d+))");
    for (const QString& pattern : {QStringLiteral("(?:m?lat(?:itude)?)=") + number + QStringLiteral("&(?:m?lon|lng|m?long|longitude)=") + number,
                                   QStringLiteral("[@:=/]") + number + QStringLiteral("\\s*[,/]\\s*") + number}) {
        const QRegularExpressionMatch match = QRegularExpression(pattern).match(plain);
        if (match.hasMatch())
            return std::pair(match.captured(1).toDouble(), match.captured(2).toDouble());
    }
    static const QRegularExpression whole(QStringLiteral("^\\s*geo:(-?\\d{1,3}),(-?\\d{1,3})"));
    if (const auto match = whole.match(plain); match.hasMatch())
        return std::pair(match.captured(1).toDouble(), match.captured(2).toDouble());
    return std::nullopt;
}

} // namespace

std::vector<CoordinateAnswer> readCoordinates(const QString& text, const Sweref99& near)
{
    if (text.size() > longestText)
        return {};
    if (const auto pair = pairOfLink(text))
        return geographic(pair->first, pair->second);
    QString rest = plainMarks(text);
    const NamedGrid named = takeGridName(rest);
    if (const auto degrees = readDegrees(rest, named.grid && named.grid->kind == Kind::Geographic);
        degrees && (!named.grid || named.grid->kind == Kind::Geographic))
        return geographic(degrees->first, degrees->second);
    const auto numbers = readMetres(rest);
    if (!numbers)
        return {};
    const auto metres = northAndEast(numbers->first, numbers->second);
    if (!metres)
        return {};
    if (named.grid && named.grid->kind != Kind::Geographic)
        return {answer(*named.grid, metres->second, metres->first)};
    return plane(metres->first, metres->second, near);
}

} // namespace hk::geo
