#pragma once

#include <QHash>
#include <QString>
#include <memory>
#include <mutex>
#include <optional>

namespace hk::tiles {

/// Where secrets are kept beyond this run. Blocks, for workers.
class SecretStore {
public:
    virtual ~SecretStore() = default;
    virtual std::optional<QString> read(const QString& key) = 0; ///< nothing: not there, or no service answers
    virtual bool write(const QString& key, const QString& secret) = 0;
    virtual void remove(const QString& key) = 0;
};

/// The keyring of the desktop (Secret Service or KWallet), through QtKeychain on a thread of its own. Where it asks the user to
/// unlock it, a call waits for up to a minute.
std::unique_ptr<SecretStore> systemSecrets();

/// Passwords of servers, by host and user. Kept in the desktop's keyring; where none runs, in memory for this run only. They are
/// written to no setting, log, error or address. Thread-safe; blocks, for workers.
class Keyring {
public:
    enum class Kept { System, ThisRun };
    explicit Keyring(std::unique_ptr<SecretStore> system);
    ~Keyring();

    QString password(const QString& host, const QString& user); ///< empty: none is known
    Kept setPassword(const QString& host, const QString& user, const QString& password);
    void forget(const QString& host, const QString& user);

private:
    std::mutex m_mutex;
    std::unique_ptr<SecretStore> m_system;
    QHash<QString, QString> m_known; ///< of this run: the service is asked once for each
};

} // namespace hk::tiles
