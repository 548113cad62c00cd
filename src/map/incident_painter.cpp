#include "map/marker_set.h"
#include "map/overlay_painter.h"
#include "map/style.h"
#include "map/symbols.h"

#include "geo/mercator.h"

#include <QPaintDevice>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_set>

namespace hk::map {

namespace {

constexpr QChar narrowSpace(0x202f);
constexpr std::size_t mostOutlined = 40; // areas in view, up to here each with its outline
constexpr std::size_t fewestForPictures = 12;
constexpr std::size_t mostCircles = 60;
constexpr std::size_t mostTinted = 16;
constexpr double pointRadius = 15.0; // metres: up to here a place counts as exact

/// In groups of three with a narrow space that does not break (SI; the same in every language of the program).
QString numberText(std::size_t count)
{
    QString text = QString::number(count);
    for (qsizetype at = text.size() - 3; at > 0; at -= 3)
        text.insert(at, narrowSpace);
    return text;
}

QString tagText(const IncidentLayer& layer, const MarkerSet& set, const AreaTag& tag)
{
    if (tag.count > 1)
        return numberText(tag.count);
    return layer.symbolOf(layer.rows()[set.areas[tag.areas.front()].entries.front()]).letter;
}

double widthOf(const QString& text)
{
    return tagWidth(static_cast<std::size_t>(text.size() - text.count(narrowSpace)));
}

/// The tags as they are drawn: gathered, or one for each area.
std::vector<AreaTag> tagsOf(const MarkerSet& set, bool clusters)
{
    if (clusters)
        return set.tags;
    std::vector<AreaTag> tags;
    for (std::uint32_t i = 0; i < set.areas.size(); ++i)
        tags.push_back({set.areas[i].position, {i}, static_cast<std::uint32_t>(set.areas[i].entries.size())});
    return tags;
}

void drawCluster(QPainter& painter, const Marker& marker, const QPointF& centre, double pixel)
{
    const double radius = clusterRadius(marker.count) * pixel;
    const double ring = 4.0 * pixel;
    const auto disc = [&](double r, const QColor& colour) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(centre, r, r);
    };
    disc(radius + 1.6 * pixel, QColor(255, 255, 255, 215));
    disc(radius + 0.5 * pixel, QColor(0x22, 0x26, 0x2b));
    // The mix as a ring, clockwise from the top in the order of the groups.
    const double rim = radius - 0.4 * pixel;
    const QRectF box(centre.x() - rim, centre.y() - rim, 2 * rim, 2 * rim);
    double from = 90.0;
    for (std::size_t group = 0; group < marker.groups.size(); ++group) {
        if (marker.groups[group] == 0)
            continue;
        const double span = 360.0 * marker.groups[group] / marker.count;
        if (marker.groups[group] == marker.count) {
            disc(rim, groupColour(static_cast<CategoryGroup>(group)));
            break;
        }
        painter.setBrush(groupColour(static_cast<CategoryGroup>(group)));
        painter.drawPie(box, qRound(from * 16), qRound((from - span) * 16) - qRound(from * 16));
        from -= span;
    }
    disc(radius - ring, Qt::white);
    const QString text = numberText(marker.count);
    const double size = text.size() > 7 ? 7.5 : text.size() > 5 ? 9.0 : text.size() > 2 ? 10.0 : 11.5;
    drawCentred(painter, centre, text, size * pixel, QColor(0x1c, 0x20, 0x25));
}

QImage clearPicture(int side)
{
    QImage made(side, side, QImage::Format_ARGB32_Premultiplied);
    made.fill(Qt::transparent);
    return made;
}

/// `scale`: pixels of the screen per style pixel.
QImage clusterPicture(const Marker& marker, double scale)
{
    const int side = 2 * static_cast<int>(std::ceil((clusterRadius(marker.count) + 2) * scale)) + 2;
    QImage made = clearPicture(side);
    QPainter painter(&made);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    drawCluster(painter, marker, QPointF(side / 2.0, side / 2.0), scale);
    return made;
}

QImage symbolPicture(const IncidentLayer::CategorySymbol& symbol, double scale, bool dark)
{
    const int side = 2 * static_cast<int>(std::ceil(symbolDiameter * scale * 0.68)) + 2;
    QImage made = clearPicture(side);
    QPainter painter(&made);
    paintSymbol(painter, QPointF(side / 2.0, side / 2.0), symbolDiameter * scale, symbol, false, dark);
    return made;
}

/// The pictures of a set for a screen: drawn once and copied from then on.
class ScreenPictures {
public:
    ScreenPictures(const IncidentLayer& layer, const MarkerSet& set, bool dark) : m_layer(layer), m_set(set), m_dark(dark) {}
    QImage cluster(const Marker& marker, double scale) const
    {
        const auto index = static_cast<std::size_t>(&marker - m_set.markers.data());
        return m_set.pictures->get(index, scale, [&] { return clusterPicture(marker, scale); });
    }
    QImage symbol(std::uint32_t entry, double scale) const
    {
        const std::uint32_t row = m_layer.rows()[entry];
        const std::size_t look = std::size_t{2} * m_layer.table().category[row] + (m_dark ? 1 : 0);
        return m_set.pictures->get(m_set.markers.size() + look, scale,
                                   [&] { return symbolPicture(m_layer.symbolOf(row), scale, m_dark); });
    }

private:
    const IncidentLayer& m_layer;
    const MarkerSet& m_set;
    bool m_dark;
};

class IncidentPainter {
public:
    IncidentPainter(QPainter& painter, const MapScene& scene, const MapViewport& viewport,
                    std::shared_ptr<const MarkerSet> set, bool clusters)
        : m_painter(painter)
        , m_layer(*scene.incidents)
        , m_viewport(viewport)
        , m_pixel(viewport.stylePixel)
        , m_dark(scene.style && scene.style->isDark())
        , m_set(std::move(set))
        , m_clusters(clusters)
        , m_selected(scene.selectedRows.begin(), scene.selectedRows.end())
        , m_groundUnit(1.0 / viewport.groundMetresPerUnit())
        , m_pictures(isRasterDevice(painter))
        , m_kept(m_layer, *m_set, m_dark)
    {
    }

    void paint()
    {
        const std::vector<AreaTag> tags = tagsOf(*m_set, m_clusters);
        paintAreas(tags);
        for (const bool selected : {false, true})
            for (const AreaTag& tag : tags)
                if (holdsSelected(tag) == selected)
                    paintTag(tag, selected);
        // Clusters first, then singles; the selected ones last.
        std::vector<std::uint32_t> singles;
        std::vector<const Marker*> selectedClusters;
        const QRectF seen = planeAround(clusterRadius(100000) * m_pixel);
        for (const Marker& marker : m_set->markers) {
            const auto entries = m_set->entriesOf(marker);
            if (!m_clusters) {
                singles.insert(singles.end(), entries.begin(), entries.end());
            } else if (!seen.contains(marker.position)) {
                continue;
            } else if (marker.count == 1) {
                singles.push_back(entries.front());
            } else {
                if (holdsSelected(entries))
                    selectedClusters.push_back(&marker);
                else
                    paintCluster(marker, false);
            }
        }
        paintSingles(std::move(singles));
        for (const Marker* marker : selectedClusters)
            paintCluster(*marker, true);
        for (const std::uint32_t entry : m_selectedSingles)
            paintSingle(entry, true);
    }

private:
    QRectF around(double margin) const { return m_viewport.target.adjusted(-margin, -margin, margin, margin); }
    QRectF planeAround(double margin) const
    {
        const double metres = margin / m_viewport.unitsPerMetre;
        return m_viewport.planeRect().adjusted(-metres, -metres, metres, metres);
    }
    bool isSelected(std::uint32_t entry) const { return m_selected.count(m_layer.rows()[entry]) != 0; }
    bool holdsSelected(std::span<const std::uint32_t> entries) const
    {
        return !m_selected.empty()
               && std::any_of(entries.begin(), entries.end(), [this](std::uint32_t e) { return isSelected(e); });
    }
    bool holdsSelected(const AreaTag& tag) const
    {
        return std::any_of(tag.areas.begin(), tag.areas.end(),
                           [this](std::uint32_t a) { return holdsSelected(m_set->areas[a].entries); });
    }
    QPointF positionOf(std::uint32_t entry) const
    {
        return m_viewport.toDevice(m_layer.points(m_viewport.plane)[entry]);
    }

    static CategoryGroup leading(const std::array<std::uint32_t, categoryGroupCount>& groups)
    {
        return static_cast<CategoryGroup>(std::max_element(groups.begin(), groups.end()) - groups.begin());
    }

    QPainterPath outlineOf(const AreaMarker& area) const
    {
        QPainterPath path;
        path.setFillRule(Qt::WindingFill);
        if (area.ring.empty()) {
            const double radius = area.radius * m_groundUnit;
            path.addEllipse(m_viewport.toDevice(area.position), radius, radius);
            return path;
        }
        QPolygonF polygon;
        double twiceArea = 0.0;
        for (std::size_t i = 0; i < area.ring.size(); ++i) {
            polygon.append(m_viewport.toDevice(area.ring[i]));
            const QPointF& next = area.ring[(i + 1) % area.ring.size()];
            twiceArea += area.ring[i].x() * next.y() - next.x() * area.ring[i].y();
        }
        if (twiceArea > 0.0) // as ellipses turn, so that the union below has no hole where two overlap
            std::reverse(polygon.begin(), polygon.end());
        path.addPolygon(polygon);
        path.closeSubpath();
        return path;
    }

    bool mayBeSeen(const AreaMarker& area) const
    {
        return around(area.radius * m_groundUnit).contains(m_viewport.toDevice(area.position));
    }

    /// Those in view while they are few; else those that have their tag for themselves while they are few; else only
    /// the selected ones.
    std::vector<const AreaMarker*> outlinedAreas(const std::vector<AreaTag>& tags) const
    {
        std::vector<const AreaMarker*> inView;
        std::vector<const AreaMarker*> alone;
        std::vector<const AreaMarker*> selected; // these too even where many stand alone
        for (const AreaTag& tag : tags)
            for (const std::uint32_t index : tag.areas) {
                const AreaMarker& area = m_set->areas[index];
                if (!mayBeSeen(area))
                    continue;
                inView.push_back(&area);
                const bool isChosen = holdsSelected(area.entries);
                if (isChosen)
                    selected.push_back(&area);
                if (isChosen || tag.areas.size() == 1)
                    alone.push_back(&area);
            }
        if (inView.size() <= mostOutlined)
            return inView;
        return alone.size() - selected.size() <= mostOutlined ? alone : selected;
    }

    /// Many areas lie over each other: they share one pale ground, so that they never drown the map, and each has its
    /// thin outline; only the selected ones are hatched.
    void paintAreas(const std::vector<AreaTag>& tags)
    {
        QPainterPath together;
        together.setFillRule(Qt::WindingFill);
        std::vector<std::pair<const AreaMarker*, QPainterPath>> seen;
        for (const AreaMarker* area : outlinedAreas(tags)) {
            QPainterPath path = outlineOf(*area);
            if (!path.boundingRect().intersects(m_viewport.target))
                continue;
            together.addPath(path);
            seen.emplace_back(area, std::move(path));
        }
        if (seen.empty())
            return;
        QColor ground = m_dark ? QColor(255, 255, 255) : QColor(0x44, 0x4a, 0x52);
        ground.setAlphaF(0.05F);
        m_painter.fillPath(together, ground);
        for (const auto& [area, path] : seen)
            paintOutline(*area, path);
    }

    /// A line that the ground shows through; in a file its colour on white: Qt's PDF takes apart what it strokes translucently
    /// into the outlines of all its dashes, five times the page.
    QColor lineColour(QColor colour, float share) const
    {
        if (m_pictures) {
            colour.setAlphaF(share);
            return colour;
        }
        const auto mixed = [share](int channel) { return static_cast<int>(std::lround(255.0F - share * static_cast<float>(255 - channel))); };
        return {mixed(colour.red()), mixed(colour.green()), mixed(colour.blue())};
    }

    void paintOutline(const AreaMarker& area, const QPainterPath& path)
    {
        const bool selected = holdsSelected(area.entries);
        QColor colour = selected ? selectionBlue() : groupColour(leading(area.groups)).darker(m_dark ? 100 : 135);
        if (selected) {
            QColor ground = colour;
            ground.setAlphaF(0.12F);
            m_painter.fillPath(path, ground);
            hatch(path, colour);
        } else {
            colour = lineColour(colour, 0.5F);
        }
        QPen pen(colour, (selected ? 2.2 : 0.9) * m_pixel);
        pen.setDashPattern({6, 4});
        m_painter.strokePath(path, pen);
    }

    /// Thin diagonals fixed in the plane.
    void hatch(const QPainterPath& path, QColor colour)
    {
        colour.setAlphaF(0.28F);
        const double gap = 9 * m_pixel;
        const QPointF origin = m_viewport.toDevice(m_viewport.plane == Plane::WebMercator ? QPointF(1338000, 7895000)
                                                                                         : QPointF(322000, 6394000));
        const double offset = std::fmod(origin.x() + origin.y(), gap);
        if (m_pictures) {
            fillHatch(path, colour, gap, offset);
            return;
        }
        const QRectF box = path.boundingRect() & around(m_pixel);
        m_painter.save();
        m_painter.setClipPath(path, Qt::IntersectClip);
        m_painter.setPen(QPen(colour, 0.9 * m_pixel));
        const double first = std::floor((box.left() + box.top() - offset) / gap) * gap + offset;
        for (double sum = first; sum <= box.right() + box.bottom(); sum += gap)
            m_painter.drawLine(QPointF(sum - box.top(), box.top()), QPointF(sum - box.bottom(), box.bottom()));
        m_painter.restore();
    }

    /// On a screen the same as a repeated picture, which is much faster than lines under a clip.
    void fillHatch(const QPainterPath& path, const QColor& colour, double gap, double offset)
    {
        const int side = std::max(4, static_cast<int>(std::lround(gap * m_painter.deviceTransform().m11())));
        QImage tile(side, side, QImage::Format_ARGB32_Premultiplied);
        tile.fill(Qt::transparent);
        QPainter painter(&tile);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colour, side / 10.0));
        for (const int sum : {0, side, 2 * side})
            painter.drawLine(QPointF(sum + 2, -2), QPointF(sum - side - 2, side + 2));
        painter.end();
        QBrush brush;
        brush.setTextureImage(tile);
        brush.setTransform(QTransform::fromTranslate(offset, 0).scale(gap / side, gap / side));
        m_painter.fillPath(path, brush);
    }

    /// A tag in the middle of an area: of another form than a symbol, for it marks no place.
    void paintTag(const AreaTag& tag, bool selected)
    {
        const QPointF centre = m_viewport.toDevice(tag.position);
        if (!around(40 * m_pixel).contains(centre))
            return;
        const QString text = tagText(m_layer, *m_set, tag);
        const double width = widthOf(text) * m_pixel;
        const double height = tagHeight * m_pixel;
        m_painter.setBrush(QColor(255, 255, 255, 225));
        QPen pen(selected ? selectionBlue() : QColor(0x44, 0x4a, 0x52), (selected ? 2.2 : 1.1) * m_pixel);
        pen.setDashPattern({2.6, 1.8});
        m_painter.setPen(pen);
        m_painter.drawRoundedRect(QRectF(centre.x() - width / 2, centre.y() - height / 2, width, height), height / 3,
                                  height / 3);
        drawCentred(m_painter, centre, text, 10.5 * m_pixel, QColor(0x2b, 0x30, 0x36));
    }

    void paintCluster(const Marker& marker, bool selected)
    {
        const QPointF centre = m_viewport.toDevice(marker.position);
        if (selected) {
            const double rim = (clusterRadius(marker.count) + 2.6) * m_pixel;
            m_painter.setPen(QPen(selectionBlue(), 3 * m_pixel));
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawEllipse(centre, rim, rim);
        }
        if (!m_pictures) {
            drawCluster(m_painter, marker, centre, m_pixel);
            return;
        }
        drawPicture(m_kept.cluster(marker, m_pixel * m_painter.deviceTransform().m11()), centre);
    }

    /// Centred on a point, pixel for pixel.
    void drawPicture(QImage picture, const QPointF& centre)
    {
        const QTransform device = m_painter.deviceTransform();
        const QPointF at = device.map(centre);
        const QPointF corner(std::round(at.x() - picture.width() / 2.0), std::round(at.y() - picture.height() / 2.0));
        picture.setDevicePixelRatio(device.m11());
        m_painter.drawImage(device.inverted().map(corner), picture);
    }

    void paintSingles(std::vector<std::uint32_t> entries)
    {
        const QRectF seen = around(symbolDiameter * m_pixel);
        std::erase_if(entries, [&](std::uint32_t entry) { return !seen.contains(positionOf(entry)); });
        // Those farther south lie over those farther north, whatever the order of the rows.
        std::sort(entries.begin(), entries.end(), [this](std::uint32_t a, std::uint32_t b) {
            const QPointF p = m_layer.points(m_viewport.plane)[a];
            const QPointF q = m_layer.points(m_viewport.plane)[b];
            return p.y() != q.y() ? p.y() > q.y() : a < b;
        });
        paintUncertainty(entries);
        const bool pictures = m_pictures && entries.size() >= fewestForPictures;
        for (const std::uint32_t entry : entries) {
            if (isSelected(entry))
                m_selectedSingles.push_back(entry);
            else if (pictures)
                paintPicture(entry);
            else
                paintSingle(entry, false);
        }
    }

    /// How well the places are known, where that is wider than the symbol: one pale ground under all of them, so that
    /// many do not darken the map, and a hairline round each.
    void paintUncertainty(const std::vector<std::uint32_t>& entries)
    {
        const analysis::IncidentTable& table = m_layer.table();
        std::size_t circles = 0;
        QPainterPath ground;
        ground.setFillRule(Qt::WindingFill);
        std::array<QPainterPath, categoryGroupCount> lines; // one stroke per colour, not one per incident
        QPainterPath selectedLines;
        for (const std::uint32_t entry : entries) {
            const std::uint32_t row = m_layer.rows()[entry];
            const double metres = static_cast<double>(table.radius[row]);
            const double radius = metres * m_groundUnit;
            if (metres <= pointRadius || radius <= symbolDiameter / 2 * m_pixel * 1.15)
                continue;
            const QPointF centre = positionOf(entry);
            const bool selected = isSelected(entry);
            if (!selected && ++circles > mostCircles)
                continue;
            ground.addEllipse(centre, radius, radius);
            QPainterPath& path = selected ? selectedLines : lines[static_cast<std::size_t>(m_layer.symbolOf(row).group)];
            path.addEllipse(centre, radius, radius);
        }
        m_painter.strokePath(selectedLines, QPen(selectionBlue(), 1.6 * m_pixel));
        if (ground.isEmpty() || circles > mostCircles)
            return; // so many would only hide the map
        // The union of many wide circles is slow to fill, and would tint the whole map.
        QColor tint = m_dark ? QColor(0xc8, 0xd4, 0xe0) : QColor(0x2f, 0x45, 0x5c);
        tint.setAlphaF(0.055F);
        if (circles <= mostTinted)
            m_painter.fillPath(ground, tint);
        for (std::size_t group = 0; group < lines.size(); ++group) {
            QColor colour = groupColour(static_cast<CategoryGroup>(group)).darker(m_dark ? 100 : 125);
            m_painter.strokePath(lines[group], QPen(lineColour(colour, 0.4F), 0.8 * m_pixel));
        }
    }

    void paintSingle(std::uint32_t entry, bool selected)
    {
        paintSymbol(m_painter, positionOf(entry), symbolDiameter * m_pixel, m_layer.symbolOf(m_layer.rows()[entry]),
                    selected, m_dark);
    }

    /// The same symbol drawn once and copied: for many on a screen.
    void paintPicture(std::uint32_t entry)
    {
        drawPicture(m_kept.symbol(entry, m_pixel * m_painter.deviceTransform().m11()), positionOf(entry));
    }

    QPainter& m_painter;
    const IncidentLayer& m_layer;
    const MapViewport& m_viewport;
    double m_pixel;
    bool m_dark;
    std::shared_ptr<const MarkerSet> m_set;
    bool m_clusters;
    std::unordered_set<std::uint32_t> m_selected;
    std::vector<std::uint32_t> m_selectedSingles;
    double m_groundUnit; ///< device units per ground metre
    bool m_pictures;
    ScreenPictures m_kept;
};

} // namespace

void paintIncidents(QPainter& painter, const MapScene& scene, const MapViewport& viewport, const RenderOptions& options)
{
    if (!scene.incidents)
        return;
    auto set = options.gatherNow ? scene.incidents->markers(viewport.plane, viewport.zoom())
                                 : scene.incidents->nearestMarkers(viewport.plane, viewport.zoom());
    if (set)
        IncidentPainter(painter, scene, viewport, std::move(set), options.clusters).paint();
}

void prepareMarkers(const IncidentLayer& incidents, const MapViewport& viewport, double devicePixelRatio, bool dark)
{
    const auto draw = [&](const MarkerSet& set) {
        const ScreenPictures pictures(incidents, set, dark);
        const double scale = viewport.stylePixel * devicePixelRatio;
        const QRectF seen = viewport.planeRect();
        for (const Marker& marker : set.markers) {
            if (!seen.contains(marker.position))
                continue;
            if (marker.count > 1)
                pictures.cluster(marker, scale);
            else
                pictures.symbol(set.entriesOf(marker).front(), scale);
        }
    };
    draw(*incidents.markers(viewport.plane, viewport.zoom(), draw));
}

std::vector<MarkerGroup> markerGroups(const IncidentLayer& incidents, const MapViewport& viewport, bool clusters)
{
    const auto set = incidents.markers(viewport.plane, viewport.zoom());
    const double pixel = viewport.stylePixel;
    const double margin = clusterRadius(100000) * pixel;
    const QRectF seen = viewport.target.adjusted(-margin, -margin, margin, margin);
    std::vector<MarkerGroup> groups;
    const auto add = [&](const QPointF& device, std::span<const std::uint32_t> entries, double reach, bool area) {
        if (!seen.contains(device))
            return;
        MarkerGroup group{device, {}, reach, area};
        group.rows.reserve(entries.size());
        for (const std::uint32_t entry : entries)
            group.rows.push_back(incidents.rows()[entry]);
        groups.push_back(std::move(group));
    };
    for (const AreaTag& tag : tagsOf(*set, clusters)) {
        std::vector<std::uint32_t> entries;
        for (const std::uint32_t index : tag.areas)
            entries.insert(entries.end(), set->areas[index].entries.begin(), set->areas[index].entries.end());
        add(viewport.toDevice(tag.position), entries, widthOf(tagText(incidents, *set, tag)) / 2 * pixel,
            tag.areas.size() == 1);
    }
    const std::vector<QPointF>& points = incidents.points(viewport.plane);
    for (const Marker& marker : set->markers) {
        const auto entries = set->entriesOf(marker);
        if (clusters && marker.count > 1) {
            add(viewport.toDevice(marker.position), entries, clusterRadius(marker.count) * pixel, false);
            continue;
        }
        for (const std::uint32_t& entry : entries)
            add(viewport.toDevice(points[entry]), {&entry, 1}, symbolDiameter / 2 * pixel, false);
    }
    return groups;
}

} // namespace hk::map
