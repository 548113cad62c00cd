#pragma once

#include "core/incident.h"

#include <optional>
#include <vector>

namespace hk::store {

/// After how many months an incident is disposed of, counted from its end.
struct DisposalRule {
    QString category;                               ///< code; empty: any
    std::optional<Confidentiality> confidentiality; ///< nothing: any
    int months = 0;                                 ///< 1 to 1200
    friend bool operator==(const DisposalRule&, const DisposalRule&) = default;
};

/// An incident whose time has come.
struct DisposalCandidate {
    QUuid id;
    QString category;
    Confidentiality confidentiality = Confidentiality::Internal;
    QDateTime occurredTo; ///< UTC
    QDate due;            ///< local date
    bool byOwnDate = false; ///< its own date of disposal says so, not a rule
    bool deleted = false;   ///< lies among the deleted ones
    friend bool operator==(const DisposalCandidate&, const DisposalCandidate&) = default;
};

/// How many of one kind.
struct DisposalCount {
    QString category;
    Confidentiality confidentiality = Confidentiality::Internal;
    qint64 incidents = 0; ///< deleted ones among them
    friend bool operator==(const DisposalCount&, const DisposalCount&) = default;
};

/// What was disposed of, for the protocol.
struct DisposalReport {
    QDateTime at; ///< UTC
    QString actor;
    QString organisation;
    qint64 incidents = 0;  ///< that were live
    qint64 deleted = 0;    ///< that lay among the deleted ones
    qint64 logEntries = 0; ///< whose values were replaced by hashes
    std::vector<DisposalCount> counts;
    std::vector<DisposalRule> rules; ///< in force
    QDate backupsGoneBy;             ///< from this day no backup copy holds them
    bool cleaned = false; ///< nothing of them is in the file's bytes; else another program has it open and the next opening cleans
    QString logHead;      ///< hash of the log's last entry, as LogCheck::head
};

/// When an incident is due; an invalid date: never. Its own date of disposal counts where it has one, else the rule that names
/// most (the category before the confidentiality).
QDate disposalDue(const Incident& incident, const std::vector<DisposalRule>& rules);

/// Of each kind, most first.
std::vector<DisposalCount> countDisposal(const std::vector<DisposalCandidate>& candidates);

} // namespace hk::store
