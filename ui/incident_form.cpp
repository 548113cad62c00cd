#include "ui/incident_form.h"

#include "text/sentences.h"
#include "ui/icons.h"
#include "ui/widgets.h"
#include "workspace/workspace.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <algorithm>

namespace hk::ui {
namespace {

const QString organisationKey = QStringLiteral("form/organisation");

} // namespace

IncidentForm::IncidentForm(workspace::Workspace& workspace, QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_fields(new IncidentFields(workspace.places(), this))
    , m_scroll(new PanelScroll(m_fields, this))
    , m_general(label("fault", this))
    , m_save(new QPushButton(this))
    , m_close(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_keys(label("caption", this))
{
    setObjectName(QStringLiteral("incidentForm"));
    m_save->setObjectName(QStringLiteral("saveIncident"));
    m_remove->setObjectName(QStringLiteral("removeIncident"));
    setProperty("panel", true);
    setAttribute(Qt::WA_StyledBackground);
    buildLayout();
    retranslate();
    startEmpty();

    connect(m_fields, &IncidentFields::placeShown, this, &IncidentForm::placeShown);
    connect(m_close, &QPushButton::clicked, this, &IncidentForm::closed);
    connect(m_save, &QPushButton::clicked, this, &IncidentForm::save);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (m_editing)
            Q_EMIT removeWanted(m_editing->id);
    });
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* shortcut = new QShortcut(QKeySequence(QKeyCombination(Qt::CTRL, Qt::Key(key))), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &IncidentForm::save);
    }
    auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &IncidentForm::closed);
}

void IncidentForm::buildLayout()
{
    m_general->setWordWrap(true);
    m_general->setTextFormat(Qt::PlainText);
    m_general->hide();
    m_save->setProperty("primary", true);
    m_remove->setIcon(icon(QStringLiteral("trash")));

    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(12, 8, 12, 10);
    foot->setSpacing(6);
    foot->addWidget(m_general);
    auto* buttons = new QHBoxLayout;
    tight(buttons);
    buttons->addWidget(m_save, 1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_remove);
    foot->addLayout(buttons);
    foot->addWidget(m_keys);

    auto* outer = new QVBoxLayout(this);
    tight(outer, 0);
    outer->addWidget(m_scroll, 1);
    outer->addWidget(hairLine(this));
    outer->addLayout(foot);
}

void IncidentForm::retranslate()
{
    m_save->setText(m_editing ? tr("Save changes") : tr("Save incident"));
    m_remove->setText(tr("Delete"));
    m_remove->setVisible(m_editing.has_value());
    m_close->setText(tr("Put away"));
    m_close->setToolTip(tr("Put away (Esc); what is typed is kept"));
    m_keys->setText(tr("Ctrl+Enter saves, Esc puts away"));
    setWindowTitle(m_editing ? tr("Change incident") : tr("New incident"));
}

void IncidentForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void IncidentForm::startEmpty()
{
    m_editing.reset();
    IncidentDraft empty;
    empty.organisation = m_settings.value(organisationKey).toString();
    m_fields->setDraft(empty);
    m_general->hide();
    retranslate();
}

void IncidentForm::startNew()
{
    if (m_editing) {
        startEmpty();
        if (m_kept)
            m_fields->setTyped(*m_kept);
        m_kept.reset();
        retranslate();
    }
    m_scroll->ensureVisible(0, 0);
    m_fields->focusFirst();
}

void IncidentForm::edit(const Incident& incident)
{
    if (!m_editing)
        m_kept = m_fields->typed(QDateTime::currentDateTimeUtc());
    m_editing = incident;
    m_fields->setDraft(IncidentDraft::fromIncident(incident));
    m_general->hide();
    retranslate();
    m_scroll->ensureVisible(0, 0);
    m_fields->focusFirst();
}

void IncidentForm::setPickedPlace(const Sweref99& position)
{
    m_fields->setPickedPlace(position);
}

void IncidentForm::setNear(const Sweref99& near)
{
    m_fields->setNear(near);
}

void IncidentForm::refreshLists()
{
    m_fields->setCategories(m_workspace.snapshot()->categories);
    m_fields->setOrganisations(m_workspace.snapshot()->organisations);
}

void IncidentForm::forgetDraft()
{
    m_kept.reset();
    startEmpty();
}

void IncidentForm::setBusy(bool busy)
{
    m_busy = busy;
    m_save->setEnabled(!busy);
}

void IncidentForm::save()
{
    if (m_busy)
        return;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    auto [draft, faults] = m_fields->draft(now);
    m_general->hide();
    if (!faults.empty()) {
        // What could not be read has its own fault; the rest is validated with it, so that all faults are
        // seen at once.
        const ValidationResult validated = validate(draft, m_workspace.snapshot()->categories, now);
        if (!validated)
            for (const Error& error : validated.error())
                if (std::none_of(faults.begin(), faults.end(),
                                 [&](const Error& fault) { return fault.place.field == error.place.field; }))
                    faults.push_back(error);
        showGeneral(m_fields->showFaults(faults));
        return;
    }
    setBusy(true);
    const QPointer<IncidentForm> self(this);
    if (m_editing)
        draft.seenChangedAt = m_editing->changedAt;
    const workspace::Workspace::Done done = [self, mine = draft](const Result<std::vector<Incident>>& result) {
        if (!self)
            return;
        self->finish(result);
        if (!result && result.error().code == ErrorCode::Conflict && mine.id)
            Q_EMIT self->conflicted(mine);
    };
    faults = m_editing ? m_workspace.change(draft, done) : m_workspace.add(draft, done);
    if (faults.empty())
        return;
    setBusy(false);
    if (faults.front().code == ErrorCode::Conflict)
        Q_EMIT conflicted(draft);
    else
        showGeneral(m_fields->showFaults(faults));
}

void IncidentForm::saveOver(const Incident& theirs)
{
    m_editing = theirs;
    save();
}

void IncidentForm::showGeneral(const std::vector<Error>& errors)
{
    QStringList sentences;
    for (const Error& error : errors)
        sentences.append(text::describe(error));
    m_general->setText(sentences.join(QLatin1Char('\n')));
    m_general->setVisible(!sentences.isEmpty());
}

void IncidentForm::finish(const Result<std::vector<Incident>>& result)
{
    setBusy(false);
    if (!result) {
        // Nothing was saved: what is typed stays. The window's banner says why.
        return;
    }
    m_settings.setValue(organisationKey, m_fields->organisation());
    const bool isNew = !m_editing.has_value();
    startEmpty();
    if (!isNew && m_kept)
        m_fields->setTyped(*m_kept);
    m_kept.reset();
    Q_EMIT saved(isNew);
}

} // namespace hk::ui
