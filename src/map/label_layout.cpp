#include "map/label_layout.h"

#include "map/ground_painter.h"
#include "map/label_placer.h"
#include "map/label_text.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QRawFont>
#include <QTextLayout>
#include <algorithm>
#include <cmath>

namespace hk::map {

namespace {

constexpr double haloPixels = 1.5;

QTransform glyphTransform(const PlacedLabel::Glyph& glyph, double size)
{
    QTransform transform;
    transform.translate(glyph.baseline.x(), glyph.baseline.y());
    transform.rotate(glyph.angle);
    transform.scale(size / measuredFontSize, size / measuredFontSize);
    return transform;
}

/// The outline of the whole label in style pixels: the halo is drawn round it.
QPainterPath outlineOf(const PlacedLabel& label, const QFont& measured)
{
    QPainterPath outline;
    for (const PlacedLabel::Glyph& glyph : label.glyphs) {
        QPainterPath path;
        path.addText(0, 0, measured, glyph.text);
        outline.addPath(glyphTransform(glyph, label.size).map(path));
    }
    for (const PlacedLabel::Line& line : label.lines) {
        QPainterPath path;
        path.addText(0, 0, measured, line.text);
        outline.addPath(glyphTransform({{}, line.baseline, 0}, label.size).map(path));
    }
    outline.setFillRule(Qt::WindingFill);
    return outline;
}

void paintSymbolOf(QPainter& painter, const PlacedLabel& label)
{
    const MapStyle::LabelRule& rule = *label.rule;
    const double reach = symbolReach(rule);
    const QColor halo = rule.halo.isValid() ? rule.halo : QColor(Qt::white);
    if (rule.symbol == QLatin1String("station")) {
        // A train seen from the front in a filled square.
        painter.setPen(QPen(halo, 1.2));
        painter.setBrush(rule.colour);
        painter.drawRoundedRect(QRectF(-reach, -reach, 2 * reach, 2 * reach), 3, 3);
        const QColor inside = rule.colour.lightnessF() > 0.5F ? QColor(0x15, 0x18, 0x1b) : QColor(Qt::white);
        painter.setPen(QPen(inside, 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(-3.2, -4.2, 6.4, 6.6), 1.4, 1.4);
        painter.drawLine(QPointF(-3, -0.8), QPointF(3, -0.8));
        painter.drawLine(QPointF(-1.6, 3), QPointF(-2.8, 4.6));
        painter.drawLine(QPointF(1.6, 3), QPointF(2.8, 4.6));
        return;
    }
    const bool stop = rule.symbol == QLatin1String("stop");
    painter.setPen(QPen(stop ? rule.colour : halo, stop ? 1.4 : 1.0));
    painter.setBrush(stop ? QColor(halo.rgb()) : rule.colour);
    const double radius = stop ? reach - 0.8 : reach;
    painter.drawEllipse(QPointF(0, 0), radius, radius);
}

void paintShield(QPainter& painter, const PlacedLabel& label)
{
    painter.setPen(QPen(QColor(255, 255, 255, 220), 1.0));
    painter.setBrush(label.rule->halo);
    painter.drawRoundedRect(label.boxes.front().adjusted(1, 1, -1, -1), 2.5, 2.5);
}

QPen haloPen(const PlacedLabel& label, double width)
{
    return {label.rule->halo, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

/// The halo sign by sign, each from its own origin: equal signs have equal bytes in a file, and are packed as
/// one.
void strokeSigns(QPainter& painter, const PlacedLabel& label, const QFont& measured)
{
    painter.setPen(haloPen(label, 2 * haloPixels * measuredFontSize / label.size));
    painter.setBrush(Qt::NoBrush);
    const auto stroke = [&](const QString& text, const QTransform& transform) {
        QTextLayout layout(text, measured);
        layout.beginLayout();
        const QTextLine line = layout.createLine();
        layout.endLayout();
        for (const QGlyphRun& run : layout.glyphRuns()) {
            const QList<quint32> signs = run.glyphIndexes();
            const QList<QPointF> places = run.positions();
            for (qsizetype i = 0; i < signs.size(); ++i) {
                const QPainterPath outline = run.rawFont().pathForGlyph(signs[i]);
                if (outline.isEmpty())
                    continue;
                painter.save();
                painter.setTransform(transform, true);
                painter.translate(places[i] - QPointF(0, line.ascent()));
                painter.drawPath(outline);
                painter.restore();
            }
        }
    };
    for (const PlacedLabel::Glyph& glyph : label.glyphs)
        stroke(glyph.text, glyphTransform(glyph, label.size));
    for (const PlacedLabel::Line& line : label.lines)
        stroke(line.text, glyphTransform({{}, line.baseline, 0}, label.size));
}

/// What lies under the letters, in style pixels from the anchor: all but the halo.
void paintGround(QPainter& painter, const PlacedLabel& label)
{
    if (label.symbol)
        paintSymbolOf(painter, label);
    if (label.rule->shield)
        paintShield(painter, label);
}

bool hasHalo(const PlacedLabel& label)
{
    return !label.rule->shield && label.rule->halo.isValid();
}

/// Where the halos of two signs meet, one that is seen through would be twice as strong.
bool mayStrokeSigns(const QPainter& painter, const PlacedLabel& label)
{
    const QPaintEngine* engine = painter.paintEngine();
    return engine != nullptr && engine->type() == QPaintEngine::Pdf && label.rule->halo.alpha() == 255;
}

/// Whether a reader of the file meets the name in pieces: letter by letter, spaced out or in two lines.
bool isInPieces(const PlacedLabel& label)
{
    return !label.glyphs.empty() || label.lines.size() > 1;
}

/// The whole name once more, unseen, so that a search finds it: straight across or straight up and down, whichever is
/// nearer to the label, for readers of files take slanting text apart letter by letter.
void paintSearchable(QPainter& painter, const MapStyle& style, const PlacedLabel& label)
{
    const QFont font = labelFont(style, *label.rule, measuredFontSize);
    const double width = QFontMetricsF(font).horizontalAdvance(label.text) * label.size / measuredFontSize;
    double angle = 0;
    if (!label.glyphs.empty()) {
        const QPointF run = label.glyphs.back().baseline - label.glyphs.front().baseline;
        angle = std::abs(run.y()) <= std::abs(run.x()) ? 0 : run.y() > 0 ? 90 : -90;
    }
    painter.save();
    painter.setPen(QColor(0, 0, 0, 0));
    painter.setFont(font);
    painter.translate(label.rule->alongLine ? QPointF(0, 0) : label.boxes.front().center());
    painter.rotate(angle);
    painter.scale(label.size / measuredFontSize, label.size / measuredFontSize);
    painter.drawText(QPointF(-width / 2 * measuredFontSize / label.size, measuredFontSize * 0.35), label.text);
    painter.restore();
}

/// On a vector device: real text.
void paintAsText(QPainter& painter, const MapStyle& style, const PlacedLabel& label, bool searchable)
{
    const QFont font = labelFont(style, *label.rule, measuredFontSize);
    paintGround(painter, label);
    if (hasHalo(label) && mayStrokeSigns(painter, label))
        strokeSigns(painter, label, font);
    else if (hasHalo(label))
        painter.strokePath(outlineOf(label, font), haloPen(label, 2 * haloPixels));
    painter.setFont(font);
    painter.setPen(label.rule->colour);
    const auto draw = [&](const QString& text, const QTransform& transform) {
        painter.save();
        painter.setTransform(transform, true);
        painter.drawText(QPointF(0, 0), text);
        painter.restore();
    };
    for (const PlacedLabel::Line& line : label.lines)
        draw(line.text, glyphTransform({{}, line.baseline, 0}, label.size));
    for (const PlacedLabel::Glyph& glyph : label.glyphs)
        draw(glyph.text, glyphTransform(glyph, label.size));
    if (searchable && isInPieces(label))
        paintSearchable(painter, style, label);
}

bool isRaster(const QPainter& painter)
{
    const QPaintEngine* engine = painter.paintEngine();
    return engine != nullptr && (engine->type() == QPaintEngine::Raster || engine->type() == QPaintEngine::OpenGL2);
}

constexpr int pictureMargin = 2;
constexpr double labelledAround = 0.5; // of the view, on each side

QRectF widened(const QRectF& view)
{
    const double x = view.width() * labelledAround;
    const double y = view.height() * labelledAround;
    return view.adjusted(-x, -y, x, y);
}

QRect pictureRect(const PlacedLabel& label, double pixelRatio)
{
    const QRectF box(label.box.topLeft() * pixelRatio, label.box.size() * pixelRatio);
    return box.toAlignedRect().adjusted(-pictureMargin, -pictureMargin, pictureMargin, pictureMargin);
}

} // namespace

std::shared_ptr<const LabelLayout> LabelLayout::make(std::shared_ptr<const Ground> ground,
                                                     std::shared_ptr<const MapStyle> look, const MapViewport& viewport,
                                                     const QRectF& within, std::stop_token stop,
                                                     const std::vector<QRectF>& keepFree)
{
    auto layout = std::make_shared<LabelLayout>();
    layout->m_ground = std::move(ground);
    layout->m_look = std::move(look);
    layout->m_plane = viewport.plane;
    layout->m_scale = viewport.unitsPerMetre / viewport.stylePixel;
    const std::size_t sheets = layout->m_ground ? layout->m_ground->sheets.size() : 0;
    const QRectF around = within.isEmpty() ? widened(viewport.planeRect()) : within;
    std::vector<LabelPlacer::Sheet> labelled;
    bool whole = true;
    for (std::size_t i = 0; i < sheets; ++i) {
        const GroundSheet& sheet = layout->m_ground->sheets[i];
        const auto style = sheet.features && sheet.labels ? styleOf(*layout->m_ground, i, layout->m_look) : nullptr;
        const auto isWanted = [zoom = viewport.zoom()](const MapStyle::LabelRule& rule) {
            return zoom >= rule.minimumZoom && zoom < rule.maximumZoom;
        };
        if (!style || std::none_of(style->labels().begin(), style->labels().end(), isWanted))
            continue;
        whole = whole && sheet.features->isWhole();
        const auto found = sheet.features->features(around, viewport.plane, viewport.zoom(), stop);
        if (!found)
            continue;
        layout->m_styles.push_back(style);
        labelled.push_back({*found, style.get()});
    }
    if (!whole)
        layout->m_covered = around;
    LabelPlacer placer(std::move(labelled), layout->m_plane, layout->m_scale, viewport.zoom(), within, layout->m_covered);
    placer.keepFree(keepFree);
    layout->m_labels = placer.place();
    std::reverse(layout->m_labels.begin(), layout->m_labels.end());
    return layout;
}

bool LabelLayout::fits(const Ground* ground, const MapStyle* look, const MapViewport& viewport) const
{
    const double scale = viewport.unitsPerMetre / viewport.stylePixel;
    const bool same = ground == m_ground.get() || (ground != nullptr && m_ground && *ground == *m_ground);
    return same && look == m_look.get() && viewport.plane == m_plane && std::abs(scale / m_scale - 1.0) < 1e-3
           && (m_covered.isEmpty() || m_covered.contains(viewport.planeRect()));
}

std::vector<std::size_t> LabelLayout::shown(const MapViewport& viewport) const
{
    std::vector<std::size_t> indices;
    const double pixel = viewport.stylePixel;
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        const QRectF& box = m_labels[i].box;
        const QPointF anchor = viewport.toDevice(m_labels[i].anchor);
        if (QRectF(anchor + box.topLeft() * pixel, box.size() * pixel).intersects(viewport.target))
            indices.push_back(i);
    }
    return indices;
}

void LabelLayout::prepare(const MapViewport& viewport, double devicePixelRatio) const
{
    for (const std::size_t index : shown(viewport))
        picture(index, viewport.stylePixel * devicePixelRatio);
}

QImage LabelLayout::picture(std::size_t index, double pixelRatio) const
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_pictureRatio != pixelRatio) {
            m_pictures.clear();
            m_pictureRatio = pixelRatio;
        }
        const auto kept = m_pictures.find(index);
        if (kept != m_pictures.end())
            return kept->second;
    }
    const PlacedLabel& label = m_labels[index];
    const QRect rect = pictureRect(label, pixelRatio);
    QImage image(rect.size(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.translate(-rect.topLeft());
    painter.save();
    painter.scale(pixelRatio, pixelRatio);
    const QPainterPath outline = outlineOf(label, labelFont(*label.style, *label.rule, measuredFontSize));
    paintGround(painter, label);
    if (hasHalo(label))
        painter.strokePath(outline, haloPen(label, 2 * haloPixels));
    if (!label.glyphs.empty())
        painter.fillPath(outline, label.rule->colour);
    painter.restore();
    // Straight text stands on whole pixels: crisper than the outline.
    QFont font = labelFont(*label.style, *label.rule, std::max(1, static_cast<int>(std::lround(label.size * pixelRatio))));
    painter.setFont(font);
    painter.setPen(label.rule->colour);
    for (const PlacedLabel::Line& line : label.lines)
        painter.drawText((line.baseline * pixelRatio).toPoint(), line.text);
    painter.end();

    const std::scoped_lock lock(m_mutex);
    if (m_pictureRatio == pixelRatio)
        m_pictures.emplace(index, image);
    return image;
}

void LabelLayout::paintPictures(QPainter& painter, const MapViewport& viewport) const
{
    const QTransform device = painter.deviceTransform();
    const QTransform back = device.inverted();
    const double ratio = device.m11();
    const double pixelRatio = viewport.stylePixel * ratio;
    const double zoomed = viewport.unitsPerMetre / viewport.stylePixel / m_scale;
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (const std::size_t index : shown(viewport)) {
        const PlacedLabel& label = m_labels[index];
        QImage image = picture(index, pixelRatio);
        const QPointF anchor = device.map(viewport.toDevice(label.anchor));
        const QRectF rect = pictureRect(label, pixelRatio);
        const bool follow = label.rule->alongLine && std::abs(zoomed - 1.0) > 1e-3;
        if (follow) {
            const QRectF scaled(anchor + rect.topLeft() * zoomed, rect.size() * zoomed);
            painter.drawImage(back.mapRect(scaled), image);
            continue;
        }
        image.setDevicePixelRatio(ratio);
        const QPointF corner(std::round(anchor.x()) + rect.x(), std::round(anchor.y()) + rect.y());
        painter.drawImage(back.map(corner), image);
    }
}

void LabelLayout::paint(QPainter& painter, const MapViewport& viewport, bool searchable) const
{
    if (isRaster(painter) && painter.deviceTransform().type() <= QTransform::TxScale) {
        paintPictures(painter, viewport);
        return;
    }
    for (const std::size_t index : shown(viewport)) {
        const PlacedLabel& label = m_labels[index];
        const QPointF anchor = viewport.toDevice(label.anchor);
        painter.save();
        painter.translate(anchor);
        painter.scale(viewport.stylePixel, viewport.stylePixel);
        paintAsText(painter, *label.style, label, searchable);
        painter.restore();
    }
}

} // namespace hk::map
