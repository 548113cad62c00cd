#pragma once

#include "map/place_search.h"
#include "workspace/snapshot.h"

#include <QAbstractListModel>
#include <QPointer>
#include <vector>

class QAction;

namespace hk::ui {

/// What Ctrl+K finds: places of the basemap at once, commands of the menus, and incidents by text or external
/// id, which are looked for on a worker thread and added when found.
class SearchModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum class Kind { Place, Position, Incident, Command };
    struct Hit {
        Kind kind = Kind::Place;
        QString title;
        QString detail;
        Sweref99 position;
        double radius = 0.0; ///< metres to show around the position
        QUuid incident;
        QPointer<QAction> command;
    };
    enum Role { DetailRole = Qt::UserRole + 1, KindRole };

    /// `places` must outlive the model.
    explicit SearchModel(const map::PlaceSearch& places, QObject* parent = nullptr);

    void setSnapshot(workspace::SnapshotPtr snapshot);
    void setCommands(const QList<QAction*>& commands);
    void search(const QString& text, const Sweref99& near);
    const Hit& hit(int row) const { return m_hits[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void incidentsFound(); ///< rows were added after search() had returned

private:
    enum class Match { None, Word, Beginning };
    static Match matchOf(const QAction& command, const QString& text);
    void addPlaces(const QString& text, const Sweref99& near);
    void addCommands(const QString& text, Match match);
    void lookForIncidents(const QString& text);
    void addIncidents(const std::vector<std::uint32_t>& rows);

    const map::PlaceSearch& m_places;
    workspace::SnapshotPtr m_snapshot;
    QList<QPointer<QAction>> m_commands;
    std::vector<Hit> m_hits;
    int m_search = 0; ///< number of the newest search: older answers are dropped
};

} // namespace hk::ui
