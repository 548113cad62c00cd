#include "paper/flow_sheets.h"

#include <algorithm>

namespace hk::paper {

namespace {

const QString bodyName = QStringLiteral("body");
constexpr int mostBodies = 4;

/// Holds the place of what is poured in.
class BodyPart : public Part {
public:
    double height(double, double room, const Lettering&) const override { return room; }
    void paint(Canvas&, const QRectF&) const override {}
};

bool isBody(const Frame& frame)
{
    return frame.id.startsWith(bodyName);
}

} // namespace

FlowSheets flowSheets(const std::vector<FlowItem>& items, const SheetTemplate& look, Paper paper, Orientation orientation,
                      const std::function<Material(int sheet, int count)>& around)
{
    const Lettering letters(letterFactor(paper));
    const auto body = std::make_shared<BodyPart>();
    const auto framesOf = [&](int sheet, int count) {
        Material material = around(sheet, count);
        material[bodyName] = body;
        for (int i = 2; i <= mostBodies; ++i)
            material[bodyName + QString::number(i)] = body;
        return layOut(look.box(orientation), contentRect(look, paper, orientation), {material, letters, paperName(paper)});
    };
    std::vector<Frame> bodies = framesOf(0, 1);
    std::erase_if(bodies, [](const Frame& frame) { return !isBody(frame); });
    std::sort(bodies.begin(), bodies.end(), [](const Frame& a, const Frame& b) { return a.id < b.id; });
    std::vector<QRectF> columns;
    for (const Frame& frame : bodies)
        columns.push_back(frame.rect);
    FlowSheets made;
    if (columns.empty())
        return made;
    Flowed flowed = flow(items, columns, letters);
    made.bookmarks = std::move(flowed.bookmarks);
    const int count = static_cast<int>(flowed.pages.size());
    for (int i = 0; i < count; ++i) {
        Sheet sheet;
        sheet.size = paperSize(paper, orientation);
        sheet.factor = letters.factor();
        sheet.frames = framesOf(i, count);
        std::erase_if(sheet.frames, isBody);
        auto& poured = flowed.pages[static_cast<std::size_t>(i)];
        sheet.frames.insert(sheet.frames.end(), poured.begin(), poured.end());
        made.sheets.push_back(std::move(sheet));
    }
    return made;
}

} // namespace hk::paper
