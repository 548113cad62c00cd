#pragma once

#include "core/incident_draft.h"
#include "ui/incident_fields.h"

#include <QWidget>
#include <optional>

class QLabel;
class QPushButton;
class QScrollArea;
class QSettings;

namespace hk::workspace {
class Workspace;
}

namespace hk::ui {

/// The form in the right panel: a new incident or a change of one, as its window title says. Esc puts it away
/// and keeps what is typed; Ctrl+Enter saves; faults are shown at their fields.
class IncidentForm : public QWidget {
    Q_OBJECT
public:
    /// Both must outlive the form.
    IncidentForm(workspace::Workspace& workspace, QSettings& settings, QWidget* parent = nullptr);

    /// Opens for a new incident with the draft left from last time.
    void startNew();
    void edit(const Incident& incident);
    bool isEditing() const { return m_editing.has_value(); }
    void setPickedPlace(const Sweref99& position);
    void setNear(const Sweref99& near);
    void refreshLists(); ///< categories and organisations of the open file
    void forgetDraft();  ///< another file was opened
    void save();
    /// After a conflict: what is typed goes over `theirs`, which has been looked at.
    void saveOver(const Incident& theirs);

Q_SIGNALS:
    void closed();
    void saved(bool isNew); ///< durable: the form has been emptied
    /// Somebody else has changed the incident since the form was opened; nothing has been saved, and what is typed stays.
    void conflicted(const hk::IncidentDraft& mine);
    void removeWanted(const QUuid& id);
    void placeShown(const std::optional<hk::Sweref99>& position, double radius);

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildLayout();
    void retranslate();
    void setBusy(bool busy);
    void finish(const Result<std::vector<Incident>>& result);
    void startEmpty();
    void showGeneral(const std::vector<Error>& errors);

    workspace::Workspace& m_workspace;
    QSettings& m_settings;
    IncidentFields* m_fields;
    QScrollArea* m_scroll;
    QLabel* m_general;
    QPushButton* m_save;
    QPushButton* m_close;
    QPushButton* m_remove;
    QLabel* m_keys;
    std::optional<Incident> m_editing;
    std::optional<IncidentFields::Typed> m_kept; ///< the new incident's draft while another is edited
    bool m_busy = false;
};

} // namespace hk::ui
