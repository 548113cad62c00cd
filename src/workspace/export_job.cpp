#include "workspace/export_job.h"

#include "core/incident_draft.h"
#include "exchange/count_writer.h"
#include "exchange/export_writer.h"

namespace hk::workspace {
namespace {

constexpr std::size_t between = 1024; // rows from one look at the stop token to the next

Result<ExportContent> internalContent(const Snapshot& snapshot, const std::vector<std::uint32_t>& rows)
{
    ExportContent content;
    content.fields = exchange::exportFields();
    content.incidents.reserve(rows.size());
    for (const std::uint32_t row : rows)
        content.incidents.push_back(snapshot.incidents[row]);
    return content;
}

Result<ExportContent> partnerContent(const Snapshot& snapshot, const std::vector<std::uint32_t>& rows,
                                     const PartnerAgreement& agreement, const std::stop_token& stop)
{
    ExportContent content;
    content.summary.partner = agreement.partner;
    for (const QString& name : exchange::exportFields())
        if (partnerBaseFields().contains(name) || (partnerFields().contains(name) && agreement.fields.contains(name)))
            content.fields.append(name);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i % between == 0 && stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        PartnerView view = viewFor(agreement, *snapshot.incidents[rows[i]]);
        switch (view.leftOut) {
        case PartnerView::LeftOut::Internal:
            ++content.summary.leftOutInternal;
            continue;
        case PartnerView::LeftOut::Category:
            ++content.summary.leftOutCategories;
            continue;
        case PartnerView::LeftOut::No:
            break;
        }
        content.summary.textsLeftOut += view.textLeftOut ? 1 : 0;
        content.summary.coarsened += view.coarsened ? 1 : 0;
        content.incidents.push_back(std::make_shared<const Incident>(std::move(view.incident)));
    }
    return content;
}

QString shown(const std::optional<qint64>& count)
{
    return count ? QString::number(*count) : notTold;
}

} // namespace

const QString notTold = QStringLiteral("–");

Result<ExportContent> makeExport(const Snapshot& snapshot, const std::vector<std::uint32_t>& rows,
                                 const ExportRequest& request, const std::stop_token& stop)
{
    if (rows.empty())
        return fail(ErrorCode::NoIncidents);
    Result<ExportContent> content = fail(ErrorCode::Internal);
    switch (request.profile) {
    case ExportProfile::Internal:
        content = internalContent(snapshot, rows);
        break;
    case ExportProfile::Partner:
        content = partnerContent(snapshot, rows, request.agreement, stop);
        break;
    case ExportProfile::Public:
        content = makePublicCounts(snapshot, rows, request.counts, stop).map([](PublicCounts counts) {
            ExportContent made;
            made.summary = counts.summary;
            made.counts = std::move(counts);
            return made;
        });
        break;
    }
    if (!content)
        return content;
    content->profile = request.profile;
    content->categories = snapshot.categories;
    content->summary.profile = request.profile;
    content->summary.selected = static_cast<qint64>(rows.size());
    if (request.profile != ExportProfile::Public)
        content->summary.rows = static_cast<qint64>(content->incidents.size());
    return content;
}

ExportPreview previewOf(const ExportContent& content, std::size_t mostRows)
{
    ExportPreview preview;
    if (content.profile == ExportProfile::Public) {
        preview.columns << QStringLiteral("name") << QStringLiteral("total") << content.counts.file.categories;
        const std::vector<exchange::CountRow>& rows = content.counts.file.rows;
        const auto add = [&preview](const exchange::CountRow& row) {
            QStringList texts{row.name, shown(row.total)};
            for (const std::optional<qint64>& count : row.counts)
                texts.append(shown(count));
            preview.rows.push_back(texts);
        };
        for (std::size_t i = 0; i < std::min(mostRows, rows.size()); ++i)
            add(rows[i]);
        if (rows.size() > mostRows)
            add(rows.back()); // of totals
        return preview;
    }
    const auto columns = exchange::exportColumns(content.fields, content.categories);
    for (const exchange::ExportColumn& column : columns)
        preview.columns.append(column.name);
    preview.columns << field::easting << field::northing;
    for (std::size_t i = 0; i < std::min(mostRows, content.incidents.size()); ++i) {
        const Incident& incident = *content.incidents[i];
        QStringList texts;
        for (const exchange::ExportColumn& column : columns)
            texts.append(column.text(incident));
        texts << QString::number(incident.position.easting, 'f', 0) << QString::number(incident.position.northing, 'f', 0);
        preview.rows.push_back(texts);
    }
    return preview;
}

const QStringList& exportSuffixes()
{
    static const QStringList suffixes{QStringLiteral("csv"), QStringLiteral("xlsx"), QStringLiteral("geojson"),
                                      QStringLiteral("gpkg"), QStringLiteral("kml")};
    return suffixes;
}

Result<void> writeExport(const ExportContent& content, const QString& path,
                         const std::function<void(qint64, qint64)>& progress, const std::stop_token& stop)
{
    if (content.profile == ExportProfile::Public)
        return exchange::writeCounts(path, content.counts.file);
    if (content.incidents.empty())
        return fail(ErrorCode::NoIncidents);
    std::size_t index = 0;
    const auto total = static_cast<qint64>(content.incidents.size());
    const auto next = [&]() -> const Incident* {
        if (index % between == 0 && progress)
            progress(static_cast<qint64>(index), total);
        return index < content.incidents.size() ? content.incidents[index++].get() : nullptr;
    };
    return exchange::writeIncidents(path, next, content.categories, content.fields, stop).map([](qint64) {});
}

} // namespace hk::workspace
