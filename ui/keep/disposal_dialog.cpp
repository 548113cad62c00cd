#include "ui/keep/disposal_dialog.h"

#include "report/protocol_pdf.h"
#include "store/incident_store.h"
#include "text/sentences.h"
#include "ui/widgets.h"
#include "workspace/backup_keeper.h"
#include "workspace/disposal_words.h"
#include "workspace/workspace.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <QStyle>
#include <QTableWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace hk::ui {

namespace {

constexpr int mostMonths = 1200;
constexpr int usualMonths = 24;
constexpr int mostShown = 500; // incidents of each kind in the proposal
enum RuleColumn { CategoryColumn, ConfidentialityColumn, MonthsColumn, RuleColumnCount };

} // namespace

DisposalDialog::DisposalDialog(workspace::Workspace& workspace, workspace::BackupKeeper& keeper, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_keeper(keeper)
    , m_categories(workspace.snapshot()->categories)
    , m_rules(new QTableWidget(0, RuleColumnCount, this))
    , m_counts(new QTreeWidget(this))
    , m_words(label("muted", this))
    , m_dispose(new QPushButton(tr("Dispose…"), this))
    , m_protocol(new QPushButton(tr("Save protocol…"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("disposalDialog"));
    setWindowTitle(tr("Disposal"));
    m_rules->setTabKeyNavigation(false);
    m_rules->setAccessibleName(tr("Rules of disposal"));
    m_rules->setHorizontalHeaderLabels({tr("Category"), tr("Confidentiality"), tr("Months after the end")});
    m_rules->horizontalHeader()->setSectionResizeMode(CategoryColumn, QHeaderView::Stretch);
    m_rules->horizontalHeader()->setHighlightSections(false);
    m_rules->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_rules->verticalHeader()->hide();
    fitColumns(*m_rules, *m_rules->horizontalHeader(), {ConfidentialityColumn, MonthsColumn});
    m_rules->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_counts->setAccessibleName(tr("What is due"));
    m_counts->setHeaderLabels({tr("Category"), tr("Confidentiality"), tr("Incidents"), tr("Due since")});
    m_counts->headerItem()->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
    m_counts->setUniformRowHeights(true);
    fitColumns(*m_counts, *m_counts->header(), {0, 1, 2, 3});
    m_words->setWordWrap(true);
    m_dispose->setEnabled(false);

    auto* add = new QPushButton(tr("New rule"), this);
    auto* remove = new QPushButton(tr("Remove rule"), this);
    auto* ruleButtons = new QHBoxLayout;
    ruleButtons->addWidget(add);
    ruleButtons->addWidget(remove);
    ruleButtons->addStretch();
    auto* explanation = label("muted", this);
    explanation->setWordWrap(true);
    explanation->setText(tr("The rule that names most counts. An incident with a date of disposal of its own goes by that date. "
                            "Nothing is disposed of by itself."));
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(m_dispose, QDialogButtonBox::ActionRole);
    buttons->addButton(m_protocol, QDialogButtonBox::ActionRole);
    QPushButton* close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setDefault(true);
    m_protocol->hide(); // until there is something to tell; each button added to the box shows them all
    auto* rulesHead = label("section", this);
    rulesHead->setText(tr("Rules"));
    auto* dueHead = label("section", this);
    dueHead->setText(tr("Due today"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(rulesHead);
    column->addWidget(explanation);
    column->addWidget(m_rules, 1);
    column->addLayout(ruleButtons);
    column->addWidget(dueHead);
    column->addWidget(m_counts, 1);
    column->addWidget(m_words);
    column->addWidget(buttons);
    resize(720, 640);
    tabByLayout(this);

    for (QWidget* part : std::initializer_list<QWidget*>{m_rules, add, remove})
        part->setEnabled(!m_workspace.isReadOnly());
    connect(add, &QPushButton::clicked, this, [this] {
        addRule({{}, std::nullopt, usualMonths});
        storeRules();
    });
    connect(remove, &QPushButton::clicked, this, [this] {
        if (m_rules->currentRow() < 0)
            return;
        m_rules->removeRow(m_rules->currentRow());
        storeRules();
    });
    connect(m_dispose, &QPushButton::clicked, this, &DisposalDialog::askDispose);
    connect(m_protocol, &QPushButton::clicked, this, &DisposalDialog::askProtocol);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_workspace, &workspace::Workspace::opened, this, &QDialog::close);
    load();
}

void DisposalDialog::setWords(const QString& words, bool fault)
{
    m_words->setProperty("role", fault ? QStringLiteral("fault") : QStringLiteral("muted"));
    m_words->style()->polish(m_words);
    m_words->setText(words);
}

QString DisposalDialog::words() const
{
    return m_words->text();
}

void DisposalDialog::addRule(const store::DisposalRule& rule)
{
    const int row = m_rules->rowCount();
    m_rules->insertRow(row);
    auto* category = new QComboBox(m_rules);
    category->setAccessibleName(tr("Category"));
    category->addItem(tr("All categories"), QString());
    for (const Category& one : m_categories.all())
        category->addItem(QStringLiteral("%1 %2").arg(one.code, text::nameOf(one)), one.code);
    if (category->findData(rule.category) < 0)
        category->addItem(rule.category, rule.category);
    category->setCurrentIndex(category->findData(rule.category));
    auto* confidentiality = new QComboBox(m_rules);
    confidentiality->setAccessibleName(tr("Confidentiality"));
    confidentiality->addItem(tr("Any"), -1);
    for (const Confidentiality one : {Confidentiality::Internal, Confidentiality::Partner, Confidentiality::Public})
        confidentiality->addItem(text::nameOf(one), static_cast<int>(one));
    confidentiality->setCurrentIndex(
        confidentiality->findData(rule.confidentiality ? static_cast<int>(*rule.confidentiality) : -1));
    auto* months = new QSpinBox(m_rules);
    months->setAccessibleName(tr("Months after the end"));
    months->setRange(1, mostMonths);
    months->setValue(rule.months);
    months->setKeyboardTracking(false);
    m_rules->setCellWidget(row, CategoryColumn, category);
    m_rules->setCellWidget(row, ConfidentialityColumn, confidentiality);
    m_rules->setCellWidget(row, MonthsColumn, months);
    m_rules->resizeRowToContents(row);
    for (QComboBox* box : {category, confidentiality})
        connect(box, &QComboBox::activated, this, &DisposalDialog::storeRules);
    connect(months, &QSpinBox::valueChanged, this, &DisposalDialog::storeRules);
}

std::vector<store::DisposalRule> DisposalDialog::rules() const
{
    std::vector<store::DisposalRule> rules;
    for (int row = 0; row < m_rules->rowCount(); ++row) {
        const auto* category = qobject_cast<QComboBox*>(m_rules->cellWidget(row, CategoryColumn));
        const auto* confidentiality = qobject_cast<QComboBox*>(m_rules->cellWidget(row, ConfidentialityColumn));
        const auto* months = qobject_cast<QSpinBox*>(m_rules->cellWidget(row, MonthsColumn));
        const int chosen = confidentiality->currentData().toInt();
        rules.push_back({category->currentData().toString(),
                         chosen < 0 ? std::nullopt : std::optional(static_cast<Confidentiality>(chosen)), months->value()});
    }
    return rules;
}

void DisposalDialog::load()
{
    const QPointer<DisposalDialog> self(this);
    m_workspace.ask([self](store::IncidentStore& store) -> std::function<void()> {
        const auto rules = store.disposalRules();
        return [self, rules] {
            if (!self)
                return;
            if (!rules) {
                self->setWords(text::describe(rules.error()), true);
                return;
            }
            self->m_filling = true;
            for (const store::DisposalRule& rule : *rules)
                self->addRule(rule);
            self->m_filling = false;
            self->propose();
        };
    });
}

void DisposalDialog::storeRules()
{
    if (m_filling)
        return;
    const auto wanted = rules();
    for (std::size_t i = 0; i < wanted.size(); ++i)
        for (std::size_t k = i + 1; k < wanted.size(); ++k)
            if (wanted[i].category == wanted[k].category && wanted[i].confidentiality == wanted[k].confidentiality) {
                m_dispose->setEnabled(false);
                setWords(tr("Two rules are for the same incidents. Change or remove one of them."), true);
                return;
            }
    const QPointer<DisposalDialog> self(this);
    m_workspace.ask([self, wanted](store::IncidentStore& store) -> std::function<void()> {
        const auto stored = store.setDisposalRules(wanted);
        return [self, stored] {
            if (!self)
                return;
            if (stored)
                self->propose();
            else
                self->setWords(text::describe(stored.error()), true);
        };
    });
}

void DisposalDialog::propose()
{
    const QPointer<DisposalDialog> self(this);
    m_workspace.ask([self](store::IncidentStore& store) -> std::function<void()> {
        auto due = store.proposeDisposal(QDate::currentDate());
        return [self, due = std::move(due)] {
            if (!self)
                return;
            if (!due) {
                self->setWords(text::describe(due.error()), true);
                return;
            }
            self->m_due = *due;
            self->showProposal();
            const int number = self->due();
            self->m_dispose->setText(number == 0 ? tr("Dispose…") : tr("Dispose of %Ln incident(s)…", nullptr, number));
            self->m_dispose->setEnabled(number > 0 && !self->m_workspace.isReadOnly());
            if (!self->m_report)
                self->setWords(number == 0 ? tr("Nothing is due.") : tr("%Ln incident(s) are due.", nullptr, number));
            Q_EMIT self->proposed();
        };
    });
}

/// Each kind with its number, and under it the incidents themselves.
void DisposalDialog::showProposal()
{
    const workspace::SnapshotPtr snapshot = m_workspace.snapshot();
    const auto words = [&](const store::DisposalCandidate& one) {
        const QString when = text::span(one.occurredTo, {});
        const auto row = snapshot->rowOf.constFind(one.id);
        if (row == snapshot->rowOf.cend())
            return one.deleted ? tr("%1 (deleted)", "time of an incident").arg(when) : when;
        const QString& place = snapshot->incidents[*row]->placeName;
        return place.isEmpty() ? when : tr("%1, %2", "time and place of an incident").arg(when, place);
    };
    m_counts->clear();
    for (const store::DisposalCount& count : store::countDisposal(m_due)) {
        auto* kind = new QTreeWidgetItem(m_counts, {workspace::categoryWords(count.category, m_categories),
                                                    text::nameOf(count.confidentiality), text::number(count.incidents)});
        kind->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
        for (const store::DisposalCandidate& one : m_due) {
            if (one.category != count.category || one.confidentiality != count.confidentiality)
                continue;
            if (kind->childCount() == mostShown) {
                new QTreeWidgetItem(kind, {tr("… and %1 more").arg(text::number(count.incidents - mostShown))});
                break;
            }
            const QString due = one.due.toString(Qt::ISODate);
            new QTreeWidgetItem(kind, {words(one), {}, {}, one.byOwnDate ? tr("%1, its own date").arg(due) : due});
        }
    }
    if (m_counts->topLevelItemCount() == 1)
        m_counts->topLevelItem(0)->setExpanded(true);
    fitColumns(*m_counts, *m_counts->header(), {0, 1, 2, 3});
}

void DisposalDialog::askDispose()
{
    QMessageBox box(QMessageBox::Warning, tr("Disposal"), tr("Dispose of %Ln incident(s) for good?", nullptr, due()),
                    QMessageBox::NoButton, this);
    box.setInformativeText(tr("They go from the file, from the deleted ones and from the log, and within %Ln days from the backup "
                              "copies. It cannot be undone.",
                              nullptr, store::disposedBackupDays));
    QPushButton* yes = box.addButton(tr("Dispose of %Ln", nullptr, due()), QMessageBox::DestructiveRole);
    box.setDefaultButton(box.addButton(tr("Cancel"), QMessageBox::RejectRole));
    box.exec();
    if (box.clickedButton() != yes)
        return;
    connect(this, &DisposalDialog::disposed, this, [this] {
        if (m_report)
            askProtocol();
    }, Qt::SingleShotConnection);
    dispose();
}

void DisposalDialog::dispose()
{
    m_dispose->setEnabled(false);
    setWords(tr("Disposing…"));
    const QPointer<DisposalDialog> self(this);
    m_workspace.overhaul([self, due = m_due](store::IncidentStore& store) -> std::function<void()> {
        const auto report = store.dispose(due);
        return [self, report] {
            if (!self)
                return;
            if (report) {
                self->m_report = *report;
                self->m_protocol->show();
                self->m_keeper.backUp(store::BackupReason::Disposal);
                self->setWords(tr("%Ln incident(s) disposed of. Backup copies that hold them are gone by %1.", nullptr,
                                  static_cast<int>(report->incidents + report->deleted))
                                   .arg(report->backupsGoneBy.toString(Qt::ISODate)));
            } else {
                self->setWords(text::describe(report.error()), true);
            }
            self->propose();
            Q_EMIT self->disposed();
        };
    });
}

bool DisposalDialog::saveProtocol(const QString& path)
{
    if (!m_report)
        return false;
    const auto written
        = report::writeProtocol(workspace::disposalProtocol(*m_report, m_workspace.snapshot()->info, m_categories), path);
    if (!written)
        setWords(text::describe(written.error()), true);
    return written.has_value();
}

void DisposalDialog::askProtocol()
{
    const QString name = tr("Protocol of disposal %1.pdf", "file name").arg(QDate::currentDate().toString(Qt::ISODate));
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the protocol"), name, tr("PDF files (*.pdf)"));
    if (!path.isEmpty() && saveProtocol(path))
        setWords(tr("The protocol has been saved."));
}

} // namespace hk::ui
