#pragma once

#include <QComboBox>
#include <QHeaderView>
#include <QTableView>
#include <QWheelEvent>

namespace hk::ui {

/// Headings in line with the cells below them.
inline void alignHeadings(QTableView& table)
{
    table.horizontalHeader()->setStyleSheet(QStringLiteral("QHeaderView::section { padding: 4px 3px; }"));
}

/// What scrolls keeps the height it asks for: a style sheet's least heights would let large text be squeezed first.
inline void keepHeight(QWidget& content) { content.setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum); }

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
