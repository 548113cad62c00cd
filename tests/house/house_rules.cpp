#include "house/house_rules.h"

#include <QHash>
#include <QRegularExpression>

namespace hk::house {

namespace {

const QStringList& allParts()
{
    static const QStringList parts =
        QStringLiteral(
            "core geo sqlite analysis text net seal store exchange map chart tiles workspace methods paper report models ui i18n cli app")
            .split(u' ');
    return parts;
}

QStringList everyPartBut(const QStringList& without)
{
    QStringList parts = allParts();
    for (const QString& part : without)
        parts.removeAll(part);
    return parts;
}

/// A header of another library and the only places where it may be included.
struct GuardedHeader {
    QRegularExpression header;
    QStringList parts; ///< whose .cpp files may include it
};

const QList<GuardedHeader>& guardedHeaders()
{
    static const QList<GuardedHeader> rules{
        {QRegularExpression(QStringLiteral(R"(^(gdal|ogr|cpl_|vrt)\w*\.h$)")),
         {QStringLiteral("exchange"), QStringLiteral("tiles"), QStringLiteral("report")}},
        {QRegularExpression(QStringLiteral(R"(^sqlite3\w*\.h$)")), {QStringLiteral("sqlite")}},
        {QRegularExpression(QStringLiteral(R"(^proj(_\w+)?\.h$)")), {QStringLiteral("geo")}},
        {QRegularExpression(QStringLiteral("^qpdf/")), {QStringLiteral("report")}},
        {QRegularExpression(QStringLiteral(R"(^sodium\w*\.h$)")), {QStringLiteral("seal"), QStringLiteral("store")}},
    };
    return rules;
}

/// Checks one file, rule by rule.
class Check {
public:
    Check(const SourceFile& file, const Surroundings& surroundings)
        : m_file(file)
        , m_surroundings(surroundings)
        , m_part(file.path.section(u'/', 0, 0) == QLatin1String("ui") ? QStringLiteral("ui")
                                                                      : file.path.section(u'/', 1, 1))
        , m_isHeader(file.path.endsWith(QLatin1String(".h")))
    {}

    QStringList run()
    {
        static const QRegularExpression include(
            QStringLiteral(R"(^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"])"),
            QRegularExpression::MultilineOption);
        for (auto it = include.globalMatch(m_file.text); it.hasNext();) {
            const auto match = it.next();
            if (match.captured(1) == QLatin1String("\""))
                checkOwn(match.captured(2));
            checkForeign(match.captured(2));
        }
        checkHeader();
        checkOwnHeaderFirst();
        checkText();
        return m_broken;
    }

private:
    void broken(const QString& what) { m_broken.append(m_file.path + QStringLiteral(": ") + what); }

    void checkOwn(const QString& header)
    {
        const bool generated = header.startsWith(QLatin1String("ui_")) ||
                               header.endsWith(QLatin1String(".moc")) ||
                               header.startsWith(QLatin1String("moc_"));
        if (!header.contains(u'/') && generated)
            return;
        const QString part = header.section(u'/', 0, 0);
        if (!header.contains(u'/') || !allParts().contains(part))
            broken(QStringLiteral("\"%1\" is not given from the include root").arg(header));
        else if (part != m_part && !allowedParts(m_part).contains(part))
            broken(QStringLiteral("%1 may not include \"%2\"").arg(m_part, header));
    }

    void checkForeign(const QString& header)
    {
        for (const GuardedHeader& rule : guardedHeaders())
            if (rule.header.match(header).hasMatch() && (m_isHeader || !rule.parts.contains(m_part)))
                broken(QStringLiteral("<%1> belongs in .cpp files of %2").arg(header, rule.parts.join(u'/')));
        const QString name = header.section(u'/', -1);
        const bool widget =
            header.startsWith(QLatin1String("QtWidgets")) || m_surroundings.widgetHeaders.contains(name);
        if (widget && m_part != QLatin1String("ui") && m_part != QLatin1String("app"))
            broken(QStringLiteral("<%1> is a widget; they live in ui and app").arg(header));
        static const QRegularExpression qt(QStringLiteral("^(Qt?[A-Z]|q[a-z0-9]+\\.h$)"));
        if (m_part == QLatin1String("analysis") && qt.match(header).hasMatch())
            broken(QStringLiteral("<%1>: the analysis is plain C++").arg(header));
    }

    void checkHeader()
    {
        if (!m_isHeader)
            return;
        static const QRegularExpression usingNamespace(QStringLiteral("^ {0,3}using namespace"),
                                                       QRegularExpression::MultilineOption);
        if (usingNamespace.match(m_file.text).hasMatch())
            broken(QStringLiteral("'using namespace' at file level in a header"));
        if (!m_file.text.contains(QLatin1String("#pragma once")))
            broken(QStringLiteral("no #pragma once"));
    }

    void checkOwnHeaderFirst()
    {
        if (!m_file.path.endsWith(QLatin1String(".cpp")))
            return;
        const QString header = m_file.path.chopped(4) + QStringLiteral(".h");
        if (!m_surroundings.headers.contains(header))
            return;
        static const QRegularExpression first(QStringLiteral(R"(^#include[ \t]*[<"]([^>"]+)[>"])"),
                                              QRegularExpression::MultilineOption);
        const QString own = m_part == QLatin1String("ui") ? header : header.section(u'/', 1);
        if (first.match(m_file.text).captured(1) != own)
            broken(QStringLiteral("\"%1\" is not its first include").arg(own));
    }

    void checkText()
    {
        static const QStringList silent = QStringLiteral("core geo sqlite seal analysis store map").split(u' ');
        static const QRegularExpression translated(
            QStringLiteral(R"(\btr\(\s*"|QCoreApplication::translate|Q_DECLARE_TR_FUNCTIONS)"));
        if (silent.contains(m_part) && translated.match(m_file.text).hasMatch())
            broken(QStringLiteral("text for people does not belong in %1").arg(m_part));
    }

    const SourceFile& m_file;
    const Surroundings& m_surroundings;
    const QString m_part;
    const bool m_isHeader;
    QStringList m_broken;
};

} // namespace

QStringList allowedParts(const QString& part)
{
    static const QHash<QString, QStringList> allowed = [] {
        QHash<QString, QStringList> parts;
        const auto allow = [&](const char* name, const char* others) {
            parts.insert(QString::fromLatin1(name),
                         QString::fromLatin1(others).split(u' ', Qt::SkipEmptyParts));
        };
        allow("core", "");
        allow("geo", "core");
        allow("sqlite", "");
        allow("analysis", "");
        allow("text", "core");
        allow("store", "core geo sqlite");
        allow("net", "core");
        allow("seal", "core");
        allow("exchange", "core geo analysis");
        allow("map", "core geo analysis sqlite");
        allow("chart", "core text map");
        allow("tiles", "core geo sqlite map net text");
        allow("methods", "core geo analysis text exchange map workspace");
        allow("paper", "core");
        allow("report", "core geo analysis text exchange map chart tiles workspace methods paper");
        allow("workspace", "core geo analysis text net seal store exchange map tiles");
        allow("models", "core geo analysis text store exchange map workspace methods");
        allow("ui", "core geo analysis text net seal store exchange map chart tiles methods paper report workspace models");
        allow("i18n", "");
        parts.insert(QStringLiteral("cli"),
                     everyPartBut({QStringLiteral("cli"), QStringLiteral("app"), QStringLiteral("ui")}));
        parts.insert(QStringLiteral("app"), everyPartBut({QStringLiteral("app"), QStringLiteral("cli")}));
        return parts;
    }();
    return allowed.value(part);
}

QStringList brokenRules(const SourceFile& file, const Surroundings& surroundings)
{
    return Check(file, surroundings).run();
}

} // namespace hk::house
