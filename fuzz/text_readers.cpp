#include "fuzz/readers.h"

#include "core/coordinates.h"
#include "core/local_time.h"
#include "core/personal_data.h"
#include "geo/coordinate_text.h"
#include "map/name_index.h"
#include "map/name_text.h"
#include "net/http_headers.h"
#include "store/iso_time.h"
#include "tiles/address_template.h"

#include <QUrl>

#include <cmath>

namespace hk::fuzz {
namespace {

const Sweref99 hub{322'110, 6'394'290};

void readLocalTime(const QByteArray& bytes)
{
    const auto read = parseTime(QString::fromUtf8(bytes));
    promise(!read || (read->utc.isValid() && read->utc.timeSpec() == Qt::UTC), "a time is valid and UTC");
}

void readIsoTime(const QByteArray& bytes)
{
    const auto read = store::parseIsoTime({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (!read)
        return;
    const auto written = store::isoTime(*read);
    promise(store::parseIsoTime({written.data(), written.size()}) == read, "a time read, written and read again is the same");
}

void readPersonalData(const QByteArray& bytes)
{
    const QString text = QString::fromUtf8(bytes);
    qsizetype end = 0;
    for (const PersonalDataMatch& match : findPersonalData(text)) {
        promise(match.position >= end && match.length > 0 && match.position + match.length <= text.size(),
                "matches lie in the text, one after the other");
        promise(text.mid(match.position, match.length) == match.text, "a match is of the text");
        end = match.position + match.length;
    }
}

void readCoordinateText(const QByteArray& bytes)
{
    for (const geo::CoordinateAnswer& answer : geo::readCoordinates(QString::fromUtf8(bytes), hub)) {
        promise(answer.grid != nullptr, "an answer names its grid");
        promise(std::isfinite(answer.position.easting) && std::isfinite(answer.position.northing), "a position is finite");
    }
}

void readNameQuery(const QByteArray& bytes)
{
    static const auto index = map::NameIndex::inMemory(
        {{QStringLiteral("Brogatan"), {}, QStringLiteral("residential"), QStringLiteral("road"), hub, 10, 5},
         {QStringLiteral("Åbyvägen 12 B"), {}, QStringLiteral("address"), QStringLiteral("address"), hub, 0, 3},
         {QStringLiteral("Mölndals bro"), {}, QStringLiteral("station"), QStringLiteral("place"), hub, 50, 40},
         {QStringLiteral("S:t Sigfrids plan"), {}, QStringLiteral("square"), QStringLiteral("place"), hub, 20, 20}});
    promise(index.has_value(), "the names can be kept");
    const QString text = QString::fromUtf8(bytes);
    const auto found = (*index)->find(text, hub, 10);
    promise(found && found->size() <= 10, "any text has an answer of at most so many names");
    const QString folded = map::foldedName(text);
    promise(map::foldedName(folded) == folded, "a name folded twice is folded once");
}

void readAddressTemplate(const QByteArray& bytes)
{
    const QString text = QString::fromUtf8(bytes);
    (void)tiles::AddressTemplate::looksLikeOne(text);
    const auto read = tiles::AddressTemplate::parse(text);
    if (!read)
        return;
    for (const QString& host : read->hosts())
        promise(!host.isEmpty(), "a host has a name");
    const QUrl url = read->url({14, 8738, 4964, 2});
    promise(url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"), "only http and https are asked");
}

void readHttpHeaders(const QByteArray& bytes)
{
    const QDateTime now(QDate(2026, 11, 26), QTime(12, 0), Qt::UTC);
    const QByteArrayList parts = bytes.split('\n');
    const auto part = [&parts](qsizetype i) { return parts.value(i).left(1000); };
    (void)net::mediaType(part(0));
    const QDateTime date = net::httpDate(part(0));
    promise(!date.isValid() || net::httpDate(net::asHttpDate(date)) == date, "a date read, written and read again is the same");
    const auto verdict = net::cacheVerdict({part(0), part(1), part(2), part(3)}, now);
    promise(!verdict.expires.isValid() || verdict.expires <= now.addYears(10).addDays(1), "nothing is fresh for more than ten years");
    const auto wait = net::retryAfter(part(0), now);
    promise(!wait || wait->count() >= 0, "nobody waits backwards");
}

} // namespace

std::vector<Reader> textReaders()
{
    return {{"local-time", readLocalTime},
            {"iso-time", readIsoTime},
            {"personal-data", readPersonalData},
            {"coordinates", readCoordinateText},
            {"name-query", readNameQuery},
            {"address-template", readAddressTemplate},
            {"http-headers", readHttpHeaders}};
}

} // namespace hk::fuzz
