#include "exchange/memory_file.h"

#include <QSaveFile>
#include <QUuid>

#include <cpl_vsi.h>

namespace hk::exchange {

MemoryFile::MemoryFile(const QString& suffix)
    : m_path(QStringLiteral("/vsimem/%1/incidents.%2")
                 .arg(QUuid::createUuid().toString(QUuid::WithoutBraces), suffix)
                 .toUtf8())
{}

MemoryFile::~MemoryFile()
{
    VSIUnlink(m_path.constData());
}

QByteArray MemoryFile::bytes() const
{
    vsi_l_offset size = 0;
    const GByte* bytes = VSIGetMemFileBuffer(m_path.constData(), &size, FALSE);
    return {reinterpret_cast<const char*>(bytes), static_cast<qsizetype>(size)};
}

Result<void> MemoryFile::copyTo(const QString& path) const
{
    vsi_l_offset size = 0;
    const GByte* bytes = VSIGetMemFileBuffer(m_path.constData(), &size, FALSE);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileNotWritable, {path}, {}, file.errorString());
    const auto length = static_cast<qint64>(size);
    if (!bytes || file.write(reinterpret_cast<const char*>(bytes), length) != length || !file.commit())
        return fail(ErrorCode::DiskFull, {path}, {}, file.errorString());
    return {};
}

} // namespace hk::exchange
