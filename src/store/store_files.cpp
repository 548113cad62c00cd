#include "store/store_opener.h"

#include "sqlite/transaction.h"
#include "store/incident_row.h"
#include "store/schema.h"
#include "store/spatial_functions.h"
#include "store/store_error.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace hk::store {

namespace {

/// Takes away what a failed attempt left behind: only ever a file that this process made under a name of its
/// own.
class TemporaryFile {
public:
    explicit TemporaryFile(const QString& path)
        : m_path(temporaryNameFor(path))
    {}
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile()
    {
        QFile::remove(m_path);
        QFile::remove(m_path + QStringLiteral("-journal"));
    }
    const QString& path() const { return m_path; }

private:
    QString m_path;
};

/// The content is on the disk already; after this its name is, too.
void makeNameDurable(const QString& path)
{
#ifdef Q_OS_UNIX
    const int folder =
        ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_DIRECTORY);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
#else
    Q_UNUSED(path)
#endif
}

sqlite::Result<void> writeHead(sqlite::Database& database, const QString& path, const CreateOptions& options)
{
    auto transaction = sqlite::Transaction::begin(database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    auto head = database.prepare("UPDATE hk_schema SET title = ?1, sample = ?2, created_at = ?3");
    if (!head)
        return tl::unexpected(head.error());
    const QString title = options.title.isEmpty() ? QFileInfo(path).completeBaseName() : options.title;
    head->bind(1, std::string_view(title.toStdString())).bind(2, options.sample);
    bindTime(*head, 3, options.clock ? options.clock() : QDateTime::currentDateTimeUtc());
    if (auto written = head->run(); !written)
        return written;
    auto row = database.prepare("INSERT INTO hk_categories (code, name_sv, name_en, category_group, planned) "
                                "VALUES (?1, ?2, ?3, ?4, ?5)");
    if (!row)
        return tl::unexpected(row.error());
    for (const Category& category : options.categories.all()) {
        row->bind(1, std::string_view(category.code.toStdString()))
            .bind(2, std::string_view(category.nameSv.toStdString()))
            .bind(3, std::string_view(category.nameEn.toStdString()))
            .bind(4, std::string_view(toName(category.group).toStdString()))
            .bind(5, category.planned);
        if (auto written = row->run(); !written)
            return written;
    }
    *head = sqlite::Statement();
    *row = sqlite::Statement();
    return transaction->commit();
}

} // namespace

QString temporaryNameFor(const QString& path)
{
    const QFileInfo info(path);
    QString candidate;
    do {
        candidate = info.absoluteDir().filePath(
            QStringLiteral(".%1.%2")
                .arg(info.fileName())
                .arg(QRandomGenerator::global()->generate(), 8, 16, QLatin1Char('0')));
    } while (QFileInfo::exists(candidate));
    return candidate;
}

Result<void> publishFile(const QString& temporary, const QString& path)
{
    // QFile::rename never replaces a file.
    QFile file(temporary);
    if (file.rename(path)) {
        makeNameDurable(path);
        return {};
    }
    const ErrorCode code = QFileInfo::exists(path) ? ErrorCode::FileExists : ErrorCode::FileNotWritable;
    return fail(code, ErrorPlace{path, -1, {}}, {}, file.errorString());
}

Result<void> writeNewFile(const QString& path, const CreateOptions& options, int version)
{
    if (QFileInfo::exists(path))
        return fail(ErrorCode::FileExists, ErrorPlace{path, -1, {}});
    if (!QFileInfo(path).absoluteDir().exists())
        return fail(ErrorCode::FileNotWritable, ErrorPlace{path, -1, {}});
    const TemporaryFile temporary(path);
    auto database = sqlite::Database::open(temporary.path().toStdString(), sqlite::OpenMode::Create);
    if (!database)
        return storeFailure(database.error(), path);
    const auto written =
        registerSpatialFunctions(*database)
            .and_then([&] { return database->execute("PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON"); })
            .and_then([&] { return raiseSchema(*database, version); })
            .and_then([&] { return writeHead(*database, path, options); });
    database->close();
    if (!written)
        return storeFailure(written.error(), path);
    return publishFile(temporary.path(), path);
}

Result<void> copyToFile(const sqlite::Database& database, const QString& path, const std::function<bool()>& stop)
{
    if (QFileInfo::exists(path))
        return fail(ErrorCode::FileExists, ErrorPlace{path, -1, {}});
    const TemporaryFile temporary(path);
    auto target = sqlite::Database::open(temporary.path().toStdString(), sqlite::OpenMode::Create);
    if (!target)
        return storeFailure(target.error(), path);
    if (auto copied = database.copyTo(*target, stop); !copied)
        return storeFailure(copied.error(), path);
    // The copy stands alone, and opens from a medium that cannot be written.
    if (auto mode = target->setJournalMode("delete"); !mode)
        return storeFailure(mode.error(), path);
    const auto found = target->checkIntegrity(true);
    if (!found)
        return storeFailure(found.error(), path);
    if (*found != "ok")
        return fail(ErrorCode::FileDamaged, ErrorPlace{path, -1, {}}, {}, QString::fromStdString(*found));
    target->close();
    return publishFile(temporary.path(), path);
}

} // namespace hk::store
