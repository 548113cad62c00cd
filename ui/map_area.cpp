#include "ui/map_area.h"

#include "ui/draft_offer.h"
#include "ui/empty_card.h"
#include "ui/error_banner.h"
#include "ui/map_view.h"
#include "ui/receipt_bar.h"
#include "ui/welcome_page.h"

#include <QProgressBar>
#include <QTimer>

namespace hk::ui {

MapArea::MapArea(QWidget* parent)
    : QWidget(parent)
    , m_map(new MapView(this))
    , m_banner(new ErrorBanner(this))
    , m_receipt(new ReceiptBar(this))
    , m_offer(new DraftOffer(this))
    , m_empty(new EmptyCard(this))
    , m_welcome(new WelcomePage(this))
    , m_progress(new QProgressBar(this))
    , m_delay(new QTimer(this))
{
    setMinimumSize(320, 240);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->hide();
    m_delay->setSingleShot(true);
    m_delay->setInterval(150);
    connect(m_delay, &QTimer::timeout, m_progress, &QWidget::show);
    connect(m_banner, &ErrorBanner::resized, this, &MapArea::place);
    connect(m_receipt, &ReceiptBar::resized, this, &MapArea::place);
    connect(m_offer, &DraftOffer::resized, this, &MapArea::place);
    connect(m_empty, &EmptyCard::resized, this, &MapArea::place);
    m_welcome->raise();
    m_banner->raise();
}

void MapArea::showBeside(MapView* second)
{
    if (m_second)
        m_second->hide();
    m_second = second;
    place();
    if (m_second) {
        m_second->stackUnder(m_banner);
        m_second->show();
    }
    for (QWidget* above : {static_cast<QWidget*>(m_receipt), static_cast<QWidget*>(m_offer), static_cast<QWidget*>(m_empty),
                           static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_welcome), static_cast<QWidget*>(m_banner)})
        above->raise();
}

void MapArea::setWelcomeShown(bool shown)
{
    m_welcome->setVisible(shown);
    if (shown)
        m_empty->hide();
    place();
}

void MapArea::setWorking(bool working)
{
    if (working) {
        m_delay->start();
        return;
    }
    m_delay->stop();
    m_progress->hide();
}

void MapArea::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

void MapArea::place()
{
    constexpr int between = 2;
    const int half = (width() - between) / 2;
    m_map->setGeometry(m_second ? QRect(0, 0, half, height()) : rect());
    if (m_second)
        m_second->setGeometry(half + between, 0, width() - half - between, height());
    m_welcome->setGeometry(rect());
    m_progress->setGeometry(0, 0, width(), 3);
    const int bannerWidth = std::min(560, width() - 24);
    const auto heightOf = [bannerWidth](const QWidget& words) { // as tall as its words need at this width, no taller
        return words.hasHeightForWidth() ? words.heightForWidth(bannerWidth) : words.sizeHint().height();
    };
    m_banner->setGeometry((width() - bannerWidth) / 2, 12, bannerWidth, heightOf(*m_banner));
    // Below the banner of errors, which comes and goes.
    const int top = m_banner->isHidden() ? 12 : m_banner->geometry().bottom() + 9;
    m_offer->setGeometry((width() - bannerWidth) / 2, top, bannerWidth, heightOf(*m_offer));
    m_receipt->adjustSize();
    m_receipt->move((width() - m_receipt->width()) / 2, height() - m_receipt->height() - 44);
    m_empty->adjustSize();
    m_empty->move((width() - m_empty->width()) / 2, (height() - m_empty->height()) * 2 / 5);
}

} // namespace hk::ui
