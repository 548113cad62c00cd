#include "ui/form_drafts.h"

#include "ui/draft_offer.h"
#include "ui/edit_controller.h"
#include "ui/incident_form.h"
#include "ui/map_area.h"
#include "ui/receipt_bar.h"
#include "workspace/draft_keeper.h"
#include "workspace/workspace.h"

#include <QSettings>
#include <QUuid>

namespace hk::ui {
namespace {

/// Names this user of this workstation, in no words, for as long as the settings are there.
QString profileOf(QSettings& settings)
{
    const QString key = QStringLiteral("workstation/profile");
    QString profile = settings.value(key).toString();
    if (profile.isEmpty()) {
        profile = QUuid::createUuid().toString(QUuid::WithoutBraces);
        settings.setValue(key, profile);
    }
    return profile;
}

} // namespace

FormDrafts::FormDrafts(workspace::Workspace& workspace, QSettings& settings, const QString& lockFolder,
                       IncidentForm& form, EditController& edit, MapArea& mapArea, QObject* parent)
    : QObject(parent)
    , m_form(form)
    , m_keeper(new workspace::DraftKeeper(workspace, profileOf(settings), lockFolder, this))
{
    m_form.keepDraftsWith(*m_keeper);
    DraftOffer& offer = mapArea.draftOffer();
    connect(&m_form, &IncidentForm::edited, this, &FormDrafts::keep);
    connect(&workspace, &workspace::Workspace::opened, &offer, &QWidget::hide);
    connect(m_keeper, &workspace::DraftKeeper::offered, this,
            [this, &offer](const QDateTime& startedAt, const QByteArray& content) {
                m_offered = content;
                offer.offer(startedAt, QDateTime::currentDateTimeUtc());
            });
    connect(m_keeper, &workspace::DraftKeeper::notKept, this, [&mapArea] {
        mapArea.receipt().showReceipt(tr("The file is read only: a half-filled form is not kept in it."), false);
    });
    connect(&offer, &DraftOffer::goOnWanted, this, [this, &edit] {
        edit.resume();
        m_form.restore(m_offered);
        m_keeper->takeOffered(); // the offered one stays until this one is written
    });
    connect(&offer, &DraftOffer::throwAwayWanted, m_keeper, &workspace::DraftKeeper::throwOfferedAway);
}

void FormDrafts::keep()
{
    const QByteArray content = m_form.content();
    if (content.isEmpty())
        m_keeper->discard();
    else
        m_keeper->keep(content);
}

} // namespace hk::ui
