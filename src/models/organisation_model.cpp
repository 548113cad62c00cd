#include "models/organisation_model.h"

#include "models/sort_keys.h"
#include "text/sentences.h"

#include <algorithm>
#include <numeric>

namespace hk::models {

OrganisationModel::OrganisationModel(QObject* parent)
    : QAbstractListModel(parent)
{}

void OrganisationModel::setOrganisations(const QStringList& names)
{
    if (names == m_names)
        return;
    beginResetModel();
    m_names = names;
    m_counts.assign(static_cast<std::size_t>(names.size()), 0);
    m_order.resize(static_cast<std::size_t>(names.size()));
    std::iota(m_order.begin(), m_order.end(), 0);
    std::stable_sort(m_order.begin(), m_order.end(),
                     [&](int a, int b) { return compareTexts(m_names.at(a), m_names.at(b)) < 0; });
    endResetModel();
}

void OrganisationModel::setCounts(std::vector<qint64> counts)
{
    counts.resize(static_cast<std::size_t>(m_names.size()), 0);
    if (counts == m_counts)
        return;
    m_counts = std::move(counts);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {CountRole, Qt::AccessibleTextRole});
}

void OrganisationModel::setChosen(const QStringList& names)
{
    const QSet<QString> checked(names.begin(), names.end());
    if (checked == m_checked)
        return;
    m_checked = checked;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole});
}

bool OrganisationModel::isEveryChecked() const
{
    return m_checked.isEmpty() || std::all_of(m_names.begin(), m_names.end(),
                                              [&](const QString& name) { return m_checked.contains(name); });
}

QStringList OrganisationModel::chosen() const
{
    if (isEveryChecked())
        return {};
    QStringList names(m_checked.begin(), m_checked.end());
    names.sort();
    return names;
}

void OrganisationModel::retranslate()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int OrganisationModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

QVariant OrganisationModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int source = m_order[static_cast<std::size_t>(index.row())];
    const QString& name = m_names.at(source);
    const QString shown = name.isEmpty() ? tr("Not stated") : name;
    switch (role) {
    case Qt::DisplayRole:
        return shown;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(shown, text::incidents(m_counts[static_cast<std::size_t>(source)]));
    case Qt::CheckStateRole:
        return m_checked.isEmpty() || m_checked.contains(name) ? Qt::Checked : Qt::Unchecked;
    case NameRole:
        return name;
    case CountRole:
        return m_counts[static_cast<std::size_t>(source)];
    default:
        return {};
    }
}

bool OrganisationModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const QString name = index.data(NameRole).toString();
    // Names chosen before that no incident bears any more cannot be seen, so they go.
    const QSet<QString> shown(m_names.begin(), m_names.end());
    m_checked = m_checked.isEmpty() ? shown : m_checked & shown;
    if (value.value<Qt::CheckState>() == Qt::Checked)
        m_checked.insert(name);
    else
        m_checked.remove(name);
    // All of them, or none left, is no choice: then all are shown.
    if (isEveryChecked())
        m_checked.clear();
    Q_EMIT dataChanged(this->index(0), this->index(rowCount() - 1), {Qt::CheckStateRole});
    Q_EMIT chosenChanged();
    return true;
}

Qt::ItemFlags OrganisationModel::flags(const QModelIndex& index) const
{
    return index.isValid()
               ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren
               : Qt::NoItemFlags;
}

} // namespace hk::models
