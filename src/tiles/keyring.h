#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>

namespace hk::tiles {

/// Where secrets are kept beyond this run. Blocks, for workers.
class SecretStore {
public:
    virtual ~SecretStore() = default;
    /// Nothing: not there, no service answers, or stopped. A stop ends the wait within some milliseconds.
    virtual std::optional<QString> read(const QString& key, std::stop_token stop) = 0;
    virtual bool write(const QString& key, const QString& secret) = 0;
    virtual void remove(const QString& key) = 0;
};

/// The keyring of the desktop (Secret Service or KWallet), through QtKeychain on a thread of its own. Where it asks the user to
/// unlock it, a call waits for up to a minute, or until it is stopped.
std::unique_ptr<SecretStore> systemSecrets();

/// Passwords of servers, by host and user. Kept in the desktop's keyring; where none runs, in memory for this run only. They are
/// written to no setting, log, error or address. Thread-safe; blocks, for workers.
class Keyring {
public:
    enum class Kept { System, ThisRun };
    explicit Keyring(std::unique_ptr<SecretStore> system);
    ~Keyring();

    /// Empty: none is known, or stopped while the keyring was asked.
    QString password(const QString& host, const QString& user, std::stop_token stop = {});
    Kept setPassword(const QString& host, const QString& user, const QString& password);
    void forget(const QString& host, const QString& user);

private:
    std::mutex m_mutex; ///< not held while the system is asked: it may ask the user in turn
    std::condition_variable_any m_answered;
    QSet<QString> m_asking; ///< keys that another thread asks for
    std::unique_ptr<SecretStore> m_system;
    QHash<QString, QString> m_known; ///< of this run: the service is asked once for each
};

} // namespace hk::tiles
