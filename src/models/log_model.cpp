#include "models/log_model.h"

#include "core/local_time.h"
#include "workspace/log_words.h"

#include <QTimeZone>

namespace hk::models {

namespace {

QString originWords(store::LogOrigin origin)
{
    switch (origin) {
    case store::LogOrigin::Outside:
    case store::LogOrigin::Pending:
        return LogModel::tr("from outside");
    case store::LogOrigin::Before:
        return LogModel::tr("before the chain");
    case store::LogOrigin::Program:
        break;
    }
    return {};
}

} // namespace

LogModel::LogModel(QObject* parent)
    : QAbstractTableModel(parent)
{}

void LogModel::setEntries(std::vector<store::LogEntry> entries, const CategoryList& categories)
{
    beginResetModel();
    m_entries = std::move(entries);
    m_categories = categories;
    endResetModel();
}

void LogModel::append(std::vector<store::LogEntry> entries)
{
    if (entries.empty())
        return;
    const auto first = static_cast<int>(m_entries.size());
    beginInsertRows({}, first, first + static_cast<int>(entries.size()) - 1);
    m_entries.insert(m_entries.end(), std::make_move_iterator(entries.begin()), std::make_move_iterator(entries.end()));
    endInsertRows();
}

const store::LogEntry* LogModel::entry(int row) const
{
    return row >= 0 && row < rowCount() ? &m_entries[static_cast<std::size_t>(row)] : nullptr;
}

int LogModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int LogModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LogModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const store::LogEntry& entry = m_entries[static_cast<std::size_t>(index.row())];
    if (role == NumberRole)
        return entry.number;
    if (role != Qt::DisplayRole && !(role == Qt::ToolTipRole && index.column() == ChangeColumn))
        return {};
    switch (index.column()) {
    case TimeColumn:
        return entry.at.toTimeZone(stockholm()).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    case WhoColumn:
        return workspace::whoOf(entry);
    case ActionColumn:
        return workspace::actionName(entry.action);
    case ChangeColumn:
        return workspace::describe(entry, m_categories);
    case OriginColumn:
        return originWords(entry.origin);
    default:
        return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case WhoColumn:
        return tr("Who");
    case ActionColumn:
        return tr("What");
    case ChangeColumn:
        return tr("Before and after");
    case OriginColumn:
        return tr("Origin");
    default:
        return {};
    }
}

} // namespace hk::models
