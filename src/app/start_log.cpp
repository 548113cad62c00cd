#include "app/start_log.h"

#include "ui/main_window.h"

#include <QLoggingCategory>

namespace hk::app {

namespace {

Q_LOGGING_CATEGORY(logStart, "hk.start", QtInfoMsg)
constexpr int interval = 5; // ms between looks

} // namespace

StartLog::StartLog(const ui::MainWindow& window, const QElapsedTimer& sinceStart, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_sinceStart(sinceStart)
{
    if (!logStart().isDebugEnabled())
        return;
    connect(&m_timer, &QTimer::timeout, this, &StartLog::look);
    m_timer.start(interval);
}

void StartLog::look()
{
    if (!m_window.isSettled())
        return;
    m_timer.stop();
    qCDebug(logStart, "the first map is whole %lld ms after the start", static_cast<long long>(m_sinceStart.elapsed()));
}

} // namespace hk::app
