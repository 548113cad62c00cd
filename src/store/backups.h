#pragma once

#include "core/result.h"

#include <QDateTime>
#include <functional>
#include <vector>

namespace hk::store {

class IncidentStore;

/// Why a backup copy was made; a part of its name.
enum class BackupReason { Start, Work, Import, Schema, Restore, Disposal, Asked };

/// A backup copy of an incident file, as its name tells.
struct BackupFile {
    QString path;
    QDateTime at; ///< UTC
    BackupReason reason = BackupReason::Asked;
    qint64 size = 0; ///< bytes
    friend bool operator==(const BackupFile&, const BackupFile&) = default;
};

/// What a disposal asks of the backup copies made before it.
struct BackupDeadline {
    QDateTime disposedAt; ///< older copies may hold what was disposed of
    QDate goneBy;         ///< from this day on they are taken away
};

/// How long the copies made before a disposal may stay.
inline constexpr int disposedBackupDays = 30;

/// "NAME.backups" beside the file, also on a network share: there all who may read the file, and nobody else, may read its
/// copies, whichever workstation made them, and a disposal reaches all of them.
QString backupFolder(const QString& file);

/// A name in it that is not taken: "NAME-20240301T120000Z-start.gpkg".
QString backupPath(const QString& file, BackupReason reason, const QDateTime& now);

/// Makes the backup folder where there is none. FileNotWritable.
Result<void> prepareBackupFolder(const QString& file);

/// The copies of a file, newest first; none where there is no folder. FileNotReadable.
Result<std::vector<BackupFile>> listBackups(const QString& file);

/// Whether the file has been written since its newest copy, or has none, or the clock has been set back since.
bool isChangedSinceBackup(const QString& file, const QDateTime& now);

/// A consistent copy by SQLite's backup API into the backup folder, checked by integrity_check before it gets its name; then
/// the copies are thinned. Through a connection of its own: any thread. FileNotWritable, DiskFull, FileLocked, FileDamaged,
/// Cancelled; nothing is left behind then, and the file itself is as it was.
Result<BackupFile> makeBackup(const QString& file, BackupReason reason, const QDateTime& now,
                              const std::function<bool()>& stop = {});

/// A copy before something is taken into an open file; none of invented incidents, and none where there is no history to lose
/// yet. Errors as makeBackup.
Result<void> backUpBeforeImport(const IncidentStore& store);

/// Which copies (newest first) the rule lets go. Kept are: of the last 24 hours the newest of each hour and reason; of the
/// last 31 days the newest of each day; of the last 366 days the newest of each month (all UTC); always the newest copy, and
/// those dated after `now`. Copies that may hold what was disposed of go at their deadline, whatever else.
std::vector<BackupFile> backupsToThin(const std::vector<BackupFile>& backups, const QDateTime& now,
                                      const std::vector<BackupDeadline>& deadlines);

/// Takes away what backupsToThin names, and what an interrupted copy has left. How many copies went. Deadlines are read from
/// the file.
Result<int> thinBackups(const QString& file, const QDateTime& now);

} // namespace hk::store
