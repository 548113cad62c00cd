#include "cli/commands.h"
#include "cli/heatmap.h"
#include "cli/output.h"
#include "exchange/csv_points.h"
#include "exchange/geotiff.h"
#include "i18n/languages.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <optional>
#include <string>
#include <unistd.h>

// handelsekartan-cli: starts in milliseconds and does itself what needs no large library, which is the heatmap of a text
// table of points. Everything else is done by handelsekartan-commands beside it, which takes its place in the process.
// See docs/decisions/0008-a-fast-start.md.

namespace {

using namespace hk;
using namespace hk::cli;

/// A file that a new GeoTIFF may take the place of without further questions.
bool mayReplace(const QString& out, const QString& input)
{
    if (!QFileInfo::exists(out))
        return !QFileInfo(out).isSymLink();
    QFile file(out);
    std::error_code failure;
    return QFileInfo(out).isFile() && file.open(QIODevice::ReadOnly) && file.read(4) == QByteArray("II*\0", 4)
           && !std::filesystem::equivalent(QFile::encodeName(out).toStdString(), QFile::encodeName(input).toStdString(),
                                           failure);
}

/// The exit code; nothing where the command is beyond this program.
std::optional<int> heatmapOfPlainPoints(const QStringList& arguments)
{
    HeatmapArguments given;
    if (const std::optional<int> code = given.parse(arguments))
        return code;
    const Result<DensitySettings> settings = heatmapSettings(given);
    if (!settings)
        return failWith(settings.error());
    for (const char* option : {"from", "to", "category", "organisation", "area", "zone", "near", "near-within"})
        if (given.has(QLatin1String(option)))
            return std::nullopt;
    exchange::PointsRequest request;
    request.path = given.at(0);
    request.xColumn = given.value(QStringLiteral("x"));
    request.yColumn = given.value(QStringLiteral("y"));
    request.weightColumn = given.value(QStringLiteral("weight"));
    if (given.has(QStringLiteral("crs")))
        request.crs = given.value(QStringLiteral("crs"));
    if (exchange::isLayerFile(request.path) || !exchange::isPlainCrs(request.crs)
        || request.xColumn.isEmpty() != request.yColumn.isEmpty()
        || !mayReplace(given.value(QStringLiteral("out")), request.path))
        return std::nullopt;
    Result<exchange::CsvPoints> table = exchange::readCsvPoints(request);
    if (!table)
        return failWith(table.error());
    if (table->geographic)
        return std::nullopt;
    HeatmapInput input{std::move(table->read.points), std::move(table->read.weights), table->read.skipped, request.crs};
    return makeHeatmap(given, *settings, std::move(input), {}, exchange::writePlainDensity);
}

/// Only comes back where the other program cannot be started.
int handOver(char** argv)
{
    std::error_code failure;
    const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", failure);
    const std::string other = (self.parent_path() / "handelsekartan-commands").string();
    execv(other.c_str(), argv);
    std::fprintf(stderr, "%s cannot be started: %s\n", other.c_str(), std::strerror(errno));
    return Failed;
}

} // namespace

int main(int argc, char** argv)
{
    const char* name = argc > 1 ? argv[1] : "";
    if (std::strcmp(name, "--version") == 0) {
        std::puts("handelsekartan " HK_VERSION);
        return Done;
    }
    if (std::strcmp(name, "heatmap") != 0)
        return handOver(argv);
    QCoreApplication application(argc, argv);
    i18n::Languages languages;
    languages.use(QStringLiteral("en"));
    if (const std::optional<int> code = heatmapOfPlainPoints(QCoreApplication::arguments().mid(2)))
        return printed(*code);
    return handOver(argv);
}
