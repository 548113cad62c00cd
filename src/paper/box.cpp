#include "paper/box.h"

#include <algorithm>
#include <numeric>

namespace hk::paper {

namespace {

PartPtr partOf(const Box& box, const BoxContext& context)
{
    const auto found = context.material.find(box.part);
    return found == context.material.end() ? nullptr : found->second;
}

std::optional<double> fixedSize(const Box& box, const BoxContext& context)
{
    if (const auto onPaper = box.sizeOnPaper.find(context.paper); onPaper != box.sizeOnPaper.end())
        return onPaper->second;
    if (box.size)
        return *box.size * context.letters.factor();
    return std::nullopt;
}

std::vector<std::size_t> byTurn(const std::vector<Box>& boxes)
{
    std::vector<std::size_t> order(boxes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return boxes[a].turn < boxes[b].turn; });
    return order;
}

/// Gives each box its length out of `room`; `wish` is what one that is not fixed would have of the room it is told. Boxes that
/// grow share what is left.
template <typename Wish>
std::vector<double> share(const Box& around, double room, const BoxContext& context, const Wish& wish)
{
    const double gap = around.gap * context.letters.factor();
    std::vector<double> lengths(around.boxes.size(), 0.0);
    double left = room;
    bool any = false;
    int growing = 0;
    for (const std::size_t i : byTurn(around.boxes)) {
        const Box& box = around.boxes[i];
        if (box.grow) {
            ++growing;
            continue;
        }
        const double free = std::max(0.0, left - (any ? gap : 0.0));
        const auto fixed = fixedSize(box, context);
        const double length = std::min(free, fixed ? *fixed : wish(box, free * box.most));
        if (length <= 0.0 || (box.whole && fixed && length < *fixed))
            continue;
        lengths[i] = length;
        left = free - length;
        any = true;
    }
    if (growing > 0) {
        const double gaps = gap * (growing - (any ? 0 : 1));
        for (std::size_t i = 0; i < around.boxes.size(); ++i)
            if (around.boxes[i].grow)
                lengths[i] = std::max(0.0, (left - gaps) / growing);
    }
    return lengths;
}

double widthOf(const Box& box, double room, const BoxContext& context)
{
    if (box.kind == Box::Kind::Part) {
        const PartPtr part = partOf(box, context);
        return part ? part->width(room, context.letters) : 0.0;
    }
    double all = 0.0;
    for (const Box& inner : box.boxes) {
        const auto fixed = fixedSize(inner, context);
        const bool columns = box.kind == Box::Kind::Columns;
        const double width = columns && fixed ? *fixed : widthOf(inner, room, context);
        all = columns ? all + width : std::max(all, width);
    }
    return std::min(all, room);
}

std::vector<double> heights(const Box& box, double width, double room, const BoxContext& context)
{
    return share(box, room, context, [&](const Box& inner, double free) { return heightOf(inner, width, free, context); });
}

std::vector<double> widths(const Box& box, double room, const BoxContext& context)
{
    return share(box, room, context, [&](const Box& inner, double free) { return widthOf(inner, free, context); });
}

void place(const Box& box, const QRectF& rect, const BoxContext& context, std::vector<Frame>& frames)
{
    const double gap = box.gap * context.letters.factor();
    if (box.kind == Box::Kind::Part) {
        if (const PartPtr part = partOf(box, context); part && rect.width() > 0 && rect.height() > 0)
            frames.push_back({box.part, rect, part});
        return;
    }
    if (box.kind == Box::Kind::Columns) {
        const std::vector<double> all = widths(box, rect.width(), context);
        double left = rect.left();
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i] <= 0.0)
                continue;
            place(box.boxes[i], {left, rect.top(), all[i], rect.height()}, context, frames);
            left += all[i] + gap;
        }
        return;
    }
    const std::vector<double> all = heights(box, rect.width(), rect.height(), context);
    double top = rect.top();
    double bottom = rect.bottom();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i] <= 0.0 || box.boxes[i].atEnd)
            continue;
        place(box.boxes[i], {rect.left(), top, rect.width(), all[i]}, context, frames);
        top += all[i] + gap;
    }
    for (std::size_t i = all.size(); i-- > 0;) {
        if (all[i] <= 0.0 || !box.boxes[i].atEnd)
            continue;
        place(box.boxes[i], {rect.left(), bottom - all[i], rect.width(), all[i]}, context, frames);
        bottom -= all[i] + gap;
    }
}

} // namespace

double heightOf(const Box& box, double width, double room, const BoxContext& context)
{
    if (box.kind == Box::Kind::Part) {
        const PartPtr part = partOf(box, context);
        return part ? std::min(room, part->height(width, room, context.letters)) : 0.0;
    }
    double all = 0.0;
    if (box.kind == Box::Kind::Columns) {
        const std::vector<double> each = widths(box, width, context);
        for (std::size_t i = 0; i < each.size(); ++i)
            if (each[i] > 0.0)
                all = std::max(all, heightOf(box.boxes[i], each[i], room, context));
        return all;
    }
    for (const double height : heights(box, width, room, context))
        if (height > 0.0)
            all += height + (all > 0.0 ? box.gap * context.letters.factor() : 0.0);
    return all;
}

Box withoutEmpty(const Box& box, const Material& material)
{
    Box kept = box;
    kept.boxes.clear();
    for (const Box& inner : box.boxes) {
        if (inner.kind == Box::Kind::Part) {
            const auto found = material.find(inner.part);
            if (found != material.end() && found->second)
                kept.boxes.push_back(inner);
        } else if (Box some = withoutEmpty(inner, material); !some.boxes.empty()) {
            kept.boxes.push_back(std::move(some));
        }
    }
    return kept;
}

std::vector<Frame> layOut(const Box& box, const QRectF& rect, const BoxContext& context)
{
    std::vector<Frame> frames;
    place(box, rect, context, frames);
    return frames;
}

} // namespace hk::paper
