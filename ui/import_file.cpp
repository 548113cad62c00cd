#include "ui/import_file.h"

#include "core/incident_draft.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace hk::ui {

namespace {
constexpr int sampleRows = 20;
}

QString ImportFile::example(const QString& column) const
{
    const qsizetype index = columns.indexOf(column);
    if (index < 0)
        return {};
    for (const QStringList& row : sample)
        if (const QString value = row.value(index).trimmed(); !value.isEmpty())
            return value;
    return {};
}

Result<ImportFile> readImportFile(const QString& path, const QString& layer)
{
    Result<exchange::ImportReader> reader = exchange::ImportReader::open(path, layer);
    if (!reader)
        return tl::unexpected(reader.error());
    Result<std::vector<QStringList>> sample = reader->preview(sampleRows);
    if (!sample)
        return tl::unexpected(sample.error());
    ImportFile file;
    file.path = path;
    file.layer = layer;
    file.layers = reader->layers();
    file.columns = reader->columns();
    file.sample = std::move(*sample);
    file.rows = reader->rowCount();
    file.hasGeometry = reader->hasGeometry();
    file.crs = reader->crs();
    file.own = reader->completed({});
    return file;
}

QString suggestedRejectsPath(const QString& input)
{
    const QFileInfo info(input);
    QDir folder = info.absoluteDir();
    if (!QFileInfo(folder.path()).isWritable())
        folder = QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QString word = QCoreApplication::translate("hk::ui::ImportDialog", "rejected", "end of a file name");
    for (int number = 1;; ++number) {
        const QString name = number == 1
                                 ? QStringLiteral("%1-%2.csv").arg(info.completeBaseName(), word)
                                 : QStringLiteral("%1-%2-%3.csv").arg(info.completeBaseName(), word).arg(number);
        if (!folder.exists(name))
            return folder.filePath(name);
    }
}

} // namespace hk::ui
