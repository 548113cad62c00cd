#include "map/basemap_painter.h"

#include "map/clip.h"
#include "map/mark_painter.h"
#include "map/overlay_painter.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <map>

namespace hk::map {

namespace {

constexpr double outlinePixels = 0.8;
constexpr double smallestPixels = 0.4; // vertices nearer than this are one
constexpr double shortPixels = 5.0;    // lines no longer than this,
constexpr double thinPixels = 3.0;     // and no wider than this, need neither joints nor round ends
constexpr double bridgeCasing = 1.5;   // times that of a road on the ground

QColor blend(const QColor& a, const QColor& b, float part)
{
    const float rest = 1.0F - part;
    return QColor::fromRgbF(a.redF() * rest + b.redF() * part, a.greenF() * rest + b.greenF() * part,
                            a.blueF() * rest + b.blueF() * part);
}

constexpr BasemapTheme fillThemes[] = {BasemapTheme::Boundary, BasemapTheme::Landcover, BasemapTheme::Water,
                                       BasemapTheme::Building, BasemapTheme::Road,      BasemapTheme::Rail,
                                       BasemapTheme::Place,    BasemapTheme::Barrier,   BasemapTheme::Layer};

class BasemapPainter {
public:
    BasemapPainter(QPainter& painter, const Basemap& basemap, const MapStyle& style, const MapViewport& viewport)
        : m_painter(painter)
        , m_basemap(basemap)
        , m_style(style)
        , m_viewport(viewport)
        , m_zoom(viewport.zoom())
        , m_pixel(viewport.stylePixel)
        , m_onScreen(isRasterDevice(painter))
    {
    }

    void paint()
    {
        paintFills();
        for (const auto& [level, lines] : linesByLevel())
            paintLevel(level, lines);
        paintPoints();
    }

private:
    struct Line {
        const BasemapFeature* feature;
        double width;  ///< device units
        double casing; ///< device units on each side
        bool casingOnly = false; ///< a bridge's edge on the ground, where it goes over into its road
    };
    using Lines = std::map<const MapStyle::LineRule*, std::vector<Line>>;

    QRectF planeRect(double marginPixels) const
    {
        const double margin = marginPixels * m_pixel / m_viewport.unitsPerMetre;
        return m_viewport.planeRect().adjusted(-margin, -margin, margin, margin);
    }

    std::vector<QPointF> toDevice(const std::vector<QPointF>& vertices) const
    {
        std::vector<QPointF> points;
        points.reserve(vertices.size());
        const double nearest = smallestPixels * m_pixel;
        for (const QPointF& vertex : vertices) {
            const QPointF p = m_viewport.toDevice(vertex);
            if (points.empty() || (p - points.back()).manhattanLength() >= nearest || &vertex == &vertices.back())
                points.push_back(p);
        }
        return points;
    }

    /// A ring in device units, not closed, without what lies far outside the target.
    std::vector<QPointF> clippedRing(const std::vector<QPointF>& vertices) const
    {
        std::vector<QPointF> ring = toDevice(vertices);
        if (ring.size() > 1 && ring.front() == ring.back())
            ring.pop_back();
        const double margin = 8 * m_pixel;
        const QRectF around = m_viewport.target.adjusted(-margin, -margin, margin, margin);
        const auto outside = [&](const QPointF& p) { return !around.contains(p); };
        if (std::any_of(ring.begin(), ring.end(), outside))
            ring = clipRing(ring, around);
        return ring;
    }

    /// Adds a ring so that outer rings turn one way and holes the other: the winding rule then unites neighbours.
    void addRing(QPainterPath& path, const std::vector<QPointF>& vertices, bool hole) const
    {
        std::vector<QPointF> ring = clippedRing(vertices);
        if (ring.size() < 3)
            return;
        double area = 0;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const QPointF& a = ring[i];
            const QPointF& b = ring[(i + 1) % ring.size()];
            area += a.x() * b.y() - b.x() * a.y();
        }
        if ((area < 0) != hole)
            std::reverse(ring.begin(), ring.end());
        path.moveTo(ring.front());
        for (std::size_t i = 1; i < ring.size(); ++i)
            path.lineTo(ring[i]);
        path.closeSubpath();
    }

    using Fills = std::map<const MapStyle::FillRule*, std::vector<const BasemapFeature*>>;

    void paintFills()
    {
        Fills fills; // rules lie in one array: the order of the style
        const QRectF rect = planeRect(2);
        for (const BasemapTheme theme : fillThemes)
            for (const std::size_t index : m_basemap.find(theme, m_viewport.plane, rect)) {
                const BasemapFeature& feature = m_basemap.features()[index];
                if (feature.kind != GeometryKind::Polygon)
                    continue;
                const MapStyle::FillRule* rule = m_style.fillRule(theme, feature.featureClass);
                if (rule != nullptr && m_zoom >= rule->minimumZoom && !isUnderItsLine(feature))
                    fills[rule].push_back(&feature);
            }
        for (const auto& [rule, features] : fills) {
            if (drawsOneByOne(rule->fill) && (!rule->outline.isValid() || drawsOneByOne(rule->outline)))
                fillOneByOne(*rule, features);
            else
                fillTogether(*rule, features);
        }
    }

    void paintPoints()
    {
        if (m_style.points().empty())
            return;
        std::map<const MapStyle::PointRule*, MarkPainter> marks;
        for (const std::size_t index : m_basemap.find(BasemapTheme::Layer, m_viewport.plane, planeRect(30))) {
            const BasemapFeature& feature = m_basemap.features()[index];
            const MapStyle::PointRule* rule = m_style.pointRule(feature.theme, feature.featureClass);
            if (feature.kind != GeometryKind::Point || rule == nullptr || m_zoom < rule->minimumZoom
                || feature.vertices(m_viewport.plane).empty())
                continue;
            auto mark = marks.find(rule);
            if (mark == marks.end())
                mark = marks.try_emplace(rule, *rule, MapStyle::interpolate(rule->size, m_zoom) * m_pixel, m_pixel, m_painter).first;
            mark->second.draw(m_painter, m_viewport.toDevice(feature.vertices(m_viewport.plane).front()));
        }
        m_painter.setBrush(Qt::NoBrush);
    }

    /// The longer side of what is drawn of it, device units.
    double sizeOf(const BasemapFeature& feature) const
    {
        const QRectF& bounds = feature.bounds(m_viewport.plane);
        return std::max(bounds.width(), bounds.height()) * m_viewport.unitsPerMetre;
    }

    /// Whether nothing would be seen of its fill for the line around it.
    bool isUnderItsLine(const BasemapFeature& feature) const
    {
        const MapStyle::LineRule* rule = feature.theme == BasemapTheme::Layer ? m_style.lineRule(feature.theme, feature.featureClass)
                                                                              : nullptr;
        return rule != nullptr && m_zoom >= rule->minimumZoom && rule->colour.alpha() == 255
               && sizeOf(feature) <= MapStyle::interpolate(rule->width, m_zoom) * m_pixel;
    }

    /// The edges of what is too small for its corners and ends to be seen.
    void addEdges(const std::vector<QPointF>& vertices, std::vector<QLineF>& edges) const
    {
        QPointF last = m_viewport.toDevice(vertices.front());
        bool any = false;
        for (std::size_t i = 1; i < vertices.size(); ++i) {
            const QPointF next = m_viewport.toDevice(vertices[i]);
            if ((next - last).manhattanLength() < smallestPixels * m_pixel)
                continue;
            edges.emplace_back(last, next);
            last = next;
            any = true;
        }
        if (!any)
            edges.emplace_back(last, last + QPointF(0.1 * m_pixel, 0));
    }

    /// On a screen opaque features are drawn each by itself, several times as fast as together. What lets shine through is one
    /// shape, so that it is no darker where two overlap; and on paper one shape makes the smaller file.
    bool drawsOneByOne(const QColor& colour) const { return m_onScreen && colour.alpha() == 255; }

    QPen outlinePen(const MapStyle::FillRule& rule) const
    {
        return QPen(rule.outline, outlinePixels * m_pixel, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    }

    void fillTogether(const MapStyle::FillRule& rule, const std::vector<const BasemapFeature*>& features)
    {
        QPainterPath path;
        path.setFillRule(Qt::WindingFill);
        for (const BasemapFeature* feature : features)
            addRings(path, *feature);
        m_painter.fillPath(path, rule.fill);
        if (rule.outline.isValid())
            m_painter.strokePath(path, outlinePen(rule));
    }

    void fillOneByOne(const MapStyle::FillRule& rule, const std::vector<const BasemapFeature*>& features)
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(rule.fill);
        std::vector<std::vector<QPointF>> rings;
        for (const BasemapFeature* feature : features) {
            if (feature->holes.empty()) {
                std::vector<QPointF> ring = clippedRing(feature->vertices(m_viewport.plane));
                if (ring.size() < 3)
                    continue;
                m_painter.drawPolygon(ring.data(), static_cast<int>(ring.size()), Qt::WindingFill);
                rings.push_back(std::move(ring));
                continue;
            }
            QPainterPath path;
            addRings(path, *feature);
            m_painter.drawPath(path);
            for (const QPolygonF& polygon : path.toSubpathPolygons())
                rings.emplace_back(polygon.begin(), polygon.end());
        }
        if (!rule.outline.isValid())
            return;
        // Lines as short as these need no joints, and lines alone are drawn fastest.
        QPen pen = outlinePen(rule);
        pen.setCapStyle(Qt::SquareCap);
        m_painter.setPen(pen);
        std::vector<QLineF> lines;
        for (const std::vector<QPointF>& ring : rings)
            for (std::size_t i = 0; i < ring.size(); ++i)
                lines.emplace_back(ring[i], ring[(i + 1) % ring.size()]);
        m_painter.drawLines(lines.data(), static_cast<int>(lines.size()));
    }

    void addRings(QPainterPath& path, const BasemapFeature& feature) const
    {
        addRing(path, feature.vertices(m_viewport.plane), false);
        for (const BasemapFeature::Hole& hole : feature.holes)
            addRing(path, hole.vertices(m_viewport.plane), true);
    }

    std::map<int, Lines> linesByLevel() const
    {
        std::map<int, Lines> byLevel;
        const QRectF wide = planeRect(100); // no line is wider than twice this on a screen-sized map
        const QRectF narrow = planeRect(16); // nor one of a layer than twice this
        for (const BasemapTheme theme : {BasemapTheme::Boundary, BasemapTheme::Landcover, BasemapTheme::Water, BasemapTheme::Rail,
                                         BasemapTheme::Road, BasemapTheme::Barrier, BasemapTheme::Layer})
            for (const std::size_t index : m_basemap.find(theme, m_viewport.plane, theme == BasemapTheme::Layer ? narrow : wide)) {
                const BasemapFeature& feature = m_basemap.features()[index];
                const bool asLine = feature.kind == GeometryKind::Line
                                    || ((theme == BasemapTheme::Boundary || theme == BasemapTheme::Layer)
                                        && feature.kind == GeometryKind::Polygon);
                const MapStyle::LineRule* rule = m_style.lineRule(theme, feature.featureClass);
                if (!asLine || rule == nullptr || m_zoom < rule->minimumZoom)
                    continue;
                Line line{&feature, MapStyle::interpolate(rule->width, m_zoom) * m_pixel,
                          MapStyle::interpolate(rule->casingWidth, m_zoom) * m_pixel};
                byLevel[feature.level][rule].push_back(line);
                line.casingOnly = true;
                if (feature.level > 0 && rule->casing.isValid())
                    byLevel[0][rule].push_back(line);
            }
        return byLevel;
    }

    static std::vector<std::pair<const MapStyle::LineRule*, const std::vector<Line>*>> inOrder(const Lines& lines)
    {
        std::vector<std::pair<const MapStyle::LineRule*, const std::vector<Line>*>> order;
        for (const auto& [rule, members] : lines)
            order.emplace_back(rule, &members);
        std::stable_sort(order.begin(), order.end(),
                         [](const auto& a, const auto& b) { return a.first->order < b.first->order; });
        return order;
    }

    /// All casings of the level first, so that junctions are open; then the roads themselves.
    void paintLevel(int level, const Lines& lines)
    {
        const auto order = inOrder(lines);
        for (const auto& [rule, members] : order) {
            if (!rule->casing.isValid())
                continue;
            const double casing = members->front().casing * (level > 0 ? bridgeCasing : 1.0);
            QPen pen(rule->casing, members->front().width + 2 * casing, Qt::SolidLine,
                     level == 0 ? Qt::RoundCap : Qt::FlatCap, Qt::RoundJoin);
            if (level < 0)
                pen.setDashPattern({2.5 * m_pixel / pen.widthF() + 0.2, 2.0 * m_pixel / pen.widthF() + 0.2});
            // A bridge's edge stops short of the road that it joins.
            stroke(*members, pen, true, level > 0 ? members->front().width / 2 : 0.0);
        }
        for (const auto& [rule, members] : order) {
            QPen pen(rule->colour, members->front().width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
            if (level < 0) {
                const bool open = rule->theme == BasemapTheme::Water;
                pen.setColor(blend(rule->colour, m_style.background(), open ? 0.6F : 0.35F));
                pen.setCapStyle(Qt::FlatCap);
            }
            if (!rule->dash.isEmpty()) {
                pen.setDashPattern(rule->dash);
                pen.setCapStyle(Qt::FlatCap);
            }
            stroke(*members, pen, false, 0.0);
        }
    }

    void stroke(const std::vector<Line>& lines, const QPen& pen, bool casing, double shortened)
    {
        const double margin = pen.widthF() + 4 * m_pixel;
        const QRectF around = m_viewport.target.adjusted(-margin, -margin, margin, margin);
        const bool dashed = pen.style() == Qt::CustomDashLine;
        const bool oneByOne = dashed || drawsOneByOne(pen.color());
        const bool smallOnesTogether = oneByOne && !dashed && !casing && pen.widthF() <= thinPixels * m_pixel;
        std::vector<QLineF> edges;
        QPainterPath path;
        m_painter.setPen(pen);
        for (const Line& line : lines) {
            if (line.casingOnly && !casing)
                continue;
            if (smallOnesTogether && sizeOf(*line.feature) <= shortPixels * m_pixel) {
                addEdges(line.feature->vertices(m_viewport.plane), edges);
                continue;
            }
            std::vector<QPointF> points = toDevice(line.feature->vertices(m_viewport.plane));
            if (shortened > 0)
                points = shortenLine(points, shortened);
            for (const LineRun& run : clipLine(points, around)) {
                if (dashed) {
                    // The dashes go on where the line enters, as if it had been drawn from its start: tiles agree.
                    QPen shifted = pen;
                    shifted.setDashOffset(run.startLength / pen.widthF());
                    m_painter.setPen(shifted);
                }
                if (oneByOne) {
                    m_painter.drawPolyline(run.points.data(), static_cast<int>(run.points.size()));
                    continue;
                }
                path.moveTo(run.points.front());
                for (std::size_t i = 1; i < run.points.size(); ++i)
                    path.lineTo(run.points[i]);
            }
        }
        if (!oneByOne)
            m_painter.strokePath(path, pen);
        if (edges.empty())
            return;
        QPen plain = pen; // lines alone and with square ends are drawn fastest
        plain.setCapStyle(Qt::SquareCap);
        m_painter.setPen(plain);
        m_painter.drawLines(edges.data(), static_cast<int>(edges.size()));
    }

    QPainter& m_painter;
    const Basemap& m_basemap;
    const MapStyle& m_style;
    const MapViewport& m_viewport;
    double m_zoom;
    double m_pixel;
    bool m_onScreen;
};

} // namespace

void paintBasemap(QPainter& painter, const Basemap& basemap, const MapStyle& style, const MapViewport& viewport)
{
    painter.save();
    painter.setClipRect(viewport.target, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    BasemapPainter(painter, basemap, style, viewport).paint();
    painter.restore();
}

} // namespace hk::map
