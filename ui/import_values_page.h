#pragma once

#include "core/category.h"
#include "exchange/import_reader.h"
#include "exchange/value_match.h"

#include <QWidget>
#include <vector>

class QGridLayout;
class QLabel;
class QProgressBar;
class QScrollArea;
class QToolButton;

namespace hk::ui {

class CategoryEdit;
class FormField;

/// Third step of an import: which category each value of the category column becomes.
class ImportValuesPage : public QWidget {
    Q_OBJECT
public:
    /// More different values than this are not asked about one by one.
    static constexpr std::size_t mostValues = 150;

    explicit ImportValuesPage(QWidget* parent = nullptr);

    void setCategories(const CategoryList& categories);
    /// No category column: one category for all rows.
    void showWithoutColumn();
    void showCounting(const QString& column);
    void showCounts(const QString& column, const exchange::ImportReader::ValueCounts& counts);
    void showError(const Error& error);
    /// Takes the categories of a file with the columns value,field_value.
    Result<void> loadValues(const QString& path);

    /// What a mapping says of the values shown, and of all others.
    void recall(const exchange::ImportMapping& mapping);
    void addTo(exchange::ImportMapping& mapping) const;
    /// What is still to be said, as a sentence; empty: nothing.
    QString missing() const;
    QString categoryOf(const QString& value) const;
    void chooseCategory(const QString& value, const QString& code);
    void chooseDefault(const QString& code);

private:
    struct Row {
        QString value;
        qint64 count = 0;
        CategoryEdit* category = nullptr;
        QLabel* note = nullptr;
        bool guessed = false;
    };
    exchange::CategoryMatch matchOf(const QString& value) const;
    QString chosenCode(const CategoryEdit& edit) const;
    void clearRows();
    void addHeadings();
    void addRow(std::size_t index);
    void updateNotes();
    void askForValues();

    CategoryList m_categories;
    bool m_counting = false;
    bool m_hasColumn = false;
    qint64 m_further = 0;
    std::vector<Row> m_rows;
    QHash<QString, QString> m_loaded; ///< of a file of values, also for those not asked about
    QLabel* m_title;
    QLabel* m_lead;
    QProgressBar* m_busy;
    FormField* m_defaultField;
    CategoryEdit* m_default;
    QToolButton* m_load;
    QScrollArea* m_scroll;
    QWidget* m_list;
    QGridLayout* m_grid;
};

} // namespace hk::ui
