#pragma once

#include "ui/import_file.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;

namespace hk::ui {

/// How the values of a file are written: letters, separator, decimal mark, dates, time zone; guessed and shown, and changeable.
class ImportReadingBox : public QWidget {
    Q_OBJECT
public:
    explicit ImportReadingBox(QWidget* parent = nullptr);

    void setFile(const ImportFile& file, const ImportGuess& guess);
    /// What is chosen, into the mapping: table, dates, time zone.
    void addTo(exchange::ImportMapping& mapping) const;
    /// Takes dates, decimal mark and time zone of a mapping; the form of the table is that of the file.
    void choose(const exchange::ImportMapping& mapping);

Q_SIGNALS:
    void formChosen(const hk::exchange::TableForm& form); ///< the file is to be read anew, so
    void changed();                                       ///< dates, decimal mark or time zone

private:
    QComboBox* addRow(QGridLayout* grid, QLabel*& name, const char* object);
    void showNotes();

    bool m_filling = false;
    ImportFile m_file;
    ImportGuess m_guess;
    QLabel* m_names[5] = {};
    QComboBox* m_encoding;
    QComboBox* m_separator;
    QComboBox* m_decimal;
    QComboBox* m_dates;
    QComboBox* m_zone;
    QLabel* m_dateNote;
};

} // namespace hk::ui
