#pragma once

#include "core/incident_draft.h"
#include "store/desk_records.h"
#include "ui/incident_fields.h"

#include <QKeyEvent>
#include <QPointer>
#include <QTimer>
#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QScrollArea;
class QSettings;

namespace hk::workspace {
class DraftKeeper;
class Workspace;
}

namespace hk::ui {

class AttachmentBox;
class DuplicateCard;
class Section;
class TemplateButton;

/// The form in the right panel: a new incident or a change of one, as its window title says. Esc puts it away
/// and keeps what is typed; Ctrl+Enter saves, with Shift it goes on with an empty form, with Alt with another incident of the
/// same report; faults are shown at their fields. What is logged already and much like it is offered to be linked instead.
class IncidentForm : public QWidget {
    Q_OBJECT
public:
    /// Both must outlive the form.
    IncidentForm(workspace::Workspace& workspace, QSettings& settings, QWidget* parent = nullptr);

    /// Who keeps what is typed: the draft ends together with its being saved.
    void keepDraftsWith(workspace::DraftKeeper& keeper);
    /// Opens for a new incident with the draft left from last time.
    void startNew();
    void edit(const Incident& incident);
    /// A new incident that is as this one but for its time, its external id and what the store keeps.
    void startCopy(const Incident& incident);
    AttachmentBox& attachments() { return *m_attachments; }
    TemplateButton& templates() { return *m_templates; }
    bool isEditing() const { return m_editing.has_value(); }
    void setPickedPlace(const Sweref99& position);
    void setNear(const Sweref99& near);
    void refreshLists(); ///< categories and organisations of the open file
    void forgetDraft();  ///< another file was opened
    void leaveEditing(); ///< back to the new incident that waited
    void setDrawnArea(const SwerefRing& ring);
    /// What the form is for after saving.
    enum class Then { PutAway, New, SameReport };
    void save(Then then = Then::PutAway);
    /// After a conflict: what is typed goes over `theirs`, which has been looked at.
    void saveOver(const Incident& theirs);
    /// Adds what is typed as one more source of an incident that is logged already.
    void linkTo(const QUuid& incident);

    /// What stands in the form, as JSON; empty where nothing has been typed or changed.
    QByteArray content() const;
    /// Shows what `content` gave. An incident that was being changed and is gone is a new one.
    void restore(const QByteArray& content);
    /// Puts a template in place of what is there; the time stays as typed.
    void useTemplate(const QByteArray& content);

Q_SIGNALS:
    void closed();
    /// Durable: the form has been emptied, but for what the next incident of the same report shares.
    void saved(bool isNew, hk::ui::IncidentForm::Then then);
    /// Somebody else has changed the incident since the form was opened; nothing has been saved, and what is typed stays.
    void conflicted(const hk::IncidentDraft& mine);
    void linked(int sources); ///< to an incident that so many have told of now
    void edited();
    void drawAreaWanted();
    void failed(const hk::Error& error);
    void told(const QString& words, bool undoable); ///< for the receipt
    void removeWanted(const QUuid& id);
    /// `outline`: of an area, where one was drawn.
    void placeShown(const std::optional<hk::Sweref99>& position, double radius, const hk::SwerefRing& outline);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildLayout();
    void retranslate();
    void setBusy(bool busy);
    void finish(const Result<std::vector<Incident>>& result, Then then);
    void finishLink(const QUuid& incident);
    void startEmpty();
    void startFrom(const IncidentDraft& draft);
    void touched();
    void lookForDuplicates();
    void showSources();
    void connectParts();
    void showGeneral(const std::vector<Error>& errors);
    void giveTypedAhead();
    store::DraftEnd handIn();
    void handedIn(bool saved);

    workspace::Workspace& m_workspace;
    QSettings& m_settings;
    QWidget* m_body;
    QLabel* m_sources; ///< who else has told of the incident
    IncidentFields* m_fields;
    Section* m_files;
    AttachmentBox* m_attachments;
    QScrollArea* m_scroll;
    QLabel* m_general;
    DuplicateCard* m_duplicate;
    QPushButton* m_save;
    QPushButton* m_saveAndNew;
    QPushButton* m_close;
    TemplateButton* m_templates;
    QPushButton* m_remove;
    QLabel* m_keys;
    std::optional<Incident> m_editing;
    QByteArray m_keptContent; ///< of the new incident's draft, as `content` gives it
    std::optional<IncidentFields::Typed> m_kept; ///< the new incident's draft while another is edited
    QByteArray m_pristine; ///< content when nothing had been typed
    QTimer m_look;         ///< for duplicates, when the hand rests
    QPointer<workspace::DraftKeeper> m_keeper;
    bool m_quiet = false;
    bool m_busy = false;
    std::vector<std::unique_ptr<QKeyEvent>> m_typedAhead;
};

} // namespace hk::ui
