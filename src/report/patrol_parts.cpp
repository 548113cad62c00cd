#include "report/patrol_parts.h"

#include "paper/canvas.h"
#include "report/badge.h"

namespace hk::report {

namespace {

using paper::Align;
using paper::Lettering;
using paper::Type;
namespace ink = paper::ink;

constexpr double badgeRadius = 2.7; // millimetres at factor 1
constexpr double nameHeight = 6.4;
constexpr double aboveLine = 1.2;
constexpr int mostCategoryLines = 2;

} // namespace

SpotHeadPart::SpotHeadPart(int number, QString name, QString count, QString categories)
    : m_number(number)
    , m_name(Lettering::plain(name))
    , m_count(Lettering::plain(count))
    , m_categories(Lettering::plain(categories))
{}

QStringList SpotHeadPart::categoryLines(double width, const Lettering& letters) const
{
    return letters.wrapped(Type::Body, m_categories, width, mostCategoryLines);
}

double SpotHeadPart::height(double width, double, const Lettering& letters) const
{
    return (aboveLine + nameHeight) * letters.factor() + letters.linesHeight(Type::Body, categoryLines(width, letters).size());
}

void SpotHeadPart::paint(paper::Canvas& canvas, const QRectF& rect) const
{
    const Lettering& letters = canvas.letters();
    const double f = canvas.factor();
    canvas.line(rect.topLeft(), rect.topRight(), 0.3, ink::black);
    const double middle = rect.top() + (aboveLine + nameHeight / 2) * f;
    const double left = rect.left() + (2 * badgeRadius + 2.0) * f;
    const double baseline = middle + canvas.middleOf(Type::TitleSmall);
    const double room = rect.right() - letters.width(Type::Strong, m_count) - 4.0 * f - left;
    {
        const paper::Canvas::Scope heading = canvas.element(paper::Role::Section);
        paintBadge(canvas, {rect.left() + badgeRadius * f + 0.1, middle}, badgeRadius * f, m_number);
        canvas.text({left, baseline}, Type::TitleSmall, letters.elided(Type::TitleSmall, m_name, room));
    }
    canvas.text({rect.right(), baseline}, Type::Strong, m_count, ink::black, Align::Right);
    canvas.block({{rect.left(), rect.top() + (aboveLine + nameHeight) * f, rect.width(), 0}, Type::Body,
                  categoryLines(rect.width(), letters)});
}

} // namespace hk::report
