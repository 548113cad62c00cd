#include "report/pdf_structure.h"

#include "report/pdf_content.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace hk::report {

namespace {

using paper::Role;

bool holdsContent(Role role)
{
    switch (role) {
    case Role::Table:
    case Role::Row:
    case Role::List:
    case Role::Contents:
    case Role::ContentsEntry:
        return false;
    default:
        return true;
    }
}

bool isArtifact(Role role)
{
    return role == Role::Artifact || role == Role::Footer;
}

/// "table/2", the second piece of a part that runs over pages, is "table".
QString withoutPiece(const QString& frame)
{
    const qsizetype slash = frame.lastIndexOf(u'/');
    bool number = false;
    static_cast<void>(frame.mid(slash + 1).toInt(&number));
    return slash > 0 && number ? frame.left(slash) : frame;
}

/// The mark of that number, whatever the painter's scale.
void paintInFileUnits(QPainter& painter, int number)
{
    painter.save();
    painter.resetTransform();
    pdf::paintMark(painter, number);
    painter.restore();
}

} // namespace

PdfStructureRecorder::PdfStructureRecorder(const paper::Document& document)
    : m_document(document)
{}

void PdfStructureRecorder::sheet(QPainter& painter)
{
    m_structure.marks.emplace_back();
    mark(painter, {}); // the white paper, and all that nobody tells of
}

void PdfStructureRecorder::frame(const QString& id)
{
    m_flowing = withoutPiece(id);
}

bool PdfStructureRecorder::isInContent() const
{
    return !m_open.empty() && m_open.back().holdsContent;
}

bool PdfStructureRecorder::followsText()
{
    // An inner element adds to the text of the one that it stands in.
    const auto own =
        std::find_if(m_open.rbegin(), m_open.rend(), [](const Open& open) { return !open.isInner; });
    return own != m_open.rend() && own->isWords && std::exchange(own->hasText, true);
}

void PdfStructureRecorder::begin(const paper::Element& element, QPainter& painter)
{
    if (isInContent()) {
        m_open.push_back({.element = m_open.back().element, .holdsContent = true, .isInner = true});
        return;
    }
    const bool artifact = isArtifact(element.role);
    Open open{artifact ? -1 : elementOf(element), holdsContent(element.role)};
    open.isWords = !artifact && element.role != Role::Figure;
    open.hasText = element.continued;
    m_open.push_back(open);
    if (element.role == Role::Link)
        addLink(element, open.element);
    if (open.holdsContent && element.role != Role::Artifact)
        mark(painter, {open.element, element.role == Role::Footer});
}

void PdfStructureRecorder::end(QPainter& painter)
{
    const Open ended = m_open.back();
    m_open.pop_back();
    if (!ended.holdsContent || ended.isInner)
        return;
    paintInFileUnits(painter, 0);
}

void PdfStructureRecorder::mark(QPainter& painter, PdfMark mark)
{
    std::vector<PdfMark>& marks = m_structure.marks.back();
    paintInFileUnits(painter, static_cast<int>(marks.size()));
    marks.push_back(mark);
}

int PdfStructureRecorder::added(std::string type, const paper::Element& element)
{
    PdfElement made;
    made.type = std::move(type);
    made.parent = m_open.empty() ? -1 : m_open.back().element;
    made.alt = element.alt;
    made.page = static_cast<int>(m_structure.marks.size()) - 1;
    made.box = element.role == Role::Figure ? element.rect : QRectF();
    m_structure.elements.push_back(std::move(made));
    return static_cast<int>(m_structure.elements.size()) - 1;
}

int PdfStructureRecorder::elementOf(const paper::Element& element)
{
    const std::pair key(m_flowing, element.role);
    if (const auto last = m_last.find(key); element.continued && last != m_last.end())
        return last->second;
    const auto within = [this](int outer, std::string type) {
        const int inner = added(std::move(type));
        m_structure.elements.back().parent = outer;
        return inner;
    };
    const auto made = [&]() -> int {
        switch (element.role) {
        case Role::Title:
        case Role::Section:
        case Role::Heading:
            return added(std::string("H").append(std::to_string(headingLevel(element.role))));
        case Role::Figure:
            return added("Figure", element);
        case Role::Table:
            return added("Table");
        case Role::Row:
            return added("TR");
        case Role::HeadCell:
            return added("TH");
        case Role::Cell:
            return added("TD");
        case Role::List:
            return added("L");
        case Role::Item:
            return within(added("LI"), "LBody");
        case Role::Contents:
            return added("TOC");
        case Role::ContentsEntry:
            return added("TOCI");
        case Role::Link:
            return paper::find(m_document, element.target) ? within(added("Reference"), "Link") : added("P");
        case Role::Paragraph:
        case Role::Artifact:
        case Role::Footer:
            break;
        }
        return added("P");
    }();
    m_last[key] = made;
    return made;
}

int PdfStructureRecorder::headingLevel(Role role)
{
    while (!m_headings.empty() && m_headings.back() >= role)
        m_headings.pop_back();
    m_headings.push_back(role);
    return static_cast<int>(m_headings.size());
}

void PdfStructureRecorder::addLink(const paper::Element& element, int to)
{
    const auto target = paper::find(m_document, element.target);
    if (!target)
        return;
    const QString& sheet = m_document.sheets[static_cast<std::size_t>(target->sheet)].title;
    PdfLink link{static_cast<int>(m_structure.marks.size()) - 1, element.rect, target->sheet,
                 target->rect.top()};
    link.text = element.alt.isEmpty() ? sheet : element.alt;
    link.element = to;
    m_links.push_back(std::move(link));
}

} // namespace hk::report
