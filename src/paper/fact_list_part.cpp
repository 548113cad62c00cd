#include "paper/fact_list_part.h"

#include "paper/canvas.h"

#include <algorithm>
#include <limits>

namespace hk::paper {

namespace {

constexpr double widestNames = 0.4; ///< of the width
constexpr double columnGap = 5.0;   ///< millimetres at factor 1
constexpr double rowGap = 1.0;
constexpr double epsilon = 1e-6;
constexpr int anyLines = std::numeric_limits<int>::max();

} // namespace

FactListPart::FactListPart(std::vector<Fact> facts)
    : m_facts(std::move(facts))
{
    for (auto& [name, value] : m_facts) {
        name = Lettering::plain(name);
        value = Lettering::plain(value);
    }
}

FactListPart::Measures FactListPart::measure(double width, double room, const Lettering& letters) const
{
    const double f = letters.factor();
    constexpr double hair = 0.1; // so that the longest name has room on its line
    Measures measures;
    for (const auto& [name, value] : m_facts)
        measures.names = std::max(measures.names, letters.width(Type::Body, name) + hair);
    measures.names = std::min(measures.names, width * widestNames);
    const double values = width - measures.names - columnGap * f;
    for (const auto& [name, value] : m_facts) {
        Row row{letters.wrapped(Type::Body, name, measures.names, anyLines),
                letters.wrapped(Type::Body, value, values, anyLines)};
        row.height =
            letters.linesHeight(Type::Body, std::max(row.name.size(), row.value.size())) + rowGap * f;
        if (measures.shown == measures.rows.size() && measures.height + row.height <= room + epsilon) {
            ++measures.shown;
            measures.height += row.height;
        }
        measures.rows.push_back(std::move(row));
    }
    return measures;
}

double FactListPart::height(double width, double room, const Lettering& letters) const
{
    return measure(width, room, letters).height;
}

void FactListPart::paint(Canvas& canvas, const QRectF& rect) const
{
    const Measures measures = measure(rect.width(), rect.height(), canvas.letters());
    const double values = rect.left() + measures.names + columnGap * canvas.factor();
    double top = rect.top();
    const Canvas::Scope list = canvas.element({.role = Role::List, .continued = m_isContinued});
    for (std::size_t i = 0; i < measures.shown; ++i) {
        const Row& row = measures.rows[i];
        const Canvas::Scope item = canvas.element(Role::Item);
        canvas.block({{rect.left(), top, measures.names, 0}, Type::Body, row.name}, ink::grey);
        canvas.block({{values, top, rect.right() - values, 0}, Type::Body, row.value});
        top += row.height;
    }
}

PartPtr FactListPart::rest(const QSizeF& size, const Lettering& letters) const
{
    const std::size_t shown = measure(size.width(), size.height(), letters).shown;
    if (shown >= m_facts.size())
        return nullptr;
    auto part = std::make_shared<FactListPart>(
        std::vector<Fact>(m_facts.begin() + static_cast<std::ptrdiff_t>(shown), m_facts.end()));
    part->m_isContinued = m_isContinued || shown > 0;
    return part;
}

} // namespace hk::paper
