#pragma once

#include <QDialog>
#include <memory>

class QSettings;

namespace hk::net {
class HttpClient;
}

namespace hk::workspace {
class Backgrounds;
class Workspace;
}

namespace hk::ui {

/// File › Import: choose a file, say which column is which field and which value which category, try it, import it with
/// progress and cancel, and see what happened row by row.
class ImportDialog : public QDialog {
    Q_OBJECT
public:
    /// Both must outlive the dialog. The choices are remembered per set of column names, and offered again for a file with
    /// the same ones.
    ImportDialog(workspace::Workspace& workspace, QSettings& settings, QWidget* parent = nullptr);
    ~ImportDialog() override;

    /// The notices of the police can be fetched, when asked and after consent, into `folder`.
    void offerPolice(workspace::Backgrounds& backgrounds, std::shared_ptr<net::HttpClient> http, const QString& folder);

    /// Reads the beginning of a file on a worker; empty: stays with choosing one.
    void chooseFile(const QString& path);
    /// Takes the rows on the clipboard.
    void pasteRows();

    void reject() override; ///< while an import runs it is cancelled, and the dialog stays to say so

Q_SIGNALS:
    void sourceRead(); ///< the columns can be chosen
    void imported(qint64 inserted, qint64 updated);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace hk::ui
