#include "models/zone_model.h"

#include "text/sentences.h"

#include <QCollator>

#include <algorithm>
#include <numeric>

namespace hk::models {

ZoneModel::ZoneModel(QObject* parent)
    : QAbstractListModel(parent)
{}

void ZoneModel::setZones(std::shared_ptr<const ZoneSet> zones)
{
    if (zones == m_zones)
        return;
    beginResetModel();
    m_zones = std::move(zones);
    const std::size_t count = m_zones ? m_zones->zones.size() : 0;
    m_counts.assign(count, 0);
    m_checked.clear();
    m_order.resize(count);
    std::iota(m_order.begin(), m_order.end(), 0);
    QCollator collator(QLocale(QLocale::Swedish));
    collator.setNumericMode(true);
    std::stable_sort(m_order.begin(), m_order.end(),
                     [&](int a, int b) { return collator.compare(nameOf(a), nameOf(b)) < 0; });
    endResetModel();
}

void ZoneModel::setCounts(std::vector<qint64> counts)
{
    counts.resize(m_order.size(), 0);
    if (counts == m_counts)
        return;
    m_counts = std::move(counts);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {CountRole, Qt::AccessibleTextRole});
}

void ZoneModel::setChosen(const QStringList& names)
{
    const QSet<QString> checked(names.begin(), names.end());
    if (checked == m_checked)
        return;
    m_checked = checked;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole});
}

QStringList ZoneModel::chosen() const
{
    QStringList names;
    for (const int place : m_order)
        if (m_checked.contains(nameOf(place)))
            names.append(nameOf(place));
    return names;
}

int ZoneModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

QVariant ZoneModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int place = m_order[static_cast<std::size_t>(index.row())];
    const qint64 count = m_counts[static_cast<std::size_t>(place)];
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return nameOf(place);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "name of an area, how many incidents").arg(nameOf(place), text::incidents(count));
    case Qt::CheckStateRole:
        return m_checked.contains(nameOf(place)) ? Qt::Checked : Qt::Unchecked;
    case CountRole:
        return count;
    default:
        return {};
    }
}

bool ZoneModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const QString name = index.data(NameRole).toString();
    if (value.value<Qt::CheckState>() == Qt::Checked)
        m_checked.insert(name);
    else
        m_checked.remove(name);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT chosenChanged();
    return true;
}

Qt::ItemFlags ZoneModel::flags(const QModelIndex& index) const
{
    return index.isValid()
               ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren
               : Qt::NoItemFlags;
}

} // namespace hk::models
