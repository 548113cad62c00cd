#include "paper/file_writer.h"

#include <QSaveFile>
#include <memory>

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
    return writeWhole({FileBytes{path, bytes}});
}

Result<void> writeWhole(const std::vector<FileBytes>& files)
{
    std::vector<std::unique_ptr<QSaveFile>> written; // those not committed are gone with it
    for (const FileBytes& file : files) {
        auto save = std::make_unique<QSaveFile>(file.path);
        if (!save->open(QIODevice::WriteOnly) || save->write(file.bytes) != file.bytes.size() || !save->flush())
            return failed(*save, file.path);
        written.push_back(std::move(save));
    }
    for (std::size_t i = 0; i < files.size(); ++i)
        if (!written[i]->commit())
            return failed(*written[i], files[i].path);
    return {};
}

} // namespace hk::paper
