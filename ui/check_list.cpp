#include "ui/check_list.h"

#include "text/sentences.h"
#include "ui/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace hk::ui {
namespace {

class CheckRowDelegate : public QStyledItemDelegate {
public:
    CheckRowDelegate(const CheckList& list, int countRole, int codeRole, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_list(list)
        , m_countRole(countRole)
        , m_codeRole(codeRole)
    {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        return {100, option.fontMetrics.height() + 8};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const ThemeColours colours = themeColours(isDark(option.palette));
        painter->save();
        painter->setFont(option.font);
        if ((option.state & (QStyle::State_MouseOver | QStyle::State_HasFocus)) != 0)
            painter->fillRect(option.rect, colours.hover);
        QRect rect = option.rect.adjusted(2, 0, -4, 0);

        const bool checked = index.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked;
        paintBox(*painter, QRect(rect.left(), rect.center().y() - 7, 15, 15), checked, colours);
        rect.setLeft(rect.left() + 22);

        if (const QIcon symbol = m_list.iconOf(index); !symbol.isNull()) {
            symbol.paint(painter, QRect(rect.left(), rect.center().y() - 8, 17, 17));
            rect.setLeft(rect.left() + 23);
        }
        const qint64 count = index.data(m_countRole).toLongLong();
        const QString number = text::number(count);
        painter->setPen(colours.muted);
        painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, number);
        rect.setRight(rect.right() - std::max(option.fontMetrics.horizontalAdvance(number), 20) - 6);
        if (m_codeRole >= 0) {
            const QString code = index.data(m_codeRole).toString();
            painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, code);
            rect.setLeft(rect.left() + option.fontMetrics.horizontalAdvance(QStringLiteral("M4 ")) + 2);
        }
        painter->setPen(checked && count > 0 ? colours.text : colours.muted);
        painter->drawText(
            rect, Qt::AlignLeft | Qt::AlignVCenter,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, rect.width()));
        painter->restore();
    }

private:
    static void paintBox(QPainter& painter, const QRect& rect, bool checked, const ThemeColours& colours)
    {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(checked ? colours.accent : colours.muted, 1.0));
        painter.setBrush(checked ? colours.accent : colours.base);
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        if (!checked)
            return;
        painter.setPen(QPen(colours.accentText, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF at = QRectF(rect).topLeft();
        const QPointF tick[3] = {at + QPointF(3.6, 7.8), at + QPointF(6.4, 10.6), at + QPointF(11.4, 4.6)};
        painter.drawPolyline(tick, 3);
    }

    const CheckList& m_list;
    int m_countRole;
    int m_codeRole;
};

} // namespace

CheckList::CheckList(QAbstractItemModel* model, int countRole, int codeRole, QWidget* parent)
    : QListView(parent)
{
    setModel(model);
    setItemDelegate(new CheckRowDelegate(*this, countRole, codeRole, this));
    setProperty("panelList", true);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(model, &QAbstractItemModel::modelReset, this, &QWidget::updateGeometry);
    connect(model, &QAbstractItemModel::rowsInserted, this, &QWidget::updateGeometry);
}

void CheckList::setRowsShown(int most)
{
    m_most = most;
    updateGeometry();
}

void CheckList::setIconSource(IconSource source)
{
    m_icons = std::move(source);
}

QIcon CheckList::iconOf(const QModelIndex& index) const
{
    return m_icons ? m_icons(index) : QIcon();
}

QSize CheckList::sizeHint() const
{
    const int rows = model() ? std::clamp(model()->rowCount(), 1, m_most) : 1;
    const int height = model() && model()->rowCount() > 0 ? sizeHintForRow(0) : fontMetrics().height() + 8;
    return {160, rows * height + 2};
}

QSize CheckList::minimumSizeHint() const
{
    return sizeHint();
}

void CheckList::toggle(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    const bool checked = index.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked;
    model()->setData(index, checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

void CheckList::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_ignoreRelease) {
        m_ignoreRelease = false;
        return;
    }
    if (event->button() == Qt::LeftButton)
        toggle(indexAt(event->position().toPoint()));
}

void CheckList::mouseDoubleClickEvent(QMouseEvent* event)
{
    m_ignoreRelease = true;
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid())
        Q_EMIT onlyWanted(index);
}

void CheckList::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space) {
        toggle(currentIndex());
        return;
    }
    QListView::keyPressEvent(event);
}

} // namespace hk::ui
