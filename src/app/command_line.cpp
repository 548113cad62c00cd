#include "app/command_line.h"

#include <QCommandLineParser>

namespace hk::app {
namespace {

QSize sizeOf(const QString& text)
{
    const QStringList parts = text.split(QLatin1Char('x'));
    return parts.size() == 2 ? QSize(parts.at(0).toInt(), parts.at(1).toInt()) : QSize();
}

} // namespace

CommandLine parseCommandLine(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Incident map for municipalities."));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
                                  QStringLiteral("Says this."));
    const QCommandLineOption version({QStringLiteral("v"), QStringLiteral("version")},
                                     QStringLiteral("Says the version."));
    const QCommandLineOption sample(QStringLiteral("sample"),
                                    QStringLiteral("Opens a fresh sample of invented incidents."));
    const QCommandLineOption count(QStringLiteral("sample-count"), QStringLiteral("Incidents in the sample."),
                                   QStringLiteral("n"), QStringLiteral("600"));
    const QCommandLineOption language(QStringLiteral("lang"), QStringLiteral("Language: sv or en."),
                                      QStringLiteral("lang"));
    const QCommandLineOption theme(QStringLiteral("theme"), QStringLiteral("Look: light or dark."),
                                   QStringLiteral("theme"));
    const QCommandLineOption picture(
        QStringLiteral("screenshot"),
        QStringLiteral("Saves a picture of the window with its first whole map, and leaves."),
        QStringLiteral("file.png"));
    const QCommandLineOption size(QStringLiteral("size"), QStringLiteral("Size of the window."),
                                  QStringLiteral("WIDTHxHEIGHT"));
    parser.addOptions({help, version, sample, count, language, theme, picture, size});
    parser.addPositionalArgument(QStringLiteral("file"), QStringLiteral("Incident file to open."),
                                 QStringLiteral("[file]"));

    CommandLine asked;
    const auto wrong = [&](const QString& reason) {
        asked.answer = CommandLine::Answer::Wrong;
        asked.text = reason;
        return asked;
    };
    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    if (parser.isSet(help)) {
        asked.answer = CommandLine::Answer::Help;
        asked.text = parser.helpText();
        return asked;
    }
    if (parser.isSet(version)) {
        asked.answer = CommandLine::Answer::Version;
        return asked;
    }
    asked.sample = parser.isSet(sample);
    bool isNumber = false;
    asked.sampleCount = parser.value(count).toInt(&isNumber);
    if (!isNumber || asked.sampleCount < 0)
        return wrong(
            QStringLiteral("--sample-count is a whole number, not \"%1\".").arg(parser.value(count)));
    asked.language = parser.value(language);
    if (!asked.language.isEmpty() && asked.language != QStringLiteral("sv") &&
        asked.language != QStringLiteral("en"))
        return wrong(QStringLiteral("--lang is sv or en, not \"%1\".").arg(asked.language));
    asked.theme = parser.value(theme);
    if (!asked.theme.isEmpty() && asked.theme != QStringLiteral("light") &&
        asked.theme != QStringLiteral("dark"))
        return wrong(QStringLiteral("--theme is light or dark, not \"%1\".").arg(asked.theme));
    asked.screenshot = parser.value(picture);
    if (parser.isSet(size)) {
        asked.size = sizeOf(parser.value(size));
        if (asked.size.width() < 200 || asked.size.height() < 200)
            return wrong(QStringLiteral("--size is WIDTHxHEIGHT, not \"%1\".").arg(parser.value(size)));
    }
    const QStringList files = parser.positionalArguments();
    if (files.size() > 1)
        return wrong(QStringLiteral("Only one file can be opened at a time."));
    asked.file = files.value(0);
    if (asked.sample && !asked.file.isEmpty())
        return wrong(QStringLiteral("Either a file or --sample, not both."));
    return asked;
}

} // namespace hk::app
