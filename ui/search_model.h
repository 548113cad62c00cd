#pragma once

#include "map/place_search.h"
#include "workspace/snapshot.h"

#include <QAbstractListModel>
#include <QHash>
#include <QPointer>
#include <stop_token>
#include <vector>

class QAction;

namespace hk::ui {

/// An area of a boundary file by the field that names it: what a filter by it needs.
struct AreaSource {
    QString path;
    QString nameField;
    QString name;
};

/// What Ctrl+K finds: coordinates, places of the map in memory and areas at once; commands of the menus; names of a background
/// map and of layers, and incidents by text or external id, which are looked for on worker threads and shown when found: the
/// newest question wins. What has been chosen is offered again for an empty text, as long as the program runs.
class SearchModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum class Kind { Place, Position, Outside, Incident, Command, AreaFilter };
    struct Hit {
        Kind kind = Kind::Place;
        QString title;
        QString detail;
        QString sign; ///< its icon
        Sweref99 position;
        double radius = 0.0; ///< metres to show around the position
        QUuid incident;
        QPointer<QAction> command;
        AreaSource area = {}; ///< of AreaFilter
    };
    enum Role { DetailRole = Qt::UserRole + 1, KindRole, SignRole };

    /// `places` must outlive the model.
    explicit SearchModel(const map::PlaceSearch& places, QObject* parent = nullptr);
    ~SearchModel() override;

    void setSnapshot(workspace::SnapshotPtr snapshot);
    void setCommands(const QList<QAction*>& commands);
    /// Named areas of boundary files (theme "area"). `sources`: by NameEntry::featureClass the file and the field an area is named
    /// by: each such area is also offered as a filter.
    void setAreas(std::vector<map::NameEntry> areas, QHash<QString, AreaSource> sources = {});
    void search(const QString& text, const Sweref99& near);
    const Hit& hit(int row) const { return m_hits[static_cast<std::size_t>(row)]; }
    /// Offers it first the next time the field is empty.
    void remember(const Hit& hit);
    void forget() { m_recent.clear(); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void incidentsFound(); ///< rows were added after search() had returned
    void namesFound();     ///< rows were replaced after search() had returned

private:
    enum class Match { None, Word, Beginning };
    static Match matchOf(const QAction& command, const QString& text);
    void fill(const QString& text, const std::vector<map::PlaceHit>& places);
    void addPositions(const QString& text);
    void addAreas(const QString& text);
    void addPlaces(const std::vector<map::PlaceHit>& places);
    void addCommands(const QString& text, Match match);
    void lookForNames(const QString& text);
    void lookForIncidents(const QString& text);
    void addIncidents(const std::vector<std::uint32_t>& rows);

    const map::PlaceSearch& m_places;
    std::shared_ptr<const map::NameIndex> m_areas;
    QHash<QString, AreaSource> m_areaSources;
    QString m_text; ///< of the newest search
    workspace::SnapshotPtr m_snapshot;
    QList<QPointer<QAction>> m_commands;
    std::vector<Hit> m_hits;
    std::vector<Hit> m_recent;
    Sweref99 m_near;
    std::stop_source m_stop; ///< of the names that are looked for
    int m_search = 0;        ///< number of the newest search: older answers are dropped
};

} // namespace hk::ui
