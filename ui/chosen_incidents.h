#pragma once

#include "workspace/snapshot.h"

#include <QObject>
#include <QSet>
#include <QUuid>
#include <vector>

namespace hk::ui {

/// The incidents marked by the user, on the map and in the table alike. Kept by id, so that they outlive a
/// change of the snapshot.
class ChosenIncidents : public QObject {
    Q_OBJECT
public:
    explicit ChosenIncidents(QObject* parent = nullptr);

    void setSnapshot(workspace::SnapshotPtr snapshot); ///< ids that are gone are forgotten
    void setRows(const std::vector<std::uint32_t>& rows);
    void toggleRows(const std::vector<std::uint32_t>& rows);
    void setIds(const QSet<QUuid>& ids);
    void clear() { setIds({}); }

    const QSet<QUuid>& ids() const { return m_ids; }
    std::vector<std::uint32_t> rows() const; ///< of the snapshot, ascending
    bool isEmpty() const { return m_ids.isEmpty(); }

Q_SIGNALS:
    void changed();

private:
    QSet<QUuid> idsOf(const std::vector<std::uint32_t>& rows) const;

    workspace::SnapshotPtr m_snapshot;
    QSet<QUuid> m_ids;
};

} // namespace hk::ui
