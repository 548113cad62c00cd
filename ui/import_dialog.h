#pragma once

#include <QDialog>
#include <memory>

class QSettings;

namespace hk::workspace {
class Workspace;
}

namespace hk::ui {

/// File › Import: choose a file, say which column is which field and which value which category, try it, import it with
/// progress and cancel, and see what happened row by row. (Its author is not MainWindow's: only use it from there.)
class ImportDialog : public QDialog {
    Q_OBJECT
public:
    /// `path` may be empty: the dialog begins with choosing a file.
    ImportDialog(workspace::Workspace& workspace, const QString& path, QWidget* parent = nullptr);
    ~ImportDialog() override;

    void chooseFile(const QString& path);
    /// From here on the choices are remembered per set of column names, and offered again for a file with the same ones.
    void rememberIn(QSettings& settings);

    void reject() override; ///< while an import runs it is cancelled, and the dialog stays

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace hk::ui
