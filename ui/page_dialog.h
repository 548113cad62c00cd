#pragma once

#include "core/coordinates.h"

#include <QDialog>
#include <memory>

class QSettings;

namespace hk::workspace {
class Workspace;
}

namespace hk::ui {

/// Export PDF and print: paper, orientation, scale, title and confidentiality mark beside a preview that is the page
/// itself. (Its author is not MainWindow's: only use it from there.)
class PageDialog : public QDialog {
    Q_OBJECT
public:
    /// `centre` and `scale` (1:n) are those of the map on screen; choices are remembered in `settings`.
    PageDialog(workspace::Workspace& workspace, const Sweref99& centre, double scale, QSettings& settings,
               QWidget* parent = nullptr);
    ~PageDialog() override;

    /// Write the page as chosen, off the window's thread; the end is said in the dialog and by the signals.
    void savePdf(const QString& path);
    void savePicture(const QString& path);
    /// Asks for a printer and prints: what Ctrl+P does at once.
    void print();

Q_SIGNALS:
    void written(const QString& path); ///< empty: printed
    void failed();
    void previewChanged();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace hk::ui
