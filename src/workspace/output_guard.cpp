#include "workspace/output_guard.h"

#include "store/incident_store.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <filesystem>

namespace hk::workspace {
namespace {

bool isDatabase(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(15) == "SQLite format 3";
}

bool isIncidentFile(const QString& path)
{
    if (!isDatabase(path))
        return false;
    // A damaged or locked one is no less somebody's work.
    const Result<store::IncidentStore> store = store::IncidentStore::open(path, store::Access::ReadOnly);
    return store || store.error().code != ErrorCode::FileNotOurs;
}

} // namespace

bool isSameFile(const QString& a, const QString& b)
{
    std::error_code failure;
    return std::filesystem::equivalent(QFile::encodeName(a).toStdString(), QFile::encodeName(b).toStdString(), failure)
           && !failure;
}

Result<void> mayReplace(const QString& path, const QStringList& sources)
{
    const QFileInfo info(path);
    if (path.isEmpty() || !info.exists())
        return {};
    if (!info.isFile())
        return fail(ErrorCode::FileNotWritable, {path, -1, {}});
    const bool isSource = std::any_of(sources.begin(), sources.end(),
                                      [&](const QString& source) { return isSameFile(path, source); });
    if (isSource || isIncidentFile(path))
        return fail(ErrorCode::FileExists, {path, -1, {}});
    return {};
}

} // namespace hk::workspace
