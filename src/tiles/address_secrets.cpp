#include "tiles/address_secrets.h"

#include <QRegularExpression>
#include <QStringList>
#include <QUrl>
#include <algorithm>

namespace hk::tiles {

namespace {

bool isSecretName(QString name)
{
    static const QRegularExpression between(QStringLiteral("[-_.]"));
    static const QStringList whole{QStringLiteral("auth"), QStringLiteral("authorization"), QStringLiteral("pass"),
                                   QStringLiteral("pwd"),  QStringLiteral("sig"),           QStringLiteral("ticket"),
                                   QStringLiteral("appid"), QStringLiteral("sessionid")};
    static const QStringList part{QStringLiteral("apikey"), QStringLiteral("password"), QStringLiteral("passwd"),
                                  QStringLiteral("secret"), QStringLiteral("token"),    QStringLiteral("signature")};
    name = QUrl::fromPercentEncoding(name.toUtf8()).toLower().remove(between);
    return whole.contains(name) || name.endsWith(QLatin1String("key"))
           || std::any_of(part.begin(), part.end(), [&name](const QString& word) { return name.contains(word); });
}

/// As keys look: long, of letters and digits mixed, with no marks of paths, names or numbers.
bool isSecretValue(const QString& value)
{
    constexpr qsizetype shortest = 20;
    static const QRegularExpression key(QStringLiteral("^(?=.*[A-Za-z])(?=.*[0-9])[A-Za-z0-9_~=%+-]+$"));
    return value.size() >= shortest && key.match(value).hasMatch();
}

} // namespace

AddressParts withoutSecrets(const QString& address)
{
    const qsizetype fragment = address.indexOf(u'#') < 0 ? address.size() : address.indexOf(u'#');
    const qsizetype question = address.indexOf(u'?');
    if (question < 0 || question > fragment)
        return {address, {}};
    QStringList kept, secrets;
    for (const QString& item : address.mid(question + 1, fragment - question - 1).split(u'&')) {
        const bool varies = item.contains(u'{');
        const bool secret = !varies && (isSecretName(item.section(u'=', 0, 0)) || isSecretValue(item.section(u'=', 1)));
        (secret && item.contains(u'=') ? secrets : kept).append(item);
    }
    if (secrets.isEmpty())
        return {address, {}};
    const QString query = kept.isEmpty() ? QString() : u'?' + kept.join(u'&');
    return {address.left(question) + query + address.mid(fragment), secrets.join(u'&')};
}

QString withSecrets(const QString& address, const QString& secrets)
{
    if (secrets.isEmpty())
        return address;
    const qsizetype fragment = address.indexOf(u'#') < 0 ? address.size() : address.indexOf(u'#');
    QString made = address.left(fragment);
    if (!made.contains(u'?'))
        made += u'?';
    else if (!made.endsWith(u'?') && !made.endsWith(u'&'))
        made += u'&';
    return made + secrets + address.mid(fragment);
}

} // namespace hk::tiles
