#pragma once

#include <QSize>
#include <QString>
#include <QStringList>

namespace hk::app {

/// What the program was asked for.
struct CommandLine {
    QString file;
    bool sample = false;
    int sampleCount = 600;
    QString language;   ///< "sv", "en"; empty: as chosen before
    QString theme;      ///< "light", "dark"; empty: as chosen before
    QString screenshot; ///< picture of the window to write before leaving
    QSize size;         ///< of the window, invalid: as before
    QString text;       ///< what --help or a wrong usage prints
    enum class Answer { Start, Help, Version, Wrong } answer = Answer::Start;
};

/// Reads the arguments, the program's own name first. Does not print.
CommandLine parseCommandLine(const QStringList& arguments);

} // namespace hk::app
