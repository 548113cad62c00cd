#pragma once

#include "core/result.h"
#include "net/http_client.h"
#include "tiles/open_source.h"
#include "tiles/service_xml.h"

#include <stop_token>
#include <variant>

namespace hk::tiles {

using Capabilities = std::variant<WmsCapabilities, WmtsCapabilities>;

/// Asks a service (Wms or Wmts) for its capabilities; the address may be that of the service or the whole question. Blocks, for
/// workers. Errors: those of the network; AnswerNotUnderstood with the service's own words as detail; WrongUsage for another kind.
Result<Capabilities> capabilitiesOf(const SourceSpec& spec, const SourceServices& services, std::stop_token stop = {});
/// The layers to pick from.
Result<std::vector<ServiceLayer>> layersOf(SourceSpec::Kind kind, const QString& address, const SourceServices& services,
                                           std::stop_token stop = {});
Result<std::vector<ServiceLayer>> layersOf(const SourceSpec& spec, const SourceServices& services, std::stop_token stop = {});

/// The address with these keys in its query, over those it has, whose case does not matter.
QUrl withKeys(const QUrl& address, const std::vector<std::pair<QString, QString>>& keys);
/// Name and password of the source, as the keyring has them.
std::optional<net::Credentials> credentialsFor(const SourceSpec& spec, const SourceServices& services, std::stop_token stop = {});
/// A picture of a service: null where it has none there. Errors: those of the network; AnswerNotUnderstood.
Result<QImage> fetchPicture(const QUrl& url, const std::optional<net::Credentials>& credentials, const net::HttpClient& http,
                            std::stop_token stop);

} // namespace hk::tiles
