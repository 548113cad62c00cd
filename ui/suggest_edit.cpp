#include "ui/suggest_edit.h"

#include "ui/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <algorithm>

namespace hk::ui {
namespace {

/// A suggestion: icon, text, and a muted word at the right.
class SuggestionDelegate : public QStyledItemDelegate {
public:
    SuggestionDelegate(const SuggestEdit& edit, int detailRole, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_edit(edit)
        , m_detailRole(detailRole)
    {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        return {100, option.fontMetrics.height() + 10};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const ThemeColours colours = themeColours(isDark(option.palette));
        painter->save();
        if ((option.state & QStyle::State_Selected) != 0) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(colours.accentSoft);
            painter->drawRoundedRect(option.rect, 4, 4);
        }
        QRect rect = option.rect.adjusted(8, 0, -8, 0);
        if (const QIcon sign = m_edit.iconOf(index); !sign.isNull()) {
            sign.paint(painter, QRect(rect.left(), rect.center().y() - 7, 16, 16));
            rect.setLeft(rect.left() + 24);
        }
        painter->setFont(option.font);
        if (m_detailRole >= 0) {
            // The name comes first: what is told of it takes the room that is left, and half of a narrow row.
            const int name = std::min(option.fontMetrics.horizontalAdvance(index.data().toString()), rect.width() / 2);
            const QString detail = option.fontMetrics.elidedText(index.data(m_detailRole).toString(), Qt::ElideMiddle,
                                                                 rect.width() - name - 12);
            if (!detail.isEmpty()) {
                painter->setPen(colours.muted);
                painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, detail);
                rect.setRight(rect.right() - option.fontMetrics.horizontalAdvance(detail) - 12);
            }
        }
        painter->setPen(colours.text);
        painter->drawText(
            rect, Qt::AlignLeft | Qt::AlignVCenter,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, rect.width()));
        painter->restore();
    }

private:
    const SuggestEdit& m_edit;
    int m_detailRole;
};

constexpr int rowsShown = 8;

} // namespace

SuggestEdit::SuggestEdit(QAbstractItemModel* model, int detailRole, QWidget* parent)
    : QLineEdit(parent)
    , m_model(model)
    , m_list(new QListView(this))
{
    m_list->setModel(model);
    m_list->setItemDelegate(new SuggestionDelegate(*this, detailRole, m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setProperty("suggestions", true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->hide();
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this,
            [this] { m_rowBefore = m_list ? m_list->currentIndex().row() : 0; });
    connect(this, &QLineEdit::textEdited, this, &SuggestEdit::searchWanted);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) { take(index.row()); });
    connect(m_list, &QListView::entered, m_list, &QListView::setCurrentIndex);
    // The list becomes a child of the whole window when it is shown, and goes with the edit all the same.
    connect(this, &QObject::destroyed, m_list, &QObject::deleteLater);
}

SuggestEdit::~SuggestEdit() = default;

bool SuggestEdit::isListShown() const
{
    return m_list && m_list->isVisible();
}

void SuggestEdit::hideList()
{
    if (m_list)
        m_list->hide();
}

void SuggestEdit::setIconSource(IconSource source)
{
    m_icons = std::move(source);
}

QIcon SuggestEdit::iconOf(const QModelIndex& index) const
{
    return m_icons ? m_icons(index) : QIcon();
}

void SuggestEdit::updateList()
{
    if (!m_list || m_model->rowCount() == 0 || !hasFocus()) {
        hideList();
        return;
    }
    placeList();
    m_list->setCurrentIndex(m_model->index(0, 0));
    m_list->scrollToTop();
    m_list->show();
    m_list->raise();
}

void SuggestEdit::growList()
{
    if (isListShown())
        placeList();
    else
        updateList();
}

void SuggestEdit::refreshList()
{
    const bool wasShown = isListShown();
    const int row = m_rowBefore;
    updateList();
    if (wasShown && isListShown())
        m_list->setCurrentIndex(m_model->index(std::clamp(row, 0, m_model->rowCount() - 1), 0));
}

void SuggestEdit::placeList()
{
    QWidget* home = window();
    if (m_list->parentWidget() != home)
        m_list->setParent(home);
    const int rows = std::min(rowsShown, m_model->rowCount());
    const int height = rows * m_list->sizeHintForRow(0) + 8;
    QPoint corner = mapTo(home, QPoint(0, this->height() + 2));
    if (corner.y() + height > home->height() - 4)
        corner.setY(std::max(4, mapTo(home, QPoint(0, 0)).y() - height - 2));
    m_list->setGeometry(QRect(corner, QSize(width(), std::min(height, home->height() - 8))));
}

void SuggestEdit::take(int row)
{
    hideList();
    Q_EMIT chosen(row);
}

bool SuggestEdit::moveInList(int key)
{
    const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
    const int page = key == Qt::Key_PageDown ? rowsShown : key == Qt::Key_PageUp ? -rowsShown : 0;
    if (step == 0 && page == 0)
        return false;
    const int last = m_model->rowCount() - 1;
    const int row = std::clamp(m_list->currentIndex().row() + step + page, 0, last);
    m_list->setCurrentIndex(m_model->index(row, 0));
    return true;
}

void SuggestEdit::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    const bool plain = (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) == 0;
    if (!isListShown()) {
        if (key == Qt::Key_Down && plain) {
            Q_EMIT searchWanted(text());
            updateList();
            return;
        }
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && plain) {
            Q_EMIT submitted();
            return;
        }
        QLineEdit::keyPressEvent(event);
        return;
    }
    if (key == Qt::Key_Escape) {
        hideList();
        return;
    }
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && plain) {
        take(std::max(0, m_list->currentIndex().row()));
        return;
    }
    if (plain && moveInList(key))
        return;
    QLineEdit::keyPressEvent(event);
}

void SuggestEdit::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    hideList();
    Q_EMIT left();
}

bool SuggestEdit::event(QEvent* event)
{
    // Esc puts the list away before it is anybody else's shortcut.
    if (event->type() == QEvent::ShortcutOverride && isListShown() &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::Hide || event->type() == QEvent::Resize)
        hideList();
    return QLineEdit::event(event);
}

} // namespace hk::ui
