#pragma once

#include "paper/part.h"
#include "report/page.h"

#include <QStringList>

namespace hk::report {

/// The ranked table of a page's hotspots, with the key to their categories' codes and what a hotspot is; rows without room are
/// counted in a line.
class HotspotPart : public paper::Part {
public:
    /// `onMap`: of each row whether its rank is seen on the map.
    HotspotPart(MapPagePtr page, std::vector<bool> onMap);
    double height(double width, double room, const paper::Lettering& letters) const override;
    void paint(paper::Canvas& canvas, const QRectF& rect) const override;
    /// Rows that have room in such a frame.
    int rowsIn(const QSizeF& size, const paper::Lettering& letters) const;

private:
    struct Measures {
        int rows = 0;
        int cut = 0;
        QStringList key;
        QStringList note;
        double height = 0.0;
    };
    Measures measure(double width, double room, const paper::Lettering& letters) const;
    /// The heads and so many rows, from the top of the rectangle.
    void paintTable(paper::Canvas& canvas, const QRectF& rect, int rows) const;
    MapPagePtr m_page;
    std::vector<bool> m_onMap;
};

} // namespace hk::report
