#include "cli/output.h"

#include "cli/commands.h"
#include "text/sentences.h"

#include <QJsonDocument>

#include <cstdio>
#include <unistd.h>

namespace hk::cli {

void printLine(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
    std::fputc('\n', stdout);
}

void printError(const QString& text)
{
    std::fflush(stdout);
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
    std::fputc('\n', stderr);
}

int printed(int code)
{
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0)
        return code;
    printError(QStringLiteral("The output could not be written."));
    return code == Done ? int{Failed} : code;
}

void printJson(const QJsonObject& object)
{
    printLine(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented)).trimmed());
}

int failWith(const Error& error)
{
    endProgress();
    printError(text::describe(error));
    if (!error.detail.isEmpty())
        printError(QStringLiteral("  (%1)").arg(error.detail));
    return error.code == ErrorCode::WrongUsage ? WrongUsage : Failed;
}

namespace {
bool onTerminal() { return isatty(STDERR_FILENO) != 0; }
} // namespace

void printProgress(const QString& text)
{
    if (onTerminal())
        std::fprintf(stderr, "\r\033[K%s", text.toUtf8().constData());
}

void endProgress()
{
    if (onTerminal())
        std::fputs("\r\033[K", stderr);
}

} // namespace hk::cli
