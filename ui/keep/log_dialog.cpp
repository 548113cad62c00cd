#include "ui/keep/log_dialog.h"

#include "core/local_time.h"
#include "models/log_model.h"
#include "text/sentences.h"
#include "ui/period_box.h"
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
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStyle>
#include <QTableView>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTimeZone>
#include <QTimer>
#include <QVBoxLayout>

namespace hk::ui {

namespace {

constexpr qint64 portion = 2000; // entries shown at a time, and looked at while others may write
constexpr int pause = 250;       // ms of typing nothing before words are looked for

QDate today()
{
    return QDateTime::currentDateTimeUtc().toTimeZone(stockholm()).date();
}

/// When a local day begins.
QDateTime beginOf(const QDate& day)
{
    return day.isValid() ? day.startOfDay(stockholm()).toUTC() : QDateTime();
}

} // namespace

LogDialog::LogDialog(workspace::Workspace& workspace, const QUuid& marked, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_marked(marked)
    , m_model(new models::LogModel(this))
    , m_search(new QLineEdit(this))
    , m_person(new QComboBox(this))
    , m_action(new QComboBox(this))
    , m_period(new PeriodBox(this, Qt::Horizontal))
    , m_onlyMarked(new QCheckBox(tr("Only the marked incident"), this))
    , m_onlyOutside(new QCheckBox(tr("Only from outside"), this))
    , m_state(label("muted", this))
    , m_table(new QTableView(this))
    , m_details(new QTextBrowser(this))
    , m_more(new QPushButton(tr("Show older"), this))
    , m_count(label("muted", this))
    , m_typed(new QTimer(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("logDialog"));
    setWindowTitle(tr("Log"));
    m_search->setObjectName(QStringLiteral("logSearch"));
    m_search->setAccessibleName(tr("Search the log"));
    m_search->setPlaceholderText(tr("Search who, fields and values"));
    m_search->setToolTip(tr("All of the words, in any order (%1)").arg(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)));
    m_search->setClearButtonEnabled(true);
    m_typed->setSingleShot(true);
    m_typed->setInterval(pause);
    m_period->setToday(today());
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

    auto* search = new QHBoxLayout;
    search->setSpacing(8);
    search->addWidget(m_search, 1);
    search->addWidget(m_person);
    search->addWidget(m_action);
    auto* filters = new QHBoxLayout;
    filters->setSpacing(8);
    for (QWidget* part : std::initializer_list<QWidget*>{m_period, m_onlyMarked, m_onlyOutside})
        filters->addWidget(part);
    filters->addStretch();
    auto* below = new QHBoxLayout;
    below->setSpacing(8);
    below->addWidget(m_more);
    below->addWidget(m_count);
    below->addStretch();
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
    for (QPushButton* button : {verifyNow, save, close, m_more})
        button->setAutoDefault(false); // Return in the search field searches
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addLayout(search);
    column->addLayout(filters);
    column->addWidget(m_state);
    column->addWidget(split, 1);
    column->addLayout(below);
    column->addWidget(buttons);
    resize(960, 700);
    split->setSizes({380, 190});
    m_search->setFocus();

    connect(m_search, &QLineEdit::textChanged, m_typed, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, &LogDialog::load);
    connect(m_typed, &QTimer::timeout, this, &LogDialog::load);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    connect(m_period, &PeriodBox::periodChanged, this, &LogDialog::load);
    for (QComboBox* box : {m_person, m_action})
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
    filter.from = beginOf(m_period->from());
    filter.to = beginOf(m_period->to());
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
        const auto first = store.log({}, 1, 2); // numbers begin with 1
        return [self, persons, first] {
            if (!self || !persons)
                return;
            if (first && !first->empty())
                self->m_period->setDataRange(first->front().at.toTimeZone(stockholm()).date(), today());
            for (const QString& person : *persons)
                if (self->m_person->findData(person) < 0)
                    self->m_person->addItem(person, person);
        };
    });
}

void LogDialog::load()
{
    m_typed->stop();
    m_last = 0;
    m_lookedAt = 0;
    loadPart(++m_asked, 0);
}

void LogDialog::loadMore()
{
    loadPart(++m_asked, 0);
}

void LogDialog::loadPart(int asked, qint64 found)
{
    const QPointer<LogDialog> self(this);
    m_workspace.ask([self, asked, found, filter = filter(), search = workspace::LogSearch(m_search->text()),
                     below = m_last](store::IncidentStore& store) -> std::function<void()> {
        auto part = workspace::searchLog(store, filter, search, portion, below);
        return [self, asked, found, isFirst = below == 0, part = std::move(part), categories = store.categories()]() mutable {
            if (!self || self->m_asked != asked)
                return;
            if (!part) {
                self->m_state->setText(text::describe(part.error()));
                return;
            }
            const qint64 now = found + static_cast<qint64>(part->entries.size());
            const bool goesOn = part->more && now < portion;
            self->m_last = part->last;
            self->m_lookedAt += part->lookedAt;
            self->m_more->setVisible(part->more && !goesOn);
            if (isFirst)
                self->m_model->setEntries(std::move(part->entries), categories);
            else
                self->m_model->append(std::move(part->entries));
            self->tellCount(goesOn);
            if (!self->m_table->currentIndex().isValid() && (now > 0 || !goesOn)) {
                fitColumns(*self->m_table, *self->m_table->horizontalHeader(),
                           {models::LogModel::TimeColumn, models::LogModel::WhoColumn, models::LogModel::ActionColumn,
                            models::LogModel::OriginColumn});
                self->m_table->selectRow(0);
                self->showEntry();
            }
            if (goesOn)
                self->loadPart(asked, now);
            else
                Q_EMIT self->loaded();
        };
    });
}

void LogDialog::tellCount(bool searching)
{
    const int shown = m_model->rowCount();
    if (searching)
        m_count->setText(tr("%Ln found so far, %1 looked at…", "entries of the log", shown).arg(text::number(m_lookedAt)));
    else if (m_more->isVisibleTo(this))
        m_count->setText(tr("The %Ln latest.", "entries of the log", shown));
    else
        m_count->setText(tr("%Ln entries.", "of the log", shown));
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
        if (m_model->rowCount() > 0)
            m_details->clear();
        else if (m_search->text().trimmed().isEmpty())
            m_details->setPlainText(tr("No entries. Choose a longer period, or everybody and everything."));
        else
            m_details->setPlainText(tr("No entries with these words. Search for fewer words, or choose a longer period."));
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
    markWords();
}

void LogDialog::markWords()
{
    QList<QTextEdit::ExtraSelection> marks;
    for (const QString& word : m_search->text().split(u' ', Qt::SkipEmptyParts)) {
        QTextEdit::ExtraSelection mark;
        mark.format.setBackground(palette().color(QPalette::Highlight));
        mark.format.setForeground(palette().color(QPalette::HighlightedText));
        const QTextDocument* document = m_details->document();
        for (mark.cursor = document->find(word); !mark.cursor.isNull(); mark.cursor = document->find(word, mark.cursor))
            marks.append(mark);
    }
    if (!marks.isEmpty()) {
        QTextCursor first = marks.first().cursor;
        first.clearSelection();
        m_details->setTextCursor(first);
    }
    m_details->setExtraSelections(marks);
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
        self->m_workspace.ask([self, path, filter = self->filter(),
                                search = workspace::LogSearch(self->m_search->text())](store::IncidentStore& store) -> std::function<void()> {
            const auto written = workspace::writeLog(store, filter, path, search);
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
