#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QUuid>

namespace hk::store {

/// Where an entry of the log comes from.
enum class LogOrigin {
    Program, ///< chained by the program that made the change, in the same transaction
    Outside, ///< found afterwards: made by another program
    Before,  ///< older than the chain
    Pending  ///< not chained yet: made by another program since the file was opened
};

/// One entry of the append-only log.
struct LogEntry {
    qint64 number = 0;
    QDateTime at;  ///< UTC
    QString actor; ///< empty: another program
    QString organisation;
    QString action; ///< "insert", "update", "delete", "restore", "export", "dispose"; a newer program may have others
    QUuid incident; ///< null: not about one incident
    QString before; ///< JSON object of the changed fields; empty for insert
    QString after;  ///< JSON object; of an export "profile", "filter", "target", "incidents"
    LogOrigin origin = LogOrigin::Program;
};

/// Which entries of the log are asked for; what is empty leaves all.
struct LogFilter {
    QDateTime from; ///< half-open
    QDateTime to;
    QString actor; ///< the whole name
    QString action;
    QUuid incident;
    bool outsideOnly = false; ///< Outside and Pending
    friend bool operator==(const LogFilter&, const LogFilter&) = default;
};

/// What is written into the log of an export.
struct ExportNote {
    QString profile;      ///< "internal", "partner", "public" or the name of a profile
    QString filter;       ///< what was chosen, in words
    QString target;       ///< name of the file written, without its folder
    qint64 incidents = 0; ///< how many were in it
};

/// What verifyLog found.
struct LogCheck {
    enum class Fault {
        None,
        Altered, ///< an entry does not match its hash
        Removed, ///< an entry is missing
        Added,   ///< an entry stands among older ones, but was not chained with them
        Unreadable ///< a hash is missing or is none
    };
    Fault fault = Fault::None;
    qint64 number = 0;   ///< the first entry it concerns
    qint64 entries = 0;  ///< chained and sound, up to the fault
    qint64 outside = 0;  ///< of them made by other programs
    qint64 before = 0;   ///< of them older than the chain
    qint64 disposed = 0; ///< of them with hashes in the place of disposed values
    qint64 pending = 0;  ///< newer than the chain: are chained by the next change, or at the next opening
    QString head;        ///< hexadecimal hash of the last entry; kept elsewhere it proves that none was removed since
    bool sound() const { return fault == Fault::None; }
};

} // namespace hk::store
