#include "ui/import_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace hk::ui {

QString suggestedRejectsPath(const ImportFile& input)
{
    const QFileInfo info(input.path);
    QDir folder = info.absoluteDir();
    if (!input.text.isEmpty() || !QFileInfo(folder.path()).isWritable())
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
