#pragma once

#include "core/handover.h"
#include "seal/passphrase.h"
#include "workspace/export_job.h"

#include <QTemporaryDir>
#include <memory>

namespace hk::workspace {

/// Ending of a handover package: "hkpaket".
extern const QString packageSuffix;

/// Makes one file of an internal or partner export: a ZIP with incidents.geojson, the cover page, a manifest with the
/// SHA-256 of each, and the manifest's own. With a passphrase the whole is sealed. Id, profile, fields and number of `facts`
/// are filled in here. `path` is only replaced when the package is whole. Errors: WrongUsage for counts; ValueMissing
/// without a sender; those of writeExport and seal::sealFile.
Result<HandoverFacts> writePackage(const ExportContent& content, HandoverFacts facts, const QString& path,
                                   const seal::Passphrase& passphrase = {},
                                   const std::function<void(qint64, qint64)>& progress = {},
                                   const std::stop_token& stop = {});

/// A package whose every byte has been found as it was made; unpacked into a folder that goes with it.
struct OpenedPackage {
    HandoverFacts facts;
    QString dataPath;
    std::unique_ptr<QTemporaryDir> folder;
};

/// Opens and checks a package. An altered file, a file too many or too few, another checksum: FileDamaged with the field
/// "altered". Other errors: FileNotFound, FileNotOurs, FileNewer, ValueMissing (sealed, and no passphrase) and AccessDenied
/// with the field "passphrase". Checksums find damage and thoughtless changes; that nobody made the package anew only a
/// seal proves.
Result<OpenedPackage> openPackage(const QString& path, const seal::Passphrase& passphrase = {});

} // namespace hk::workspace
