#pragma once

#include "exchange/import_reader.h"

#include <QList>
#include <QString>
#include <utility>
#include <vector>

namespace hk::ui {

/// What is known of a file to import before anything is read into the store. Made on a worker thread.
struct ImportSource {
    QString path;
    QStringList layers;
    QStringList columns;
    qint64 rows = -1; ///< -1: not known
    bool hasGeometry = false;
    QString crs;
    exchange::ImportMapping mapping; ///< columns that map themselves
    std::vector<QStringList> preview;
};

/// Errors as ImportReader::open. Thread-safe.
Result<ImportSource> inspect(const QString& path, const QString& layer);

/// The distinct values of a column with their counts, most first; at most `limit`. Thread-safe.
using ValueCounts = QList<std::pair<QString, qint64>>;
Result<ValueCounts> distinctValues(const QString& path, const QString& layer, const QString& column, int limit,
                                   std::stop_token stop);

} // namespace hk::ui
