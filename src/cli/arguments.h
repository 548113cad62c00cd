#pragma once

#include "analysis/kde.h"
#include "core/category.h"
#include "core/incident_filter.h"
#include "core/period.h"
#include "core/result.h"

#include <QCommandLineParser>
#include <optional>

namespace hk::workspace {
struct MapSettings;
}

namespace hk::cli {

/// How a density is made.
struct DensitySettings {
    double cell = 25.0;       ///< metres
    double bandwidth = 150.0; ///< metres
    analysis::Kernel kernel = analysis::Kernel::Quartic;
};

/// The arguments of one command: positional ones by name, options with values, --help. Wrong usage is said on stderr.
class Arguments {
public:
    Arguments(const QString& command, const QString& description);

    void positional(const QString& name, const QString& description);
    void option(const QString& name, const QString& value, const QString& description);
    void flag(const QString& name, const QString& description);
    void filterOptions();   ///< --from --to --category --organisation --zone --near --near-within
    void analysisOptions(); ///< --cell --bandwidth --kernel --quantile --within
    void signatureOptions(); ///< --person --on-behalf-of

    /// Nothing: go on. Otherwise the exit code (help shown or usage wrong).
    std::optional<int> parse(const QStringList& arguments);

    QString at(int index) const { return m_parser.positionalArguments().value(index); }
    /// Whether the option was given; false also where the command has no such option.
    bool has(const QString& name) const { return m_known.contains(name) && m_parser.isSet(name); }
    QString value(const QString& name) const { return has(name) ? m_parser.value(name) : QString(); }
    QStringList values(const QString& name) const { return has(name) ? m_parser.values(name) : QStringList(); }

    /// The number of an option, or the fallback where it is not given; wrong usage where it is no number in the range.
    Result<double> number(const QString& name, double fallback, double lowest, double highest) const;
    /// As number, of an option that takes whole numbers only.
    Result<qint64> wholeNumber(const QString& name, qint64 fallback, qint64 lowest, qint64 highest) const;
    Result<QDate> date(const QString& name) const;
    /// FROM/TO as 2025-01-01/2025-07-01, half-open; wrong usage where it is not given, not two dates, or reversed.
    Result<Period> period(const QString& name) const;
    /// Without areas and distances, whose files need GDAL: see filterWithPlaces.
    Result<IncidentFilter> filter(const CategoryList& categories) const;
    Result<DensitySettings> densitySettings() const;
    Result<workspace::MapSettings> settings() const;

private:
    QCommandLineParser m_parser;
    QString m_command;
    QStringList m_positional;
    QStringList m_known; ///< options of the command
};

} // namespace hk::cli
