#include "paper/beside_part.h"

#include "paper/canvas.h"

#include <algorithm>

namespace hk::paper {

BesidePart::BesidePart(std::vector<Column> columns, double gap)
    : m_columns(std::move(columns))
    , m_gap(gap)
{
    std::erase_if(m_columns, [](const Column& column) { return !column.part || column.share <= 0.0; });
}

std::vector<QRectF> BesidePart::rects(const QRectF& rect, const Lettering& letters) const
{
    const double gap = m_gap * letters.factor();
    double shares = 0.0;
    for (const Column& column : m_columns)
        shares += column.share;
    const double room = std::max(0.0, rect.width() - gap * (static_cast<double>(m_columns.size()) - 1));
    std::vector<QRectF> all;
    double left = rect.left();
    for (const Column& column : m_columns) {
        const double width = room * column.share / shares;
        all.emplace_back(left, rect.top(), width, rect.height());
        left += width + gap;
    }
    return all;
}

double BesidePart::height(double width, double room, const Lettering& letters) const
{
    constexpr double anyRoom = 1e6; // millimetres
    double highest = 0.0;
    const std::vector<QRectF> all = rects({0, 0, width, 0}, letters);
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const double height = m_columns[i].part->height(all[i].width(), room, letters);
        // Not one of them without the others.
        if (height <= 0.0 && m_columns[i].part->height(all[i].width(), anyRoom, letters) > 0.0)
            return 0.0;
        highest = std::max(highest, height);
    }
    return highest;
}

void BesidePart::paint(Canvas& canvas, const QRectF& rect) const
{
    const std::vector<QRectF> all = rects(rect, canvas.letters());
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        QRectF own = all[i];
        own.setHeight(m_columns[i].part->height(own.width(), rect.height(), canvas.letters()));
        if (own.height() > 0.0)
            paintPart(canvas, *m_columns[i].part, own);
    }
}

std::vector<LinkArea> BesidePart::links(const QRectF& rect, const Lettering& letters) const
{
    std::vector<LinkArea> areas;
    const std::vector<QRectF> all = rects(rect, letters);
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        for (LinkArea& area : m_columns[i].part->links(all[i], letters))
            areas.push_back(std::move(area));
    return areas;
}

} // namespace hk::paper
