#pragma once

#include "core/export_profile.h"
#include "workspace/partner_agreement.h"
#include "workspace/public_counts.h"
#include "workspace/snapshot.h"

#include <functional>
#include <stop_token>
#include <variant>

namespace hk::workspace {

/// What is given to whom.
struct ExportRequest {
    ExportProfile profile = ExportProfile::Public;
    PartnerAgreement agreement; ///< of the partner profile
    PublicOptions counts;       ///< of the public profile
};

/// Everything that will be in the file and nothing else: what is previewed is what is written. Immutable once made.
struct ExportContent {
    ExportProfile profile = ExportProfile::Public;
    std::vector<std::shared_ptr<const Incident>> incidents; ///< internal and partner
    QStringList fields;                                     ///< of the incidents, in the order of the columns
    PublicCounts counts;                                    ///< public
    ExportSummary summary;
    CategoryList categories;
};

/// Makes the content of an export of these rows. Errors: those of makePublicCounts; NoIncidents; Cancelled. Thread-safe.
Result<ExportContent> makeExport(const Snapshot& snapshot, const std::vector<std::uint32_t>& rows,
                                 const ExportRequest& request, const std::stop_token& stop = {});

/// What stands in a preview for a count that is not told.
extern const QString notTold;

/// The columns and the first rows as they will stand in a table.
struct ExportPreview {
    QStringList columns;
    std::vector<QStringList> rows;
};
ExportPreview previewOf(const ExportContent& content, std::size_t mostRows);

/// Endings of the formats, the usual first: "csv", "xlsx", "geojson", "gpkg", "kml".
const QStringList& exportSuffixes();

/// Writes the content in the format of the file name's ending. Errors: those of exchange::writeIncidents; Cancelled: then
/// the file is as it was. `progress(rows, total)` now and then.
Result<void> writeExport(const ExportContent& content, const QString& path,
                         const std::function<void(qint64, qint64)>& progress = {}, const std::stop_token& stop = {});

} // namespace hk::workspace
