#include "ui/attachment_box.h"

#include "ui/widgets.h"
#include "workspace/attachment_file.h"
#include "workspace/export_log.h"
#include "workspace/workspace.h"

#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFutureWatcher>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QUrl>
#include <QtConcurrent>

namespace hk::ui {

AttachmentBox::AttachmentBox(workspace::Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_list(new QListWidget(this))
    , m_add(new QPushButton(this))
    , m_open(new QPushButton(this))
    , m_export(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_hint(label("caption", this))
{
    setObjectName(QStringLiteral("attachments"));
    m_list->setObjectName(QStringLiteral("attachmentList"));
    m_add->setObjectName(QStringLiteral("addAttachment"));
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_hint->setWordWrap(true);
    auto* first = new QHBoxLayout;
    tight(first);
    first->addWidget(m_add, 1);
    first->addWidget(m_open, 1);
    auto* second = new QHBoxLayout;
    tight(second);
    second->addWidget(m_export, 1);
    second->addWidget(m_remove, 1);
    auto* column = new QVBoxLayout(this);
    tight(column, 6);
    column->addWidget(m_list);
    column->addLayout(first);
    column->addLayout(second);
    column->addWidget(m_hint);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addFiles(QFileDialog::getOpenFileNames(this, tr("Add photos and documents")));
    });
    connect(m_open, &QPushButton::clicked, this, &AttachmentBox::open);
    connect(m_list, &QListWidget::itemActivated, this, &AttachmentBox::open);
    connect(m_list, &QListWidget::currentRowChanged, this, &AttachmentBox::updateButtons);
    connect(m_remove, &QPushButton::clicked, this, &AttachmentBox::removeCurrent);
    connect(m_export, &QPushButton::clicked, this, [this] {
        const QString folder = QFileDialog::getExistingDirectory(this, tr("Export to folder"));
        if (!folder.isEmpty())
            exportCurrent(folder);
    });
    connect(&m_workspace, &workspace::Workspace::snapshotChanged, this, [this] {
        if (!m_incident.isNull() && m_workspace.snapshot()->attachments &&
            m_workspace.snapshot()->attachments->value(m_incident) != static_cast<int>(m_shown.size()))
            reload();
    });
    retranslate();
    show({});
}

void AttachmentBox::retranslate()
{
    m_list->setAccessibleName(tr("Photos and documents"));
    m_add->setText(tr("Add…"));
    m_open->setText(tr("Open"));
    m_export->setText(tr("Export…"));
    m_remove->setText(tr("Remove"));
    m_hint->setText(tr("At most %1 each. Place, camera and owner are taken out of pictures.")
                        .arg(QLocale().formattedDataSize(workspace::largestAttachment, 0, QLocale::DataSizeTraditionalFormat)));
}

void AttachmentBox::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

int AttachmentBox::count() const
{
    return static_cast<int>(m_shown.size());
}

void AttachmentBox::setIncident(const QUuid& incident)
{
    m_incident = incident;
    m_waiting.clear();
    show({});
    reload();
}

void AttachmentBox::reload()
{
    if (m_incident.isNull())
        return;
    const QPointer<AttachmentBox> self(this);
    m_workspace.ask([self, id = m_incident](store::IncidentStore& store) -> std::function<void()> {
        auto found = store::DeskRecords(store).attachments(id);
        return [self, id, found = std::move(found)] {
            if (!self || self->m_incident != id)
                return;
            if (found)
                self->show(*found);
            else
                Q_EMIT self->failed(found.error());
        };
    });
}

void AttachmentBox::show(std::vector<store::AttachmentInfo> found)
{
    const int row = m_list->currentRow();
    m_shown = std::move(found);
    m_list->clear();
    for (const store::AttachmentInfo& info : m_shown)
        m_list->addItem(QStringLiteral("%1 (%2)").arg(info.name, QLocale().formattedDataSize(info.size, 0, QLocale::DataSizeTraditionalFormat)));
    m_list->setVisible(!m_shown.empty());
    m_list->setFixedHeight(m_list->frameWidth() * 2 +
                           std::clamp(count(), 1, 4) * (m_list->fontMetrics().height() + 8));
    if (!m_shown.empty())
        m_list->setCurrentRow(std::clamp(row, 0, count() - 1));
    updateButtons();
    Q_EMIT countChanged();
}

void AttachmentBox::updateButtons()
{
    const bool any = m_list->currentRow() >= 0;
    for (QPushButton* button : {m_open, m_export, m_remove})
        button->setVisible(any);
}

void AttachmentBox::addFiles(const QStringList& paths)
{
    for (const QString& path : paths) {
        ++m_reading;
        auto* watcher = new QFutureWatcher<Result<store::Attachment>>(this);
        connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, wanted = m_incident] {
            watcher->deleteLater();
            --m_reading;
            Result<store::Attachment> read = watcher->result();
            if (!read)
                Q_EMIT failed(read.error());
            else if (wanted == m_incident)
                take(std::move(*read));
            else if (!wanted.isNull())
                keep({std::move(*read)}, wanted); // another incident is shown by now
        });
        watcher->setFuture(QtConcurrent::run([path] { return workspace::readAttachment(path); }));
    }
}

void AttachmentBox::take(store::Attachment attachment)
{
    if (!m_incident.isNull()) {
        keep({std::move(attachment)}, m_incident);
        return;
    }
    m_waiting.push_back(std::move(attachment));
    std::vector<store::AttachmentInfo> infos;
    for (const store::Attachment& one : m_waiting)
        infos.push_back(one.info);
    show(std::move(infos));
}

void AttachmentBox::attachWaiting(const QUuid& incident)
{
    if (!m_waiting.empty())
        keep(std::exchange(m_waiting, {}), incident);
}

void AttachmentBox::keep(std::vector<store::Attachment> attachments, const QUuid& incident)
{
    store::DeskBatch batch;
    store::DeskBatch back;
    for (store::Attachment& attachment : attachments) {
        attachment.info.incident = incident;
        back.removedAttachments.push_back(attachment.info.id);
    }
    const auto number = static_cast<int>(attachments.size());
    batch.newAttachments = std::move(attachments);
    const QPointer<AttachmentBox> self(this);
    m_workspace.apply(tr("Add %n attachment(s)", nullptr, number), batch, back,
                      [self](const Result<std::vector<Incident>>& result) {
                          if (self && result)
                              self->reload();
                      });
}

/// Gives the marked one with its content, from the file or from those that wait.
void AttachmentBox::withCurrent(std::function<void(const store::Attachment&)> use)
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= count())
        return;
    if (m_incident.isNull()) {
        use(m_waiting[static_cast<std::size_t>(row)]);
        return;
    }
    const QPointer<AttachmentBox> self(this);
    m_workspace.ask([self, use = std::move(use),
                     id = m_shown[static_cast<std::size_t>(row)].id](store::IncidentStore& store) -> std::function<void()> {
        auto found = store::DeskRecords(store).attachment(id);
        return [self, use, found = std::move(found)] {
            if (!self)
                return;
            if (found)
                use(*found);
            else
                Q_EMIT self->failed(found.error());
        };
    });
}

void AttachmentBox::open()
{
    withCurrent([this](const store::Attachment& attachment) {
        const Result<QString> path = workspace::writeAttachment(attachment, m_opened.path());
        if (path)
            QDesktopServices::openUrl(QUrl::fromLocalFile(*path));
        else
            Q_EMIT failed(path.error());
    });
}

void AttachmentBox::exportCurrent(const QString& folder)
{
    withCurrent([this, folder](const store::Attachment& attachment) {
        const auto write = [self = QPointer(this), folder, attachment](const Result<void>& logged) {
            if (!self)
                return;
            const Result<QString> path
                = logged ? workspace::writeAttachment(attachment, folder) : Result<QString>(tl::unexpected(logged.error()));
            if (path)
                Q_EMIT self->done(tr("Saved as %1.").arg(QDir::toNativeSeparators(*path)), false);
            else
                Q_EMIT self->failed(path.error());
        };
        if (m_incident.isNull()) // it is not in the file yet
            write({});
        else
            workspace::logAttachment(m_workspace, m_incident, attachment.info.name, write);
    });
}

void AttachmentBox::removeCurrent()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= count())
        return;
    if (m_incident.isNull()) {
        m_waiting.erase(m_waiting.begin() + row);
        std::vector<store::AttachmentInfo> infos;
        for (const store::Attachment& one : m_waiting)
            infos.push_back(one.info);
        show(std::move(infos));
        return;
    }
    store::DeskBatch batch;
    store::DeskBatch back;
    batch.removedAttachments = {m_shown[static_cast<std::size_t>(row)].id};
    back.restoredAttachments = batch.removedAttachments;
    const QPointer<AttachmentBox> self(this);
    m_workspace.apply(tr("Remove attachment"), batch, back, [self](const Result<std::vector<Incident>>& result) {
        if (!self || !result)
            return;
        self->reload();
        Q_EMIT self->done(tr("Attachment removed."), true);
    });
}

} // namespace hk::ui
