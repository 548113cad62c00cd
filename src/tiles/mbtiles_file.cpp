#include "tiles/mbtiles_file.h"

#include "geo/mercator.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <string>

namespace hk::tiles {
namespace {

constexpr int highestPossible = 24;

QString textAt(const sqlite::Statement& statement, int column)
{
    const std::string_view text = statement.text(column);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// "<a href=…>© Someone</a>" → "© Someone"
QString withoutMarkup(QString text)
{
    static const QRegularExpression tag(QStringLiteral("<[^>]*>"));
    text.replace(tag, QStringLiteral(" "));
    text.replace(QLatin1String("&copy;"), QStringLiteral("©")).replace(QLatin1String("&amp;"), QStringLiteral("&"));
    constexpr qsizetype longest = 300;
    return text.simplified().left(longest);
}

QRectF mercatorOf(const QString& degrees)
{
    const QStringList parts = degrees.split(u',');
    double side[4]{};
    for (int i = 0; i < 4; ++i) {
        bool understood = false;
        side[i] = parts.value(i).trimmed().toDouble(&understood);
        if (!understood || !std::isfinite(side[i]))
            return {};
    }
    const WebMercator southWest = geo::toWebMercator({std::clamp(side[0], -180.0, 180.0), side[1]});
    const WebMercator northEast = geo::toWebMercator({std::clamp(side[2], -180.0, 180.0), side[3]});
    if (parts.size() != 4 || !(northEast.x > southWest.x) || !(northEast.y > southWest.y))
        return {};
    return {southWest.x, southWest.y, northEast.x - southWest.x, northEast.y - southWest.y};
}

int zoomOf(const QString& text, int otherwise)
{
    bool understood = false;
    const int zoom = text.trimmed().toInt(&understood);
    return understood && zoom >= 0 && zoom <= highestPossible ? zoom : otherwise;
}

QString formatOf(const QByteArray& tile)
{
    if (tile.startsWith("\x89PNG"))
        return QStringLiteral("png");
    if (tile.startsWith("\xFF\xD8"))
        return QStringLiteral("jpg");
    if (tile.startsWith("RIFF"))
        return QStringLiteral("webp");
    if (tile.startsWith("\x1F\x8B") || tile.startsWith('\x1A'))
        return QStringLiteral("pbf");
    return {};
}

} // namespace

MbTilesFacts factsFromMetadata(const QHash<QString, QString>& metadata)
{
    MbTilesFacts facts;
    facts.title = metadata.value(QStringLiteral("name")).simplified();
    facts.attribution = withoutMarkup(metadata.value(QStringLiteral("attribution")));
    facts.format = metadata.value(QStringLiteral("format")).trimmed().toLower();
    if (facts.format == QLatin1String("jpeg"))
        facts.format = QStringLiteral("jpg");
    if (facts.format == QLatin1String("mvt") || facts.format == QLatin1String("application/vnd.mapbox-vector-tile"))
        facts.format = QStringLiteral("pbf");
    facts.lowestZoom = zoomOf(metadata.value(QStringLiteral("minzoom")), -1);
    facts.highestZoom = zoomOf(metadata.value(QStringLiteral("maxzoom")), -1);
    facts.bounds = mercatorOf(metadata.value(QStringLiteral("bounds")));
    return facts;
}

Error MbTilesFile::errorOf(const sqlite::Failure& failure) const
{
    const QString words = QString::fromStdString(failure.message);
    switch (failure.code) {
    case sqlite::Code::NotADatabase:
        return {ErrorCode::FileNotOurs, {m_path}, {}, words};
    case sqlite::Code::Corrupt:
    case sqlite::Code::InputOutput:
        return {ErrorCode::FileDamaged, {m_path}, {}, words};
    case sqlite::Code::CannotOpen:
        return {ErrorCode::FileNotReadable, {m_path}, {}, words};
    case sqlite::Code::Busy:
        return {ErrorCode::FileLocked, {m_path}, {}, words};
    default:
        return {ErrorCode::StorageFailed, {m_path}, {}, words};
    }
}

Result<HandlePool<sqlite::Database>::Lease> MbTilesFile::connection()
{
    return m_connections.take([this]() -> Result<std::unique_ptr<sqlite::Database>> {
        const std::string path = m_path.toStdString();
        auto database = sqlite::Database::open(path, sqlite::OpenMode::ReadOnly);
        // A file in write-ahead mode cannot be read where its folder cannot be written, unless nobody changes it.
        if (!database || !database->queryInt64("SELECT count(*) FROM sqlite_master"))
            database = sqlite::Database::open(path, sqlite::OpenMode::Immutable);
        if (!database)
            return tl::unexpected(errorOf(database.error()));
        return std::make_unique<sqlite::Database>(std::move(*database));
    });
}

Result<std::shared_ptr<MbTilesFile>> MbTilesFile::open(const QString& path)
{
    if (!QFileInfo::exists(path))
        return fail(ErrorCode::FileNotFound, {path});
    if (!QFileInfo(path).isFile())
        return fail(ErrorCode::FileNotReadable, {path});
    std::shared_ptr<MbTilesFile> made(new MbTilesFile(path));
    if (const Result<void> read = made->readFacts(); !read)
        return tl::unexpected(read.error());
    return made;
}

Result<void> MbTilesFile::readFacts()
{
    const auto lease = connection();
    if (!lease)
        return tl::unexpected(lease.error());
    sqlite::Database& database = **lease;
    const auto tables
        = database.queryInt64("SELECT count(*) FROM sqlite_master WHERE name IN ('metadata', 'tiles') AND type IN ('table', 'view')");
    if (!tables)
        return tl::unexpected(errorOf(tables.error()));
    if (*tables != 2)
        return fail(ErrorCode::FileNotOurs, {m_path}, {}, QStringLiteral("no tables metadata and tiles"));

    QHash<QString, QString> metadata;
    auto rows = database.prepare("SELECT name, value FROM metadata LIMIT 1000");
    if (!rows)
        return tl::unexpected(errorOf(rows.error()));
    auto row = rows->step();
    for (; row && *row; row = rows->step())
        metadata.insert(textAt(*rows, 0), textAt(*rows, 1));
    if (!row)
        return tl::unexpected(errorOf(row.error()));
    m_facts = factsFromMetadata(metadata);

    // What the tiles themselves say counts where the table is silent; the index on the zoom level answers at once.
    auto levels = database.prepare("SELECT min(zoom_level) FROM tiles UNION ALL SELECT max(zoom_level) FROM tiles");
    if (!levels)
        return tl::unexpected(errorOf(levels.error()));
    int* const ends[] = {&m_facts.lowestZoom, &m_facts.highestZoom};
    for (int* end : ends) {
        const auto there = levels->step();
        if (!there)
            return tl::unexpected(errorOf(there.error()));
        if (*end < 0)
            *end = *there && !levels->isNull(0) ? static_cast<int>(std::clamp<std::int64_t>(levels->int64(0), 0, highestPossible)) : 0;
    }
    m_facts.highestZoom = std::max(m_facts.highestZoom, m_facts.lowestZoom);

    auto one = database.prepare("SELECT tile_data FROM tiles LIMIT 1");
    if (!one)
        return tl::unexpected(errorOf(one.error()));
    const auto first = one->step();
    if (!first)
        return tl::unexpected(errorOf(first.error()));
    if (*first) {
        const auto blob = one->blob(0);
        m_sample = QByteArray(reinterpret_cast<const char*>(blob.data()), static_cast<qsizetype>(blob.size()));
        const QString found = formatOf(m_sample);
        if (!found.isEmpty())
            m_facts.format = found;
    }
    return {};
}

Result<std::optional<QByteArray>> MbTilesFile::bytes(const geo::TileId& tile)
{
    const auto lease = connection();
    if (!lease)
        return tl::unexpected(lease.error());
    auto statement = (*lease)->cached("SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?");
    if (!statement)
        return tl::unexpected(errorOf(statement.error()));
    const std::int64_t fromSouth = (std::int64_t{1} << tile.z) - 1 - tile.y;
    (*statement)->bind(1, tile.z).bind(2, tile.x).bind(3, fromSouth);
    const auto there = (*statement)->step();
    if (!there)
        return tl::unexpected(errorOf(there.error()));
    if (!*there)
        return std::nullopt;
    const auto blob = (*statement)->blob(0);
    return QByteArray(reinterpret_cast<const char*>(blob.data()), static_cast<qsizetype>(blob.size()));
}

} // namespace hk::tiles
