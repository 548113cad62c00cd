#pragma once

#include "ui/import_source.h"

#include <QMap>
#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QTableWidget;

namespace hk::ui {

/// Which column is which field, with the first rows of the file below.
class ImportColumnsPage : public QWidget {
    Q_OBJECT
public:
    explicit ImportColumnsPage(QWidget* parent = nullptr);
    void setSource(const ImportSource& source);
    /// The mapping with its columns and CRS; values and defaults are those of the next page.
    exchange::ImportMapping mapping() const;
    /// Empty: complete. Else what is missing, in words.
    QString missing() const;

Q_SIGNALS:
    void changed();
    void layerChosen(const QString& layer);

private:
    void fillPreview();
    QString columnOf(const QString& field) const;

    ImportSource m_source;
    QMap<QString, QComboBox*> m_columns; ///< by field
    QComboBox* m_layer;
    QLabel* m_layerName;
    QLineEdit* m_crs;
    QTableWidget* m_preview;
    QLabel* m_summary;
};

} // namespace hk::ui
