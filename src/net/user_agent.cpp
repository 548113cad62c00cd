#include "net/http_client.h"

namespace hk::net {

QByteArray HttpClient::userAgent(const QString& contact)
{
    QByteArray agent = QByteArrayLiteral("Handelsekartan/" HK_VERSION);
    QByteArray told;
    for (const char c : contact.trimmed().toLatin1())
        if (c >= ' ' && c < 127 && c != '(' && c != ')')
            told.append(c);
    if (!told.isEmpty())
        agent += " (" + told + ')';
    return agent;
}

} // namespace hk::net
