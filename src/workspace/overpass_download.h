#pragma once

#include "core/result.h"
#include "exchange/osm_map_builder.h"
#include "net/http_client.h"

#include <QDate>
#include <QUrl>

namespace hk::workspace {

/// Whom to ask for a piece of OpenStreetMap, and how much at most.
struct OverpassSettings {
    QUrl server = QUrl(QStringLiteral("https://overpass-api.de/api/interpreter"));
    QString cacheFolder;                      ///< for what was fetched; made if absent
    std::chrono::seconds serverTime{180};     ///< the server gives up after this
    qint64 mostBytes = 192LL * 1024 * 1024;   ///< a longer answer is refused
    double mostSquareKilometres = 400.0;      ///< a larger area is for an extract
};

/// What a server says lies in an area, before it is fetched.
struct OverpassSize {
    qint64 nodes = 0;
    qint64 ways = 0;
    qint64 relations = 0;
    qint64 bytes = 0; ///< roughly, of the answer as text
    friend bool operator==(const OverpassSize&, const OverpassSize&) = default;
};

double squareKilometres(const exchange::MapExtent& extent);

/// The questions, in the language of Overpass (Overpass QL, OpenStreetMap wiki): how much is there, and all of it with nodes
/// before ways before relations as GDAL reads them. Borders only from the municipality's down: larger ones would come whole.
QByteArray overpassCountQuestion(const OverpassSettings& settings, const exchange::MapExtent& extent);
QByteArray overpassQuestion(const OverpassSettings& settings, const exchange::MapExtent& extent);

/// Where the answer for that area and day is kept. Whether it is there is for the caller to see.
QString overpassFile(const OverpassSettings& settings, const exchange::MapExtent& extent, const QDate& day);

/// How much an answer to the first question says there is. Error: AnswerNotUnderstood.
Result<OverpassSize> readOverpassSize(const OverpassSettings& settings, const QByteArray& body);
/// Whether an answer to the second one is a whole extract. Errors: AnswerNotUnderstood for HTML or a text that breaks off;
/// TimedOut, AnswerTooLarge, ServerRefused where the server says within it that it gave up.
Result<void> checkOverpassAnswer(const OverpassSettings& settings, const net::HttpResponse& response);
/// One small request. Blocks: for workers. Errors: those of the network; AnswerNotUnderstood; ValueOutOfRange (square
/// kilometres) for too large an area.
Result<OverpassSize> askOverpassSize(const net::HttpClient& client, const OverpassSettings& settings,
                                     const exchange::MapExtent& extent, std::stop_token stop = {});

/// Fetches the area in one request, or takes what was fetched the same day; gives the file. Blocks. Errors: those of the
/// network; TimedOut, AnswerTooLarge and ServerRefused also where the server says so within its answer; AnswerNotUnderstood
/// for HTML or a text that breaks off; DiskFull, FileNotWritable; Cancelled.
Result<QString> fetchOverpass(const net::HttpClient& client, const OverpassSettings& settings, const exchange::MapExtent& extent,
                              const QDate& day, const net::HttpClient::Progress& progress = {}, std::stop_token stop = {});

} // namespace hk::workspace
