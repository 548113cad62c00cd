#pragma once

#include "workspace/hotspot_rows.h"

#include <QAbstractListModel>

namespace hk::models {

/// The ranked hotspots of an analysis. Lives on the window's thread.
class HotspotModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        RankRole = Qt::UserRole + 1,
        NameRole,
        IncidentsRole,  ///< qint64
        FactsRole,      ///< "48 incidents · 1,2 ha · 4 000/km²"
        CategoriesRole, ///< "N1 41 %, O1 20 %"
        HoursRole       ///< "fre–lör kl. 20–02", may be empty
    };

    explicit HotspotModel(QObject* parent = nullptr);
    void setRows(std::vector<workspace::HotspotRow> rows);
    const std::vector<workspace::HotspotRow>& rows() const { return m_rows; }
    /// Row of a rank, or -1.
    int rowOfRank(int rank) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    std::vector<workspace::HotspotRow> m_rows;
};

} // namespace hk::models
