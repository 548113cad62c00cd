#pragma once

#include "chart/chart.h"

#include <QWidget>
#include <optional>

namespace hk::ui {

/// A chart of the window, painted by the code that paints it on paper. What is under the pointer, or marked
/// by the keyboard, is told in words. Where it can choose, a click takes a bar, a drag the bars it covers,
/// Ctrl adds to what is chosen; by keyboard the arrows move, Shift+arrows extend, Space or Enter takes, Esc
/// ends the choice. The menu copies picture and numbers.
class ChartView : public QWidget {
    Q_OBJECT
public:
    explicit ChartView(QWidget* parent = nullptr);
    ~ChartView() override;

    void setData(chart::Data data);
    const chart::Data& data() const { return m_data; }
    void setChoosable(bool choosable);
    /// The height that it asks for; lists ask for as much as their rows need.
    void setWantedHeight(int pixels);

    int size() const;
    /// Widget coordinates.
    QRectF barRect(int index) const;
    QString words(int index) const;
    /// The last bar stands for several that had no room of their own.
    bool isOthers(int index) const;
    /// The chart's numbers as rows of name, number and what it is held against, divided by tabulators, under their heads.
    QString numbers() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(int first, int last, bool add); ///< first <= last; bars of the data, never "others"
    void choiceEnded();                         ///< Esc

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    chart::Style style() const;
    const chart::Chart& drawn() const;
    const chart::BarList* list() const { return std::get_if<chart::BarList>(&m_data); }
    QRectF area() const;
    void forget(); ///< what is laid out
    int at(const QPointF& position) const;
    void setHovered(int index, const QPoint& globalPosition);
    void setCurrent(int index, bool extend);
    void choose(bool add);
    void copyPicture() const;
    void describe();

    chart::Data m_data;
    mutable chart::ChartPtr m_drawn; ///< null: to be laid out
    bool m_choosable = false;
    int m_wantedHeight = 150;
    int m_hovered = -1;
    int m_current = -1; ///< of the keyboard, or where a drag is
    int m_anchor = -1;  ///< where the range to be chosen began
    bool m_dragging = false;
};

} // namespace hk::ui
