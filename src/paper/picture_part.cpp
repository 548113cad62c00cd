#include "paper/picture_part.h"

#include "paper/canvas.h"

#include <algorithm>

namespace hk::paper {

PicturePart::PicturePart(QImage picture, double most, QString altText)
    : m_picture(std::move(picture))
    , m_most(most)
    , m_altText(std::move(altText))
{}

double PicturePart::width(double room, const Lettering& letters) const
{
    return m_picture.isNull() ? 0.0 : std::min(room, m_most * letters.factor() * m_picture.width() / m_picture.height());
}

double PicturePart::height(double width, double room, const Lettering& letters) const
{
    return m_picture.isNull() ? 0.0 : std::min({room, m_most * letters.factor(), width * m_picture.height() / m_picture.width()});
}

void PicturePart::paint(Canvas& canvas, const QRectF& rect) const
{
    if (m_picture.isNull())
        return;
    const QSizeF size = QSizeF(m_picture.size()).scaled(rect.size(), Qt::KeepAspectRatio);
    QPainter& painter = canvas.painter();
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF({rect.right() - size.width(), rect.top()}, size), m_picture);
    painter.restore();
}

} // namespace hk::paper
