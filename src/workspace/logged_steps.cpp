#include "workspace/logged_steps.h"

#include "store/log_values.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace hk::workspace {
namespace {

QString signedName(const store::Actor& actor)
{
    return !actor.name.isEmpty()           ? actor.name
           : !actor.organisation.isEmpty() ? actor.organisation
                                           : QStringLiteral("handelsekartan");
}

bool isOf(const store::LogEntry& entry, const store::Actor& actor)
{
    return entry.actor == signedName(actor) && entry.organisation == actor.organisation;
}

bool comesIn(const QString& action)
{
    return action == QStringLiteral("insert") || action == QStringLiteral("restore");
}

/// Of an incident; an export is none.
bool isChange(const store::LogEntry& entry)
{
    return !entry.incident.isNull()
           && (comesIn(entry.action) || entry.action == QStringLiteral("update") || entry.action == QStringLiteral("delete"));
}

bool isOpposite(const store::LogEntry& first, const store::LogEntry& second)
{
    if (first.incident != second.incident)
        return false;
    const QString update = QStringLiteral("update");
    if (first.action == update || second.action == update)
        return first.action == second.action && first.before == second.after && first.after == second.before;
    return comesIn(first.action) != comesIn(second.action);
}

/// Whether `second` takes back all that `first` did, in whatever order.
bool isOpposite(const LoggedStep& first, const LoggedStep& second)
{
    if (first.entries.size() != second.entries.size())
        return false;
    return std::all_of(first.entries.begin(), first.entries.end(), [&](const store::LogEntry& entry) {
        return std::any_of(second.entries.begin(), second.entries.end(),
                           [&](const store::LogEntry& other) { return isOpposite(entry, other); });
    });
}

class BatchBuilder {
public:
    BatchBuilder(const store::IncidentStore& store, const store::Actor& actor, qint64 lastNumber)
        : m_store(store)
        , m_actor(actor)
        , m_lastNumber(lastNumber)
    {}

    Result<void> add(const store::LogEntry& entry, StepDirection direction)
    {
        const bool undo = direction == StepDirection::Undo;
        if (entry.action != QStringLiteral("update")) {
            if (comesIn(entry.action) != undo) {
                m_batch.restores.push_back(entry.incident);
                return {};
            }
            if (const Result<void> untouched = requireUntouched(entry.incident); !untouched)
                return untouched;
            m_batch.removals.push_back(entry.incident);
            return {};
        }
        const QString& expected = undo ? entry.after : entry.before;
        const QString& wanted = undo ? entry.before : entry.after;
        const QJsonObject from = QJsonDocument::fromJson(expected.toUtf8()).object();
        const QJsonObject to = QJsonDocument::fromJson(wanted.toUtf8()).object();
        if (from.contains(QStringLiteral("report")))
            return addRecord(from, to, QStringLiteral("report"), m_batch.removedReports, m_batch.restoredReports,
                             m_batch.movedReports);
        if (from.contains(QStringLiteral("attachment")))
            return addRecord(from, to, QStringLiteral("attachment"), m_batch.removedAttachments,
                             m_batch.restoredAttachments, m_batch.movedAttachments);
        return addUpdate(entry.incident, expected, wanted);
    }

    store::DeskBatch take() { return std::move(m_batch); }

private:
    static Result<void> addRecord(const QJsonObject& from, const QJsonObject& to, const QString& kind,
                                  std::vector<QUuid>& removed, std::vector<QUuid>& restored,
                                  std::vector<store::DeskBatch::Move>& moved)
    {
        const QString owner = kind + QStringLiteral("_of");
        const QUuid before = QUuid::fromString(from.value(kind).toString());
        const QUuid after = QUuid::fromString(to.value(kind).toString());
        if (from.contains(owner))
            moved.push_back({before, QUuid::fromString(to.value(owner).toString())});
        else if (after.isNull())
            removed.push_back(before);
        else
            restored.push_back(after);
        return {};
    }

    tl::unexpected<Error> conflict(const QUuid& id) const
    {
        return fail(ErrorCode::Conflict, {m_store.path(), -1, {}}, {id.toString(QUuid::WithoutBraces)});
    }

    /// Nobody else has had a hand in the incident since the step.
    Result<void> requireUntouched(const QUuid& id) const
    {
        const auto log = m_store.log(200, id);
        if (!log)
            return tl::unexpected(log.error());
        for (const store::LogEntry& entry : *log)
            if (entry.number > m_lastNumber && !isOf(entry, m_actor))
                return conflict(id);
        return {};
    }

    Result<void> addUpdate(const QUuid& id, const QString& expected, const QString& wanted)
    {
        auto known = std::find_if(m_batch.updates.begin(), m_batch.updates.end(),
                                  [&id](const Incident& incident) { return incident.id == id; });
        if (known == m_batch.updates.end()) {
            const Result<Incident> stored = m_store.find(id);
            if (!stored)
                return tl::unexpected(stored.error());
            m_batch.updates.push_back(*stored);
            m_batch.expectedChangedAt.push_back(stored->changedAt);
            known = std::prev(m_batch.updates.end());
        }
        const std::optional<Incident> asLeft = store::withLoggedValues(*known, expected);
        const std::optional<Incident> made = store::withLoggedValues(*known, wanted);
        if (!asLeft || !made || *asLeft != *known)
            return conflict(id);
        *known = *made;
        return {};
    }

    const store::IncidentStore& m_store;
    const store::Actor& m_actor;
    qint64 m_lastNumber;
    store::DeskBatch m_batch;
};

} // namespace

std::vector<LoggedStep> ownSteps(const std::vector<store::LogEntry>& newestFirst, const store::Actor& actor,
                                 const QDateTime& since, qint64 limit)
{
    std::vector<LoggedStep> steps;
    // of one transaction: signed by the same hand at the same moment, one after the other
    QDateTime at;
    bool own = false;
    const auto close = [&steps] {
        if (steps.size() < 2 || !isOpposite(steps[steps.size() - 2], steps.back()))
            return;
        steps.pop_back();
        steps.pop_back();
    };
    bool first = true;
    std::vector<LoggedStep> groups;
    for (auto entry = newestFirst.rbegin(); entry != newestFirst.rend(); ++entry) {
        if (entry->action == QStringLiteral("dispose")) {
            groups.clear(); // what was done before cannot be told for certain any more
            first = true;
            continue;
        }
        if (!isChange(*entry))
            continue;
        const bool mine = isOf(*entry, actor) && entry->at >= since;
        if (first || mine != own || entry->at != at)
            groups.push_back({});
        first = false;
        own = mine;
        at = entry->at;
        groups.back().entries.push_back(*entry);
    }
    const bool cut = static_cast<qint64>(newestFirst.size()) >= limit;
    for (std::size_t i = cut ? 1 : 0; i < groups.size(); ++i) {
        const store::LogEntry& head = groups[i].entries.front();
        if (!isOf(head, actor) || head.at < since)
            continue;
        steps.push_back(std::move(groups[i]));
        close();
    }
    return steps;
}

Result<store::DeskBatch> batchOf(const LoggedStep& step, StepDirection direction, const store::IncidentStore& store,
                                 const store::Actor& actor)
{
    BatchBuilder builder(store, actor, step.entries.empty() ? 0 : step.entries.back().number);
    std::vector<const store::LogEntry*> order;
    for (const store::LogEntry& entry : step.entries)
        order.push_back(&entry);
    if (direction == StepDirection::Undo)
        std::reverse(order.begin(), order.end());
    for (const store::LogEntry* entry : order)
        if (const Result<void> added = builder.add(*entry, direction); !added)
            return tl::unexpected(added.error());
    return builder.take();
}

} // namespace hk::workspace
