#include "workspace/rejects_file.h"

#include "exchange/csv.h"
#include "text/sentences.h"

#include <QSaveFile>

namespace hk::workspace {

RejectsFile::RejectsFile() = default;
RejectsFile::~RejectsFile() = default;

Result<void> RejectsFile::open(const QString& path, const QStringList& columns, char separator)
{
    if (path.isEmpty())
        return {};
    m_separator = separator;
    m_file = std::make_unique<QSaveFile>(path);
    if (!m_file->open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileNotWritable, {path, -1, {}}, {}, m_file->errorString());
    QByteArray line = QByteArrayLiteral("row,field,code,reason");
    line.replace(',', m_separator);
    for (const QString& column : columns)
        line += m_separator + exchange::csvField(column, m_separator);
    m_file->write(line + '\n');
    return {};
}

void RejectsFile::add(const exchange::ImportRow& row, const QString& field, const QString& code, const QString& reason)
{
    if (!m_file)
        return;
    QByteArray line = QByteArray::number(row.row);
    for (const QString& text : {field, code, reason})
        line += m_separator + exchange::csvField(text, m_separator);
    for (const QString& value : row.values)
        line += m_separator + exchange::csvField(value, m_separator);
    m_file->write(line + '\n');
}

void RejectsFile::add(const exchange::ImportRow& row, const std::vector<Error>& faults)
{
    if (!m_file)
        return;
    QStringList reasons;
    for (const Error& fault : faults)
        reasons.append(text::describe(fault));
    add(row, faults.front().place.field, codeName(faults.front().code), reasons.join(QLatin1Char(' ')));
}

Result<void> RejectsFile::flush()
{
    if (m_file && (!m_file->flush() || m_file->error() != QFileDevice::NoError))
        return fail(ErrorCode::FileNotWritable, {m_file->fileName(), -1, {}}, {}, m_file->errorString());
    return {};
}

Result<void> RejectsFile::commit()
{
    if (m_file && !m_file->commit())
        return fail(ErrorCode::FileNotWritable, {m_file->fileName(), -1, {}}, {}, m_file->errorString());
    return {};
}

} // namespace hk::workspace
