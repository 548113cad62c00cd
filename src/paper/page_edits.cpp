#include "paper/page_edits.h"

#include <algorithm>
#include <cmath>

namespace hk::paper {

void apply(const PageEdits& edits, int sheet, std::vector<Frame>& frames)
{
    const auto editOf = [&](const Frame& frame) -> const FrameEdit* {
        const auto found = edits.find({sheet, frame.id});
        return found == edits.end() ? nullptr : &found->second;
    };
    std::erase_if(frames, [&](const Frame& frame) {
        const FrameEdit* edit = editOf(frame);
        return edit && edit->hidden;
    });
    for (Frame& frame : frames) {
        const FrameEdit* edit = editOf(frame);
        if (!edit)
            continue;
        frame.rect = edit->rect.value_or(frame.rect);
        if (edit->text)
            if (const PartPtr changed = frame.part->withText(*edit->text))
                frame.part = changed;
    }
}

void apply(const PageEdits& edits, Document& document, int first)
{
    for (std::size_t i = static_cast<std::size_t>(first); i < document.sheets.size(); ++i)
        apply(edits, static_cast<int>(i), document.sheets[i].frames);
}

std::optional<int> overlapping(const Document& document)
{
    constexpr double least = 1.0; // millimetres
    for (std::size_t i = 0; i < document.sheets.size(); ++i) {
        std::vector<QRectF> taken;
        for (const Frame& frame : document.sheets[i].frames) {
            if (frame.part->geoFrame(frame.rect))
                continue;
            for (const QRectF& other : taken)
                if (const QRectF both = frame.rect & other; both.width() > least && both.height() > least)
                    return static_cast<int>(i);
            taken.push_back(frame.rect);
        }
    }
    return std::nullopt;
}

QRectF onGrid(const QRectF& rect, const QSizeF& sheet)
{
    constexpr double least = 5.0;
    const double width = std::clamp(std::round(rect.width()), least, std::floor(sheet.width()));
    const double height = std::clamp(std::round(rect.height()), least, std::floor(sheet.height()));
    const double left = std::clamp(std::round(rect.left()), 0.0, std::floor(sheet.width() - width));
    const double top = std::clamp(std::round(rect.top()), 0.0, std::floor(sheet.height() - height));
    return {left, top, width, height};
}

} // namespace hk::paper
