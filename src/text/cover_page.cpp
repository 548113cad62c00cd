#include "text/cover_page.h"

#include "core/local_time.h"
#include "text/export_words.h"
#include "text/sentences.h"
#include "text/translated.h"

#include <QTimeZone>

namespace hk::text {
namespace {

QString row(const QString& name, const QString& value)
{
    return QStringLiteral("<tr><th scope=\"row\">%1</th><td>%2</td></tr>\n").arg(name.toHtmlEscaped(), value.toHtmlEscaped());
}

QString fieldNames(const QStringList& fields)
{
    QStringList names;
    for (const QString& name : fields)
        names.append(fieldName(name));
    return names.join(QStringLiteral(", "));
}

} // namespace

QString coverPage(const HandoverFacts& facts, const QStringList& remarks)
{
    const QString title = Tr::tr("Handover of incidents");
    QString html = QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n<title>%2</title>\n"
                                  "<style>body{font-family:sans-serif;max-width:44em;margin:3em auto;padding:0 1em;"
                                  "color:#222;line-height:1.45}table{border-collapse:collapse}th{text-align:left;"
                                  "vertical-align:top;padding:.3em 2em .3em 0;font-weight:600;white-space:nowrap}"
                                  "td{padding:.3em 0}</style>\n</head>\n<body>\n<h1>%2</h1>\n<table>\n")
                       .arg(QLocale().bcp47Name().section(u'-', 0, 0), title.toHtmlEscaped());
    html += row(Tr::tr("From", "sender"), facts.sender);
    html += row(Tr::tr("To", "recipient"),
                facts.recipient.isEmpty() ? Tr::tr("The own organisation") : facts.recipient);
    html += row(Tr::tr("Made"), QLocale().toString(facts.created.toTimeZone(stockholm()), QLocale::ShortFormat));
    html += row(Tr::tr("Incidents"), number(facts.incidents));
    html += row(Tr::tr("Period"), period(facts.from, facts.to));
    html += row(Tr::tr("Chosen"), facts.filter);
    html += row(Tr::tr("Profile"), nameOf(facts.profile) + QStringLiteral(". ") + describe(facts.profile));
    html += row(Tr::tr("Fields"), fieldNames(facts.fields));
    html += row(Tr::tr("Number of the package"), facts.id.toString(QUuid::WithoutBraces));
    html += QStringLiteral("</table>\n");
    if (!remarks.isEmpty()) {
        html += QStringLiteral("<ul>\n");
        for (const QString& remark : remarks)
            html += QStringLiteral("<li>%1</li>\n").arg(remark.toHtmlEscaped());
        html += QStringLiteral("</ul>\n");
    }
    const QString use = Tr::tr("Take it in with Händelsekartan: File, Receive package. The incidents lie in incidents.geojson, which "
                               "other programs can read too. The manifest has the checksums (SHA-256) of all files.");
    const QString care = Tr::tr("The incidents concern real places and events. Give the package to nobody else, and delete it when it has been taken in.");
    html += QStringLiteral("<p>%1</p>\n<p>%2</p>\n</body>\n</html>\n").arg(use.toHtmlEscaped(), care.toHtmlEscaped());
    return html;
}

} // namespace hk::text
