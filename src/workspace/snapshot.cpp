#include "workspace/snapshot.h"

#include "analysis/select.h"
#include "core/local_time.h"

#include <algorithm>

namespace hk::workspace {
namespace {

std::uint8_t precisionIndex(Precision precision) { return static_cast<std::uint8_t>(precision); }

/// Appends and replaces rows of a table; looks organisations up in a list that grows.
class TableWriter {
public:
    TableWriter(analysis::IncidentTable& table, const CategoryList& categories, QStringList& organisations)
        : m_table(table)
        , m_categories(categories)
        , m_organisations(organisations)
    {
        for (int i = 0; i < organisations.size(); ++i)
            m_organisationIndex.insert(organisations.at(i), static_cast<std::uint16_t>(i));
    }

    void append(const Incident& incident)
    {
        const std::size_t row = m_table.size();
        m_table.easting.push_back(0.0);
        m_table.northing.push_back(0.0);
        m_table.fromUtc.push_back(0);
        m_table.toUtc.push_back(0);
        m_table.localDate.push_back(0);
        m_table.localMinuteOfWeek.push_back(0);
        m_table.localSpanMinutes.push_back(0);
        m_table.category.push_back(0);
        m_table.organisation.push_back(0);
        m_table.radius.push_back(0.0F);
        m_table.precision.push_back(0);
        m_table.severity.push_back(0);
        m_table.flags.push_back(0);
        replace(row, incident);
    }

    void replace(std::size_t row, const Incident& incident)
    {
        const std::int64_t from = incident.occurredFrom.toSecsSinceEpoch();
        const std::int64_t to = std::max(from, static_cast<std::int64_t>(incident.occurredTo.toSecsSinceEpoch()));
        const LocalClock::Civil civilFrom = m_clock.at(from);
        std::int64_t span = 0;
        if (to > from) {
            const LocalClock::Civil civilTo = m_clock.at(to);
            span = (static_cast<std::int64_t>(civilTo.date) - civilFrom.date) * 1440 + civilTo.minuteOfDay
                   - civilFrom.minuteOfDay;
            // A span across the doubled hour of October may end no later on the clock than it began.
            span = std::clamp<std::int64_t>(span, 1, std::numeric_limits<std::int32_t>::max());
        }
        m_table.easting[row] = incident.position.easting;
        m_table.northing[row] = incident.position.northing;
        m_table.fromUtc[row] = from;
        m_table.toUtc[row] = to;
        m_table.localDate[row] = civilFrom.date;
        m_table.localMinuteOfWeek[row] = civilFrom.minuteOfWeek;
        m_table.localSpanMinutes[row] = static_cast<std::int32_t>(span);
        m_table.category[row] = categoryIndex(incident.category);
        m_table.organisation[row] = organisationIndex(incident.organisation);
        m_table.radius[row] = static_cast<float>(incident.radius);
        m_table.precision[row] = precisionIndex(incident.precision);
        m_table.severity[row] = static_cast<std::uint8_t>(incident.severity);
        std::uint8_t flags = 0;
        if (incident.ambiguousTime)
            flags |= analysis::flagAmbiguousTime;
        if (incident.precision == Precision::Area)
            flags |= analysis::flagArea;
        m_table.flags[row] = flags;
    }

private:
    std::uint16_t categoryIndex(const QString& code) const
    {
        // A code that another program wrote and the list does not know stands behind the list's end.
        const int index = m_categories.indexOf(code);
        return static_cast<std::uint16_t>(index >= 0 ? static_cast<std::size_t>(index) : m_categories.all().size());
    }

    std::uint16_t organisationIndex(const QString& name)
    {
        const auto found = m_organisationIndex.constFind(name);
        if (found != m_organisationIndex.constEnd())
            return *found;
        const auto index = static_cast<std::uint16_t>(std::min<qsizetype>(m_organisations.size(), 65535));
        if (index < 65535)
            m_organisations.append(name);
        m_organisationIndex.insert(name, index);
        return index;
    }

    analysis::IncidentTable& m_table;
    const CategoryList& m_categories;
    QStringList& m_organisations;
    QHash<QString, std::uint16_t> m_organisationIndex;
    LocalClock m_clock;
};

template <class T>
void eraseRows(std::vector<T>& column, const std::vector<std::uint8_t>& gone)
{
    std::size_t kept = 0;
    for (std::size_t row = 0; row < column.size(); ++row)
        if (!gone[row]) {
            if (kept != row)
                column[kept] = std::move(column[row]);
            ++kept;
        }
    column.resize(kept);
}

void eraseRows(analysis::IncidentTable& table, const std::vector<std::uint8_t>& gone)
{
    eraseRows(table.easting, gone);
    eraseRows(table.northing, gone);
    eraseRows(table.fromUtc, gone);
    eraseRows(table.toUtc, gone);
    eraseRows(table.localDate, gone);
    eraseRows(table.localMinuteOfWeek, gone);
    eraseRows(table.localSpanMinutes, gone);
    eraseRows(table.category, gone);
    eraseRows(table.organisation, gone);
    eraseRows(table.radius, gone);
    eraseRows(table.precision, gone);
    eraseRows(table.severity, gone);
    eraseRows(table.flags, gone);
}

std::vector<std::uint8_t> textMask(const Snapshot& snapshot, const QString& text)
{
    std::vector<std::uint8_t> mask(snapshot.size(), 0);
    std::vector<std::uint8_t> categoryHit(snapshot.categories.all().size() + 1, 0);
    for (std::size_t i = 0; i < snapshot.categories.all().size(); ++i) {
        const Category& category = snapshot.categories.all()[i];
        categoryHit[i] = category.code.compare(text, Qt::CaseInsensitive) == 0
                         || category.nameSv.contains(text, Qt::CaseInsensitive)
                         || category.nameEn.contains(text, Qt::CaseInsensitive);
    }
    for (std::size_t row = 0; row < snapshot.size(); ++row) {
        const Incident& incident = *snapshot.incidents[row];
        mask[row] = categoryHit[std::min<std::size_t>(snapshot.table->category[row], categoryHit.size() - 1)]
                    || incident.placeName.contains(text, Qt::CaseInsensitive)
                    || incident.description.contains(text, Qt::CaseInsensitive)
                    || incident.externalId.contains(text, Qt::CaseInsensitive);
    }
    return mask;
}

std::int32_t epochDay(const QDate& date) { return static_cast<std::int32_t>(QDate(1970, 1, 1).daysTo(date)); }

Result<void> readRecords(Snapshot& snapshot, const store::IncidentStore& store)
{
    const store::DeskRecords records(store);
    auto reports = records.reports();
    if (!reports)
        return tl::unexpected(reports.error());
    auto attachments = records.attachmentCounts();
    if (!attachments)
        return tl::unexpected(attachments.error());
    snapshot.reports = std::make_shared<const QHash<QUuid, std::vector<store::Report>>>(std::move(*reports));
    snapshot.attachments = std::make_shared<const QHash<QUuid, int>>(std::move(*attachments));
    return {};
}

} // namespace

Result<SnapshotPtr> loadSnapshot(const store::IncidentStore& store, std::stop_token stop)
{
    auto snapshot = std::make_shared<Snapshot>();
    const Result<store::StoreInfo> info = store.info();
    if (!info)
        return tl::unexpected(info.error());
    snapshot->info = *info;
    snapshot->categories = store.categories();

    auto table = std::make_shared<analysis::IncidentTable>();
    const auto expected = static_cast<std::size_t>(std::max<qint64>(0, info->incidents));
    table->reserve(expected);
    snapshot->incidents.reserve(expected);
    snapshot->rowOf.reserve(static_cast<qsizetype>(expected));
    TableWriter writer(*table, snapshot->categories, snapshot->organisations);
    const Result<void> read = store.forEach([&](const Incident& incident) {
        const auto row = static_cast<std::uint32_t>(snapshot->incidents.size());
        writer.append(incident);
        snapshot->rowOf.insert(incident.id, row);
        if (!incident.area.empty())
            snapshot->areas.emplace(row, incident.area);
        snapshot->incidents.push_back(std::make_shared<const Incident>(incident));
        return !stop.stop_requested();
    });
    if (!read)
        return tl::unexpected(read.error());
    snapshot->table = std::move(table);
    return readRecords(*snapshot, store).map([&snapshot] { return SnapshotPtr(std::move(snapshot)); });
}

int Snapshot::sourcesOf(const QUuid& incident) const
{
    if (!reports)
        return 1;
    const auto found = reports->constFind(incident);
    return 1 + (found == reports->constEnd() ? 0 : static_cast<int>(found->size()));
}

Result<SnapshotPtr> withRecords(const Snapshot& base, const store::IncidentStore& store)
{
    auto next = std::make_shared<Snapshot>(base);
    return readRecords(*next, store).map([&next] { return SnapshotPtr(std::move(next)); });
}

SnapshotPtr withChanges(const Snapshot& base, const std::vector<Incident>& upserted, const std::vector<QUuid>& removed,
                        const store::StoreInfo& info)
{
    auto next = std::make_shared<Snapshot>(base);
    next->info = info;
    auto table = std::make_shared<analysis::IncidentTable>(*base.table);
    TableWriter writer(*table, next->categories, next->organisations);

    for (const Incident& incident : upserted) {
        const auto found = next->rowOf.constFind(incident.id);
        std::uint32_t row = 0;
        if (found != next->rowOf.constEnd()) {
            row = *found;
            writer.replace(row, incident);
            next->incidents[row] = std::make_shared<const Incident>(incident);
        } else {
            row = static_cast<std::uint32_t>(next->incidents.size());
            writer.append(incident);
            next->incidents.push_back(std::make_shared<const Incident>(incident));
            next->rowOf.insert(incident.id, row);
        }
        if (incident.area.empty())
            next->areas.erase(row);
        else
            next->areas[row] = incident.area;
    }

    std::vector<std::uint8_t> gone(next->incidents.size(), 0);
    bool any = false;
    for (const QUuid& id : removed) {
        const auto found = next->rowOf.constFind(id);
        if (found == next->rowOf.constEnd())
            continue;
        gone[*found] = 1;
        any = true;
    }
    if (any) {
        eraseRows(*table, gone);
        eraseRows(next->incidents, gone);
        next->rowOf.clear();
        next->areas.clear();
        next->rowOf.reserve(static_cast<qsizetype>(next->incidents.size()));
        for (std::size_t row = 0; row < next->incidents.size(); ++row) {
            const Incident& incident = *next->incidents[row];
            next->rowOf.insert(incident.id, static_cast<std::uint32_t>(row));
            if (!incident.area.empty())
                next->areas.emplace(static_cast<std::uint32_t>(row), incident.area);
        }
    }
    next->table = std::move(table);
    return next;
}

RowSelection selectRows(const Snapshot& snapshot, const IncidentFilter& filter)
{
    return selectRows(snapshot, filter, indexOf(filter));
}

RowSelection selectRows(const Snapshot& snapshot, const IncidentFilter& filter, const FilterIndex& index)
{
    analysis::SelectFilter plain;
    if (filter.from.isValid())
        plain.fromDate = epochDay(filter.from);
    if (filter.to.isValid())
        plain.toDate = epochDay(filter.to);
    if (!filter.categories.isEmpty()) {
        plain.categories.assign(snapshot.categories.all().size(), 0);
        for (const QString& code : filter.categories)
            if (const int category = snapshot.categories.indexOf(code); category >= 0)
                plain.categories[static_cast<std::size_t>(category)] = 1;
    }
    if (!filter.organisations.isEmpty()) {
        // At least one element, so that a filter that names none of the file's organisations selects nothing.
        plain.organisations.assign(static_cast<std::size_t>(std::max<qsizetype>(1, snapshot.organisations.size())), 0);
        for (qsizetype i = 0; i < snapshot.organisations.size(); ++i)
            if (filter.organisations.contains(snapshot.organisations.at(i)))
                plain.organisations[static_cast<std::size_t>(i)] = 1;
    }
    plain.hours = filter.hours;
    if (!filter.precisions.isEmpty()) {
        plain.precisions = 0;
        for (const Precision precision : filter.precisions)
            plain.precisions = static_cast<std::uint8_t>(plain.precisions | (1U << precisionIndex(precision)));
    }
    plain.minimumSeverity = static_cast<std::uint8_t>(std::clamp(filter.minimumSeverity, 0, 255));
    for (const Sweref99& vertex : filter.area)
        plain.area.push_back({vertex.easting, vertex.northing});
    plain.zones = index.zones.get();
    plain.near = index.near.get();
    std::vector<std::uint8_t> mask;
    const QString text = filter.text.trimmed();
    if (!text.isEmpty()) {
        mask = textMask(snapshot, text);
        plain.rowMask = &mask;
    }
    analysis::Selection selected = analysis::select(*snapshot.table, plain);
    return {std::move(selected.rows), selected.leftOutLongSpans};
}

} // namespace hk::workspace
