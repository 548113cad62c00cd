#include "ui/map_view_card.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace hk::ui {

MapCard::MapCard(QWidget* parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_lines(new QLabel(this))
{
    setObjectName(QStringLiteral("mapCard"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::Box);
    setAutoFillBackground(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 8, 10, 8);
    column->setSpacing(2);
    for (QLabel* label : {m_title, m_lines}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    dress();
    hide();
}

void MapCard::dress()
{
    setBackgroundRole(QPalette::Base);
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
}

void MapCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange)
        dress();
    QFrame::changeEvent(event);
}

QString MapCard::text() const
{
    return m_lines->text().isEmpty() ? m_title->text()
                                     : m_title->text() + QLatin1Char('\n') + m_lines->text();
}

void MapCard::showAt(const QPointF& place, double reach, const QStringList& words)
{
    if (words.isEmpty()) {
        hide();
        return;
    }
    m_title->setText(words.front());
    m_lines->setText(words.mid(1).join(QLatin1Char('\n')));
    m_lines->setVisible(words.size() > 1);

    const QRect room = parentWidget()->rect().adjusted(6, 6, -6, -6);
    const QFontMetrics metrics(font());
    int widest = QFontMetrics(m_title->font()).horizontalAdvance(words.front());
    for (const QString& line : words.mid(1))
        widest = std::max(widest, metrics.horizontalAdvance(line));
    const int frame = 2 * frameWidth();
    const QMargins inner = layout()->contentsMargins();
    const int around = frame + inner.left() + inner.right();
    const int width = std::min({widest + around + 2, 42 * metrics.averageCharWidth() + around, room.width()});
    int tall = frame + inner.top() + inner.bottom() + m_title->heightForWidth(width - around);
    if (words.size() > 1)
        tall += layout()->spacing() + m_lines->heightForWidth(width - around);
    const int height = std::min(tall, room.height());

    const int away = static_cast<int>(std::ceil(reach)) + 6;
    const QPoint at = place.toPoint();
    QPoint corner(at.x() + away, at.y() - height / 2);
    if (corner.x() + width > room.right())
        corner.setX(at.x() - away - width);
    if (corner.x() < room.left()) { // neither side has room: above or below
        corner.setX(at.x() - width / 2);
        corner.setY(at.y() - away - height >= room.top() ? at.y() - away - height : at.y() + away);
    }
    corner.setX(std::clamp(corner.x(), room.left(), std::max(room.left(), room.right() + 1 - width)));
    corner.setY(std::clamp(corner.y(), room.top(), std::max(room.top(), room.bottom() + 1 - height)));
    setGeometry(QRect(corner, QSize(width, height)));
    show();
    raise();
}

} // namespace hk::ui
