#include "cli/arguments.h"

#include "cli/commands.h"
#include "cli/output.h"

#include <cmath>

namespace hk::cli {
namespace {

tl::unexpected<Error> wrong(const QString& words) { return fail(ErrorCode::WrongUsage, {}, {words}); }

} // namespace

Arguments::Arguments(const QString& command, const QString& description)
    : m_command(command)
{
    m_parser.setApplicationDescription(description);
    m_parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    m_parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Shows this help.")});
}

void Arguments::positional(const QString& name, const QString& description)
{
    m_positional.append(name);
    m_parser.addPositionalArgument(name, description, name);
}

void Arguments::option(const QString& name, const QString& value, const QString& description)
{
    m_known.append(name);
    m_parser.addOption({name, description, value});
}

void Arguments::flag(const QString& name, const QString& description)
{
    m_known.append(name);
    m_parser.addOption({name, description});
}

void Arguments::filterOptions()
{
    option(QStringLiteral("from"), QStringLiteral("DATE"), QStringLiteral("First local date of the period (YYYY-MM-DD)."));
    option(QStringLiteral("to"), QStringLiteral("DATE"), QStringLiteral("First local date after the period."));
    option(QStringLiteral("category"), QStringLiteral("CODE"), QStringLiteral("Category, by code or name; may be repeated."));
    option(QStringLiteral("organisation"), QStringLiteral("NAME"), QStringLiteral("Organisation that reported; may be repeated."));
    option(QStringLiteral("zone"), QStringLiteral("FILE[:FIELD]=NAME"),
           QStringLiteral("Only inside the area of that name in a file of boundaries; may be repeated."));
    option(QStringLiteral("near"), QStringLiteral("FILE"),
           QStringLiteral("Only near the points and lines of a file, such as stops."));
    option(QStringLiteral("near-within"), QStringLiteral("M"), QStringLiteral("How near, in metres (100)."));
}

void Arguments::analysisOptions()
{
    option(QStringLiteral("cell"), QStringLiteral("M"), QStringLiteral("Cell size in metres (25)."));
    option(QStringLiteral("bandwidth"), QStringLiteral("M"), QStringLiteral("Bandwidth in metres (150)."));
    option(QStringLiteral("kernel"), QStringLiteral("quartic|gaussian"), QStringLiteral("Kernel (quartic)."));
    option(QStringLiteral("quantile"), QStringLiteral("Q"),
           QStringLiteral("Quantile of the cells above zero that bounds a hotspot (0.9)."));
    option(QStringLiteral("within"), QStringLiteral("M"),
           QStringLiteral("Only hotspots within this distance of Mölndals bro (1000); 0: everywhere."));
}

void Arguments::signatureOptions()
{
    option(QStringLiteral("person"), QStringLiteral("NAME"),
           QStringLiteral("Who signs in the log; without it who works at this workstation."));
    option(QStringLiteral("on-behalf-of"), QStringLiteral("ORGANISATION"),
           QStringLiteral("The organisation that signs in the log."));
}

std::optional<int> Arguments::parse(const QStringList& arguments)
{
    const QString program = QStringLiteral("handelsekartan-cli ") + m_command;
    if (!m_parser.parse(QStringList{program} + arguments)) {
        printError(m_parser.errorText());
        printError(QStringLiteral("Usage: %1 --help").arg(program));
        return WrongUsage;
    }
    if (m_parser.isSet(QStringLiteral("help"))) {
        printLine(m_parser.helpText().trimmed());
        return Done;
    }
    const qsizetype given = m_parser.positionalArguments().size();
    if (given != m_positional.size()) {
        printError(given < m_positional.size()
                       ? QStringLiteral("%1 is missing.").arg(m_positional.at(given))
                       : QStringLiteral("Too many arguments: %1").arg(m_parser.positionalArguments().last()));
        printError(QStringLiteral("Usage: %1 --help").arg(program));
        return WrongUsage;
    }
    return std::nullopt;
}

Result<double> Arguments::number(const QString& name, double fallback, double lowest, double highest) const
{
    if (!has(name))
        return fallback;
    bool understood = false;
    const double value = this->value(name).toDouble(&understood);
    if (!understood || !std::isfinite(value) || value < lowest || value > highest)
        return wrong(QStringLiteral("--%1 must be a number from %2 to %3, not \"%4\".")
                         .arg(name)
                         .arg(lowest)
                         .arg(highest, 0, 'g', 12)
                         .arg(this->value(name)));
    return value;
}

Result<qint64> Arguments::wholeNumber(const QString& name, qint64 fallback, qint64 lowest, qint64 highest) const
{
    if (!has(name))
        return fallback;
    bool understood = false;
    const qint64 value = this->value(name).toLongLong(&understood);
    if (!understood || value < lowest || value > highest)
        return wrong(QStringLiteral("--%1 must be a whole number from %2 to %3, not \"%4\".")
                         .arg(name)
                         .arg(lowest)
                         .arg(highest)
                         .arg(this->value(name)));
    return value;
}

Result<QDate> Arguments::date(const QString& name) const
{
    if (!has(name))
        return QDate();
    const QDate date = QDate::fromString(value(name), Qt::ISODate);
    if (!date.isValid())
        return wrong(QStringLiteral("--%1 must be a date as 2024-03-01, not \"%2\".").arg(name, value(name)));
    return date;
}

Result<Period> Arguments::period(const QString& name) const
{
    if (!has(name))
        return wrong(QStringLiteral("--%1 is missing.").arg(name));
    const QStringList parts = value(name).split(QLatin1Char('/'));
    const Period period{QDate::fromString(parts.first(), Qt::ISODate), QDate::fromString(parts.last(), Qt::ISODate)};
    if (parts.size() != 2 || !period.from.isValid() || !period.to.isValid())
        return wrong(QStringLiteral("--%1 must be a period as 2025-01-01/2025-07-01, not \"%2\".").arg(name, value(name)));
    if (!period.isValid())
        return wrong(QStringLiteral("--%1 ends before it begins: \"%2\". The first day after the period stands last.")
                         .arg(name, value(name)));
    return period;
}

Result<IncidentFilter> Arguments::filter(const CategoryList& categories) const
{
    IncidentFilter filter;
    const Result<QDate> from = date(QStringLiteral("from"));
    const Result<QDate> to = date(QStringLiteral("to"));
    if (!from)
        return tl::unexpected(from.error());
    if (!to)
        return tl::unexpected(to.error());
    if (from->isValid() && to->isValid() && *from >= *to)
        return wrong(QStringLiteral("--to must be after --from: the period is [from, to)."));
    filter.from = *from;
    filter.to = *to;
    for (const QString& text : values(QStringLiteral("category"))) {
        const Category* category = categories.match(text);
        if (!category)
            return fail(ErrorCode::UnknownCategory, {{}, -1, QStringLiteral("category")}, {text});
        filter.categories.append(category->code);
    }
    filter.organisations = values(QStringLiteral("organisation"));
    return filter;
}

Result<DensitySettings> Arguments::densitySettings() const
{
    DensitySettings settings;
    const Result<double> cell = number(QStringLiteral("cell"), settings.cell, 0.001, 1e6);
    if (!cell)
        return tl::unexpected(cell.error());
    const Result<double> bandwidth = number(QStringLiteral("bandwidth"), settings.bandwidth, 0.001, 1e6);
    if (!bandwidth)
        return tl::unexpected(bandwidth.error());
    settings.cell = *cell;
    settings.bandwidth = *bandwidth;
    const QString kernel = has(QStringLiteral("kernel")) ? value(QStringLiteral("kernel")) : QStringLiteral("quartic");
    if (kernel == QLatin1String("gaussian"))
        settings.kernel = analysis::Kernel::Gaussian;
    else if (kernel != QLatin1String("quartic"))
        return wrong(QStringLiteral("--kernel is quartic or gaussian, not \"%1\".").arg(kernel));
    return settings;
}

} // namespace hk::cli
