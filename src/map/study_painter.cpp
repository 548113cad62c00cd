#include "map/study_painter.h"

#include "core/ring.h"
#include "geo/mercator.h"
#include "geo/transform.h"
#include "map/bilinear_mesh.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace hk::map {

namespace {

// As for incidents: between nodes this far apart the bilinear pieces are within 0.02 m of the exact transform.
constexpr double meshSpacing = 500.0;
constexpr double labelPixels = 11.5;
constexpr int measuredLabel = 100;

void swerefToMercator(std::span<double> x, std::span<double> y)
{
    const geo::Sweref99Transform transform;
    transform.toLonLat(x, y);
    for (std::size_t i = 0; i < x.size(); ++i) {
        const WebMercator m = geo::toWebMercator(LonLat{x[i], y[i]});
        x[i] = m.x;
        y[i] = m.y;
    }
}

template <class Edit>
void forEachPoint(std::vector<std::vector<std::vector<QPointF>>>& shapes, Edit edit)
{
    for (auto& parts : shapes)
        for (auto& part : parts)
            for (QPointF& point : part)
                edit(point);
}

/// All points of all shapes, through one mesh where they are many.
void toMercator(std::vector<std::vector<std::vector<QPointF>>>& shapes)
{
    double xmin = 1e300, ymin = 1e300, xmax = -1e300, ymax = -1e300;
    std::size_t count = 0;
    forEachPoint(shapes, [&](const QPointF& p) {
        xmin = std::min(xmin, p.x());
        ymin = std::min(ymin, p.y());
        xmax = std::max(xmax, p.x());
        ymax = std::max(ymax, p.y());
        ++count;
    });
    if (count == 0)
        return;
    const double nodes = (xmax - xmin) / meshSpacing * ((ymax - ymin) / meshSpacing);
    if (nodes > static_cast<double>(count)) {
        std::vector<double> x;
        std::vector<double> y;
        forEachPoint(shapes, [&](const QPointF& p) {
            x.push_back(p.x());
            y.push_back(p.y());
        });
        swerefToMercator(x, y);
        std::size_t i = 0;
        forEachPoint(shapes, [&](QPointF& p) {
            p = {x[i], y[i]};
            ++i;
        });
        return;
    }
    const BilinearMesh mesh(QRectF(xmin, ymin, std::max(1.0, xmax - xmin), std::max(1.0, ymax - ymin)), meshSpacing,
                            swerefToMercator);
    forEachPoint(shapes, [&](QPointF& p) { p = mesh.at(p); });
}

/// Positive: to the left (y grows north).
double signedArea(const std::vector<QPointF>& ring)
{
    double twice = 0.0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const QPointF a = ring[i] - ring.front();
        const QPointF b = ring[(i + 1) % ring.size()] - ring.front();
        twice += a.x() * b.y() - b.x() * a.y();
    }
    return twice / 2;
}

QRectF boundsOf(const std::vector<std::vector<QPointF>>& parts)
{
    double xmin = 1e300, ymin = 1e300, xmax = -1e300, ymax = -1e300;
    for (const auto& part : parts)
        for (const QPointF& p : part) {
            xmin = std::min(xmin, p.x());
            ymin = std::min(ymin, p.y());
            xmax = std::max(xmax, p.x());
            ymax = std::max(ymax, p.y());
        }
    return xmin > xmax ? QRectF() : QRectF(xmin, ymin, xmax - xmin, ymax - ymin);
}

/// Half way along the longest part.
QPointF middleOfLine(const std::vector<std::vector<QPointF>>& parts)
{
    const auto lengthOf = [](const std::vector<QPointF>& part) {
        double length = 0.0;
        for (std::size_t i = 1; i < part.size(); ++i)
            length += std::hypot(part[i].x() - part[i - 1].x(), part[i].y() - part[i - 1].y());
        return length;
    };
    const auto longest = std::max_element(parts.begin(), parts.end(), [&](const auto& a, const auto& b) {
        return lengthOf(a) < lengthOf(b);
    });
    if (longest == parts.end() || longest->empty())
        return {};
    double left = lengthOf(*longest) / 2;
    for (std::size_t i = 1; i < longest->size(); ++i) {
        const QPointF step = (*longest)[i] - (*longest)[i - 1];
        const double length = std::hypot(step.x(), step.y());
        if (length >= left && length > 0)
            return (*longest)[i - 1] + step * (left / length);
        left -= length;
    }
    return longest->back();
}

/// On the outline's northernmost point, as the badges of hotspots: what lies inside stays in sight.
QPointF topOf(const std::vector<QPointF>& ring)
{
    const auto top = std::max_element(ring.begin(), ring.end(), [](const QPointF& a, const QPointF& b) { return a.y() < b.y(); });
    return top == ring.end() ? QPointF() : *top;
}

/// Well inside, as far as the outer ring goes.
QPointF middleOfArea(const std::vector<QPointF>& ring)
{
    SwerefRing plain;
    for (const QPointF& p : ring)
        plain.push_back({p.x(), p.y()});
    if (plain.size() < 3 || !(ringArea(plain) > 0.0))
        return topOf(ring);
    const Sweref99 inside = pointInside(plain); // plane arithmetic alone, whatever the plane
    return {inside.easting, inside.northing};
}

/// Measured large and scaled down: on paper a unit may be a millimetre.
QFont labelFont()
{
    QFont font = QGuiApplication::font();
    font.setPixelSize(measuredLabel);
    font.setWeight(QFont::DemiBold);
    return font;
}

QColor outlineOf(const QColor& fill)
{
    QColor colour = fill;
    colour.setAlphaF(1.0F);
    return colour.darker(125);
}

} // namespace

StudyDrawing::StudyDrawing(std::shared_ptr<const StudyLayer> layer, Plane plane)
    : m_layer(std::move(layer))
    , m_plane(plane)
{
    std::vector<std::vector<std::vector<QPointF>>> projected;
    projected.reserve(m_layer->shapes.size());
    for (const StudyShape& shape : m_layer->shapes)
        projected.push_back(shape.classIndex < 0 ? std::vector<std::vector<QPointF>>() : shape.parts);
    if (plane == Plane::WebMercator)
        toMercator(projected);
    for (std::size_t i = 0; i < projected.size(); ++i) {
        const StudyShape& shape = m_layer->shapes[i];
        if (projected[i].empty() || static_cast<std::size_t>(shape.classIndex) >= m_layer->classes.size())
            continue;
        Shape made{std::move(projected[i]), {}, {}, shape.kind, shape.classIndex, shape.label};
        made.bounds = boundsOf(made.parts);
        if (shape.kind == StudyShape::Kind::Area) {
            // One direction for all outer rings: areas of one class then fill as one, without seams where they meet.
            for (std::size_t k = 0; k < made.parts.size(); ++k)
                if ((signedArea(made.parts[k]) > 0) != (k == 0))
                    std::reverse(made.parts[k].begin(), made.parts[k].end());
            made.anchor = shape.labelInside && !shape.label.isEmpty() ? middleOfArea(made.parts.front())
                                                                      : topOf(made.parts.front());
        } else {
            made.anchor = middleOfLine(made.parts);
        }
        m_shapes.push_back(std::move(made));
    }
}

QPainterPath StudyDrawing::pathOf(int classIndex, StudyShape::Kind kind, const MapViewport& viewport) const
{
    const double reach = 20.0 * viewport.stylePixel / viewport.unitsPerMetre;
    const QRectF view = viewport.planeRect().adjusted(-reach, -reach, reach, reach);
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    for (const Shape& shape : m_shapes) {
        const QRectF& b = shape.bounds;
        const bool seen = b.left() <= view.right() && b.right() >= view.left() && b.top() <= view.bottom() &&
                          b.bottom() >= view.top();
        if (shape.classIndex != classIndex || shape.kind != kind || !seen)
            continue;
        for (const std::vector<QPointF>& part : shape.parts) {
            for (std::size_t i = 0; i < part.size(); ++i) {
                const QPointF at = viewport.toDevice(part[i]);
                if (i == 0)
                    path.moveTo(at);
                else
                    path.lineTo(at);
            }
            if (kind == StudyShape::Kind::Area && !part.empty())
                path.closeSubpath();
        }
    }
    return path;
}

void StudyDrawing::paint(QPainter& painter, const MapViewport& viewport) const
{
    using Kind = StudyShape::Kind;
    const double pixel = viewport.stylePixel;
    const auto pen = [pixel](const QColor& colour, double width) {
        return QPen(colour, width * pixel, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    };
    painter.save();
    const auto count = static_cast<int>(m_layer->classes.size());
    for (int i = 0; i < count; ++i) {
        const StudyClass& look = m_layer->classes[static_cast<std::size_t>(i)];
        const QPainterPath areas = pathOf(i, Kind::Area, viewport);
        if (areas.isEmpty())
            continue;
        painter.fillPath(areas, look.colour);
        if (look.width > 0)
            painter.strokePath(areas, pen(outlineOf(look.colour), look.width));
    }
    for (int i = 0; i < count; ++i) {
        const StudyClass& look = m_layer->classes[static_cast<std::size_t>(i)];
        const QPainterPath lines = pathOf(i, Kind::Line, viewport);
        if (lines.isEmpty())
            continue;
        painter.strokePath(lines, pen(outlineOf(look.colour), look.width + 1.4));
        painter.strokePath(lines, pen(look.colour, look.width));
    }
    painter.restore();
}

std::vector<StudyDrawing::PlacedWords> StudyDrawing::placedWords(const MapViewport& viewport) const
{
    const double scale = labelPixels * viewport.stylePixel / measuredLabel;
    const QFontMetricsF metrics(labelFont());
    std::vector<PlacedWords> placed;
    for (const Shape& shape : m_shapes) {
        if (shape.label.isEmpty())
            continue;
        QRectF box(0, 0, metrics.horizontalAdvance(shape.label) * scale, metrics.height() * scale);
        box.moveCenter(viewport.toDevice(shape.anchor));
        if (viewport.target.contains(box) &&
            std::none_of(placed.begin(), placed.end(), [&](const PlacedWords& other) { return other.box.intersects(box); }))
            placed.push_back({&shape, box});
    }
    return placed;
}

std::vector<QRectF> StudyDrawing::labelBoxes(const MapViewport& viewport) const
{
    std::vector<QRectF> boxes;
    for (const PlacedWords& words : placedWords(viewport))
        boxes.push_back(words.box);
    return boxes;
}

void StudyDrawing::paintLabels(QPainter& painter, const MapViewport& viewport, bool dark) const
{
    const double scale = labelPixels * viewport.stylePixel / measuredLabel;
    const QFont font = labelFont();
    const QFontMetricsF metrics(font);
    painter.save();
    for (const PlacedWords& placed : placedWords(viewport)) {
        QPainterPath words;
        words.addText(QPointF(-metrics.horizontalAdvance(placed.shape->label) / 2, metrics.capHeight() / 2), font, placed.shape->label);
        painter.save();
        painter.translate(placed.box.center());
        painter.scale(scale, scale);
        painter.strokePath(words, QPen(dark ? QColor(20, 22, 24, 220) : QColor(255, 255, 255, 230), measuredLabel * 0.26,
                                       Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.fillPath(words, dark ? QColor(0xf0, 0xf0, 0xee) : QColor(0x1f, 0x23, 0x28));
        painter.restore();
    }
    painter.restore();
}

void paintStudySign(QPainter& painter, const QRectF& rect, const StudyLayer& layer, std::size_t classIndex,
                    double stylePixel)
{
    const StudyClass& look = layer.classes.at(classIndex);
    const auto first = std::find_if(layer.shapes.begin(), layer.shapes.end(), [&](const StudyShape& shape) {
        return shape.classIndex == static_cast<int>(classIndex);
    });
    const bool line = first != layer.shapes.end() ? first->kind == StudyShape::Kind::Line
                                                  : look.colour.alpha() == 255 && look.width > 0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (line) {
        const double width = std::min(look.width * stylePixel, rect.height() - 1.4 * stylePixel);
        const QPointF from(rect.left() + width / 2, rect.center().y());
        const QPointF to(rect.right() - width / 2, rect.center().y());
        painter.setPen(QPen(outlineOf(look.colour), width + 1.4 * stylePixel, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(from, to);
        painter.setPen(QPen(look.colour, width, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(from, to);
    } else {
        const double width = std::max(0.6, look.width) * stylePixel;
        painter.setBrush(look.colour);
        painter.setPen(QPen(outlineOf(look.colour), width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        painter.drawRect(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2));
    }
    painter.restore();
}

} // namespace hk::map
