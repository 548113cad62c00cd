#pragma once

#include "core/category.h"
#include "core/result.h"
#include "store/log_entry.h"

#include <QList>
#include <QStringList>
#include <vector>

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

/// Words looked for in the log as it is read on screen: each of them, in any order and case, must be in who made an entry, what
/// was done, when, the number, the incident's id, or the names and values of the fields. No words: all entries.
class LogSearch {
public:
    LogSearch() = default;
    explicit LogSearch(const QString& text);
    bool isEmpty() const { return m_words.isEmpty(); }
    bool matches(const store::LogEntry& entry, const CategoryList& categories) const;

private:
    QStringList m_words;
};

/// What was found in a part of the log, latest first.
struct LogPart {
    std::vector<store::LogEntry> entries;
    qint64 lookedAt = 0; ///< entries of the filter that were looked at
    qint64 last = 0;     ///< number of the oldest of them: what follows is below it
    bool more = false;   ///< there may be older ones
};
/// Looks at most at `most` entries of the filter that are older than `below` (0: from the latest on); some thirty microseconds each.
Result<LogPart> searchLog(const store::IncidentStore& store, const store::LogFilter& filter, const LogSearch& search, qint64 most,
                          qint64 below = 0);

/// All entries of a filter and a search, latest first, as CSV (UTF-8, commas): number,
/// time in local civil time, who, organisation, action, incident, fields before and after, made outside. Returns how many.
/// FileNotWritable, DiskFull; the file is there whole or not at all.
Result<qint64> writeLog(const store::IncidentStore& store, const store::LogFilter& filter, const QString& path,
                        const LogSearch& search = {});

} // namespace hk::workspace
