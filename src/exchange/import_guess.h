#pragma once

#include "exchange/import_reader.h"

#include <QSet>
#include <vector>

namespace hk::exchange {

/// What is known of an input after a look at its beginning.
struct ImportFile {
    QString path;
    QByteArray text; ///< rows that were pasted, in place of a file
    QString layer;
    QStringList layers;
    QStringList columns;
    std::vector<QStringList> sample; ///< the first rows
    qint64 rows = -1;                ///< -1: not known without reading
    bool hasGeometry = false;
    bool police = false;             ///< notices of the police
    std::optional<TableForm> table;  ///< how a text table is written, as read; nothing where it is none
    QString crs;                     ///< of its geometry; empty: not said
    ImportMapping own;               ///< columns that bear a field's own name

    /// First value of a column that is not empty.
    QString example(const QString& column) const;
    ImportSource source() const { return {path, text, layer, table.value_or(TableForm())}; }
};

/// Reads the beginning of an input: for a worker thread. Errors as ImportReader's.
Result<ImportFile> readImportFile(const ImportSource& source);

/// Rows from the clipboard as a text table in UTF-8: where the first row is no headings, since it holds a date, the columns
/// are named as a spreadsheet names them (A, B, …). Empty where there is nothing that could be rows.
QByteArray pastedTable(const QString& text);

/// Which column is likely to be which field, and how its values are written.
struct ImportGuess {
    QMap<QString, QString> columns; ///< field → column; the position aside
    QString east;                   ///< column of longitude, easting
    QString north;                  ///< column of latitude, northing
    QString crs;                    ///< that the numbers of the position look like; empty: not told by them
    QSet<QString> guessed;          ///< fields (and "position") that do not bear the program's own name
    std::optional<DateGuess> dates; ///< nothing: no date was understood
    char decimal = '\0';            ///< of the coordinates: point or comma; NUL: not told by them
    bool placesByName = false;      ///< there is no position, but a place name

    /// The guess as a mapping with these columns and no others.
    ImportMapping mapping(const ImportFile& file) const;
};

/// By the headings that people write in Swedish and English and, for the position, by the size of the numbers: in Sweden
/// they say the coordinate system and which of x and y points north.
ImportGuess guessColumns(const ImportFile& file);

} // namespace hk::exchange
