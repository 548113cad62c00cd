#include "ui/edit_controller.h"

#include "ui/chosen_incidents.h"
#include "ui/incident_form.h"
#include "ui/keep/conflict_dialog.h"
#include "ui/map_view.h"
#include "ui/receipt_bar.h"
#include "workspace/workspace.h"

#include <QPointer>
#include <QUndoStack>

namespace hk::ui {

EditController::EditController(workspace::Workspace& workspace, IncidentForm& form, MapView& map,
                               ReceiptBar& receipt, ChosenIncidents& chosen, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_form(form)
    , m_map(map)
    , m_receipt(receipt)
    , m_chosen(chosen)
{
    connect(&m_form, &IncidentForm::closed, this, &EditController::close);
    connect(&m_form, &IncidentForm::placeShown, this, &EditController::showMarker);
    connect(&m_form, &IncidentForm::removeWanted, this, [this](const QUuid& id) { remove({id}); });
    connect(&m_form, &IncidentForm::saved, this, [this](bool isNew) {
        close();
        m_receipt.showReceipt(isNew ? tr("Incident saved.") : tr("Changes saved."), true);
    });
    connect(&m_form, &IncidentForm::conflicted, this, &EditController::settle);
    connect(&m_map, &MapView::placePicked, this, [this](const Sweref99& position) {
        if (m_open)
            m_form.setPickedPlace(position);
    });
    connect(&m_map, &MapView::rowActivated, this, &EditController::edit);
    m_receipt.follow(*m_workspace.undoStack());
    connect(&m_receipt, &ReceiptBar::undoWanted, m_workspace.undoStack(), &QUndoStack::undo);
    connect(&m_workspace, &workspace::Workspace::opened, this, [this] {
        close();
        m_form.forgetDraft();
    });
}

void EditController::startNew()
{
    if (!m_workspace.isOpen() || m_workspace.isReadOnly())
        return;
    open();
    m_form.setNear(m_map.centre());
    m_form.startNew();
}

void EditController::edit(std::uint32_t row)
{
    const workspace::SnapshotPtr snapshot = m_workspace.snapshot();
    if (m_workspace.isReadOnly() || row >= snapshot->size())
        return;
    m_chosen.setRows({row});
    open();
    m_form.setNear(snapshot->incidents[row]->position);
    m_form.edit(*snapshot->incidents[row]);
}

void EditController::editChosen()
{
    if (const std::vector<std::uint32_t> rows = m_chosen.rows(); !rows.empty())
        edit(rows.front());
}

void EditController::removeChosen()
{
    remove({m_chosen.ids().begin(), m_chosen.ids().end()});
}

void EditController::remove(const std::vector<QUuid>& ids)
{
    if (ids.empty() || m_workspace.isReadOnly())
        return;
    if (m_form.isEditing()) {
        close();
        m_form.forgetDraft();
    }
    const QPointer<EditController> self(this);
    m_workspace.remove(
        ids, [self, count = static_cast<int>(ids.size())](const Result<std::vector<Incident>>& done) {
            if (self && done)
                self->m_receipt.showReceipt(tr("%Ln incident(s) deleted.", nullptr, count), true);
        });
}

void EditController::settle(const IncidentDraft& mine)
{
    m_workspace.refreshIfChanged(); // what is saved then is compared with what is seen now
    const QPointer<EditController> self(this);
    m_workspace.ask([self, mine](store::IncidentStore& store) -> std::function<void()> {
        const Result<Incident> stored = store.find(*mine.id);
        return [self, mine, stored] {
            if (!self || !stored) // deleted: the next try says so
                return;
            const CategoryList& categories = self->m_workspace.snapshot()->categories;
            const ValidationResult valid = validate(mine, categories, QDateTime::currentDateTimeUtc());
            if (!valid)
                return;
            ConflictDialog dialog(*stored, *valid, categories, self->m_form.window());
            dialog.exec();
            if (!self)
                return;
            if (dialog.answer() == ConflictDialog::Answer::SaveMine)
                self->m_form.saveOver(*stored);
            else if (dialog.answer() == ConflictDialog::Answer::TakeTheirs)
                self->m_form.edit(*stored);
        };
    });
}

void EditController::open()
{
    m_open = true;
    m_map.setMode(MapView::Mode::PickPlace);
    Q_EMIT openChanged(true);
    m_map.setDraftMarker(m_marker, m_markerRadius);
}

void EditController::close()
{
    if (!m_open)
        return;
    m_open = false;
    m_map.setMode(MapView::Mode::Browse);
    m_map.setDraftMarker(std::nullopt);
    Q_EMIT openChanged(false);
    m_map.setFocus();
}

void EditController::resumePicking()
{
    m_map.setMode(m_open ? MapView::Mode::PickPlace : MapView::Mode::Browse);
}

void EditController::showMarker(const std::optional<Sweref99>& position, double radius)
{
    m_marker = position;
    m_markerRadius = radius;
    if (m_open)
        m_map.setDraftMarker(position, radius);
}

} // namespace hk::ui
