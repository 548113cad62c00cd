#include "ui/widgets.h"

#include "ui/icons.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QFrame>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QSplitter>
#include <QStyle>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <vector>

namespace hk::ui {

QLabel* label(const char* role, QWidget* parent)
{
    auto* made = new QLabel(parent);
    made->setProperty("role", QString::fromLatin1(role));
    return made;
}

QToolButton* linkButton(QWidget* parent)
{
    auto* made = new QToolButton(parent);
    made->setProperty("flatLink", true);
    made->setCursor(Qt::PointingHandCursor);
    return made;
}

void setStyleProperty(QWidget* widget, const char* name, bool value)
{
    if (widget->property(name).toBool() == value)
        return;
    widget->setProperty(name, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

QWidget* hairLine(QWidget* parent)
{
    auto* line = new QFrame(parent);
    line->setProperty("line", true);
    return line;
}

void fitColumns(const QAbstractItemView& view, QHeaderView& header, std::initializer_list<int> columns)
{
    constexpr int roomBesideHeading = 36;
    header.ensurePolished(); // for its font
    for (const int column : columns) {
        const QString heading = header.model()->headerData(column, Qt::Horizontal).toString();
        header.resizeSection(column, std::max(view.sizeHintForColumn(column),
                                              header.fontMetrics().horizontalAdvance(heading) + roomBesideHeading));
    }
}

void tight(QLayout* layout, int spacing)
{
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing);
}

namespace {

void collectStops(QWidget* widget, QList<QWidget*>& stops);

void collectStops(const QLayout* layout, QList<QWidget*>& stops)
{
    std::vector<QLayoutItem*> items;
    for (int i = 0; i < layout->count(); ++i)
        items.push_back(layout->itemAt(i));
    if (const auto* grid = qobject_cast<const QGridLayout*>(layout)) {
        const auto placeOf = [grid](QLayoutItem* item) {
            std::array<int, 4> at{};
            grid->getItemPosition(grid->indexOf(item), &at[0], &at[1], &at[2], &at[3]);
            return std::pair(at[0], at[1]);
        };
        std::stable_sort(items.begin(), items.end(), [&](QLayoutItem* a, QLayoutItem* b) { return placeOf(a) < placeOf(b); });
    }
    for (QLayoutItem* item : items) {
        if (item->widget())
            collectStops(item->widget(), stops);
        else if (item->layout())
            collectStops(item->layout(), stops);
    }
}

void collectStops(QWidget* widget, QList<QWidget*>& stops)
{
    if (const auto* scroll = qobject_cast<QScrollArea*>(widget)) {
        if (scroll->widget())
            collectStops(scroll->widget(), stops);
        return;
    }
    if (const auto* splitter = qobject_cast<QSplitter*>(widget)) {
        for (int i = 0; i < splitter->count(); ++i)
            collectStops(splitter->widget(i), stops);
        return;
    }
    if ((widget->focusPolicy() & Qt::TabFocus) != 0)
        stops.append(widget);
    else if (widget->layout())
        collectStops(widget->layout(), stops);
}

bool isValueBox(const QObject* object)
{
    return qobject_cast<const QComboBox*>(object) || qobject_cast<const QAbstractSpinBox*>(object);
}

} // namespace

void tabByLayout(QWidget* root)
{
    QList<QWidget*> stops;
    if (root->layout())
        collectStops(root->layout(), stops);
    for (qsizetype i = 1; i < stops.size(); ++i)
        QWidget::setTabOrder(stops[i - 1], stops[i]);
}

PanelScroll::PanelScroll(QWidget* content, QWidget* parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus); // Tab goes from part to part, and each is scrolled to
    setWidget(content);
    content->installEventFilter(this);
    guard(content);
    connect(qApp, &QApplication::focusChanged, this, &PanelScroll::showFocus);
}

void PanelScroll::showFocus()
{
    QWidget* now = QApplication::focusWidget();
    if (now && widget() && widget()->isAncestorOf(now))
        ensureWidgetVisible(now, 0, 2 * now->fontMetrics().height()); // its name above, a sentence below
}

void PanelScroll::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    QTimer::singleShot(0, this, &PanelScroll::showFocus);
}

void PanelScroll::guard(QWidget* part)
{
    for (QWidget* editor : part->findChildren<QWidget*>())
        if (isValueBox(editor)) {
            editor->setFocusPolicy(Qt::StrongFocus);
            editor->installEventFilter(this);
        }
}

QSize PanelScroll::minimumSizeHint() const
{
    return {widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width(), 80};
}

bool PanelScroll::eventFilter(QObject* watched, QEvent* event)
{
    // The wheel scrolls the panel and changes no value that happens to pass under it.
    if (event->type() == QEvent::Wheel && isValueBox(watched) && !static_cast<QWidget*>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    // Larger text or longer words ask for another width.
    if (watched == widget() && event->type() == QEvent::LayoutRequest &&
        minimumWidth() != minimumSizeHint().width())
        setMinimumWidth(minimumSizeHint().width());
    return QScrollArea::eventFilter(watched, event);
}

Section::Section(QWidget* parent)
    : QWidget(parent)
    , m_title(new QToolButton(this))
    , m_head(new QHBoxLayout)
    , m_body(new QWidget(this))
    , m_content(new QVBoxLayout(m_body))
{
    auto* outer = new QVBoxLayout(this);
    tight(outer, 4);
    tight(m_head, 0);
    tight(m_content, 4);
    m_title->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_title->setIconSize({12, 12});
    m_title->setStyleSheet(QStringLiteral("QToolButton { font-weight: 600; padding: 2px 4px 2px 0; }"));
    m_head->addWidget(m_title);
    m_head->addStretch();
    outer->addLayout(m_head);
    outer->addWidget(m_body);
    connect(m_title, &QToolButton::clicked, this, [this] { setFolded(!isFolded()); });
    setFolded(false);
}

void Section::setTitle(const QString& title)
{
    m_text = title;
    updateTitle();
}

void Section::setActive(bool active)
{
    m_active = active;
    updateTitle();
}

void Section::updateTitle()
{
    m_title->setText(m_active ? QStringLiteral("%1 •").arg(m_text) : m_text);
}

void Section::addLink(QToolButton* link)
{
    m_head->addWidget(link);
}

bool Section::isFolded() const
{
    return m_body->isHidden();
}

void Section::setFolded(bool folded)
{
    const bool changed = folded != isFolded();
    m_body->setVisible(!folded);
    m_title->setIcon(icon(folded ? QStringLiteral("chevron-right") : QStringLiteral("chevron-down")));
    if (changed)
        Q_EMIT foldedChanged(folded);
}

} // namespace hk::ui
