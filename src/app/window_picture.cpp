#include "app/window_picture.h"

#include "ui/main_window.h"

#include <QApplication>
#include <QPixmap>
#include <QTimer>

namespace hk::app {
namespace {

constexpr int interval = 100;  // ms between looks
constexpr int quietLooks = 12; // so long must the map be whole
constexpr int mostLooks = 600; // then the picture is taken all the same

} // namespace

WindowPicture::WindowPicture(ui::MainWindow& window, QString path, bool expectsFile, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_path(std::move(path))
    , m_expectsFile(expectsFile)
    , m_timer(new QTimer(this))
{
    connect(m_timer, &QTimer::timeout, this, &WindowPicture::look);
    m_timer->start(interval);
}

void WindowPicture::look()
{
    ++m_looks;
    m_quiet = !m_expectsFile || m_window.isSettled() ? m_quiet + 1 : 0;
    if (m_quiet < quietLooks && m_looks < mostLooks)
        return;
    m_timer->stop();
    QApplication::exit(m_window.grab().save(m_path) ? 0 : 1);
}

} // namespace hk::app
