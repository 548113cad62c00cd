#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <vector>

namespace hk::exchange {

/// One file of a package.
struct PackageEntry {
    QString name;
    QString path; ///< on the disk
};

/// Puts files into one compressed package (ZIP). `path` is only replaced when the package is whole. Errors: FileNotReadable,
/// FileNotWritable, DiskFull.
Result<void> writePackage(const QString& path, const std::vector<PackageEntry>& entries);

/// Names of all files in a package. Errors: FileNotFound, FileNotOurs (no ZIP).
Result<QStringList> packageNames(const QString& path);
/// Copies one file out of a package; its SHA-256, hexadecimal, of the bytes written. Errors: FileDamaged with the field
/// "altered" where it is not there, cannot be unpacked or is larger than `mostBytes`; FileNotWritable, DiskFull.
Result<QByteArray> unpack(const QString& path, const QString& name, const QString& to, qint64 mostBytes);

/// SHA-256 of a file, hexadecimal. Errors: FileNotReadable.
Result<QByteArray> fileHash(const QString& path);

} // namespace hk::exchange
