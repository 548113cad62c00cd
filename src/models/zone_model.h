#pragma once

#include "core/place_filter.h"

#include <QAbstractListModel>
#include <QSet>
#include <vector>

namespace hk::models {

/// The areas of a boundary file, with a check mark and a count each; none is checked at first. Lives on the window's
/// thread.
class ZoneModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        NameRole = Qt::UserRole + 1,
        CountRole ///< qint64
    };

    explicit ZoneModel(QObject* parent = nullptr);
    /// Shown by name, numbers in their order; null: none. Nothing is checked then.
    void setZones(std::shared_ptr<const ZoneSet> zones);
    const std::shared_ptr<const ZoneSet>& zones() const { return m_zones; }
    void setCounts(std::vector<qint64> counts); ///< by place in the set
    void setChosen(const QStringList& names);
    QStringList chosen() const; ///< in the order shown

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void chosenChanged(); ///< by the user

private:
    const QString& nameOf(int place) const { return m_zones->zones[static_cast<std::size_t>(place)].name; }

    std::shared_ptr<const ZoneSet> m_zones;
    std::vector<int> m_order; ///< shown row → place in the set
    std::vector<qint64> m_counts;
    QSet<QString> m_checked;
};

} // namespace hk::models
