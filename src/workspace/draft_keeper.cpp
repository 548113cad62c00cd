#include "workspace/draft_keeper.h"

#include "workspace/workspace.h"

#include <QDir>
#include <QPointer>

namespace hk::workspace {
namespace {

constexpr int writeAfter = 400; // ms after the first key that is not yet written

QString lockPath(const QString& folder, const QUuid& program)
{
    return QDir(folder).filePath(QStringLiteral("handelsekartan-%1.lock").arg(program.toString(QUuid::WithoutBraces)));
}

} // namespace

DraftKeeper::DraftKeeper(Workspace& workspace, QString profile, const QString& lockFolder, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_profile(std::move(profile))
    , m_lockFolder(lockFolder)
    , m_lock(lockPath(lockFolder, m_id))
{
    QDir().mkpath(lockFolder);
    m_lock.setStaleLockTime(0);
    m_lock.tryLock(0);
    m_timer.setSingleShot(true);
    m_timer.setInterval(writeAfter);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::write);
    connect(&m_workspace, &Workspace::opened, this, [this] {
        m_timer.stop();
        m_content.clear();
        m_startedAt = {};
        m_offered = {};
        m_replaced = {};
        m_handedIn = false;
        m_said = false;
        lookFor();
    });
}

DraftKeeper::~DraftKeeper()
{
    if (m_timer.isActive())
        write();
}

bool DraftKeeper::isRunning(const QUuid& program) const
{
    QLockFile lock(lockPath(m_lockFolder, program));
    lock.setStaleLockTime(0);
    return !lock.tryLock(0);
}

void DraftKeeper::lookFor()
{
    const QPointer<DraftKeeper> self(this);
    m_workspace.ask([self, profile = m_profile](store::IncidentStore& store) -> std::function<void()> {
        auto drafts = store::DeskRecords(store).drafts(profile);
        if (!drafts || drafts->empty())
            return {};
        return [self, found = std::move(*drafts)] {
            if (!self || !self->m_startedAt.isNull())
                return;
            for (const store::FormDraft& draft : found) {
                if (draft.id != self->m_id && self->isRunning(draft.id))
                    continue;
                self->m_offered = draft.id;
                self->m_offeredStart = draft.startedAt;
                Q_EMIT self->offered(draft.startedAt, draft.content);
                return;
            }
        };
    });
}

void DraftKeeper::keep(const QByteArray& content)
{
    if (!m_workspace.isOpen() || content == m_content)
        return;
    if (m_workspace.isReadOnly()) {
        if (!std::exchange(m_said, true))
            Q_EMIT notKept();
        return;
    }
    m_content = content;
    m_path = m_workspace.snapshot()->info.path;
    if (m_startedAt.isNull())
        m_startedAt = QDateTime::currentDateTimeUtc();
    if (!m_timer.isActive() && !m_handedIn)
        m_timer.start();
}

store::FormDraft DraftKeeper::draft(const QByteArray& content) const
{
    return {m_id, m_profile, m_startedAt, QDateTime::currentDateTimeUtc(), content};
}

void DraftKeeper::write()
{
    m_timer.stop();
    const QPointer<DraftKeeper> self(this);
    m_workspace.ask(
        [self, draft = draft(m_content), path = m_path, replaced = m_replaced](store::IncidentStore& store)
            -> std::function<void()> {
            if (store.path() != path) // another file may have been opened meanwhile
                return {};
            store::DraftEnd end;
            end.left = draft;
            if (!replaced.isNull())
                end.gone = {replaced};
            const Result<void> written = store::DeskRecords(store).end(end);
            return [self, written, replaced] {
                if (!self || self->m_content.isEmpty() || self->m_handedIn)
                    return;
                if (written && self->m_replaced == replaced)
                    self->m_replaced = {};
                else if (!written && written.error().code == ErrorCode::FileLocked && !self->m_timer.isActive())
                    self->m_timer.start();
            };
        },
        LockPatience::Work::Look);
}

store::DraftEnd DraftKeeper::handIn(const QByteArray& left)
{
    store::DraftEnd end;
    if (m_startedAt.isNull() || m_workspace.isReadOnly())
        return end;
    m_timer.stop();
    m_handedIn = true;
    m_left = left;
    end.gone = {m_id};
    if (!m_replaced.isNull())
        end.gone.push_back(m_replaced);
    if (!left.isEmpty())
        end.left = draft(left);
    return end;
}

void DraftKeeper::handedIn(bool saved)
{
    if (!std::exchange(m_handedIn, false))
        return;
    if (!saved) {
        if (!m_content.isEmpty())
            m_timer.start();
        return;
    }
    m_replaced = {};
    m_content = std::exchange(m_left, {});
    if (m_content.isEmpty())
        m_startedAt = {};
}

void DraftKeeper::discard()
{
    m_timer.stop();
    m_content.clear();
    if (m_startedAt.isNull() || m_workspace.isReadOnly() || m_handedIn)
        return;
    m_startedAt = {};
    store::DraftEnd end;
    end.gone = {m_id};
    if (const QUuid replaced = std::exchange(m_replaced, {}); !replaced.isNull())
        end.gone.push_back(replaced);
    m_workspace.ask([end, path = m_path](store::IncidentStore& store) -> std::function<void()> {
        if (store.path() == path)
            (void)store::DeskRecords(store).end(end);
        return {};
    });
}

void DraftKeeper::takeOffered()
{
    if (m_offered.isNull())
        return;
    m_path = m_workspace.snapshot()->info.path;
    m_startedAt = m_offeredStart;
    const QUuid other = std::exchange(m_offered, {});
    if (other != m_id)
        m_replaced = other;
}

void DraftKeeper::throwOfferedAway()
{
    if (m_offered.isNull())
        return;
    m_workspace.ask([other = std::exchange(m_offered, {})](store::IncidentStore& store) -> std::function<void()> {
        (void)store::DeskRecords(store).removeDraft(other);
        return {};
    });
}

} // namespace hk::workspace
