#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace hk::ui {
class MainWindow;
}

namespace hk::app {

/// Says once in the log (category hk.start, off unless asked for by QT_LOGGING_RULES) when the first map is whole: for
/// measuring the start.
class StartLog : public QObject {
    Q_OBJECT
public:
    /// `sinceStart`: started when the program was. The window must outlive the object.
    StartLog(const ui::MainWindow& window, const QElapsedTimer& sinceStart, QObject* parent = nullptr);

private:
    void look();

    const ui::MainWindow& m_window;
    QElapsedTimer m_sinceStart;
    QTimer m_timer;
};

} // namespace hk::app
