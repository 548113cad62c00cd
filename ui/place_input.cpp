#include "ui/place_input.h"

#include "geo/transform.h"

#include <QRegularExpression>
#include <cmath>

namespace hk::ui {

std::optional<Sweref99> parsePosition(const QString& text)
{
    static const QRegularExpression pattern(
        QStringLiteral(
            R"(^\s*[NE]?\s*(\d{1,7}(?:[.,]\d+)?)\s*°?\s*[NE]?\s*[,;\s]\s*[NE]?\s*(\d{1,7}(?:[.,]\d+)?)\s*°?\s*[NE]?\s*$)"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto number = [&](int group) {
        QString digits = match.captured(group);
        return digits.replace(QLatin1Char(','), QLatin1Char('.')).toDouble();
    };
    const double first = number(1);
    const double second = number(2);
    if (first <= 90.0 && second <= 180.0) {
        // A house number or a date is no position: degrees have decimals.
        const auto hasDecimals = [&](int group) {
            return match.captured(group).contains(QLatin1Char('.')) ||
                   match.captured(group).contains(QLatin1Char(','));
        };
        if (!hasDecimals(1) || !hasDecimals(2))
            return std::nullopt;
        const Sweref99 position = geo::Sweref99Transform().toSweref(LonLat{second, first});
        if (!std::isfinite(position.easting) || !std::isfinite(position.northing))
            return std::nullopt;
        return position;
    }
    const double northing = std::max(first, second);
    const double easting = std::min(first, second);
    if (northing < 1'000'000.0 || easting < 10'000.0 || easting >= 1'000'000.0)
        return std::nullopt;
    return Sweref99{easting, northing};
}

QString positionText(const Sweref99& position)
{
    return QStringLiteral("N %1 E %2")
        .arg(static_cast<qint64>(std::llround(position.northing)))
        .arg(static_cast<qint64>(std::llround(position.easting)));
}

} // namespace hk::ui
