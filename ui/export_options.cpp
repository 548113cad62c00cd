#include "ui/export_options.h"

#include "exchange/zone_reader.h"
#include "seal/passphrase.h"
#include "text/export_words.h"
#include "text/sentences.h"
#include "ui/agreement_dialog.h"
#include "ui/form_field.h"
#include "ui/widgets.h"
#include "workspace/handover_package.h"
#include "workspace/workstation_profile.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

namespace hk::ui {
namespace {

const QString profileKey = QStringLiteral("export/profile");
const QString partnerKey = QStringLiteral("export/partner");
const QString groundKey = QStringLiteral("export/ground");
const QString cellKey = QStringLiteral("export/cell");
const QString areasKey = QStringLiteral("export/areas");
const QString formatKey = QStringLiteral("export/format");
const QString senderKey = QStringLiteral("export/sender");

} // namespace

ExportOptions::ExportOptions(std::shared_ptr<const map::Basemap> streets, CategoryList categories, QString agreementsPath,
                             QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_streets(std::move(streets))
    , m_categories(std::move(categories))
    , m_agreementsPath(std::move(agreementsPath))
    , m_settings(settings)
    , m_profile(new QComboBox(this))
    , m_profileWords(label("muted", this))
    , m_partner(new QComboBox(this))
    , m_edit(linkButton(this))
    , m_ground(new QComboBox(this))
    , m_cell(new QSpinBox(this))
    , m_areaFile(linkButton(this))
    , m_format(new QComboBox(this))
    , m_sender(new QLineEdit(this))
    , m_seal(new QCheckBox(this))
    , m_passphrase(new QLineEdit(this))
    , m_again(new QLineEdit(this))
{
    build();
    readAgreements();
    restore();
    update();
    for (QComboBox* box : {m_profile, m_partner, m_ground, m_format})
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            update();
            Q_EMIT changed();
        });
    connect(m_cell, &QSpinBox::valueChanged, this, &ExportOptions::changed);
    connect(m_edit, &QToolButton::clicked, this, &ExportOptions::editAgreements);
    connect(m_areaFile, &QToolButton::clicked, this, &ExportOptions::chooseAreas);
    connect(m_seal, &QCheckBox::toggled, this, [this] {
        update();
        Q_EMIT packageChanged();
    });
    for (QLineEdit* line : {m_sender, m_passphrase, m_again})
        connect(line, &QLineEdit::textChanged, this, &ExportOptions::packageChanged);
    for (QLineEdit* line : {m_passphrase, m_again}) {
        connect(line, &QLineEdit::textChanged, this, [this] { tellPassphraseFault(true); });
        connect(line, &QLineEdit::editingFinished, this, [this] { tellPassphraseFault(false); });
    }
}

void ExportOptions::build()
{
    auto* column = new QVBoxLayout(this);
    tight(column, 10);
    const auto add = [&](QWidget* editor, const char* objectName, const QString& name) {
        editor->setObjectName(QString::fromLatin1(objectName));
        editor->setAccessibleName(name);
        auto* made = new FormField(editor, this);
        made->setName(name);
        column->addWidget(made);
        return made;
    };
    for (const ExportProfile profile : {ExportProfile::Public, ExportProfile::Partner, ExportProfile::Internal})
        m_profile->addItem(text::nameOf(profile), toName(profile));
    add(m_profile, "profile", tr("For whom"));
    m_profileWords->setWordWrap(true);
    column->addWidget(m_profileWords);
    m_partnerField = add(m_partner, "partner", tr("Partner"));
    m_edit->setObjectName(QStringLiteral("editAgreements"));
    m_edit->setText(tr("Agreements…"));
    column->addWidget(m_edit, 0, Qt::AlignLeft);
    for (const CountGround ground : {CountGround::Grid, CountGround::Areas, CountGround::Streets})
        m_ground->addItem(text::nameOf(ground), toName(ground));
    m_groundField = add(m_ground, "ground", tr("Counted by"));
    m_cell->setRange(static_cast<int>(workspace::PublicOptions::smallestCell), 10000);
    m_cell->setSingleStep(100);
    m_cell->setValue(500);
    m_cell->setSuffix(tr(" m", "metres, after a number"));
    m_cell->setKeyboardTracking(false);
    m_cellField = add(m_cell, "cell", tr("Size of a cell"));
    m_areaFile->setObjectName(QStringLiteral("areaFile"));
    column->addWidget(m_areaFile, 0, Qt::AlignLeft);
    m_format->addItem(tr("Table as text (CSV)"), QStringLiteral("csv"));
    m_format->addItem(tr("Spreadsheet (XLSX)"), QStringLiteral("xlsx"));
    m_format->addItem(QStringLiteral("GeoJSON"), QStringLiteral("geojson"));
    m_format->addItem(QStringLiteral("GeoPackage"), QStringLiteral("gpkg"));
    m_format->addItem(QStringLiteral("KML"), QStringLiteral("kml"));
    m_format->addItem(tr("Handover package"), workspace::packageSuffix);
    add(m_format, "format", tr("Format"));
    m_senderField = add(m_sender, "sender", tr("Sender"));
    m_sender->setMaxLength(80);
    m_senderField->setHint(tr("The organisation that hands over. The receiver knows the incidents by it."));
    m_seal->setObjectName(QStringLiteral("seal"));
    m_seal->setText(tr("Encrypt with a passphrase"));
    column->addWidget(m_seal);
    for (QLineEdit* line : {m_passphrase, m_again})
        line->setEchoMode(QLineEdit::Password);
    m_passphraseField = add(m_passphrase, "passphrase", tr("Passphrase"));
    m_passphraseField->setHint(tr("At least %1 characters. Tell it to the receiver in another way than the package goes. It "
                                  "is kept nowhere: without it nobody can open the package.")
                                   .arg(seal::Passphrase::leastLength));
    m_againField = add(m_again, "passphraseAgain", tr("Once more"));
    column->addStretch();
}

void ExportOptions::restore()
{
    const auto choose = [this](QComboBox* box, const QString& key) {
        box->setCurrentIndex(std::max(0, box->findData(m_settings.value(key).toString())));
    };
    // What goes to everybody is the careful choice: a wider one is made each time anew.
    m_profile->setCurrentIndex(0);
    choose(m_partner, partnerKey);
    choose(m_ground, groundKey);
    choose(m_format, formatKey);
    if (isPackage())
        m_format->setCurrentIndex(0);
    m_cell->setValue(m_settings.value(cellKey, 500).toInt());
    m_sender->setText(m_settings.value(senderKey, workspace::storedProfile(m_settings).organisation).toString());
    if (const QString path = m_settings.value(areasKey).toString(); QFileInfo(path).isFile())
        readAreas(path);
}

void ExportOptions::remember()
{
    m_settings.setValue(partnerKey, m_partner->currentData());
    m_settings.setValue(groundKey, m_ground->currentData());
    m_settings.setValue(cellKey, m_cell->value());
    m_settings.setValue(formatKey, m_format->currentData());
    m_settings.setValue(senderKey, sender());
    if (m_areas)
        m_settings.setValue(areasKey, m_areas->path);
}

ExportProfile ExportOptions::profile() const
{
    return exportProfileFromName(m_profile->currentData().toString()).value_or(ExportProfile::Public);
}

QString ExportOptions::suffix() const
{
    return m_format->currentData().toString();
}

bool ExportOptions::isPackage() const
{
    return suffix() == workspace::packageSuffix;
}

QString ExportOptions::sender() const
{
    return m_sender->text().trimmed();
}

QString ExportOptions::passphrase() const
{
    return m_seal->isChecked() ? m_passphrase->text() : QString();
}

QString ExportOptions::packageFault() const
{
    if (!isPackage())
        return {};
    if (sender().isEmpty())
        return tr("Say who hands over.");
    if (!m_seal->isChecked())
        return {};
    if (m_passphrase->text().size() < seal::Passphrase::leastLength)
        return tr("The passphrase is too short.");
    return m_passphrase->text() == m_again->text() ? QString() : tr("The two passphrases differ.");
}

void ExportOptions::tellPassphraseFault(bool whileTyping)
{
    const QString words = m_passphrase->text();
    const QString again = m_again->text();
    const bool isShort = !words.isEmpty() && words.size() < seal::Passphrase::leastLength;
    const bool differs = !again.isEmpty() && again != words && !(whileTyping && words.startsWith(again));
    // What is being typed is not called too short: only what was left so, until it is long enough.
    if (!isShort || !whileTyping)
        m_passphraseField->setFault(isShort ? tr("The passphrase is too short.") : QString());
    m_againField->setFault(differs ? tr("The two passphrases differ.") : QString());
}

void ExportOptions::readAgreements()
{
    const auto read = workspace::readAgreements(m_agreementsPath);
    m_fault = read ? std::nullopt : std::optional<Error>(read.error());
    m_agreements = read.value_or(std::vector<PartnerAgreement>{});
    const QString before = m_partner->currentData().toString();
    const QSignalBlocker quiet(m_partner);
    m_partner->clear();
    for (const PartnerAgreement& agreement : m_agreements)
        m_partner->addItem(agreement.partner, agreement.partner);
    m_partner->setCurrentIndex(std::max(0, m_partner->findData(before)));
}

void ExportOptions::tellFault()
{
    if (m_fault)
        Q_EMIT failed(*m_fault);
}

void ExportOptions::editAgreements()
{
    if (m_fault) // what cannot be read must not be written over
        return tellFault();
    AgreementDialog dialog(m_agreements, m_categories, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    if (const auto written = workspace::writeAgreements(m_agreementsPath, dialog.agreements()); !written) {
        Q_EMIT failed(written.error());
        return;
    }
    readAgreements();
    update();
    Q_EMIT changed();
}

void ExportOptions::readAreas(const QString& path)
{
    const auto read = exchange::readZones(path);
    if (!read) {
        Q_EMIT failed(read.error());
        return;
    }
    m_areas = *read;
}

void ExportOptions::chooseAreas()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Areas to count by"), m_areas ? QFileInfo(m_areas->path).absolutePath() : QString(),
        tr("Areas (%1)").arg(QStringLiteral("*.geojson *.gpkg *.shp *.kml")));
    if (path.isEmpty())
        return;
    readAreas(path);
    update();
    Q_EMIT changed();
}

void ExportOptions::update()
{
    const bool isPublic = profile() == ExportProfile::Public;
    const bool isPartner = profile() == ExportProfile::Partner;
    const QString ground = m_ground->currentData().toString();
    const int package = m_format->findData(workspace::packageSuffix);
    if (isPublic && isPackage()) {
        const QSignalBlocker quiet(m_format);
        m_format->setCurrentIndex(0);
    }
    if (isPublic && package >= 0)
        m_format->removeItem(package);
    else if (!isPublic && package < 0)
        m_format->addItem(tr("Handover package"), workspace::packageSuffix);
    m_profileWords->setText(text::describe(profile()));
    m_partnerField->setVisible(isPartner && m_partner->count() > 0);
    m_edit->setVisible(isPartner);
    m_groundField->setVisible(isPublic);
    m_cellField->setVisible(isPublic && ground == toName(CountGround::Grid));
    m_areaFile->setVisible(isPublic && ground == toName(CountGround::Areas));
    m_areaFile->setText(m_areas ? tr("%1 – another file…", "name of a file").arg(m_areas->title) : tr("Choose a file…"));
    m_senderField->setVisible(isPackage());
    m_seal->setVisible(isPackage());
    m_passphraseField->setVisible(isPackage() && m_seal->isChecked());
    m_againField->setVisible(isPackage() && m_seal->isChecked());
}

std::optional<PartnerAgreement> ExportOptions::agreement() const
{
    const auto found
        = workspace::agreementWith(m_partner->currentData().toString(), m_agreements, QDate::currentDate());
    return found ? std::optional<PartnerAgreement>(*found) : std::nullopt;
}

QString ExportOptions::missing() const
{
    if (profile() == ExportProfile::Partner && m_partner->count() == 0)
        return tr("There is no agreement yet. Write down under Agreements what a partner may be given.");
    if (profile() == ExportProfile::Partner && !agreement())
        return tr("The agreement with %1 is not valid today. Renew it under Agreements.").arg(m_partner->currentText());
    if (profile() == ExportProfile::Public && m_ground->currentData().toString() == toName(CountGround::Areas) && !m_areas)
        return tr("Choose the file with the areas to count by.");
    return {};
}

std::optional<workspace::ExportRequest> ExportOptions::request() const
{
    if (!missing().isEmpty())
        return std::nullopt;
    workspace::ExportRequest request;
    request.profile = profile();
    if (request.profile == ExportProfile::Partner)
        request.agreement = *agreement();
    request.counts.ground = countGroundFromName(m_ground->currentData().toString()).value_or(CountGround::Grid);
    request.counts.cellMetres = m_cell->value();
    request.counts.areas = m_areas;
    request.counts.streets = m_streets;
    return request;
}

} // namespace hk::ui
