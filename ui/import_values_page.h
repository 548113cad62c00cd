#pragma once

#include "core/category.h"
#include "ui/import_source.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace hk::ui {

/// Which value of the category column is which of our categories, and what stands for the rest.
class ImportValuesPage : public QWidget {
    Q_OBJECT
public:
    explicit ImportValuesPage(const CategoryList& categories, QWidget* parent = nullptr);

    void setWaiting();
    void setValues(const ValueCounts& values);
    void setNoColumn(); ///< no column is the category: all rows get the default
    /// Puts values and defaults into a mapping.
    void complete(exchange::ImportMapping& mapping) const;
    /// Rows whose value has neither a category nor a default.
    qint64 rowsWithout() const;

Q_SIGNALS:
    void changed();
    void failed(const hk::Error& error); ///< a value file that cannot be read

private:
    QComboBox* categoryBox(QWidget* parent) const;
    void loadValues();
    void showCount();

    const CategoryList& m_categories;
    ValueCounts m_values;
    std::vector<QComboBox*> m_boxes; ///< by value
    QTableWidget* m_table;
    QComboBox* m_default;
    QPushButton* m_load;
    QLabel* m_lead;
    QLabel* m_count;
    QProgressBar* m_progress;
};

} // namespace hk::ui
