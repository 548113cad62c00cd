#pragma once

#include "core/category.h"
#include "core/result.h"
#include "store/log_entry.h"

#include <QList>

namespace hk::store {
class IncidentStore;
}

namespace hk::workspace {

// The log in plain words, in the language of the installed translator.

/// A field that an entry of the log tells of.
struct LoggedField {
    QString name;   ///< "Category"
    QString before; ///< empty: there was none
    QString after;
};

/// In the order of the form. Empty for an entry whose values were disposed of, and for one that cannot be read.
QList<LoggedField> loggedFields(const store::LogEntry& entry, const CategoryList& categories);

/// "Changed", "Deleted" …; of an action that is not known the word itself.
QString actionName(const QString& action);
/// Who made it: "Anna, Mölndals stad", "another program".
QString whoOf(const store::LogEntry& entry);
/// What was changed in one line: "Category: S1 Skadegörelse → S2 Klotter; Severity: 1 → 2".
QString describe(const store::LogEntry& entry, const CategoryList& categories);
/// "The log is whole: 1 250 entries …", or which entry was altered or removed.
QString describe(const store::LogCheck& check);

/// All entries of a filter, latest first, as CSV (UTF-8, commas): number,
/// time in local civil time, who, organisation, action, incident, fields before and after, made outside. Returns how many.
/// FileNotWritable, DiskFull; the file is there whole or not at all.
Result<qint64> writeLog(const store::IncidentStore& store, const store::LogFilter& filter, const QString& path);

} // namespace hk::workspace
