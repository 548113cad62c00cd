#pragma once

#include "ui/import_file.h"

#include <QWidget>
#include <memory>
#include <vector>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QStandardItemModel;
class QToolButton;
class QVBoxLayout;

namespace hk::ui {

/// Second step of an import: which column is which field, in which coordinate system the positions are, and the first
/// rows of the file to look at meanwhile.
class ImportColumnsPage : public QWidget {
    Q_OBJECT
public:
    explicit ImportColumnsPage(QWidget* parent = nullptr);

    void setFile(const ImportFile& file);
    /// The columns and the system as chosen; no values and no defaults.
    exchange::ImportMapping mapping() const;
    /// What is still to be said, as a sentence; empty: nothing.
    QString missing() const;
    QString columnOf(const QString& field) const;
    void chooseColumn(const QString& field, const QString& column);
    void chooseCrs(const QString& crs); ///< empty: as the file says

Q_SIGNALS:
    void layerChosen(const QString& layer);
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
    void showSample();
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
    QStandardItemModel* m_sample;
};

} // namespace hk::ui
