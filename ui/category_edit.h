#pragma once

#include "models/category_search_model.h"
#include "ui/suggest_edit.h"

namespace hk::ui {

/// The field for a category: by code or by any part of the name.
class CategoryEdit : public SuggestEdit {
    Q_OBJECT
public:
    explicit CategoryEdit(QWidget* parent = nullptr);

    void setCategories(const CategoryList& categories);
    void setRecent(const QStringList& codes); ///< the latest first; on top of the list where nothing is typed
    /// The code chosen, or the typed text itself where it is no category (validation says so then).
    QString code() const;
    void setCode(const QString& code);
    void retranslate();

Q_SIGNALS:
    void categoryChanged();
    void categoryAccepted(); ///< by Enter or click: on to the next field

private:
    void take(const Category& category);

    models::CategorySearchModel* m_model;
    QString m_code;
};

} // namespace hk::ui
