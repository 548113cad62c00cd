#include "workspace/overpass_download.h"

#include "geo/transform.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

namespace hk::workspace {
namespace {

constexpr int filesKept = 5;

/// south,west,north,east of the rectangle, whose sides are not quite meridians and parallels.
QByteArray boundingBox(const exchange::MapExtent& extent)
{
    const geo::Sweref99Transform transform;
    const LonLat corners[] = {transform.toLonLat(Sweref99{extent.west, extent.south}),
                              transform.toLonLat(Sweref99{extent.east, extent.south}),
                              transform.toLonLat(Sweref99{extent.west, extent.north}),
                              transform.toLonLat(Sweref99{extent.east, extent.north})};
    const auto [west, east] = std::minmax_element(std::begin(corners), std::end(corners),
                                                  [](const LonLat& a, const LonLat& b) { return a.lon < b.lon; });
    const auto [south, north] = std::minmax_element(std::begin(corners), std::end(corners),
                                                    [](const LonLat& a, const LonLat& b) { return a.lat < b.lat; });
    QByteArrayList numbers;
    for (const double number : {south->lat, west->lon, north->lat, east->lon})
        numbers.append(QByteArray::number(number, 'f', 5));
    return numbers.join(',');
}

QByteArray wanted(const QByteArray& box)
{
    return "(node(" + box + ");way(" + box + ");relation[type=multipolygon](" + box
           + ");relation[boundary=administrative][admin_level~\"^([789]|10)$\"](" + box + "););";
}

Result<void> checkArea(const OverpassSettings& settings, const exchange::MapExtent& extent)
{
    const double area = squareKilometres(extent);
    if (area > 0.0 && area <= settings.mostSquareKilometres) // not so for what is no number either
        return {};
    return fail(ErrorCode::ValueOutOfRange, {},
                {QString::number(area, 'f', 1), QStringLiteral("0"), QString::number(settings.mostSquareKilometres)});
}

net::HttpRequest requestOf(const OverpassSettings& settings, const QByteArray& question)
{
    net::HttpRequest request;
    request.url = settings.server;
    request.body = "data=" + question.toPercentEncoding();
    request.timeout = settings.serverTime + std::chrono::seconds(15); // it thinks before the first byte
    request.mostBytes = settings.mostBytes;
    request.retries = 0; // a server at its limit is not asked again by itself
    return request;
}

tl::unexpected<Error> notUnderstood(const OverpassSettings& settings, const QString& detail)
{
    return fail(ErrorCode::AnswerNotUnderstood, {}, {net::hostOf(settings.server)}, detail);
}

/// Overpass answers 200 and says at the end of the text that it gave up.
Result<void> checkRemark(const OverpassSettings& settings, const QByteArray& body)
{
    const qsizetype start = body.lastIndexOf("<remark>");
    if (start < 0)
        return {};
    const qsizetype begin = start + 8;
    const QString words = QString::fromUtf8(body.mid(begin, body.indexOf('<', begin) - begin)).simplified();
    if (!words.contains(QLatin1String("error")))
        return {};
    const QStringList arguments{net::hostOf(settings.server)};
    if (words.contains(QLatin1String("timed out")))
        return fail(ErrorCode::TimedOut, {}, arguments, words);
    if (words.contains(QLatin1String("out of memory")))
        return fail(ErrorCode::AnswerTooLarge, {}, arguments + QStringList{QString::number(settings.mostBytes)}, words);
    return fail(ErrorCode::ServerRefused, {}, arguments, words);
}

Result<void> store(const QString& path, const QByteArray& body)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileNotWritable, {path}, {}, file.errorString());
    if (file.write(body) != body.size() || !file.commit())
        return fail(ErrorCode::DiskFull, {path}, {}, file.errorString());
    return {};
}

/// Only the newest are kept: anything here can be fetched again.
void tidy(const QString& folder)
{
    const QFileInfoList files = QDir(folder).entryInfoList({QStringLiteral("overpass-*.osm")}, QDir::Files, QDir::Time);
    for (qsizetype i = filesKept; i < files.size(); ++i)
        QFile::remove(files[i].filePath());
}

} // namespace

double squareKilometres(const exchange::MapExtent& extent)
{
    return std::max(0.0, extent.east - extent.west) * std::max(0.0, extent.north - extent.south) / 1e6;
}

QByteArray overpassCountQuestion(const OverpassSettings&, const exchange::MapExtent& extent)
{
    return "[out:json][timeout:25];" + wanted(boundingBox(extent)) + "out count;";
}

QByteArray overpassQuestion(const OverpassSettings& settings, const exchange::MapExtent& extent)
{
    return "[out:xml][timeout:" + QByteArray::number(static_cast<qint64>(settings.serverTime.count())) + "][maxsize:"
           + QByteArray::number(4 * settings.mostBytes) + "];" + wanted(boundingBox(extent)) + "(._;>;);out body;";
}

QString overpassFile(const OverpassSettings& settings, const exchange::MapExtent& extent, const QDate& day)
{
    const QByteArray what = settings.server.toEncoded() + '\n' + boundingBox(extent);
    const QString mark = QString::fromLatin1(QCryptographicHash::hash(what, QCryptographicHash::Sha256).toHex().left(12));
    return QDir(settings.cacheFolder).filePath(QStringLiteral("overpass-%1-%2.osm").arg(day.toString(Qt::ISODate), mark));
}

Result<OverpassSize> readOverpassSize(const OverpassSettings& settings, const QByteArray& body)
{
    const QJsonObject tags = QJsonDocument::fromJson(body)
                                 .object()
                                 .value(QLatin1String("elements"))
                                 .toArray()
                                 .first()
                                 .toObject()
                                 .value(QLatin1String("tags"))
                                 .toObject();
    if (!tags.contains(QLatin1String("nodes")) || !tags.contains(QLatin1String("ways")))
        return notUnderstood(settings, QString::fromUtf8(body.left(200)).simplified());
    const auto count = [&tags](const char* key) { return tags.value(QLatin1String(key)).toString().toLongLong(); };
    OverpassSize size{count("nodes"), count("ways"), count("relations"), 0};
    // As written by Overpass: a node a line, a way with its nodes and some tags, a relation with its members.
    size.bytes = size.nodes * 75 + size.ways * 500 + size.relations * 3000;
    return size;
}

Result<void> checkOverpassAnswer(const OverpassSettings& settings, const net::HttpResponse& response)
{
    constexpr qsizetype head = 1024;
    const QByteArray start = response.body.left(head);
    if (response.contentType.contains("html") || !start.contains("<osm"))
        return notUnderstood(settings, QString::fromUtf8(start.left(200)).simplified());
    if (Result<void> remark = checkRemark(settings, response.body.right(8 * head)); !remark)
        return remark;
    if (!response.body.right(head).trimmed().endsWith("</osm>"))
        return notUnderstood(settings, QStringLiteral("no </osm> at the end"));
    return {};
}

Result<OverpassSize> askOverpassSize(const net::HttpClient& client, const OverpassSettings& settings,
                                     const exchange::MapExtent& extent, std::stop_token stop)
{
    if (const Result<void> area = checkArea(settings, extent); !area)
        return tl::unexpected(area.error());
    net::HttpRequest request = requestOf(settings, overpassCountQuestion(settings, extent));
    request.timeout = std::chrono::seconds(40);
    request.accept = "application/json";
    const Result<net::HttpResponse> response = client.fetch(request, std::move(stop));
    if (!response)
        return tl::unexpected(response.error());
    return readOverpassSize(settings, response->body);
}

Result<QString> fetchOverpass(const net::HttpClient& client, const OverpassSettings& settings, const exchange::MapExtent& extent,
                              const QDate& day, const net::HttpClient::Progress& progress, std::stop_token stop)
{
    if (const Result<void> area = checkArea(settings, extent); !area)
        return tl::unexpected(area.error());
    const QString path = overpassFile(settings, extent, day);
    if (QFileInfo::exists(path))
        return path;
    if (!QDir().mkpath(settings.cacheFolder))
        return fail(ErrorCode::FileNotWritable, {settings.cacheFolder});
    const Result<net::HttpResponse> response
        = client.fetch(requestOf(settings, overpassQuestion(settings, extent)), std::move(stop), progress);
    if (!response)
        return tl::unexpected(response.error());
    if (const Result<void> good = checkOverpassAnswer(settings, *response); !good)
        return tl::unexpected(good.error());
    if (const Result<void> stored = store(path, response->body); !stored)
        return tl::unexpected(stored.error());
    tidy(settings.cacheFolder);
    return path;
}

} // namespace hk::workspace
