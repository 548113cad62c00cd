#include "workspace/wfs.h"

#include "exchange/feature_file.h"
#include "tiles/address_secrets.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QUrlQuery>
#include <QXmlStreamReader>

#include <algorithm>

namespace hk::workspace {
namespace {

constexpr qint64 smallestPage = 50;
constexpr qint64 answerBytes = 128LL * 1024 * 1024;

/// "urn:ogc:def:crs:EPSG::3006", "http://www.opengis.net/gml/srs/epsg.xml#3006", "EPSG:3006" → "EPSG:3006".
QString epsgOf(const QString& text)
{
    static const QRegularExpression number(QStringLiteral("(?:EPSG|epsg)(?:\\.xml#|::?|:[0-9.]+:|/[0-9.]+/)([0-9]{4,6})$"));
    const auto match = number.match(text.trimmed());
    if (match.hasMatch())
        return QStringLiteral("EPSG:") + match.captured(1);
    return text.contains(QLatin1String("CRS84")) ? QStringLiteral("EPSG:4326") : QString();
}

bool isJson(const QString& format)
{
    return format.contains(QLatin1String("json"), Qt::CaseInsensitive) && !format.contains(QLatin1String("javascript"));
}

class Capabilities {
public:
    Capabilities(const QByteArray& xml, const QUrl& address)
        : m_xml(xml)
        , m_host(net::hostOf(address))
    {
        m_service.address = address;
    }

    Result<WfsService> read()
    {
        while (!m_xml.atEnd()) {
            m_xml.readNext();
            if (m_xml.isStartElement())
                start(m_xml.name().toString());
            else if (m_xml.isEndElement() && m_xml.name() == QLatin1String("OperationMetadata"))
                break;
        }
        if (!m_exception.isEmpty())
            return fail(ErrorCode::ServerRefused, {}, {m_host}, m_exception);
        if (m_xml.hasError() || !m_isService)
            return fail(ErrorCode::AnswerNotUnderstood, {}, {m_host}, m_xml.errorString());
        for (WfsType& type : m_service.types)
            if (type.format.isEmpty())
                type.format = m_format;
        m_service.attribution = attribution();
        m_service.pages = m_service.pages || m_service.version.startsWith(QLatin1String("2."));
        return m_service;
    }

private:
    void start(const QString& name)
    {
        if (name == QLatin1String("WFS_Capabilities")) {
            m_isService = true;
            m_service.version = m_xml.attributes().value(QLatin1String("version")).toString();
        } else if (name == QLatin1String("ExceptionText") || name == QLatin1String("ServiceException")) {
            m_exception = text();
        } else if (name == QLatin1String("FeatureType")) {
            readType();
        } else if (name == QLatin1String("Title") && m_service.title.isEmpty()) {
            m_service.title = text();
        } else if (name == QLatin1String("ProviderName") && m_provider.isEmpty()) {
            m_provider = text().simplified();
        } else if (name == QLatin1String("AccessConstraints") && m_constraints.isEmpty()) {
            m_constraints = text().simplified();
        } else if (name == QLatin1String("Fees") && m_fees.isEmpty()) {
            m_fees = text().simplified();
        } else if (name == QLatin1String("Operation") || name == QLatin1String("Constraint")
                   || name == QLatin1String("Parameter")) {
            (name == QLatin1String("Operation") ? m_operation : m_parameter) =
                m_xml.attributes().value(QLatin1String("name")).toString();
        } else if (name == QLatin1String("Value") || name == QLatin1String("DefaultValue")) {
            takeValue(text());
        }
    }

    /// The provider, and under which licence where that is said in so few words that they can stand on a map.
    QString attribution() const
    {
        constexpr qsizetype longestTerms = 80;
        static const QRegularExpression nothing(QStringLiteral("^(none|no|inga?|n/a|unknown|-+|\\(none\\))\\.?$"),
                                                QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression licence(QStringLiteral("\\bCC[0 -]|licen[cs]|creative commons|©"),
                                                QRegularExpression::CaseInsensitiveOption);
        QStringList parts;
        if (!m_provider.isEmpty() && !nothing.match(m_provider).hasMatch())
            parts.append(m_provider);
        // Fees are often a sum: only a licence among them concerns the map.
        for (const QString& terms : {m_constraints, licence.match(m_fees).hasMatch() ? m_fees : QString()})
            if (!terms.isEmpty() && terms.size() <= longestTerms && !nothing.match(terms).hasMatch() && !parts.contains(terms))
                parts.append(terms);
        return parts.join(QStringLiteral(", "));
    }

    void takeValue(const QString& value)
    {
        if (m_parameter == QLatin1String("outputFormat") && m_operation == QLatin1String("GetFeature") && m_format.isEmpty()
            && isJson(value))
            m_format = value;
        else if (m_parameter == QLatin1String("CountDefault"))
            m_service.mostPerAnswer = value.toLongLong();
        else if (m_parameter == QLatin1String("ImplementsResultPaging"))
            m_service.pages = value.compare(QLatin1String("TRUE"), Qt::CaseInsensitive) == 0;
    }

    void readType()
    {
        WfsType type;
        while (m_xml.readNext() != QXmlStreamReader::Invalid) {
            if (m_xml.isEndElement() && m_xml.name() == QLatin1String("FeatureType"))
                break;
            if (!m_xml.isStartElement())
                continue;
            const QString name = m_xml.name().toString();
            if (name == QLatin1String("Name") && type.name.isEmpty())
                type.name = text();
            else if (name == QLatin1String("Title") && type.title.isEmpty())
                type.title = text();
            else if (name == QLatin1String("DefaultCRS") || name == QLatin1String("DefaultSRS") || name == QLatin1String("SRS"))
                type.crs = epsgOf(text());
            else if (name == QLatin1String("Format") && type.format.isEmpty())
                if (const QString format = text(); isJson(format))
                    type.format = format;
        }
        if (type.title.isEmpty())
            type.title = type.name;
        if (!type.name.isEmpty())
            m_service.types.push_back(type);
    }

    QString text() { return m_xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed(); }

    QXmlStreamReader m_xml;
    QString m_host;
    WfsService m_service;
    QString m_operation;
    QString m_parameter;
    QString m_format;
    QString m_exception;
    QString m_provider;
    QString m_constraints;
    QString m_fees;
    bool m_isService = false;
};

Result<net::HttpResponse> ask(const WfsAccess& access, const WfsService& service,
                              const QList<QPair<QString, QString>>& parameters, std::stop_token stop)
{
    net::HttpRequest request;
    QUrlQuery query(service.address);
    query.addQueryItem(QStringLiteral("service"), QStringLiteral("WFS"));
    for (const auto& [name, value] : parameters)
        query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value, ":,/")));
    request.url = service.address;
    request.url.setQuery(query);
    request.credentials = access.credentials;
    request.mostBytes = answerBytes;
    request.timeout = std::chrono::seconds(60);
    return access.http.fetch(request, stop);
}

/// The server's words where an answer is an exception.
std::optional<QString> exceptionIn(const QByteArray& body)
{
    const QByteArray head = body.left(2000);
    if (!head.contains("ExceptionReport"))
        return std::nullopt;
    QXmlStreamReader xml(body);
    while (!xml.atEnd())
        if (xml.readNextStartElement(); xml.name() == QLatin1String("ExceptionText"))
            return xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
        else if (!xml.isStartElement() && !xml.isEndElement())
            break;
    return QString::fromUtf8(head);
}

QList<QPair<QString, QString>> featureParameters(const WfsService& service, const WfsType& type)
{
    const bool second = service.version.startsWith(QLatin1String("2."));
    QList<QPair<QString, QString>> parameters{{QStringLiteral("version"), service.version},
                                              {QStringLiteral("request"), QStringLiteral("GetFeature")},
                                              {second ? QStringLiteral("typeNames") : QStringLiteral("typeName"), type.name}};
    if (!type.format.isEmpty())
        parameters.append({QStringLiteral("outputFormat"), type.format});
    if (!type.crs.isEmpty())
        parameters.append({QStringLiteral("srsName"), type.crs});
    return parameters;
}

/// One download: its pages, one after the other.
class Download {
public:
    Download(const WfsAccess& access, const WfsService& service, const WfsType& type, std::stop_token stop)
        : m_access(access)
        , m_service(service)
        , m_type(type)
        , m_stop(std::move(stop))
        , m_pageSize(access.pageSize)
    {
        if (service.mostPerAnswer > 0)
            m_pageSize = std::min(m_pageSize, service.mostPerAnswer);
    }

    Result<WfsDownload> run(const QString& target, qint64 limit, const std::function<void(qint64)>& progress)
    {
        WfsDownload download;
        for (;;) {
            const qint64 wanted = m_service.pages ? std::min(m_pageSize, limit - download.features) : limit;
            const Result<qint64> count = page(target, download.features, wanted);
            if (!count && count.error().code == ErrorCode::AnswerTooLarge && m_service.pages && m_pageSize > smallestPage) {
                m_pageSize = std::max(smallestPage, m_pageSize / 4);
                continue;
            }
            if (!count)
                return tl::unexpected(count.error());
            download.features += *count;
            if (progress)
                progress(download.features);
            // A service that gives fewer at a time than it was asked for, and has more, says how many there are.
            const qint64 most = m_service.mostPerAnswer > 0 ? std::min(wanted, m_service.mostPerAnswer) : wanted;
            const bool whole = m_total >= 0 ? download.features >= m_total : *count < most;
            download.limited = !whole;
            if (whole || *count == 0 || !m_service.pages || download.features >= limit)
                return download;
        }
    }

private:
    Result<qint64> page(const QString& target, qint64 first, qint64 wanted)
    {
        auto parameters = featureParameters(m_service, m_type);
        const bool second = m_service.version.startsWith(QLatin1String("2."));
        parameters.append({second ? QStringLiteral("count") : QStringLiteral("maxFeatures"), QString::number(wanted)});
        if (m_service.pages)
            parameters.append({QStringLiteral("startIndex"), QString::number(first)});
        const Result<net::HttpResponse> answer = ask(m_access, m_service, parameters, m_stop);
        if (!answer)
            return tl::unexpected(answer.error());
        const QString host = net::hostOf(m_service.address);
        if (const auto words = exceptionIn(answer->body))
            return fail(ErrorCode::ServerRefused, {}, {host}, *words);
        const QByteArray hash = QCryptographicHash::hash(answer->body, QCryptographicHash::Sha256);
        if (first > 0 && hash == m_last) // it gives the same part again and again
            return fail(ErrorCode::AnswerNotUnderstood, {}, {host}, QStringLiteral("startIndex is not followed"));
        m_last = hash;
        takeTotal(answer->body);
        const bool json = answer->body.trimmed().startsWith('{');
        const QString path = m_folder.filePath(json ? QStringLiteral("page.json") : QStringLiteral("page.gml"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(answer->body) != answer->body.size())
            return fail(ErrorCode::FileNotWritable, {path});
        file.close();
        // JSON bears no axis order of its own: x is east, whatever the CRS.
        Result<qint64> added = exchange::appendFeatures(path, target, json ? crsIn(answer->body) : QString());
        if (!added && added.error().code != ErrorCode::FileNotWritable)
            return fail(ErrorCode::AnswerNotUnderstood, {}, {host}, added.error().detail);
        return added;
    }

    QString crsIn(const QByteArray& body) const
    {
        static const QRegularExpression named(QStringLiteral("\"crs\"\\s*:\\s*\\{[^}]*\"name\"\\s*:\\s*\"([^\"]+)\""));
        const QString ends = QString::fromUtf8(body.left(4000)) + QString::fromUtf8(body.right(4000));
        return epsgOf(named.match(ends).captured(1));
    }

    void takeTotal(const QByteArray& body)
    {
        static const QRegularExpression said(
            QStringLiteral("\"?(?:numberMatched|totalFeatures)\"?\\s*[=:]\\s*\"?([0-9]+)"));
        const QString ends = QString::fromUtf8(body.left(4000)) + QString::fromUtf8(body.right(2000));
        if (const auto match = said.match(ends); match.hasMatch())
            m_total = match.captured(1).toLongLong();
    }

    const WfsAccess& m_access;
    const WfsService& m_service;
    const WfsType& m_type;
    std::stop_token m_stop;
    qint64 m_pageSize;
    qint64 m_total = -1;
    QByteArray m_last;
    QTemporaryDir m_folder;
};

} // namespace

Result<WfsService> readWfsCapabilities(const QByteArray& xml, const QUrl& address)
{
    return Capabilities(xml, address).read();
}

QUrl wfsAddress(const QString& text)
{
    QString given = text.trimmed();
    if (!given.contains(QLatin1String("://")))
        given.prepend(QLatin1String("https://"));
    QUrl url(given);
    QUrlQuery query(url);
    for (const auto& [name, value] : query.queryItems())
        if (QStringList{QStringLiteral("service"), QStringLiteral("request"), QStringLiteral("version")}.contains(name.toLower()))
            query.removeQueryItem(name);
    url.setQuery(query.isEmpty() ? QString() : query.toString());
    url.setFragment({});
    url.setUserInfo({}); // a password is not for what is kept and shown
    return url;
}

Result<WfsService> connectWfs(const WfsAccess& access, const QUrl& address, std::stop_token stop)
{
    WfsService service;
    service.address = address;
    const Result<net::HttpResponse> answer =
        ask(access, service, {{QStringLiteral("request"), QStringLiteral("GetCapabilities")}}, stop);
    if (!answer)
        return tl::unexpected(answer.error());
    return readWfsCapabilities(answer->body, address);
}

Result<qint64> countWfs(const WfsAccess& access, const WfsService& service, const WfsType& type, std::stop_token stop)
{
    WfsType gml = type;
    gml.format.clear(); // a count is always XML
    gml.crs.clear();
    auto parameters = featureParameters(service, gml);
    parameters.append({QStringLiteral("resultType"), QStringLiteral("hits")});
    const Result<net::HttpResponse> answer = ask(access, service, parameters, stop);
    if (!answer)
        return tl::unexpected(answer.error());
    if (const auto words = exceptionIn(answer->body))
        return fail(ErrorCode::ServerRefused, {}, {net::hostOf(service.address)}, *words);
    QXmlStreamReader xml(answer->body);
    if (!xml.readNextStartElement())
        return fail(ErrorCode::AnswerNotUnderstood, {}, {net::hostOf(service.address)}, xml.errorString());
    for (const char* name : {"numberMatched", "numberOfFeatures"}) {
        bool read = false;
        const qint64 count = xml.attributes().value(QLatin1String(name)).toLongLong(&read);
        if (read)
            return count;
    }
    return -1;
}

Result<WfsDownload> downloadWfs(const WfsAccess& access, const WfsService& service, const WfsType& type, const QString& target,
                                qint64 limit, std::stop_token stop, const std::function<void(qint64)>& progress)
{
    if (!QDir().mkpath(QFileInfo(target).absolutePath()))
        return fail(ErrorCode::FileNotWritable, {target});
    const QString unfinished = target + QStringLiteral(".part.gpkg");
    QFile::remove(unfinished);
    Result<WfsDownload> done = Download(access, service, type, stop).run(unfinished, limit, progress);
    if (!done) {
        QFile::remove(unfinished);
        return done;
    }
    if (!QFileInfo::exists(unfinished))
        return fail(ErrorCode::NotFound, {}, {type.title});
    QFile::remove(target);
    if (!QFile::rename(unfinished, target))
        return fail(ErrorCode::FileNotWritable, {target});
    return done;
}

QString wfsPath(const QString& folder, const QString& address, const QString& type)
{
    const QByteArray key = (tiles::withoutSecrets(address).address + QChar(0) + type).toUtf8();
    return QDir(folder).filePath(QStringLiteral("wfs-%1.gpkg").arg(
        QString::fromLatin1(QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex().left(32))));
}

} // namespace hk::workspace
