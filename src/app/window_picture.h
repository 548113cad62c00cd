#pragma once

#include <QObject>
#include <QString>

class QTimer;

namespace hk::ui {
class MainWindow;
}

namespace hk::app {

/// Saves a picture of the window when its map is whole, and ends the program: for documents and tests.
class WindowPicture : public QObject {
    Q_OBJECT
public:
    /// `expectsFile`: waits for a file to be open. The window must outlive the object.
    WindowPicture(ui::MainWindow& window, QString path, bool expectsFile, QObject* parent = nullptr);

private:
    void look();

    ui::MainWindow& m_window;
    QString m_path;
    bool m_expectsFile;
    QTimer* m_timer;
    int m_quiet = 0; ///< looks in a row at which nothing was missing
    int m_looks = 0;
};

} // namespace hk::app
