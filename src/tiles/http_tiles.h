#pragma once

#include "net/http_client.h"
#include "tiles/address_template.h"
#include "tiles/tile_bytes.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace hk::tiles {

/// Tiles of a server by their addresses. What comes is looked at: PNG, JPEG, GIF or WebP by its first bytes, whatever the
/// server calls it; else AnswerNotUnderstood. 404 and an empty answer: nothing is there, said again within the hour. Where the
/// server does not say how long a tile is good, it is for seven days.
class HttpTiles : public TileBytes {
public:
    using Password = std::function<QString(const QString& host, const QString& user, std::stop_token stop)>;
    /// `user` empty: without authentication. The password is asked for when it is first needed, by the host of the template.
    HttpTiles(AddressTemplate address, std::shared_ptr<net::HttpClient> http, QString user = {}, Password password = {});

    Result<Answer> fetch(const TileKey& key, const Known& known, std::stop_token stop) override;

private:
    /// Error: Cancelled.
    Result<std::optional<net::Credentials>> credentials(const QString& host, const std::stop_token& stop);

    const AddressTemplate m_address;
    const std::shared_ptr<net::HttpClient> m_http;
    const QString m_user;
    const Password m_password;
    std::mutex m_mutex;
    std::condition_variable_any m_answered;
    bool m_asking = false; ///< another thread waits for the keyring
    std::optional<net::Credentials> m_credentials;
};

} // namespace hk::tiles
