#include "report/map_sheet.h"

#include "paper/text_parts.h"
#include "report/hotspot_part.h"
#include "report/legend.h"
#include "report/legend_parts.h"
#include "report/map_caption_part.h"
#include "report/map_inset.h"
#include "report/map_part.h"
#include "report/method_sheets.h"
#include "report/page_words.h"
#include "report/scale_parts.h"
#include "report/translated.h"

#include <algorithm>

namespace hk::report {

namespace {

using paper::Paragraphs;
using paper::TextPart;
using paper::Type;
namespace ink = paper::ink;

/// What a method found, in its first sentences: in place of the hotspots.
paper::PartPtr methodWords(const MapPage& page)
{
    if (!page.method || page.showHotspots)
        return nullptr;
    const methods::MethodResult& found = *page.method;
    return std::make_shared<TextPart>(Tr::tr("Analysis: %1", "title of a method").arg(found.title),
                                      std::vector<Paragraphs>{{found.sentences, Type::Body, ink::black, 6},
                                                              {found.warnings, Type::Small, ink::grey, 4},
                                                              {found.remarks, Type::Small, ink::grey, 3},
                                                              {found.parameters, Type::Tiny, ink::grey, 2}});
}

QRectF neatlineOf(const std::vector<paper::Frame>& frames, double factor)
{
    for (const paper::Frame& frame : frames)
        if (frame.id == QLatin1String("map"))
            return MapPart::mapRect(frame.rect, MapPart::Band::Coordinates, factor);
    return {};
}

std::vector<paper::Frame> layOut(const MapPage& page, const paper::SheetTemplate& look, const paper::Material& material)
{
    const paper::Lettering letters(letterFactor(page));
    std::vector<paper::Frame> frames = paper::layOut(paper::withoutEmpty(look.box(page.orientation), material), paper::contentRect(look, page.paper, page.orientation),
                                                     {material, letters, paper::paperName(page.paper)});
    paper::apply(page.edits, 0, frames); // before the words that depend on the map's frame
    return frames;
}

/// The page in letters of the template's size.
MapPagePtr withLetters(const MapPagePtr& page, const paper::SheetTemplate& look)
{
    if (page->letters == look.letters)
        return page;
    MapPage changed = *page;
    changed.letters = look.letters;
    return std::make_shared<const MapPage>(std::move(changed));
}

/// Where the map lies, for maps that show little around; `size`: of the inset, millimetres; empty: not known yet.
paper::Material insetMaterial(const MapPage& page, const QRectF& frame, const QSizeF& size)
{
    if (frame.isEmpty() || page.scale > insetFrom)
        return {};
    const auto inset = std::make_shared<const MapPage>(insetOf(page, groundOf(page, frame), size));
    return {{QStringLiteral("inset"), std::make_shared<MapPart>(inset, MapPart::Band::None, std::vector<QRectF>{groundOf(page, frame)})},
            {QStringLiteral("insetCaption"), std::make_shared<MapCaptionPart>(inset)}};
}

/// Further parts go before those of the map.
paper::Material materialOf(const MapPagePtr& page, const QRectF& frame, const paper::Material& more, const QSizeF& inset = {})
{
    paper::Material material = more;
    material.merge(insetMaterial(*page, frame, inset));
    material.merge(mapMaterial(page, frame));
    return material;
}

} // namespace

paper::Material mapMaterial(const MapPagePtr& page, const QRectF& frame)
{
    const HeadWords head = headWords(*page);
    paper::Material material;
    material[QStringLiteral("title")] = std::make_shared<paper::TitlePart>(head.title);
    material[QStringLiteral("facts")] = std::make_shared<paper::FactsPart>(QStringList{head.period, head.filter, head.counts}, 1);
    material[QStringLiteral("marks")] = std::make_shared<paper::MarksPart>(
        std::vector<paper::MarksPart::Mark>{{head.confidentiality, false}, {head.sampleMark, true}});
    material[QStringLiteral("map")] = std::make_shared<MapPart>(page);
    material[QStringLiteral("footer")] = std::make_shared<paper::FooterPart>(std::vector<paper::FooterPart::Line>{
        {footWords(*page), printedWords(*page)},
        {frame.isEmpty() ? QString() : attributionWords(*page, frame), programWords()}});
    if (frame.isEmpty())
        return material;
    material[QStringLiteral("heatmapLegend")] = std::make_shared<HeatmapLegendPart>(page);
    material[QStringLiteral("studyLegend")] = std::make_shared<StudyLegendPart>(page);
    material[QStringLiteral("symbols")] = std::make_shared<SymbolLegendPart>(page, legendItems(*page, frame));
    material[QStringLiteral("layers")] = std::make_shared<LayerLegendPart>(page);
    material[QStringLiteral("hotspots")] = std::make_shared<HotspotPart>(page, ranksOnMap(*page, frame));
    if (const auto method = methodWords(*page))
        material[QStringLiteral("method")] = method;
    material[QStringLiteral("remarks")] = std::make_shared<TextPart>(
        QString(), std::vector<Paragraphs>{{remarksOf(*page, frame), Type::Small, ink::black, 3}});
    material[QStringLiteral("scale")] = std::make_shared<ScaleBarPart>(page);
    material[QStringLiteral("north")] = std::make_shared<NorthArrowPart>();
    return material;
}

QRectF mapFrame(const MapPage& page, const paper::SheetTemplate& look, const paper::Material& more)
{
    const MapPagePtr shared = withLetters(std::make_shared<const MapPage>(page), look);
    const double factor = letterFactor(*shared);
    constexpr int tries = 3; // where the words around the map decide its size, and the map what they say
    QRectF frame;
    for (int i = 0; i < tries; ++i) {
        const QRectF next = neatlineOf(layOut(*shared, look, materialOf(shared, frame, more)), factor);
        if (next == frame)
            break;
        frame = next;
    }
    return frame;
}

paper::Sheet mapSheet(const MapPagePtr& given, const paper::SheetTemplate& look, const paper::Material& more)
{
    const MapPagePtr page = withLetters(given, look);
    paper::Sheet sheet;
    sheet.size = paper::paperSize(page->paper, page->orientation);
    sheet.factor = letterFactor(*page);
    sheet.title = headWords(*page).title;
    const QRectF frame = mapFrame(*page, look, more);
    sheet.frames = layOut(*page, look, materialOf(page, frame, more));
    const auto inset = std::find_if(sheet.frames.begin(), sheet.frames.end(),
                                    [](const paper::Frame& one) { return one.id == QLatin1String("inset"); });
    if (inset != sheet.frames.end())
        sheet.frames = layOut(*page, look, materialOf(page, frame, more, inset->rect.size()));
    return sheet;
}

paper::Document emptyDocument(const MapPage& page)
{
    const HeadWords head = headWords(page);
    paper::Document document;
    document.title = head.title;
    QStringList subject{head.period, head.filter, head.counts};
    subject.removeAll(QString());
    document.subject = subject.join(QStringLiteral(", "));
    document.language = page.locale.name().section(u'_', 0, 0);
    document.madeAt = page.printedAt;
    return document;
}

paper::Document meetingMap(const MapPage& page, const paper::PageTemplate& look, const paper::Material& more)
{
    const auto shared = std::make_shared<const MapPage>(page);
    paper::Document document = emptyDocument(page);
    document.sheets.push_back(mapSheet(shared, look.sheets.at(QStringLiteral("map")), more));
    if (page.method)
        for (paper::Sheet& sheet : methodSheets(shared, look.sheets.at(QStringLiteral("words")), more))
            document.sheets.push_back(std::move(sheet));
    return document;
}

} // namespace hk::report
