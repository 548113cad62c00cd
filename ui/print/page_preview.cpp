#include "ui/print/page_preview.h"

#include "ui/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QTimer>

#include <algorithm>
#include <cmath>

namespace hk::ui {
namespace {

constexpr double margin = 24.0;
constexpr int settleTime = 60; ///< while a title is typed or the window is drawn larger, not each step is painted
constexpr int blink = 150;

QImage paintedSheet(const paper::Sheet& sheet, const QSize& pixels, double ratio)
{
    QImage picture(pixels, QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::white);
    {
        QPainter painter(&picture);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
        paper::paintSheet(painter, sheet, pixels.width() / sheet.size.width());
    }
    picture.setDevicePixelRatio(ratio);
    return picture;
}

void paintShadow(QPainter& painter, const QRectF& page)
{
    constexpr int rings = 8;
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 7));
    for (int i = rings; i > 0; --i)
        painter.drawRoundedRect(page.adjusted(-i, -i + 2, i, i + 2), i, i);
}

} // namespace

PagePreview::PagePreview(QWidget* parent)
    : QWidget(parent)
    , m_settle(new QTimer(this))
    , m_lateTimer(new QTimer(this))
{
    setMinimumSize(200, 200);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setFocusPolicy(Qt::NoFocus);
    m_settle->setSingleShot(true);
    m_settle->setInterval(settleTime);
    m_lateTimer->setSingleShot(true);
    m_lateTimer->setInterval(blink);
    connect(m_settle, &QTimer::timeout, this, &PagePreview::render);
    connect(m_lateTimer, &QTimer::timeout, this, [this] {
        m_late = true;
        update();
    });
}

QSize PagePreview::sizeHint() const { return {760, 600}; }

void PagePreview::setDocument(const std::shared_ptr<const paper::Document>& document)
{
    m_document = document;
    m_awaited.clear();
    m_sheet = std::clamp(m_sheet, 0, std::max(0, static_cast<int>(document->sheets.size()) - 1));
    if (!chosen())
        choose({});
    showCursor();
    wantPicture();
    update();
}

void PagePreview::setSheet(int sheet)
{
    if (m_sheet == sheet)
        return;
    endText(true);
    m_sheet = sheet;
    choose({});
    showCursor();
    wantPicture();
}

const paper::Sheet* PagePreview::shownSheet() const
{
    if (!m_document || m_sheet < 0 || m_sheet >= static_cast<int>(m_document->sheets.size()))
        return nullptr;
    return &m_document->sheets[static_cast<std::size_t>(m_sheet)];
}

std::optional<QRectF> PagePreview::mapFrame() const
{
    const paper::Sheet* sheet = shownSheet();
    const std::vector<paper::GeoFrame> maps = sheet ? paper::geoFrames(*sheet) : std::vector<paper::GeoFrame>();
    return maps.empty() ? std::nullopt : std::optional(maps.front().frame);
}

void PagePreview::showCursor()
{
    setCursor(m_draggable && !m_editing && mapFrame() ? Qt::OpenHandCursor : Qt::ArrowCursor);
}

void PagePreview::wantPicture()
{
    if (!shownSheet())
        return;
    ++m_wanted;
    m_settle->start();
    if (!showsThisPaper())
        m_lateTimer->start();
}

bool PagePreview::showsThisPaper() const
{
    const paper::Sheet* sheet = shownSheet();
    return !m_picture.isNull() && sheet && m_picturePaper == sheet->size;
}

QRectF PagePreview::pageRect() const
{
    const paper::Sheet* sheet = shownSheet();
    const QSizeF paper = sheet ? sheet->size : QSizeF(297, 210);
    const QSizeF room = QSizeF(width() - 2 * margin, height() - 2 * margin).expandedTo({40, 40});
    const QSizeF size = paper.scaled(room, Qt::KeepAspectRatio);
    // Whole pixels of the screen, so that the picture is shown as it was painted.
    const double ratio = devicePixelRatioF();
    const auto whole = [ratio](double value) { return std::round(value * ratio) / ratio; };
    return {whole((width() - size.width()) / 2), whole((height() - size.height()) / 2), whole(size.width()),
            whole(size.height())};
}

QRectF PagePreview::frameRect() const
{
    const QRectF page = pageRect();
    const double scale = page.width() / shownSheet()->size.width();
    const QRectF frame = mapFrame().value_or(QRectF());
    return {page.topLeft() + frame.topLeft() * scale, frame.size() * scale};
}

void PagePreview::render()
{
    if (!shownSheet())
        return;
    const double ratio = devicePixelRatioF();
    const QSize pixels = (pageRect().size() * ratio).toSize().expandedTo({1, 1});
    m_job.run(
        [document = m_document, sheet = m_sheet, pixels, ratio](std::stop_token stop) {
            return stop.stop_requested() ? QImage() : paintedSheet(document->sheets[static_cast<std::size_t>(sheet)], pixels, ratio);
        },
        [this, size = shownSheet()->size, number = m_wanted](const QImage& picture) {
            m_picture = picture;
            m_picturePaper = size;
            m_shown = number;
            m_offset = m_dragging ? m_offset : QPointF();
            m_lateTimer->stop();
            m_late = false;
            update();
            Q_EMIT painted();
        });
}

void PagePreview::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.fillRect(rect(), isDark(palette()) ? QColor(0x14, 0x16, 0x18) : QColor(0xe4, 0xe4, 0xe1));
    const QRectF page = pageRect();
    paintShadow(painter, page);
    painter.fillRect(page, Qt::white);
    if (!showsThisPaper()) {
        if (m_late) {
            painter.setPen(themeColours(false).muted);
            painter.drawText(page, Qt::AlignCenter, tr("Drawing the page…"));
        }
        return;
    }
    const auto drawPicture = [&](const QPointF& by) {
        if (m_picture.deviceIndependentSize() == page.size())
            painter.drawImage(page.topLeft() + by, m_picture);
        else
            painter.drawImage(page.translated(by), m_picture);
    };
    drawPicture({});
    if (m_editing)
        paintFrames(painter);
    if (m_offset.isNull())
        return;
    // The map follows the hand within its frame; the page is painted anew when it has let go.
    painter.setClipRect(frameRect());
    painter.fillRect(frameRect(), QColor(0xf4, 0xf3, 0xef));
    painter.setClipRect(frameRect().intersected(frameRect().translated(m_offset)));
    drawPicture(m_offset);
}

void PagePreview::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    wantPicture();
}

void PagePreview::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (m_editing)
        return startEdit(event);
    if (!m_draggable || !isUpToDate() || !mapFrame())
        return;
    m_dragging = true;
    m_pressed = event->position();
    setCursor(Qt::ClosedHandCursor);
}

void PagePreview::mouseMoveEvent(QMouseEvent* event)
{
    if (m_editing)
        return moveEdit(event);
    if (!m_dragging)
        return;
    m_offset = event->position() - m_pressed;
    update();
}

void PagePreview::mouseReleaseEvent(QMouseEvent*)
{
    if (m_editing)
        return endEdit();
    if (!m_dragging)
        return;
    m_dragging = false;
    setCursor(Qt::OpenHandCursor);
    const double perPixel = shownSheet()->size.width() / pageRect().width();
    const QPointF moved = m_offset * perPixel;
    constexpr double smallest = 0.5; // millimetres: less is a click
    if (std::hypot(moved.x(), moved.y()) > smallest) {
        Q_EMIT dragged(moved); // the map stays where the hand has left it until the new page is there
    } else {
        m_offset = {};
        update();
    }
}

} // namespace hk::ui
