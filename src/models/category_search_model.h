#pragma once

#include "core/category.h"

#include <QAbstractListModel>

namespace hk::models {

/// Categories whose code begins with, or whose name holds, what is typed; an exact code first, the last letters of a word
/// before letters within it. Those used last stand on top. Lives on the window's thread.
class CategorySearchModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { CodeRole = Qt::UserRole + 1 };

    explicit CategorySearchModel(QObject* parent = nullptr);
    void setCategories(const CategoryList& categories);
    const CategoryList& categories() const { return m_categories; }
    /// Codes, the latest first: on top where nothing is typed, and before others that fit as well.
    void setRecent(const QStringList& codes);
    void search(const QString& text); ///< empty: all
    /// Best category for a text, or null: what Enter takes.
    const Category* best(const QString& text) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    std::vector<int> matches(const QString& text) const;

    CategoryList m_categories;
    QStringList m_recent;
    std::vector<int> m_found;
};

/// "N1 Öppen narkotikahandel (misstänkt)" in the current language.
QString titleOf(const Category& category);

} // namespace hk::models
