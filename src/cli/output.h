#pragma once

#include "core/result.h"

#include <QJsonObject>
#include <QString>

namespace hk::cli {

void printLine(const QString& text);   ///< to standard output
void printError(const QString& text);  ///< to standard error
/// The exit code of a program that is done: Failed where standard output did not take all that was printed.
int printed(int code);
void printJson(const QJsonObject& object);
/// Says the reason on standard error and answers with the exit code: 2 for wrong usage, else 1.
int failWith(const Error& error);
/// A line of progress that overwrites itself, on standard error and only on a terminal.
void printProgress(const QString& text);
void endProgress();

} // namespace hk::cli
