#include "support/catch.h"
#include "tiles/keyring.h"

#include <condition_variable>
#include <map>
#include <thread>

using namespace hk;
using tiles::Keyring;

namespace {

const QString host = QStringLiteral("karta.example.org");
const QString user = QStringLiteral("kommun");

/// A desktop's keyring, or one that does not answer.
class FakeSecrets : public tiles::SecretStore {
public:
    FakeSecrets(std::map<QString, QString>& kept, bool answers)
        : m_kept(kept)
        , m_answers(answers)
    {}
    std::optional<QString> read(const QString& key, std::stop_token) override
    {
        const auto found = m_kept.find(key);
        return m_answers && found != m_kept.end() ? std::optional(found->second) : std::nullopt;
    }
    bool write(const QString& key, const QString& secret) override
    {
        if (m_answers)
            m_kept[key] = secret;
        return m_answers;
    }
    void remove(const QString& key) override { m_kept.erase(key); }

private:
    std::map<QString, QString>& m_kept;
    bool m_answers;
};

} // namespace

TEST_CASE("a password is there the next time the program runs, for its host and user alone")
{
    std::map<QString, QString> kept;
    {
        Keyring keyring(std::make_unique<FakeSecrets>(kept, true));
        CHECK(keyring.setPassword(host, user, QStringLiteral("hemligt")) == Keyring::Kept::System);
    }
    Keyring keyring(std::make_unique<FakeSecrets>(kept, true));
    CHECK(keyring.password(host, user) == QStringLiteral("hemligt"));
    CHECK(keyring.password(host, QStringLiteral("annan")).isEmpty());
    CHECK(keyring.password(QStringLiteral("other.example.org"), user).isEmpty());
    keyring.forget(host, user);
    CHECK(keyring.password(host, user).isEmpty());
    CHECK(kept.empty());
}

TEST_CASE("where no keyring answers a password is kept for this run, and that is said")
{
    std::map<QString, QString> kept;
    {
        Keyring keyring(std::make_unique<FakeSecrets>(kept, false));
        CHECK(keyring.setPassword(host, user, QStringLiteral("hemligt")) == Keyring::Kept::ThisRun);
        CHECK(keyring.password(host, user) == QStringLiteral("hemligt"));
    }
    CHECK(kept.empty());
    Keyring later(std::make_unique<FakeSecrets>(kept, false));
    CHECK(later.password(host, user).isEmpty());
}

namespace {

/// A desktop that has asked the user to unlock the keyring, who is out.
class WaitingSecrets : public tiles::SecretStore {
public:
    struct Asked {
        std::mutex mutex;
        std::condition_variable_any changed;
        int times = 0;
        bool unlocked = false;
    };
    explicit WaitingSecrets(Asked& asked) : m_asked(asked) {}
    std::optional<QString> read(const QString&, std::stop_token stop) override
    {
        std::unique_lock lock(m_asked.mutex);
        ++m_asked.times;
        m_asked.changed.notify_all();
        if (!m_asked.changed.wait(lock, stop, [this] { return m_asked.unlocked; }))
            return std::nullopt;
        return QStringLiteral("hemligt");
    }
    bool write(const QString&, const QString&) override { return false; }
    void remove(const QString&) override {}

private:
    Asked& m_asked;
};

} // namespace

TEST_CASE("who waits for the keyring can be stopped, and the others are not held up by it")
{
    WaitingSecrets::Asked asked;
    Keyring keyring(std::make_unique<WaitingSecrets>(asked));
    QString first = QStringLiteral("-"), second = QStringLiteral("-"), third = QStringLiteral("-");
    std::jthread asks([&](std::stop_token stop) { first = keyring.password(host, user, stop); });
    {
        std::unique_lock lock(asked.mutex);
        asked.changed.wait(lock, [&] { return asked.times == 1; });
    }
    {
        std::jthread waits([&](std::stop_token stop) { second = keyring.password(host, user, stop); });
        waits.request_stop(); // while the other one still asks
    }
    CHECK(second.isEmpty());
    keyring.setPassword(QStringLiteral("other.example.org"), user, QStringLiteral("annat"));
    CHECK(keyring.password(QStringLiteral("other.example.org"), user) == QStringLiteral("annat"));
    std::jthread patient([&](std::stop_token stop) { third = keyring.password(host, user, stop); });
    asks.request_stop();
    asks.join();
    CHECK(first.isEmpty());
    {
        std::unique_lock lock(asked.mutex);
        asked.unlocked = true;
        asked.changed.notify_all();
    }
    patient.join(); // has asked in its turn
    CHECK(third == QStringLiteral("hemligt"));
    CHECK(keyring.password(host, user) == QStringLiteral("hemligt"));
}
