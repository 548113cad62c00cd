#include "store/incident_row.h"

#include "store/geometry_blob.h"
#include "store/iso_time.h"

#include <utility>

namespace hk::store {

namespace {

template <class Enum>
struct Word {
    std::string_view text;
    Enum value;
};

// The words of the file. They are the names of core (a test holds the two together), here without making
// strings.
constexpr Word<Precision> precisionWords[] = {{"point", Precision::Point},
                                              {"street", Precision::Street},
                                              {"place", Precision::Place},
                                              {"area", Precision::Area}};
constexpr Word<Surroundings> surroundingsWords[] = {
    {"unknown", Surroundings::Unknown}, {"indoor", Surroundings::Indoor}, {"outdoor", Surroundings::Outdoor}};
constexpr Word<SourceType> sourceTypeWords[] = {{"desk", SourceType::Desk},
                                                {"import", SourceType::Import},
                                                {"partner", SourceType::Partner},
                                                {"citizen", SourceType::Citizen}};
constexpr Word<PoliceReport> policeReportWords[] = {
    {"unknown", PoliceReport::Unknown}, {"yes", PoliceReport::Yes}, {"no", PoliceReport::No}};
constexpr Word<IncidentStatus> statusWords[] = {{"new", IncidentStatus::New},
                                                {"in_progress", IncidentStatus::InProgress},
                                                {"closed", IncidentStatus::Closed}};
constexpr Word<Confidentiality> confidentialityWords[] = {{"internal", Confidentiality::Internal},
                                                          {"partner", Confidentiality::Partner},
                                                          {"public", Confidentiality::Public}};

template <class Enum, std::size_t Count>
Enum valueOf(const Word<Enum> (&words)[Count], std::string_view text)
{
    for (const auto& word : words) {
        if (word.text == text)
            return word.value;
    }
    return words[0].value;
}

template <class Enum, std::size_t Count>
std::string_view wordOf(const Word<Enum> (&words)[Count], Enum value)
{
    for (const auto& word : words) {
        if (word.value == value)
            return word.text;
    }
    return words[0].text;
}

constexpr int maximumSharedLength = 64;
constexpr int maximumSharedTexts = 4096;

} // namespace

void bindText(sqlite::Statement& statement, int parameter, const QString& text)
{
    if (text.isEmpty()) {
        statement.bindNull(parameter);
        return;
    }
    const QByteArray utf8 = text.toUtf8();
    statement.bind(parameter, std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())));
}

void bindTime(sqlite::Statement& statement, int parameter, const QDateTime& time)
{
    if (!time.isValid()) {
        statement.bindNull(parameter);
        return;
    }
    const auto text = isoTime(time.toMSecsSinceEpoch());
    statement.bind(parameter, std::string_view(text.data(), text.size()));
}

std::string uuidText(const QUuid& id)
{
    return id.isNull() ? std::string() : id.toByteArray(QUuid::WithoutBraces).toStdString();
}

void bindIncident(sqlite::Statement& statement, const Incident& incident)
{
    statement.bind(1, std::span<const std::byte>(encodePoint(incident.position)));
    bindText(statement, 2, incident.category);
    bindTime(statement, 3, incident.occurredFrom);
    bindTime(statement, 4, incident.occurredTo);
    statement.bind(5, wordOf(precisionWords, incident.precision));
    statement.bind(6, incident.radius);
    bindText(statement, 7, incident.placeName);
    statement.bind(8, wordOf(surroundingsWords, incident.surroundings));
    bindText(statement, 9, incident.organisation);
    statement.bind(10, wordOf(sourceTypeWords, incident.sourceType));
    bindText(statement, 11, incident.externalId);
    statement.bind(12, incident.severity);
    if (incident.persons)
        statement.bind(13, *incident.persons);
    else
        statement.bindNull(13);
    statement.bind(14, wordOf(policeReportWords, incident.reportedToPolice));
    bindText(statement, 15, incident.description);
    if (incident.intervention.isNull())
        statement.bindNull(16);
    else
        statement.bind(16, std::string_view(uuidText(incident.intervention)));
    statement.bind(17, wordOf(statusWords, incident.status));
    statement.bind(18, wordOf(confidentialityWords, incident.confidentiality));
    if (incident.disposalDate.isValid())
        bindText(statement, 19, incident.disposalDate.toString(Qt::ISODate));
    else
        statement.bindNull(19);
    statement.bind(20, incident.ambiguousTime);
    bindTime(statement, 21, incident.createdAt);
    bindText(statement, 22, incident.createdBy);
    bindTime(statement, 23, incident.changedAt);
    bindText(statement, 24, incident.changedBy);
    statement.bind(25, std::string_view(uuidText(incident.id)));
}

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QDateTime toDateTime(std::string_view text)
{
    const auto milliseconds = parseIsoTime(text);
    return milliseconds ? QDateTime::fromMSecsSinceEpoch(*milliseconds, Qt::UTC) : QDateTime();
}

const QString& IncidentReader::shared(std::string_view text)
{
    const auto raw = QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size()));
    const auto known = m_texts.constFind(raw);
    if (known != m_texts.constEnd())
        return *known;
    if (m_texts.size() >= maximumSharedTexts)
        m_texts.clear();
    return *m_texts.insert(QByteArray(text.data(), static_cast<qsizetype>(text.size())), toQString(text));
}

sqlite::Result<SwerefRing> IncidentReader::areaOf(std::string_view uuid)
{
    auto statement = m_database.cached("SELECT geom FROM incident_areas WHERE incident = ?1");
    if (!statement)
        return tl::unexpected(statement.error());
    (*statement)->bind(1, uuid);
    const auto found = (*statement)->step();
    if (!found)
        return tl::unexpected(found.error());
    return *found ? decodePolygon((*statement)->blob(0)).value_or(SwerefRing{}) : SwerefRing{};
}

sqlite::Result<std::optional<Incident>> IncidentReader::read(const sqlite::Statement& row, int first,
                                                             int areaColumn)
{
    Incident incident;
    const auto position = decodePoint(row.blob(first));
    const auto from = parseIsoTime(row.text(first + 2));
    const std::string_view uuid = row.text(first + 24);
    incident.id = QUuid::fromString(QLatin1StringView(uuid.data(), static_cast<qsizetype>(uuid.size())));
    if (!position || !from || incident.id.isNull())
        return std::optional<Incident>();
    const auto text = [&](int column) { return row.text(first + column); };
    const auto sharedText = [&](int column) {
        const std::string_view value = text(column);
        if (value.empty())
            return QString();
        return value.size() <= maximumSharedLength ? shared(value) : toQString(value);
    };

    incident.position = *position;
    incident.category = sharedText(1);
    incident.occurredFrom = QDateTime::fromMSecsSinceEpoch(*from, Qt::UTC);
    incident.occurredTo = QDateTime::fromMSecsSinceEpoch(parseIsoTime(text(3)).value_or(*from), Qt::UTC);
    incident.precision = valueOf(precisionWords, text(4));
    incident.radius = row.isNull(first + 5) ? defaultRadius(incident.precision) : row.real(first + 5);
    incident.placeName = sharedText(6);
    incident.surroundings = valueOf(surroundingsWords, text(7));
    incident.organisation = sharedText(8);
    incident.sourceType = valueOf(sourceTypeWords, text(9));
    incident.externalId = toQString(text(10));
    incident.severity = row.isNull(first + 11) ? 1 : static_cast<int>(row.int64(first + 11));
    if (!row.isNull(first + 12))
        incident.persons = static_cast<int>(row.int64(first + 12));
    incident.reportedToPolice = valueOf(policeReportWords, text(13));
    incident.description = toQString(text(14));
    if (const std::string_view intervention = text(15); !intervention.empty())
        incident.intervention = QUuid::fromString(
            QLatin1StringView(intervention.data(), static_cast<qsizetype>(intervention.size())));
    incident.status = valueOf(statusWords, text(16));
    incident.confidentiality = valueOf(confidentialityWords, text(17));
    if (const auto disposal = parseIsoTime(text(18)))
        incident.disposalDate = QDateTime::fromMSecsSinceEpoch(*disposal, Qt::UTC).date();
    incident.ambiguousTime = row.int64(first + 19) != 0;
    incident.createdAt = toDateTime(text(20));
    incident.createdBy = sharedText(21);
    incident.changedAt = toDateTime(text(22));
    incident.changedBy = sharedText(23);

    if (areaColumn >= 0) {
        incident.area = decodePolygon(row.blob(areaColumn)).value_or(SwerefRing{});
    } else if (incident.precision == Precision::Area) {
        auto area = areaOf(uuid);
        if (!area)
            return tl::unexpected(area.error());
        incident.area = std::move(*area);
    }
    return std::optional<Incident>(std::move(incident));
}

} // namespace hk::store
