#pragma once

#include "methods/method_result.h"

#include <QAbstractTableModel>

namespace hk::models {

/// One table of a method's result: shown as its columns say, sorted by the values behind.
class ResultTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { SortRole = Qt::UserRole + 1 };

    explicit ResultTableModel(QObject* parent = nullptr);
    void setTable(methods::ResultTable table);
    const methods::ResultTable& table() const { return m_table; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    methods::ResultTable m_table;
};

} // namespace hk::models
