#pragma once

#include <QComboBox>
#include <QWheelEvent>

namespace hk::ui {

/// A table's cells in line with its headings.
inline QString cellPadding() { return QStringLiteral("QTableView::item { padding: 2px 6px; }"); }

/// A choice in a page that scrolls: the wheel turns the page, not the choice, until the choice has the focus.
class CalmComboBox : public QComboBox {
public:
    explicit CalmComboBox(QWidget* parent = nullptr)
        : QComboBox(parent)
    {
        setFocusPolicy(Qt::StrongFocus);
    }

protected:
    void wheelEvent(QWheelEvent* event) override
    {
        if (hasFocus())
            QComboBox::wheelEvent(event);
        else
            event->ignore();
    }
};

} // namespace hk::ui
