#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/signature.h"
#include "store/backups.h"
#include "store/incident_store.h"
#include "workspace/export_log.h"
#include "workspace/log_words.h"
#include "workspace/output_guard.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

namespace hk::cli {
namespace {

const QString fileName = QStringLiteral("FILE");
const QString jsonName = QStringLiteral("json");

QString reasonName(store::BackupReason reason)
{
    switch (reason) {
    case store::BackupReason::Start:
        return QStringLiteral("start");
    case store::BackupReason::Work:
        return QStringLiteral("work");
    case store::BackupReason::Import:
        return QStringLiteral("before an import");
    case store::BackupReason::Schema:
        return QStringLiteral("before a schema step");
    case store::BackupReason::Restore:
        return QStringLiteral("before restoring");
    case store::BackupReason::Disposal:
        return QStringLiteral("after a disposal");
    case store::BackupReason::Asked:
        break;
    }
    return QStringLiteral("asked for");
}

/// Where the file itself cannot be opened: it is moved aside, and a copy of the copy takes its name.
int replaceFile(const QString& file, const QString& copy)
{
    const QString aside = QStringLiteral("%1.damaged-%2").arg(
        file, QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")));
    const Result<store::IncidentStore> source = store::IncidentStore::open(copy, store::Access::ReadOnly);
    if (!source)
        return failWith(source.error());
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
        const QString part = file + QLatin1String(suffix);
        if (QFileInfo::exists(part) && !QFile::rename(part, aside + QLatin1String(suffix)))
            return failWith({ErrorCode::FileNotWritable, {part, -1, {}}, {}, {}});
    }
    if (const Result<void> copied = source->backupTo(file); !copied)
        return failWith(copied.error());
    printLine(QStringLiteral("%1 is %2 again; what was there is %3")
                  .arg(file, QFileInfo(copy).fileName(), QFileInfo::exists(aside) ? aside : QStringLiteral("gone")));
    return Done;
}

void printComparison(const store::Comparison& comparison, bool json, bool done)
{
    if (json) {
        printJson({{QStringLiteral("done"), done},
                   {QStringLiteral("made_since"), static_cast<qint64>(comparison.added.size())},
                   {QStringLiteral("changed_since"), static_cast<qint64>(comparison.changed.size())},
                   {QStringLiteral("deleted_since"), static_cast<qint64>(comparison.removed.size())},
                   {QStringLiteral("unchanged"), comparison.unchanged},
                   {QStringLiteral("disposed_since"), comparison.disposed}});
        return;
    }
    printLine(QStringLiteral("made since     %1  %2").arg(comparison.added.size(), 7).arg(
        done ? QStringLiteral("deleted; can be taken back") : QStringLiteral("would be deleted; can be taken back")));
    printLine(QStringLiteral("changed since  %1  %2").arg(comparison.changed.size(), 7).arg(
        done ? QStringLiteral("are as they were") : QStringLiteral("would be as they were")));
    printLine(QStringLiteral("deleted since  %1  %2").arg(comparison.removed.size(), 7).arg(
        done ? QStringLiteral("are there again") : QStringLiteral("would be there again")));
    printLine(QStringLiteral("unchanged      %1").arg(comparison.unchanged, 7));
    if (comparison.disposed > 0)
        printLine(QStringLiteral("disposed of    %1  stay away").arg(comparison.disposed, 7));
}

} // namespace

int backupCommand(const QStringList& arguments)
{
    Arguments given(QStringLiteral("backup"),
                    QStringLiteral("Makes a backup copy of FILE in the folder NAME.backups beside it, checked after writing, and "
                                   "thins older ones: kept are those of each hour of a day, of each day of a month, of each "
                                   "month of a year."));
    given.positional(fileName, QStringLiteral("The incident file."));
    if (const std::optional<int> code = given.parse(arguments))
        return *code;
    const Result<store::BackupFile> backup
        = store::makeBackup(given.at(0), store::BackupReason::Asked, QDateTime::currentDateTimeUtc());
    if (!backup)
        return failWith(backup.error());
    printLine(backup->path);
    return Done;
}

int backupsCommand(const QStringList& arguments)
{
    Arguments given(QStringLiteral("backups"), QStringLiteral("Lists the backup copies of FILE, newest first."));
    given.positional(fileName, QStringLiteral("The incident file; it need not be there any more."));
    given.flag(jsonName, QStringLiteral("Prints JSON."));
    if (const std::optional<int> code = given.parse(arguments))
        return *code;
    const Result<std::vector<store::BackupFile>> backups = store::listBackups(given.at(0));
    if (!backups)
        return failWith(backups.error());
    QJsonArray rows;
    for (const store::BackupFile& backup : *backups) {
        if (given.has(jsonName))
            rows.append(QJsonObject{{QStringLiteral("file"), backup.path},
                                    {QStringLiteral("at"), backup.at.toString(Qt::ISODate)},
                                    {QStringLiteral("reason"), reasonName(backup.reason)},
                                    {QStringLiteral("bytes"), backup.size}});
        else
            printLine(QStringLiteral("%1  %2  %3  %4").arg(backup.at.toString(Qt::ISODate)).arg(backup.size, 12)
                          .arg(reasonName(backup.reason), -20).arg(backup.path));
    }
    if (given.has(jsonName))
        printJson({{QStringLiteral("folder"), store::backupFolder(given.at(0))}, {QStringLiteral("backups"), rows}});
    return Done;
}

int restoreCommand(const QStringList& arguments)
{
    Arguments given(QStringLiteral("restore"),
                    QStringLiteral("Says what bringing FILE back to a backup copy would change, and with --yes does it: FILE is "
                                   "backed up first, its log goes on, and what was disposed of stays away. A FILE that cannot "
                                   "be opened is moved aside and the copy put in its place."));
    given.positional(fileName, QStringLiteral("The incident file."));
    given.positional(QStringLiteral("COPY"), QStringLiteral("A backup copy, as \"backups FILE\" lists them."));
    given.flag(QStringLiteral("yes"), QStringLiteral("Does it."));
    given.flag(jsonName, QStringLiteral("Prints JSON."));
    given.signatureOptions();
    if (const std::optional<int> code = given.parse(arguments))
        return *code;
    const bool yes = given.has(QStringLiteral("yes"));
    Result<store::IncidentStore> file
        = store::IncidentStore::open(given.at(0), yes ? store::Access::ReadWrite : store::Access::ReadOnly);
    if (!file && (file.error().code == ErrorCode::FileDamaged || file.error().code == ErrorCode::FileNotFound
                  || file.error().code == ErrorCode::FileNotOurs)) {
        if (yes)
            return replaceFile(given.at(0), given.at(1));
        printError(QStringLiteral("%1 cannot be opened; --yes moves it aside and puts the copy in its place.").arg(given.at(0)));
        return Failed;
    }
    if (!file)
        return failWith(file.error());
    const Result<store::IncidentStore> copy = store::IncidentStore::open(given.at(1), store::Access::ReadOnly);
    if (!copy)
        return failWith(copy.error());
    if (!yes) {
        const Result<store::Comparison> comparison = file->compareWith(*copy);
        if (!comparison)
            return failWith(comparison.error());
        printComparison(*comparison, given.has(jsonName), false);
        return Done;
    }
    const Result<store::BackupFile> before
        = store::makeBackup(given.at(0), store::BackupReason::Restore, QDateTime::currentDateTimeUtc());
    if (!before)
        return failWith(before.error());
    file->setActor(signature(given));
    const Result<store::Comparison> restored = file->restoreFrom(*copy);
    if (!restored)
        return failWith(restored.error());
    printComparison(*restored, given.has(jsonName), true);
    return Done;
}

int logCommand(const QStringList& arguments)
{
    Arguments given(QStringLiteral("log"), QStringLiteral("Verifies the log of FILE by its chain of hashes, or writes it as CSV."));
    given.positional(fileName, QStringLiteral("The incident file."));
    given.option(QStringLiteral("head"), QStringLiteral("HASH"),
                 QStringLiteral("Hash of the last entry as it was told earlier: it must still be in the chain."));
    given.option(QStringLiteral("out"), QStringLiteral("OUT.csv"), QStringLiteral("Writes the entries to this file, which is logged."));
    given.flag(jsonName, QStringLiteral("Prints JSON."));
    given.signatureOptions();
    if (const std::optional<int> code = given.parse(arguments))
        return *code;
    const bool writes = given.has(QStringLiteral("out"));
    if (writes)
        if (const Result<void> free = workspace::mayReplace(given.value(QStringLiteral("out")), {given.at(0)}); !free)
            return failWith(free.error());
    Result<store::IncidentStore> file
        = store::IncidentStore::open(given.at(0), writes ? store::Access::ReadWrite : store::Access::ReadOnly);
    if (!file)
        return failWith(file.error());
    if (writes) {
        file->setActor(signature(given));
        const QString target = QFileInfo(given.value(QStringLiteral("out"))).fileName();
        if (!file->isReadOnly())
            if (const Result<void> logged = file->logExport({toName(workspace::Output::Log), {}, target, 0}); !logged)
                return failWith(logged.error());
        const Result<qint64> written = workspace::writeLog(*file, {}, given.value(QStringLiteral("out")));
        if (!written)
            return failWith(written.error());
        printLine(QStringLiteral("%1: %2 entries").arg(given.value(QStringLiteral("out"))).arg(*written));
    }
    const Result<store::LogCheck> check = file->verifyLog();
    if (!check)
        return failWith(check.error());
    const QString head = given.value(QStringLiteral("head")).toLower();
    bool known = true;
    if (!head.isEmpty()) {
        const Result<bool> found = file->logHolds(head);
        if (!found)
            return failWith(found.error());
        known = *found;
    }
    if (given.has(jsonName)) {
        printJson({{QStringLiteral("sound"), check->sound() && known},
                   {QStringLiteral("first_fault"), check->number},
                   {QStringLiteral("entries"), check->entries},
                   {QStringLiteral("outside"), check->outside},
                   {QStringLiteral("before_the_chain"), check->before},
                   {QStringLiteral("disposed"), check->disposed},
                   {QStringLiteral("pending"), check->pending},
                   {QStringLiteral("head"), check->head}});
    } else {
        printLine(workspace::describe(*check));
        printLine(QStringLiteral("head %1").arg(check->head));
        if (!known)
            printError(QStringLiteral("The hash given is not in the chain: the log is not the one that was told of then."));
    }
    return check->sound() && known ? Done : Failed;
}

} // namespace hk::cli
