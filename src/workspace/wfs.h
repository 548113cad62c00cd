#pragma once

#include "core/result.h"
#include "net/http_client.h"

#include <QString>
#include <QUrl>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace hk::workspace {

/// A type of features that a WFS offers.
struct WfsType {
    QString name;  ///< "mk:detaljplaner"
    QString title;
    QString crs;   ///< "EPSG:3006"; empty: not understood
    QString format; ///< of the answers to ask for: a JSON where there is one, else empty (GML)
    friend bool operator==(const WfsType&, const WfsType&) = default;
};

/// A web feature service as its capabilities describe it.
struct WfsService {
    QUrl address;    ///< without the parameters of a request
    QString version; ///< "2.0.0", "1.1.0"
    QString title;
    std::vector<WfsType> types;
    bool pages = false; ///< answers can be asked for in parts
    qint64 mostPerAnswer = 0; ///< 0: not said
    QString attribution = {}; ///< "Provider, constraints of access": whom to name; empty: the service does not say
};

/// The capabilities of a service. Errors: AnswerNotUnderstood, ServerRefused (with the server's words as detail).
Result<WfsService> readWfsCapabilities(const QByteArray& xml, const QUrl& address);
/// The address that a person may give in any form: a base, or a whole request.
QUrl wfsAddress(const QString& text);

/// What asking needs.
struct WfsAccess {
    const net::HttpClient& http;
    std::optional<net::Credentials> credentials = {};
    qint64 pageSize = 2000;
};

/// One request. For workers. Errors: those of readWfsCapabilities and of the network; Cancelled.
Result<WfsService> connectWfs(const WfsAccess& access, const QUrl& address, std::stop_token stop = {});
/// How many features there are, -1 where the service does not say. One request.
Result<qint64> countWfs(const WfsAccess& access, const WfsService& service, const WfsType& type, std::stop_token stop = {});

struct WfsDownload {
    qint64 features = 0;
    bool limited = false; ///< there are more than were fetched, or may be: the service does not say how many there are
};
/// Fetches the features page by page into a GeoPackage at `target` (in place of one that is there, when all has come).
/// `progress(features)`. Errors: those of the network, AnswerNotUnderstood, FileNotWritable; Cancelled.
Result<WfsDownload> downloadWfs(const WfsAccess& access, const WfsService& service, const WfsType& type, const QString& target,
                                qint64 limit, std::stop_token stop = {}, const std::function<void(qint64)>& progress = {});

/// Where the features of a type are kept in a folder; a key in the address makes no difference.
QString wfsPath(const QString& folder, const QString& address, const QString& type);

} // namespace hk::workspace
