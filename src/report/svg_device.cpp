#include "report/svg_device.h"

#include <QBuffer>
#include <QFontInfo>
#include <QImage>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <cmath>
#include <optional>

namespace hk::report {

namespace {

constexpr double fallbackDpi = 300;
constexpr int dotsPerInch = 2540; // a unit is a hundredth of a millimetre

/// A tenth of a unit is a thousandth of a millimetre.
QByteArray coordinate(double value)
{
    QByteArray text = QByteArray::number(value, 'f', 1);
    if (text.endsWith(".0"))
        text.chop(2);
    return text == "-0" ? QByteArray("0") : text;
}

QByteArray precise(double value)
{
    return QByteArray::number(value, 'g', 8);
}

QByteArray escaped(const QString& text)
{
    QString kept;
    for (const QChar c : text)
        if (c >= u' ' || c == u'\t') // XML has no other control characters
            kept += c;
    return kept.toHtmlEscaped().toUtf8();
}

QByteArray dataOf(const QPainterPath& path)
{
    QByteArray data;
    const auto point = [&](const QPainterPath::Element& e) { data += coordinate(e.x) + ' ' + coordinate(e.y); };
    int begin = 0;
    // As Qt has it, a part that comes back to its beginning is closed.
    const auto close = [&](int end) {
        if (end - begin > 2 && QPointF(path.elementAt(begin)) == QPointF(path.elementAt(end - 1)))
            data += 'Z';
        begin = end;
    };
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        if (element.isMoveTo())
            close(i);
        if (element.isMoveTo())
            data += 'M';
        else if (element.isLineTo())
            data += 'L';
        else if (element.isCurveTo())
            data += 'C';
        else
            data += ' ';
        point(element);
    }
    close(path.elementCount());
    return data;
}

QByteArray matrixOf(const QTransform& t)
{
    return "matrix(" + precise(t.m11()) + ' ' + precise(t.m12()) + ' ' + precise(t.m21()) + ' ' + precise(t.m22()) + ' ' +
           precise(t.dx()) + ' ' + precise(t.dy()) + ')';
}

double stretchOf(const QTransform& transform)
{
    return std::sqrt(std::abs(transform.determinant()));
}

QByteArray colourOf(const char* what, const QColor& colour, double opacity)
{
    QByteArray words = ' ' + QByteArray(what) + "=\"" + colour.name().toLatin1() + '"';
    const double alpha = colour.alphaF() * opacity;
    if (alpha < 0.9995)
        words += ' ' + QByteArray(what) + "-opacity=\"" + QByteArray::number(alpha, 'g', 3) + '"';
    return words;
}

QByteArray pngOf(const QImage& image)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data().toBase64();
}

} // namespace

class SvgDevice::Engine : public QPaintEngine {
public:
    Engine()
        : QPaintEngine(QPaintEngine::AllFeatures)
    {}

    bool begin(QPaintDevice*) override { return true; }
    bool end() override
    {
        closeClip();
        return true;
    }
    Type type() const override { return QPaintEngine::User; }
    void updateState(const QPaintEngineState& now) override;
    void drawPath(const QPainterPath& path) override { drawMapped(path); }
    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override;
    void drawPixmap(const QRectF& target, const QPixmap& pixmap, const QRectF& source) override
    {
        drawImage(target, pixmap.toImage(), source, Qt::AutoColor);
    }
    void drawImage(const QRectF& target, const QImage& image, const QRectF& source, Qt::ImageConversionFlags) override;
    void drawTextItem(const QPointF& at, const QTextItem& item) override;

    const QByteArray& definitions() const { return m_definitions; }
    const QByteArray& body() const { return m_body; }

private:
    void clip(const QPainterPath& path, Qt::ClipOperation operation);
    void openClip();
    void closeClip();
    void drawMapped(const QPainterPath& path, bool fill = true);
    void drawAsPicture(const QPainterPath& path);
    QByteArray strokeOf() const;

    QTransform m_transform;
    QPen m_pen;
    QBrush m_brush;
    double m_opacity = 1.0;
    std::optional<QPainterPath> m_clip; ///< in device units
    bool m_clipEnabled = false;
    QByteArray m_openClip; ///< data of the clip whose group is open; empty: none
    int m_clips = 0;
    QByteArray m_definitions;
    QByteArray m_body;
};

void SvgDevice::Engine::updateState(const QPaintEngineState& now)
{
    const DirtyFlags flags = now.state();
    if (flags & DirtyTransform)
        m_transform = now.transform();
    if (flags & DirtyPen)
        m_pen = now.pen();
    if (flags & DirtyBrush)
        m_brush = now.brush();
    if (flags & DirtyOpacity)
        m_opacity = now.opacity();
    if (flags & DirtyClipEnabled)
        m_clipEnabled = now.isClipEnabled();
    if (flags & DirtyClipPath)
        clip(now.clipPath(), now.clipOperation());
    if (flags & DirtyClipRegion) {
        QPainterPath path;
        path.addRegion(now.clipRegion());
        clip(path, now.clipOperation());
    }
}

void SvgDevice::Engine::clip(const QPainterPath& path, Qt::ClipOperation operation)
{
    if (operation == Qt::NoClip) {
        m_clip.reset();
        m_clipEnabled = false;
        return;
    }
    const QPainterPath mapped = m_transform.map(path);
    m_clip = operation == Qt::IntersectClip && m_clip ? m_clip->intersected(mapped) : mapped;
    m_clipEnabled = true;
}

void SvgDevice::Engine::openClip()
{
    const QByteArray wanted = m_clip && m_clipEnabled ? dataOf(*m_clip) + ' ' : QByteArray();
    if (wanted == m_openClip)
        return;
    closeClip();
    m_openClip = wanted;
    if (wanted.isEmpty())
        return;
    const QByteArray name = "clip" + QByteArray::number(++m_clips);
    m_definitions += "<clipPath id=\"" + name + "\"><path d=\"" + wanted.trimmed() + "\"";
    if (m_clip->fillRule() == Qt::OddEvenFill)
        m_definitions += " clip-rule=\"evenodd\"";
    m_definitions += "/></clipPath>\n";
    m_body += "<g clip-path=\"url(#" + name + ")\">\n";
}

void SvgDevice::Engine::closeClip()
{
    if (!m_openClip.isEmpty())
        m_body += "</g>\n";
    m_openClip.clear();
}

QByteArray SvgDevice::Engine::strokeOf() const
{
    if (m_pen.style() == Qt::NoPen || m_pen.brush().style() == Qt::NoBrush)
        return {};
    const double scale = m_pen.isCosmetic() ? 1.0 : stretchOf(m_transform);
    const double width = std::max(m_pen.widthF() * scale, 0.1);
    QByteArray words = colourOf("stroke", m_pen.color(), m_opacity) + " stroke-width=\"" + coordinate(width) + '"';
    if (m_pen.capStyle() != Qt::FlatCap)
        words += m_pen.capStyle() == Qt::RoundCap ? " stroke-linecap=\"round\"" : " stroke-linecap=\"square\"";
    if (m_pen.joinStyle() == Qt::RoundJoin)
        words += " stroke-linejoin=\"round\"";
    else if (m_pen.joinStyle() == Qt::BevelJoin)
        words += " stroke-linejoin=\"bevel\"";
    if (m_pen.style() != Qt::SolidLine) {
        QByteArrayList dashes;
        for (const double dash : m_pen.dashPattern())
            dashes.append(coordinate(dash * width));
        words += " stroke-dasharray=\"" + dashes.join(' ') + '"';
        if (m_pen.dashOffset() != 0)
            words += " stroke-dashoffset=\"" + coordinate(m_pen.dashOffset() * width) + '"';
    }
    return words;
}

void SvgDevice::Engine::drawMapped(const QPainterPath& path, bool fill)
{
    if (path.isEmpty())
        return;
    const bool filled = fill && m_brush.style() != Qt::NoBrush;
    if (filled && m_brush.style() != Qt::SolidPattern)
        drawAsPicture(path);
    const bool solid = filled && m_brush.style() == Qt::SolidPattern;
    const QByteArray stroke = strokeOf();
    if (!solid && stroke.isEmpty())
        return;
    openClip();
    QByteArray data = dataOf(m_transform.map(path));
    m_body += "<path d=\"" + data + '"';
    if (solid) {
        m_body += colourOf("fill", m_brush.color(), m_opacity);
        if (path.fillRule() == Qt::OddEvenFill)
            m_body += " fill-rule=\"evenodd\"";
    } else {
        m_body += " fill=\"none\"";
    }
    m_body += stroke + "/>\n";
}

void SvgDevice::Engine::drawAsPicture(const QPainterPath& path)
{
    const QRectF box = m_transform.map(path).boundingRect();
    const double perUnit = fallbackDpi / dotsPerInch;
    QImage image((box.size() * perUnit).toSize() + QSize(1, 1), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return;
    image.fill(Qt::transparent);
    {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setOpacity(m_opacity);
        painter.scale(perUnit, perUnit);
        painter.translate(-box.topLeft());
        painter.setTransform(m_transform, true);
        painter.fillPath(path, m_brush);
    }
    const QTransform kept = m_transform;
    const double opacity = m_opacity;
    m_transform = {};
    m_opacity = 1.0;
    drawImage(QRectF(box.topLeft(), QSizeF(image.size()) / perUnit), image, image.rect(), Qt::AutoColor);
    m_transform = kept;
    m_opacity = opacity;
}

void SvgDevice::Engine::drawPolygon(const QPointF* points, int count, PolygonDrawMode mode)
{
    if (count < 1)
        return;
    QPainterPath path(points[0]);
    for (int i = 1; i < count; ++i)
        path.lineTo(points[i]);
    if (mode == PolylineMode) {
        drawMapped(path, false);
        return;
    }
    path.closeSubpath();
    path.setFillRule(mode == OddEvenMode ? Qt::OddEvenFill : Qt::WindingFill);
    drawMapped(path);
}

void SvgDevice::Engine::drawImage(const QRectF& target, const QImage& image, const QRectF& source, Qt::ImageConversionFlags)
{
    openClip();
    const QRect part = source.toAlignedRect();
    const QImage shown = part == image.rect() ? image : image.copy(part);
    m_body += "<image x=\"" + precise(target.x()) + "\" y=\"" + precise(target.y()) + "\" width=\"" + precise(target.width()) +
              "\" height=\"" + precise(target.height()) + "\" preserveAspectRatio=\"none\" transform=\"" + matrixOf(m_transform) + '"';
    if (m_opacity < 0.9995)
        m_body += " opacity=\"" + QByteArray::number(m_opacity, 'g', 3) + '"';
    m_body += " xlink:href=\"data:image/png;base64," + pngOf(shown) + "\"/>\n";
}

void SvgDevice::Engine::drawTextItem(const QPointF& at, const QTextItem& item)
{
    const QString text = item.text();
    if (text.trimmed().isEmpty())
        return;
    openClip();
    const QFont font = item.font();
    const double size = font.pixelSize() > 0 ? font.pixelSize() : QFontInfo(font).pixelSize();
    // The width keeps the words in their place where a reader has another font.
    m_body += "<text transform=\"" + matrixOf(m_transform) + "\" x=\"" + precise(at.x()) + "\" y=\"" + precise(at.y()) +
              "\" font-family=\"" + escaped(font.family()) + "\" font-size=\"" + precise(size) + "\" textLength=\"" +
              precise(item.width()) + "\" lengthAdjust=\"spacingAndGlyphs\"";
    if (font.weight() != QFont::Normal)
        m_body += " font-weight=\"" + QByteArray::number(font.weight()) + '"';
    if (font.italic())
        m_body += " font-style=\"italic\"";
    m_body += colourOf("fill", m_pen.color(), m_opacity) + " xml:space=\"preserve\">" + escaped(text) + "</text>\n";
}

SvgDevice::SvgDevice(const QSizeF& millimetres, const QString& title)
    : m_millimetres(millimetres)
    , m_title(title)
    , m_engine(std::make_unique<Engine>())
{}

SvgDevice::~SvgDevice() = default;

QPaintEngine* SvgDevice::paintEngine() const
{
    return m_engine.get();
}

int SvgDevice::metric(PaintDeviceMetric metric) const
{
    const auto units = [](double millimetres) { return static_cast<int>(std::lround(millimetres * unitsPerMillimetre)); };
    switch (metric) {
    case PdmWidth:
        return units(m_millimetres.width());
    case PdmHeight:
        return units(m_millimetres.height());
    case PdmWidthMM:
        return static_cast<int>(std::lround(m_millimetres.width()));
    case PdmHeightMM:
        return static_cast<int>(std::lround(m_millimetres.height()));
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return dotsPerInch;
    case PdmNumColors:
        return 1 << 24;
    case PdmDepth:
        return 24;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return static_cast<int>(devicePixelRatioFScale());
    default:
        return QPaintDevice::metric(metric);
    }
}

QByteArray SvgDevice::bytes() const
{
    const QSizeF units = m_millimetres * unitsPerMillimetre;
    QByteArray file = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\" width=\"" +
                      precise(m_millimetres.width()) + "mm\" height=\"" + precise(m_millimetres.height()) + "mm\" viewBox=\"0 0 " +
                      precise(units.width()) + ' ' + precise(units.height()) + "\">\n";
    if (!m_title.isEmpty())
        file += "<title>" + escaped(m_title) + "</title>\n";
    if (!m_engine->definitions().isEmpty())
        file += "<defs>\n" + m_engine->definitions() + "</defs>\n";
    return file + m_engine->body() + "</svg>\n";
}

} // namespace hk::report
