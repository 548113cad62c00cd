#include "ui/incident_form.h"

#include "core/personal_data.h"
#include "text/sentences.h"
#include "ui/attachment_box.h"
#include "ui/duplicate_card.h"
#include "ui/form_memory.h"
#include "ui/icons.h"
#include "ui/template_button.h"
#include "ui/widgets.h"
#include "workspace/desk_changes.h"
#include "workspace/draft_keeper.h"
#include "workspace/likely_duplicates.h"
#include "workspace/workspace.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QToolButton>
#include <algorithm>

namespace hk::ui {
namespace {

const QString organisationKey = QStringLiteral("form/organisation");
constexpr int restTime = 200; // ms after the last key

} // namespace

IncidentForm::IncidentForm(workspace::Workspace& workspace, QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_body(new QWidget(this))
    , m_sources(label("caption", m_body))
    , m_fields(new IncidentFields(workspace.places(), m_body))
    , m_files(new Section(m_body))
    , m_attachments(new AttachmentBox(workspace, m_files))
    , m_scroll(new PanelScroll(m_body, this))
    , m_general(label("fault", this))
    , m_duplicate(new DuplicateCard(this))
    , m_save(new QPushButton(this))
    , m_saveAndNew(new QPushButton(this))
    , m_close(new QPushButton(this))
    , m_templates(new TemplateButton(workspace, this))
    , m_remove(new QPushButton(this))
    , m_keys(label("caption", this))
{
    setObjectName(QStringLiteral("incidentForm"));
    m_save->setObjectName(QStringLiteral("saveIncident"));
    m_saveAndNew->setObjectName(QStringLiteral("saveAndNew"));
    m_close->setObjectName(QStringLiteral("putAway"));
    m_remove->setObjectName(QStringLiteral("removeIncident"));
    setProperty("panel", true);
    setAttribute(Qt::WA_StyledBackground);
    m_fields->setClock([&workspace] { return workspace.now(); });
    buildLayout();
    retranslate();
    connectParts();
    startEmpty();
}

void IncidentForm::connectParts()
{
    connect(m_fields, &IncidentFields::placeShown, this, &IncidentForm::placeShown);
    connect(m_close, &QPushButton::clicked, this, &IncidentForm::closed);
    connect(m_save, &QPushButton::clicked, this, [this] { save(); });
    connect(m_saveAndNew, &QPushButton::clicked, this, [this] { save(Then::New); });
    connect(m_duplicate, &DuplicateCard::linkWanted, this, &IncidentForm::linkTo);
    connect(m_fields, &IncidentFields::drawAreaWanted, this, &IncidentForm::drawAreaWanted);
    connect(m_fields, &IncidentFields::edited, this, &IncidentForm::touched);
    connect(m_fields, &IncidentFields::edited, &m_look, qOverload<>(&QTimer::start));
    m_look.setSingleShot(true);
    m_look.setInterval(restTime);
    connect(&m_look, &QTimer::timeout, this, &IncidentForm::lookForDuplicates);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (m_editing)
            Q_EMIT removeWanted(m_editing->id);
    });
    connect(m_attachments, &AttachmentBox::failed, this, &IncidentForm::failed);
    connect(m_attachments, &AttachmentBox::done, this, &IncidentForm::told);
    connect(m_attachments, &AttachmentBox::countChanged, this, &IncidentForm::retranslate);
    connect(m_templates, &TemplateButton::failed, this, &IncidentForm::failed);
    connect(m_templates, &TemplateButton::chosen, this, &IncidentForm::useTemplate);
    connect(m_templates, &TemplateButton::saveWanted, this, [this] {
        IncidentFields::Typed typed = m_fields->typed(m_workspace.now());
        typed.when.clear();
        typed.draft.id.reset();
        typed.draft.externalId.clear();
        m_templates->askName(formToJson(typed));
    });
    // What is unfolded by hand is looked at next.
    for (Section* section : m_body->findChildren<Section*>())
        connect(section->titleButton(), &QToolButton::clicked, this, [this, section] {
            QTimer::singleShot(0, section, [this, section] { m_scroll->ensureWidgetVisible(section, 0, 8); });
        });
    const auto onKey = [this](const QKeySequence& keys, auto slot) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        onKey(QKeyCombination(Qt::CTRL, key), [this] { save(); });
        onKey(QKeyCombination(Qt::CTRL | Qt::SHIFT, key), [this] { save(Then::New); });
        onKey(QKeyCombination(Qt::CTRL | Qt::ALT, key), [this] { save(Then::SameReport); });
    }
    onKey(QKeyCombination(Qt::CTRL, Qt::Key_M), [this] {
        if (m_duplicate->isVisible())
            linkTo(m_duplicate->incident());
    });
    onKey(Qt::Key_Escape, &IncidentForm::closed);
}

void IncidentForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void IncidentForm::startFrom(const IncidentDraft& draft)
{
    m_fields->setDraft(draft);
    m_pristine = formToJson(m_fields->typed(m_workspace.now()));
    m_general->hide();
    m_duplicate->hide();
    m_attachments->setIncident(m_editing ? m_editing->id : QUuid());
    m_files->setFolded(!m_editing || m_workspace.snapshot()->attachments == nullptr ||
                       !m_workspace.snapshot()->attachments->contains(m_editing->id));
    showSources();
    retranslate();
    touched();
}

void IncidentForm::touched()
{
    if (!m_quiet)
        Q_EMIT edited();
}

void IncidentForm::startEmpty()
{
    m_editing.reset();
    IncidentDraft empty;
    empty.organisation = m_settings.value(organisationKey).toString();
    startFrom(empty);
}

void IncidentForm::startNew()
{
    leaveEditing();
    m_scroll->ensureVisible(0, 0);
    m_fields->focusFirst();
}

void IncidentForm::leaveEditing()
{
    if (!m_editing)
        return;
    startEmpty();
    if (m_kept)
        m_fields->setTyped(*m_kept);
    m_kept.reset();
    m_keptContent.clear();
    touched();
}

void IncidentForm::edit(const Incident& incident)
{
    if (!m_editing) {
        m_keptContent = content();
        m_kept = m_fields->typed(m_workspace.now());
    }
    m_editing = incident;
    startFrom(IncidentDraft::fromIncident(incident));
    m_scroll->ensureVisible(0, 0);
    m_fields->focusFirst();
}

void IncidentForm::startCopy(const Incident& incident)
{
    m_kept.reset();
    m_keptContent.clear();
    startEmpty();
    IncidentDraft copy = IncidentDraft::fromIncident(incident);
    copy.id.reset();
    copy.externalId.clear();
    copy.occurredFrom = {};
    copy.occurredTo = {};
    copy.ambiguousTime = false;
    m_fields->setDraft(copy);
    m_fields->focusTime();
    touched();
}

QByteArray IncidentForm::content() const
{
    const QByteArray now = formToJson(m_fields->typed(m_workspace.now()));
    const QByteArray kept = m_editing ? m_keptContent : QByteArray();
    if (now == m_pristine)
        return kept;
    return kept.isEmpty() ? now : withKept(now, kept);
}

void IncidentForm::restore(const QByteArray& content)
{
    std::optional<IncidentFields::Typed> typed = formFromJson(content);
    if (!typed)
        return;
    const workspace::SnapshotPtr snapshot = m_workspace.snapshot();
    const auto row = typed->draft.id ? snapshot->rowOf.constFind(*typed->draft.id) : snapshot->rowOf.constEnd();
    if (row != snapshot->rowOf.constEnd()) {
        const Incident& incident = *snapshot->incidents[*row];
        edit(incident);
        // A time that has not been touched stays to the second.
        typed->draft.occurredFrom = incident.occurredFrom;
        typed->draft.occurredTo = incident.occurredTo;
        typed->draft.ambiguousTime = incident.ambiguousTime;
    } else {
        typed->draft.id.reset();
        startEmpty();
    }
    if (m_editing)
        if (const QByteArray kept = keptOf(content); !kept.isEmpty()) {
            m_kept = formFromJson(kept);
            m_keptContent = kept;
        }
    m_fields->setTyped(*typed);
    m_fields->focusFirst();
    touched();
}

void IncidentForm::useTemplate(const QByteArray& content)
{
    std::optional<IncidentFields::Typed> typed = formFromJson(content);
    if (!typed || m_editing)
        return;
    typed->draft.id.reset();
    typed->when = m_fields->typed(m_workspace.now()).when;
    m_fields->setTyped(*typed);
    m_fields->focusFirst();
    touched();
}

void IncidentForm::setDrawnArea(const SwerefRing& ring)
{
    m_fields->setDrawnArea(ring);
}

void IncidentForm::lookForDuplicates()
{
    const QDateTime now = m_workspace.now();
    const std::optional<Incident> probe = m_fields->probe(now);
    const workspace::SnapshotPtr snapshot = m_workspace.snapshot();
    m_duplicate->show(*snapshot,
                      probe && !m_editing ? workspace::likelyDuplicates(*snapshot, *probe)
                                          : std::vector<workspace::Duplicate>(),
                      now);
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
    const workspace::SnapshotPtr snapshot = m_workspace.snapshot();
    m_fields->setCategories(snapshot->categories);
    m_fields->setOrganisations(snapshot->organisations);
    // The latest of the desk, as the file tells: the same after a restart.
    constexpr qsizetype recentCategories = 5;
    constexpr std::size_t farBack = 2000;
    QStringList recent;
    bool placeKnown = false;
    for (std::size_t back = 1; back <= std::min(farBack, snapshot->size()) && recent.size() < recentCategories; ++back) {
        const Incident& incident = *snapshot->incidents[snapshot->size() - back];
        if (incident.sourceType == SourceType::Import)
            continue;
        if (!recent.contains(incident.category))
            recent.append(incident.category);
        if (!std::exchange(placeKnown, true))
            m_fields->setLastPlace({incident.position, incident.precision,
                                    incident.precision == Precision::Area ? incident.radius : 0.0, incident.area},
                                   incident.placeName);
    }
    m_fields->setRecentCategories(recent);
    showSources();
    if (m_duplicate->isVisible())
        lookForDuplicates();
}

void IncidentForm::forgetDraft()
{
    m_quiet = true; // it stays in the file it was begun in
    m_kept.reset();
    m_keptContent.clear();
    startEmpty();
    m_quiet = false;
}

/// What is typed while an incident is being written belongs to the next one: it waits until the form is ready for it.
bool IncidentForm::eventFilter(QObject* watched, QEvent* event)
{
    const auto* widget = qobject_cast<QWidget*>(watched);
    if (m_busy && widget && isAncestorOf(widget)
        && (event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease)) {
        m_typedAhead.emplace_back(static_cast<QKeyEvent*>(event->clone()));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void IncidentForm::giveTypedAhead()
{
    for (const auto& key : std::exchange(m_typedAhead, {}))
        if (QWidget* editor = QApplication::focusWidget(); editor && isVisible() && isAncestorOf(editor))
            QApplication::sendEvent(editor, key.get());
}

void IncidentForm::setBusy(bool busy)
{
    if (busy && !m_busy)
        QApplication::instance()->installEventFilter(this);
    else if (!busy)
        QApplication::instance()->removeEventFilter(this);
    m_busy = busy;
    m_save->setEnabled(!busy);
    m_saveAndNew->setEnabled(!busy);
}

void IncidentForm::keepDraftsWith(workspace::DraftKeeper& keeper)
{
    m_keeper = &keeper;
}

/// The draft of the new incident, if one waits behind an incident that is being changed, stays.
store::DraftEnd IncidentForm::handIn()
{
    return m_keeper ? m_keeper->handIn(m_editing ? m_keptContent : QByteArray()) : store::DraftEnd();
}

void IncidentForm::handedIn(bool saved)
{
    if (m_keeper)
        m_keeper->handedIn(saved);
}

void IncidentForm::save(Then then)
{
    if (m_busy)
        return;
    const QDateTime now = m_workspace.now();
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
    const workspace::Workspace::Done done = [self, then, mine = draft](const Result<std::vector<Incident>>& result) {
        if (!self)
            return;
        self->finish(result, then);
        if (!result && result.error().code == ErrorCode::Conflict && mine.id)
            Q_EMIT self->conflicted(mine);
    };
    const store::DraftEnd end = handIn();
    faults = m_editing ? m_workspace.change(draft, done, end) : m_workspace.add(draft, done, end);
    if (faults.empty())
        return;
    handedIn(false);
    setBusy(false);
    giveTypedAhead();
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

void IncidentForm::finish(const Result<std::vector<Incident>>& result, Then then)
{
    handedIn(result.has_value());
    setBusy(false);
    if (!result) {
        // Nothing was saved: what is typed stays. The window's banner says why.
        giveTypedAhead();
        return;
    }
    m_settings.setValue(organisationKey, m_fields->organisation());
    const bool isNew = !m_editing.has_value();
    const IncidentFields::Typed before = m_fields->typed(m_workspace.now());
    if (isNew && !result->empty())
        m_attachments->attachWaiting(result->front().id);
    startEmpty();
    if (isNew && then == Then::SameReport) {
        // What one report of several incidents shares: who told, where and when.
        IncidentFields::Typed next;
        next.when = before.when;
        next.draft.position = before.draft.position;
        next.draft.precision = before.draft.precision;
        next.draft.radius = before.draft.radius;
        next.draft.area = before.draft.area;
        next.draft.placeName = before.draft.placeName;
        next.draft.organisation = before.draft.organisation;
        next.draft.sourceType = before.draft.sourceType;
        next.draft.confidentiality = before.draft.confidentiality;
        m_fields->setTyped(next);
        m_fields->focusCategory();
    } else if (!isNew && m_kept) {
        m_fields->setTyped(*m_kept);
    }
    m_kept.reset();
    m_keptContent.clear();
    if (then == Then::New)
        m_fields->focusFirst();
    touched();
    Q_EMIT saved(isNew, then);
    giveTypedAhead();
}

void IncidentForm::linkTo(const QUuid& incident)
{
    if (m_busy || m_editing || incident.isNull())
        return;
    const IncidentDraft draft = m_fields->typed(m_workspace.now()).draft;
    std::vector<Error> faults;
    for (const PersonalDataMatch& match : findPersonalData(draft.description))
        faults.push_back({ErrorCode::PersonalData, {{}, -1, field::description}, {toName(match.kind), match.text}, {}});
    if (!faults.empty()) {
        showGeneral(m_fields->showFaults(faults));
        return;
    }
    store::Report report;
    report.id = QUuid::createUuid();
    report.incident = incident;
    report.organisation = draft.organisation;
    report.sourceType = draft.sourceType;
    report.externalId = draft.externalId;
    report.receivedAt = m_workspace.now();
    report.note = draft.description;
    workspace::DeskChange change = workspace::addReport(report);
    change.batch.draft = handIn();
    setBusy(true);
    const QPointer<IncidentForm> self(this);
    m_workspace.apply(tr("Add a source"), change.batch, change.back,
                      [self, incident](const Result<std::vector<Incident>>& result) {
                          if (!self)
                              return;
                          self->handedIn(result.has_value());
                          self->setBusy(false);
                          if (result)
                              self->finishLink(incident);
                          else
                              self->giveTypedAhead();
                      });
}

void IncidentForm::finishLink(const QUuid& incident)
{
    m_settings.setValue(organisationKey, m_fields->organisation());
    startEmpty();
    Q_EMIT linked(m_workspace.snapshot()->sourcesOf(incident));
    giveTypedAhead();
}

} // namespace hk::ui
