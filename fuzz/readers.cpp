#include "fuzz/readers.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <stdexcept>

namespace hk::fuzz {

const std::vector<Reader>& readers()
{
    static const std::vector<Reader> all = [] {
        std::vector<Reader> made;
        for (const auto& part : {textReaders(), geometryReaders(), serviceReaders(), tableReaders(), mapFileReaders(), incidentFileReaders()})
            made.insert(made.end(), part.begin(), part.end());
        return made;
    }();
    return all;
}

const Reader* findReader(const QString& name)
{
    const auto found = std::find_if(readers().begin(), readers().end(),
                                    [&name](const Reader& reader) { return name == QLatin1String(reader.name); });
    return found == readers().end() ? nullptr : &*found;
}

void promise(bool holds, const char* words)
{
    if (!holds)
        throw std::logic_error(words);
}

ScratchFolder::ScratchFolder()
{
    // In memory where the system has such a folder: databases wait for a disk at each commit.
    const QString inMemory = QStringLiteral("/dev/shm");
    QTemporaryDir folder((QFileInfo(inMemory).isWritable() ? inMemory : QDir::tempPath()) + QStringLiteral("/hk-fuzz-XXXXXX"));
    folder.setAutoRemove(false);
    m_path = folder.path();
    promise(folder.isValid(), "there is a folder to write to");
}

ScratchFolder::~ScratchFolder()
{
    QDir(m_path).removeRecursively();
}

QString ScratchFolder::file(const QString& name, const QByteArray& bytes) const
{
    QFile file(path(name));
    promise(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), "the file can be written");
    return file.fileName();
}

QByteArray ScratchFolder::bytesOf(const QString& name) const
{
    QFile file(path(name));
    promise(file.open(QIODevice::ReadOnly), "the file can be read");
    return file.readAll();
}

} // namespace hk::fuzz
