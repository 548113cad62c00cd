#include "archive_check.h"

#include "pdf_fixture.h"
#include "truetype.h"

#include <QSet>
#include <QXmlStreamReader>
#include <cmath>
#include <functional>
#include <map>
#include <set>

#include <qpdf/QPDF.hh>

namespace hk::test {

namespace {

using Handle = QPDFObjectHandle;

QString text(const std::string& words)
{
    return QString::fromStdString(words);
}

bool isOneOf(Handle value, std::initializer_list<const char*> names)
{
    for (const char* name : names)
        if (value.isNameAndEquals(name))
            return true;
    return false;
}

class Check {
public:
    explicit Check(const QByteArray& bytes)
        : m_bytes(bytes)
        , m_tree(treeOf(bytes))
    {}

    QStringList run()
    {
        checkFrame();
        for (Handle object : m_tree->getAllObjects())
            checkValue(object, 0);
        checkCatalog();
        checkOutputIntent();
        checkMetadata();
        for (Handle page : m_tree->getAllPages())
            checkPage(page);
        for (const auto& [id, used] : m_glyphs)
            checkGlyphs(m_tree->getObjectByObjGen(id), used);
        return QStringList(m_faults.begin(), m_faults.end());
    }

private:
    void fault(const char* clause, const QString& what) { m_faults.insert(QString::fromLatin1(clause) + u' ' + what); }
    void need(bool good, const char* clause, const char* what)
    {
        if (!good)
            fault(clause, QString::fromLatin1(what));
    }

    // 6.1: the file itself.
    void checkFrame()
    {
        need(m_bytes.startsWith("%PDF-1.") && m_bytes[7] >= '0' && m_bytes[7] <= '7' && m_bytes[8] == '\n', "6.1.2", "header");
        bool binary = m_bytes[9] == '%';
        for (int i = 10; i < 14; ++i)
            binary = binary && static_cast<unsigned char>(m_bytes[i]) > 127;
        need(binary, "6.1.2", "binary comment");
        Handle id = m_tree->getTrailer().getKey("/ID");
        need(id.isArray() && id.getArrayNItems() == 2, "6.1.3", "no identifier");
        need(!m_tree->getTrailer().hasKey("/Encrypt"), "6.1.3", "encrypted");
        need(m_bytes.endsWith("%%EOF\n") || m_bytes.endsWith("%%EOF"), "6.1.3", "data after the end");
        need(m_tree->getAllObjects().size() < 8388607, "6.1.13", "too many objects");
    }

    /// An object and what stands directly in it.
    void checkValue(Handle value, int depth)
    {
        if (depth > 0 && value.isIndirect())
            return;
        if (value.isInteger())
            need(std::abs(static_cast<double>(value.getIntValue())) <= 2147483647.0, "6.1.13", "integer too large");
        else if (value.isReal())
            need(std::abs(value.getNumericValue()) < 3.403e38, "6.1.13", "number too large");
        else if (value.isString())
            need(value.getStringValue().size() <= 32767, "6.1.13", "string too long");
        else if (value.isName())
            need(value.getName().size() <= 128, "6.1.13", "name too long");
        else if (value.isArray())
            for (Handle item : value.getArrayAsVector())
                checkValue(item, depth + 1);
        else if (value.isStream())
            checkStream(value);
        if (value.isDictionary())
            checkDictionary(value, depth);
    }

    void checkDictionary(Handle dict, int depth)
    {
        for (auto [key, item] : dict.getDictAsMap())
            checkValue(item, depth + 1);
        Handle type = dict.getKey("/Type");
        Handle action = dict.getKey("/S");
        if (type.isNameAndEquals("/Font"))
            checkFont(dict);
        if (type.isNameAndEquals("/Annot"))
            checkAnnotation(dict);
        if (type.isNameAndEquals("/Action"))
            need(isOneOf(action, {"/GoTo", "/GoToR", "/GoToE", "/Thread", "/URI", "/Named", "/SubmitForm"}), "6.5.1", "action");
        need(!isOneOf(action, {"/JavaScript", "/Launch"}), "6.5.1", "action that runs something");
        need(!dict.hasKey("/EF"), "6.8", "attached file");
        if (type.isNameAndEquals("/ExtGState") || dict.hasKey("/ca") || dict.hasKey("/CA")) {
            need(!dict.hasKey("/TR"), "6.2.5", "transfer function");
            need(!dict.hasKey("/TR2") || dict.getKey("/TR2").isNameAndEquals("/Default"), "6.2.5", "transfer function");
            need(!dict.hasKey("/HTP"), "6.2.5", "halftone phase");
            need(!dict.hasKey("/BM") || isOneOf(dict.getKey("/BM"), {"/Normal", "/Compatible", "/Multiply", "/Screen", "/Overlay",
                                                                    "/Darken", "/Lighten"}),
                 "6.2.10", "blend mode");
        }
    }

    void checkStream(Handle stream)
    {
        Handle dict = stream.getDict();
        checkDictionary(dict, 0);
        need(!dict.hasKey("/F") && !dict.hasKey("/FFilter") && !dict.hasKey("/FDecodeParms"), "6.1.7.1", "stream in another file");
        need(dict.getKey("/Filter").unparse().find("LZW") == std::string::npos, "6.1.7.2", "LZW");
        need(dict.getKey("/Filter").unparse().find("Crypt") == std::string::npos, "6.1.7.2", "Crypt");
        Handle kind = dict.getKey("/Subtype");
        need(!kind.isNameAndEquals("/PS"), "6.2.9.3", "PostScript");
        if (kind.isNameAndEquals("/Form"))
            need(!dict.hasKey("/OPI") && !dict.hasKey("/PS") && !dict.hasKey("/Ref"), "6.2.9", "form");
        if (kind.isNameAndEquals("/Image")) {
            need(!dict.hasKey("/Alternates") && !dict.hasKey("/OPI"), "6.2.8.1", "image with alternates");
            Handle smooth = dict.getKey("/Interpolate");
            need(smooth.isNull() || (smooth.isBool() && !smooth.getBoolValue()), "6.2.8.1", "interpolated image");
            need(dict.getKey("/ColorSpace").unparse().find("CMYK") == std::string::npos, "6.2.4.3", "CMYK");
        }
    }

    // 6.2.11: a font's dictionary.
    void checkFont(Handle font)
    {
        Handle kind = font.getKey("/Subtype");
        need(isOneOf(kind, {"/Type0", "/Type1", "/MMType1", "/Type3", "/TrueType", "/CIDFontType0", "/CIDFontType2"}), "6.2.11.2",
             "kind of font");
        if (kind.isNameAndEquals("/Type3"))
            return;
        need(font.getKey("/BaseFont").isName(), "6.2.11.2", "font without name");
        if (kind.isNameAndEquals("/Type0")) {
            need(isOneOf(font.getKey("/Encoding"), {"/Identity-H", "/Identity-V"}), "6.2.11.3.3", "character map");
            Handle descendant = font.getKey("/DescendantFonts").getArrayItem(0);
            need(descendant.getKey("/BaseFont").unparse() == font.getKey("/BaseFont").unparse(), "6.2.11.2", "two names");
            return;
        }
        if (kind.isNameAndEquals("/CIDFontType2")) {
            Handle map = font.getKey("/CIDToGIDMap");
            need(map.isNameAndEquals("/Identity") || map.isStream(), "6.2.11.3.2", "no CIDToGIDMap");
        }
        Handle descriptor = font.getKey("/FontDescriptor");
        need(descriptor.isDictionary() && (descriptor.hasKey("/FontFile") || descriptor.hasKey("/FontFile2") ||
                                           descriptor.hasKey("/FontFile3")),
             "6.2.11.4.1", "font not embedded");
        need(!descriptor.isDictionary() || !descriptor.hasKey("/CIDSet"), "6.2.11.4.2", "a CIDSet nobody vouches for");
        need(!descriptor.isDictionary() || descriptor.getKey("/FontName").unparse() == font.getKey("/BaseFont").unparse(), "6.2.11.2",
             "two names");
    }

    // 6.3
    void checkAnnotation(Handle annotation)
    {
        Handle kind = annotation.getKey("/Subtype");
        need(!isOneOf(kind, {"/3D", "/Sound", "/Screen", "/Movie"}), "6.3.1", "kind of annotation");
        Handle flags = annotation.getKey("/F");
        need(flags.isInteger() && (flags.getIntValue() & (1 | 2 | 4 | 32 | 256)) == 4, "6.3.2", "flags");
        need(isOneOf(kind, {"/Link", "/Popup"}) || annotation.hasKey("/AP"), "6.3.3", "no appearance");
    }

    // 6.4, 6.5, 6.9, 6.10, 6.11
    void checkCatalog()
    {
        Handle root = m_tree->getRoot();
        need(!root.hasKey("/AA"), "6.5.2", "actions of the document");
        need(!root.hasKey("/NeedsRendering"), "6.4.2", "needs rendering");
        need(!root.hasKey("/AcroForm") || !root.getKey("/AcroForm").hasKey("/XFA"), "6.4.2", "XFA");
        need(!root.hasKey("/Requirements"), "6.11", "requirements");
        Handle names = root.getKey("/Names");
        if (names.isDictionary()) {
            need(!names.hasKey("/AlternatePresentations"), "6.10", "alternate presentations");
            need(!names.hasKey("/JavaScript"), "6.5.1", "action that runs something");
        }
        need(!root.hasKey("/OCProperties"), "6.9", "optional content is not expected here");
    }

    // 6.2.3
    void checkOutputIntent()
    {
        Handle intents = m_tree->getRoot().getKey("/OutputIntents");
        if (!intents.isArray() || intents.getArrayNItems() != 1)
            return fault("6.2.3", QStringLiteral("no output intent"));
        Handle intent = intents.getArrayItem(0);
        need(intent.getKey("/S").isNameAndEquals("/GTS_PDFA1"), "6.2.3", "kind of output intent");
        need(intent.getKey("/OutputConditionIdentifier").isString(), "6.2.3", "output condition");
        need(!intent.hasKey("/DestOutputProfileRef"), "6.2.3", "profile elsewhere");
        Handle stream = intent.getKey("/DestOutputProfile");
        if (!stream.isStream())
            return fault("6.2.3", QStringLiteral("no profile"));
        need(stream.getDict().getKey("/N").isInteger() && stream.getDict().getKey("/N").getIntValue() == 3, "6.2.3", "colourants");
        // ICC.1: the header has 128 bytes: size at 0, version at 8, class at 12, space at 16, "acsp" at 36.
        const auto data = stream.getStreamData();
        const QByteArray profile(reinterpret_cast<const char*>(data->getBuffer()), static_cast<qsizetype>(data->getSize()));
        need(profile.size() > 128 && bigEndian32(profile, 0) == static_cast<quint32>(profile.size()), "6.2.3", "profile's size");
        need(profile.mid(36, 4) == "acsp" && profile[8] < 5, "6.2.3", "profile's header");
        need(profile.mid(12, 4) == "mntr" || profile.mid(12, 4) == "prtr", "6.2.3", "profile's class");
        need(profile.mid(16, 4) == "RGB ", "6.2.4.3", "RGB colours without RGB profile");
    }

    // 6.6
    void checkMetadata()
    {
        Handle metadata = m_tree->getRoot().getKey("/Metadata");
        if (!metadata.isStream())
            return fault("6.6.2.1", QStringLiteral("no metadata"));
        need(metadata.getDict().getKey("/Type").isNameAndEquals("/Metadata") &&
                 metadata.getDict().getKey("/Subtype").isNameAndEquals("/XML"),
             "6.6.2.1", "metadata's type");
        need(!metadata.getDict().hasKey("/Filter"), "6.6.2.1", "metadata compressed");
        const auto data = metadata.getStreamData();
        const QByteArray packet(reinterpret_cast<const char*>(data->getBuffer()), static_cast<qsizetype>(data->getSize()));
        need(packet.startsWith("<?xpacket begin=") && packet.contains("<?xpacket end="), "6.6.2.1", "packet");
        const QByteArray head = packet.left(packet.indexOf("?>"));
        need(!head.contains("bytes=") && !head.contains("encoding="), "6.6.2.1", "packet's attributes");
        const std::map<QString, QString> told = propertiesOf(packet);
        const auto value = [&](const char* name) {
            const auto found = told.find(QString::fromLatin1(name));
            return found == told.end() ? QString() : found->second;
        };
        need(value("part") == QLatin1String("2"), "6.6.4", "part");
        need(value("conformance") == QLatin1String("B"), "6.6.4", "conformance");
        Handle info = m_tree->getTrailer().getKey("/Info");
        for (const auto& [key, name] : std::initializer_list<std::pair<const char*, const char*>>{
                 {"/Title", "title"}, {"/Author", "creator"}, {"/Subject", "description"}, {"/Keywords", "Keywords"},
                 {"/Creator", "CreatorTool"}, {"/Producer", "Producer"}})
            need(!info.hasKey(key) || text(info.getKey(key).getUTF8Value()) == value(name), "6.6.3", "information and XMP differ");
        if (info.hasKey("/CreationDate")) {
            QString date = value("CreateDate");
            date.remove(u'-').remove(u':').remove(u'T');
            need(text(info.getKey("/CreationDate").getUTF8Value()) == QStringLiteral("D:") + date, "6.6.3", "dates differ");
        }
    }

    /// The properties of an XMP packet by their names without namespace; of an array the first value.
    std::map<QString, QString> propertiesOf(const QByteArray& packet)
    {
        std::map<QString, QString> told;
        QXmlStreamReader xml(packet);
        QString property;
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement() && !xml.namespaceUri().endsWith(QLatin1String("rdf-syntax-ns#")))
                property = xml.name().toString();
            if (xml.isCharacters() && !xml.isWhitespace() && !told.contains(property))
                told[property] = xml.text().toString();
        }
        need(!xml.hasError(), "6.6.2.1", "metadata is not well formed");
        return told;
    }

    void checkPage(Handle page)
    {
        need(!page.hasKey("/AA"), "6.5.2", "actions of a page");
        need(!page.hasKey("/PresSteps"), "6.10", "steps of a presentation");
        need(page.getKey("/Resources").isDictionary(), "6.2.2", "no resources");
        const Handle::Rectangle box = page.getKey("/MediaBox").getArrayAsRectangle();
        for (const double side : {box.urx - box.llx, box.ury - box.lly})
            need(side >= 3 && side <= 14400, "6.1.13", "paper");
        need(page.getKey("/Group").isDictionary() && page.getKey("/Group").getKey("/S").isNameAndEquals("/Transparency") &&
                 page.getKey("/Group").getKey("/CS").isNameAndEquals("/DeviceRGB"),
             "6.2.10", "blending space");
        Content content(*this, page);
        QPDFObjectHandle::parseContentStream(page.getKey("/Contents"), &content);
    }

    /// The operators of a page.
    class Content : public QPDFObjectHandle::ParserCallbacks {
    public:
        Content(Check& check, Handle page)
            : m_check(check)
            , m_fonts(page.getKey("/Resources").getKey("/Font"))
        {}

        void handleObject(Handle object, std::size_t, std::size_t) override
        {
            if (!object.isOperator()) {
                m_operands.push_back(object);
                return;
            }
            operation(object.getOperatorValue());
            m_operands.clear();
        }
        void handleEOF() override {}

    private:
        void operation(const std::string& op)
        {
            static const std::set<std::string> known{
                "b",  "B",  "b*", "B*", "BDC", "BMC", "BT", "BX", "c",  "cm", "CS", "cs", "d",  "d0", "d1", "Do", "DP", "EMC", "ET",
                "EX", "f",  "F",  "f*", "G",   "g",   "gs", "h",  "i",  "j",  "J",  "K",  "k",  "l",  "m",  "M",  "MP", "n",  "q",
                "Q",  "re", "RG", "rg", "ri",  "s",   "S",  "SC", "sc", "SCN", "scn", "sh", "T*", "Tc", "Td", "TD", "Tf", "Tj",
                "TJ", "TL", "Tm", "Tr", "Ts",  "Tw",  "Tz", "v",  "w",  "W",  "W*", "y",  "'",  "\""};
            if (!known.contains(op))
                m_check.fault("6.2.2", QStringLiteral("operator %1").arg(text(op)));
            m_check.need(op != "k" && op != "K", "6.2.4.3", "CMYK");
            if (op == "ri")
                m_check.need(!m_operands.empty() && isOneOf(m_operands[0], {"/RelativeColorimetric", "/AbsoluteColorimetric",
                                                                            "/Perceptual", "/Saturation"}),
                             "6.2.6", "rendering intent");
            m_depth += op == "q" ? 1 : op == "Q" ? -1 : 0;
            m_check.need(m_depth <= 28, "6.1.13", "states nested too deeply");
            if (op == "Tf" && !m_operands.empty())
                m_font = m_fonts.getKey(m_operands[0].getName());
            if (op == "Tj" || op == "'" || op == "\"" || op == "TJ")
                for (Handle operand : m_operands)
                    show(operand);
        }

        void show(Handle shown)
        {
            if (shown.isArray())
                for (Handle item : shown.getArrayAsVector())
                    show(item);
            if (!shown.isString() || !m_font.isDictionary())
                return;
            const std::string codes = shown.getStringValue();
            for (std::size_t i = 0; i + 1 < codes.size(); i += 2)
                m_check.m_glyphs[m_font.getObjGen()].insert(static_cast<unsigned char>(codes[i]) * 256 +
                                                            static_cast<unsigned char>(codes[i + 1]));
        }

        Check& m_check;
        Handle m_fonts;
        Handle m_font = Handle::newNull();
        std::vector<Handle> m_operands;
        int m_depth = 0;
    };

    /// The glyphs that are shown, in the font's own program.
    void checkGlyphs(Handle font, const std::set<int>& used)
    {
        Handle descendant = font.getKey("/DescendantFonts").getArrayItem(0);
        Handle file = descendant.getKey("/FontDescriptor").getKey("/FontFile2");
        if (!file.isStream())
            return;
        const auto data = file.getStreamData();
        const TrueType program(QByteArray(reinterpret_cast<const char*>(data->getBuffer()), static_cast<qsizetype>(data->getSize())));
        const std::map<int, double> widths = widthsOf(descendant.getKey("/W"));
        for (const int glyph : used) {
            need(glyph != 0, "6.2.11.8", "a sign the font has not");
            need(glyph < program.glyphs(), "6.2.11.4.1", "a glyph that is not there");
            const auto told = widths.find(glyph);
            need(told != widths.end() && std::abs(told->second - program.advance(glyph)) <= 1.0, "6.2.11.5", "widths differ");
        }
    }

    static std::map<int, double> widthsOf(Handle array)
    {
        std::map<int, double> widths;
        for (int i = 0; array.isArray() && i + 1 < array.getArrayNItems(); i += 2) {
            int glyph = array.getArrayItem(i).getIntValueAsInt();
            for (Handle width : array.getArrayItem(i + 1).getArrayAsVector())
                widths[glyph++] = width.getNumericValue();
        }
        return widths;
    }

    const QByteArray& m_bytes;
    std::shared_ptr<QPDF> m_tree;
    std::map<QPDFObjGen, std::set<int>> m_glyphs; ///< by their font
    QSet<QString> m_faults;
};

} // namespace

QStringList archiveFaults(const QByteArray& pdf)
{
    QStringList faults = Check(pdf).run();
    faults.sort();
    return faults;
}

} // namespace hk::test
