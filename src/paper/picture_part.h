#pragma once

#include "paper/part.h"

#include <QImage>

namespace hk::paper {

/// A picture such as a logotype, as large as its frame allows, its proportions kept, to the right.
class PicturePart : public Part {
public:
    /// `most`: the height that it takes by itself, millimetres at factor 1.
    PicturePart(QImage picture, double most, QString altText);
    double width(double room, const Lettering& letters) const override;
    double height(double width, double room, const Lettering& letters) const override;
    void paint(Canvas& canvas, const QRectF& rect) const override;
    QString altText() const override { return m_altText; }

private:
    QImage m_picture;
    double m_most;
    QString m_altText;
};

} // namespace hk::paper
