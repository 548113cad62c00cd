#include "ui/page_preview.h"

#include "ui/theme.h"

#include <QPainter>
#include <QTimer>

namespace hk::ui {
namespace {

constexpr double deskMargin = 24.0;

void paintShadow(QPainter& painter, const QRectF& page)
{
    constexpr int rings = 8;
    painter.setBrush(Qt::NoBrush);
    for (int i = rings; i > 0; --i) {
        QColor shade(Qt::black);
        shade.setAlphaF(0.045F * static_cast<float>(rings - i + 1) / static_cast<float>(rings));
        painter.setPen(QPen(shade, 1.0));
        painter.drawRoundedRect(page.translated(0, 2).adjusted(-i, -i, i, i), i, i);
    }
}

} // namespace

PagePreview::PagePreview(QWidget* parent)
    : QWidget(parent)
    , m_settle(new QTimer(this))
    , m_lateTimer(new QTimer(this))
{
    setMinimumSize(160, 160);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_settle->setSingleShot(true);
    m_settle->setInterval(60);
    m_lateTimer->setSingleShot(true);
    m_lateTimer->setInterval(150);
    connect(m_settle, &QTimer::timeout, this, &PagePreview::render);
    connect(m_lateTimer, &QTimer::timeout, this, [this] {
        m_late = true;
        update();
    });
}

QSize PagePreview::sizeHint() const { return {640, 520}; }

void PagePreview::setPage(std::shared_ptr<const report::MapPage> page)
{
    m_page = std::move(page);
    m_settle->start();
    m_lateTimer->start();
    update();
}

QRectF PagePreview::pageRect() const
{
    const QSizeF paper = m_page ? report::paperSize(m_page->paper, m_page->orientation) : QSizeF(297, 210);
    const QSizeF room(std::max(40.0, width() - 2 * deskMargin), std::max(40.0, height() - 2 * deskMargin));
    const QSizeF fitted = paper.scaled(room, Qt::KeepAspectRatio);
    // Whole device pixels, so that the image is shown as it was painted.
    const qreal ratio = devicePixelRatioF();
    const auto whole = [ratio](qreal value) { return std::round(value * ratio) / ratio; };
    return {whole((width() - fitted.width()) / 2), whole((height() - fitted.height()) / 2), whole(fitted.width()),
            whole(fitted.height())};
}

void PagePreview::render()
{
    if (!m_page)
        return;
    const qreal ratio = devicePixelRatioF();
    const QSize pixels = (pageRect().size() * ratio).toSize();
    const QSizeF paper = report::paperSize(m_page->paper, m_page->orientation);
    m_job.run(
        [page = m_page, pixels, paper, ratio](std::stop_token stop) {
            if (stop.stop_requested())
                return QImage();
            QImage image(pixels, QImage::Format_RGB32);
            image.fill(Qt::white);
            {
                QPainter painter(&image);
                painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing
                                       | QPainter::SmoothPixmapTransform);
                report::paintPage(painter, *page, pixels.width() / paper.width());
            }
            image.setDevicePixelRatio(ratio);
            return image;
        },
        [this, paper](const QImage& image) {
            m_image = image;
            m_imagePaper = paper;
            m_lateTimer->stop();
            m_late = false;
            update();
            Q_EMIT rendered();
        });
}

void PagePreview::resizeEvent(QResizeEvent*)
{
    if (m_page)
        m_settle->start();
}

void PagePreview::paintEvent(QPaintEvent*)
{
    const ThemeColours colours = themeColours(isDark(palette()));
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.fillRect(rect(), colours.pressed);
    const QRectF page = pageRect();
    paintShadow(painter, page);
    painter.fillRect(page, Qt::white);
    const bool sameShape = m_page && m_imagePaper == report::paperSize(m_page->paper, m_page->orientation);
    const bool sameAspect
        = !m_image.isNull() && std::abs(m_imagePaper.width() / m_imagePaper.height() - page.width() / page.height()) < 0.01;
    if (sameShape || sameAspect) {
        if (m_image.deviceIndependentSize() == page.size())
            painter.drawImage(page.topLeft(), m_image);
        else
            painter.drawImage(page, m_image);
    } else if (m_late) {
        painter.setPen(themeColours(false).muted);
        painter.drawText(page, Qt::AlignCenter, tr("Drawing the page…"));
    }
}

} // namespace hk::ui
