#include "app/command_line.h"
#include "app/services.h"
#include "app/start_log.h"
#include "app/window_picture.h"
#include "core/large_blocks.h"
#include "text/sentences.h"
#include "ui/main_window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QMessageBox>
#include <QStyleFactory>
#include <cstdio>

int main(int argc, char** argv)
{
    hk::handBackLargeBlocks();
    QElapsedTimer sinceStart;
    sinceStart.start();
    QApplication::setOrganizationName(QStringLiteral("Handelsekartan"));
    QApplication::setApplicationName(QStringLiteral("handelsekartan"));
    QApplication::setApplicationVersion(QStringLiteral(HK_VERSION));
    QApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(QString());
    QApplication::setDesktopFileName(QStringLiteral("handelsekartan"));

    using hk::app::CommandLine;
    const CommandLine asked = hk::app::parseCommandLine(QApplication::arguments());
    switch (asked.answer) {
    case CommandLine::Answer::Help:
        std::fputs(asked.text.toLocal8Bit().constData(), stdout);
        return 0;
    case CommandLine::Answer::Version:
        std::printf("handelsekartan %s\n", HK_VERSION);
        return 0;
    case CommandLine::Answer::Wrong:
        std::fprintf(stderr, "%s\n", asked.text.toLocal8Bit().constData());
        return 2;
    case CommandLine::Answer::Start:
        break;
    }

    hk::app::Services services(application, asked);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const hk::Result<void> started = services.start();
    if (!started) {
        const QString sentence = hk::text::describe(started.error());
        std::fprintf(stderr, "%s\n", sentence.toLocal8Bit().constData());
        QMessageBox::critical(nullptr, QStringLiteral("Händelsekartan"), sentence);
        return 1;
    }
    services.window().show();
    const hk::app::StartLog startLog(services.window(), sinceStart);
    std::unique_ptr<hk::app::WindowPicture> picture;
    if (!asked.screenshot.isEmpty())
        picture = std::make_unique<hk::app::WindowPicture>(services.window(), asked.screenshot,
                                                           asked.sample || !asked.file.isEmpty());
    return QApplication::exec();
}
