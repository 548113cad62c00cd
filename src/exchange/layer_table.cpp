// Text tables as layers: positions stand in columns.

#include "exchange/csv.h"
#include "exchange/layer_stream.h"
#include "exchange/point_columns.h"

#include <QFileInfo>

#include <ogr_geometry.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace hk::exchange {
namespace {

constexpr qint64 stopEvery = 4096;

class TableStream : public LayerStream {
public:
    TableStream(CsvReader reader, PointColumnIndices columns, LayerInfo info)
        : m_reader(std::move(reader))
        , m_columns(columns)
        , m_info(std::move(info))
    {
    }

    const LayerInfo& info() const override { return m_info; }
    void rewind() override { m_reader.rewind(); }

    Result<bool> next() override
    {
        Result<bool> more = m_reader.next(m_values);
        m_placed = false;
        if (!more || !*more)
            return more;
        const auto x = number(static_cast<std::size_t>(m_columns.x));
        const auto y = number(static_cast<std::size_t>(m_columns.y));
        m_placed = x && y && std::isfinite(*x) && std::isfinite(*y);
        if (m_placed) {
            m_point.setX(*x);
            m_point.setY(*y);
        }
        return more;
    }

    const OGRGeometry* geometry() const override { return m_placed ? &m_point : nullptr; }

    std::optional<std::string_view> text(std::size_t field) override
    {
        if (field >= m_values.size() || m_values[field].empty())
            return std::nullopt;
        m_decoded.resize(m_info.fields.size());
        m_decoded[field] = CsvReader::decode(m_values[field]).toStdString();
        return m_decoded[field];
    }

    std::optional<double> number(std::size_t field) override
    {
        return field < m_values.size() ? parseNumber(m_values[field]) : std::nullopt;
    }

    /// Reads all once: how many there are, where the first lie, and which columns hold numbers alone.
    Result<void> survey(std::stop_token stop)
    {
        constexpr std::size_t sampled = 1000;
        std::vector<double> xs;
        std::vector<double> ys;
        std::vector<LayerField::Kind> kinds(m_info.fields.size(), LayerField::Kind::Integer);
        std::vector<bool> filled(m_info.fields.size(), false);
        m_info.count = 0;
        for (;;) {
            const Result<bool> more = next();
            if (!more)
                return tl::unexpected(more.error());
            if (!*more)
                break;
            if (++m_info.count % stopEvery == 0 && stop.stop_requested())
                return fail(ErrorCode::Cancelled);
            for (std::size_t i = 0; i < kinds.size() && i < m_values.size(); ++i)
                if (!m_values[i].empty()) {
                    filled[i] = true;
                    kinds[i] = std::min(kinds[i], kindOf(m_values[i]), rarerFirst);
                }
            if (m_placed && xs.size() < sampled) {
                xs.push_back(m_point.getX());
                ys.push_back(m_point.getY());
            }
        }
        for (std::size_t i = 0; i < kinds.size(); ++i)
            m_info.fields[i].kind = filled[i] ? kinds[i] : LayerField::Kind::Text;
        m_info.placed = !xs.empty();
        if (m_info.placed) {
            const auto middle = static_cast<std::ptrdiff_t>(xs.size() / 2);
            std::nth_element(xs.begin(), xs.begin() + middle, xs.end());
            std::nth_element(ys.begin(), ys.begin() + middle, ys.end());
            m_info.x = xs[static_cast<std::size_t>(middle)];
            m_info.y = ys[static_cast<std::size_t>(middle)];
        }
        rewind();
        return {};
    }

private:
    /// Text before numbers before whole numbers: what a column is that holds both.
    static bool rarerFirst(LayerField::Kind a, LayerField::Kind b)
    {
        const auto rank = [](LayerField::Kind kind) {
            return kind == LayerField::Kind::Text ? 0 : kind == LayerField::Kind::Number ? 1 : 2;
        };
        return rank(a) < rank(b);
    }

    /// A code that begins with a zero ("0431", "007") is no number.
    static LayerField::Kind kindOf(std::string_view text)
    {
        const bool code = text.size() > 1 && text[0] == '0' && text[1] >= '0' && text[1] <= '9';
        const auto value = parseNumber(text);
        if (code || !value || !std::isfinite(*value))
            return LayerField::Kind::Text;
        const bool whole = text.size() <= 18 && text.find_first_not_of("-0123456789") == std::string_view::npos;
        return whole ? LayerField::Kind::Integer : LayerField::Kind::Number;
    }

    CsvReader m_reader;
    PointColumnIndices m_columns;
    LayerInfo m_info;
    std::vector<std::string_view> m_values;
    std::vector<std::string> m_decoded;
    OGRPoint m_point = OGRPoint(0, 0);
    bool m_placed = false;
};

class TableDataset : public LayerDataset {
public:
    explicit TableDataset(QString path)
        : m_path(std::move(path))
    {
    }
    QString format() const override { return QStringLiteral("CSV"); }
    LayerFileKind kind() const override { return LayerFileKind::Vector; }
    bool isTable() const override { return true; }
    QStringList layers() const override { return {QFileInfo(m_path).completeBaseName()}; }

    Result<std::unique_ptr<LayerStream>> stream(const QString& layer, std::stop_token stop) override
    {
        if (!layer.isEmpty() && layer != layers().first())
            return fail(ErrorCode::NotFound, {m_path}, {layer});
        Result<CsvReader> reader = CsvReader::open(m_path);
        if (!reader)
            return tl::unexpected(reader.error());
        PointsRequest request;
        request.path = m_path;
        const Result<PointColumnIndices> columns = pointColumns(request, reader->columns());
        if (!columns)
            return tl::unexpected(columns.error());
        LayerInfo info;
        info.name = layers().first();
        info.geometry = LayerGeometry::Point;
        for (const QString& name : reader->columns())
            info.fields.push_back({name, LayerField::Kind::Text});
        if (columns->geographic)
            info.crs = QStringLiteral("EPSG:4326");
        auto stream = std::make_unique<TableStream>(std::move(*reader), *columns, std::move(info));
        if (const Result<void> surveyed = stream->survey(stop); !surveyed)
            return tl::unexpected(surveyed.error());
        return std::unique_ptr<LayerStream>(std::move(stream));
    }

private:
    QString m_path;
};

} // namespace

bool isTextTable(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == QLatin1String("csv") || suffix == QLatin1String("tsv") || suffix == QLatin1String("tab")
           || suffix == QLatin1String("txt");
}

Result<std::unique_ptr<LayerDataset>> openTableDataset(const QString& path)
{
    const Result<CsvReader> reader = CsvReader::open(path);
    if (!reader)
        return tl::unexpected(reader.error());
    PointsRequest request;
    request.path = path;
    if (const Result<PointColumnIndices> columns = pointColumns(request, reader->columns()); !columns)
        return tl::unexpected(columns.error());
    return std::unique_ptr<LayerDataset>(std::make_unique<TableDataset>(path));
}

} // namespace hk::exchange
