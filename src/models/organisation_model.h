#pragma once

#include <QAbstractListModel>
#include <QSet>
#include <QStringList>
#include <vector>

namespace hk::models {

/// The organisations that have reported, with a check mark and a count each. Lives on the window's thread.
class OrganisationModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        NameRole = Qt::UserRole + 1, ///< as stored; empty: none given
        CountRole                    ///< qint64
    };

    explicit OrganisationModel(QObject* parent = nullptr);
    /// Names in the order of Snapshot::organisations; shown by name.
    void setOrganisations(const QStringList& names);
    void setCounts(std::vector<qint64> counts); ///< by index in the names given
    /// As in IncidentFilter::organisations: empty means all.
    void setChosen(const QStringList& names);
    QStringList chosen() const; ///< empty where all or none are checked
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void chosenChanged(); ///< by the user

private:
    bool isEveryChecked() const;

    QStringList m_names;
    std::vector<int> m_order; ///< shown row → index of m_names
    std::vector<qint64> m_counts;
    QSet<QString> m_checked; ///< empty: all
};

} // namespace hk::models
