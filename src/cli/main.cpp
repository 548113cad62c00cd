#include "cli/commands.h"
#include "cli/output.h"
#include "i18n/languages.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QHashSeed>

#include <cstring>
#include <memory>

namespace {

struct Command {
    const char* name;
    int (*run)(const QStringList&);
    const char* summary;
    bool paints; ///< needs fonts
};

const Command commands[] = {
    {"init", hk::cli::initCommand, "make a new incident file", false},
    {"sample", hk::cli::sampleCommand, "make a file of invented incidents around Mölndals bro", false},
    {"info", hk::cli::infoCommand, "say what a file holds", false},
    {"import", hk::cli::importCommand, "read incidents from CSV, GeoJSON, GeoPackage, XLSX or Shapefile", false},
    {"export", hk::cli::exportCommand, "write incidents or counts to CSV, GeoJSON, GeoPackage, XLSX or KML", false},
    {"handover", hk::cli::handoverCommand, "make a package of incidents for a partner", false},
    {"receive", hk::cli::receiveCommand, "take in a package from a partner", false},
    {"seal", hk::cli::sealCommand, "encrypt a file with a passphrase", false},
    {"unseal", hk::cli::unsealCommand, "open an encrypted file", false},
    {"heatmap", hk::cli::heatmapCommand, "kernel density of points as a GeoTIFF", false},
    {"hotspots", hk::cli::hotspotsCommand, "ranked hotspots as GeoJSON", false},
    {"gistar", hk::cli::gistarCommand, "hot and cold cells by Getis–Ord Gi*", false},
    {"streets", hk::cli::streetsCommand, "incidents per 100 m of street", false},
    {"accuracy", hk::cli::accuracyCommand, "how well a map foretold later incidents", false},
    {"areas", hk::cli::areasCommand, "incidents per area of a file of boundaries, for its size or inhabitants", false},
    {"compare", hk::cli::compareCommand, "what has changed between two periods, and where", false},
    {"risk", hk::cli::riskCommand, "incidents for what there is: their density divided by another", false},
    {"times", hk::cli::timesCommand, "when incidents happen, and whether an hour is different", false},
    {"near-repeat", hk::cli::nearRepeatCommand, "whether one incident is soon followed by another near it", false},
    {"evaluate", hk::cli::evaluateCommand, "before and after an action, against a control area", false},
    {"basemap", hk::cli::basemapCommand, "a detailed background map from an extract of OpenStreetMap", false},
    {"backup", hk::cli::backupCommand, "make a backup copy of a file", false},
    {"backups", hk::cli::backupsCommand, "list the backup copies of a file", false},
    {"restore", hk::cli::restoreCommand, "bring a file back to a backup copy", false},
    {"log", hk::cli::logCommand, "verify the log by its hashes, or write it as CSV", false},
    {"dispose", hk::cli::disposeCommand, "dispose of incidents whose time has come", true},
    {"map", hk::cli::mapCommand, "the map with its hotspots as PDF or picture", true},
    {"report", hk::cli::reportCommand, "pages for a meeting, a patrol or the public as PDF or pictures", true},
};

void printUsage(bool asError)
{
    QString text = QStringLiteral("Händelsekartan %1: incident maps for municipalities\n\n"
                                  "Usage: handelsekartan-cli COMMAND [arguments]\n\nCommands:")
                       .arg(QStringLiteral(HK_VERSION));
    for (const Command& command : commands)
        text += QStringLiteral("\n  %1  %2").arg(QLatin1String(command.name), -11).arg(QString::fromUtf8(command.summary));
    text += QStringLiteral("\n\nhandelsekartan-cli COMMAND --help tells more. Exit codes: 0 done, 1 failed, 2 wrong usage.");
    asError ? hk::cli::printError(text) : hk::cli::printLine(text);
}

} // namespace

int main(int argc, char** argv)
{
    const char* name = argc > 1 ? argv[1] : "";
    const Command* chosen = nullptr;
    for (const Command& command : commands)
        if (std::strcmp(command.name, name) == 0)
            chosen = &command;

    // A repeatable file needs the same order of Qt's hashes in every run; it must be set before the application is made.
    for (int i = 1; i < argc; ++i)
        if (std::strncmp(argv[i], "--fixed-date", 12) == 0)
            QHashSeed::setDeterministicGlobalSeed();

    std::unique_ptr<QCoreApplication> application;
    if (chosen && chosen->paints) {
        if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
            qputenv("QT_QPA_PLATFORM", "offscreen");
        application = std::make_unique<QGuiApplication>(argc, argv);
    } else {
        application = std::make_unique<QCoreApplication>(argc, argv);
    }
    QCoreApplication::setApplicationName(QStringLiteral("handelsekartan"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HK_VERSION));

    // The command line speaks English; its file of translations holds the plural forms.
    hk::i18n::Languages languages;
    languages.use(QStringLiteral("en"));

    const QStringList arguments = QCoreApplication::arguments();
    if (chosen)
        return hk::cli::printed(chosen->run(arguments.mid(2)));
    const bool help = std::strcmp(name, "--help") == 0 || std::strcmp(name, "-h") == 0 || std::strcmp(name, "help") == 0;
    if (std::strcmp(name, "--version") == 0) {
        hk::cli::printLine(QStringLiteral("handelsekartan " HK_VERSION));
        return hk::cli::Done;
    }
    if (!help && argc > 1)
        hk::cli::printError(QStringLiteral("There is no command \"%1\".\n").arg(QString::fromLocal8Bit(name)));
    printUsage(!help);
    return help ? hk::cli::Done : hk::cli::WrongUsage;
}
