#include "paper/text_parts.h"

#include <algorithm>
#include <limits>

namespace hk::paper {

namespace {

constexpr double paragraphGap = 1.2; ///< at factor 1
constexpr double markHeight = 6.0;
constexpr double markPadding = 2.4;
constexpr double markGap = 1.4;
constexpr double noteLine = 7.5;
constexpr double epsilon = 1e-6;

} // namespace

TextPart::TextPart(QString heading, std::vector<Paragraphs> paragraphs, Overflow overflow)
    : m_heading(Lettering::plain(heading))
    , m_paragraphs(std::move(paragraphs))
    , m_overflow(overflow)
{
    for (Paragraphs& some : m_paragraphs) {
        for (QString& text : some.texts)
            text = Lettering::plain(text);
        some.texts.removeAll(QString());
    }
}

PartPtr textPart(const QString& heading, const QStringList& paragraphs, Type type, QRgb colour, int mostLines)
{
    return std::make_shared<TextPart>(heading, std::vector<Paragraphs>{{paragraphs, type, colour, mostLines}});
}

std::vector<TextPart::Line> TextPart::linesAt(double width, const Lettering& letters) const
{
    std::vector<Line> lines;
    for (std::size_t kind = 0; kind < m_paragraphs.size(); ++kind) {
        const Paragraphs& some = m_paragraphs[kind];
        const int most = some.mostLines > 0 ? some.mostLines : std::numeric_limits<int>::max();
        for (const QString& text : some.texts) {
            bool first = !lines.empty();
            for (const QString& words : letters.wrapped(some.type, text, width, most)) {
                lines.push_back({words, kind, first});
                first = false;
            }
        }
    }
    return lines;
}

double TextPart::headingHeight(const Lettering& letters) const
{
    return m_heading.isEmpty() ? 0.0 : metric::heading * letters.factor();
}

double TextPart::heightOf(const std::vector<Line>& lines, std::size_t from, std::size_t to, const Lettering& letters) const
{
    double height = 0.0;
    for (std::size_t i = from; i < to; ++i)
        height += letters.lineHeight(m_paragraphs[lines[i].kind].type) +
                  (lines[i].gapBefore && i > from ? paragraphGap * letters.factor() : 0.0);
    return height;
}

std::size_t TextPart::linesIn(const std::vector<Line>& lines, double room, const Lettering& letters) const
{
    const double left = room - headingHeight(letters) + epsilon;
    std::size_t count = 0;
    while (count < lines.size() && heightOf(lines, 0, count + 1, letters) <= left)
        ++count;
    // No paragraph's first line alone at the foot of a page.
    if (m_overflow == Overflow::Continue && count > 0 && count < lines.size() && !lines[count].gapBefore &&
        (count == 1 || lines[count - 1].gapBefore))
        --count;
    return count;
}

double TextPart::height(double width, double room, const Lettering& letters) const
{
    const std::vector<Line> lines = linesAt(width, letters);
    const std::size_t shown = linesIn(lines, room, letters);
    return shown == 0 ? 0.0 : headingHeight(letters) + heightOf(lines, 0, shown, letters);
}

void TextPart::paint(Canvas& canvas, const QRectF& rect) const
{
    const Lettering& letters = canvas.letters();
    const std::vector<Line> lines = linesAt(rect.width(), letters);
    const std::size_t shown = linesIn(lines, rect.height(), letters);
    if (shown == 0)
        return;
    double y = m_heading.isEmpty() ? rect.top() : canvas.heading(rect, m_heading);
    std::size_t i = 0;
    while (i < shown) {
        const Paragraphs& some = m_paragraphs[lines[i].kind];
        if (i > 0)
            y += paragraphGap * letters.factor();
        const Canvas::Scope paragraph = canvas.element({.role = some.role, .continued = i == 0 && m_goesOn});
        do {
            QString words = lines[i].words;
            if (m_overflow == Overflow::Elide && i + 1 == shown && shown < lines.size())
                words = letters.elided(some.type, words + QStringLiteral(" …"), rect.width());
            canvas.text({rect.left(), y + letters.ascent(some.type)}, some.type, words, some.colour);
            y += letters.lineHeight(some.type);
            ++i;
        } while (i < shown && !lines[i].gapBefore);
    }
}

PartPtr TextPart::rest(const QSizeF& size, const Lettering& letters) const
{
    if (m_overflow == Overflow::Elide)
        return nullptr;
    const std::vector<Line> lines = linesAt(size.width(), letters);
    const std::size_t shown = linesIn(lines, size.height(), letters);
    if (shown >= lines.size())
        return nullptr;
    // The lines of a paragraph that was begun go on as one paragraph.
    std::vector<Paragraphs> left;
    for (std::size_t i = shown; i < lines.size(); ++i) {
        const Paragraphs& some = m_paragraphs[lines[i].kind];
        if (left.empty() || i == shown || lines[i].kind != lines[i - 1].kind)
            left.push_back({{}, some.type, some.colour, some.mostLines, some.role});
        QStringList& texts = left.back().texts;
        if (texts.isEmpty() || lines[i].gapBefore)
            texts.append(lines[i].words);
        else
            texts.last() += u' ' + lines[i].words;
    }
    auto part = std::make_shared<TextPart>(shown == 0 ? m_heading : QString(), std::move(left), m_overflow);
    part->m_goesOn = shown == 0 ? m_goesOn : !lines[shown].gapBefore;
    return part;
}

std::optional<QString> TextPart::editableText() const
{
    if (m_paragraphs.size() != 1)
        return std::nullopt;
    return m_paragraphs.front().texts.join(u'\n');
}

PartPtr TextPart::withText(const QString& text) const
{
    if (m_paragraphs.size() != 1)
        return nullptr;
    std::vector<Paragraphs> changed = m_paragraphs;
    changed.front().texts = text.split(u'\n');
    return std::make_shared<TextPart>(m_heading, std::move(changed), m_overflow);
}

TitlePart::TitlePart(const QString& title)
    : m_title(Lettering::plain(title))
{}

TextBlock TitlePart::block(const QRectF& rect, const Lettering& letters) const
{
    if (m_title.isEmpty())
        return {rect, Type::Title, {}};
    if (letters.width(Type::Title, m_title) <= rect.width())
        return {rect, Type::Title, {m_title}};
    // In a frame of a given height as many lines as stand in it.
    const bool one = rect.height() > 0 && rect.height() < letters.linesHeight(Type::TitleSmall, 2) - 0.5;
    return {rect, Type::TitleSmall, letters.wrapped(Type::TitleSmall, m_title, rect.width(), one ? 1 : 2)};
}

double TitlePart::height(double width, double, const Lettering& letters) const
{
    const TextBlock title = block({0, 0, width, 0}, letters);
    // A title that is taken away leaves its place, so that the map does not jump while one is typed.
    return std::max(letters.lineHeight(Type::Title), letters.linesHeight(title.type, title.lines.size()));
}

void TitlePart::paint(Canvas& canvas, const QRectF& rect) const
{
    const TextBlock title = block(rect, canvas.letters());
    if (title.lines.isEmpty())
        return;
    const Canvas::Scope heading = canvas.element(Role::Title);
    canvas.block(title, canvas.accent());
}

PartPtr TitlePart::withText(const QString& text) const
{
    return std::make_shared<TitlePart>(text);
}

FactsPart::FactsPart(QStringList facts, int wrapped)
    : m_facts(std::move(facts))
    , m_wrapped(wrapped)
{
    for (QString& fact : m_facts)
        fact = Lettering::plain(fact);
}

QStringList FactsPart::lines(double width, const Lettering& letters) const
{
    constexpr int mostLines = 3;
    const auto joined = [](QStringList facts) {
        facts.removeAll(QString());
        return facts.join(QStringLiteral("  ·  "));
    };
    if (const QString all = joined(m_facts); letters.width(Type::Subtitle, all) <= width)
        return all.isEmpty() ? QStringList() : QStringList{all};
    QStringList others = m_facts;
    const QString longest = others.takeAt(m_wrapped);
    QStringList lines;
    constexpr int mostOthers = 2;
    if (const QString short_ = joined(others); !short_.isEmpty())
        lines = letters.wrapped(Type::Subtitle, short_, width, mostOthers);
    return lines + letters.wrapped(Type::Subtitle, longest, width, mostLines);
}

double FactsPart::height(double width, double, const Lettering& letters) const
{
    return letters.linesHeight(Type::Subtitle, lines(width, letters).size());
}

void FactsPart::paint(Canvas& canvas, const QRectF& rect) const
{
    canvas.block({rect, Type::Subtitle, lines(rect.width(), canvas.letters())}, ink::grey);
}

MarksPart::MarksPart(std::vector<Mark> marks, Role role)
    : m_role(role)
{
    for (Mark& mark : marks)
        if (mark.text = Lettering::plain(mark.text); !mark.text.isEmpty())
            m_marks.push_back(std::move(mark));
}

double MarksPart::width(double room, const Lettering& letters) const
{
    double widest = 0.0;
    for (const Mark& mark : m_marks)
        widest = std::max(widest, letters.width(Type::Mark, mark.text) + 2 * markPadding * letters.factor() + 0.1);
    return std::min(widest, room);
}

double MarksPart::height(double, double, const Lettering& letters) const
{
    const auto count = static_cast<double>(m_marks.size());
    return m_marks.empty() ? 0.0 : (count * (markHeight + markGap) - markGap) * letters.factor();
}

void MarksPart::paint(Canvas& canvas, const QRectF& rect) const
{
    const Lettering& letters = canvas.letters();
    const double f = letters.factor();
    double top = rect.top();
    for (const Mark& mark : m_marks) {
        const QString shown = letters.elided(Type::Mark, mark.text, rect.width() - 2 * markPadding * f);
        const double width = letters.width(Type::Mark, shown) + 2 * markPadding * f;
        const QRectF box(rect.right() - width, top, width, markHeight * f);
        if (mark.filled)
            canvas.painter().fillRect(box, QColor::fromRgba(ink::black));
        else
            canvas.rectangle(box.adjusted(0.15, 0.15, -0.15, -0.15), 0.3, ink::black);
        const Canvas::Scope scope = canvas.element(m_role);
        canvas.text({box.center().x(), box.center().y() + canvas.middleOf(Type::Mark)}, Type::Mark, shown,
                    mark.filled ? 0xffffffff : ink::black, Align::Centre);
        top += (markHeight + markGap) * f;
    }
}

FooterPart::FooterPart(std::vector<Line> lines)
    : m_lines(std::move(lines))
{}

double FooterPart::height(double, double, const Lettering& letters) const
{
    return letters.linesHeight(Type::Tiny, static_cast<qsizetype>(m_lines.size()));
}

void FooterPart::paint(Canvas& canvas, const QRectF& rect) const
{
    const Lettering& letters = canvas.letters();
    const double gap = 4.0 * letters.factor();
    const Canvas::Scope footer = canvas.element(Role::Footer);
    double baseline = rect.top() + letters.ascent(Type::Tiny);
    for (const Line& line : m_lines) {
        canvas.text({rect.right(), baseline}, Type::Tiny, line.right, ink::grey, Align::Right);
        const double taken = line.right.isEmpty() ? 0.0 : letters.width(Type::Tiny, line.right) + gap;
        canvas.text({rect.left(), baseline}, Type::Tiny, letters.elided(Type::Tiny, line.left, rect.width() - taken), ink::grey);
        baseline += letters.lineHeight(Type::Tiny);
    }
}

NotesPart::NotesPart(QString heading, int lines)
    : m_heading(Lettering::plain(heading))
    , m_lines(lines)
{}

double NotesPart::height(double, double room, const Lettering& letters) const
{
    const double f = letters.factor();
    const double lines = std::floor((room - metric::heading * f + epsilon) / (noteLine * f));
    return lines < 1 ? 0.0 : (metric::heading + std::min<double>(lines, m_lines) * noteLine) * f;
}

void NotesPart::paint(Canvas& canvas, const QRectF& rect) const
{
    const double step = noteLine * canvas.factor();
    for (double y = canvas.heading(rect, m_heading) + step; y <= rect.bottom() + epsilon; y += step)
        canvas.line({rect.left(), y}, {rect.right(), y}, 0.15, ink::line);
}

} // namespace hk::paper
