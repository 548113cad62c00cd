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

std::vector<QRectF> bodiesOf(std::vector<Frame> frames)
{
    std::erase_if(frames, [](const Frame& frame) { return !isBody(frame); });
    std::sort(frames.begin(), frames.end(), [](const Frame& a, const Frame& b) { return a.id < b.id; });
    std::vector<QRectF> bodies;
    for (const Frame& frame : frames)
        bodies.push_back(frame.rect);
    return bodies;
}

} // namespace

FlowSheets flowSheets(const std::vector<FlowItem>& items, const SheetTemplate& look, Paper paper, Orientation orientation,
                      const std::function<Material(int sheet, int count)>& around)
{
    return flowSheets(items, look, look, paper, orientation, around);
}

FlowSheets flowSheets(const std::vector<FlowItem>& items, const SheetTemplate& first, const SheetTemplate& others, Paper paper,
                      Orientation orientation, const std::function<Material(int sheet, int count)>& around)
{
    const Lettering letters(letterFactor(first, paper));
    const auto body = std::make_shared<BodyPart>();
    const auto framesOf = [&](int sheet, int count) {
        const SheetTemplate& look = sheet == 0 ? first : others;
        Material material = around(sheet, count);
        material[bodyName] = body;
        for (int i = 2; i <= mostBodies; ++i)
            material[bodyName + QString::number(i)] = body;
        return layOut(look.box(orientation), contentRect(look, paper, orientation), {material, letters, paperName(paper)});
    };
    const std::vector<QRectF> firstColumns = bodiesOf(framesOf(0, 1));
    const std::vector<QRectF> otherColumns = &first == &others ? firstColumns : bodiesOf(framesOf(1, 2));
    FlowSheets made;
    if (firstColumns.empty() || otherColumns.empty())
        return made;
    Flowed flowed = flow(items, firstColumns, otherColumns, letters);
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
