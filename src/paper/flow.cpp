#include "paper/flow.h"

#include <algorithm>

namespace hk::paper {

namespace {

constexpr double epsilon = 1e-6;

class Pages {
public:
    Pages(const std::vector<QRectF>& first, const std::vector<QRectF>& others, const Lettering& letters)
        : m_first(first)
        , m_others(others)
        , m_letters(letters)
    {
        turnSheet();
    }

    /// The whole of an item from here to its end, wherever that comes to stand.
    void put(const FlowItem& item)
    {
        if (item.block) {
            putBlock(item);
            return;
        }
        PartPtr part = item.part;
        double gap = isEmpty() ? 0.0 : item.gapBefore * m_letters.factor();
        for (int piece = 1; part; ++piece) {
            double height = fittingHeight(*part, gap);
            if (height <= 0.0 && !isEmpty()) {
                turn();
                gap = 0.0;
                height = fittingHeight(*part, gap);
            }
            if (height <= 0.0)
                return; // it has nothing to show
            const QRectF rect(body().left(), m_y + gap, body().width(), height);
            if (piece == 1)
                mark(item, rect.top());
            m_empty = false;
            m_flowed.pages.back().push_back({piece == 1 ? item.id : QStringLiteral("%1/%2").arg(item.id).arg(piece), rect, part});
            m_y = rect.bottom();
            part = part->rest(rect.size(), m_letters);
            if (part)
                turn();
            gap = 0.0;
        }
    }

    /// Whether these stand on this page, one below another: the last of them at least with its beginning.
    bool fit(const FlowItem* first, const FlowItem* last) const
    {
        double y = m_y;
        for (const FlowItem* item = first; item <= last; ++item) {
            y += item == first && isEmpty() ? 0.0 : item->gapBefore * m_letters.factor();
            const double room = body().bottom() - y + epsilon;
            if (item->block) {
                if (least(*item->block) > room)
                    return false;
                y += least(*item->block);
                continue;
            }
            const double height = room <= 0.0 ? 0.0 : item->part->height(body().width(), room, m_letters);
            if (height <= 0.0 || height > room)
                return false;
            if (item != last && item->part->rest({body().width(), height}, m_letters))
                return false;
            y += height;
        }
        return true;
    }

    /// To the next column.
    void turn()
    {
        if (m_column + 1 >= columns().size()) {
            turnSheet();
            return;
        }
        ++m_column;
        m_empty = true;
        m_y = body().top();
    }
    void turnSheet()
    {
        m_flowed.pages.emplace_back();
        m_column = 0;
        m_empty = true;
        m_y = body().top();
    }
    bool isEmpty() const { return m_empty; } ///< the column
    bool isSheetEmpty() const { return m_flowed.pages.back().empty(); }
    Flowed take() { return std::move(m_flowed); }

private:
    double least(const FlowBlock& block) const { return block.least * m_letters.factor(); }

    void putBlock(const FlowItem& item)
    {
        double gap = isEmpty() ? 0.0 : item.gapBefore * m_letters.factor();
        double room = body().bottom() - m_y - gap;
        if (!isEmpty() && room + epsilon < least(*item.block)) {
            turn();
            gap = 0.0;
            room = body().bottom() - m_y;
        }
        const double height = std::min(room, std::max(item.block->least, item.block->most) * m_letters.factor());
        const QRectF rect(body().left(), m_y + gap, body().width(), height);
        mark(item, rect.top());
        m_empty = false;
        for (Frame& frame : item.block->frames(rect))
            m_flowed.pages.back().push_back(std::move(frame));
        m_y = rect.bottom();
    }

    void mark(const FlowItem& item, double top)
    {
        if (!item.bookmark.isEmpty())
            m_flowed.bookmarks.push_back({item.bookmark, item.level, static_cast<int>(m_flowed.pages.size()) - 1, top});
    }

    double fittingHeight(const Part& part, double gap) const
    {
        const double room = body().bottom() - m_y - gap + epsilon;
        if (room <= 0.0)
            return 0.0;
        const double height = part.height(body().width(), room, m_letters);
        if (height > room)
            return isEmpty() ? room : 0.0;
        // What would be cut here, but not on a page of its own, waits for that page.
        if (!isEmpty() && !part.rest({body().width(), height}, m_letters) &&
            part.height(body().width(), body().height(), m_letters) > height + epsilon)
            return 0.0;
        return height;
    }

    const std::vector<QRectF>& columns() const { return m_flowed.pages.size() > 1 ? m_others : m_first; }
    const QRectF& body() const { return columns()[m_column]; }

    const std::vector<QRectF>& m_first;
    const std::vector<QRectF>& m_others;
    std::size_t m_column = 0;
    bool m_empty = true;
    const Lettering& m_letters;
    Flowed m_flowed;
    double m_y = 0.0;
};

} // namespace

Flowed flow(const std::vector<FlowItem>& items, const std::vector<QRectF>& columns, const Lettering& letters)
{
    return flow(items, columns, columns, letters);
}

Flowed flow(const std::vector<FlowItem>& items, const std::vector<QRectF>& first, const std::vector<QRectF>& others,
            const Lettering& letters)
{
    Pages pages(first, others, letters);
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].isNothing())
            continue;
        std::size_t last = i;
        while (last + 1 < items.size() && items[last].withNext && !items[last + 1].isNothing())
            ++last;
        if (items[i].begins == FlowItem::Begins::Sheet && !pages.isSheetEmpty())
            pages.turnSheet();
        else if (!pages.isEmpty() && (items[i].begins == FlowItem::Begins::Column || (last > i && !pages.fit(&items[i], &items[last]))))
            pages.turn();
        for (; i <= last; ++i)
            pages.put(items[i]);
        --i;
    }
    return pages.take();
}

} // namespace hk::paper
