#include "paper/section_parts.h"

#include "paper/canvas.h"

#include <algorithm>

namespace hk::paper {

namespace {

constexpr double afterTitle = 1.0; ///< from the section's title to its rule, at factor 1
constexpr double rule = 0.35;
constexpr double columnGap = 5.0; ///< between figures
constexpr double padding = 2.2;
constexpr int mostLines = 3;

} // namespace

SectionPart::SectionPart(const QString& title)
    : m_title(Lettering::plain(title))
{}

double SectionPart::height(double, double, const Lettering& letters) const
{
    return m_title.isEmpty() ? 0.0
                             : letters.lineHeight(Type::TitleSmall) + (afterTitle + rule) * letters.factor();
}

void SectionPart::paint(Canvas& canvas, const QRectF& rect) const
{
    const Lettering& letters = canvas.letters();
    {
        const Canvas::Scope heading = canvas.element(Role::Section);
        canvas.text({rect.left(), rect.top() + letters.ascent(Type::TitleSmall)}, Type::TitleSmall,
                    letters.elided(Type::TitleSmall, m_title, rect.width()));
    }
    const double y =
        rect.top() + letters.lineHeight(Type::TitleSmall) + (afterTitle + rule / 2) * letters.factor();
    canvas.line({rect.left(), y}, {rect.right(), y}, rule, ink::black);
}

FiguresPart::FiguresPart(std::vector<Figure> figures)
    : m_figures(std::move(figures))
{
    for (Figure& figure : m_figures) {
        figure.number = Lettering::plain(figure.number);
        figure.words = Lettering::plain(figure.words);
    }
}

double FiguresPart::columnWidth(double width, const Lettering& letters) const
{
    const auto count = static_cast<double>(m_figures.size());
    return std::max(0.0, (width - (count - 1) * columnGap * letters.factor()) / count);
}

QStringList FiguresPart::wordsOf(const Figure& figure, double width, const Lettering& letters) const
{
    return letters.wrapped(Type::Small, figure.words, width, mostLines);
}

double FiguresPart::height(double width, double room, const Lettering& letters) const
{
    if (m_figures.empty())
        return 0.0;
    const double column = columnWidth(width, letters);
    qsizetype lines = 0;
    for (const Figure& figure : m_figures)
        lines = std::max(lines, wordsOf(figure, column, letters).size());
    const double needed = padding * letters.factor() + letters.lineHeight(Type::Title) +
                          letters.linesHeight(Type::Small, lines);
    return needed > room ? 0.0 : needed;
}

void FiguresPart::paint(Canvas& canvas, const QRectF& rect) const
{
    const Lettering& letters = canvas.letters();
    const double column = columnWidth(rect.width(), letters);
    double left = rect.left();
    for (const Figure& figure : m_figures) {
        canvas.line({left, rect.top() + rule / 2}, {left + column, rect.top() + rule / 2}, rule, ink::black);
        const double top = rect.top() + padding * letters.factor();
        const Canvas::Scope paragraph = canvas.element(Role::Paragraph);
        const Type type =
            letters.width(Type::Title, figure.number) <= column ? Type::Title : Type::TitleSmall;
        canvas.text({left, top + letters.ascent(Type::Title)}, type,
                    letters.elided(type, figure.number, column));
        canvas.block({{left, top + letters.lineHeight(Type::Title), column, 0},
                      Type::Small,
                      wordsOf(figure, column, letters)},
                     ink::grey);
        left += column + columnGap * letters.factor();
    }
}

} // namespace hk::paper
