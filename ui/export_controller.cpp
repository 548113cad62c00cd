#include "ui/export_controller.h"

#include "ui/icons.h"
#include "workspace/export_log.h"
#include "workspace/workspace.h"
#include "workspace/workstation_profile.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace hk::ui {
namespace {

const QString receiveFolderKey = QStringLiteral("receive/folder");

} // namespace

ExportController::ExportController(workspace::Workspace& workspace, QSettings& settings, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_window(window)
    , m_agreementsPath(workspace::agreementsPath())
    , m_export(new QAction(this))
    , m_receive(new QAction(this))
{
    m_export->setIcon(icon(QStringLiteral("export")));
    m_export->setShortcut(QKeySequence(QKeyCombination(Qt::CTRL | Qt::SHIFT, Qt::Key_E)));
    m_receive->setIcon(icon(QStringLiteral("import")));
    connect(m_export, &QAction::triggered, this, &ExportController::showExport);
    connect(m_receive, &QAction::triggered, this, &ExportController::askReceive);
    retranslate();
}

void ExportController::retranslate()
{
    m_export->setText(tr("&Export incidents…"));
    m_export->setProperty("otherWords", tr("Hand over CSV Excel Open data Statistics Partner Package",
                                           "more words to find the command Export incidents by"));
    m_receive->setText(tr("Re&ceive package…"));
    m_receive->setProperty("otherWords",
                           tr("Import package from partner", "more words to find the command Receive package by"));
}

void ExportController::setState(bool open, bool readOnly)
{
    m_export->setEnabled(open);
    m_receive->setEnabled(open && !readOnly);
}

ExportDialog* ExportController::showExport()
{
    ExportSource source;
    source.snapshot = m_workspace.snapshot();
    source.rows = m_workspace.selection().rows;
    source.filter = m_workspace.filter();
    source.streets = m_workspace.basemap();
    source.agreementsPath = m_agreementsPath;
    source.log = [this, filter = source.filter](const ExportSummary& summary, const QString& target,
                                                std::function<void(Result<void>)> done) {
        workspace::logExport(m_workspace, summary, filter, target, std::move(done));
    };
    auto* dialog = new ExportDialog(std::move(source), m_settings, m_window);
    connect(&m_workspace, &workspace::Workspace::opened, dialog, &QDialog::close); // its selection is of the file before
    dialog->show();
    return dialog;
}

void ExportController::askReceive()
{
    const QString folder
        = m_settings.value(receiveFolderKey, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)).toString();
    const QString path
        = QFileDialog::getOpenFileName(m_window, tr("Receive package"), folder, tr("Packages (%1)").arg(QStringLiteral("*.hkpaket")));
    if (path.isEmpty())
        return;
    m_settings.setValue(receiveFolderKey, QFileInfo(path).absolutePath());
    showReceive(path);
}

ReceiveDialog* ExportController::showReceive(const QString& package)
{
    auto* dialog = new ReceiveDialog(m_workspace.snapshot()->info.path, workspace::storedProfile(m_settings), m_window);
    connect(&m_workspace, &workspace::Workspace::opened, dialog, &QDialog::close); // it is of the file before
    connect(dialog, &ReceiveDialog::received, &m_workspace, &workspace::Workspace::refreshIfChanged);
    dialog->show();
    dialog->open(package);
    return dialog;
}

} // namespace hk::ui
