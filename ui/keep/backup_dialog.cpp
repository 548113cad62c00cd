#include "ui/keep/backup_dialog.h"

#include "core/local_time.h"
#include "store/incident_store.h"
#include "text/sentences.h"
#include "ui/keep/incident_difference.h"
#include "ui/widgets.h"
#include "workspace/backup_keeper.h"
#include "workspace/workspace.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSplitter>
#include <QTimeZone>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace hk::ui {

namespace {

constexpr int mostShown = 500; // incidents of each kind in the comparison

QString reasonWords(store::BackupReason reason)
{
    switch (reason) {
    case store::BackupReason::Start:
        return BackupDialog::tr("when the file was opened");
    case store::BackupReason::Work:
        return BackupDialog::tr("during work");
    case store::BackupReason::Import:
        return BackupDialog::tr("before an import");
    case store::BackupReason::Schema:
        return BackupDialog::tr("before the file was raised to a newer version");
    case store::BackupReason::Restore:
        return BackupDialog::tr("before a copy was brought back");
    case store::BackupReason::Disposal:
        return BackupDialog::tr("after a disposal");
    case store::BackupReason::Asked:
        break;
    }
    return BackupDialog::tr("asked for");
}

QString timeWords(const QDateTime& utc)
{
    return utc.toTimeZone(stockholm()).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString shortened(const QString& words)
{
    constexpr qsizetype most = 60;
    const QString line = words.simplified();
    return line.isEmpty() ? BackupDialog::tr("nothing", "in a field") : line.size() <= most ? line : line.left(most - 1) + QChar(0x2026);
}

/// Which fields would be others, by name in the last column, and what of them beneath.
void addFields(QTreeWidgetItem& item, const store::Comparison::Change& change, const CategoryList& categories)
{
    QStringList names;
    for (const IncidentDifference& field : differencesOf(change.now, change.then, categories)) {
        names.append(field.field);
        auto* row = new QTreeWidgetItem(&item, {BackupDialog::tr("%1: %2 → %3", "field, now, then")
                                                    .arg(field.field, shortened(field.left), shortened(field.right))});
        row->setFirstColumnSpanned(true);
    }
    item.setText(3, names.join(QStringLiteral(", ")));
}

} // namespace

BackupDialog::BackupDialog(workspace::Workspace& workspace, workspace::BackupKeeper& keeper, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_keeper(keeper)
    , m_list(new QTreeWidget(this))
    , m_words(label("muted", this))
    , m_changes(new QTreeWidget(this))
    , m_restore(new QPushButton(tr("Bring this copy back…"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("backupDialog"));
    setWindowTitle(tr("Backup copies"));
    m_list->setAccessibleName(tr("Backup copies"));
    m_list->setHeaderLabels({tr("Time"), tr("Made"), tr("Size")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_changes->setAccessibleName(tr("What would change"));
    m_changes->setObjectName(QStringLiteral("backupChanges"));
    m_changes->setHeaderLabels({tr("Incident"), tr("Occurred"), tr("Place"), tr("Fields that change")});
    fitColumns(*m_list, *m_list->header(), {0, 1, 2});
    fitColumns(*m_changes, *m_changes->header(), {0, 1, 2, 3});
    m_words->setWordWrap(true);
    m_restore->setEnabled(false);
    auto* split = new QSplitter(Qt::Vertical, this);
    split->addWidget(m_list);
    split->addWidget(m_changes);
    split->setChildrenCollapsible(false);
    auto* buttons = new QDialogButtonBox(this);
    QPushButton* now = buttons->addButton(tr("Make a copy now"), QDialogButtonBox::ActionRole);
    buttons->addButton(m_restore, QDialogButtonBox::ActionRole);
    QPushButton* close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setDefault(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(split, 1);
    column->addWidget(m_words);
    column->addWidget(buttons);
    resize(860, 600);

    now->setEnabled(!m_workspace.isReadOnly());
    connect(now, &QPushButton::clicked, this, [this] {
        setWords(tr("Making a copy…"));
        m_keeper.backUp(store::BackupReason::Asked);
    });
    connect(&m_keeper, &workspace::BackupKeeper::made, this, &BackupDialog::list);
    connect(&m_keeper, &workspace::BackupKeeper::failed, this, [this](const Error& error) { setWords(text::describe(error)); });
    connect(&m_workspace, &workspace::Workspace::opened, this, &BackupDialog::list);
    connect(&m_workspace, &workspace::Workspace::snapshotChanged, this, &BackupDialog::compare);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &BackupDialog::compare);
    connect(m_restore, &QPushButton::clicked, this, &BackupDialog::askRestore);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    list();
}

void BackupDialog::setWords(const QString& words)
{
    m_words->setText(words);
}

QString BackupDialog::comparison() const
{
    return m_words->text();
}

void BackupDialog::choose(int copy)
{
    m_list->setCurrentItem(m_list->topLevelItem(copy));
}

void BackupDialog::list()
{
    const QPointer<BackupDialog> self(this);
    m_workspace.ask([self](store::IncidentStore& store) -> std::function<void()> {
        const auto backups = store::listBackups(store.path());
        return [self, backups] {
            if (!self)
                return;
            if (!backups) {
                self->setWords(text::describe(backups.error()));
                return;
            }
            self->m_backups = *backups;
            self->m_list->clear();
            for (const store::BackupFile& backup : *backups)
                new QTreeWidgetItem(self->m_list, {timeWords(backup.at), reasonWords(backup.reason),
                                                   QLocale().formattedDataSize(backup.size, 1, QLocale::DataSizeSIFormat)});
            fitColumns(*self->m_list, *self->m_list->header(), {0, 1, 2});
            self->setWords(!backups->empty() ? tr("Choose a copy to see what bringing it back would change.")
                           : self->m_workspace.snapshot()->info.sample
                               ? tr("There is no copy yet. Of invented incidents one is made only when asked for.")
                               : tr("There is no copy yet. One is made when the file is opened, every two hours "
                                    "of work, and before imports."));
            Q_EMIT self->listed();
        };
    });
}

void BackupDialog::compare()
{
    m_comparison.reset();
    m_restore->setEnabled(false);
    m_changes->clear();
    const int chosen = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (chosen < 0)
        return;
    setWords(tr("Comparing…"));
    const QPointer<BackupDialog> self(this);
    const int asked = ++m_asked;
    const QString path = m_backups[static_cast<std::size_t>(chosen)].path;
    m_workspace.ask([self, asked, path](store::IncidentStore& store) -> std::function<void()> {
        const auto copy = store::IncidentStore::open(path, store::Access::ReadOnly);
        auto comparison = copy ? store.compareWith(*copy) : Result<store::Comparison>(tl::unexpected(copy.error()));
        return [self, asked, comparison = std::move(comparison)] {
            if (!self || self->m_asked != asked)
                return;
            if (comparison)
                self->showChanges(*comparison);
            else
                self->setWords(text::describe(comparison.error()));
            Q_EMIT self->compared();
        };
    });
}

void BackupDialog::showChanges(const store::Comparison& comparison)
{
    m_comparison = comparison;
    const CategoryList& categories = m_workspace.snapshot()->categories;
    const auto add = [&](QTreeWidgetItem* parent, const Incident& incident) {
        const Category* category = categories.find(incident.category);
        return new QTreeWidgetItem(parent, {category ? QStringLiteral("%1 %2").arg(incident.category, text::nameOf(*category))
                                              : incident.category,
                                     text::span(incident.occurredFrom, incident.occurredTo), incident.placeName});
    };
    const auto group = [&](const QString& words, std::size_t count) {
        auto* item = new QTreeWidgetItem(m_changes, {words});
        item->setFirstColumnSpanned(true);
        item->setDisabled(count == 0);
        item->setExpanded(count > 0 && count <= 20);
        return item;
    };
    const auto count = [](std::size_t size) { return static_cast<int>(size); };
    QTreeWidgetItem* added = group(tr("%Ln new since then: would be deleted, and can be taken back", nullptr,
                                      count(comparison.added.size())), comparison.added.size());
    for (std::size_t i = 0; i < comparison.added.size() && i < mostShown; ++i)
        add(added, comparison.added[i]);
    QTreeWidgetItem* changed = group(tr("%Ln changed since then: would be as they were", nullptr,
                                        count(comparison.changed.size())), comparison.changed.size());
    for (std::size_t i = 0; i < comparison.changed.size() && i < mostShown; ++i)
        addFields(*add(changed, comparison.changed[i].then), comparison.changed[i], categories);
    QTreeWidgetItem* removed = group(tr("%Ln deleted since then: would be there again", nullptr,
                                        count(comparison.removed.size())), comparison.removed.size());
    for (std::size_t i = 0; i < comparison.removed.size() && i < mostShown; ++i)
        add(removed, comparison.removed[i]);
    if (const std::size_t records = comparison.recordsBack.size(); records > 0)
        group(tr("%Ln further source(s) and attachment(s) taken away or moved since then: would be there again", nullptr,
                 count(records)), records);
    if (const std::size_t records = comparison.recordsGone.size(); records > 0)
        group(tr("%Ln further source(s) and attachment(s) added since then: would be taken away", nullptr, count(records)),
              records);
    fitColumns(*m_changes, *m_changes->header(), {0, 1, 2, 3});
    QString words = comparison.nothingToDo()
                        ? tr("The copy holds the same incidents as the file.")
                        : tr("%Ln are the same.", nullptr, static_cast<int>(comparison.unchanged));
    if (comparison.disposed > 0)
        words += u' ' + tr("%Ln have been disposed of since and stay away.", nullptr, static_cast<int>(comparison.disposed));
    setWords(words);
    m_restore->setEnabled(!comparison.nothingToDo() && !m_workspace.isReadOnly());
}

void BackupDialog::askRestore()
{
    if (!m_comparison)
        return;
    const int chosen = m_list->indexOfTopLevelItem(m_list->currentItem());
    QMessageBox box(QMessageBox::Question, tr("Bring back a copy"),
                    tr("Bring the file back to %1?").arg(timeWords(m_backups[static_cast<std::size_t>(chosen)].at)),
                    QMessageBox::NoButton, this);
    box.setInformativeText(tr("%1 incidents are deleted, %2 are changed back, %3 are taken back. The file as it is now is "
                              "copied first, and the log tells of all of it.")
                               .arg(text::number(static_cast<qint64>(m_comparison->added.size())),
                                    text::number(static_cast<qint64>(m_comparison->changed.size())),
                                    text::number(static_cast<qint64>(m_comparison->removed.size()))));
    QPushButton* yes = box.addButton(tr("Bring it back"), QMessageBox::AcceptRole);
    box.setDefaultButton(box.addButton(tr("Cancel"), QMessageBox::RejectRole));
    box.exec();
    if (box.clickedButton() == yes)
        restore();
}

void BackupDialog::restore()
{
    const int chosen = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (chosen < 0)
        return;
    m_restore->setEnabled(false);
    setWords(tr("Bringing the copy back…"));
    const QPointer<BackupDialog> self(this);
    const QString path = m_backups[static_cast<std::size_t>(chosen)].path;
    m_workspace.overhaul([self, path](store::IncidentStore& store) -> std::function<void()> {
        // Nothing is changed that could not be had back.
        const auto before = store::makeBackup(store.path(), store::BackupReason::Restore, QDateTime::currentDateTimeUtc());
        std::optional<Error> error;
        if (!before) {
            error = before.error();
        } else if (const auto copy = store::IncidentStore::open(path, store::Access::ReadOnly); !copy) {
            error = copy.error();
        } else if (const auto restored = store.restoreFrom(*copy); !restored) {
            error = restored.error();
        }
        return [self, error] {
            if (!self)
                return;
            self->list();
            const QPointer<BackupDialog> still(self);
            self->m_workspace.ask([still, error](store::IncidentStore&) -> std::function<void()> {
                return [still, error] { // after the list has been shown anew
                    if (!still)
                        return;
                    still->setWords(error ? text::describe(*error)
                                          : tr("The copy has been brought back. The file as it was is the newest copy."));
                    Q_EMIT still->restored();
                };
            });
        };
    });
}

} // namespace hk::ui
