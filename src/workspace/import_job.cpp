#include "workspace/import_job.h"

#include "core/person_names.h"
#include "exchange/sample_check.h"
#include "text/sentences.h"
#include "workspace/likely_duplicates.h"
#include "workspace/output_guard.h"
#include "workspace/rejects_file.h"

#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <map>

namespace hk::workspace {
namespace {

constexpr std::size_t keptFaults = 100;
constexpr std::size_t keptPlaces = 1000;
constexpr qint64 progressStep = 2000;

char separatorFor(const exchange::ImportReader& reader)
{
    const std::optional<exchange::TableForm> table = reader.table();
    if (!table || table->separator == '\t') // no spreadsheet parts a .csv at tabs
        return table ? ';' : ',';
    return table->separator;
}

/// One import from its first row to its end.
class ImportRun {
public:
    ImportRun(const ImportRequest& request, const QDateTime& now, const CategoryList& categories,
              store::IncidentStore::Import& transaction, const LikelyDuplicates& known, RejectsFile& rejects)
        : m_request(request)
        , m_now(now)
        , m_categories(categories)
        , m_transaction(transaction)
        , m_known(known)
        , m_rejects(rejects)
    {
        report.dryRun = request.dryRun;
    }

    /// False: the storage has failed, see `broken`.
    bool take(const exchange::ImportRow& row)
    {
        ++report.read;
        ValidationResult valid = validate(row.draft, m_categories, m_now);
        if (std::vector<Error> faults = exchange::faultsOf(row, valid); !faults.empty()) {
            reject(row, std::move(faults));
            return true;
        }
        report.placesFound += row.placeFound;
        report.placesClose += row.placeClose;
        valid->sourceType = SourceType::Import;
        if (const QUuid there = m_known.find(*valid); !there.isNull()) {
            const Result<store::ImportOutcome> likely = m_transaction.probe(*valid);
            if (likely && *likely == store::ImportOutcome::Inserted && !m_tried.contains(qHash(valid->externalId))
                && isLeftOut(row, there))
                return true;
        }
        if (!findPersonNames(valid->description).empty()) {
            ++report.nameQuestions;
            if (report.firstNameQuestions.size() < keptFaults)
                report.firstNameQuestions.push_back(row.row);
        }
        return store(*valid);
    }

    ImportReport finished()
    {
        for (const auto& [code, count] : m_reasons)
            report.reasons.emplace_back(code, count);
        report.placesNotFound.assign(m_placesNotFound.cbegin(), m_placesNotFound.cend());
        std::stable_sort(report.reasons.begin(), report.reasons.end(),
                         [](const auto& a, const auto& b) { return a.second > b.second; });
        std::sort(report.placesNotFound.begin(), report.placesNotFound.end(), [](const auto& a, const auto& b) {
            return a.rows != b.rows ? a.rows > b.rows : a.name < b.name;
        });
        if (report.placesNotFound.size() > keptPlaces)
            report.placesNotFound.resize(keptPlaces);
        return report;
    }

    ImportReport report;
    std::optional<Error> broken;

private:
    void reject(const exchange::ImportRow& row, std::vector<Error> faults)
    {
        constexpr qsizetype mostNames = 100'000;
        ++report.rejected;
        ++m_reasons[faults.front().code];
        for (Error& fault : faults) {
            fault.place.file = m_request.path;
            fault.place.row = row.row;
            if (fault.code != ErrorCode::NotFound || fault.place.field != field::place || fault.arguments.isEmpty())
                continue;
            const QString& name = fault.arguments.front();
            if (m_placesNotFound.size() < mostNames && !m_placesNotFound.contains(name))
                m_placesNotFound.insert(name, {name, 0, fault.arguments.mid(1)});
            if (const auto missing = m_placesNotFound.find(name); missing != m_placesNotFound.end())
                ++missing->rows;
        }
        m_rejects.add(row, faults);
        for (const Error& fault : faults)
            if (report.firstFaults.size() < keptFaults)
                report.firstFaults.push_back(fault);
    }

    bool isLeftOut(const exchange::ImportRow& row, const QUuid& there)
    {
        ++report.duplicates;
        if (report.firstDuplicates.size() < keptFaults)
            report.firstDuplicates.push_back({row.row, there});
        if (!m_request.leaveOutDuplicates)
            return false;
        m_rejects.add(row, {}, QStringLiteral("likely-duplicate"), text::likelyDuplicate());
        return true;
    }

    bool store(const Incident& incident)
    {
        const Result<store::ImportOutcome> outcome = m_request.dryRun ? tried(incident) : m_transaction.put(incident);
        if (!outcome) {
            broken = outcome.error();
            return false;
        }
        ++(*outcome == store::ImportOutcome::Inserted  ? report.inserted
           : *outcome == store::ImportOutcome::Updated ? report.updated
                                                       : report.unchanged);
        return true;
    }

    /// What put would do, also to a row that has come before in this input.
    Result<store::ImportOutcome> tried(const Incident& incident)
    {
        if (incident.externalId.isEmpty())
            return store::ImportOutcome::Inserted;
        const std::size_t content = contentOf(incident);
        const auto before = m_tried.find(qHash(incident.externalId));
        if (before == m_tried.end()) {
            m_tried.insert(qHash(incident.externalId), content);
            return m_transaction.probe(incident);
        }
        if (*before == content)
            return store::ImportOutcome::Unchanged;
        *before = content;
        return store::ImportOutcome::Updated;
    }

    static std::size_t contentOf(const Incident& i)
    {
        const std::size_t what = qHashMulti(0, i.category, i.occurredFrom, i.occurredTo, i.position.easting,
                                            i.position.northing, static_cast<int>(i.precision), i.radius, i.placeName);
        const std::size_t who = qHashMulti(what, i.organisation, i.severity, i.persons.value_or(-1), i.description,
                                           static_cast<int>(i.reportedToPolice), static_cast<int>(i.surroundings),
                                           static_cast<int>(i.status));
        std::size_t all = qHashMulti(who, static_cast<int>(i.confidentiality), i.disposalDate, i.ambiguousTime);
        for (const Sweref99& vertex : i.area)
            all = qHashMulti(all, vertex.easting, vertex.northing);
        return all;
    }

    const ImportRequest& m_request;
    const QDateTime& m_now;
    const CategoryList& m_categories;
    store::IncidentStore::Import& m_transaction;
    const LikelyDuplicates& m_known;
    RejectsFile& m_rejects;
    std::map<ErrorCode, qint64> m_reasons;
    QHash<QString, ImportReport::MissingPlace> m_placesNotFound;
    QHash<std::size_t, std::size_t> m_tried; ///< of a dry run: external id → what the row would be; both as 64-bit hashes
};

} // namespace

Result<ImportReport> runImport(store::IncidentStore& store, const ImportRequest& request, const QDateTime& now,
                               const std::function<void(qint64, qint64)>& progress, std::stop_token stop)
{
    Result<exchange::ImportReader> reader
        = exchange::ImportReader::open({request.path, request.text, request.mapping.layer, request.mapping.table});
    if (!reader)
        return tl::unexpected(reader.error());
    const bool pasted = !request.text.isEmpty();
    if (!pasted && isSameFile(request.path, store.path()))
        return fail(ErrorCode::WrongUsage, {}, {QStringLiteral("the file to read is the incident file itself")});
    const QStringList sources = pasted ? QStringList{store.path()} : QStringList{request.path, store.path()};
    if (const Result<void> free = mayReplace(request.rejectsPath, sources); !free)
        return tl::unexpected(free.error());
    const exchange::ImportMapping mapping = reader->completed(request.mapping);
    RejectsFile rejects;
    if (const Result<void> ready = rejects.open(request.rejectsPath, reader->columns(), separatorFor(*reader)); !ready)
        return tl::unexpected(ready.error());

    const Result<LikelyDuplicates> known = LikelyDuplicates::of(store, stop);
    if (!known)
        return tl::unexpected(known.error());
    Result<store::IncidentStore::Import> transaction = store.beginImport();
    if (!transaction)
        return tl::unexpected(transaction.error());
    const CategoryList categories = store.categories();
    ImportRun run(request, now, categories, *transaction, *known, rejects);
    const qint64 total = reader->rowCount();
    const auto take = [&](const exchange::ImportRow& row) {
        const bool taken = run.take(row);
        if (progress && run.report.read % progressStep == 0) {
            const double share = reader->share();
            progress(run.report.read,
                     share > 0.0 ? static_cast<qint64>(static_cast<double>(run.report.read) / share) : total);
        }
        return taken;
    };
    const Result<void> read = reader->forEach(mapping, categories, take, stop, request.places);
    if (run.broken)
        return tl::unexpected(*run.broken);
    if (!read)
        return tl::unexpected(read.error());
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    run.report.digests = reader->leftOut();

    // Before anything is changed: an import whose rejects are lost cannot be mended.
    if (const Result<void> flushed = rejects.flush(); !flushed)
        return tl::unexpected(flushed.error());
    ImportReport report = run.finished();
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
    if (progress)
        progress(report.read, report.read);
    return report;
}

} // namespace hk::workspace
