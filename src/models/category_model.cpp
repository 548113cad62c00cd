#include "models/category_model.h"

#include "text/sentences.h"

namespace hk::models {

CategoryModel::CategoryModel(QObject* parent)
    : QAbstractListModel(parent)
{}

void CategoryModel::setCategories(const CategoryList& categories)
{
    if (categories.all() == m_categories.all())
        return;
    beginResetModel();
    m_categories = categories;
    m_counts.assign(m_categories.all().size(), 0);
    m_unchecked.clear();
    endResetModel();
}

void CategoryModel::setCounts(std::vector<qint64> counts)
{
    counts.resize(m_categories.all().size(), 0);
    if (counts == m_counts)
        return;
    m_counts = std::move(counts);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {CountRole, Qt::AccessibleTextRole});
}

void CategoryModel::setChosen(const QStringList& codes)
{
    QSet<QString> unchecked;
    if (!codes.isEmpty())
        for (const Category& category : m_categories.all())
            if (!codes.contains(category.code))
                unchecked.insert(category.code);
    if (unchecked == m_unchecked)
        return;
    m_unchecked = std::move(unchecked);
    refreshChecks();
}

QStringList CategoryModel::chosen() const
{
    if (m_unchecked.isEmpty())
        return {};
    QStringList codes;
    for (const Category& category : m_categories.all())
        if (!m_unchecked.contains(category.code))
            codes.append(category.code);
    if (codes.isEmpty())
        codes.append(QString());
    return codes;
}

void CategoryModel::setAllChecked(bool checked)
{
    m_unchecked.clear();
    if (!checked)
        for (const Category& category : m_categories.all())
            m_unchecked.insert(category.code);
    refreshChecks();
    Q_EMIT chosenChanged();
}

void CategoryModel::setOnlyChecked(const QString& code)
{
    m_unchecked.clear();
    for (const Category& category : m_categories.all())
        if (category.code != code)
            m_unchecked.insert(category.code);
    refreshChecks();
    Q_EMIT chosenChanged();
}

void CategoryModel::refreshChecks()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole});
}

void CategoryModel::retranslate()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int CategoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_categories.all().size());
}

QVariant CategoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Category& category = m_categories.all()[static_cast<std::size_t>(index.row())];
    const qint64 count = m_counts[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text::nameOf(category);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1 %2: %3").arg(category.code, text::nameOf(category), text::incidents(count));
    case Qt::CheckStateRole:
        return m_unchecked.contains(category.code) ? Qt::Unchecked : Qt::Checked;
    case CodeRole:
        return category.code;
    case CountRole:
        return count;
    default:
        return {};
    }
}

bool CategoryModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const QString& code = m_categories.all()[static_cast<std::size_t>(index.row())].code;
    if (value.value<Qt::CheckState>() == Qt::Checked)
        m_unchecked.remove(code);
    else
        m_unchecked.insert(code);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT chosenChanged();
    return true;
}

Qt::ItemFlags CategoryModel::flags(const QModelIndex& index) const
{
    return index.isValid()
               ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren
               : Qt::NoItemFlags;
}

} // namespace hk::models
