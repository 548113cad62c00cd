#pragma once

#include "core/result.h"

#include <QHash>
#include <QString>
#include <vector>

namespace hk {

/// Groups of categories share a symbol shape and colour on the map.
enum class CategoryGroup : std::uint8_t {
    Narcotics,
    Damage,
    Gathering,
    Disorder,
    Violence,
    Theft,
    Traffic,
    Place
};
inline constexpr int categoryGroupCount = 8;

QString toName(CategoryGroup value);
std::optional<CategoryGroup> categoryGroupFromName(const QString& name);

/// One row of the coded list. Codes are stable; names may change and are the user's to edit.
struct Category {
    QString code;   ///< "N1"
    QString nameSv; ///< "Öppen narkotikahandel (misstänkt)"
    QString nameEn;
    CategoryGroup group = CategoryGroup::Place;
    bool planned = false; ///< a planned item (X2), drawn in its own form
    friend bool operator==(const Category&, const Category&) = default;
};

/// The category list of a file: order is the order of the list.
class CategoryList {
public:
    CategoryList() = default;
    explicit CategoryList(std::vector<Category> categories);
    /// The embedded list (data/categories.json).
    static const CategoryList& standard();

    const std::vector<Category>& all() const { return m_categories; }
    bool contains(const QString& code) const { return m_index.contains(code); }
    /// Index in the list, or -1.
    int indexOf(const QString& code) const { return m_index.value(code, -1); }
    const Category* find(const QString& code) const;
    /// Case-insensitive: by code, by either name, else nothing.
    const Category* match(const QString& text) const;

private:
    std::vector<Category> m_categories;
    QHash<QString, int> m_index;
};

} // namespace hk
