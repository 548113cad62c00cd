#include "models/hotspot_model.h"

#include "text/sentences.h"

#include <algorithm>

namespace hk::models {

HotspotModel::HotspotModel(QObject* parent)
    : QAbstractListModel(parent)
{}

void HotspotModel::setRows(std::vector<workspace::HotspotRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int HotspotModel::rowOfRank(int rank) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [rank](const auto& row) { return row.rank == rank; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int HotspotModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant HotspotModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const workspace::HotspotRow& row = m_rows[static_cast<std::size_t>(index.row())];
    const QString facts = tr("%1 · %2 ha · %3/km²")
                              .arg(text::incidents(row.incidents), text::number(row.areaHectares, 1),
                                   text::number(static_cast<qint64>(row.densityPerKm2 + 0.5)));
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return row.name;
    case RankRole:
        return row.rank;
    case IncidentsRole:
        return row.incidents;
    case FactsRole:
        return facts;
    case CategoriesRole:
        return row.categories;
    case HoursRole:
        return row.hours;
    case Qt::AccessibleTextRole: {
        QStringList parts{QStringLiteral("%1. %2").arg(row.rank).arg(row.name), facts, row.categories};
        if (!row.hours.isEmpty())
            parts.append(row.hours);
        return parts.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> HotspotModel::roleNames() const
{
    return {{RankRole, "rank"},
            {NameRole, "name"},
            {IncidentsRole, "incidents"},
            {FactsRole, "facts"},
            {CategoriesRole, "categories"},
            {HoursRole, "hours"}};
}

} // namespace hk::models
