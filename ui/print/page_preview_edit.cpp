// How frames are changed on the page itself.

#include "paper/page_edits.h"
#include "ui/print/page_preview.h"
#include "ui/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPlainTextEdit>

#include <algorithm>

namespace hk::ui {
namespace {

constexpr double reach = 6.0; ///< of a grip, pixels
const QColor frameBlue(0x1f, 0x6f, 0xd0);

} // namespace

void PagePreview::setMapDraggable(bool draggable)
{
    m_draggable = draggable;
    showCursor();
}

void PagePreview::setEditing(bool editing)
{
    if (m_editing == editing)
        return;
    endText(true);
    m_editing = editing;
    setFocusPolicy(editing ? Qt::StrongFocus : Qt::NoFocus);
    setMouseTracking(editing);
    choose({});
    showCursor();
    update();
}

double PagePreview::pixelsPerMillimetre() const
{
    const paper::Sheet* sheet = shownSheet();
    return sheet ? pageRect().width() / sheet->size.width() : 1.0;
}

QRectF PagePreview::inWidget(const QRectF& millimetres) const
{
    const double scale = pixelsPerMillimetre();
    return {pageRect().topLeft() + millimetres.topLeft() * scale, millimetres.size() * scale};
}

QPointF PagePreview::onSheet(const QPointF& point) const
{
    return (point - pageRect().topLeft()) / pixelsPerMillimetre();
}

/// The smallest one there: a frame within another can be reached.
const paper::Frame* PagePreview::frameAt(const QPointF& point) const
{
    const paper::Sheet* sheet = shownSheet();
    const paper::Frame* found = nullptr;
    const auto area = [](const QRectF& rect) { return rect.width() * rect.height(); };
    if (sheet)
        for (const paper::Frame& frame : sheet->frames)
            if (frame.rect.contains(onSheet(point)) && (!found || area(frame.rect) < area(found->rect)))
                found = &frame;
    return found;
}

const paper::Frame* PagePreview::chosen() const
{
    const paper::Sheet* sheet = shownSheet();
    if (!sheet || m_chosen.isEmpty())
        return nullptr;
    const auto found = std::find_if(sheet->frames.begin(), sheet->frames.end(),
                                    [this](const paper::Frame& frame) { return frame.id == m_chosen; });
    return found == sheet->frames.end() ? nullptr : &*found;
}

void PagePreview::choose(const QString& frame)
{
    if (m_chosen == frame)
        return;
    m_chosen = frame;
    m_awaited.clear();
    m_grip = Grip::None;
    update();
    Q_EMIT chosenFrameChanged();
}

void PagePreview::startEdit(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    endText(true);
    m_pressed = event->position();
    const paper::Frame* held = chosen();
    m_grip = held ? gripAt(inWidget(held->rect), m_pressed, reach) : Grip::None;
    if (m_grip == Grip::None) {
        held = frameAt(m_pressed);
        choose(held ? held->id : QString());
        m_grip = held ? Grip::All : Grip::None;
    }
    m_held = held ? held->rect : QRectF();
}

void PagePreview::moveEdit(QMouseEvent* event)
{
    const paper::Frame* held = chosen();
    if (m_grip == Grip::None || !held) {
        setCursor(held ? cursorOf(gripAt(inWidget(held->rect), event->position(), reach)) : Qt::ArrowCursor);
        return;
    }
    constexpr double smallest = 3.0; // pixels: less is a click
    const QPointF by = event->position() - m_pressed;
    m_held = by.manhattanLength() < smallest ? held->rect
                                             : draggedFrame(held->rect, m_grip, by / pixelsPerMillimetre(), shownSheet()->size);
    update();
}

void PagePreview::endEdit()
{
    const paper::Frame* held = chosen();
    const bool moved = m_grip != Grip::None && held && m_held != held->rect;
    m_grip = Grip::None;
    if (moved) {
        m_awaited = m_chosen;
        Q_EMIT frameMoved(m_chosen, m_held);
    }
    update();
}

void PagePreview::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (!m_editing)
        return QWidget::mouseDoubleClickEvent(event);
    m_grip = Grip::None;
    editText();
}

void PagePreview::keyPressEvent(QKeyEvent* event)
{
    const paper::Frame* frame = m_editing ? chosen() : nullptr;
    if (m_editing && !frame && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        return; // it does not print: the hand was at the page
    if (!frame)
        return QWidget::keyPressEvent(event);
    const auto step = [&](double x, double y) {
        const Grip grip = event->modifiers() & Qt::ShiftModifier ? Grip::BottomRight : Grip::All;
        // Of a key held down: on from where it went, before the page is there.
        const QRectF now = m_awaited == m_chosen ? m_held : frame->rect;
        const QRectF moved = draggedFrame(now, grip, {x, y}, shownSheet()->size);
        if (moved == now)
            return;
        m_held = moved;
        m_awaited = m_chosen;
        update();
        Q_EMIT frameMoved(m_chosen, moved);
    };
    switch (event->key()) {
    case Qt::Key_Left:
        return step(-1, 0);
    case Qt::Key_Right:
        return step(1, 0);
    case Qt::Key_Up:
        return step(0, -1);
    case Qt::Key_Down:
        return step(0, 1);
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        Q_EMIT frameHidden(m_chosen);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        return editText();
    case Qt::Key_Escape:
        return choose({});
    default:
        QWidget::keyPressEvent(event);
    }
}

/// Tab goes from frame to frame, and on from the last.
bool PagePreview::focusNextPrevChild(bool next)
{
    const paper::Sheet* sheet = shownSheet();
    if (!m_editing || !sheet || sheet->frames.empty())
        return QWidget::focusNextPrevChild(next);
    const auto count = static_cast<int>(sheet->frames.size());
    const paper::Frame* now = chosen();
    const int at = now ? static_cast<int>(now - sheet->frames.data()) + (next ? 1 : -1) : next ? 0 : count - 1;
    if (at < 0 || at >= count) {
        choose({});
        return QWidget::focusNextPrevChild(next);
    }
    choose(sheet->frames[static_cast<std::size_t>(at)].id);
    return true;
}

void PagePreview::editText()
{
    const paper::Frame* frame = chosen();
    const auto text = frame ? frame->part->editableText() : std::nullopt;
    if (!text)
        return;
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName(QStringLiteral("frameText"));
    m_text->setAccessibleName(tr("Text of the frame"));
    m_text->setPlainText(*text);
    m_text->setTabChangesFocus(true);
    constexpr int least = 44;
    const QRect place = inWidget(frame->rect).toAlignedRect();
    m_text->setGeometry(QRect(place.topLeft(), place.size().expandedTo({260, least})) & rect());
    m_text->installEventFilter(this);
    m_text->show();
    m_text->selectAll();
    m_text->setFocus();
}

void PagePreview::endText(bool keep)
{
    if (!m_text)
        return;
    QPlainTextEdit* editor = m_text;
    m_text = nullptr;
    const QString words = editor->toPlainText();
    editor->removeEventFilter(this);
    editor->deleteLater();
    const paper::Frame* frame = chosen();
    if (keep && frame && frame->part->editableText() != words)
        Q_EMIT textChanged(m_chosen, words);
    setFocus();
}

/// Enter keeps the words, Shift+Enter makes a line, Escape leaves them as they were.
bool PagePreview::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_text)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut) {
        endText(true);
        return false;
    }
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool enter = (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && !(key->modifiers() & Qt::ShiftModifier);
    if (!enter && key->key() != Qt::Key_Escape)
        return false;
    if (event->type() == QEvent::ShortcutOverride)
        event->accept();
    else
        endText(enter);
    return true;
}

void PagePreview::paintFrames(QPainter& painter) const
{
    const paper::Sheet* sheet = shownSheet();
    if (!sheet || m_text)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    for (const paper::Frame& frame : sheet->frames) {
        painter.setPen(QPen(QColor(frameBlue.red(), frameBlue.green(), frameBlue.blue(), 110), 1, Qt::DotLine));
        painter.drawRect(inWidget(frame.rect).toRect());
    }
    if (const paper::Frame* held = chosen()) {
        const bool moving = m_grip != Grip::None || m_awaited == m_chosen;
        const QRect rect = inWidget(moving ? m_held : held->rect).toRect();
        painter.setPen(QPen(frameBlue, 2));
        painter.drawRect(rect);
        for (const QPoint& corner : {rect.topLeft(), rect.topRight(), rect.bottomLeft(), rect.bottomRight()})
            painter.fillRect(QRect(corner - QPoint(3, 3), QSize(7, 7)), frameBlue);
    }
    painter.restore();
}

} // namespace hk::ui
