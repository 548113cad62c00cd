// The structure of a tagged PDF (ISO 32000-1, 14.7 and 14.8): what is painted for each frame, in the order of reading.
#include "report/pdf_parts.h"

#include <qpdf/QPDF.hh>

namespace hk::report::pdf {

namespace {

using Handle = QPDFObjectHandle;

const char* nameOf(PdfTag::Role role)
{
    switch (role) {
    case PdfTag::Role::Title:
        return "/H1";
    case PdfTag::Role::Figure:
        return "/Figure";
    case PdfTag::Role::Text:
    case PdfTag::Role::Artifact:
        break;
    }
    return "/P";
}

Handle element(QPDF& pdf, const PdfTag& tag, Handle parent, Handle page, int content)
{
    Handle made = pdf.makeIndirectObject(Handle::newDictionary());
    made.replaceKey("/Type", Handle::newName("/StructElem"));
    made.replaceKey("/S", Handle::newName(nameOf(tag.role)));
    made.replaceKey("/P", parent);
    made.replaceKey("/Pg", page);
    made.replaceKey("/K", Handle::newInteger(content));
    if (!tag.alt.isEmpty())
        made.replaceKey("/Alt", Handle::newUnicodeString(plainUtf8(tag.alt)));
    return made;
}

} // namespace

std::string beginning(const PdfTag& tag, int content)
{
    if (tag.role == PdfTag::Role::Artifact)
        return "/Artifact BMC\n";
    return std::string(nameOf(tag.role)) + " <</MCID " + std::to_string(content) + ">> BDC\n";
}

void addStructure(QPDF& pdf, const std::vector<std::vector<PdfTag>>& tags)
{
    std::vector<Handle> pages = pdf.getAllPages();
    Handle root = pdf.makeIndirectObject(Handle::newDictionary());
    Handle document = pdf.makeIndirectObject(Handle::newDictionary());
    document.replaceKey("/Type", Handle::newName("/StructElem"));
    document.replaceKey("/S", Handle::newName("/Document"));
    document.replaceKey("/P", root);
    Handle children = Handle::newArray();
    Handle numbers = Handle::newArray();
    for (std::size_t page = 0; page < std::min(tags.size(), pages.size()); ++page) {
        Handle onPage = Handle::newArray();
        for (std::size_t i = 0; i < tags[page].size(); ++i) {
            // The parent tree has a place for each number, used or not.
            if (tags[page][i].role == PdfTag::Role::Artifact) {
                onPage.appendItem(Handle::newNull());
                continue;
            }
            Handle made = element(pdf, tags[page][i], document, pages[page], static_cast<int>(i));
            children.appendItem(made);
            onPage.appendItem(made);
        }
        numbers.appendItem(Handle::newInteger(static_cast<long long>(page)));
        numbers.appendItem(pdf.makeIndirectObject(onPage));
        pages[page].replaceKey("/StructParents", Handle::newInteger(static_cast<long long>(page)));
        pages[page].replaceKey("/Tabs", Handle::newName("/S"));
    }
    document.replaceKey("/K", children);
    Handle parents = Handle::newDictionary();
    parents.replaceKey("/Nums", numbers);
    root.replaceKey("/Type", Handle::newName("/StructTreeRoot"));
    root.replaceKey("/K", document);
    root.replaceKey("/ParentTree", pdf.makeIndirectObject(parents));
    root.replaceKey("/ParentTreeNextKey", Handle::newInteger(static_cast<long long>(pages.size())));
    Handle catalogue = pdf.getRoot();
    catalogue.replaceKey("/StructTreeRoot", root);
    Handle marked = Handle::newDictionary();
    marked.replaceKey("/Marked", Handle::newBool(true));
    catalogue.replaceKey("/MarkInfo", marked);
}

} // namespace hk::report::pdf
