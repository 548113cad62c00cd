#pragma once

#include "core/result.h"
#include "support/catch.h"

#include <QFile>
#include <QTemporaryDir>

namespace hk::test {

/// A folder of files that goes with the test.
class Files {
public:
    QString write(const QString& name, const QByteArray& content) const
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(content);
        return path;
    }
    QString path(const QString& name) const { return m_folder.filePath(name); }
    static QByteArray read(const QString& path)
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }

private:
    QTemporaryDir m_folder;
};

inline QString u(const char* text) { return QString::fromUtf8(text); }

} // namespace hk::test
