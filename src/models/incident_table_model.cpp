#include "models/incident_table_model.h"

#include "core/local_time.h"
#include "models/sort_keys.h"
#include "text/sentences.h"

#include <QHash>
#include <QStringView>
#include <algorithm>
#include <limits>
#include <numeric>

namespace hk::models {
namespace {

using workspace::Snapshot;

QString isoMinute(const QDateTime& utc)
{
    return utc.isValid() ? utc.toTimeZone(stockholm()).toString(QStringLiteral("yyyy-MM-dd HH:mm"))
                         : QString();
}

const QString& textColumn(const Incident& incident, IncidentTableModel::Column column)
{
    switch (column) {
    case IncidentTableModel::PlaceColumn:
        return incident.placeName;
    case IncidentTableModel::OrganisationColumn:
        return incident.organisation;
    case IncidentTableModel::ExternalIdColumn:
        return incident.externalId;
    default:
        return incident.description;
    }
}

bool isTextColumn(IncidentTableModel::Column column)
{
    return column == IncidentTableModel::PlaceColumn || column == IncidentTableModel::OrganisationColumn ||
           column == IncidentTableModel::ExternalIdColumn || column == IncidentTableModel::DescriptionColumn;
}

qint64 numberOf(const Snapshot& snapshot, std::uint32_t row, IncidentTableModel::Column column)
{
    const Incident& incident = *snapshot.incidents[row];
    switch (column) {
    case IncidentTableModel::UntilColumn:
        return snapshot.table->toUtc[row];
    case IncidentTableModel::CategoryColumn:
        return snapshot.table->category[row];
    case IncidentTableModel::PrecisionColumn:
        return snapshot.table->precision[row];
    case IncidentTableModel::SeverityColumn:
        return incident.severity;
    case IncidentTableModel::PersonsColumn:
        return incident.persons.value_or(-1);
    case IncidentTableModel::PoliceColumn:
        return static_cast<qint64>(incident.reportedToPolice);
    case IncidentTableModel::StatusColumn:
        return static_cast<qint64>(incident.status);
    case IncidentTableModel::SurroundingsColumn:
        return static_cast<qint64>(incident.surroundings);
    case IncidentTableModel::ConfidentialityColumn:
        return static_cast<qint64>(incident.confidentiality);
    case IncidentTableModel::ChangedColumn:
        return incident.changedAt.isValid() ? incident.changedAt.toSecsSinceEpoch() : 0;
    case IncidentTableModel::SourcesColumn:
        return snapshot.sourcesOf(incident.id);
    default:
        return snapshot.table->fromUtc[row];
    }
}

/// Sorts by keys made once; equal keys by time, latest first, then by row.
template <class KeyOf>
void sortByKey(std::vector<std::uint32_t>& rows, const Snapshot& snapshot, bool ascending, KeyOf keyOf)
{
    struct Entry {
        qint64 key;
        std::int64_t time;
        std::uint32_t row;
    };
    std::vector<Entry> entries;
    entries.reserve(rows.size());
    for (const std::uint32_t row : rows)
        entries.push_back({ascending ? keyOf(row) : -keyOf(row), snapshot.table->fromUtc[row], row});
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        if (a.key != b.key)
            return a.key < b.key;
        return a.time != b.time ? a.time > b.time : a.row < b.row;
    });
    std::transform(entries.begin(), entries.end(), rows.begin(),
                   [](const Entry& entry) { return entry.row; });
}

/// The place of each row's text among the texts there are: each text is compared only once, however often it
/// stands.
QHash<QStringView, qint64> ranksOf(const std::vector<std::uint32_t>& rows, const Snapshot& snapshot,
                                   IncidentTableModel::Column column)
{
    struct Text {
        TextKey key;
        QStringView text;
    };
    QHash<QStringView, qint64> ranks;
    std::vector<Text> texts;
    for (const std::uint32_t row : rows) {
        const QStringView text(textColumn(*snapshot.incidents[row], column));
        if (!ranks.contains(text)) {
            ranks.insert(text, 0);
            texts.push_back({textKey(text), text});
        }
    }
    std::sort(texts.begin(), texts.end(), [](const Text& a, const Text& b) {
        return a.key != b.key ? a.key < b.key : compareTexts(a.text, b.text) < 0;
    });
    qint64 rank = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (i > 0 &&
            (texts[i].key != texts[i - 1].key || compareTexts(texts[i - 1].text, texts[i].text) != 0))
            ++rank;
        ranks[texts[i].text] = rank;
    }
    return ranks;
}

} // namespace

IncidentTableModel::IncidentTableModel(QObject* parent)
    : QAbstractTableModel(parent)
{}

void IncidentTableModel::setContent(workspace::SnapshotPtr snapshot, std::vector<std::uint32_t> rows)
{
    beginResetModel();
    m_snapshot = std::move(snapshot);
    m_rows = m_snapshot ? std::move(rows) : std::vector<std::uint32_t>{};
    sortRows();
    indexRows();
    endResetModel();
}

int IncidentTableModel::rowOfSnapshot(std::uint32_t row) const
{
    return row < m_modelRows.size() ? m_modelRows[row] : -1;
}

void IncidentTableModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int IncidentTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int IncidentTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant IncidentTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Incident& incident = incidentAt(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(incident, column);
    case Qt::ToolTipRole:
        return column == DescriptionColumn && !incident.description.isEmpty() ? QVariant(incident.description)
                                                                              : QVariant();
    case Qt::TextAlignmentRole:
        if (column == SeverityColumn || column == PersonsColumn || column == SourcesColumn)
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    case IdRole:
        return incident.id;
    case SnapshotRowRole:
        return snapshotRow(index.row());
    case CategoryCodeRole:
        return column == CategoryColumn ? QVariant(incident.category) : QVariant();
    default:
        return {};
    }
}

QString IncidentTableModel::textOf(const Incident& incident, Column column) const
{
    switch (column) {
    case TimeColumn:
        return isoMinute(incident.occurredFrom);
    case UntilColumn:
        return incident.occurredTo == incident.occurredFrom ? QString() : isoMinute(incident.occurredTo);
    case CategoryColumn: {
        const Category* category = m_snapshot->categories.find(incident.category);
        return category ? QStringLiteral("%1 %2").arg(category->code, text::nameOf(*category))
                        : incident.category;
    }
    case PlaceColumn:
    case OrganisationColumn:
    case DescriptionColumn:
    case ExternalIdColumn:
        return textColumn(incident, column).simplified();
    case PrecisionColumn:
        return text::nameOf(incident.precision);
    case SeverityColumn:
        return text::number(static_cast<qint64>(incident.severity));
    case PersonsColumn:
        return incident.persons ? text::number(static_cast<qint64>(*incident.persons)) : QString();
    case PoliceColumn:
        return text::nameOf(incident.reportedToPolice);
    case StatusColumn:
        return text::nameOf(incident.status);
    case SurroundingsColumn:
        return text::nameOf(incident.surroundings);
    case ConfidentialityColumn:
        return text::nameOf(incident.confidentiality);
    case ChangedColumn:
        return isoMinute(incident.changedAt);
    case SourcesColumn:
        return text::number(static_cast<qint64>(m_snapshot->sourcesOf(incident.id)));
    case ColumnCount:
        break;
    }
    return {};
}

QVariant IncidentTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (static_cast<Column>(section)) {
    case TimeColumn:
        return tr("Time");
    case UntilColumn:
        return tr("Until");
    case CategoryColumn:
        return tr("Category");
    case PlaceColumn:
        return tr("Place");
    case PrecisionColumn:
        return tr("Precision");
    case OrganisationColumn:
        return tr("Organisation");
    case SeverityColumn:
        return tr("Severity");
    case PersonsColumn:
        return tr("Persons");
    case PoliceColumn:
        return tr("Reported to police");
    case StatusColumn:
        return tr("Status");
    case SurroundingsColumn:
        return tr("Indoors or outdoors");
    case ConfidentialityColumn:
        return tr("Confidentiality");
    case DescriptionColumn:
        return tr("Description");
    case ExternalIdColumn:
        return tr("External id");
    case ChangedColumn:
        return tr("Changed");
    case SourcesColumn:
        return tr("Sources");
    case ColumnCount:
        break;
    }
    return {};
}

void IncidentTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    m_sortColumn = static_cast<Column>(column);
    m_sortOrder = order;
    if (m_rows.empty())
        return;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<std::uint32_t> persistentRows;
    persistentRows.reserve(static_cast<std::size_t>(before.size()));
    for (const QModelIndex& persistent : before)
        persistentRows.push_back(snapshotRow(persistent.row()));
    sortRows();
    indexRows();
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(
            index(rowOfSnapshot(persistentRows[static_cast<std::size_t>(i)]), before.at(i).column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void IncidentTableModel::sortRows()
{
    if (m_rows.empty())
        return;
    const Snapshot& snapshot = *m_snapshot;
    const bool ascending = m_sortOrder == Qt::AscendingOrder;
    const Column column = m_sortColumn;
    if (isTextColumn(column)) {
        const QHash<QStringView, qint64> ranks = ranksOf(m_rows, snapshot, column);
        sortByKey(m_rows, snapshot, ascending, [&](std::uint32_t row) {
            return ranks.value(textColumn(*snapshot.incidents[row], column));
        });
        return;
    }
    sortByKey(m_rows, snapshot, ascending,
              [&](std::uint32_t row) { return numberOf(snapshot, row, column); });
}

void IncidentTableModel::indexRows()
{
    m_modelRows.assign(m_snapshot ? m_snapshot->size() : 0, -1);
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_modelRows[m_rows[i]] = static_cast<std::int32_t>(i);
}

} // namespace hk::models
