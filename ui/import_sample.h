#pragma once

#include "core/category.h"
#include "ui/import_file.h"
#include "ui/latest_job.h"

#include <QWidget>

class QLabel;
class QStandardItemModel;

namespace hk::ui {

/// The first rows of a file as a table, each column with the fields it becomes, each value that would have its row left out
/// marked, with the reason as its tooltip.
class ImportSample : public QWidget {
    Q_OBJECT
public:
    explicit ImportSample(QWidget* parent = nullptr);

    void setFile(const ImportFile& file);
    void setChecks(const CategoryList& categories, const exchange::PlaceFinder& places);
    /// By column of the file: the names of the fields it becomes.
    void setFields(const QHash<QString, QStringList>& fields);
    /// Looks through the rows on a worker. Categories are not looked at: they are the next step's.
    void check(const exchange::ImportMapping& mapping);

private:
    void showFaults(const exchange::ImportMapping& mapping, const std::vector<std::vector<Error>>& faults);

    ImportFile m_file;
    QStandardItemModel* m_rows;
    QLabel* m_words;
    CategoryList m_categories;
    exchange::PlaceFinder m_places;
    LatestJob<std::vector<std::vector<Error>>> m_check;
};

/// One line of at most 36 characters.
QString shortened(QString text);

} // namespace hk::ui
