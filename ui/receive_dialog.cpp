#include "ui/receive_dialog.h"

#include "core/local_time.h"
#include "seal/sealed_file.h"
#include "store/backups.h"
#include "text/export_words.h"
#include "text/sentences.h"
#include "ui/error_banner.h"
#include "ui/form_field.h"
#include "ui/widgets.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

namespace hk::ui {
namespace {

using PackagePtr = std::shared_ptr<const workspace::OpenedPackage>;

int plural(qint64 count) { return static_cast<int>(count); }

} // namespace

ReceiveDialog::ReceiveDialog(QString file, store::Actor actor, QWidget* parent)
    : QDialog(parent)
    , m_file(std::move(file))
    , m_actor(std::move(actor))
    , m_name(label("section", this))
    , m_passphrase(new QLineEdit(this))
    , m_passphraseField(new FormField(m_passphrase, this))
    , m_facts(new QLabel(this))
    , m_words(new QLabel(this))
    , m_skip(new QCheckBox(tr("Leave likely duplicates out"), this))
    , m_banner(new ErrorBanner(this))
    , m_progress(new QProgressBar(this))
    , m_open(new QPushButton(tr("&Open"), this))
    , m_take(new QPushButton(tr("&Take in"), this))
    , m_without(new QPushButton(tr("Take in &without a copy"), this))
    , m_close(new QPushButton(tr("Close"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("receiveDialog"));
    setWindowTitle(tr("Receive package"));
    build();
    connect(m_open, &QPushButton::clicked, this, &ReceiveDialog::look);
    connect(m_take, &QPushButton::clicked, this, &ReceiveDialog::takeIn);
    connect(m_without, &QPushButton::clicked, this, [this] { run(Mode::TakeInWithoutCopy); });
    connect(m_close, &QPushButton::clicked, this, &ReceiveDialog::reject);
    connect(m_skip, &QCheckBox::toggled, this, [this] { run(Mode::Look); });
    resize(560, 340);
}

void ReceiveDialog::build()
{
    m_passphrase->setObjectName(QStringLiteral("passphrase"));
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_passphrase->setAccessibleName(tr("Passphrase"));
    m_passphraseField->setName(tr("Passphrase"));
    m_passphraseField->setHint(tr("The package is encrypted. Write the passphrase that was agreed on with the sender."));
    m_facts->setObjectName(QStringLiteral("facts"));
    m_words->setObjectName(QStringLiteral("reportWords"));
    for (QLabel* words : {m_name, m_facts, m_words}) {
        words->setTextFormat(Qt::PlainText);
        words->setWordWrap(true);
    }
    m_skip->setObjectName(QStringLiteral("skipDuplicates"));
    m_take->setObjectName(QStringLiteral("take"));
    m_take->setProperty("primary", true);
    m_without->setObjectName(QStringLiteral("takeWithoutCopy"));
    m_without->setAutoDefault(false);
    m_close->setAutoDefault(false);
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(10);
    for (QWidget* part : {static_cast<QWidget*>(m_name), static_cast<QWidget*>(m_passphraseField),
                          static_cast<QWidget*>(m_facts), static_cast<QWidget*>(m_words), static_cast<QWidget*>(m_skip),
                          static_cast<QWidget*>(m_banner), static_cast<QWidget*>(m_progress)})
        column->addWidget(part);
    column->addStretch();
    auto* buttons = new QHBoxLayout;
    tight(buttons, 8);
    buttons->addStretch();
    for (QPushButton* button : {m_close, m_open, m_without, m_take})
        buttons->addWidget(button);
    column->addLayout(buttons);
    for (QWidget* part : {static_cast<QWidget*>(m_passphraseField), static_cast<QWidget*>(m_skip),
                          static_cast<QWidget*>(m_banner), static_cast<QWidget*>(m_progress),
                          static_cast<QWidget*>(m_open), static_cast<QWidget*>(m_without)})
        part->hide();
    m_take->setEnabled(false);
}

void ReceiveDialog::open(const QString& package)
{
    m_path = package;
    m_name->setText(QFileInfo(package).fileName());
    if (seal::isSealed(package)) {
        m_passphraseField->show();
        m_open->show();
        m_open->setDefault(true);
        m_passphrase->setFocus();
        return;
    }
    look();
}

void ReceiveDialog::look()
{
    m_banner->hide();
    m_words->setText(tr("Checking the package…"));
    setBusy(true);
    m_opening.run(
        [path = m_path, words = m_passphrase->text()](std::stop_token) -> Result<PackagePtr> {
            return workspace::openPackage(path, seal::Passphrase(words)).map([](workspace::OpenedPackage opened) {
                return std::make_shared<const workspace::OpenedPackage>(std::move(opened));
            });
        },
        [this](const Result<PackagePtr>& opened) {
            if (!opened) {
                setBusy(false);
                m_words->clear();
                m_banner->showError(opened.error());
                m_passphrase->selectAll();
                m_passphrase->setFocus();
                Q_EMIT looked();
                return;
            }
            m_package = *opened;
            m_passphraseField->hide();
            m_open->hide();
            m_passphrase->clear();
            const HandoverFacts& facts = m_package->facts;
            m_facts->setText(tr("From %1, made %2.\nSelection: %3. %4\nProfile: %5", "sender, time, period, filter, profile")
                                 .arg(facts.sender,
                                      QLocale().toString(facts.created.toTimeZone(stockholm()), QLocale::ShortFormat),
                                      text::period(facts.from, facts.to), facts.filter, text::nameOf(facts.profile)));
            run(Mode::Look);
        });
}

void ReceiveDialog::takeIn()
{
    if (m_package && !m_taking.isRunning())
        run(Mode::TakeIn);
}

void ReceiveDialog::run(Mode mode)
{
    if (!m_package)
        return;
    m_banner->hide();
    m_without->hide();
    setBusy(true);
    m_taking.run(
        [package = m_package, file = m_file, actor = m_actor, mode, skip = m_skip->isChecked()](std::stop_token stop) -> Taken {
            store::OpenOptions options;
            options.checkIntegrity = false; // it was read through when the window opened it
            Result<store::IncidentStore> store = store::IncidentStore::open(file, options);
            if (!store)
                return {{}, tl::unexpected(store.error())};
            store->setActor(actor);
            if (mode == Mode::TakeIn)
                if (const Result<void> copied = store::backUpBeforeImport(*store); !copied)
                    return {copied.error(), {}};
            const workspace::HandoverOptions wanted{mode == Mode::Look, skip};
            return {{}, workspace::importHandover(*store, *package, wanted, QDateTime::currentDateTimeUtc(), {}, stop)};
        },
        [this](const Taken& taken) {
            if (taken.noCopy)
                askWithoutCopy(*taken.noCopy);
            else
                tell(taken.report);
        });
}

void ReceiveDialog::askWithoutCopy(const Error& error)
{
    setBusy(false);
    m_words->setText(tr("Nothing has been taken in, because no backup copy of the file could be made first. Take in tries again. "
                        "Without a copy it works as well: the log tells what each incident was before."));
    m_banner->showError(error);
    m_take->setEnabled(true);
    m_without->show();
    Q_EMIT copyFailed();
}

void ReceiveDialog::tell(const Result<workspace::HandoverReport>& report)
{
    setBusy(false);
    if (!report) {
        m_banner->showError(report.error());
        Q_EMIT looked();
        return;
    }
    m_report = *report;
    m_words->setText(words(*report));
    if (report->dryRun) {
        m_skip->setVisible(!report->duplicates.empty());
        m_take->setEnabled(report->inserted + report->updated > 0);
        m_take->setDefault(true);
        if (m_take->isEnabled())
            m_take->setFocus(); // not what hiding the passphrase has left it on
        Q_EMIT looked();
        return;
    }
    m_skip->hide();
    m_take->hide();
    m_close->setDefault(true);
    m_close->setFocus();
    Q_EMIT received();
}

QString ReceiveDialog::words(const workspace::HandoverReport& report) const
{
    QStringList lines;
    const auto say = [&lines](qint64 count, const QString& sentence) {
        if (count > 0)
            lines.append(sentence);
    };
    lines.append(report.dryRun ? tr("Nothing has been changed yet. This is what would happen:") : tr("Taken in:"));
    say(report.inserted, tr("%Ln new incident(s)", nullptr, plural(report.inserted)));
    say(report.updated, tr("%Ln received before and changed by the sender", nullptr, plural(report.updated)));
    say(report.unchanged, tr("%Ln received before and unchanged", nullptr, plural(report.unchanged)));
    say(report.own, tr("%Ln of this file itself, left as they are", nullptr, plural(report.own)));
    say(report.rejected, tr("%Ln rejected", nullptr, plural(report.rejected)));
    const auto duplicates = static_cast<qint64>(report.duplicates.size());
    say(duplicates, tr("%Ln likely the same as one that is here (same category, within 100 m, at the same time)", nullptr,
                       plural(duplicates)));
    say(report.skipped, tr("%Ln of them left out", nullptr, plural(report.skipped)));
    if (!report.firstFaults.empty())
        lines.append(text::describe(report.firstFaults.front()));
    return lines.join(u'\n');
}

void ReceiveDialog::setBusy(bool busy)
{
    m_progress->setVisible(busy);
    m_open->setEnabled(!busy);
    m_skip->setEnabled(!busy);
    m_take->setEnabled(!busy && m_take->isEnabled());
    m_close->setText(busy ? tr("Cancel") : tr("Close"));
}

void ReceiveDialog::reject()
{
    m_opening.cancel();
    m_taking.cancel();
    QDialog::reject();
}

} // namespace hk::ui
