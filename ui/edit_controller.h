#pragma once

#include "core/coordinates.h"

#include <QObject>
#include <QUuid>
#include <vector>

class QWidget;

namespace hk {
struct IncidentDraft;
}

namespace hk::workspace {
struct DeskChange;
class Workspace;
}

namespace hk::ui {

class BulkChangeDialog;
class ChosenIncidents;
class IncidentForm;
class MapView;
class ReceiptBar;

/// Logging, changing and deleting incidents: joins the form, the map that gives it places, and the receipts.
class EditController : public QObject {
    Q_OBJECT
public:
    /// All must outlive the controller.
    EditController(workspace::Workspace& workspace, IncidentForm& form, MapView& map, ReceiptBar& receipt,
                   ChosenIncidents& chosen, QObject* parent = nullptr);

    void startNew();
    void edit(std::uint32_t row); ///< of the snapshot
    void editChosen();
    void copyChosen(); ///< a new incident as the first of the chosen
    void resume();     ///< opens the form with whatever stands in it
    void removeChosen();
    /// Asks what to put into all of the chosen; null where nothing is chosen. Not modal for its caller.
    BulkChangeDialog* changeChosen(QWidget* parent);
    /// The chosen become one incident, the one logged first, with the others as its sources.
    void mergeChosen();
    void close(); ///< puts the form away; the draft stays
    bool isOpen() const { return m_open; }
    /// Takes an area that was drawn for the form; false where the form had not asked for one.
    bool takeArea(const SwerefRing& ring);
    bool isDrawing() const { return m_drawing; }
    /// The map has been given back after drawing an area.
    void resumePicking();

Q_SIGNALS:
    void openChanged(bool open);

private:
    void open();
    void remove(const std::vector<QUuid>& ids);
    void apply(const QString& words, const workspace::DeskChange& change, const QString& receipt);
    void leaveEditing();
    void settle(const IncidentDraft& mine); ///< somebody else has changed the incident, too
    void showMarker(const std::optional<Sweref99>& position, double radius, const SwerefRing& outline);

    workspace::Workspace& m_workspace;
    IncidentForm& m_form;
    MapView& m_map;
    ReceiptBar& m_receipt;
    ChosenIncidents& m_chosen;
    bool m_open = false;
    bool m_drawing = false; ///< an area for the form
    std::optional<Sweref99> m_marker;
    double m_markerRadius = 0.0;
    SwerefRing m_markerOutline;
};

} // namespace hk::ui
