#include "paper/file_writer.h"

#include <QSaveFile>

namespace hk::paper {

namespace {

tl::unexpected<Error> failed(const QSaveFile& file, const QString& path)
{
    const bool full = file.error() == QFileDevice::ResourceError;
    return fail(full ? ErrorCode::DiskFull : ErrorCode::FileNotWritable, {path, -1, {}}, {},
                file.errorString());
}

} // namespace

Result<void> writeWhole(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failed(file, path);
    if (file.write(bytes) != bytes.size() || !file.flush()) {
        const auto error = failed(file, path);
        file.cancelWriting();
        return error;
    }
    if (!file.commit())
        return failed(file, path);
    return {};
}

} // namespace hk::paper
