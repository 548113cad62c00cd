#include "tiles/service_layers.h"

#include "tiles/picture_bytes.h"

#include <QUrlQuery>

#include <algorithm>

namespace hk::tiles {
namespace {

/// What is no picture, in the service's own words where it has some.
tl::unexpected<Error> notUnderstood(const QUrl& url, const net::HttpResponse& answer)
{
    QString words = readServiceException(answer.body).value_or(QString());
    if (words.isEmpty())
        words = QString::fromLatin1(answer.contentType);
    return fail(ErrorCode::AnswerNotUnderstood, {}, {net::hostOf(url)}, words);
}

} // namespace

QUrl withKeys(const QUrl& address, const std::vector<std::pair<QString, QString>>& keys)
{
    QUrlQuery query;
    for (const auto& [name, value] : QUrlQuery(address).queryItems(QUrl::FullyDecoded))
        if (std::none_of(keys.begin(), keys.end(), [&name = name](const auto& key) {
                return key.first.compare(name, Qt::CaseInsensitive) == 0;
            }))
            query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    for (const auto& [name, value] : keys)
        query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value, ",:/")));
    QUrl made = address;
    made.setQuery(query);
    return made;
}

std::optional<net::Credentials> credentialsFor(const SourceSpec& spec, const SourceServices& services, std::stop_token stop)
{
    if (spec.user.isEmpty())
        return std::nullopt;
    const QString host = net::hostOf(QUrl(spec.address));
    return net::Credentials{spec.user, services.password ? services.password(host, spec.user, std::move(stop)) : QString()};
}

Result<Capabilities> capabilitiesOf(const SourceSpec& spec, const SourceServices& services, std::stop_token stop)
{
    if (spec.kind != SourceSpec::Kind::Wms && spec.kind != SourceSpec::Kind::Wmts)
        return fail(ErrorCode::WrongUsage, {}, {QStringLiteral("Only WMS and WMTS have layers.")});
    const QUrl address(spec.address.trimmed());
    if (!services.http)
        return fail(ErrorCode::NetworkFailed, {}, {net::hostOf(address)});
    const bool wms = spec.kind == SourceSpec::Kind::Wms;
    net::HttpRequest request;
    // A WMTS by resources has its capabilities in a file.
    request.url = !wms && address.path().endsWith(QLatin1String(".xml"))
                      ? address
                      : withKeys(address, {{QStringLiteral("SERVICE"), wms ? QStringLiteral("WMS") : QStringLiteral("WMTS")},
                                           {QStringLiteral("REQUEST"), QStringLiteral("GetCapabilities")}});
    request.credentials = credentialsFor(spec, services, stop);
    const auto answer = services.http->fetch(request, stop);
    if (!answer)
        return tl::unexpected(answer.error());
    if (wms) {
        if (auto read = readWmsCapabilities(answer->body))
            return Capabilities(std::move(*read));
    } else if (auto read = readWmtsCapabilities(answer->body)) {
        return Capabilities(std::move(*read));
    }
    return notUnderstood(request.url, *answer);
}

Result<std::vector<ServiceLayer>> layersOf(const SourceSpec& spec, const SourceServices& services, std::stop_token stop)
{
    const auto read = capabilitiesOf(spec, services, stop);
    if (!read)
        return tl::unexpected(read.error());
    return std::visit([](const auto& capabilities) { return capabilities.layers; }, *read);
}

Result<std::vector<ServiceLayer>> layersOf(SourceSpec::Kind kind, const QString& address, const SourceServices& services,
                                           std::stop_token stop)
{
    SourceSpec spec;
    spec.kind = kind;
    spec.address = address;
    return layersOf(spec, services, stop);
}

Result<QImage> fetchPicture(const QUrl& url, const std::optional<net::Credentials>& credentials, const net::HttpClient& http,
                            std::stop_token stop)
{
    net::HttpRequest request;
    request.url = url;
    request.accept = "image/*";
    request.credentials = credentials;
    const auto answer = http.fetch(request, stop);
    if (!answer) {
        // beside its area a service of tiles has none
        if (answer.error().code == ErrorCode::AddressNotFound)
            return QImage();
        return tl::unexpected(answer.error());
    }
    if (answer->status == 204)
        return QImage();
    auto picture = pictureOf(answer->body);
    if (!picture)
        return notUnderstood(url, *answer);
    return *picture;
}

} // namespace hk::tiles
