#include "map/layer_features.h"

#include "geo/mercator.h"
#include "geo/transform.h"
#include "map/basemap.h"
#include "map/wkb_reader.h"
#include "sqlite/database.h"

#include <QFileInfo>

#include <cmath>
#include <cstdint>
#include <list>
#include <mutex>
#include <unordered_set>

namespace hk::map {
namespace {

constexpr std::size_t mostKept = 24; // answers, about the tiles of a screen
constexpr int askStopEvery = 256;

std::string quoted(QString name)
{
    return '"' + name.replace(QLatin1Char('"'), QLatin1String("\"\"")).toStdString() + '"';
}

QRectF boundsOf(const std::vector<QPointF>& vertices)
{
    double left = vertices.front().x();
    double right = left;
    double bottom = vertices.front().y();
    double top = bottom;
    for (const QPointF& vertex : vertices) {
        left = std::min(left, vertex.x());
        right = std::max(right, vertex.x());
        bottom = std::min(bottom, vertex.y());
        top = std::max(top, vertex.y());
    }
    return {left, bottom, right - left, top - bottom};
}

/// The rectangle of Web Mercator that holds one of SWEREF 99 TM: its edges are bent, so more than the corners are asked.
QRectF mercatorAround(const QRectF& sweref, const geo::Sweref99Transform& transform)
{
    std::vector<QPointF> edge;
    constexpr int steps = 8;
    for (int i = 0; i <= steps; ++i)
        for (int j = 0; j <= steps; ++j) {
            const WebMercator at = transform.toWebMercator(Sweref99{sweref.left() + sweref.width() * i / steps,
                                                                    sweref.top() + sweref.height() * j / steps});
            if (std::isfinite(at.x) && std::isfinite(at.y))
                edge.emplace_back(at.x, at.y);
        }
    if (edge.empty())
        return {};
    const QRectF around = boundsOf(edge);
    return around.adjusted(-0.01 * around.width(), -0.01 * around.height(), 0.01 * around.width(), 0.01 * around.height());
}

/// Leaves out vertices nearer than that to the one before, but for the last.
void thin(std::vector<QPointF>& vertices, double nearest)
{
    std::size_t kept = 0;
    for (std::size_t i = 0; i < vertices.size(); ++i)
        if (kept == 0 || i + 1 == vertices.size() || (vertices[i] - vertices[kept - 1]).manhattanLength() >= nearest)
            vertices[kept++] = vertices[i];
    vertices.resize(kept);
}

} // namespace

struct LayerFeatures::Impl {
    QString path;
    std::string sql;
    QRectF bounds;

    struct Answer {
        QRectF rect;
        Plane plane;
        int zoom;
        std::shared_ptr<const Basemap> features;
    };
    mutable std::mutex mutex;
    mutable std::vector<sqlite::Database> connections; ///< not in use
    mutable std::list<Answer> kept;                    ///< the newest first

    sqlite::Result<sqlite::Database> connect() const
    {
        {
            const std::lock_guard lock(mutex);
            if (!connections.empty()) {
                sqlite::Database database = std::move(connections.back());
                connections.pop_back();
                return database;
            }
        }
        return sqlite::Database::open(path.toStdString(), sqlite::OpenMode::Immutable);
    }

    Error damaged(const sqlite::Failure& failure) const
    {
        return Error{ErrorCode::FileDamaged, {path, -1, {}}, {}, QString::fromStdString(failure.message)};
    }

    std::shared_ptr<const Basemap> keptAnswer(const QRectF& rect, Plane plane, int zoom) const
    {
        const std::lock_guard lock(mutex);
        for (auto answer = kept.begin(); answer != kept.end(); ++answer)
            if (answer->plane == plane && answer->zoom == zoom && answer->rect.contains(rect)) {
                kept.splice(kept.begin(), kept, answer);
                return kept.front().features;
            }
        return nullptr;
    }

    void keep(Answer answer) const
    {
        const std::lock_guard lock(mutex);
        kept.push_front(std::move(answer));
        if (kept.size() > mostKept)
            kept.pop_back();
    }

    sqlite::Result<bool> read(sqlite::Database& database, const QRectF& rect, double pixel, std::stop_token stop,
                              std::vector<BasemapFeature>& features) const;
};

/// False: stopped.
sqlite::Result<bool> LayerFeatures::Impl::read(sqlite::Database& database, const QRectF& rect, double pixel,
                                               std::stop_token stop, std::vector<BasemapFeature>& features) const
{
    auto statement = database.cached(sql);
    if (!statement)
        return tl::unexpected(statement.error());
    (*statement)->bind(1, rect.left()).bind(2, rect.right()).bind(3, rect.top()).bind(4, rect.bottom());
    std::unordered_set<std::uint64_t> taken; // half pixels in which something small has been drawn
    std::vector<SimplePart> parts;
    for (int number = 0;; ++number) {
        const auto row = (*statement)->step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return true;
        if (number % askStopEvery == 0 && stop.stop_requested())
            return false;
        const double west = (*statement)->real(3);
        const double south = (*statement)->real(5);
        const double size = std::max((*statement)->real(4) - west, (*statement)->real(6) - south);
        if (size < pixel / 2) {
            const auto column = static_cast<std::int32_t>(std::floor((west - rect.left()) / pixel * 2));
            const auto line = static_cast<std::int32_t>(std::floor((south - rect.top()) / pixel * 2));
            const auto cell = (static_cast<std::uint64_t>(static_cast<std::uint32_t>(column)) << 32U)
                              | static_cast<std::uint32_t>(line);
            if (!taken.insert(cell).second)
                continue;
        }
        parts.clear();
        readGeoPackageGeometry((*statement)->blob(0), parts);
        const std::string_view featureClass = (*statement)->text(1);
        const std::string_view name = (*statement)->text(2);
        for (SimplePart& part : parts) {
            thin(part.vertices, pixel / 4);
            BasemapFeature feature;
            feature.theme = BasemapTheme::Layer;
            feature.kind = part.kind;
            feature.featureClass = QString::fromUtf8(featureClass.data(), static_cast<qsizetype>(featureClass.size()));
            feature.name = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
            feature.mercator = std::move(part.vertices);
            for (std::vector<QPointF>& hole : part.holes) {
                thin(hole, pixel / 4);
                feature.holes.push_back({{}, std::move(hole), {}});
            }
            features.push_back(std::move(feature));
        }
    }
}

LayerFeatures::LayerFeatures(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}

LayerFeatures::~LayerFeatures() = default;

Result<std::shared_ptr<const FeatureSource>> LayerFeatures::open(const QString& path, const QString& table,
                                                                 const LayerStyle& style)
{
    if (!QFileInfo::exists(path))
        return fail(ErrorCode::FileNotFound, {path});
    auto impl = std::make_unique<Impl>();
    impl->path = path;
    const std::string name = quoted(table);
    const std::string tree = quoted(QStringLiteral("rtree_%1_geom").arg(table));
    const bool named = style.labels && !style.labelField.isEmpty();
    impl->sql = "SELECT f.geom, " + classExpression(style).toStdString() + ", "
                + (named ? "CAST(f." + quoted(style.labelField) + " AS TEXT)" : std::string("NULL"))
                + ", r.minx, r.maxx, r.miny, r.maxy FROM " + tree + " AS r JOIN " + name
                + " AS f ON f.fid = r.id WHERE r.maxx >= ?1 AND r.minx <= ?2 AND r.maxy >= ?3 AND r.miny <= ?4";
    auto database = impl->connect();
    if (!database)
        return tl::unexpected(impl->damaged(database.error()));
    auto all = database->prepare("SELECT min(minx), min(miny), max(maxx), max(maxy) FROM " + tree);
    if (!all)
        return tl::unexpected(impl->damaged(all.error()));
    if (const auto row = all->step(); !row)
        return tl::unexpected(impl->damaged(row.error()));
    if (!all->isNull(0))
        impl->bounds = QRectF(QPointF(all->real(0), all->real(1)), QPointF(all->real(2), all->real(3)));
    if (const auto prepared = database->prepare(impl->sql); !prepared)
        return tl::unexpected(impl->damaged(prepared.error()));
    return std::shared_ptr<const FeatureSource>(new LayerFeatures(std::move(impl)));
}

Result<std::shared_ptr<const Basemap>> LayerFeatures::features(const QRectF& rect, Plane plane, double zoom,
                                                               std::stop_token stop) const
{
    const int level = static_cast<int>(std::ceil(zoom));
    if (auto kept = m_impl->keptAnswer(rect, plane, level))
        return kept;
    const geo::Sweref99Transform transform;
    const QRectF asked = plane == Plane::WebMercator ? rect : mercatorAround(rect, transform);
    auto database = m_impl->connect();
    if (!database)
        return tl::unexpected(m_impl->damaged(database.error()));
    std::vector<BasemapFeature> features;
    const double pixel = 2 * geo::mercatorHalf / (512 * std::exp2(level + 1)); // high-density screens draw twice as finely
    const auto read = m_impl->read(*database, asked, pixel, stop, features);
    if (!read)
        return tl::unexpected(m_impl->damaged(read.error()));
    {
        const std::lock_guard lock(m_impl->mutex);
        m_impl->connections.push_back(std::move(*database));
    }
    if (!*read)
        return fail(ErrorCode::Cancelled);
    const auto toSweref = [&transform](std::vector<QPointF>& vertices) {
        std::vector<QPointF> moved;
        moved.reserve(vertices.size());
        for (const QPointF& vertex : vertices) {
            const Sweref99 at = transform.toSweref(WebMercator{vertex.x(), vertex.y()});
            moved.emplace_back(at.easting, at.northing);
        }
        vertices.clear();
        return moved;
    };
    for (BasemapFeature& feature : features) {
        if (plane == Plane::WebMercator) {
            feature.mercatorBounds = boundsOf(feature.mercator);
            continue;
        }
        feature.sweref = toSweref(feature.mercator);
        for (BasemapFeature::Hole& hole : feature.holes)
            hole.sweref = toSweref(hole.mercator);
        feature.swerefBounds = boundsOf(feature.sweref);
    }
    auto made = Basemap::fromFeatures(std::move(features), plane, {});
    m_impl->keep({rect, plane, level, made});
    return made;
}

QRectF LayerFeatures::bounds(Plane plane) const
{
    if (plane == Plane::WebMercator || m_impl->bounds.isNull())
        return m_impl->bounds;
    const geo::Sweref99Transform transform;
    std::vector<QPointF> corners;
    for (const QPointF& corner : {m_impl->bounds.topLeft(), m_impl->bounds.topRight(), m_impl->bounds.bottomLeft(),
                                  m_impl->bounds.bottomRight()}) {
        const Sweref99 at = transform.toSweref(WebMercator{corner.x(), corner.y()});
        corners.emplace_back(at.easting, at.northing);
    }
    return boundsOf(corners);
}

} // namespace hk::map
