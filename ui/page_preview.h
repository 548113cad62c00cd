#pragma once

#include "paper/document.h"
#include "ui/latest_job.h"

#include <QImage>
#include <QWidget>

class QTimer;

namespace hk::ui {

/// A sheet itself, fitted to the widget, painted by the same code as the PDF on a worker thread at the screen's own pixels.
/// Dragging it moves the map under the frame.
class PagePreview : public QWidget {
    Q_OBJECT
public:
    explicit PagePreview(QWidget* parent = nullptr);

    void setDocument(const paper::Document& document);
    void setSheet(int sheet); ///< which of its sheets is shown
    int sheet() const { return m_sheet; }
    bool isUpToDate() const { return m_shown == m_wanted; } ///< the picture is that of the sheet
    const QImage& picture() const { return m_picture; }     ///< of the page alone; null before the first
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
    void wantPicture();
    void showCursor();
    void render();
    QRectF pageRect() const;
    QRectF frameRect() const; ///< of the map, in the widget
    bool showsThisPaper() const;

    const paper::Sheet* shownSheet() const; ///< null: none
    std::optional<QRectF> mapFrame() const; ///< of the largest map of the sheet, millimetres

    std::shared_ptr<const paper::Document> m_document;
    QImage m_picture;
    QSizeF m_picturePaper; ///< millimetres of the page in the picture
    int m_sheet = 0;
    int m_wanted = 0;
    int m_shown = 0;
    bool m_late = false; ///< there has been nothing to show for longer than a blink
    bool m_dragging = false;
    QPointF m_pressed;
    QPointF m_offset;
    QTimer* m_settle;
    QTimer* m_lateTimer;
    LatestJob<QImage> m_job;
};

} // namespace hk::ui
