#pragma once

#include "core/incident.h"
#include "core/result.h"
#include "store/incident_store.h"

#include <QHash>
#include <optional>
#include <vector>

namespace hk::store {

/// A further report of an incident that is logged already: one more source of it.
struct Report {
    QUuid id;
    QUuid incident;
    QString organisation;
    SourceType sourceType = SourceType::Desk;
    QString externalId;
    QDateTime receivedAt; ///< UTC
    QString note;         ///< no personal data
    QUuid merged;         ///< the incident that was merged into this one; null where none
    friend bool operator==(const Report&, const Report&) = default;
};

struct AttachmentInfo {
    QUuid id;
    QUuid incident;
    QString name;      ///< of the file, without its folder
    QString mediaType; ///< "image/jpeg"
    qint64 size = 0;   ///< bytes
    QDateTime addedAt;
    QString addedBy;
    friend bool operator==(const AttachmentInfo&, const AttachmentInfo&) = default;
};

struct Attachment {
    AttachmentInfo info;
    QByteArray content;
};

/// A form that is being filled in.
struct FormDraft {
    QUuid id;        ///< of the running program that fills it in
    QString profile; ///< of the workstation: programs of other profiles do not see it
    QDateTime startedAt;
    QDateTime changedAt;
    QByteArray content; ///< JSON
    friend bool operator==(const FormDraft&, const FormDraft&) = default;
};

struct FormTemplate {
    QString name;
    QByteArray content; ///< JSON
    friend bool operator==(const FormTemplate&, const FormTemplate&) = default;
};

/// What becomes of a form's draft when what is typed in it is saved: in the same transaction.
struct DraftEnd {
    std::vector<QUuid> gone;       ///< drafts that are taken away; those that are not there are as well
    std::optional<FormDraft> left; ///< what still stands in the form
};

/// Several changes that are made together or not at all, in this order.
struct DeskBatch {
    std::vector<Incident> inserts;
    std::vector<QUuid> restores; ///< deleted incidents taken back
    std::vector<Incident> updates;
    std::vector<QDateTime> expectedChangedAt; ///< of updates, as IncidentStore::update has it
    std::vector<Report> newReports;
    std::vector<Attachment> newAttachments;
    std::vector<QUuid> removedReports;
    std::vector<QUuid> restoredReports;
    std::vector<QUuid> removedAttachments;
    std::vector<QUuid> restoredAttachments;
    struct Move {
        QUuid record;
        QUuid incident; ///< it belongs to from now on
    };
    std::vector<Move> movedReports;
    std::vector<Move> movedAttachments;
    std::vector<QUuid> removals; ///< incidents
    DraftEnd draft;
};

/// What the desk keeps in an incident file beside the incidents. Errors as of IncidentStore; used on the store's thread.
class DeskRecords {
public:
    /// The store must outlive it.
    explicit DeskRecords(const IncidentStore& store);

    /// All of the batch in one transaction, signed and logged. Returns the incidents inserted, taken back and updated as
    /// stored. NotFound, Conflict as of IncidentStore.
    Result<std::vector<Incident>> apply(const DeskBatch& batch);

    /// The further reports of all incidents, oldest first.
    Result<QHash<QUuid, std::vector<Report>>> reports() const;
    Result<std::vector<AttachmentInfo>> attachments(const QUuid& incident) const;
    /// How many attachments an incident has, where any.
    Result<QHash<QUuid, int>> attachmentCounts() const;
    Result<Attachment> attachment(const QUuid& id) const;
    /// Takes the rows of reports and attachments away that were removed before `before`. Returns how many.
    Result<int> purgeRemoved(const QDateTime& before);

    /// Drafts are no incidents: nothing is logged.
    Result<std::vector<FormDraft>> drafts(const QString& profile) const;
    Result<void> saveDraft(const FormDraft& draft);
    Result<void> removeDraft(const QUuid& id);
    /// All of it or nothing.
    Result<void> end(const DraftEnd& draft);

    Result<std::vector<FormTemplate>> templates() const; ///< by name
    Result<void> saveTemplate(const FormTemplate& made); ///< in place of one of the same name
    Result<void> removeTemplate(const QString& name);

private:
    Result<void> endWithin(const DraftEnd& draft);
    Result<void> runOne(std::string_view sql, const std::vector<QString>& texts);
    const IncidentStore& m_store; ///< reading needs no more; what writes is not const here
};

} // namespace hk::store
