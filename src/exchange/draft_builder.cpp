#include "exchange/draft_builder.h"

#include "exchange/csv.h"

#include <cmath>

namespace hk::exchange {
namespace {

const QString swerefTm = QStringLiteral("EPSG:3006");
const QString wgs84 = QStringLiteral("EPSG:4326");

Error notUnderstood(const QString& name, const QString& value)
{
    return Error{ErrorCode::ValueNotUnderstood, {{}, -1, name}, {value}, {}};
}

/// A position that cannot even be transformed, as it stands in the input.
Error outside(double x, double y)
{
    const auto shown = [](double value) { return QString::number(value, 'f', std::abs(value) < 1000 ? 5 : 0); };
    return Error{ErrorCode::OutsideSweden, {{}, -1, field::position}, {shown(x), shown(y)}, {}};
}

std::optional<int> parseWhole(const QString& text)
{
    const QByteArray bytes = text.toLatin1();
    const std::optional<double> number = parseNumber({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (!number || *number != std::floor(*number) || std::abs(*number) > 1e9)
        return std::nullopt;
    return static_cast<int>(*number);
}

std::optional<double> parseDecimal(const QString& text)
{
    const QByteArray bytes = text.toLatin1();
    return parseNumber({bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

/// A word of ours, or one of the Swedish words people write in spreadsheets.
template <class Value>
std::optional<Value> word(const QString& text, std::optional<Value> (*fromName)(const QString&),
                          std::initializer_list<std::pair<const char*, Value>> others)
{
    const QString lower = text.toLower();
    if (const std::optional<Value> value = fromName(lower))
        return value;
    for (const auto& [name, value] : others)
        if (lower == QString::fromUtf8(name))
            return value;
    return std::nullopt;
}

std::optional<Precision> precisionOf(const QString& text)
{
    return word(text, &precisionFromName, {{"punkt", Precision::Point}, {"gata", Precision::Street},
                                           {"plats", Precision::Place}, {"område", Precision::Area}});
}

std::optional<PoliceReport> policeReportOf(const QString& text)
{
    return word(text, &policeReportFromName,
                {{"ja", PoliceReport::Yes}, {"nej", PoliceReport::No}, {"okänt", PoliceReport::Unknown},
                 {"1", PoliceReport::Yes}, {"0", PoliceReport::No}, {"true", PoliceReport::Yes},
                 {"false", PoliceReport::No}});
}

std::optional<Surroundings> surroundingsOf(const QString& text)
{
    return word(text, &surroundingsFromName, {{"inne", Surroundings::Indoor}, {"inomhus", Surroundings::Indoor},
                                              {"ute", Surroundings::Outdoor}, {"utomhus", Surroundings::Outdoor}});
}

std::optional<IncidentStatus> statusOf(const QString& text)
{
    return word(text, &incidentStatusFromName, {{"ny", IncidentStatus::New}, {"pågår", IncidentStatus::InProgress},
                                                {"avslutad", IncidentStatus::Closed}});
}

std::optional<Confidentiality> confidentialityOf(const QString& text)
{
    return word(text, &confidentialityFromName,
                {{"intern", Confidentiality::Internal}, {"publik", Confidentiality::Public}});
}

/// A calendar day without a time of day: "2024-03-01", "2024/3/1". Not valid for anything else.
QDate dayOnly(const QString& text)
{
    const QStringList parts = text.split(text.contains(QLatin1Char('/')) ? QLatin1Char('/') : QLatin1Char('-'));
    if (parts.size() != 3 || text.size() > 10)
        return {};
    return QDate(parts[0].toInt(), parts[1].toInt(), parts[2].toInt());
}

/// The day of a text, without the time of day that a spreadsheet writes after it.
QString dayOf(const QString& text)
{
    constexpr qsizetype dayLength = 10; // "2024-03-01"
    return dayOnly(text.left(dayLength)).isValid() ? text.left(dayLength) : text;
}

/// "14.30", "kl. 14.30", "1430" as parseTime reads it after a day.
QString timeOfDay(QString text)
{
    if (text.startsWith(QLatin1String("kl"), Qt::CaseInsensitive))
        text = text.mid(text.startsWith(QLatin1String("kl."), Qt::CaseInsensitive) ? 3 : 2).trimmed();
    bool digits = false;
    text.toUInt(&digits);
    if (digits && (text.size() == 3 || text.size() == 4))
        text.insert(text.size() - 2, QLatin1Char(':'));
    return text;
}

} // namespace

const QStringList& importFields()
{
    static const QStringList names{
        field::externalId, field::category,     field::from,       field::to,       field::longitude,
        field::latitude,   field::easting,      field::northing,   field::precision, field::radius,
        field::place,      field::organisation, field::severity,   field::persons,  field::reportedToPolice,
        field::surroundings, field::description, field::status,    field::confidentiality, field::disposalDate,
        field::fromTime,   field::toTime};
    return names;
}

DraftBuilder::DraftBuilder(const ImportMapping& mapping, const CategoryList& categories)
    : m_mapping(mapping)
    , m_categories(categories)
{
}

Result<DraftBuilder> DraftBuilder::create(const RowSource& source, const ImportMapping& mapping,
                                          const CategoryList& categories, const PlaceFinder& places)
{
    DraftBuilder builder(mapping, categories);
    if (!mapping.timeZone.isEmpty() && mapping.timeZone.toUtf8() != stockholm().id()) {
        builder.m_zone = QTimeZone(mapping.timeZone.toUtf8());
        if (!builder.m_zone.isValid())
            return fail(ErrorCode::ValueNotUnderstood, {}, {mapping.timeZone}, QStringLiteral("no such time zone"));
    }
    const QStringList columns = source.columns();
    for (const QStringList& named : {mapping.columns.keys(), mapping.values.keys(), mapping.defaults.keys()})
        for (const QString& name : named)
            if (!importFields().contains(name))
                return fail(ErrorCode::ValueNotUnderstood, {{}, -1, name}, {name},
                            QStringLiteral("no such field; fields are: ") + importFields().join(QStringLiteral(", ")));
    for (auto it = mapping.columns.constBegin(); it != mapping.columns.constEnd(); ++it) {
        qsizetype index = columns.indexOf(it.value());
        for (qsizetype i = 0; i < columns.size() && index < 0; ++i)
            if (columns.at(i).compare(it.value(), Qt::CaseInsensitive) == 0)
                index = i;
        if (index < 0)
            return fail(ErrorCode::ColumnNotFound, {{}, -1, it.key()}, {it.value()}, columns.join(QStringLiteral(", ")));
        builder.m_fields[it.key()].column = static_cast<int>(index);
    }
    for (auto it = mapping.defaults.constBegin(); it != mapping.defaults.constEnd(); ++it)
        builder.m_fields[it.key()].fallback = it.value();

    if (auto fallback = builder.m_fields.find(field::category); fallback != builder.m_fields.end())
        if (const Category* category = categories.match(fallback->fallback))
            fallback->fallback = category->code;

    const auto has = [&](const QString& name) {
        const Field given = builder.m_fields.value(name);
        return given.column >= 0 || (given.used() && !source.hasGeometry());
    };
    QString crs = mapping.crs;
    if (has(field::longitude) && has(field::latitude)) {
        builder.m_positionFrom = PositionFrom::LonLat;
        builder.m_x = builder.m_fields.value(field::longitude);
        builder.m_y = builder.m_fields.value(field::latitude);
        if (crs.isEmpty())
            crs = wgs84;
    } else if (has(field::easting) && has(field::northing)) {
        builder.m_positionFrom = PositionFrom::EastingNorthing;
        builder.m_x = builder.m_fields.value(field::easting);
        builder.m_y = builder.m_fields.value(field::northing);
        if (crs.isEmpty())
            crs = swerefTm;
    } else if (source.hasGeometry()) {
        builder.m_positionFrom = PositionFrom::Geometry;
        if (crs.isEmpty())
            crs = source.crs();
        if (crs.isEmpty())
            crs = wgs84;
    } else if (mapping.placesByName && places && builder.m_fields.value(field::place).column >= 0) {
        builder.m_positionFrom = PositionFrom::PlaceName;
        crs = swerefTm;
    } else {
        return fail(ErrorCode::NoColumnsForPosition, {}, {columns.join(QStringLiteral(", "))});
    }
    if (mapping.placesByName)
        builder.m_places = places;
    builder.m_place = builder.m_fields.value(field::place);
    if (crs.compare(swerefTm, Qt::CaseInsensitive) != 0) {
        Result<geo::CrsTransform> transform = geo::CrsTransform::create(crs, swerefTm);
        if (!transform)
            return tl::unexpected(transform.error());
        builder.m_transform = std::move(*transform);
    }
    builder.m_category = builder.m_fields.value(field::category);
    builder.m_from = builder.m_fields.value(field::from);
    builder.m_to = builder.m_fields.value(field::to);
    builder.m_fromTime = builder.m_fields.value(field::fromTime);
    builder.m_toTime = builder.m_fields.value(field::toTime);
    for (const QString& name :
         {field::precision, field::radius, field::place, field::organisation, field::externalId, field::severity,
          field::persons, field::reportedToPolice, field::surroundings, field::description, field::status,
          field::confidentiality, field::disposalDate})
        if (builder.m_fields.value(name).used())
            builder.m_details.emplace_back(name, builder.m_fields.value(name));
    return builder;
}

QString DraftBuilder::text(const Field& field, const SourceRow& row) const
{
    if (field.column < 0 || static_cast<std::size_t>(field.column) >= row.values.size())
        return {};
    return CsvReader::decode(row.values[static_cast<std::size_t>(field.column)]).trimmed();
}

std::optional<Sweref99> DraftBuilder::transformed(double x, double y) const
{
    if (m_transform)
        m_transform->forward({&x, 1}, {&y, 1});
    if (!std::isfinite(x) || !std::isfinite(y))
        return std::nullopt;
    return Sweref99{x, y};
}

std::optional<double> DraftBuilder::number(const Field& from, const QString& name, const SourceRow& row,
                                           ImportRow& out) const
{
    const std::string_view raw = from.column >= 0 && static_cast<std::size_t>(from.column) < row.values.size()
                                     ? row.values[static_cast<std::size_t>(from.column)]
                                     : std::string_view();
    if (const std::optional<double> value = parseNumber(raw, m_mapping.table.decimal); value && std::isfinite(*value))
        return value;
    if (const std::optional<double> value = parseDecimal(from.fallback); value && std::isfinite(*value))
        return value;
    if (const QString shown = text(from, row); !shown.isEmpty())
        out.faults.push_back(notUnderstood(name, shown));
    else
        out.faults.push_back(Error{ErrorCode::ValueMissing, {{}, -1, name}, {}, {}});
    return std::nullopt;
}

bool DraftBuilder::isEmpty(const Field& field, const SourceRow& row) const
{
    return field.fallback.isEmpty() && text(field, row).isEmpty();
}

void DraftBuilder::positionByName(const SourceRow& row, ImportRow& out) const
{
    const QString name = text(m_place, row);
    if (name.isEmpty()) {
        out.faults.push_back(Error{ErrorCode::ValueMissing, {{}, -1, field::place}, {}, {}});
        return;
    }
    constexpr qsizetype mostKept = 100'000;
    auto known = m_foundPlaces.constFind(name);
    if (known == m_foundPlaces.constEnd()) {
        if (m_foundPlaces.size() >= mostKept)
            m_foundPlaces.clear();
        KnownPlace place{m_places(name), {}};
        if (!place.found && m_places.like)
            place.like = m_places.like(name);
        known = m_foundPlaces.insert(name, std::move(place));
    }
    if (!known->found) {
        out.faults.push_back(Error{ErrorCode::NotFound, {{}, -1, field::place}, QStringList{name} + known->like, {}});
        return;
    }
    out.placeFound = true;
    out.placeClose = known->found->close;
    out.draft.position = known->found->position;
    out.draft.precision = known->found->precision;
    out.draft.radius = known->found->radius;
}

void DraftBuilder::buildPosition(const SourceRow& row, ImportRow& out) const
{
    const bool byColumns = m_positionFrom == PositionFrom::LonLat || m_positionFrom == PositionFrom::EastingNorthing;
    if (m_positionFrom == PositionFrom::PlaceName
        || (m_places && (byColumns ? isEmpty(m_x, row) && isEmpty(m_y, row) : !row.geometry))) {
        positionByName(row, out);
        return;
    }
    if (m_positionFrom == PositionFrom::Geometry) {
        if (!row.geometry)
            return; // validate says that the position is missing
        out.draft.position = transformed(row.geometry->x, row.geometry->y);
        if (!out.draft.position)
            out.faults.push_back(outside(row.geometry->x, row.geometry->y));
        for (const auto& [x, y] : row.geometry->ring)
            if (const std::optional<Sweref99> vertex = transformed(x, y))
                out.draft.area.push_back(*vertex);
        if (!row.geometry->hull.empty() && out.draft.position) {
            // A line, or several parts: known to lie somewhere within their reach.
            double reach = defaultRadius(Precision::Point);
            for (const auto& [x, y] : row.geometry->hull)
                if (const std::optional<Sweref99> corner = transformed(x, y))
                    reach = std::max(reach, std::hypot(corner->easting - out.draft.position->easting,
                                                       corner->northing - out.draft.position->northing));
            out.draft.precision = Precision::Area;
            out.draft.radius = reach;
        }
        return;
    }
    const bool geographic = m_positionFrom == PositionFrom::LonLat;
    const std::optional<double> x = number(m_x, geographic ? field::longitude : field::easting, row, out);
    const std::optional<double> y = number(m_y, geographic ? field::latitude : field::northing, row, out);
    if (!x || !y)
        return;
    out.draft.position = transformed(*x, *y);
    if (!out.draft.position)
        out.faults.push_back(outside(*x, *y));
}

Result<LocalTime> DraftBuilder::instant(const QString& shown) const
{
    if (!m_zone.isValid())
        return parseTime(shown);
    const Result<LocalTime> civil = parseTime(shown + (dayOnly(shown).isValid() ? QLatin1String(" 00:00Z") : QLatin1String("Z")));
    if (!civil)
        return parseTime(shown); // with a zone of its own, or no time at all
    const QDateTime utc(civil->utc);
    const QDateTime local(utc.date(), utc.time(), m_zone);
    if (!local.isValid() || local.time() != utc.time() || local.date() != utc.date())
        return fail(ErrorCode::TimeDoesNotExist, {}, {shown});
    // In a doubled hour the first of the two is taken, as in the program's own zone.
    constexpr int hour = 3600;
    for (const int shift : {-hour, hour}) {
        const QDateTime other = local.addSecs(shift);
        if (other.time() == utc.time() && other.date() == utc.date())
            return LocalTime{std::min(local, other).toUTC(), true};
    }
    return LocalTime{local.toUTC(), false};
}

/// What is known to the day lasts until its end, or until now where it is still going on; a planned day lies ahead whole.
QDateTime DraftBuilder::endOfDay(const QDate& day, const QDateTime& from) const
{
    const Result<LocalTime> next = instant(day.addDays(1).toString(Qt::ISODate));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (!next)
        return from;
    return from > now ? next->utc : std::min(next->utc, std::max(from, now));
}

void DraftBuilder::buildTimes(const SourceRow& row, ImportRow& out) const
{
    QDate fromDay; // where only the day is known
    QDate toDay;
    const auto dated = [&](const Field& from) { return isoDateTime(text(from, row), m_mapping.dates); };
    const auto read = [&](const Field& from, const Field& hours, const QString& name, QDateTime& target, QDate& day) {
        QString shown = dated(from);
        if (shown.isEmpty() || (!from.fallback.isEmpty() && !instant(shown)))
            shown = from.fallback;
        const QString clock = timeOfDay(text(hours, row));
        const bool dayOfFrom = shown.isEmpty() && !clock.isEmpty() && name == field::to;
        if (dayOfFrom)
            shown = dated(m_from);
        if (shown.isEmpty())
            return;
        if (!clock.isEmpty())
            shown = dayOf(shown) + QLatin1Char(' ') + clock;
        const Result<LocalTime> time = instant(shown);
        if (!time) {
            Error error = time.error();
            error.place.field = name;
            out.faults.push_back(error);
            return;
        }
        target = time->utc;
        day = dayOnly(shown);
        if (dayOfFrom && out.draft.occurredFrom.isValid() && target < out.draft.occurredFrom) {
            // "22.00 to 02.00" with one day ends on the next.
            const QDate next = dayOnly(dayOf(shown)).addDays(1);
            if (const Result<LocalTime> later = instant(next.toString(Qt::ISODate) + QLatin1Char(' ') + clock))
                target = later->utc;
        }
        out.draft.ambiguousTime = out.draft.ambiguousTime || time->ambiguous;
    };
    read(m_from, m_fromTime, field::from, out.draft.occurredFrom, fromDay);
    read(m_to, m_toTime, field::to, out.draft.occurredTo, toDay);
    // "From the 1st to the 3rd" takes in the 3rd; a day alone is that day.
    if (toDay.isValid()) {
        const QDateTime end = endOfDay(toDay, std::max(out.draft.occurredTo, out.draft.occurredFrom));
        if (!out.draft.occurredFrom.isValid() || end > out.draft.occurredFrom)
            out.draft.occurredTo = end;
    } else if (fromDay.isValid() && !out.draft.occurredTo.isValid()) {
        out.draft.occurredTo = endOfDay(fromDay, out.draft.occurredFrom);
    }
}

template <class Value, class Parse>
void DraftBuilder::take(const Field& field, const QString& name, const SourceRow& row, ImportRow& out, Parse parse,
                        Value& target) const
{
    const QString raw = text(field, row);
    QString shown = raw;
    if (const auto values = m_mapping.values.constFind(name); values != m_mapping.values.constEnd())
        if (const auto found = values->constFind(raw); found != values->constEnd())
            shown = *found;
    if (!shown.isEmpty()) {
        if (const auto value = parse(shown)) {
            target = *value;
            return;
        }
        if (field.fallback.isEmpty()) {
            out.faults.push_back(notUnderstood(name, raw));
            return;
        }
    }
    if (!field.fallback.isEmpty()) {
        if (const auto value = parse(field.fallback))
            target = *value;
        else
            out.faults.push_back(notUnderstood(name, field.fallback));
    }
}

void DraftBuilder::buildDetails(const SourceRow& row, ImportRow& out) const
{
    const auto asText = [](const QString& shown) { return std::optional<QString>(shown); };
    IncidentDraft& draft = out.draft;
    for (const auto& [name, from] : m_details) {
        if (out.placeFound && (name == field::precision || name == field::radius))
            continue; // of how well the name is known the map says more
        if (name == field::precision)
            take(from, name, row, out, precisionOf, draft.precision);
        else if (name == field::radius)
            take(from, name, row, out, parseDecimal, draft.radius);
        else if (name == field::place)
            take(from, name, row, out, asText, draft.placeName);
        else if (name == field::organisation)
            take(from, name, row, out, asText, draft.organisation);
        else if (name == field::externalId)
            take(from, name, row, out, asText, draft.externalId);
        else if (name == field::severity)
            take(from, name, row, out, parseWhole, draft.severity);
        else if (name == field::persons)
            take(from, name, row, out, parseWhole, draft.persons);
        else if (name == field::reportedToPolice)
            take(from, name, row, out, policeReportOf, draft.reportedToPolice);
        else if (name == field::surroundings)
            take(from, name, row, out, surroundingsOf, draft.surroundings);
        else if (name == field::description)
            take(from, name, row, out, asText, draft.description);
        else if (name == field::status)
            take(from, name, row, out, statusOf, draft.status);
        else if (name == field::confidentiality)
            take(from, name, row, out, confidentialityOf, draft.confidentiality);
        else if (name == field::disposalDate)
            take(from, name, row, out,
                 [](const QString& shown) {
                     const QDate date = QDate::fromString(shown.left(10), Qt::ISODate);
                     return date.isValid() ? std::optional(date) : std::nullopt;
                 },
                 draft.disposalDate);
    }
}

void DraftBuilder::build(const SourceRow& row, ImportRow& out) const
{
    out.row = row.number;
    out.draft = IncidentDraft{};
    out.draft.sourceType = SourceType::Import;
    out.faults.clear();
    out.placeFound = false;
    out.placeClose = false;
    out.values.clear();
    out.values.reserve(static_cast<qsizetype>(row.values.size()));
    for (const std::string_view value : row.values)
        out.values.append(CsvReader::decode(value));

    const QString raw = text(m_category, row);
    auto known = m_categoryCache.constFind(raw);
    if (known == m_categoryCache.constEnd()) {
        QString code = raw;
        if (const auto values = m_mapping.values.constFind(field::category); values != m_mapping.values.constEnd())
            code = values->value(raw, raw);
        if (const Category* category = m_categories.match(code))
            code = category->code;
        else if (!m_category.fallback.isEmpty())
            code = m_category.fallback;
        known = m_categoryCache.insert(raw, code);
    }
    out.draft.category = *known;
    buildTimes(row, out);
    buildPosition(row, out);
    buildDetails(row, out);
}

} // namespace hk::exchange
