#include "ui/methods/method_list.h"

#include "ui/caption.h"
#include "ui/theme.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace hk::ui {
namespace {

constexpr int questionRole = Qt::UserRole;
constexpr int methodRole = Qt::UserRole + 1;
constexpr int left = 12;
constexpr int top = 8;

/// The name, and the question below it over as many lines as it needs.
class MethodDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto* view = qobject_cast<const QListWidget*>(option.widget);
        const int width = (view ? view->viewport()->width() : 240) - 2 * left;
        const QFontMetrics small(captionFont(option.font));
        const QRect words = small.boundingRect(QRect(0, 0, width, 1000), Qt::TextWordWrap,
                                               index.data(questionRole).toString());
        return {width, option.fontMetrics.height() + 2 + words.height() + 2 * top};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const ThemeColours colours = themeColours(isDark(option.palette));
        const bool marked = (option.state & (QStyle::State_MouseOver | QStyle::State_HasFocus)) != 0;
        painter->save();
        if (marked)
            painter->fillRect(option.rect, colours.hover);
        painter->fillRect(QRect(option.rect.left() + left, option.rect.bottom(), option.rect.width() - 2 * left, 1),
                          colours.border);
        QRect rect = option.rect.adjusted(left, top, -left, -top);
        QFont bold = option.font;
        bold.setWeight(QFont::DemiBold);
        painter->setFont(bold);
        painter->setPen(colours.text);
        const int height = QFontMetrics(bold).height();
        painter->drawText(QRect(rect.topLeft(), QSize(rect.width(), height)), Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(bold).elidedText(index.data().toString(), Qt::ElideRight, rect.width()));
        rect.setTop(rect.top() + height + 2);
        painter->setFont(captionFont(option.font));
        painter->setPen(colours.muted);
        painter->drawText(rect, Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, index.data(questionRole).toString());
        painter->restore();
    }
};

} // namespace

MethodList::MethodList(QWidget* parent)
    : QListWidget(parent)
{
    setObjectName(QStringLiteral("methodList"));
    setProperty("panelList", true);
    setItemDelegate(new MethodDelegate(this));
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSelectionMode(QAbstractItemView::NoSelection);
    for (const methods::Method method : methods::allMethods()) {
        auto* item = new QListWidgetItem(this);
        item->setData(methodRole, static_cast<int>(method));
    }
    const auto choose = [this](const QListWidgetItem* item) {
        Q_EMIT methodChosen(static_cast<methods::Method>(item->data(methodRole).toInt()));
    };
    connect(this, &QListWidget::itemClicked, this, choose);
    connect(this, &QListWidget::itemActivated, this, choose);
    retranslate();
}

void MethodList::retranslate()
{
    setAccessibleName(tr("Analyses"));
    for (int row = 0; row < count(); ++row) {
        const auto method = static_cast<methods::Method>(item(row)->data(methodRole).toInt());
        item(row)->setText(methods::titleOf(method));
        item(row)->setData(questionRole, methods::questionOf(method));
        item(row)->setData(Qt::AccessibleDescriptionRole, methods::questionOf(method));
    }
    scheduleDelayedItemsLayout();
}

void MethodList::resizeEvent(QResizeEvent* event)
{
    QListWidget::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

} // namespace hk::ui
