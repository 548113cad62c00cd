#pragma once

#include "paper/part.h"

#include <vector>

namespace hk::paper {

/// Parts side by side, such as a chart and its table, each with its share of the width; as high as the
/// highest. Not parted.
class BesidePart : public Part {
public:
    struct Column {
        PartPtr part;
        double share = 1.0; ///< of the width, beside those of the others
    };
    explicit BesidePart(std::vector<Column> columns, double gap = 8.0);
    double height(double width, double room, const Lettering& letters) const override;
    void paint(Canvas& canvas, const QRectF& rect) const override;
    std::vector<LinkArea> links(const QRectF& rect, const Lettering& letters) const override;

private:
    std::vector<QRectF> rects(const QRectF& rect, const Lettering& letters) const;
    std::vector<Column> m_columns;
    double m_gap; ///< millimetres at factor 1
};

} // namespace hk::paper
