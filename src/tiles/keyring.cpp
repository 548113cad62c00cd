#include "tiles/keyring.h"

#include <QThread>
#include <QTimer>
#include <qt6keychain/keychain.h>

namespace hk::tiles {

namespace {

const QString service = QStringLiteral("Händelsekartan");
constexpr auto patience = std::chrono::seconds(60);

/// QtKeychain's jobs share a queue that is no one's to lock: all of them run on one thread, which has an event loop.
class SystemSecrets : public SecretStore {
public:
    SystemSecrets()
    {
        m_context.moveToThread(&m_thread);
        m_thread.setObjectName(QStringLiteral("keyring"));
    }
    ~SystemSecrets() override
    {
        m_thread.quit();
        m_thread.wait();
    }

    std::optional<QString> read(const QString& key, std::stop_token stop) override
    {
        return run<QKeychain::ReadPasswordJob>(key, [](auto&) {}, std::move(stop)).first;
    }
    bool write(const QString& key, const QString& secret) override
    {
        return run<QKeychain::WritePasswordJob>(key, [secret](auto& job) { job.setTextData(secret); }).second;
    }
    void remove(const QString& key) override
    {
        run<QKeychain::DeletePasswordJob>(key, [](auto&) {});
    }

private:
    struct Outcome {
        std::mutex mutex;
        std::condition_variable_any changed;
        bool done = false;
        bool worked = false;
        std::optional<QString> secret;
    };

    template <class Job, class Prepare>
    std::pair<std::optional<QString>, bool> run(const QString& key, Prepare prepare, std::stop_token stop = {})
    {
        {
            const std::lock_guard lock(m_starting);
            if (!m_thread.isRunning())
                m_thread.start();
        }
        auto outcome = std::make_shared<Outcome>();
        QMetaObject::invokeMethod(&m_context, [key, prepare, outcome] {
            auto* job = new Job(service);
            job->setKey(key);
            prepare(*job);
            QObject::connect(job, &QKeychain::Job::finished, job, [job, outcome] {
                const std::lock_guard lock(outcome->mutex);
                outcome->done = true;
                outcome->worked = job->error() == QKeychain::NoError;
                if constexpr (std::is_same_v<Job, QKeychain::ReadPasswordJob>)
                    if (outcome->worked)
                        outcome->secret = job->textData();
                outcome->changed.notify_all();
            });
            job->start();
        });
        std::unique_lock lock(outcome->mutex);
        outcome->changed.wait_for(lock, stop, patience, [&] { return outcome->done; });
        return {outcome->secret, outcome->worked};
    }

    std::mutex m_starting;
    QThread m_thread;
    QObject m_context;
};

QString keyOf(const QString& host, const QString& user)
{
    return user + u'@' + host;
}

} // namespace

std::unique_ptr<SecretStore> systemSecrets()
{
    return std::make_unique<SystemSecrets>();
}

Keyring::Keyring(std::unique_ptr<SecretStore> system)
    : m_system(std::move(system))
{}

Keyring::~Keyring() = default;

QString Keyring::password(const QString& host, const QString& user, std::stop_token stop)
{
    const QString key = keyOf(host, user);
    std::unique_lock lock(m_mutex);
    // One asks, the others wait for the answer.
    const auto known = [&] { return m_known.contains(key); };
    if (!m_answered.wait(lock, stop, [&] { return known() || !m_asking.contains(key); }))
        return {};
    if (known() || !m_system)
        return m_known.value(key);
    m_asking.insert(key);
    lock.unlock();
    const QString found = m_system->read(key, std::move(stop)).value_or(QString());
    lock.lock();
    m_asking.remove(key);
    if (!found.isEmpty() && !known()) // a keyring that was locked may be opened later
        m_known.insert(key, found);
    m_answered.notify_all();
    return m_known.value(key);
}

Keyring::Kept Keyring::setPassword(const QString& host, const QString& user, const QString& password)
{
    const QString key = keyOf(host, user);
    {
        const std::lock_guard lock(m_mutex);
        m_known.insert(key, password);
        m_answered.notify_all();
    }
    return m_system && m_system->write(key, password) ? Kept::System : Kept::ThisRun;
}

void Keyring::forget(const QString& host, const QString& user)
{
    {
        const std::lock_guard lock(m_mutex);
        m_known.remove(keyOf(host, user));
    }
    if (m_system)
        m_system->remove(keyOf(host, user));
}

} // namespace hk::tiles
