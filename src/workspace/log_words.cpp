#include "workspace/log_words.h"

#include "core/local_time.h"
#include "exchange/csv.h"
#include "store/geometry_blob.h"
#include "store/incident_store.h"
#include "text/export_words.h"
#include "text/sentences.h"
#include "workspace/export_log.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QTimeZone>
#include <algorithm>

namespace hk::workspace {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(hk::workspace)
};

QString localTime(const QDateTime& utc)
{
    return utc.toTimeZone(stockholm()).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString positionWords(const QString& hex)
{
    const QByteArray blob = QByteArray::fromHex(hex.toLatin1());
    const auto position = store::decodePoint(std::as_bytes(std::span(blob.constData(), static_cast<std::size_t>(blob.size()))));
    return position ? Words::tr("N %1, E %2", "northing and easting")
                          .arg(text::number(position->northing, 0), text::number(position->easting, 0))
                    : hex;
}

template <class Value>
QString nameOr(const std::optional<Value>& value, const QString& word)
{
    return value ? text::nameOf(*value) : word;
}

QString profileWords(const QString& word)
{
    if (word == toName(Output::Page))
        return Words::tr("Map page");
    if (word == toName(Output::Copy))
        return Words::tr("Copy of the whole file");
    if (word == toName(Output::Result))
        return Words::tr("Result of an analysis");
    if (word == toName(Output::Log))
        return Words::tr("The log");
    if (word == toName(Output::Attachment))
        return Words::tr("Attachment");
    const QString partner = word.section(QStringLiteral(": "), 1);
    const std::optional<ExportProfile> profile = exportProfileFromName(word.section(QStringLiteral(": "), 0, 0));
    if (!profile)
        return word;
    return partner.isEmpty() ? text::nameOf(*profile)
                             : Words::tr("%1: %2", "profile, partner").arg(text::nameOf(*profile), partner);
}

/// A value of the log as it is said in the form.
QString valueWords(const QString& key, const QJsonValue& value, const CategoryList& categories)
{
    if (value.isNull() || value.isUndefined())
        return {};
    const QString word = value.isString() ? value.toString()
                         : value.isDouble() ? QLocale().toString(value.toDouble(), 'g', 10)
                                            : value.toVariant().toString();
    if (key == QLatin1String("category")) {
        const Category* category = categories.find(word);
        return category ? QStringLiteral("%1 %2").arg(word, text::nameOf(*category)) : word;
    }
    if (key == QLatin1String("occurred_from") || key == QLatin1String("occurred_to"))
        return text::span(QDateTime::fromString(word, Qt::ISODateWithMs), {});
    if (key == QLatin1String("precision"))
        return nameOr(precisionFromName(word), word);
    if (key == QLatin1String("surroundings"))
        return nameOr(surroundingsFromName(word), word);
    if (key == QLatin1String("source_type"))
        return nameOr(sourceTypeFromName(word), word);
    if (key == QLatin1String("reported_to_police"))
        return nameOr(policeReportFromName(word), word);
    if (key == QLatin1String("status"))
        return nameOr(incidentStatusFromName(word), word);
    if (key == QLatin1String("confidentiality"))
        return nameOr(confidentialityFromName(word), word);
    if (key == QLatin1String("profile"))
        return profileWords(word);
    if (key == QLatin1String("geom"))
        return positionWords(word);
    if (key == QLatin1String("area"))
        return Words::tr("an outline");
    if (key == QLatin1String("ambiguous_time"))
        return value.toDouble() != 0 ? Words::tr("yes") : Words::tr("no");
    return word;
}

/// A key of the log's values, and what it is called: as the field of the form, or else by words of its own.
struct KnownKey {
    const char* key;
    const char* field = nullptr;
    const char* words = nullptr;
    QString name() const
    {
        return field ? text::fieldName(QLatin1String(field)) : QCoreApplication::translate("hk::workspace", words);
    }
};
/// In the order of the form.
constexpr KnownKey knownKeys[] = {
    {"category", "category"},
    {"occurred_from", "from"},
    {"occurred_to", "to"},
    {"geom", "position"},
    {"precision", "precision"},
    {"radius", "radius"},
    {"area", "area"},
    {"place", "place"},
    {"surroundings", "surroundings"},
    {"organisation", "organisation"},
    {"source_type", "source_type"},
    {"external_id", "external_id"},
    {"severity", "severity"},
    {"persons", "persons"},
    {"reported_to_police", "reported_to_police"},
    {"description", "description"},
    {"intervention", nullptr, QT_TRANSLATE_NOOP("hk::workspace", "Intervention")},
    {"status", "status"},
    {"confidentiality", "confidentiality"},
    {"disposal_date", "disposal_date"},
    {"ambiguous_time", nullptr, QT_TRANSLATE_NOOP("hk::workspace", "Doubled hour of October")},
    {"profile", nullptr, QT_TRANSLATE_NOOP("hk::workspace", "Profile")},
    {"filter", nullptr, QT_TRANSLATE_NOOP("hk::workspace", "Selection")},
    {"target", nullptr, QT_TRANSLATE_NOOP("hk::workspace", "File")},
    {"incidents", nullptr, QT_TRANSLATE_NOOP("hk::workspace", "Incidents")},
    {"deleted", nullptr, QT_TRANSLATE_NOOP("hk::workspace", "Of the deleted ones")},
    {"log_entries", nullptr, QT_TRANSLATE_NOOP("hk::workspace", "Entries of the log")},
    {"backups_gone_by", nullptr, QT_TRANSLATE_NOOP("hk::workspace", "Backup copies gone by")},
    {"report", nullptr, QT_TRANSLATE_NOOP("hk::workspace", "Further source")},
    {"attachment", nullptr, QT_TRANSLATE_NOOP("hk::workspace", "Attachment")}};

bool isDisposed(const store::LogEntry& entry)
{
    return entry.before.startsWith(QStringLiteral("{\"sha256\":")) || entry.after.startsWith(QStringLiteral("{\"sha256\":"));
}

QString fieldWords(const QList<LoggedField>& fields, QString LoggedField::*side)
{
    QStringList words;
    for (const LoggedField& field : fields)
        if (!(field.*side).isEmpty())
            words.append(Words::tr("%1: %2", "field and value").arg(field.name, field.*side));
    return words.join(QStringLiteral("; "));
}

QByteArray csvLine(const QStringList& parts)
{
    QByteArray line;
    for (const QString& part : parts)
        line += (line.isEmpty() ? "" : ",") + exchange::csvField(part);
    return line + '\n';
}

QByteArray csvLine(const store::LogEntry& entry, const CategoryList& categories)
{
    const QList<LoggedField> fields = loggedFields(entry, categories);
    const bool outside = entry.origin == store::LogOrigin::Outside || entry.origin == store::LogOrigin::Pending;
    const QStringList parts{QString::number(entry.number),
                            localTime(entry.at),
                            entry.actor,
                            entry.organisation,
                            actionName(entry.action),
                            entry.incident.isNull() ? QString() : entry.incident.toString(QUuid::WithoutBraces),
                            isDisposed(entry) ? entry.before : fieldWords(fields, &LoggedField::before),
                            isDisposed(entry) ? entry.after : fieldWords(fields, &LoggedField::after),
                            outside ? Words::tr("yes") : Words::tr("no")};
    return csvLine(parts);
}

} // namespace

QList<LoggedField> loggedFields(const store::LogEntry& entry, const CategoryList& categories)
{
    if (isDisposed(entry))
        return {};
    const QJsonObject before = QJsonDocument::fromJson(entry.before.toUtf8()).object();
    const QJsonObject after = QJsonDocument::fromJson(entry.after.toUtf8()).object();
    QList<LoggedField> fields;
    const bool ofLog = after.value(QLatin1String("profile")).toString() == toName(Output::Log);
    for (const KnownKey& known : knownKeys) {
        const QString key = QLatin1String(known.key);
        if (!before.contains(key) && !after.contains(key))
            continue;
        if (ofLog && key == QLatin1String("incidents"))
            continue; // it holds entries
        const QString was = valueWords(key, before.value(key), categories);
        const QString is = valueWords(key, after.value(key), categories);
        if (!was.isEmpty() || !is.isEmpty())
            fields.append({known.name(), was, is});
    }
    return fields;
}

QString actionName(const QString& action)
{
    if (action == QLatin1String("insert"))
        return Words::tr("Logged", "entry of the log: a new incident");
    if (action == QLatin1String("update"))
        return Words::tr("Changed", "entry of the log");
    if (action == QLatin1String("delete"))
        return Words::tr("Deleted", "entry of the log");
    if (action == QLatin1String("restore"))
        return Words::tr("Taken back", "entry of the log: a deleted incident");
    if (action == QLatin1String("export"))
        return Words::tr("Exported", "entry of the log");
    if (action == QLatin1String("dispose"))
        return Words::tr("Disposed of", "entry of the log");
    return action;
}

QString whoOf(const store::LogEntry& entry)
{
    if (entry.actor.isEmpty())
        return Words::tr("another program", "who changed");
    return entry.organisation.isEmpty() || entry.organisation == entry.actor
               ? entry.actor
               : Words::tr("%1, %2", "person, organisation").arg(entry.actor, entry.organisation);
}

QString describe(const store::LogEntry& entry, const CategoryList& categories)
{
    if (isDisposed(entry))
        return Words::tr("The values have been disposed of.");
    QStringList parts;
    for (const LoggedField& field : loggedFields(entry, categories)) {
        if (field.before.isEmpty() || entry.action != QLatin1String("update"))
            parts.append(Words::tr("%1: %2", "field and value").arg(field.name, field.before.isEmpty() ? field.after : field.before));
        else
            parts.append(Words::tr("%1: %2 → %3", "field, value before and after")
                             .arg(field.name, field.before, field.after.isEmpty() ? Words::tr("(empty)") : field.after));
    }
    return parts.join(QStringLiteral("; ")).replace(u'\n', u' ');
}

QString describe(const store::LogCheck& check)
{
    const QString number = text::number(check.number);
    switch (check.fault) {
    case store::LogCheck::Fault::Altered:
        return Words::tr("Entry %1 has been altered. Nothing after it can be relied on; compare with a backup copy.").arg(number);
    case store::LogCheck::Fault::Removed:
        return Words::tr("Entry %1 has been removed. Nothing after it can be relied on; compare with a backup copy.").arg(number);
    case store::LogCheck::Fault::Added:
        return Words::tr("Entry %1 has been put in afterwards. Nothing after it can be relied on; compare with a backup copy.")
            .arg(number);
    case store::LogCheck::Fault::Unreadable:
        return Words::tr("The hash of entry %1 cannot be read. Nothing after it can be relied on; compare with a backup copy.")
            .arg(number);
    case store::LogCheck::Fault::None:
        break;
    }
    QStringList parts{Words::tr("The log is whole: %Ln entries, none altered or removed.", nullptr, static_cast<int>(check.entries))};
    if (check.outside > 0)
        parts.append(Words::tr("%Ln were made by other programs.", nullptr, static_cast<int>(check.outside)));
    if (check.before > 0)
        parts.append(Words::tr("%Ln are older than the chain.", nullptr, static_cast<int>(check.before)));
    if (check.disposed > 0)
        parts.append(Words::tr("The values of %Ln have been disposed of.", nullptr, static_cast<int>(check.disposed)));
    if (check.pending > 0)
        parts.append(Words::tr("%Ln from other programs are not chained yet.", nullptr, static_cast<int>(check.pending)));
    return parts.join(u' ');
}

LogSearch::LogSearch(const QString& text)
    : m_words(text.simplified().split(u' ', Qt::SkipEmptyParts))
{}

bool LogSearch::matches(const store::LogEntry& entry, const CategoryList& categories) const
{
    if (m_words.isEmpty())
        return true;
    QStringList read{text::number(entry.number), QString::number(entry.number), localTime(entry.at), whoOf(entry),
                     actionName(entry.action),   entry.incident.toString(QUuid::WithoutBraces)};
    for (const LoggedField& field : loggedFields(entry, categories))
        read << field.name << field.before << field.after;
    return std::all_of(m_words.cbegin(), m_words.cend(), [&](const QString& word) {
        return std::any_of(read.cbegin(), read.cend(),
                           [&](const QString& part) { return part.contains(word, Qt::CaseInsensitive); });
    });
}

Result<LogPart> searchLog(const store::IncidentStore& store, const store::LogFilter& filter, const LogSearch& search, qint64 most,
                          qint64 below)
{
    auto entries = store.log(filter, most, below);
    if (!entries)
        return tl::unexpected(entries.error());
    LogPart part;
    part.lookedAt = static_cast<qint64>(entries->size());
    part.more = part.lookedAt == most;
    part.last = entries->empty() ? below : entries->back().number;
    std::erase_if(*entries, [&](const store::LogEntry& entry) { return !search.matches(entry, store.categories()); });
    part.entries = std::move(*entries);
    return part;
}

Result<qint64> writeLog(const store::IncidentStore& store, const store::LogFilter& filter, const QString& path,
                        const LogSearch& search)
{
    constexpr qint64 portion = 5000;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileNotWritable, {path, -1, {}}, {}, file.errorString());
    const QStringList columns{Words::tr("Number"), Words::tr("Time"),   Words::tr("Who"),
                              Words::tr("Organisation"), Words::tr("What"), Words::tr("Incident"),
                              Words::tr("Before"), Words::tr("After"),  Words::tr("From outside")};
    file.write(csvLine(columns));
    qint64 written = 0;
    qint64 below = 0;
    for (bool more = true; more;) {
        const Result<LogPart> part = searchLog(store, filter, search, portion, below);
        if (!part)
            return tl::unexpected(part.error());
        for (const store::LogEntry& entry : part->entries)
            file.write(csvLine(entry, store.categories()));
        written += static_cast<qint64>(part->entries.size());
        below = part->last;
        more = part->more;
    }
    if (!file.commit())
        return fail(file.error() == QFileDevice::ResourceError ? ErrorCode::DiskFull : ErrorCode::FileNotWritable,
                    {path, -1, {}}, {}, file.errorString());
    return written;
}

} // namespace hk::workspace
