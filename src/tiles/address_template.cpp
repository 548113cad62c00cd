#include "tiles/address_template.h"

#include "net/http_client.h"

#include <QRegularExpression>

namespace hk::tiles {

namespace {

const QRegularExpression& inBraces()
{
    static const QRegularExpression expression(QStringLiteral(R"(\{([^{}]*)\})"));
    return expression;
}

QString withBraces(QString text)
{
    text = text.trimmed();
    text.replace(QLatin1String("%7B"), QLatin1String("{"), Qt::CaseInsensitive);
    text.replace(QLatin1String("%7D"), QLatin1String("}"), Qt::CaseInsensitive);
    return text;
}

} // namespace

bool AddressTemplate::looksLikeOne(const QString& text)
{
    const QString whole = withBraces(text);
    return whole.contains(QLatin1String("{z}")) && whole.contains(QLatin1String("{x}")) &&
           (whole.contains(QLatin1String("{y}")) || whole.contains(QLatin1String("{-y}")));
}

Result<AddressTemplate> AddressTemplate::parse(const QString& text)
{
    const auto refuse = [](const QString& what) {
        return fail(ErrorCode::ValueNotUnderstood, {{}, -1, QStringLiteral("address")}, {what});
    };
    AddressTemplate made;
    made.m_text = withBraces(text);
    if (!looksLikeOne(made.m_text))
        return refuse(made.m_text);
    for (auto it = inBraces().globalMatch(made.m_text); it.hasNext();) {
        const QString name = it.next().captured(1);
        const bool choice = name == QLatin1String("s") || name.startsWith(QLatin1String("switch:"));
        if (choice && made.m_choices.isEmpty())
            made.m_choices = name == QLatin1String("s") ? QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}
                                                        : name.mid(7).split(u',', Qt::SkipEmptyParts);
        if (choice && made.m_choices.isEmpty())
            return refuse(u'{' + name + u'}');
        made.m_highDensity |= name == QLatin1String("r");
        static const QStringList known{QStringLiteral("z"), QStringLiteral("x"), QStringLiteral("y"), QStringLiteral("-y"),
                                       QStringLiteral("r")};
        if (!choice && !known.contains(name))
            return refuse(u'{' + name + u'}');
    }
    if (QString(made.m_text).remove(inBraces()).contains(QRegularExpression(QStringLiteral("[{}]"))))
        return refuse(made.m_text);
    for (qsizetype i = 0; i < std::max<qsizetype>(1, made.m_choices.size()); ++i) {
        const QUrl url = made.url(made.keyOfChoice(i));
        const bool web = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
        // a name and password belong into the keyring, not into what is kept and shown
        if (!url.isValid() || !web || url.host().isEmpty() || !url.userInfo().isEmpty())
            return refuse(made.m_text.section(u'@', -1));
    }
    return made;
}

QUrl AddressTemplate::url(const TileKey& key) const
{
    QString address;
    qsizetype end = 0;
    for (auto it = inBraces().globalMatch(m_text); it.hasNext();) {
        const auto match = it.next();
        address += QStringView(m_text).mid(end, match.capturedStart() - end);
        end = match.capturedEnd();
        const QString name = match.captured(1);
        if (name == QLatin1String("z"))
            address += QString::number(key.z);
        else if (name == QLatin1String("x"))
            address += QString::number(key.x);
        else if (name == QLatin1String("y"))
            address += QString::number(key.y);
        else if (name == QLatin1String("-y"))
            address += QString::number((qint64(1) << key.z) - 1 - key.y);
        else if (name == QLatin1String("r"))
            address += key.scale > 1 ? QStringLiteral("@2x") : QString();
        else if (!m_choices.isEmpty()) // the same server for the same tile, so that caches on the way help
            address += m_choices.at(static_cast<qsizetype>((key.x + key.y) % m_choices.size()));
    }
    address += QStringView(m_text).mid(end);
    return QUrl(address, QUrl::TolerantMode);
}

QStringList AddressTemplate::hosts() const
{
    QStringList hosts;
    for (qsizetype i = 0; i < std::max<qsizetype>(1, m_choices.size()); ++i)
        hosts.append(net::hostOf(url(keyOfChoice(i))));
    hosts.removeDuplicates();
    return hosts;
}

} // namespace hk::tiles
