#pragma once

#include "workspace/snapshot.h"

#include <QAbstractTableModel>
#include <optional>
#include <vector>

namespace hk::models {

/// The incidents of a selection as a table. Holds the snapshot and a permutation of its rows; sorting makes a
/// new permutation from keys worked out once per column, so that 100 000 rows sort without lag. Lives on the
/// window's thread.
class IncidentTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        TimeColumn,
        UntilColumn,
        CategoryColumn,
        PlaceColumn,
        PrecisionColumn,
        OrganisationColumn,
        SeverityColumn,
        PersonsColumn,
        PoliceColumn,
        StatusColumn,
        SurroundingsColumn,
        ConfidentialityColumn,
        DescriptionColumn,
        ExternalIdColumn,
        ChangedColumn,
        SourcesColumn, ///< how many have told of it
        ColumnCount
    };
    enum Role {
        IdRole = Qt::UserRole + 1, ///< QUuid
        SnapshotRowRole,           ///< row of the snapshot's table
        CategoryCodeRole           ///< code, in the category column
    };

    explicit IncidentTableModel(QObject* parent = nullptr);

    /// Replaces all; the order last asked for is kept.
    void setContent(workspace::SnapshotPtr snapshot, std::vector<std::uint32_t> rows);
    /// Row of the snapshot shown in a row of the model, which must exist.
    std::uint32_t snapshotRow(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    /// Row of the model that shows a row of the snapshot, or -1.
    int rowOfSnapshot(std::uint32_t row) const;
    const workspace::SnapshotPtr& snapshot() const { return m_snapshot; }
    Column sortColumn() const { return m_sortColumn; }
    Qt::SortOrder sortOrder() const { return m_sortOrder; }
    /// Tells the views that the words have changed with the language.
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    const Incident& incidentAt(int row) const { return *m_snapshot->incidents[snapshotRow(row)]; }
    QString textOf(const Incident& incident, Column column) const;
    void sortRows();
    void indexRows();

    workspace::SnapshotPtr m_snapshot;
    std::vector<std::uint32_t> m_rows;     ///< model row → snapshot row
    std::vector<std::int32_t> m_modelRows; ///< snapshot row → model row, -1: not shown
    Column m_sortColumn = TimeColumn;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};

} // namespace hk::models
