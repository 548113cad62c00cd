#include "report/map_inset.h"

#include "report/map_fit.h"
#include "report/translated.h"

#include <algorithm>

namespace hk::report {

map::StudyShape frameMark(const QRectF& ground, const QString& label)
{
    map::StudyShape shape;
    shape.classIndex = 0;
    shape.isSign = true;
    shape.label = label;
    shape.parts.push_back({ground.topLeft(), ground.topRight(), ground.bottomRight(), ground.bottomLeft()});
    return shape;
}

map::StudyShape numberMark(const Sweref99& middle, const QString& label)
{
    constexpr double side = 1.0; // metres: only its words are seen
    map::StudyShape shape = frameMark(QRectF(middle.easting - side / 2, middle.northing - side / 2, side, side), label);
    shape.classIndex = 1;
    shape.labelInside = true;
    return shape;
}

MapPage overviewOf(MapPage page, std::vector<map::StudyShape> marks)
{
    page.scene.incidents = nullptr;
    page.scene.heatmap = nullptr;
    page.density = nullptr;
    page.shown = std::max<qint64>(page.shown, 1); // no notice over a map without incidents
    auto layer = std::make_shared<map::StudyLayer>();
    layer->title = Tr::tr("Pages");
    layer->classes = {{Tr::tr("Page"), QColor(0x1b, 0x5e, 0x8c, 60), 2.0}, {QString(), Qt::transparent, 0.0}};
    layer->shapes = std::move(marks);
    page.scene.study = std::move(layer);
    page.scene.studyDrawing = nullptr;
    return page;
}

MapPage insetOf(const MapPage& page, const QRectF& ground, const QSizeF& frame)
{
    constexpr double wider = 3.0;
    MapPage inset = overviewOf(page, {frameMark(ground)});
    inset.scene.hotspots = nullptr;
    if (!frame.isEmpty())
        inset.scale = fittingScale(ground.size() * wider, frame, page.scale);
    return inset;
}

} // namespace hk::report
