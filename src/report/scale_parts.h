#pragma once

#include "paper/part.h"
#include "report/map_scale.h"
#include "report/page.h"

namespace hk::report {

/// The scale in figures, the longest round bar that fits, the coordinate system and how its north lies.
class ScaleBarPart : public paper::Part {
public:
    explicit ScaleBarPart(MapPagePtr page);
    double height(double width, double room, const paper::Lettering& letters) const override;
    void paint(paper::Canvas& canvas, const QRectF& rect) const override;
    QString altText() const override;
    /// The bar as it stands in a frame of this width, millimetres.
    ScaleBar bar(double width, double factor) const;

private:
    MapPagePtr m_page;
};

class NorthArrowPart : public paper::Part {
public:
    double height(double width, double room, const paper::Lettering& letters) const override;
    void paint(paper::Canvas& canvas, const QRectF& rect) const override;
    QString altText() const override;
};

} // namespace hk::report
