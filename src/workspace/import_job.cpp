#include "workspace/import_job.h"

#include "exchange/csv.h"
#include "text/sentences.h"
#include "workspace/output_guard.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSet>

#include <algorithm>
#include <map>

namespace hk::workspace {
namespace {

constexpr std::size_t keptFaults = 100;
constexpr qint64 progressStep = 2000;

bool isCoordinate(const QString& name)
{
    return name == field::longitude || name == field::latitude || name == field::easting || name == field::northing;
}

/// One line per rejected row: its number, the field and code of the first fault, all faults in words, and the input's own
/// columns, so that the file can be mended and imported again.
class RejectsFile {
public:
    Result<void> open(const QString& path, const QStringList& columns)
    {
        if (path.isEmpty())
            return {};
        m_file = std::make_unique<QSaveFile>(path);
        if (!m_file->open(QIODevice::WriteOnly))
            return fail(ErrorCode::FileNotWritable, {path, -1, {}}, {}, m_file->errorString());
        QByteArray line = "row,field,code,reason";
        for (const QString& column : columns)
            line += ',' + exchange::csvField(column);
        m_file->write(line + '\n');
        return {};
    }

    void add(const exchange::ImportRow& row, const std::vector<Error>& faults)
    {
        if (!m_file)
            return;
        QStringList reasons;
        for (const Error& fault : faults)
            reasons.append(text::describe(fault));
        QByteArray line = QByteArray::number(row.row) + ',' + exchange::csvField(faults.front().place.field) + ','
                          + codeName(faults.front().code).toUtf8() + ',' + exchange::csvField(reasons.join(QStringLiteral(" ")));
        for (const QString& value : row.values)
            line += ',' + exchange::csvField(value);
        m_file->write(line + '\n');
    }

    /// All that was added has been taken by the disk, so that only the name is left to be given.
    Result<void> flush()
    {
        if (m_file && (!m_file->flush() || m_file->error() != QFileDevice::NoError))
            return fail(ErrorCode::FileNotWritable, {m_file->fileName(), -1, {}}, {}, m_file->errorString());
        return {};
    }

    Result<void> commit()
    {
        if (m_file && !m_file->commit())
            return fail(ErrorCode::FileNotWritable, {m_file->fileName(), -1, {}}, {}, m_file->errorString());
        return {};
    }

private:
    std::unique_ptr<QSaveFile> m_file;
};

} // namespace

Result<ImportReport> runImport(store::IncidentStore& store, const ImportRequest& request, const QDateTime& now,
                               const std::function<void(qint64, qint64)>& progress, std::stop_token stop)
{
    Result<exchange::ImportReader> reader = exchange::ImportReader::open(request.path, request.mapping.layer);
    if (!reader)
        return tl::unexpected(reader.error());
    if (isSameFile(request.path, store.path()))
        return fail(ErrorCode::WrongUsage, {}, {QStringLiteral("the file to read is the incident file itself")});
    if (const Result<void> free = mayReplace(request.rejectsPath, {request.path, store.path()}); !free)
        return tl::unexpected(free.error());
    const exchange::ImportMapping mapping = reader->completed(request.mapping);
    RejectsFile rejects;
    if (const Result<void> ready = rejects.open(request.rejectsPath, reader->columns()); !ready)
        return tl::unexpected(ready.error());

    Result<store::IncidentStore::Import> transaction = store.beginImport();
    if (!transaction)
        return tl::unexpected(transaction.error());

    ImportReport report;
    report.dryRun = request.dryRun;
    std::map<ErrorCode, qint64> reasons;
    std::optional<Error> broken;
    const qint64 total = reader->rowCount();
    const CategoryList categories = store.categories();
    QSet<QString> newInDryRun;

    const auto take = [&](const exchange::ImportRow& row) {
        ++report.read;
        if (progress && report.read % progressStep == 0)
            progress(report.read, total);
        std::vector<Error> faults = row.faults;
        ValidationResult valid = validate(row.draft, categories, now);
        if (!valid) {
            for (Error& error : valid.error()) {
                // What could not be read at all has been said already.
                const bool said = std::any_of(row.faults.begin(), row.faults.end(), [&](const Error& fault) {
                    return fault.place.field == error.place.field
                           || (error.place.field == field::position && isCoordinate(fault.place.field));
                });
                if (!said)
                    faults.push_back(std::move(error));
            }
        }
        if (!faults.empty()) {
            ++report.rejected;
            ++reasons[faults.front().code];
            for (Error& fault : faults) {
                fault.place.file = request.path;
                fault.place.row = row.row;
            }
            rejects.add(row, faults);
            for (const Error& fault : faults)
                if (report.firstFaults.size() < keptFaults)
                    report.firstFaults.push_back(fault);
            return true;
        }
        valid->sourceType = SourceType::Import;
        Result<store::ImportOutcome> outcome = request.dryRun ? transaction->probe(*valid) : transaction->put(*valid);
        if (!outcome) {
            broken = outcome.error();
            return false;
        }
        if (request.dryRun && *outcome == store::ImportOutcome::Inserted && !valid->externalId.isEmpty()) {
            if (newInDryRun.contains(valid->externalId))
                outcome = store::ImportOutcome::Updated;
            else
                newInDryRun.insert(valid->externalId);
        }
        switch (*outcome) {
        case store::ImportOutcome::Inserted:
            ++report.inserted;
            break;
        case store::ImportOutcome::Updated:
            ++report.updated;
            break;
        case store::ImportOutcome::Unchanged:
            ++report.unchanged;
            break;
        }
        return true;
    };

    const Result<void> read = reader->forEach(mapping, categories, take, stop);
    if (broken)
        return tl::unexpected(*broken);
    if (!read)
        return tl::unexpected(read.error());
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);

    // Before anything is changed: an import whose rejects are lost cannot be mended.
    if (const Result<void> flushed = rejects.flush(); !flushed)
        return tl::unexpected(flushed.error());
    report.nothingChanged = request.dryRun || (request.allOrNothing && report.rejected > 0)
                            || report.inserted + report.updated == 0;
    if (!report.nothingChanged) {
        report.insertedIds = transaction->inserted();
        if (const Result<void> committed = transaction->commit(); !committed)
            return tl::unexpected(committed.error());
        if (!QFileInfo::exists(store.path())) // taken away meanwhile: what was written went with it
            return fail(ErrorCode::FileNotFound, {store.path(), -1, {}});
    }
    if (const Result<void> written = rejects.commit(); !written)
        return tl::unexpected(written.error());
    for (const auto& [code, count] : reasons)
        report.reasons.emplace_back(code, count);
    std::stable_sort(report.reasons.begin(), report.reasons.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    if (progress)
        progress(report.read, report.read);
    return report;
}

} // namespace hk::workspace
