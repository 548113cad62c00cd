#include "ui/keep/log_dialog.h"

#include "models/log_model.h"
#include "text/sentences.h"
#include "ui/widgets.h"
#include "workspace/export_log.h"
#include "workspace/log_words.h"
#include "workspace/output_guard.h"
#include "workspace/workspace.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSplitter>
#include <QStyle>
#include <QTableView>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace hk::ui {

namespace {

constexpr qint64 portion = 2000; // entries shown at a time

} // namespace

LogDialog::LogDialog(workspace::Workspace& workspace, const QUuid& marked, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_marked(marked)
    , m_model(new models::LogModel(this))
    , m_period(new QComboBox(this))
    , m_person(new QComboBox(this))
    , m_action(new QComboBox(this))
    , m_onlyMarked(new QCheckBox(tr("Only the marked incident"), this))
    , m_onlyOutside(new QCheckBox(tr("Only from outside"), this))
    , m_state(label("muted", this))
    , m_table(new QTableView(this))
    , m_details(new QTextBrowser(this))
    , m_more(new QPushButton(tr("Show older"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("logDialog"));
    setWindowTitle(tr("Log"));
    m_period->setAccessibleName(tr("Period"));
    m_period->addItem(tr("All time"), -1);
    m_period->addItem(tr("Today"), 0);
    m_period->addItem(tr("The last 7 days"), 6);
    m_period->addItem(tr("The last 31 days"), 30);
    m_person->setAccessibleName(tr("Who"));
    m_person->addItem(tr("Everybody"), QString());
    m_person->setMinimumContentsLength(16);
    m_action->setAccessibleName(tr("What"));
    m_action->addItem(tr("Everything"), QString());
    for (const char* action : {"insert", "update", "delete", "restore", "export", "dispose"})
        m_action->addItem(workspace::actionName(QLatin1String(action)), QLatin1String(action));
    m_onlyMarked->setEnabled(!marked.isNull());
    m_state->setWordWrap(true);
    m_state->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Entries of the log"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(models::LogModel::ChangeColumn, QHeaderView::Stretch);
    m_table->setShowGrid(false);
    m_details->setAccessibleName(tr("Before and after"));
    m_details->setFrameShape(QFrame::NoFrame);
    m_more->hide();

    auto* filters = new QHBoxLayout;
    filters->setSpacing(8);
    for (QWidget* part : std::initializer_list<QWidget*>{m_period, m_person, m_action, m_onlyMarked, m_onlyOutside})
        filters->addWidget(part);
    filters->addStretch();
    auto* split = new QSplitter(Qt::Vertical, this);
    split->addWidget(m_table);
    split->addWidget(m_details);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);
    auto* buttons = new QDialogButtonBox(this);
    QPushButton* verifyNow = buttons->addButton(tr("Verify again"), QDialogButtonBox::ActionRole);
    QPushButton* save = buttons->addButton(tr("Save as CSV…"), QDialogButtonBox::ActionRole);
    QPushButton* close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setDefault(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addLayout(filters);
    column->addWidget(m_state);
    column->addWidget(split, 1);
    column->addWidget(m_more, 0, Qt::AlignLeft);
    column->addWidget(buttons);
    resize(960, 640);

    for (QComboBox* box : {m_period, m_person, m_action})
        connect(box, &QComboBox::activated, this, &LogDialog::load);
    for (QCheckBox* box : {m_onlyMarked, m_onlyOutside})
        connect(box, &QCheckBox::toggled, this, &LogDialog::load);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LogDialog::showEntry);
    connect(m_more, &QPushButton::clicked, this, &LogDialog::loadMore);
    connect(verifyNow, &QPushButton::clicked, this, &LogDialog::verify);
    connect(save, &QPushButton::clicked, this, &LogDialog::exportCsv);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_workspace, &workspace::Workspace::snapshotChanged, this, &LogDialog::load);
    connect(&m_workspace, &workspace::Workspace::opened, this, &LogDialog::verify);
    fillPersons();
    load();
    verify();
}

QString LogDialog::verification() const
{
    return m_state->text();
}

store::LogFilter LogDialog::filter() const
{
    store::LogFilter filter;
    const int days = m_period->currentData().toInt();
    if (days >= 0)
        filter.from = QDateTime(QDate::currentDate().addDays(-days), QTime(0, 0)).toUTC();
    filter.actor = m_person->currentData().toString();
    filter.action = m_action->currentData().toString();
    if (m_onlyMarked->isChecked())
        filter.incident = m_marked;
    filter.outsideOnly = m_onlyOutside->isChecked();
    return filter;
}

void LogDialog::fillPersons()
{
    const QPointer<LogDialog> self(this);
    m_workspace.ask([self](store::IncidentStore& store) -> std::function<void()> {
        const auto persons = store.logActors();
        return [self, persons] {
            if (!self || !persons)
                return;
            for (const QString& person : *persons)
                if (self->m_person->findData(person) < 0)
                    self->m_person->addItem(person, person);
        };
    });
}

void LogDialog::load()
{
    const QPointer<LogDialog> self(this);
    const int asked = ++m_asked;
    m_workspace.ask([self, asked, filter = filter()](store::IncidentStore& store) -> std::function<void()> {
        auto entries = store.log(filter, portion);
        return [self, asked, entries = std::move(entries), categories = store.categories()]() mutable {
            if (!self || self->m_asked != asked)
                return;
            if (!entries) {
                self->m_state->setText(text::describe(entries.error()));
                return;
            }
            self->m_more->setVisible(static_cast<qint64>(entries->size()) == portion);
            self->m_model->setEntries(std::move(*entries), categories);
            fitColumns(*self->m_table, *self->m_table->horizontalHeader(),
                       {models::LogModel::TimeColumn, models::LogModel::WhoColumn, models::LogModel::ActionColumn,
                        models::LogModel::OriginColumn});
            self->m_table->selectRow(0);
            self->showEntry();
            Q_EMIT self->loaded();
        };
    });
}

void LogDialog::loadMore()
{
    const store::LogEntry* last = m_model->entry(m_model->rowCount() - 1);
    if (!last)
        return;
    const QPointer<LogDialog> self(this);
    const int asked = ++m_asked;
    m_workspace.ask([self, asked, filter = filter(), below = last->number](store::IncidentStore& store) -> std::function<void()> {
        auto entries = store.log(filter, portion, below);
        return [self, asked, entries = std::move(entries)]() mutable {
            if (!self || self->m_asked != asked || !entries)
                return;
            self->m_more->setVisible(static_cast<qint64>(entries->size()) == portion);
            self->m_model->append(std::move(*entries));
            Q_EMIT self->loaded();
        };
    });
}

void LogDialog::verify()
{
    m_state->setText(tr("Verifying the log…"));
    const QPointer<LogDialog> self(this);
    m_workspace.ask([self](store::IncidentStore& store) -> std::function<void()> {
        const auto check = store.verifyLog();
        return [self, check] {
            if (!self)
                return;
            self->m_state->setProperty("role", check && check->sound() ? QStringLiteral("muted") : QStringLiteral("fault"));
            self->m_state->style()->polish(self->m_state);
            self->m_state->setText(check ? workspace::describe(*check) : text::describe(check.error()));
            self->m_state->setToolTip(check ? tr("Last hash of the log: %1").arg(check->head) : QString());
            Q_EMIT self->verified();
        };
    });
}

void LogDialog::showEntry()
{
    const store::LogEntry* entry = m_model->entry(m_table->currentIndex().row());
    if (!entry) {
        m_details->setPlainText(m_model->rowCount() == 0 ? tr("No entries. Choose a longer period, or everybody and everything.")
                                                         : QString());
        return;
    }
    const auto escaped = [](const QString& words) { return words.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")); };
    QString html = QStringLiteral("<p>%1</p>").arg(escaped(
        tr("Entry %1. %2: %3", "number, action, who")
            .arg(text::number(entry->number), workspace::actionName(entry->action), workspace::whoOf(*entry))));
    const auto fields = workspace::loggedFields(*entry, m_model->categories());
    if (fields.isEmpty()) {
        html += QStringLiteral("<p>%1</p>").arg(escaped(workspace::describe(*entry, m_model->categories())));
    } else {
        html += QStringLiteral("<table cellpadding=\"3\"><tr><td></td><td><b>%1</b></td><td><b>%2</b></td></tr>")
                    .arg(escaped(tr("Before")), escaped(tr("After")));
        for (const workspace::LoggedField& field : fields)
            html += QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td>%2&nbsp;&nbsp;</td><td>%3</td></tr>")
                        .arg(escaped(field.name), escaped(field.before), escaped(field.after));
        html += QStringLiteral("</table>");
    }
    m_details->setHtml(html);
}

void LogDialog::exportCsv()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the log"), tr("Log.csv", "file name"),
                                                      tr("Tables (*.csv)"));
    if (path.isEmpty())
        return;
    exportTo(path);
}

void LogDialog::exportTo(const QString& path)
{
    if (const Result<void> free = workspace::mayReplace(path, {m_workspace.snapshot()->info.path}); !free) {
        m_state->setText(text::describe(free.error()));
        Q_EMIT exported();
        return;
    }
    const QPointer<LogDialog> self(this);
    workspace::logOutput(m_workspace, workspace::Output::Log, path, [self, path](const Result<void>& logged) {
        if (!self)
            return;
        if (!logged) {
            self->m_state->setText(text::describe(logged.error()));
            Q_EMIT self->exported();
            return;
        }
        self->m_workspace.ask([self, path, filter = self->filter()](store::IncidentStore& store) -> std::function<void()> {
            const auto written = workspace::writeLog(store, filter, path);
            return [self, written] {
                if (!self)
                    return;
                self->m_state->setText(written ? tr("%Ln entries saved.", nullptr, static_cast<int>(*written))
                                               : text::describe(written.error()));
                self->load();
                Q_EMIT self->exported();
            };
        });
    });
}

} // namespace hk::ui
