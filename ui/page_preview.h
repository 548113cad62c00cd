#pragma once

#include "report/page.h"

#include <QImage>
#include <QWidget>

namespace hk::ui {

/// The page itself, fitted to the widget, painted by the same code as the PDF on a worker thread. Dragging it moves the
/// map under the frame.
class PagePreview : public QWidget {
    Q_OBJECT
public:
    explicit PagePreview(QWidget* parent = nullptr);

    void setPage(const report::MapPage& page);
    bool isUpToDate() const { return m_shown == m_wanted; } ///< the picture is that of the page
    const QImage& picture() const { return m_picture; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void dragged(const QPointF& millimetres); ///< on the page, y down; after the hand has let go
    void painted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void render();
    QRectF pageRect() const;

    report::MapPage m_page;
    bool m_hasPage = false;
    QImage m_picture;
    int m_wanted = 0;
    int m_shown = 0;
    bool m_dragging = false;
    QPointF m_pressed;
    QPointF m_offset;
};

} // namespace hk::ui
