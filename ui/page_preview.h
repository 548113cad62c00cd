#pragma once

#include "report/page.h"
#include "ui/latest_job.h"

#include <QImage>
#include <QWidget>

class QTimer;

namespace hk::ui {

/// The page itself on a desk: painted by the same code as the paper, on a worker, at the widget's own pixels.
class PagePreview : public QWidget {
    Q_OBJECT
public:
    explicit PagePreview(QWidget* parent = nullptr);
    void setPage(std::shared_ptr<const report::MapPage> page);
    const QImage& image() const { return m_image; } ///< of the page alone; null before the first
    QSize sizeHint() const override;

Q_SIGNALS:
    void rendered();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QRectF pageRect() const;
    void render();

    std::shared_ptr<const report::MapPage> m_page;
    QImage m_image;
    QSizeF m_imagePaper; ///< millimetres of the page that the image shows
    bool m_late = false; ///< nothing to show for longer than a blink
    QTimer* m_settle;
    QTimer* m_lateTimer;
    LatestJob<QImage> m_job;
};

} // namespace hk::ui
