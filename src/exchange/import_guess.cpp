#include "exchange/import_guess.h"

#include "core/incident_draft.h"
#include "exchange/csv.h"
#include "exchange/draft_builder.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace hk::exchange {
namespace {

/// Lower case, letters and figures only: "Händelse-typ" and "händelsetyp" are one heading.
QString plain(const QString& heading)
{
    QString result;
    for (const QChar c : heading.toLower())
        if (c.isLetterOrNumber())
            result.append(c);
    return result;
}

struct FieldHeadings {
    QString field;
    std::vector<const char*> headings; ///< plain, the likeliest first
};

const std::vector<FieldHeadings>& fieldHeadings()
{
    static const std::vector<FieldHeadings> list{
        {field::category,
         {"kategori", "händelsetyp", "brottstyp", "brottskategori", "typavhändelse", "typ", "händelsekategori", "primarytype",
          "eventtype", "incidenttype", "crimetype", "type", "händelse", "rubrik"}},
        {field::from,
         {"från", "fran", "fråndatum", "datumfrån", "startdatum", "start", "starttid", "starttidpunkt", "datumtid",
          "datumochtid", "datetime", "timestamp", "tidpunkt", "händelsedatum", "brottsdatum", "inträffade", "inträffat",
          "datum", "occurred", "occurredat", "date", "fromdate", "startdate", "when", "när", "tid", "time"}},
        {field::to,
         {"till", "tilldatum", "datumtill", "slutdatum", "slut", "sluttid", "sluttidpunkt", "tom", "todate", "enddate",
          "end", "until"}},
        {field::fromTime,
         {"tid", "klockslag", "kl", "klockan", "tidfrån", "fråntid", "klockslagfrån", "starttid", "time", "fromtime",
          "starttime"}},
        {field::toTime, {"tidtill", "tilltid", "klockslagtill", "sluttid", "totime", "endtime"}},
        {field::place,
         {"plats", "platsnamn", "adress", "gatuadress", "gata", "ställe", "brottsplats", "händelseplats", "address",
          "street", "location", "locationname", "placename", "block"}},
        {field::description,
         {"beskrivning", "händelsebeskrivning", "fritext", "text", "kommentar", "kommentarer", "notering", "noteringar",
          "anteckning", "anmärkning", "sammanfattning", "comment", "comments", "notes", "remarks", "summary"}},
        {field::organisation,
         {"aktör", "förvaltning", "uppgiftslämnare", "rapportör", "rapporteradav", "avdelning", "verksamhet", "bolag",
          "källa", "organization", "reporter", "reportedby", "department"}},
        {field::externalId,
         {"ärendenummer", "ärendenr", "ärendeid", "ärende", "diarienummer", "diarienr", "dnr", "händelseid", "händelsenr",
          "händelsenummer", "löpnummer", "löpnr", "referens", "nr", "nummer", "id", "externid", "caseid", "casenumber",
          "eventid", "incidentid", "reference"}},
        {field::severity, {"allvarlighetsgrad", "allvarlighet", "allvar", "grad", "svårighetsgrad", "prioritet", "priority"}},
        {field::persons, {"antalpersoner", "personer", "antalinblandade", "numberofpersons", "people"}},
        {field::reportedToPolice,
         {"polisanmäld", "polisanmält", "polisanmälan", "polisanmälning", "anmäld", "anmält", "reported", "policereport"}},
        {field::surroundings, {"inneute", "inomhusutomhus", "inneellerute", "indooroutdoor", "miljö"}},
        {field::status, {"ärendestatus", "läge"}},
        {field::confidentiality, {"sekretess", "sekretessgrad", "sekretessnivå", "spridning"}},
        {field::precision, {"noggrannhet", "lägesnoggrannhet", "platsnoggrannhet", "accuracy"}},
        {field::radius, {"radie", "radiem", "osäkerhet", "osäkerhetm"}},
        {field::disposalDate, {"gallring", "gallringsdatum", "gallras"}},
    };
    return list;
}

const std::vector<const char*> eastHeadings{"longitud", "longitude", "long",       "lng",     "lon",       "easting",
                                            "east",     "östlig",    "öst",        "ost",     "e",         "x",
                                            "xkoord",   "xkoordinat", "koordinatx", "swerefx", "sweref99x", "swerefe"};
const std::vector<const char*> northHeadings{"latitud", "latitude", "lat",        "northing", "north",    "nordlig",
                                             "norr",    "nord",     "n",          "y",        "ykoord",   "ykoordinat",
                                             "koordinaty", "swerefy", "sweref99y", "swerefn"};

/// Where numbers of a position in Sweden lie, by coordinate system.
struct CrsRange {
    const char* crs;
    double east[2];
    double north[2];
};
constexpr CrsRange crsRanges[] = {
    {"EPSG:4326", {10.0, 25.0}, {54.5, 70.0}},
    {"EPSG:3007", {50e3, 251e3}, {6.05e6, 7.8e6}},
    {"EPSG:3006", {251e3, 960e3}, {6.05e6, 7.8e6}},
    {"EPSG:3021", {1.15e6, 1.95e6}, {6.05e6, 7.8e6}},
};

/// Of the values of a column in the sample, nearly all; one odd row does not hide what the others say.
constexpr double nearlyAll = 0.8;

/// The numbers of a column in the sample; none where many values are something else.
std::vector<double> numbersOf(const ImportFile& file, const QString& column)
{
    const qsizetype index = file.columns.indexOf(column);
    std::vector<double> numbers;
    std::size_t values = 0;
    for (const QStringList& row : file.sample) {
        const QByteArray text = row.value(index).trimmed().toUtf8();
        if (text.isEmpty())
            continue;
        ++values;
        if (const auto number = parseNumber({text.constData(), static_cast<std::size_t>(text.size())}))
            numbers.push_back(*number);
    }
    if (static_cast<double>(numbers.size()) < nearlyAll * static_cast<double>(values))
        numbers.clear();
    return numbers;
}

bool within(const std::vector<double>& numbers, const double (&limits)[2])
{
    const auto inside = std::count_if(numbers.begin(), numbers.end(), [&limits](double number) {
        return number >= limits[0] && number <= limits[1];
    });
    return !numbers.empty() && static_cast<double>(inside) >= nearlyAll * static_cast<double>(numbers.size());
}

struct Pair {
    QString east;
    QString north;
    QString crs;
};

/// The pair in the order that its numbers show, with their system; nothing where they fit none.
std::optional<Pair> fitted(const ImportFile& file, const QString& a, const QString& b)
{
    const std::vector<double> first = numbersOf(file, a);
    const std::vector<double> second = numbersOf(file, b);
    for (const CrsRange& known : crsRanges) {
        if (within(first, known.east) && within(second, known.north))
            return Pair{a, b, QString::fromLatin1(known.crs)};
        if (within(second, known.east) && within(first, known.north))
            return Pair{b, a, QString::fromLatin1(known.crs)};
    }
    return std::nullopt;
}

QStringList columnsWith(const ImportFile& file, const std::vector<const char*>& headings)
{
    QStringList found;
    for (const char* heading : headings)
        for (const QString& column : file.columns)
            if (plain(column) == QString::fromUtf8(heading))
                found.append(column);
    return found;
}

/// A heading that begins or ends with a known word of at least five letters: "Datum (start)", "Brottsadress".
QStringList columnsLike(const ImportFile& file, const std::vector<const char*>& headings)
{
    constexpr qsizetype shortest = 5;
    QStringList found;
    for (const char* heading : headings) {
        const QString word = QString::fromUtf8(heading);
        if (word.size() < shortest)
            continue;
        for (const QString& column : file.columns)
            if (plain(column).startsWith(word) || plain(column).endsWith(word))
                found.append(column);
    }
    return found;
}

void guessPosition(const ImportFile& file, ImportGuess& guess, QSet<QString>& taken)
{
    const auto own = [&](const QString& name) { return file.own.columns.value(name); };
    QString east = own(field::longitude);
    QString north = own(field::latitude);
    QString crs = QStringLiteral("EPSG:4326");
    if (east.isEmpty() || north.isEmpty()) {
        east = own(field::easting);
        north = own(field::northing);
        crs = QStringLiteral("EPSG:3006");
    }
    bool sure = !east.isEmpty() && !north.isEmpty();
    if (!sure) {
        const auto free = [&taken](const QStringList& columns) {
            const auto found = std::find_if(columns.begin(), columns.end(),
                                            [&](const QString& column) { return !taken.contains(column); });
            return found == columns.end() ? QString() : *found;
        };
        east = free(columnsWith(file, eastHeadings));
        north = free(columnsWith(file, northHeadings));
        crs.clear();
    }
    std::optional<Pair> pair = fitted(file, east, north);
    for (qsizetype i = 0; i < file.columns.size() && !pair && !sure && !file.hasGeometry; ++i)
        for (qsizetype j = i + 1; j < file.columns.size() && !pair; ++j)
            pair = fitted(file, file.columns[i], file.columns[j]);
    if (pair) {
        sure = sure && pair->east == east && pair->crs == crs;
        guess.east = pair->east;
        guess.north = pair->north;
        guess.crs = pair->crs;
    } else if (!east.isEmpty() && !north.isEmpty()) {
        guess.east = east;
        guess.north = north;
        guess.crs = crs;
    } else {
        return;
    }
    if (!sure)
        guess.guessed.insert(field::position);
    taken.insert(guess.east);
    taken.insert(guess.north);
}

/// "14.30", "kl 9:05", "1430": a time of day alone.
bool isClock(const QString& text)
{
    static const QRegularExpression clock(QStringLiteral("^(kl\\.?\\s*)?([01]?\\d|2[0-3])[:.]?[0-5]\\d([:.][0-5]\\d)?$"),
                                          QRegularExpression::CaseInsensitiveOption);
    return clock.match(text).hasMatch();
}

/// Whether the first value of a column can be one of the field's.
bool suits(const ImportFile& file, const QString& name, const QString& column)
{
    const QString example = file.example(column);
    if (example.isEmpty())
        return true;
    if (name == field::from || name == field::to)
        return !isClock(example);
    if (name == field::fromTime || name == field::toTime)
        return isClock(example);
    return true;
}

/// Where the day is written with its time of day, a second column with a time is not wanted.
void settleTimes(const ImportFile& file, ImportGuess& guess)
{
    for (const auto& [day, clock] : {std::pair(field::from, field::fromTime), std::pair(field::to, field::toTime)}) {
        const QString text = file.example(guess.columns.value(day));
        if (text.contains(QLatin1Char(':')) && !text.contains(QLatin1String("00:00")))
            guess.columns.remove(clock);
    }
}

/// Plain numbers are none here, though a spreadsheet may count days by them.
bool holdsDate(const QString& text)
{
    const QByteArray bytes = text.trimmed().toUtf8();
    return !parseNumber({bytes.constData(), static_cast<std::size_t>(bytes.size())})
           && guessDateOrder({text}).has_value();
}

/// The columns' values in the sample.
QStringList valuesOf(const ImportFile& file, const QStringList& columns)
{
    QStringList values;
    for (const QString& column : columns) {
        const qsizetype index = file.columns.indexOf(column);
        if (index < 0)
            continue;
        for (const QStringList& row : file.sample)
            if (const QString value = row.value(index).trimmed(); !value.isEmpty())
                values.append(value);
    }
    return values;
}

/// The first column nobody has taken whose values are dates.
QString columnOfDates(const ImportFile& file, const QSet<QString>& taken)
{
    for (const QString& column : file.columns) {
        if (taken.contains(column))
            continue;
        const QStringList values = valuesOf(file, {column});
        const auto dates = std::count_if(values.begin(), values.end(), [](const QString& value) { return holdsDate(value); });
        if (!values.isEmpty() && static_cast<double>(dates) >= nearlyAll * static_cast<double>(values.size()))
            return column;
    }
    return {};
}

void guessReading(const ImportFile& file, ImportGuess& guess)
{
    guess.dates = guessDateOrder(valuesOf(file, {guess.columns.value(field::from), guess.columns.value(field::to)}));
    guess.placesByName = guess.east.isEmpty() && !file.hasGeometry && guess.columns.contains(field::place);
    if (!file.table)
        return;
    std::vector<QByteArray> texts;
    for (const QString& value : valuesOf(file, {guess.east, guess.north}))
        texts.push_back(value.toUtf8());
    std::vector<std::string_view> views;
    for (const QByteArray& text : texts)
        views.emplace_back(text.constData(), static_cast<std::size_t>(text.size()));
    guess.decimal = likelyDecimal(views);
}

} // namespace

QByteArray pastedTable(const QString& text)
{
    QByteArray rows = text.toUtf8();
    const Result<CsvReader> reader = CsvReader::ofText(rows, {});
    if (!reader || reader->columns().isEmpty())
        return {};
    const QStringList& first = reader->columns();
    if (std::none_of(first.begin(), first.end(), holdsDate))
        return rows;
    QByteArray head;
    for (qsizetype i = 0; i < first.size(); ++i) {
        if (i > 0)
            head += reader->separator();
        constexpr qsizetype letters = 26;
        if (i >= letters)
            head += static_cast<char>('A' + i / letters - 1);
        head += static_cast<char>('A' + i % letters);
    }
    return head + '\n' + rows;
}

QString ImportFile::example(const QString& column) const
{
    const qsizetype index = columns.indexOf(column);
    if (index < 0)
        return {};
    for (const QStringList& row : sample)
        if (const QString value = row.value(index).trimmed(); !value.isEmpty())
            return value;
    return {};
}

Result<ImportFile> readImportFile(const ImportSource& source)
{
    constexpr int sampleRows = 200;
    Result<ImportReader> reader = ImportReader::open(source);
    if (!reader)
        return tl::unexpected(reader.error());
    Result<std::vector<QStringList>> sample = reader->preview(sampleRows);
    if (!sample)
        return tl::unexpected(sample.error());
    ImportFile file;
    file.path = source.path;
    file.text = source.text;
    file.layer = source.layer;
    file.layers = reader->layers();
    file.columns = reader->columns();
    file.sample = std::move(*sample);
    file.rows = reader->rowCount();
    file.hasGeometry = reader->hasGeometry();
    file.police = reader->isPoliceNotices();
    file.table = reader->table();
    file.crs = reader->crs();
    file.own = reader->completed({});
    return file;
}

ImportMapping ImportGuess::mapping(const ImportFile& file) const
{
    ImportMapping result;
    result.exact = true;
    result.layer = file.layer;
    result.columns = columns;
    if (!east.isEmpty() && !north.isEmpty()) {
        const bool geographic = crs.isEmpty() || crs == QLatin1String("EPSG:4326");
        result.columns.insert(geographic ? field::longitude : field::easting, east);
        result.columns.insert(geographic ? field::latitude : field::northing, north);
        result.crs = crs;
    }
    if (file.table)
        result.table = *file.table;
    result.table.decimal = decimal;
    result.dates = dates ? dates->order : DateOrder::YearFirst;
    // Notices of the police lie in a place, where they do not say in which.
    result.placesByName = placesByName || file.police;
    return result;
}

ImportGuess guessColumns(const ImportFile& file)
{
    ImportGuess guess;
    QSet<QString> taken;
    for (auto it = file.own.columns.constBegin(); it != file.own.columns.constEnd(); ++it) {
        const bool position = it.key() == field::longitude || it.key() == field::latitude
                              || it.key() == field::easting || it.key() == field::northing;
        if (!position) {
            guess.columns.insert(it.key(), it.value());
            taken.insert(it.value());
        }
    }
    guessPosition(file, guess, taken);
    for (const auto find : {&columnsWith, &columnsLike}) {
        for (const FieldHeadings& wanted : fieldHeadings()) {
            for (const QString& column : find(file, wanted.headings)) {
                if (guess.columns.contains(wanted.field) || taken.contains(column) || !suits(file, wanted.field, column))
                    continue;
                guess.columns.insert(wanted.field, column);
                guess.guessed.insert(wanted.field);
                taken.insert(column);
            }
        }
    }
    if (!guess.columns.contains(field::from))
        if (const QString column = columnOfDates(file, taken); !column.isEmpty()) {
            guess.columns.insert(field::from, column);
            guess.guessed.insert(field::from);
        }
    settleTimes(file, guess);
    guessReading(file, guess);
    return guess;
}

} // namespace hk::exchange
