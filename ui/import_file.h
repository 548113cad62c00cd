#pragma once

#include "exchange/import_reader.h"

#include <QSet>
#include <vector>

namespace hk::ui {

/// What is known of an input after a look at its beginning.
struct ImportFile {
    QString path;
    QString layer;
    QStringList layers;
    QStringList columns;
    std::vector<QStringList> sample; ///< the first rows
    qint64 rows = -1;                ///< -1: not known without reading
    bool hasGeometry = false;
    QString crs;                     ///< of its geometry; empty: not said
    exchange::ImportMapping own;     ///< columns that bear a field's own name

    /// First value of a column that is not empty.
    QString example(const QString& column) const;
};

/// Reads the beginning of a file: for a worker thread. Errors as ImportReader's.
Result<ImportFile> readImportFile(const QString& path, const QString& layer);

/// Which column is likely to be which field.
struct ImportGuess {
    QMap<QString, QString> columns; ///< field → column; the position aside
    QString east;                   ///< column of longitude, easting
    QString north;                  ///< column of latitude, northing
    QString crs;                    ///< that the numbers of the position look like; empty: not told by them
    QSet<QString> guessed;          ///< fields (and "position") that do not bear the program's own name
};

/// By the headings that people write in Swedish and English and, for the position, by the size of the numbers: in Sweden
/// they say the coordinate system and which of x and y points north.
ImportGuess guessColumns(const ImportFile& file);

/// A path that is not there yet, beside the input where one may write: "incidents-rejected.csv", "…-rejected-2.csv".
QString suggestedRejectsPath(const QString& input);

} // namespace hk::ui
