#include "support/catch.h"
#include "tiles/keyring.h"

#include <map>

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
    std::optional<QString> read(const QString& key) override
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
