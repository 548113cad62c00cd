#pragma once

#include "core/category.h"

#include <QAbstractListModel>
#include <QSet>
#include <QStringList>
#include <vector>

namespace hk::models {

/// The category list with a check mark and a count each: what the filter chooses. Lives on the window's
/// thread.
class CategoryModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        CodeRole = Qt::UserRole + 1,
        CountRole ///< qint64
    };

    explicit CategoryModel(QObject* parent = nullptr);
    void setCategories(const CategoryList& categories);
    const CategoryList& categories() const { return m_categories; }
    void setCounts(std::vector<qint64> counts); ///< by index in the list
    /// As in IncidentFilter::categories: empty means all.
    void setChosen(const QStringList& codes);
    /// Empty where all are checked; one empty code, which selects nothing, where none is.
    QStringList chosen() const;
    void setAllChecked(bool checked);
    void setOnlyChecked(const QString& code);
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void chosenChanged(); ///< by the user: setData, setAllChecked, setOnlyChecked

private:
    void refreshChecks();

    CategoryList m_categories;
    std::vector<qint64> m_counts;
    QSet<QString> m_unchecked;
};

} // namespace hk::models
