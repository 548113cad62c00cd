#include "models/result_table_model.h"

#include <utility>

namespace hk::models {

using methods::ResultColumn;

ResultTableModel::ResultTableModel(QObject* parent)
    : QAbstractTableModel(parent)
{}

void ResultTableModel::setTable(methods::ResultTable table)
{
    beginResetModel();
    m_table = std::move(table);
    endResetModel();
}

int ResultTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int ResultTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.columns.size());
}

QVariant ResultTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ResultColumn& column = m_table.columns[static_cast<std::size_t>(index.column())];
    const QVariant value = m_table.rows[static_cast<std::size_t>(index.row())].value(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return methods::shown(value, column);
    case Qt::TextAlignmentRole:
        return static_cast<int>((column.form == ResultColumn::Form::Words ? Qt::AlignLeft : Qt::AlignRight) |
                                Qt::AlignVCenter);
    case SortRole:
        return value;
    default:
        return {};
    }
}

QVariant ResultTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const ResultColumn& column = m_table.columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return column.title;
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((column.form == ResultColumn::Form::Words ? Qt::AlignLeft : Qt::AlignRight) |
                                Qt::AlignVCenter);
    return {};
}

} // namespace hk::models
