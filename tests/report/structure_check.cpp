#include "structure_check.h"

#include "pdf_fixture.h"

#include <QRegularExpression>
#include <functional>
#include <map>
#include <set>

#include <qpdf/QPDF.hh>

namespace hk::test {

namespace {

using Handle = QPDFObjectHandle;
using Place = std::pair<QPDFObjGen, long long>; ///< page, number of the content

std::string typeOf(Handle element)
{
    return element.getKey("/S").isName() ? element.getKey("/S").getName().substr(1) : std::string("?");
}

std::vector<Handle> kidsOf(Handle element)
{
    Handle kids = element.getKey("/K");
    if (kids.isNull())
        return {};
    return kids.isArray() ? kids.getArrayAsVector() : std::vector<Handle>{kids};
}

bool isElement(Handle kid)
{
    return kid.isDictionary() && kid.hasKey("/S");
}

class Check {
public:
    explicit Check(const QByteArray& bytes)
        : m_tree(treeOf(bytes))
        , m_root(m_tree->getRoot().getKey("/StructTreeRoot"))
    {}

    QStringList run()
    {
        need(m_root.isDictionary(), "no structure");
        if (!m_root.isDictionary())
            return m_faults;
        need(m_tree->getRoot().getKey("/MarkInfo").getKey("/Marked").isBool(), "not marked");
        need(m_tree->getRoot().getKey("/Lang").isString(), "no language");
        need(m_tree->getRoot().getKey("/ViewerPreferences").getKey("/DisplayDocTitle").isBool(),
             "its title is not shown");
        readParents();
        for (Handle page : m_tree->getAllPages())
            readContent(page);
        for (Handle kid : kidsOf(m_root)) {
            need(typeOf(kid) == "Document", "the outermost is no document");
            walk(kid, m_root);
        }
        for (const auto& [place, type] : m_content)
            need(m_read.count(place) == 1, "content of type " + type + " stands in no element");
        checkAnnotations();
        return m_faults;
    }

private:
    void need(bool good, const std::string& what)
    {
        if (!good)
            m_faults.append(QString::fromStdString(what));
    }

    void readParents()
    {
        Handle numbers = m_root.getKey("/ParentTree").getKey("/Nums");
        for (int i = 0; i + 1 < numbers.getArrayNItems(); i += 2)
            m_parents[numbers.getArrayItem(i).getIntValue()] = numbers.getArrayItem(i + 1);
        need(!m_parents.empty() &&
                 m_root.getKey("/ParentTreeNextKey").getIntValue() > m_parents.rbegin()->first,
             "the next key is taken");
    }

    /// Every text and path stands in marked content that is not nested, and each number begins once.
    void readContent(Handle page)
    {
        const auto data = page.getKey("/Contents").getStreamData();
        const QByteArray content(reinterpret_cast<const char*>(data->getBuffer()),
                                 static_cast<qsizetype>(data->getSize()));
        static const QRegularExpression numbered(QStringLiteral("^/(\\w+) <</MCID (\\d+)>> BDC$"));
        bool open = false;
        for (const QByteArray& line : content.split('\n')) {
            const QByteArray op = line.mid(line.lastIndexOf(' ') + 1);
            if (op == "BDC" || op == "BMC") {
                need(!open, "marked content in marked content");
                open = true;
                const auto found = numbered.match(QString::fromLatin1(line));
                need(found.hasMatch() || line.startsWith("/Artifact "), "marked as " + line.toStdString());
                if (found.hasMatch()) {
                    const bool first = m_content
                                           .emplace(Place(page.getObjGen(), found.captured(2).toLongLong()),
                                                    found.captured(1).toStdString())
                                           .second;
                    need(first, "a number of content twice");
                }
            } else if (op == "EMC") {
                need(open, "an end without beginning");
                open = false;
            } else if (op == "Tj" || op == "TJ" || op == "f" || op == "f*" || op == "S" || op == "B" ||
                       op == "Do") {
                need(open, "painted outside of marked content: " + op.toStdString());
            }
        }
        need(!open, "marked content without end");
    }

    void checkContent(Handle element, Handle page, long long number)
    {
        const Place place(page.getObjGen(), number);
        const auto found = m_content.find(place);
        need(found != m_content.end(), "an element's content is not there");
        if (found != m_content.end())
            need(found->second == typeOf(element),
                 "content of type " + found->second + " in " + typeOf(element));
        need(m_read.insert(place).second, "content that stands in two elements");
        Handle parents = m_parents[page.getKey("/StructParents").getIntValue()];
        need(parents.isArray() &&
                 parents.getArrayItem(static_cast<int>(number)).getObjGen() == element.getObjGen(),
             "the parent tree leads to another element");
    }

    void walk(Handle element, Handle parent)
    {
        const std::string type = typeOf(element);
        need(element.getKey("/P").getObjGen() == parent.getObjGen(), type + " has another parent");
        checkPlace(element, parent, type);
        const bool isHeading = type.size() == 2 && type[0] == 'H' && type[1] >= '1' && type[1] <= '6';
        if (isHeading) {
            need(type[1] - '0' <= m_level + 1,
                 "a heading " + type + " below level " + std::to_string(m_level));
            m_level = type[1] - '0';
        }
        const std::vector<Handle> kids = kidsOf(element);
        need(!kids.empty() || type == "TH" || type == "TD", type + " is empty");
        for (Handle kid : kids)
            if (kid.isInteger())
                checkContent(element, element.getKey("/Pg"), kid.getIntValue());
            else if (isElement(kid))
                walk(kid, element);
            else if (kid.getKey("/Type").isNameAndEquals("/MCR"))
                checkContent(element, kid.getKey("/Pg"), kid.getKey("/MCID").getIntValue());
            else
                checkReference(element, kid);
    }

    void checkPlace(Handle element, Handle parent, const std::string& type)
    {
        static const std::map<std::string, std::string> within{
            {"TR", "Table"},       {"LI", "L"},  {"LBody", "LI"}, {"TOCI", "TOC"},
            {"Reference", "TOCI"}, {"TH", "TR"}, {"TD", "TR"}};
        static const std::set<std::string> only{"Table", "TR", "L", "TOC", "TOCI"};
        const std::string outer = isElement(parent) ? typeOf(parent) : std::string();
        if (const auto found = within.find(type); found != within.end())
            need(outer == found->second, type + " in " + outer);
        if (only.count(outer) == 1)
            need(within.count(type) == 1 && within.at(type) == outer, type + " in " + outer);
        Handle attributes = element.getKey("/A");
        if (type == "TH")
            need(attributes.isDictionary() && attributes.getKey("/Scope").isNameAndEquals("/Column"),
                 "a head of no scope");
        if (type == "Figure") {
            need(element.hasKey("/Alt"), "a figure without words");
            need(attributes.isDictionary() && attributes.getKey("/BBox").isRectangle(),
                 "a figure without place");
        }
        if (type == "Table") {
            std::set<std::size_t> widths;
            for (Handle row : kidsOf(element))
                widths.insert(kidsOf(row).size());
            need(widths.size() == 1, "rows of a table that differ");
        }
    }

    void checkReference(Handle element, Handle reference)
    {
        need(reference.getKey("/Type").isNameAndEquals("/OBJR") && typeOf(element) == "Link",
             "something strange in an element");
        Handle annotation = reference.getKey("/Obj");
        need(m_parents[annotation.getKey("/StructParent").getIntValue()].getObjGen() == element.getObjGen(),
             "the parent tree leads from a link elsewhere");
        m_linked.insert(annotation.getObjGen());
    }

    void checkAnnotations()
    {
        for (Handle page : m_tree->getAllPages()) {
            need(page.getKey("/Tabs").isNameAndEquals("/S"), "a page that is not walked by its structure");
            if (!page.getKey("/Annots").isArray())
                continue;
            for (Handle annotation : page.getKey("/Annots").getArrayAsVector()) {
                need(m_linked.count(annotation.getObjGen()) == 1, "a link that stands in no element");
                need(annotation.getKey("/Contents").isString(), "a link without words");
            }
        }
    }

    std::shared_ptr<QPDF> m_tree;
    Handle m_root;
    std::map<long long, Handle> m_parents;
    std::map<Place, std::string> m_content; ///< types
    std::set<Place> m_read;
    std::set<QPDFObjGen> m_linked;
    int m_level = 0;
    QStringList m_faults;
};

} // namespace

QStringList structureFaults(const QByteArray& pdf)
{
    return Check(pdf).run();
}

QStringList structureOf(const QByteArray& pdf)
{
    const auto tree = treeOf(pdf);
    QStringList lines;
    const std::function<void(Handle, int)> add = [&](Handle element, int depth) {
        QString line = QString(depth, u' ') + QString::fromStdString(typeOf(element));
        if (element.hasKey("/Alt"))
            line += u'=' + QString::fromStdString(element.getKey("/Alt").getUTF8Value());
        lines.append(line);
        for (Handle kid : kidsOf(element))
            if (isElement(kid))
                add(kid, depth + 1);
            else if (kid.isDictionary() && kid.getKey("/Type").isNameAndEquals("/OBJR"))
                lines.last() +=
                    u'=' + QString::fromStdString(kid.getKey("/Obj").getKey("/Contents").getUTF8Value());
    };
    for (Handle kid : kidsOf(tree->getRoot().getKey("/StructTreeRoot").getKey("/K")))
        if (isElement(kid))
            add(kid, 0);
    return lines;
}

} // namespace hk::test
