#pragma once

#include "map/place_search.h"

#include <QAbstractListModel>

namespace hk::models {

/// Streets and places of the basemap that match what is typed, best first. Lives on the window's thread.
class PlaceCompleterModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        KindRole = Qt::UserRole + 1 ///< "Street", "Place" … in words
    };

    /// `places` must outlive the model.
    explicit PlaceCompleterModel(const map::PlaceSearch& places, QObject* parent = nullptr);
    /// Looks near `near` first.
    void search(const QString& text, const Sweref99& near);
    const map::PlaceHit& hit(int row) const { return m_hits[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    const map::PlaceSearch& m_places;
    std::vector<map::PlaceHit> m_hits;
};

/// What a thing of the basemap is, in words: "Street", "Building", "Water", "Place".
QString kindOf(map::BasemapTheme theme);
/// The same, and of some things more closely: "Address", "Stop", "Station".
QString kindOf(const map::PlaceHit& place);

} // namespace hk::models
