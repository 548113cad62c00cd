#include "paper/contents_part.h"

#include "paper/canvas.h"
#include "paper/translated.h"

#include <algorithm>
#include <cmath>

namespace hk::paper {

namespace {

constexpr double rowGap = 1.0; // millimetres at factor 1
constexpr double columnGap = 3.0;
constexpr double epsilon = 1e-6;

} // namespace

ContentsPart::ContentsPart(QString heading, std::vector<Entry> entries, QString amountHead)
    : m_heading(Lettering::plain(heading))
    , m_entries(std::move(entries))
    , m_amountHead(Lettering::plain(amountHead))
{
    for (Entry& entry : m_entries)
        entry.title = Lettering::plain(entry.title);
}

double ContentsPart::top(const Lettering& letters) const
{
    return (m_heading.isEmpty() ? 0.0 : metric::heading * letters.factor()) + (m_amountHead.isEmpty() ? 0.0 : letters.lineHeight(Type::Tiny));
}

double ContentsPart::rowHeight(const Lettering& letters) const
{
    return letters.lineHeight(Type::Body) + rowGap * letters.factor();
}

std::size_t ContentsPart::rowsIn(double room, const Lettering& letters) const
{
    const double rows = std::floor((room - top(letters) + epsilon) / rowHeight(letters));
    return rows < 1.0 ? 0 : std::min(m_entries.size(), static_cast<std::size_t>(rows));
}

double ContentsPart::height(double, double room, const Lettering& letters) const
{
    const std::size_t rows = rowsIn(room, letters);
    return rows == 0 ? 0.0 : top(letters) + static_cast<double>(rows) * rowHeight(letters);
}

void ContentsPart::paint(Canvas& canvas, const QRectF& rect) const
{
    const Lettering& letters = canvas.letters();
    const double f = letters.factor();
    const std::size_t rows = rowsIn(rect.height(), letters);
    const bool heads = !m_amountHead.isEmpty();
    const QString pageHead = Tr::tr("Page", "head of a column of page numbers");
    double numbers = 0.0;
    double amounts = letters.width(Type::Tiny, m_amountHead);
    double pages = heads ? letters.width(Type::Tiny, pageHead) : 0.0;
    for (std::size_t i = 0; i < rows; ++i) {
        numbers = std::max(numbers, letters.width(Type::Body, m_entries[i].number));
        amounts = std::max(amounts, letters.width(Type::Body, m_entries[i].amount));
        pages = std::max(pages, letters.width(Type::Body, QString::number(m_entries[i].page)));
    }
    const double left = rect.left() + (numbers > 0.0 ? numbers + columnGap * f / 2 : 0.0);
    const double amountRight = rect.right() - pages - columnGap * f;
    const double titleRoom = amountRight - (amounts > 0.0 ? amounts + columnGap * f : 0.0) - left;

    const QString heading =
        m_isContinued ? Tr::tr("%1, continued", "title of a list that goes on from the page before").arg(m_heading)
                      : m_heading;
    // What is repeated above the rest of a list is read once.
    const double headTop =
        m_heading.isEmpty() ? rect.top()
                            : canvas.heading(rect, heading, m_isContinued ? Role::Artifact : Role::Heading);
    double y = rect.top() + top(letters);
    if (heads) {
        const Canvas::Scope scope = canvas.element(m_isContinued ? Role::Artifact : Role::Paragraph);
        const double baseline = headTop + letters.ascent(Type::Tiny);
        canvas.text({amountRight, baseline}, Type::Tiny, m_amountHead, ink::grey, Align::Right);
        canvas.text({rect.right(), baseline}, Type::Tiny, pageHead, ink::grey, Align::Right);
    }
    const Canvas::Scope contents = canvas.element({.role = Role::Contents, .continued = m_isContinued});
    if (heads)
        canvas.line({rect.left(), y}, {rect.right(), y}, 0.15, ink::grey);
    const std::vector<LinkArea> areas = links(rect, letters);
    for (std::size_t i = 0; i < rows; ++i) {
        const Entry& entry = m_entries[i];
        const double baseline = y + letters.ascent(Type::Body) + rowGap * f / 2;
        {
            const Canvas::Scope row = canvas.element(Role::ContentsEntry);
            const QString words = entry.number.isEmpty() ? entry.title : entry.number + u' ' + entry.title;
            const Canvas::Scope link = canvas.element({Role::Link, words, areas[i].rect, areas[i].target});
            canvas.text({rect.left() + numbers, baseline}, Type::Body, entry.number, ink::grey, Align::Right);
            canvas.text({left, baseline}, Type::Body, letters.elided(Type::Body, entry.title, titleRoom));
            canvas.text({amountRight, baseline}, Type::Body, entry.amount, ink::black, Align::Right);
            canvas.text({rect.right(), baseline}, Type::Body, QString::number(entry.page), ink::black, Align::Right);
        }
        y += rowHeight(letters);
        canvas.line({rect.left(), y}, {rect.right(), y}, 0.1, ink::hair);
    }
}

PartPtr ContentsPart::rest(const QSizeF& size, const Lettering& letters) const
{
    const std::size_t rows = rowsIn(size.height(), letters);
    if (rows >= m_entries.size())
        return nullptr;
    auto part = std::make_shared<ContentsPart>(
        m_heading, std::vector<Entry>(m_entries.begin() + static_cast<std::ptrdiff_t>(rows), m_entries.end()),
        m_amountHead);
    part->m_isContinued = m_isContinued || rows > 0;
    return part;
}

std::vector<LinkArea> ContentsPart::links(const QRectF& rect, const Lettering& letters) const
{
    std::vector<LinkArea> links;
    double y = rect.top() + top(letters);
    for (std::size_t i = 0; i < rowsIn(rect.height(), letters); ++i, y += rowHeight(letters))
        links.push_back({QRectF(rect.left(), y, rect.width(), rowHeight(letters)), m_entries[i].target});
    return links;
}

} // namespace hk::paper
