#include "ui/charts/chart_view.h"

#include "ui/caption.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace hk::ui {

namespace {

constexpr int preferredWidth = 220;
constexpr int leastWidth = 140;
constexpr double rim = 2.0; // for the mark of what has the focus

} // namespace

ChartView::ChartView(QWidget* parent)
    : QWidget(parent)
    , m_data(chart::BarList{})
{
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(false);
    setSizePolicy(policy);
}

ChartView::~ChartView() = default;

chart::Style ChartView::style() const
{
    return {captionFont(font()), 1.0, chart::Look::of(palette())};
}

QRectF ChartView::area() const
{
    return QRectF(rect()).adjusted(rim, rim, -rim, -rim);
}

const chart::Chart& ChartView::drawn() const
{
    if (!m_drawn)
        m_drawn = chart::laidOutAny(m_data, area(), style());
    return *m_drawn;
}

void ChartView::forget()
{
    m_drawn.reset();
    const int last = drawn().size() - 1;
    m_hovered = std::min(m_hovered, last);
    m_current = std::min(m_current, last);
    m_anchor = std::min(m_anchor, last);
    update();
}

void ChartView::setData(chart::Data data)
{
    // The mark of the keyboard stays with what it is on.
    const QString marked = m_current >= 0 ? drawn().row(m_current).first() : QString();
    const QSize before = sizeHint();
    m_data = std::move(data);
    forget();
    for (int i = 0; i < size() && !marked.isEmpty() && !m_dragging; ++i)
        if (drawn().row(i).first() == marked)
            m_current = m_anchor = i;
    setAccessibleName(chart::headingOf(m_data).title);
    describe();
    if (sizeHint() != before)
        updateGeometry();
}

void ChartView::setChoosable(bool choosable)
{
    m_choosable = choosable;
    setFocusPolicy(choosable ? Qt::StrongFocus : Qt::NoFocus);
}

void ChartView::setWantedHeight(int pixels)
{
    m_wantedHeight = pixels;
    updateGeometry();
}

int ChartView::size() const
{
    return drawn().size();
}

QRectF ChartView::barRect(int index) const
{
    return drawn().barRect(index);
}

QString ChartView::words(int index) const
{
    return drawn().words(index);
}

bool ChartView::isOthers(int index) const
{
    return list() && index == drawn().size() - 1 &&
           static_cast<std::size_t>(drawn().size()) < list()->bars.size();
}

QSize ChartView::sizeHint() const
{
    const int height =
        list() ? static_cast<int>(std::ceil(chart::heightOf(*list(), style(), preferredWidth) + 2 * rim))
               : m_wantedHeight;
    return {preferredWidth, height};
}

QSize ChartView::minimumSizeHint() const
{
    constexpr double leastLines = 6.5; // a heading and some rows, or bars that can be told apart
    const int least = static_cast<int>(leastLines * QFontMetricsF(captionFont(font())).height());
    return {leastWidth, m_choosable ? std::min(least, sizeHint().height()) : sizeHint().height()};
}

int ChartView::at(const QPointF& position) const
{
    return drawn().hitTest(position);
}

void ChartView::describe()
{
    QString words = drawn().altText();
    if (m_current >= 0)
        words = this->words(m_current) + QStringLiteral(". ") + words;
    setAccessibleDescription(words);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void ChartView::setHovered(int index, const QPoint& globalPosition)
{
    if (index == m_hovered)
        return;
    m_hovered = index;
    update();
    if (index >= 0)
        QToolTip::showText(globalPosition, words(index), this);
    else
        QToolTip::hideText();
}

void ChartView::setCurrent(int index, bool extend)
{
    m_current = std::clamp(index, -1, size() - 1);
    if (!extend || m_anchor < 0)
        m_anchor = m_current;
    describe();
    update();
}

void ChartView::choose(bool add)
{
    if (!m_choosable || m_current < 0)
        return;
    int first = std::min(m_anchor, m_current);
    int last = std::max(m_anchor, m_current);
    if (isOthers(last))
        --last;
    if (first <= last)
        Q_EMIT chosen(first, last, add);
}

bool ChartView::event(QEvent* event)
{
    switch (event->type()) {
    case QEvent::ToolTip: {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int bar = at(help->pos());
        if (bar >= 0)
            QToolTip::showText(help->globalPos(), words(bar), this);
        else
            QToolTip::hideText();
        return true;
    }
    case QEvent::Resize:
    case QEvent::FontChange:
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
        forget();
        break;
    default:
        break;
    }
    return QWidget::event(event);
}

void ChartView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QColor accent = palette().color(QPalette::Highlight);
    const QColor ground = palette().color(QPalette::Window);
    if (m_dragging || m_anchor != m_current)
        for (int i = std::min(m_anchor, m_current); i >= 0 && i <= std::max(m_anchor, m_current); ++i)
            painter.fillRect(drawn().wholeRect(i), mixed(ground, accent, 0.25));
    if (m_hovered >= 0)
        painter.fillRect(drawn().wholeRect(m_hovered),
                         mixed(ground, palette().color(QPalette::WindowText), 0.08));
    drawn().paint(painter);
    if (hasFocus() && m_current >= 0) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(accent, 2));
        painter.drawRoundedRect(drawn().wholeRect(m_current).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    }
}

void ChartView::mousePressEvent(QMouseEvent* event)
{
    const int bar = at(event->position());
    if (!m_choosable || event->button() != Qt::LeftButton || bar < 0)
        return QWidget::mousePressEvent(event);
    m_dragging = true;
    setCurrent(bar, false);
}

void ChartView::mouseMoveEvent(QMouseEvent* event)
{
    const int bar = at(event->position());
    setHovered(bar, event->globalPosition().toPoint());
    if (m_dragging && bar >= 0 && bar != m_current)
        setCurrent(bar, true);
}

void ChartView::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_dragging || event->button() != Qt::LeftButton)
        return QWidget::mouseReleaseEvent(event);
    m_dragging = false;
    choose(event->modifiers().testFlag(Qt::ControlModifier));
    m_anchor = m_current;
    update();
}

void ChartView::keyPressEvent(QKeyEvent* event)
{
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool lies = list() != nullptr;
    int step = 0;
    switch (event->key()) {
    case Qt::Key_Left:
        step = lies ? 0 : -1;
        break;
    case Qt::Key_Right:
        step = lies ? 0 : 1;
        break;
    case Qt::Key_Up:
        step = lies ? -1 : 0;
        break;
    case Qt::Key_Down:
        step = lies ? 1 : 0;
        break;
    case Qt::Key_Home:
        setCurrent(0, extend);
        return;
    case Qt::Key_End:
        setCurrent(size() - 1, extend);
        return;
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(event->modifiers().testFlag(Qt::ControlModifier));
        return;
    case Qt::Key_Escape:
        Q_EMIT choiceEnded();
        return;
    default:
        break;
    }
    if (step == 0)
        return QWidget::keyPressEvent(event);
    setCurrent(std::clamp(m_current + step, 0, std::max(0, size() - 1)), extend);
}

void ChartView::leaveEvent(QEvent*)
{
    setHovered(-1, {});
}

void ChartView::focusInEvent(QFocusEvent* event)
{
    if (m_current < 0 && event->reason() != Qt::MouseFocusReason)
        setCurrent(0, false);
    QWidget::focusInEvent(event);
}

void ChartView::focusOutEvent(QFocusEvent* event)
{
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        setCurrent(-1, false);
    QWidget::focusOutEvent(event);
}

QString ChartView::numbers() const
{
    QStringList rows{drawn().head().join(u'\t')};
    for (int i = 0; i < size(); ++i)
        rows.append(drawn().row(i).join(u'\t'));
    return rows.join(u'\n');
}

void ChartView::copyPicture() const
{
    constexpr qreal scale = 3.0; // for a document
    QImage picture(size() > 0 ? rect().size() * scale : QSize(), QImage::Format_RGB32);
    if (picture.isNull())
        return;
    picture.setDevicePixelRatio(scale);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    const chart::ChartPtr onPaper =
        chart::laidOutAny(m_data, area(), {captionFont(font()), 1.0, chart::Look::paper()});
    onPaper->paint(painter);
    painter.end();
    QApplication::clipboard()->setImage(picture);
}

void ChartView::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    menu.addAction(tr("Copy as &picture"), this, &ChartView::copyPicture);
    menu.addAction(tr("Copy &numbers"), this, [this] { QApplication::clipboard()->setText(numbers()); });
    menu.exec(event->globalPos());
}

} // namespace hk::ui
