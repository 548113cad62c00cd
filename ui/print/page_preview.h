#pragma once

#include "paper/document.h"
#include "ui/latest_job.h"
#include "ui/print/frame_grip.h"

#include <QImage>
#include <QPointer>
#include <QWidget>

class QPlainTextEdit;
class QTimer;

namespace hk::ui {

/// A sheet itself, fitted to the widget, painted by the same code as the PDF on a worker thread at the screen's own pixels.
/// Dragging the largest map moves it under its frame. While the page is edited, frames are chosen, moved, resized, hidden and
/// rewritten instead: by mouse, or by keyboard (Tab to the next, arrows move by a millimetre, with Shift they resize, Enter changes
/// the text, Delete hides).
class PagePreview : public QWidget {
    Q_OBJECT
public:
    explicit PagePreview(QWidget* parent = nullptr);

    void setDocument(const std::shared_ptr<const paper::Document>& document);
    void setMapDraggable(bool draggable);
    void setEditing(bool editing);
    bool isEditing() const { return m_editing; }
    const QString& chosenFrame() const { return m_chosen; } ///< id; empty: none
    void setSheet(int sheet); ///< which of its sheets is shown
    int sheet() const { return m_sheet; }
    bool isUpToDate() const { return m_shown == m_wanted; } ///< the picture is that of the sheet
    QRectF inWidget(const QRectF& millimetres) const; ///< of the sheet
    const QImage& picture() const { return m_picture; }     ///< of the page alone; null before the first
    QSize sizeHint() const override;

Q_SIGNALS:
    void dragged(const QPointF& millimetres); ///< on the page, y down; after the hand has let go
    void painted();
    void chosenFrameChanged();
    void frameMoved(const QString& frame, const QRectF& millimetres);
    void frameHidden(const QString& frame);
    void textChanged(const QString& frame, const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void wantPicture();
    void showCursor();
    void render();
    QRectF pageRect() const;
    QRectF frameRect() const; ///< of the map, in the widget
    bool showsThisPaper() const;
    double pixelsPerMillimetre() const;
    QPointF onSheet(const QPointF& inWidget) const; ///< millimetres
    const paper::Frame* frameAt(const QPointF& inWidget) const;
    const paper::Frame* chosen() const;
    void choose(const QString& frame);
    void editText();
    void endText(bool keep);
    void paintFrames(QPainter& painter) const;
    void startEdit(QMouseEvent* event);
    void moveEdit(QMouseEvent* event);
    void endEdit();

    const paper::Sheet* shownSheet() const; ///< null: none
    std::optional<QRectF> mapFrame() const; ///< of the largest map of the sheet, millimetres

    std::shared_ptr<const paper::Document> m_document;
    QImage m_picture;
    QSizeF m_picturePaper; ///< millimetres of the page in the picture
    int m_sheet = 0;
    int m_wanted = 0;
    int m_shown = 0;
    bool m_late = false; ///< there has been nothing to show for longer than a blink
    bool m_dragging = false; ///< the map
    bool m_draggable = true;
    bool m_editing = false;
    QString m_chosen;
    Grip m_grip = Grip::None; ///< of the frame that is being moved
    QRectF m_held;            ///< where it comes to stand, millimetres
    QString m_awaited;        ///< frame that was moved to m_held, and is not yet there
    QPointer<QPlainTextEdit> m_text;
    QPointF m_pressed;
    QPointF m_offset;
    QTimer* m_settle;
    QTimer* m_lateTimer;
    LatestJob<QImage> m_job;
};

} // namespace hk::ui
