#include "exchange/import_reader.h"

#include "exchange/csv.h"
#include "exchange/draft_builder.h"
#include "exchange/ogr_source.h"
#include "exchange/police_notices.h"

#include <QFileInfo>

#include <algorithm>
#include <unordered_map>

namespace hk::exchange {
namespace {

/// Plain text tables, without GDAL.
class CsvSource : public RowSource {
public:
    explicit CsvSource(CsvReader reader)
        : m_reader(std::move(reader))
    {
    }
    QStringList columns() const override { return m_reader.columns(); }
    QStringList layers() const override { return {}; }
    bool hasGeometry() const override { return false; }
    QString crs() const override { return {}; }
    qint64 rowCount() const override
    {
        // An estimate from the bytes read so far is of no use before reading; lines are counted by progress instead.
        return -1;
    }
    double share() const override { return m_reader.share(); }
    const CsvReader& reader() const { return m_reader; }
    void rewind() override { m_reader.rewind(); }
    Result<bool> next(SourceRow& row) override
    {
        Result<bool> more = m_reader.next(row.values);
        row.number = m_reader.line();
        return more;
    }

private:
    CsvReader m_reader;
};

bool isTextTable(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == QLatin1String("csv") || suffix == QLatin1String("tsv") || suffix == QLatin1String("tab")
           || suffix == QLatin1String("txt");
}

} // namespace

struct ImportReader::Impl {
    QString path;
    std::unique_ptr<RowSource> source;
    bool police = false;
};

ImportReader::ImportReader(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}
ImportReader::ImportReader(ImportReader&&) noexcept = default;
ImportReader& ImportReader::operator=(ImportReader&&) noexcept = default;
ImportReader::~ImportReader() = default;

Result<ImportReader> ImportReader::open(const QString& path, const QString& layer)
{
    return open(ImportSource{path, {}, layer, {}});
}

Result<ImportReader> ImportReader::open(const ImportSource& input)
{
    auto impl = std::make_unique<Impl>();
    impl->path = input.path;
    if (!input.text.isEmpty() || isTextTable(input.path)) {
        Result<CsvReader> reader = input.text.isEmpty() ? CsvReader::open(input.path, input.table, CsvReader::Hold::Piecewise)
                                                        : CsvReader::ofText(input.text, input.path, input.table);
        if (!reader)
            return tl::unexpected(reader.error());
        impl->source = std::make_unique<CsvSource>(std::move(*reader));
    } else {
        impl->police = holdsPoliceNotices(input.path);
        Result<std::unique_ptr<RowSource>> source = impl->police ? openPoliceNotices(input.path)
                                                                 : openOgrSource(input.path, input.layer);
        if (!source)
            return tl::unexpected(source.error());
        impl->source = std::move(*source);
    }
    return ImportReader(std::move(impl));
}

QStringList ImportReader::columns() const { return m_impl->source->columns(); }
QStringList ImportReader::layers() const { return m_impl->source->layers(); }
qint64 ImportReader::rowCount() const { return m_impl->source->rowCount(); }
bool ImportReader::hasGeometry() const { return m_impl->source->hasGeometry(); }
QString ImportReader::crs() const { return m_impl->source->crs(); }
bool ImportReader::isPoliceNotices() const { return m_impl->police; }
double ImportReader::share() const { return m_impl->source->share(); }
qint64 ImportReader::leftOut() const { return m_impl->source->leftOut(); }

std::optional<TableForm> ImportReader::table() const
{
    const auto* text = dynamic_cast<const CsvSource*>(m_impl->source.get());
    if (!text)
        return std::nullopt;
    return TableForm{text->reader().encoding(), text->reader().separator(), '\0'};
}

ImportMapping ImportReader::completed(const ImportMapping& mapping) const
{
    static const std::vector<std::pair<QString, QString>> aliases{
        {QStringLiteral("latitude"), field::latitude},   {QStringLiteral("longitude"), field::longitude},
        {QStringLiteral("x"), field::easting},           {QStringLiteral("y"), field::northing},
        {QStringLiteral("e"), field::easting},           {QStringLiteral("n"), field::northing},
        {QStringLiteral("occurred_from"), field::from},  {QStringLiteral("occurred_to"), field::to},
    };
    if (mapping.exact)
        return mapping;
    ImportMapping result = mapping;
    const QStringList names = columns();
    // A layer's own geometry is the position, whatever its columns are called; only the caller may say otherwise.
    const bool positioned = hasGeometry();
    const auto offer = [&](const QString& name, const QString& column) {
        const bool coordinate = name == field::longitude || name == field::latitude || name == field::easting
                                || name == field::northing;
        if (!result.columns.contains(name) && !(positioned && coordinate))
            result.columns.insert(name, column);
    };
    for (const QString& column : names)
        for (const QString& name : importFields())
            if (column.compare(name, Qt::CaseInsensitive) == 0)
                offer(name, column);
    for (const QString& column : names)
        for (const auto& [alias, name] : aliases)
            if (column.compare(alias, Qt::CaseInsensitive) == 0)
                offer(name, column);
    return result;
}

Result<void> ImportReader::forEach(const ImportMapping& mapping, const CategoryList& categories,
                                   const std::function<bool(const ImportRow&)>& visit, std::stop_token stop,
                                   const PlaceFinder& places)
{
    m_impl->source->keepDigests(mapping.keepDigests);
    Result<DraftBuilder> builder = DraftBuilder::create(*m_impl->source, mapping, categories, places);
    if (!builder) {
        Error error = builder.error();
        error.place.file = m_impl->path;
        return tl::unexpected(error);
    }
    m_impl->source->rewind();
    SourceRow source;
    ImportRow row;
    for (;;) {
        const Result<bool> more = m_impl->source->next(source);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return {};
        builder->build(source, row);
        if (!visit(row) || stop.stop_requested())
            return fail(ErrorCode::Cancelled, {m_impl->path});
    }
}

Result<std::vector<QStringList>> ImportReader::preview(int rows)
{
    m_impl->source->rewind();
    std::vector<QStringList> result;
    SourceRow source;
    while (static_cast<int>(result.size()) < rows) {
        const Result<bool> more = m_impl->source->next(source);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        QStringList values;
        for (const std::string_view value : source.values)
            values.append(CsvReader::decode(value));
        result.push_back(std::move(values));
    }
    return result;
}

Result<ImportReader::ValueCounts> ImportReader::valueCounts(const QString& column, std::size_t limit,
                                                            std::stop_token stop)
{
    const qsizetype index = columns().indexOf(column);
    if (index < 0)
        return fail(ErrorCode::ColumnNotFound, {m_impl->path}, {column});
    m_impl->source->rewind();
    SourceRow source;
    ValueCounts counts;
    std::unordered_map<std::string, std::size_t> known; // raw bytes, so that each is decoded once
    std::vector<qint64> rowsOfRaw;
    std::vector<QString> rawText;
    for (;;) {
        const Result<bool> more = m_impl->source->next(source);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled, {m_impl->path});
        ++counts.rows;
        const auto at = static_cast<std::size_t>(index);
        const std::string raw(at < source.values.size() ? source.values[at] : std::string_view());
        auto found = known.find(raw);
        if (found == known.end()) {
            if (known.size() >= limit) {
                ++counts.further;
                continue;
            }
            found = known.emplace(raw, rawText.size()).first;
            rawText.push_back(CsvReader::decode(raw).trimmed());
            rowsOfRaw.push_back(0);
        }
        ++rowsOfRaw[found->second];
    }
    QHash<QString, qint64> merged;
    for (std::size_t i = 0; i < rawText.size(); ++i)
        merged[rawText[i]] += rowsOfRaw[i];
    for (auto value = merged.constBegin(); value != merged.constEnd(); ++value)
        counts.values.emplace_back(value.key(), value.value());
    std::sort(counts.values.begin(), counts.values.end(), [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    return counts;
}

Result<QHash<QString, QString>> readValueMap(const QString& path)
{
    Result<CsvReader> reader = CsvReader::open(path);
    if (!reader)
        return tl::unexpected(reader.error());
    const qsizetype value = reader->columns().indexOf(QStringLiteral("value"));
    const qsizetype fieldValue = reader->columns().indexOf(QStringLiteral("field_value"));
    if (value < 0 || fieldValue < 0)
        return fail(ErrorCode::ColumnNotFound, {path, 1, {}},
                    {value < 0 ? QStringLiteral("value") : QStringLiteral("field_value")});
    QHash<QString, QString> map;
    std::vector<std::string_view> fields;
    for (;;) {
        const Result<bool> more = reader->next(fields);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return map;
        const auto at = [&](qsizetype column) {
            return static_cast<std::size_t>(column) < fields.size()
                       ? CsvReader::decode(fields[static_cast<std::size_t>(column)]).trimmed()
                       : QString();
        };
        map.insert(at(value), at(fieldValue));
    }
}

} // namespace hk::exchange
