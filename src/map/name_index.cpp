#include "map/name_index.h"

#include "geo/mercator.h"
#include "geo/transform.h"
#include "map/feature_source.h"
#include "map/name_geometry.h"
#include "map/name_index_impl.h"
#include "map/name_query.h"
#include "map/name_tables.h"
#include "map/name_text.h"
#include "map/street_gatherer.h"
#include "sqlite/transaction.h"

#include <QFileInfo>
#include <QHash>
#include <QMutexLocker>
#include <algorithm>
#include <cmath>
#include <optional>

namespace hk::map {

namespace {

NameEntry entryOf(const sqlite::Statement& row)
{
    const auto text = [&](int column) {
        const std::string_view view = row.text(column);
        return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
    };
    return {text(0), text(1), text(2), text(3), {row.real(4), row.real(5)}, row.real(6), static_cast<int>(row.int64(7))};
}

constexpr const char* entryColumns = "SELECT name, detail, class, theme, x, y, reach, weight FROM hk_names ";

sqlite::Result<std::vector<std::pair<QString, int>>> readWords(const sqlite::Database& database)
{
    auto rows = database.prepare("SELECT word, count FROM hk_names_words");
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<std::pair<QString, int>> words;
    while (true) {
        const auto more = rows->step();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return words;
        const std::string_view word = rows->text(0);
        words.emplace_back(QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())),
                           static_cast<int>(std::clamp<std::int64_t>(rows->int64(1), 0, INT32_MAX)));
    }
}

bool hasTable(const sqlite::Database& database, const char* name)
{
    const auto count = database.queryInt64(std::string("SELECT count(*) FROM sqlite_master WHERE name = '") + name + "'");
    return count && *count > 0;
}

double distanceToLine(const std::vector<QPointF>& line, const QPointF& p)
{
    double nearest = std::hypot(line.front().x() - p.x(), line.front().y() - p.y());
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const QPointF d = line[i + 1] - line[i];
        const double square = QPointF::dotProduct(d, d);
        const double t = square > 0 ? std::clamp(QPointF::dotProduct(p - line[i], d) / square, 0.0, 1.0) : 0.0;
        const QPointF away = line[i] + d * t - p;
        nearest = std::min(nearest, std::hypot(away.x(), away.y()));
    }
    return nearest;
}

Result<void> addAll(NameWriter& writer, const std::vector<NameEntry>& entries)
{
    for (const NameEntry& entry : entries)
        if (auto done = writer.add(entry); !done)
            return sqliteFailure(done.error(), {});
    return {};
}

bool isPosition(const Sweref99& position)
{
    return std::isfinite(position.easting) && std::isfinite(position.northing) && std::abs(position.easting) < 1e7
           && std::abs(position.northing) < 1e8;
}

} // namespace

QString themeName(BasemapTheme theme)
{
    switch (theme) {
    case BasemapTheme::Boundary:
        return QStringLiteral("boundary");
    case BasemapTheme::Landcover:
        return QStringLiteral("landcover");
    case BasemapTheme::Water:
        return QStringLiteral("water");
    case BasemapTheme::Building:
        return QStringLiteral("building");
    case BasemapTheme::Rail:
        return QStringLiteral("rail");
    case BasemapTheme::Road:
        return QStringLiteral("road");
    case BasemapTheme::Barrier:
        return QStringLiteral("barrier");
    case BasemapTheme::Address:
        return QStringLiteral("address");
    case BasemapTheme::Layer:
        return QStringLiteral("layer");
    case BasemapTheme::Place:
        break;
    }
    return QStringLiteral("place");
}

int weightOfName(const QString& theme, const QString& featureClass, int rank)
{
    static const QHash<QString, int> places = {
        {QStringLiteral("city"), 40},     {QStringLiteral("town"), 40},     {QStringLiteral("station"), 38},
        {QStringLiteral("village"), 34},  {QStringLiteral("district"), 32}, {QStringLiteral("suburb"), 32},
        {QStringLiteral("square"), 30},   {QStringLiteral("landmark"), 30}, {QStringLiteral("civic"), 28},
        {QStringLiteral("retail"), 28},   {QStringLiteral("hospital"), 28}, {QStringLiteral("culture"), 26},
        {QStringLiteral("quarter"), 24},  {QStringLiteral("school"), 22},   {QStringLiteral("church"), 22},
        {QStringLiteral("stop"), 14}};
    if (theme == QLatin1String("place"))
        return places.value(featureClass, 18) + 5 - std::clamp(rank, 0, 5);
    if (theme == QLatin1String("road"))
        return 25;
    if (theme == QLatin1String("area") || theme == QLatin1String("boundary"))
        return 16;
    if (theme == QLatin1String("address"))
        return 2;
    return theme == QLatin1String("building") || theme == QLatin1String("layer") ? 12 : 10;
}

NameIndex::NameIndex(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
NameIndex::~NameIndex() = default;

Result<std::shared_ptr<const NameIndex>> NameIndex::Impl::over(sqlite::Database database, const QString& path)
{
    auto impl = std::make_unique<Impl>();
    impl->path = path;
    auto words = readWords(database);
    if (!words)
        return sqliteFailure(words.error(), path);
    const auto count = database.queryInt64("SELECT count(*) FROM hk_names");
    if (!count)
        return sqliteFailure(count.error(), path);
    impl->words = WordList(std::move(*words));
    impl->count = static_cast<std::size_t>(*count);
    impl->hasRoads = !path.isEmpty() && hasTable(database, "road") && hasTable(database, "rtree_road_geom");
    impl->database = std::move(database);
    return std::shared_ptr<const NameIndex>(new NameIndex(std::move(impl)));
}

Result<std::shared_ptr<const NameIndex>> NameIndex::Impl::written(sqlite::Result<sqlite::Database> database, const Fill& fill, const std::stop_token& stop)
{
    if (!database)
        return sqliteFailure(database.error(), {});
    std::optional<Error> notFilled;
    const auto done = [&]() -> sqlite::Result<void> {
        auto transaction = sqlite::Transaction::begin(*database);
        if (!transaction)
            return tl::unexpected(transaction.error());
        NameWriter writer(*database);
        if (auto begun = writer.begin(); !begun)
            return begun;
        if (auto filled = fill(writer); !filled) {
            notFilled = filled.error();
            return {};
        }
        if (auto finished = writer.finish({}, stop); !finished)
            return finished;
        return transaction->commit();
    }();
    if (notFilled)
        return tl::unexpected(*notFilled);
    if (!done)
        return sqliteFailure(done.error(), {});
    return over(std::move(*database), {});
}

Result<std::shared_ptr<const NameIndex>> NameIndex::inMemory(std::vector<NameEntry> entries)
{
    return Impl::written(sqlite::Database::open(":memory:", sqlite::OpenMode::Create),
                         [&](NameWriter& writer) { return addAll(writer, entries); }, {});
}

Result<std::shared_ptr<const NameIndex>> NameIndex::ofMap(const Basemap& basemap)
{
    return inMemory(namesOf(basemap));
}

Result<std::shared_ptr<const NameIndex>> NameIndex::ofSource(const FeatureSource& source, std::stop_token stop)
{
    return Impl::written(
        sqlite::Database::open({}, sqlite::OpenMode::Temporary), // a layer may have a million names
        [&](NameWriter& writer) {
            return source.eachNamed(
                Plane::Sweref99Tm, [&](const Basemap& some) { return addAll(writer, namesOf(some)); }, stop);
        },
        stop);
}

Result<std::shared_ptr<const NameIndex>> NameIndex::open(const QString& path)
{
    if (!QFileInfo::exists(path))
        return fail(ErrorCode::FileNotFound, {path});
    auto database = sqlite::Database::open(path.toStdString(), sqlite::OpenMode::ReadOnly);
    if (!database)
        return sqliteFailure(database.error(), path);
    const auto version = database->queryInt64("PRAGMA schema_version");
    if (!version)
        return sqliteFailure(version.error(), path);
    if (!hasTable(*database, "hk_names"))
        return fail(ErrorCode::NotFound, {path}, {QStringLiteral("hk_names")});
    if (const auto set = database->execute("PRAGMA cache_size = -16000"); !set)
        return sqliteFailure(set.error(), path);
    // What cannot be asked at all shows here, not while somebody types.
    for (const char* probe : {"SELECT id, name, detail, class, theme, x, y, reach, weight, key, cell FROM hk_names LIMIT 1",
                              "SELECT rowid FROM hk_names_text WHERE hk_names_text MATCH '{head tail} : \"a\" *' LIMIT 1"}) {
        auto asked = database->prepare(probe);
        if (!asked)
            return fail(ErrorCode::FileDamaged, {path}, {}, QString::fromStdString(asked.error().message));
        if (const auto row = asked->step(); !row)
            return sqliteFailure(row.error(), path);
    }
    return Impl::over(std::move(*database), path);
}

Result<std::vector<NameMatch>> NameIndex::find(const QString& text, const Sweref99& near, std::size_t limit,
                                               std::stop_token stop) const
{
    if (limit == 0)
        return {};
    const QMutexLocker lock(&m_impl->mutex);
    return NameQuery(*m_impl, text, near, std::move(stop)).best(limit);
}

Result<std::vector<NameEntry>> NameIndex::exact(const QString& name, std::size_t limit) const
{
    const std::string key = foldedName(name).toStdString();
    std::vector<NameEntry> entries;
    if (key.empty())
        return entries;
    const QMutexLocker lock(&m_impl->mutex);
    auto rows = m_impl->database.cached(std::string(entryColumns) + "WHERE key = ? ORDER BY id LIMIT ?");
    if (!rows)
        return sqliteFailure(rows.error(), m_impl->path);
    (*rows)->bind(1, std::string_view(key)).bind(2, static_cast<std::int64_t>(limit));
    while (true) {
        const auto more = (*rows)->step();
        if (!more)
            return sqliteFailure(more.error(), m_impl->path);
        if (!*more)
            return entries;
        entries.push_back(entryOf(**rows));
    }
}

Result<std::optional<NameMatch>> NameIndex::nearest(const QString& theme, const Sweref99& position, double reach,
                                                    const QStringList& classes) const
{
    std::optional<NameMatch> best;
    if (!isPosition(position) || !(reach > 0))
        return best;
    reach = std::min(reach, 5000.0);
    const QMutexLocker lock(&m_impl->mutex);
    auto rows = m_impl->database.cached(std::string(entryColumns) + "WHERE theme = ? AND cell BETWEEN ? AND ?");
    if (!rows)
        return sqliteFailure(rows.error(), m_impl->path);
    const std::string themeText = theme.toStdString();
    double within = reach;
    for (double x = position.easting - reach; x < position.easting + reach + nameCell; x += nameCell) {
        (*rows)->reset();
        (*rows)->bind(1, std::string_view(themeText));
        (*rows)->bind(2, cellOf(x, position.northing - reach)).bind(3, cellOf(x, position.northing + reach));
        while (true) {
            const auto more = (*rows)->step();
            if (!more)
                return sqliteFailure(more.error(), m_impl->path);
            if (!*more)
                break;
            const double away = std::hypot((*rows)->real(4) - position.easting, (*rows)->real(5) - position.northing);
            if (!(away <= within))
                continue;
            NameEntry entry = entryOf(**rows);
            if (!classes.isEmpty() && !classes.contains(entry.featureClass))
                continue;
            within = away;
            best = NameMatch{std::move(entry), 0, away};
        }
    }
    return best;
}

Result<std::optional<NameIndex::Street>> NameIndex::nearestStreet(const Sweref99& position, double reach) const
{
    std::optional<Street> best;
    if (!m_impl->hasRoads || !isPosition(position) || !(reach > 0))
        return best;
    const geo::Sweref99Transform transform;
    const WebMercator at = transform.toWebMercator(position);
    // Metres of Web Mercator are longer than those on the ground by one over the cosine of the latitude.
    const double around = reach / std::cos(geo::toLonLat(at).lat * M_PI / 180.0) * 1.01;
    const QMutexLocker lock(&m_impl->mutex);
    auto rows = m_impl->database.cached("SELECT f.name, f.geom FROM rtree_road_geom i CROSS JOIN road f ON f.fid = i.id"
                                        " WHERE i.maxx >= ? AND i.minx <= ? AND i.maxy >= ? AND i.miny <= ?"
                                        " AND f.name IS NOT NULL AND f.name <> ''");
    if (!rows)
        return sqliteFailure(rows.error(), m_impl->path);
    (*rows)->bind(1, at.x - around).bind(2, at.x + around).bind(3, at.y - around).bind(4, at.y + around);
    while (true) {
        const auto more = (*rows)->step();
        if (!more)
            return sqliteFailure(more.error(), m_impl->path);
        if (!*more)
            return best;
        auto geometry = readNameGeometry((*rows)->blob(1));
        if (!geometry)
            continue;
        for (auto& part : geometry->parts) {
            for (QPointF& p : part) {
                const Sweref99 point = transform.toSweref(WebMercator{p.x(), p.y()});
                p = {point.easting, point.northing};
            }
            const double away = distanceToLine(part, {position.easting, position.northing});
            if (away <= reach && (!best || away < best->distance)) {
                const std::string_view name = (*rows)->text(0);
                best = Street{QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())), away};
            }
        }
    }
}

std::size_t NameIndex::size() const
{
    return m_impl->count;
}

} // namespace hk::map
