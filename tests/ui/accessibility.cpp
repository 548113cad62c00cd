#include "accessibility.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QTest>
#include <QTextEdit>
#include <QToolBar>
#include <QToolButton>

namespace hk::test {
namespace {

QString nameOf(const QWidget* widget)
{
    return QStringLiteral("%1 %2").arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName());
}

/// Whether another control stands for it: the line of a spin box, the list of a combo box, what Qt makes itself.
bool isPart(const QWidget* widget)
{
    if (widget->objectName().startsWith(QStringLiteral("qt_")) || qobject_cast<const QHeaderView*>(widget)
        || qobject_cast<const QScrollBar*>(widget))
        return true;
    for (const QWidget* above = widget->parentWidget(); above; above = above->parentWidget())
        if (qobject_cast<const QComboBox*>(above) || qobject_cast<const QAbstractSpinBox*>(above)
            || qobject_cast<const QAbstractItemView*>(above) || qobject_cast<const QLineEdit*>(above))
            return true;
    return false;
}

bool isControl(const QWidget* widget)
{
    if (isPart(widget) || qobject_cast<const QScrollArea*>(widget) || qobject_cast<const QToolBar*>(widget))
        return false;
    return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget)
           || qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget)
           || qobject_cast<const QPlainTextEdit*>(widget) || qobject_cast<const QTextEdit*>(widget)
           || qobject_cast<const QAbstractItemView*>(widget) || qobject_cast<const QAbstractSlider*>(widget)
           || qobject_cast<const QTabBar*>(widget) || (widget->focusPolicy() & Qt::TabFocus) != 0;
}

QList<QWidget*> controlsOf(QWidget* root)
{
    QList<QWidget*> controls;
    for (QWidget* widget : root->findChildren<QWidget*>())
        if (widget->window() == root->window() && widget->isVisible() && isControl(widget))
            controls.append(widget);
    return controls;
}

bool isStop(const QWidget* widget)
{
    return widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !widget->focusProxy();
}

QRect placeOf(const QWidget* widget)
{
    return QRect(widget->mapTo(widget->window(), QPoint()), widget->size());
}

/// The bar or the docked panel that a control is part of, else its window.
const QWidget* panelOf(const QWidget* widget)
{
    const QWidget* panel = widget;
    while (!panel->isWindow() && !qobject_cast<const QDockWidget*>(panel) && !qobject_cast<const QToolBar*>(panel))
        panel = panel->parentWidget();
    return panel;
}

bool againstReading(const QRect& from, const QRect& to)
{
    constexpr int slack = 6; // baselines of unlike controls in one line
    const bool sameLine = from.top() <= to.bottom() - slack && to.top() <= from.bottom() - slack;
    if (sameLine)
        return to.left() < from.left() - slack && to.top() <= from.top() + slack;
    return to.bottom() <= from.top() + slack && to.left() < from.right() - slack;
}

} // namespace

QStringList namelessControls(QWidget* root)
{
    QStringList nameless;
    for (QWidget* control : controlsOf(root)) {
        QAccessibleInterface* told = QAccessible::queryAccessibleInterface(control);
        if (!told || told->text(QAccessible::Name).trimmed().isEmpty())
            nameless.append(nameOf(control));
    }
    return nameless;
}

QStringList faultsOfFocusOrder(QWidget* window)
{
    QStringList faults;
    QList<QWidget*> left;
    for (QWidget* control : controlsOf(window))
        if (isStop(control))
            left.append(control);
    if (left.isEmpty())
        return faults;
    // From the uppermost at the left, wherever the focus is put at first.
    QWidget* first = window->nextInFocusChain();
    while (first != window && !left.contains(first))
        first = first->nextInFocusChain();
    first->setFocus(Qt::TabFocusReason);
    QWidget* now = first;
    constexpr int mostParts = 3; // of one control: day, month and year of a date
    for (int step = 0; step < 400; ++step) {
        left.removeAll(now);
        QWidget* next = now;
        for (int part = 0; next == now && part < mostParts; ++part) {
            QTest::keyClick(now, Qt::Key_Tab);
            next = QApplication::focusWidget();
        }
        if (!next || next == now) {
            faults.append(QStringLiteral("Tab does not leave %1").arg(nameOf(now)));
            break;
        }
        if (next == first)
            break;
        const bool ofOne = isControl(next) && isControl(now) && panelOf(next) == panelOf(now);
        if (ofOne && againstReading(placeOf(now), placeOf(next)))
            faults.append(QStringLiteral("Tab goes back from %1 to %2").arg(nameOf(now), nameOf(next)));
        now = next;
    }
    for (const QWidget* control : std::as_const(left)) {
        // Of buttons that exclude each other Tab reaches the chosen one; arrows go to the others.
        const auto* button = qobject_cast<const QAbstractButton*>(control);
        if (button && button->autoExclusive() && !button->isChecked())
            continue;
        faults.append(QStringLiteral("Tab does not reach %1").arg(nameOf(control)));
    }
    return faults;
}

QStringList clippedWords(QWidget* root)
{
    QStringList clipped;
    const auto look = [&clipped](const QWidget* widget, const QString& words, const QSize& wanted) {
        constexpr int slack = 2;
        if (!words.isEmpty() && (widget->width() + slack < wanted.width() || widget->height() + slack < wanted.height()))
            clipped.append(QStringLiteral("%1 “%2”: %3 × %4 of %5 × %6")
                               .arg(nameOf(widget), words)
                               .arg(widget->width())
                               .arg(widget->height())
                               .arg(wanted.width())
                               .arg(wanted.height()));
    };
    for (const QWidget* widget : root->findChildren<QWidget*>()) {
        if (widget->window() != root->window() || !widget->isVisible() || isPart(widget))
            continue;
        if (const auto* label = qobject_cast<const QLabel*>(widget)) {
            const QSize wanted = label->wordWrap() ? QSize(0, label->heightForWidth(label->width())) : label->sizeHint();
            if (label->sizePolicy().horizontalPolicy() != QSizePolicy::Ignored)
                look(label, label->text(), wanted);
        } else if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
            const auto* tool = qobject_cast<const QToolButton*>(button);
            if (tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly)
                continue;
            const QSize text = button->fontMetrics().size(Qt::TextShowMnemonic, button->text());
            if (button->sizePolicy().horizontalPolicy() != QSizePolicy::Ignored)
                look(button, button->text(), text);
        }
    }
    return clipped;
}

} // namespace hk::test
