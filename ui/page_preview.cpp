#include "ui/page_preview.h"

#include "ui/theme.h"

#include <QFutureWatcher>
#include <QMouseEvent>
#include <QPainter>
#include <QtConcurrentRun>

namespace hk::ui {
namespace {

constexpr double margin = 24.0;

QImage paintedPage(const report::MapPage& page, const QSize& pixels, double ratio)
{
    QImage picture(pixels, QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::white);
    {
        QPainter painter(&picture);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
        const QSizeF paper = report::paperSize(page.paper, page.orientation);
        report::paintPage(painter, page, pixels.width() / paper.width());
    }
    picture.setDevicePixelRatio(ratio);
    return picture;
}

} // namespace

PagePreview::PagePreview(QWidget* parent)
    : QWidget(parent)
{
    setMinimumSize(360, 300);
    setCursor(Qt::OpenHandCursor);
}

QSize PagePreview::sizeHint() const { return {760, 600}; }

void PagePreview::setPage(const report::MapPage& page)
{
    m_page = page;
    m_hasPage = true;
    m_offset = {};
    render();
}

QRectF PagePreview::pageRect() const
{
    const QSizeF paper = report::paperSize(m_page.paper, m_page.orientation);
    const QSizeF size =
        paper.scaled(QSizeF(width() - 2 * margin, height() - 2 * margin), Qt::KeepAspectRatio).expandedTo({10, 10});
    return {QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size};
}

void PagePreview::render()
{
    if (!m_hasPage || width() < 60 || height() < 60)
        return;
    const double ratio = devicePixelRatioF();
    const int number = ++m_wanted;
    auto* watcher = new QFutureWatcher<QImage>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, number] {
        watcher->deleteLater();
        if (number != m_wanted)
            return;
        m_picture = watcher->result();
        m_shown = number;
        m_offset = {};
        update();
        Q_EMIT painted();
    });
    watcher->setFuture(
        QtConcurrent::run(paintedPage, m_page, (pageRect().size() * ratio).toSize().expandedTo({1, 1}), ratio));
}

void PagePreview::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.fillRect(rect(), isDark(palette()) ? QColor(0x14, 0x16, 0x18) : QColor(0xe4, 0xe4, 0xe1));
    const QRectF page = pageRect();
    for (int i = 8; i > 0; --i) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(0, 0, 0, 7));
        painter.drawRoundedRect(page.adjusted(-i, -i + 2, i, i + 2), i, i);
    }
    painter.fillRect(page, Qt::white);
    if (!m_picture.isNull())
        painter.drawImage(page, m_picture);
    if (m_dragging && !m_offset.isNull()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        const QPointF middle = page.center();
        painter.drawLine(middle, middle + m_offset);
    }
}

void PagePreview::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    render();
}

void PagePreview::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragging = true;
    m_pressed = event->position();
    setCursor(Qt::ClosedHandCursor);
}

void PagePreview::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_dragging)
        return;
    m_offset = event->position() - m_pressed;
    update();
}

void PagePreview::mouseReleaseEvent(QMouseEvent*)
{
    if (!m_dragging)
        return;
    m_dragging = false;
    setCursor(Qt::OpenHandCursor);
    const QSizeF paper = report::paperSize(m_page.paper, m_page.orientation);
    const double perPixel = paper.width() / pageRect().width();
    const QPointF moved = m_offset * perPixel;
    m_offset = {};
    if (std::hypot(moved.x(), moved.y()) > 1.0)
        Q_EMIT dragged(moved);
    update();
}

} // namespace hk::ui
