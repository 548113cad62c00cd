// The structure of a tagged PDF (ISO 32000-1, 14.7 and 14.8), in the order of reading.
#include "report/pdf_parts.h"

#include <qpdf/QPDF.hh>

namespace hk::report::pdf {

namespace {

using Handle = QPDFObjectHandle;

/// The structure tree while it is made.
class Tree {
public:
    Tree(QPDF& pdf, const PdfFacts& facts, const std::vector<std::vector<bool>>& used,
         const std::vector<Handle>& links)
        : m_pdf(pdf)
        , m_facts(facts)
        , m_used(used)
        , m_links(links)
        , m_pages(pdf.getAllPages())
        , m_root(pdf.makeIndirectObject(Handle::newDictionary()))
        , m_document(element("Document", m_root))
        , m_numbers(Handle::newArray())
    {}

    void add()
    {
        addElements();
        addContents();
        addLinks();
        Handle parents = Handle::newDictionary();
        parents.replaceKey("/Nums", m_numbers);
        m_root.replaceKey("/Type", Handle::newName("/StructTreeRoot"));
        m_root.replaceKey("/K", m_document);
        m_root.replaceKey("/ParentTree", m_pdf.makeIndirectObject(parents));
        m_root.replaceKey("/ParentTreeNextKey", Handle::newInteger(m_next));
        m_pdf.getRoot().replaceKey("/StructTreeRoot", m_root);
        m_pdf.getRoot().replaceKey("/MarkInfo", Handle::parse("<< /Marked true >>"));
    }

private:
    Handle element(const std::string& type, Handle parent)
    {
        Handle made = m_pdf.makeIndirectObject(Handle::newDictionary());
        made.replaceKey("/Type", Handle::newName("/StructElem"));
        made.replaceKey("/S", Handle::newName("/" + type));
        made.replaceKey("/P", parent);
        return made;
    }

    /// Whether anything is painted for an element, or in it.
    std::vector<bool> neededElements() const
    {
        const std::vector<PdfElement>& all = m_facts.structure.elements;
        std::vector<bool> needed(all.size(), false);
        for (std::size_t page = 0; page < m_facts.structure.marks.size(); ++page)
            for (std::size_t i = 0; i < m_facts.structure.marks[page].size(); ++i)
                if (const int of = m_facts.structure.marks[page][i].element; of >= 0 && m_used.at(page).at(i))
                    needed.at(static_cast<std::size_t>(of)) = true;
        for (std::size_t i = all.size(); i-- > 0;) {
            needed[i] =
                needed[i] || all[i].type == "TH" || all[i].type == "TD"; // an empty cell keeps its place
            if (needed[i] && all[i].parent >= 0)
                needed.at(static_cast<std::size_t>(all[i].parent)) = true;
        }
        return needed;
    }

    void addElements()
    {
        const std::vector<bool> needed = neededElements();
        for (std::size_t i = 0; i < needed.size(); ++i) {
            const PdfElement& about = m_facts.structure.elements[i];
            m_elements.push_back(Handle::newNull());
            if (!needed[i])
                continue;
            Handle parent =
                about.parent < 0 ? m_document : m_elements.at(static_cast<std::size_t>(about.parent));
            Handle made = element(about.type, parent);
            addAttributes(made, about);
            addKid(parent, made);
            m_elements.back() = made;
        }
    }

    void addAttributes(Handle to, const PdfElement& about)
    {
        if (!about.alt.isEmpty())
            to.replaceKey("/Alt", Handle::newUnicodeString(plainUtf8(about.alt)));
        if (about.type == "TH") {
            if (m_columnHead.isNull())
                m_columnHead = m_pdf.makeIndirectObject(Handle::parse("<< /O /Table /Scope /Column >>"));
            to.replaceKey("/A", m_columnHead);
        }
        if (about.box.isEmpty())
            return;
        const Handle::Rectangle paper =
            m_pages.at(static_cast<std::size_t>(about.page)).getKey("/MediaBox").getArrayAsRectangle();
        const QRectF box(about.box.topLeft() * pointsPerMillimetre, about.box.size() * pointsPerMillimetre);
        Handle corners = Handle::newArray();
        for (const double value : {box.left(), paper.ury - box.bottom(), box.right(), paper.ury - box.top()})
            corners.appendItem(Handle::newReal(value, 2));
        Handle layout = Handle::parse("<< /O /Layout /Placement /Block >>");
        layout.replaceKey("/BBox", corners);
        to.replaceKey("/A", layout);
    }

    static void addKid(Handle to, Handle kid)
    {
        if (!to.hasKey("/K"))
            to.replaceKey("/K", kid);
        else if (Handle kids = to.getKey("/K"); kids.isArray())
            kids.appendItem(kid);
        else
            to.replaceKey("/K", Handle::newArray({kids, kid}));
    }

    void addContents()
    {
        const auto& marks = m_facts.structure.marks;
        for (std::size_t page = 0; page < std::min(marks.size(), m_pages.size()); ++page) {
            // The parent tree has a place for each number, used or not.
            Handle onPage = Handle::newArray();
            for (std::size_t i = 0; i < marks[page].size(); ++i) {
                const bool read = marks[page][i].element >= 0 && m_used.at(page).at(i);
                onPage.appendItem(read ? m_elements.at(static_cast<std::size_t>(marks[page][i].element))
                                       : Handle::newNull());
                if (read)
                    addContent(onPage.getArrayItem(static_cast<int>(i)), m_pages[page], static_cast<int>(i));
            }
            m_pages[page].replaceKey("/StructParents", Handle::newInteger(m_next));
            m_pages[page].replaceKey("/Tabs", Handle::newName("/S"));
            tellParent(m_pdf.makeIndirectObject(onPage));
        }
    }

    static void addContent(Handle to, Handle page, int number)
    {
        if (!to.hasKey("/Pg"))
            to.replaceKey("/Pg", page);
        if (to.getKey("/Pg").getObjGen() == page.getObjGen()) {
            addKid(to, Handle::newInteger(number));
            return;
        }
        Handle content = Handle::parse("<< /Type /MCR >>");
        content.replaceKey("/Pg", page);
        content.replaceKey("/MCID", Handle::newInteger(number));
        addKid(to, content);
    }

    void addLinks()
    {
        for (std::size_t i = 0; i < m_links.size(); ++i) {
            const PdfLink& about = m_facts.links.at(i);
            if (about.element < 0 || m_elements.at(static_cast<std::size_t>(about.element)).isNull())
                continue;
            Handle annotation = m_links[i];
            Handle reference = Handle::parse("<< /Type /OBJR >>");
            reference.replaceKey("/Pg", m_pages.at(static_cast<std::size_t>(about.page)));
            reference.replaceKey("/Obj", annotation);
            Handle link = m_elements[static_cast<std::size_t>(about.element)];
            addKid(link, reference);
            annotation.replaceKey("/StructParent", Handle::newInteger(m_next));
            tellParent(link);
        }
    }

    void tellParent(Handle parent)
    {
        m_numbers.appendItem(Handle::newInteger(m_next++));
        m_numbers.appendItem(parent);
    }

    QPDF& m_pdf;
    const PdfFacts& m_facts;
    const std::vector<std::vector<bool>>& m_used;
    const std::vector<Handle>& m_links;
    std::vector<Handle> m_pages;
    std::vector<Handle> m_elements; ///< null: left out
    Handle m_root;
    Handle m_document;
    Handle m_numbers;                        ///< of the parent tree
    Handle m_columnHead = Handle::newNull(); ///< attributes of all heads of columns
    long long m_next = 0;
};

} // namespace

void addStructure(QPDF& pdf, const PdfFacts& facts, const std::vector<std::vector<bool>>& used,
                  const std::vector<QPDFObjectHandle>& links)
{
    Tree(pdf, facts, used, links).add();
}

} // namespace hk::report::pdf
