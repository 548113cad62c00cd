#include "ui/place_input.h"

#include "geo/coordinate_text.h"
#include "map/place_search.h"
#include "text/sentences.h"

#include <QCoreApplication>
#include <cmath>

namespace hk::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(hk::ui::PlaceInput)
};

} // namespace

std::optional<Sweref99> parsePosition(const QString& text, const Sweref99& near)
{
    const auto found = geo::readCoordinates(text, near);
    if (found.empty())
        return std::nullopt;
    return found.front().position;
}

QString positionText(const Sweref99& position)
{
    return QStringLiteral("N %1 E %2")
        .arg(static_cast<qint64>(std::llround(position.northing)))
        .arg(static_cast<qint64>(std::llround(position.easting)));
}

QString distanceText(double metres)
{
    if (metres < 995.0)
        return Words::tr("%1 m").arg(text::number(static_cast<qint64>(std::llround(metres / 10.0) * 10)));
    const double kilometres = metres / 1000.0;
    return Words::tr("%1 km").arg(text::number(kilometres, kilometres < 9.95 ? 1 : 0));
}

QString placeProposal(const map::PlaceSearch& places, const Sweref99& position)
{
    constexpr double standsThere = 60.0; // metres, as in PlaceSearch::nameAt
    const map::NearbyNames around = places.nearestAddress(position);
    if (!around.place.isEmpty() && around.placeDistance > 0.0 && around.placeDistance < standsThere)
        return around.place;
    if (around.street.isEmpty())
        return places.nameAt(position);
    if (around.place.isEmpty() || around.place == around.street)
        return Words::tr("near %1").arg(around.street);
    return Words::tr("near %1, %2").arg(around.street, around.place);
}

} // namespace hk::ui
