#include "report/situation_maps.h"

#include "paper/text_parts.h"
#include "report/map_fit.h"
#include "report/map_part.h"
#include "report/map_sheet.h"
#include "report/page_words.h"
#include "report/translated.h"

namespace hk::report {

namespace {

const QString mapName = QStringLiteral("map");

paper::Material materialOf(const MapPagePtr& page, const QString& caption, const QRectF& neatline)
{
    paper::Material material = mapMaterial(page, neatline);
    material[QStringLiteral("caption")] = paper::textPart(
        QString(), {Tr::tr("%1, %2", "what a map shows, its scale").arg(caption, scaleWords(*page))},
        paper::Type::Strong);
    if (!neatline.isEmpty())
        material[QStringLiteral("attribution")] = paper::textPart(
            QString(), {attributionWords(*page, neatline)}, paper::Type::Tiny, paper::ink::grey, 2);
    return material;
}

std::vector<paper::Frame> framesOf(const ReportMap& map, const paper::Box& look, const QRectF& rect)
{
    const double factor = letterFactor(*map.page);
    const paper::Lettering letters(factor);
    constexpr int tries = 3; // where the words around the map decide its size, and the map what they say
    QRectF neatline;
    std::vector<paper::Frame> frames;
    for (int i = 0; i <= tries; ++i) {
        MapPagePtr page = map.page;
        if (!map.ground.isEmpty() && !neatline.isEmpty())
            page = std::make_shared<const MapPage>(fitted(*map.page, map.ground, neatline.size()));
        const paper::Material material = materialOf(page, map.caption, neatline);
        frames = paper::layOut(look, rect, {material, letters, paper::paperName(map.page->paper)});
        QRectF next;
        for (const paper::Frame& frame : frames)
            if (frame.id == mapName)
                next = MapPart::mapRect(frame.rect, MapPart::Band::Coordinates, factor);
        if (next == neatline)
            break;
        neatline = next;
    }
    for (paper::Frame& frame : frames)
        frame.id = QStringLiteral("%1/%2").arg(map.id, frame.id);
    return frames;
}

} // namespace

paper::FlowBlock mapBlock(const ReportMap& map, const paper::Box& look)
{
    constexpr double least = 125.0; // millimetres
    constexpr double most = 250.0;
    return {least, most, [map, look](const QRectF& rect) { return framesOf(map, look, rect); }};
}

} // namespace hk::report
