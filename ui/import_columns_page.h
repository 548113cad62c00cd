#pragma once

#include "core/category.h"
#include "exchange/import_plan.h"
#include "ui/import_file.h"

#include <QWidget>
#include <memory>
#include <vector>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QToolButton;
class QVBoxLayout;

namespace hk::ui {

class ImportReadingBox;
class ImportSample;

/// Second step of an import: which column is which field, in which coordinate system the positions are, and the first
/// rows of the file to look at meanwhile, with what would be wrong with each.
class ImportColumnsPage : public QWidget {
    Q_OBJECT
public:
    explicit ImportColumnsPage(QWidget* parent = nullptr);

    void setFile(const ImportFile& file);
    /// For what is said to be wrong with the first rows; `places` for those without coordinates.
    void setChecks(const CategoryList& categories, const exchange::PlaceFinder& places);
    /// Ways of importing that are made for files like this one; the first is taken where `take`.
    void setPlans(const std::vector<exchange::ImportPlan>& plans, bool take);
    QString planName() const; ///< of the one that is chosen; empty: none
    /// Everything on the page as the mapping says.
    void choose(const exchange::ImportMapping& mapping);
    /// The columns and the system as chosen; no values and no defaults.
    exchange::ImportMapping mapping() const;
    /// What is still to be said, as a sentence; empty: nothing.
    QString missing() const;
    QString columnOf(const QString& field) const;
    void chooseColumn(const QString& field, const QString& column);
    void chooseCrs(const QString& crs); ///< empty: as the file says

Q_SIGNALS:
    void layerChosen(const QString& layer);
    void formChosen(const hk::exchange::TableForm& form); ///< the text table is to be read anew, so
    void planChosen(const hk::exchange::ImportPlan& plan);
    void otherFileWanted();

private:
    struct Row {
        QString field;
        QComboBox* columns = nullptr;
        QLabel* name = nullptr;
        QLabel* example = nullptr;
        bool guessed = false;
    };
    void addSection(QVBoxLayout* column, const QString& title, const QStringList& fields, bool folded);
    Row& addRow(QGridLayout* grid, const QString& field);
    void addCrsRow(QGridLayout* grid);
    void columnChosen(Row& row);
    void crsChosen();
    void fill(Row& row, const QString& column, bool guessed, const QString& none);
    void showExample(const Row& row);
    void showHeadings();
    void checkSample();
    void planTaken();
    QString crs() const;
    bool isGeographic() const;
    QString positionColumn(const QString& end) const;
    Row* rowOf(const QString& field);
    const Row* rowOf(const QString& field) const;

    ImportFile m_file;
    bool m_filling = false;
    QLabel* m_name;
    QLabel* m_facts;
    QToolButton* m_other;
    QLabel* m_layerName;
    QComboBox* m_layers;
    std::vector<std::unique_ptr<Row>> m_rows;
    QComboBox* m_crs = nullptr;
    QLineEdit* m_otherCrs = nullptr;
    QLabel* m_crsNote = nullptr;
    ImportSample* m_sample;
    ImportReadingBox* m_reading;
    QCheckBox* m_byName = nullptr;
    QCheckBox* m_digests = nullptr;
    QLabel* m_planWords;
    QComboBox* m_planBox;
    std::vector<exchange::ImportPlan> m_plans;
};

} // namespace hk::ui
