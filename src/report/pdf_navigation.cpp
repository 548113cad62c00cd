#include "report/pdf_parts.h"

#include <algorithm>

#include <qpdf/QPDF.hh>

namespace hk::report::pdf {

namespace {

using Handle = QPDFObjectHandle;

/// Of the page's box, points.
double heightOf(Handle page)
{
    const Handle::Rectangle box = page.getKey("/MediaBox").getArrayAsRectangle();
    return box.ury - box.lly;
}

/// A place on a page, shown at the zoom the reader has.
Handle destination(Handle page, double top)
{
    return Handle::newArray({page, Handle::newName("/XYZ"), Handle::newInteger(0),
                             Handle::newReal(heightOf(page) - top * pointsPerMillimetre, 2), Handle::newNull()});
}

/// The bookmarks after `parent` from `next` on that stand below it; counts them.
int addChildren(QPDF& pdf, Handle parent, const std::vector<PdfBookmark>& bookmarks, std::size_t& next, int level)
{
    int count = 0;
    Handle last = Handle::newNull();
    while (next < bookmarks.size() && bookmarks[next].level >= level) {
        const PdfBookmark& bookmark = bookmarks[next];
        Handle item = pdf.makeIndirectObject(Handle::newDictionary());
        Handle page = pdf.getAllPages().at(static_cast<std::size_t>(bookmark.page));
        item.replaceKey("/Title", Handle::newUnicodeString(plainUtf8(bookmark.title)));
        item.replaceKey("/Parent", parent);
        item.replaceKey("/Dest", destination(page, bookmark.top));
        if (last.isNull()) {
            parent.replaceKey("/First", item);
        } else {
            item.replaceKey("/Prev", last);
            last.replaceKey("/Next", item);
        }
        parent.replaceKey("/Last", item);
        last = item;
        ++next;
        count += 1 + addChildren(pdf, item, bookmarks, next, level + 1);
    }
    if (count > 0)
        parent.replaceKey("/Count", Handle::newInteger(count)); // positive: open
    return count;
}

void addBookmarks(QPDF& pdf, const std::vector<PdfBookmark>& bookmarks)
{
    if (bookmarks.empty())
        return;
    Handle outlines = pdf.makeIndirectObject(Handle::newDictionary());
    outlines.replaceKey("/Type", Handle::newName("/Outlines"));
    std::size_t next = 0;
    addChildren(pdf, outlines, bookmarks, next, 0);
    pdf.getRoot().replaceKey("/Outlines", outlines);
    pdf.getRoot().replaceKey("/PageMode", Handle::newName("/UseOutlines"));
}

Handle annotationOf(QPDF& pdf, const PdfLink& link, Handle page)
{
    const double height = heightOf(page);
    const auto x = [](double millimetres) { return millimetres * pointsPerMillimetre; };
    const auto y = [&](double millimetres) { return height - millimetres * pointsPerMillimetre; };
    Handle annotation = Handle::newDictionary();
    annotation.replaceKey("/Type", Handle::newName("/Annot"));
    annotation.replaceKey("/Subtype", Handle::newName("/Link"));
    Handle rect = Handle::newArray();
    for (const double value : {x(link.rect.left()), y(link.rect.bottom()), x(link.rect.right()), y(link.rect.top())})
        rect.appendItem(Handle::newReal(value, 2));
    annotation.replaceKey("/Rect", rect);
    annotation.replaceKey("/Border", Handle::parse("[0 0 0]"));
    annotation.replaceKey("/F", Handle::newInteger(4)); // printed, seen
    if (!link.text.isEmpty())
        annotation.replaceKey("/Contents", Handle::newUnicodeString(plainUtf8(link.text)));
    if (link.targetPage >= 0) {
        Handle target = pdf.getAllPages().at(static_cast<std::size_t>(link.targetPage));
        annotation.replaceKey("/Dest", destination(target, link.targetTop));
    } else {
        Handle action = Handle::parse("<< /Type /Action /S /URI >>");
        action.replaceKey("/URI", Handle::newString(link.uri.toStdString()));
        annotation.replaceKey("/A", action);
    }
    return pdf.makeIndirectObject(annotation);
}

std::vector<Handle> addLinks(QPDF& pdf, const std::vector<PdfLink>& links)
{
    std::vector<Handle> annotations;
    for (const PdfLink& link : links) {
        Handle page = pdf.getAllPages().at(static_cast<std::size_t>(link.page));
        if (!page.getKey("/Annots").isArray())
            page.replaceKey("/Annots", Handle::newArray());
        annotations.push_back(annotationOf(pdf, link, page));
        page.getKey("/Annots").appendItem(annotations.back());
    }
    return annotations;
}

} // namespace

std::vector<Handle> addNavigation(QPDF& pdf, const PdfFacts& facts)
{
    Handle root = pdf.getRoot();
    root.replaceKey("/Lang", Handle::newUnicodeString(plainUtf8(facts.language)));
    root.replaceKey("/ViewerPreferences", Handle::parse("<< /DisplayDocTitle true >>"));
    root.replaceKey("/PageLabels", Handle::parse("<< /Nums [0 << /S /D >>] >>"));
    addBookmarks(pdf, facts.bookmarks);
    return addLinks(pdf, facts.links);
}

} // namespace hk::report::pdf
