#include "ui/map_view_layer.h"

#include <QPainter>
#include <utility>

namespace hk::ui {

void MapLayerPicture::paint(QPainter& painter, const Look& look, bool stands,
                            const std::function<void(QPainter&)>& draw)
{
    const bool same = look == m_look;
    const bool stood = m_paintings > 1; // the look before: then the next may be worth a picture at once
    m_paintings = same ? m_paintings + 1 : 1;
    if (!same) {
        m_look = look;
        if (!m_picture.isNull())
            m_spare = std::exchange(m_picture, {});
    }
    if (m_picture.isNull()) {
        ++m_drawings;
        if (!stands || (!same && !stood)) {
            draw(painter);
            return;
        }
        // The memory of the one before: new pages cost a millisecond or two.
        const QSize size = (QSizeF(look.camera.size) * look.devicePixelRatio).toSize();
        m_picture = m_spare.size() == size ? std::exchange(m_spare, {}) : QImage(size, QImage::Format_ARGB32_Premultiplied);
        m_picture.setDevicePixelRatio(look.devicePixelRatio);
        m_picture.fill(Qt::transparent);
        QPainter onPicture(&m_picture);
        onPicture.setFont(painter.font());
        draw(onPicture);
    }
    painter.drawImage(QPointF(0, 0), m_picture);
}

} // namespace hk::ui
