#include "exchange/police_notices.h"

#include "core/local_time.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTimeZone>

#include <array>

namespace hk::exchange {
namespace {

const QStringList& noticeColumns()
{
    static const QStringList names{
        QStringLiteral("external_id"), QStringLiteral("category"),  QStringLiteral("from"),   QStringLiteral("lat"),
        QStringLiteral("lon"),         QStringLiteral("precision"), QStringLiteral("radius"), QStringLiteral("place"),
        QStringLiteral("organisation"), QStringLiteral("description"), QStringLiteral("name"), QStringLiteral("published"),
        QStringLiteral("digest"),      QStringLiteral("url")};
    return names;
}

constexpr auto municipalityRadius = "15000"; // metres: most municipalities lie within

constexpr std::array<const char*, 12> months{"januari", "februari", "mars",      "april",   "maj",      "juni",
                                             "juli",    "augusti",  "september", "oktober", "november", "december"};

/// "08 juni 08.56, Trafikolycka, singel, Skövde" in its parts.
struct NoticeName {
    int day = 0;
    int month = 0; ///< 0: the name begins otherwise
    QTime time;
    QString rest; ///< "Trafikolycka, singel, Skövde"
};

NoticeName partsOf(const QString& name)
{
    static const QRegularExpression beginning(
        QStringLiteral("^\\s*(\\d{1,2})\\s+(\\p{L}+)\\s+(\\d{1,2})[.:](\\d{2}),\\s*(.*)$"));
    NoticeName parts;
    const QRegularExpressionMatch match = beginning.match(name);
    if (!match.hasMatch()) {
        parts.rest = name.trimmed();
        return parts;
    }
    for (std::size_t i = 0; i < months.size(); ++i)
        if (match.captured(2).compare(QLatin1String(months[i]), Qt::CaseInsensitive) == 0)
            parts.month = static_cast<int>(i) + 1;
    parts.day = match.captured(1).toInt();
    parts.time = QTime(match.captured(3).toInt(), match.captured(4).toInt());
    parts.rest = match.captured(5).trimmed();
    return parts;
}

bool isCounty(const QString& place) { return place.endsWith(QStringLiteral(" län"), Qt::CaseInsensitive); }

/// The name's day and time in the year of publication, or the year before where it would lie after it.
QString occurred(const NoticeName& parts, const QString& published)
{
    const Result<LocalTime> told = parseTime(published);
    if (!told || parts.month == 0 || !parts.time.isValid())
        return published;
    const QDate day = told->utc.toTimeZone(stockholm()).date();
    for (const int year : {day.year(), day.year() - 1}) {
        const QDate date(year, parts.month, parts.day);
        if (!date.isValid() || date > day)
            continue;
        const Result<LocalTime> at = fromLocal(date, parts.time);
        if (at && at->utc > told->utc.addSecs(60)) // written before it happened: not so
            return published;
        return date.toString(Qt::ISODate) + QLatin1Char(' ') + parts.time.toString(QStringLiteral("HH:mm"));
    }
    return published;
}

/// What stands behind the type: "Skövde" of "Trafikolycka, singel, Skövde".
QString placeInName(const NoticeName& parts, const QString& type)
{
    QString place = parts.rest;
    if (place.startsWith(type, Qt::CaseInsensitive))
        place = place.mid(type.size());
    else
        place = place.section(QLatin1Char(','), -1);
    while (place.startsWith(QLatin1Char(',')) || place.startsWith(QLatin1Char(' ')))
        place.remove(0, 1);
    return place.trimmed();
}

struct Notice {
    QString id, type, from, place, gps, summary, name, published, url;
    bool digest = false;
};

Notice noticeOf(const QJsonObject& object)
{
    const auto text = [&object](const char* key) { return object.value(QLatin1String(key)).toString().trimmed(); };
    Notice notice;
    notice.id = QString::number(object.value(QLatin1String("id")).toInteger());
    notice.type = text("type");
    notice.name = text("name");
    notice.published = text("datetime");
    notice.summary = text("summary");
    notice.url = text("url");
    const QJsonObject location = object.value(QLatin1String("location")).toObject();
    notice.place = location.value(QLatin1String("name")).toString().trimmed();
    notice.gps = location.value(QLatin1String("gps")).toString();
    const NoticeName parts = partsOf(notice.name);
    notice.from = occurred(parts, notice.published);
    notice.digest = notice.type.startsWith(QLatin1String("Sammanfattning"), Qt::CaseInsensitive);
    if (isCounty(notice.place)) {
        notice.gps.clear(); // the middle of a county is nowhere
        if (const QString place = placeInName(parts, notice.type); !place.isEmpty())
            notice.place = place;
    }
    return notice;
}

class PoliceSource : public RowSource {
public:
    explicit PoliceSource(std::vector<Notice> notices)
        : m_notices(std::move(notices))
    {
    }
    void keepDigests(bool keep) override { m_keepDigests = keep; }
    QStringList columns() const override { return noticeColumns(); }
    QStringList layers() const override { return {}; }
    bool hasGeometry() const override { return false; }
    QString crs() const override { return {}; }
    qint64 rowCount() const override { return static_cast<qint64>(m_notices.size()); }
    qint64 leftOut() const override { return m_leftOut; }
    void rewind() override
    {
        m_at = 0;
        m_leftOut = 0;
    }

    Result<bool> next(SourceRow& row) override
    {
        while (m_at < m_notices.size() && m_notices[m_at].digest && !m_keepDigests) {
            ++m_at;
            ++m_leftOut;
        }
        if (m_at >= m_notices.size())
            return false;
        const Notice& notice = m_notices[m_at++];
        const qsizetype comma = notice.gps.indexOf(QLatin1Char(','));
        const QStringList texts{QStringLiteral("polisen:") + notice.id,
                                notice.type,
                                notice.from,
                                comma > 0 ? notice.gps.left(comma).trimmed() : QString(),
                                comma > 0 ? notice.gps.mid(comma + 1).trimmed() : QString(),
                                QStringLiteral("area"),
                                QLatin1String(municipalityRadius),
                                notice.place,
                                QStringLiteral("Polisen"),
                                notice.summary,
                                notice.name,
                                notice.published,
                                notice.digest ? QStringLiteral("1") : QString(),
                                notice.url};
        m_texts.clear();
        for (const QString& text : texts)
            m_texts.push_back(text.toStdString());
        row.number = static_cast<qint64>(m_at);
        row.values.assign(m_texts.begin(), m_texts.end());
        row.geometry.reset();
        return true;
    }

private:
    std::vector<Notice> m_notices;
    bool m_keepDigests = false;
    std::size_t m_at = 0;
    qint64 m_leftOut = 0;
    std::vector<std::string> m_texts;
};

} // namespace

bool looksLikePoliceNotices(const QByteArray& beginning)
{
    QByteArray text = beginning;
    if (text.startsWith("\xEF\xBB\xBF"))
        text.remove(0, 3);
    return text.trimmed().startsWith('[') && text.contains("\"datetime\"") && text.contains("\"type\"")
           && text.contains("\"location\"") && text.contains("\"gps\"");
}

bool holdsPoliceNotices(const QString& path)
{
    if (QFileInfo(path).suffix().toLower() != QLatin1String("json"))
        return false;
    constexpr qint64 telling = 16 * 1024;
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && looksLikePoliceNotices(file.read(telling));
}

Result<std::unique_ptr<RowSource>> openPoliceNotices(const QString& path)
{
    QFile file(path);
    if (!QFileInfo::exists(path))
        return fail(ErrorCode::FileNotFound, {path});
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileNotReadable, {path}, {}, file.errorString());
    constexpr qint64 most = qint64(256) << 20;
    QByteArray bytes = file.read(most);
    if (bytes.startsWith("\xEF\xBB\xBF"))
        bytes.remove(0, 3);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (!document.isArray())
        return fail(ErrorCode::FileDamaged, {path, 1, {}}, {}, error.errorString());
    std::vector<Notice> notices;
    QHash<QString, QString> midpoints; // of a place, where a notice gives it
    for (const QJsonValue& value : document.array()) {
        notices.push_back(noticeOf(value.toObject()));
        const Notice& notice = notices.back();
        if (!notice.gps.isEmpty())
            midpoints.insert(notice.place.toLower(), notice.gps);
    }
    for (Notice& notice : notices)
        if (notice.gps.isEmpty())
            notice.gps = midpoints.value(notice.place.toLower());
    return std::unique_ptr<RowSource>(std::make_unique<PoliceSource>(std::move(notices)));
}

} // namespace hk::exchange
