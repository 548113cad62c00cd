#include "workspace/handover_import.h"

#include "core/incident_draft.h"
#include "exchange/import_reader.h"

#include <QHash>
#include <QSet>

#include <cmath>
#include <tuple>
#include <unordered_map>

namespace hk::workspace {
namespace {

constexpr double duplicateDistance = 100.0; // metres
constexpr std::size_t keptFaults = 100;
constexpr qint64 progressStep = 500;

/// The file's own incidents and those of other senders, to be found by place and category.
class Neighbours {
public:
    void add(const Incident& incident) { m_cells[keyOf(incident, 0, 0)].push_back(incident); }

    /// The nearest likely duplicate.
    std::optional<LikelyDuplicate> find(const Incident& received, const QUuid& id) const
    {
        std::optional<LikelyDuplicate> nearest;
        for (int east = -1; east <= 1; ++east)
            for (int north = -1; north <= 1; ++north) {
                const auto cell = m_cells.find(keyOf(received, east, north));
                if (cell == m_cells.end())
                    continue;
                for (const Incident& here : cell->second) {
                    const double metres = std::hypot(here.position.easting - received.position.easting,
                                                     here.position.northing - received.position.northing);
                    const bool sameTime
                        = here.occurredFrom <= received.occurredTo && received.occurredFrom <= here.occurredTo;
                    if (!sameTime || metres > duplicateDistance || (nearest && nearest->metres <= metres))
                        continue;
                    nearest = LikelyDuplicate{id,  here.id, received.category, received.occurredFrom, here.placeName,
                                              metres};
                }
            }
        return nearest;
    }

private:
    using Key = std::tuple<QString, qint64, qint64>;
    struct KeyHash {
        std::size_t operator()(const Key& key) const
        {
            return qHashMulti(0, std::get<0>(key), std::get<1>(key), std::get<2>(key));
        }
    };
    static Key keyOf(const Incident& incident, int east, int north)
    {
        return {incident.category, static_cast<qint64>(std::floor(incident.position.easting / duplicateDistance)) + east,
                static_cast<qint64>(std::floor(incident.position.northing / duplicateDistance)) + north};
    }
    std::unordered_map<Key, std::vector<Incident>, KeyHash> m_cells;
};

/// What the file holds already.
struct Here {
    QHash<QString, Incident> fromSender; ///< by external id
    QSet<QUuid> ids;
    Neighbours others;
};

Result<Here> readHere(const store::IncidentStore& store, const QString& sender)
{
    Here here;
    const QString prefix = receivedId(sender, {}).section(u'/', 0, -2) + u'/';
    const Result<void> read = store.forEach([&](const Incident& incident) {
        if (incident.externalId.startsWith(prefix)) {
            here.fromSender.insert(incident.externalId, incident);
        } else {
            here.ids.insert(incident.id);
            here.others.add(incident);
        }
        return true;
    });
    if (!read)
        return tl::unexpected(read.error());
    return here;
}

/// The received incident over the one that was received before: fields that the package does not have stay.
Incident over(Incident received, const Incident& before, const QStringList& fields)
{
    const auto keep = [&fields](const QString& name, auto& value, const auto& old) {
        if (!fields.contains(name))
            value = old;
    };
    keep(field::place, received.placeName, before.placeName);
    keep(field::surroundings, received.surroundings, before.surroundings);
    keep(field::organisation, received.organisation, before.organisation);
    keep(field::severity, received.severity, before.severity);
    keep(field::persons, received.persons, before.persons);
    keep(field::reportedToPolice, received.reportedToPolice, before.reportedToPolice);
    keep(field::description, received.description, before.description);
    keep(field::status, received.status, before.status);
    keep(field::confidentiality, received.confidentiality, before.confidentiality);
    keep(field::disposalDate, received.disposalDate, before.disposalDate);
    return received;
}

/// Takes rows in one after the other.
class Receiver {
public:
    Receiver(store::IncidentStore::Import& transaction, const Here& here, const OpenedPackage& package,
             const HandoverOptions& options)
        : m_transaction(transaction)
        , m_here(here)
        , m_facts(package.facts)
        , m_options(options)
    {}

    /// False: the storage failed.
    bool take(Incident incident, const QUuid& id, HandoverReport& report)
    {
        if (m_here.ids.contains(id)) {
            ++report.own;
            return true;
        }
        incident.id = {};
        incident.intervention = {};
        incident.sourceType = SourceType::Partner;
        incident.externalId = receivedId(m_facts.sender, id);
        if (incident.organisation.isEmpty())
            incident.organisation = m_facts.sender;
        const auto before = m_here.fromSender.constFind(incident.externalId);
        if (before != m_here.fromSender.constEnd()) {
            incident = over(std::move(incident), *before, m_facts.fields);
        } else if (auto duplicate = m_here.others.find(incident, id)) {
            report.duplicates.push_back(std::move(*duplicate));
            if (m_options.skipDuplicates) {
                ++report.skipped;
                return true;
            }
        }
        const Result<store::ImportOutcome> outcome
            = m_options.dryRun ? m_transaction.probe(incident) : m_transaction.put(incident);
        if (!outcome) {
            failure = outcome.error();
            return false;
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
    }

    std::optional<Error> failure;

private:
    store::IncidentStore::Import& m_transaction;
    const Here& m_here;
    const HandoverFacts& m_facts;
    const HandoverOptions& m_options;
};

} // namespace

QString receivedId(const QString& sender, const QUuid& id)
{
    QString name = sender.simplified();
    name.replace(u'/', u'-');
    return name + u'/' + id.toString(QUuid::WithoutBraces);
}

Result<HandoverReport> importHandover(store::IncidentStore& store, const OpenedPackage& package,
                                      const HandoverOptions& options, const QDateTime& now,
                                      const std::function<void(qint64, qint64)>& progress, std::stop_token stop)
{
    Result<exchange::ImportReader> reader = exchange::ImportReader::open(package.dataPath);
    if (!reader)
        return tl::unexpected(reader.error());
    const qsizetype idColumn = reader->columns().indexOf(QStringLiteral("id"));
    Result<Here> here = readHere(store, package.facts.sender);
    if (!here)
        return tl::unexpected(here.error());
    Result<store::IncidentStore::Import> transaction = store.beginImport();
    if (!transaction)
        return tl::unexpected(transaction.error());

    HandoverReport report;
    report.facts = package.facts;
    report.dryRun = options.dryRun;
    Receiver receiver(*transaction, *here, package, options);
    const CategoryList categories = store.categories();
    const auto reject = [&report](std::vector<Error> faults, qint64 row) {
        ++report.rejected;
        for (Error& fault : faults) {
            fault.place.row = row;
            if (report.firstFaults.size() < keptFaults)
                report.firstFaults.push_back(std::move(fault));
        }
    };
    const auto take = [&](const exchange::ImportRow& row) {
        ++report.read;
        if (progress && report.read % progressStep == 0)
            progress(report.read, package.facts.incidents);
        const QUuid id = QUuid::fromString(row.values.value(idColumn));
        std::vector<Error> faults = row.faults;
        if (id.isNull())
            faults.push_back({ErrorCode::ValueMissing, {{}, -1, QStringLiteral("id")}, {}, {}});
        ValidationResult valid = validate(row.draft, categories, now);
        if (faults.empty() && !valid)
            faults = valid.error();
        if (!faults.empty()) {
            reject(std::move(faults), row.row);
            return true;
        }
        return receiver.take(std::move(*valid), id, report);
    };
    const Result<void> read = reader->forEach(reader->completed({}), categories, take, stop);
    if (receiver.failure)
        return tl::unexpected(*receiver.failure);
    if (!read)
        return tl::unexpected(read.error());
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    if (!options.dryRun && report.inserted + report.updated > 0)
        if (const Result<void> committed = transaction->commit(); !committed)
            return tl::unexpected(committed.error());
    return report;
}

} // namespace hk::workspace
