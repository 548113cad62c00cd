#pragma once

#include "store/desk_records.h"

#include <QByteArray>
#include <QDateTime>
#include <QLockFile>
#include <QObject>
#include <QTimer>
#include <QUuid>

namespace hk::workspace {

class Workspace;

/// Keeps the form that is being filled in as a draft in the open file, so that it outlives a crash or a power cut. Written on
/// the store's thread within a second of the last key; the caller never waits. Drafts of one workstation profile are not seen
/// by another, and those of a program that still runs are left to it.
class DraftKeeper : public QObject {
    Q_OBJECT
public:
    /// `profile` names the workstation's user for good; the lock that tells other programs that this one runs lies in
    /// `lockFolder`. The workspace must outlive the keeper.
    DraftKeeper(Workspace& workspace, QString profile, const QString& lockFolder, QObject* parent = nullptr);
    ~DraftKeeper() override; ///< what is typed is on its way to the file

    /// What stands in the form now; JSON. The first call after `discard` starts a new draft. Where another program holds the
    /// file it is tried again.
    void keep(const QByteArray& content);
    /// What is typed is being saved: what ends its draft in the same transaction. `left` is what will stand in the form then
    /// (empty: nothing). Nothing is written by the keeper until it is told how that ended, by `handedIn`.
    store::DraftEnd handIn(const QByteArray& left = {});
    void handedIn(bool saved);
    /// Saved or thrown away: no draft any more.
    void discard();
    /// The draft offered is gone on with (it becomes this program's own), or thrown away.
    void takeOffered();
    void throwOfferedAway();

Q_SIGNALS:
    /// After opening: a form that was begun and not saved.
    void offered(const QDateTime& startedAt, const QByteArray& content);
    /// Drafts cannot be kept in this file: it is read only. Once per file.
    void notKept();

private:
    void lookFor();
    void write();
    store::FormDraft draft(const QByteArray& content) const;
    bool isRunning(const QUuid& program) const;

    Workspace& m_workspace;
    QString m_profile;
    QString m_lockFolder;
    QUuid m_id = QUuid::createUuid();
    QLockFile m_lock;
    QTimer m_timer;
    QByteArray m_content;
    QString m_path; ///< of the file the content belongs to
    QDateTime m_startedAt;
    QUuid m_offered;
    QDateTime m_offeredStart;
    QUuid m_replaced; ///< a draft gone on with, whose row stands until this program's own is written
    bool m_handedIn = false;
    QByteArray m_left;
    bool m_said = false;
};

} // namespace hk::workspace
