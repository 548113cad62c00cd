#include "ui/edit_controller.h"

#include "ui/bulk_change_dialog.h"
#include "ui/chosen_incidents.h"
#include "ui/incident_form.h"
#include "ui/keep/conflict_dialog.h"
#include "ui/map_view.h"
#include "ui/receipt_bar.h"
#include "workspace/desk_changes.h"
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
    connect(&m_form, &IncidentForm::saved, this, [this](bool isNew, IncidentForm::Then then) {
        if (then == IncidentForm::Then::PutAway || !isNew)
            close();
        else
            resumePicking();
        m_receipt.showReceipt(isNew ? tr("Incident saved.") : tr("Changes saved."), true);
    });
    connect(&m_form, &IncidentForm::conflicted, this, &EditController::settle);
    connect(&m_form, &IncidentForm::linked, this, [this](int sources) {
        close();
        m_receipt.showReceipt(tr("Added as a source: %Ln source(s) of that incident.", nullptr, sources), true);
    });
    connect(&m_form, &IncidentForm::told, &m_receipt, &ReceiptBar::showReceipt);
    connect(&m_form, &IncidentForm::drawAreaWanted, this, [this] {
        m_drawing = true;
        m_map.setMode(MapView::Mode::DrawArea);
    });
    connect(&m_map, &MapView::modeChanged, this, [this](MapView::Mode mode) {
        if (mode == MapView::Mode::DrawArea || !m_drawing)
            return;
        // An area that is finished comes at once after this; one that was left does not come.
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (std::exchange(m_drawing, false))
                    resumePicking();
            },
            Qt::QueuedConnection);
    });
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

void EditController::copyChosen()
{
    const std::vector<std::uint32_t> rows = m_chosen.rows();
    const workspace::SnapshotPtr snapshot = m_workspace.snapshot();
    if (m_workspace.isReadOnly() || rows.empty() || rows.front() >= snapshot->size())
        return;
    open();
    m_form.setNear(snapshot->incidents[rows.front()]->position);
    m_form.startCopy(*snapshot->incidents[rows.front()]);
}

void EditController::resume()
{
    if (m_workspace.isOpen() && !m_workspace.isReadOnly())
        open();
}

bool EditController::takeArea(const SwerefRing& ring)
{
    if (!m_drawing)
        return false;
    m_drawing = false;
    m_form.setDrawnArea(ring);
    return true;
}

void EditController::removeChosen()
{
    remove({m_chosen.ids().begin(), m_chosen.ids().end()});
}

BulkChangeDialog* EditController::changeChosen(QWidget* parent)
{
    const workspace::SnapshotPtr snapshot = m_workspace.snapshot();
    const std::vector<QUuid> ids(m_chosen.ids().begin(), m_chosen.ids().end());
    if (ids.empty() || m_workspace.isReadOnly())
        return nullptr;
    auto* dialog = new BulkChangeDialog(static_cast<int>(ids.size()), snapshot->categories, snapshot->organisations, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, ids] {
        const workspace::DeskChange change = workspace::bulkChange(*m_workspace.snapshot(), ids, dialog->changes());
        if (change.isEmpty()) {
            m_receipt.showReceipt(tr("All of them were so already."), false);
            return;
        }
        leaveEditing();
        const auto count = static_cast<int>(change.batch.updates.size());
        apply(tr("Change %n incident(s)", nullptr, count), change, tr("%Ln incident(s) changed.", nullptr, count));
    });
    dialog->open();
    return dialog;
}

void EditController::mergeChosen()
{
    const std::vector<std::uint32_t> rows = m_chosen.rows();
    if (rows.size() < 2 || m_workspace.isReadOnly())
        return;
    const workspace::SnapshotPtr snapshot = m_workspace.snapshot();
    const QUuid target = snapshot->incidents[rows.front()]->id;
    std::vector<QUuid> others;
    for (std::size_t i = 1; i < rows.size(); ++i)
        others.push_back(snapshot->incidents[rows[i]]->id);
    leaveEditing();
    const QPointer<EditController> self(this);
    m_workspace.ask([self, target, others](store::IncidentStore& store) -> std::function<void()> {
        std::vector<store::AttachmentInfo> attachments;
        for (const QUuid& id : others)
            if (auto found = store::DeskRecords(store).attachments(id))
                attachments.insert(attachments.end(), found->begin(), found->end());
        return [self, target, others, attachments] {
            if (!self)
                return;
            const workspace::DeskChange change = workspace::mergeIncidents(
                *self->m_workspace.snapshot(), target, others, attachments, QDateTime::currentDateTimeUtc());
            if (change.isEmpty())
                return;
            const auto count = static_cast<int>(change.batch.removals.size()) + 1;
            self->apply(tr("Merge %n incident(s)", nullptr, count), change,
                        tr("%Ln incident(s) are one now, with all their sources.", nullptr, count));
        };
    });
}

void EditController::apply(const QString& words, const workspace::DeskChange& change, const QString& receipt)
{
    const QPointer<EditController> self(this);
    m_workspace.apply(words, change.batch, change.back, [self, receipt](const Result<std::vector<Incident>>& done) {
        if (self && done)
            self->m_receipt.showReceipt(receipt, true);
    });
}

/// The incident that is being changed in the form may be another afterwards.
void EditController::leaveEditing()
{
    if (!m_form.isEditing())
        return;
    close();
    m_form.leaveEditing();
}

void EditController::remove(const std::vector<QUuid>& ids)
{
    if (ids.empty() || m_workspace.isReadOnly())
        return;
    leaveEditing();
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
    m_map.setDraftMarker(m_marker, m_markerRadius, m_markerOutline);
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

void EditController::showMarker(const std::optional<Sweref99>& position, double radius, const SwerefRing& outline)
{
    m_markerOutline = outline;
    m_marker = position;
    m_markerRadius = radius;
    if (m_open)
        m_map.setDraftMarker(position, radius, outline);
}

} // namespace hk::ui
