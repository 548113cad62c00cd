#pragma once

#include "report/page.h"

namespace hk::report {

/// One line under a small map: a short scale bar, its length, the scale in figures and that north is up.
class MapCaptionPart : public paper::Part {
public:
    explicit MapCaptionPart(MapPagePtr page);
    double height(double width, double room, const paper::Lettering& letters) const override;
    void paint(paper::Canvas& canvas, const QRectF& rect) const override;
    QString altText() const override;

private:
    QString words() const;
    MapPagePtr m_page;
};

} // namespace hk::report
