#pragma once

#include "core/category.h"
#include "store/log_entry.h"

#include <QAbstractTableModel>
#include <vector>

namespace hk::models {

/// Entries of the log in plain words, latest first. Lives on the window's thread.
class LogModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { TimeColumn, WhoColumn, ActionColumn, ChangeColumn, OriginColumn, ColumnCount };
    enum Role { NumberRole = Qt::UserRole + 1 };

    explicit LogModel(QObject* parent = nullptr);
    void setEntries(std::vector<store::LogEntry> entries, const CategoryList& categories);
    /// Those that follow, older than the ones shown.
    void append(std::vector<store::LogEntry> entries);
    /// Null where there is no such row.
    const store::LogEntry* entry(int row) const;
    const CategoryList& categories() const { return m_categories; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<store::LogEntry> m_entries;
    CategoryList m_categories;
};

} // namespace hk::models
