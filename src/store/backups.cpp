#include "store/backups.h"

#include "store/incident_row.h"
#include "store/incident_store.h"
#include "store/store_error.h"
#include "store/store_opener.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <array>
#include <tuple>

namespace hk::store {

namespace {

constexpr qint64 hour = 3600;
constexpr qint64 day = 24 * hour;
constexpr std::array<const char*, 7> reasonNames{"start", "work", "import", "schema", "restore", "disposal", "asked"};

const QString stampFormat = QStringLiteral("yyyyMMdd'T'HHmmss'Z'");

QString nameOf(BackupReason reason)
{
    return QLatin1String(reasonNames[static_cast<std::size_t>(reason)]);
}

/// Nothing where the name is not one that backupPath makes.
std::optional<BackupFile> readName(const QFileInfo& info, const QString& stem)
{
    static const QRegularExpression pattern(QStringLiteral("^-(\\d{8}T\\d{6}Z)-([a-z]+)(?:-\\d+)?\\.gpkg$"));
    if (!info.fileName().startsWith(stem))
        return std::nullopt;
    const auto match = pattern.match(info.fileName().mid(stem.size()));
    BackupFile backup{info.filePath(), QDateTime::fromString(match.captured(1), stampFormat), BackupReason::Asked, info.size()};
    backup.at.setTimeSpec(Qt::UTC);
    const auto reason = std::find(reasonNames.begin(), reasonNames.end(), match.captured(2).toStdString());
    if (!match.hasMatch() || !backup.at.isValid() || reason == reasonNames.end())
        return std::nullopt;
    backup.reason = static_cast<BackupReason>(reason - reasonNames.begin());
    return backup;
}

/// A copy that lay beside the file before there was a folder for them: "NAME.v3-20240301T120000Z.gpkg".
std::optional<BackupFile> readOldName(const QFileInfo& info, const QString& stem)
{
    static const QRegularExpression pattern(QStringLiteral("^\\.v\\d+-(\\d{8}T\\d{6}Z)(?:-\\d+)?\\.gpkg$"));
    if (!info.fileName().startsWith(stem))
        return std::nullopt;
    const auto match = pattern.match(info.fileName().mid(stem.size()));
    BackupFile backup{info.filePath(), QDateTime::fromString(match.captured(1), stampFormat), BackupReason::Schema, info.size()};
    backup.at.setTimeSpec(Qt::UTC);
    return match.hasMatch() && backup.at.isValid() ? std::optional(backup) : std::nullopt;
}

Result<std::vector<BackupDeadline>> readDeadlines(const sqlite::Database& database, const QString& file)
{
    std::vector<BackupDeadline> deadlines;
    const auto present
        = database.queryInt64("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'hk_disposals'");
    if (!present)
        return storeFailure(present.error(), file);
    if (*present == 0) // an older file: nothing has ever been disposed of
        return deadlines;
    auto row = database.prepare("SELECT at, backups_gone_by FROM hk_disposals");
    if (!row)
        return storeFailure(row.error(), file);
    for (;;) {
        const auto found = row->step();
        if (!found)
            return storeFailure(found.error(), file);
        if (!*found)
            return deadlines;
        deadlines.push_back({toDateTime(row->text(0)), QDate::fromString(toQString(row->text(1)), Qt::ISODate)});
    }
}

Result<sqlite::Database> openForReading(const QString& file)
{
    if (!QFileInfo::exists(file))
        return fail(ErrorCode::FileNotFound, {file, -1, {}});
    auto database = sqlite::Database::open(file.toStdString(), sqlite::OpenMode::ReadOnly);
    if (!database)
        return storeFailure(database.error(), file);
    database->setBusyTimeout(std::chrono::seconds(10));
    return std::move(*database);
}

/// What copies that were killed have left: nobody works on a copy for an hour.
void removeLeftovers(const QString& file, const QDateTime& now)
{
    const QDir folder(backupFolder(file));
    const QString pattern = QStringLiteral(".%1-*.gpkg.????????*").arg(QFileInfo(file).completeBaseName());
    for (const QFileInfo& info : folder.entryInfoList({pattern}, QDir::Files | QDir::Hidden))
        if (info.lastModified().secsTo(now) > hour)
            QFile::remove(info.filePath());
}

Result<int> thin(const QString& file, const sqlite::Database& database, const QDateTime& now)
{
    const auto deadlines = readDeadlines(database, file);
    if (!deadlines)
        return tl::unexpected(deadlines.error());
    const auto backups = listBackups(file);
    if (!backups)
        return tl::unexpected(backups.error());
    removeLeftovers(file, now);
    int gone = 0;
    for (const BackupFile& backup : backupsToThin(*backups, now, *deadlines))
        gone += QFile::remove(backup.path) ? 1 : 0;
    return gone;
}

} // namespace

QString backupFolder(const QString& file)
{
    const QFileInfo info(file);
    return info.absoluteDir().filePath(info.completeBaseName() + QStringLiteral(".backups"));
}

QString backupPath(const QString& file, BackupReason reason, const QDateTime& now)
{
    const QString stem = QStringLiteral("%1/%2-%3-%4")
                             .arg(backupFolder(file), QFileInfo(file).completeBaseName(),
                                  now.toUTC().toString(stampFormat), nameOf(reason));
    QString candidate = stem + QStringLiteral(".gpkg");
    for (int number = 2; QFileInfo::exists(candidate); ++number)
        candidate = QStringLiteral("%1-%2.gpkg").arg(stem).arg(number);
    return candidate;
}

Result<void> prepareBackupFolder(const QString& file)
{
    const QString folder = backupFolder(file);
    if (!QDir().mkpath(folder) || !QFileInfo(folder).isWritable())
        return fail(ErrorCode::FileNotWritable, {folder, -1, {}});
    return {};
}

Result<std::vector<BackupFile>> listBackups(const QString& file)
{
    const QFileInfo info(file);
    const QString stem = info.completeBaseName();
    const QFileInfo folder(backupFolder(file));
    if (folder.exists() && !(folder.isDir() && folder.isReadable() && folder.isExecutable()))
        return fail(ErrorCode::FileNotReadable, {folder.filePath(), -1, {}});
    struct Found {
        BackupFile backup;
        QDateTime written; // names tell seconds only
    };
    std::vector<Found> found;
    for (const QFileInfo& entry : QDir(folder.filePath()).entryInfoList(QDir::Files))
        if (const auto backup = readName(entry, stem))
            found.push_back({*backup, entry.lastModified()});
    for (const QFileInfo& entry : info.absoluteDir().entryInfoList({stem + QStringLiteral(".v*.gpkg")}, QDir::Files))
        if (const auto backup = readOldName(entry, stem))
            found.push_back({*backup, entry.lastModified()});
    std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
        return std::tie(a.backup.at, a.written, a.backup.path) > std::tie(b.backup.at, b.written, b.backup.path);
    });
    std::vector<BackupFile> backups;
    for (Found& one : found)
        backups.push_back(std::move(one.backup));
    return backups;
}

bool isChangedSinceBackup(const QString& file, const QDateTime& now)
{
    const auto backups = listBackups(file);
    if (!backups || backups->empty())
        return true;
    const QDateTime newest = backups->front().at;
    if (newest > now)
        return true;
    const QFileInfo log(file + QStringLiteral("-wal"));
    // A copy bears the second in which it was begun.
    return QFileInfo(file).lastModified() > newest || (log.size() > 0 && log.lastModified() > newest);
}

Result<BackupFile> makeBackup(const QString& file, BackupReason reason, const QDateTime& now,
                              const std::function<bool()>& stop)
{
    const auto database = openForReading(file);
    if (!database)
        return tl::unexpected(database.error());
    if (auto prepared = prepareBackupFolder(file); !prepared)
        return tl::unexpected(prepared.error());
    const QString path = backupPath(file, reason, now);
    if (auto copied = copyToFile(*database, path, stop); !copied)
        return tl::unexpected(copied.error());
    QFile::setPermissions(path, QFileInfo(file).permissions()); // nobody may read the copy who may not read the file
    // A copy that is there counts, whether or not older ones could be taken away.
    static_cast<void>(thin(file, *database, now));
    BackupFile backup{path, now.toUTC(), reason, QFileInfo(path).size()};
    backup.at = backup.at.addMSecs(-backup.at.time().msec());
    return backup;
}

Result<void> backUpBeforeImport(const IncidentStore& store)
{
    const Result<StoreInfo> info = store.info();
    if (!info)
        return tl::unexpected(info.error());
    if (info->sample || info->readOnly || info->logEntries == 0)
        return {};
    return makeBackup(store.path(), BackupReason::Import, QDateTime::currentDateTimeUtc()).map([](const BackupFile&) {});
}

std::vector<BackupFile> backupsToThin(const std::vector<BackupFile>& backups, const QDateTime& now,
                                      const std::vector<BackupDeadline>& deadlines)
{
    std::vector<BackupFile> gone;
    QSet<QString> kept;
    for (const BackupFile& backup : backups) {
        const bool overdue = std::any_of(deadlines.begin(), deadlines.end(), [&](const BackupDeadline& deadline) {
            return backup.at < deadline.disposedAt && now.toUTC().date() >= deadline.goneBy;
        });
        if (overdue) {
            gone.push_back(backup);
            continue;
        }
        const qint64 age = backup.at.secsTo(now);
        QString slot;
        if (age < 0)
            slot = backup.path;
        else if (age < day)
            slot = backup.at.toString(QStringLiteral("yyyyMMddHH")) + nameOf(backup.reason);
        else if (age < 31 * day)
            slot = backup.at.toString(QStringLiteral("yyyyMMdd"));
        else if (age < 366 * day)
            slot = backup.at.toString(QStringLiteral("yyyyMM"));
        const bool first = kept.isEmpty();
        if (!first && (slot.isEmpty() || kept.contains(slot)))
            gone.push_back(backup);
        kept.insert(slot);
    }
    return gone;
}

Result<int> thinBackups(const QString& file, const QDateTime& now)
{
    const auto database = openForReading(file);
    if (!database)
        return tl::unexpected(database.error());
    return thin(file, *database, now);
}

} // namespace hk::store
