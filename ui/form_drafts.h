#pragma once

#include <QObject>

class QSettings;

namespace hk::workspace {
class DraftKeeper;
class Workspace;
}

namespace hk::ui {

class EditController;
class IncidentForm;
class MapArea;

/// Joins the form with its draft in the file: keeps what is typed, and offers what was left.
class FormDrafts : public QObject {
    Q_OBJECT
public:
    /// All must outlive it. Where programs tell each other that they run: `lockFolder`.
    FormDrafts(workspace::Workspace& workspace, QSettings& settings, const QString& lockFolder, IncidentForm& form,
               EditController& edit, MapArea& mapArea, QObject* parent = nullptr);

private:
    void keep();

    IncidentForm& m_form;
    workspace::DraftKeeper* m_keeper;
    QByteArray m_offered;
};

} // namespace hk::ui
