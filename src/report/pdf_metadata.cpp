#include "paper/document.h"
#include "paper/lettering.h"
#include "report/pdf_parts.h"

#include <QTimeZone>
#include <QXmlStreamWriter>

#include <qpdf/QPDF.hh>

namespace hk::report::pdf {

namespace {

const QString rdf = QStringLiteral("http://www.w3.org/1999/02/22-rdf-syntax-ns#");
const QString dublinCore = QStringLiteral("http://purl.org/dc/elements/1.1/");
const QString xmp = QStringLiteral("http://ns.adobe.com/xap/1.0/");
const QString pdfSchema = QStringLiteral("http://ns.adobe.com/pdf/1.3/");
const QString archiveSchema = QStringLiteral("http://www.aiim.org/pdfa/ns/id/");

QString creator()
{
    return paper::programName();
}

QString producer()
{
    return QStringLiteral("Qt %1, qpdf %2")
        .arg(QString::fromLatin1(qVersion()), QString::fromStdString(QPDF::QPDFVersion()));
}

/// A property of one value in an array of `kind` (Alt, Seq).
void inArray(QXmlStreamWriter& xml, const QString& name, const QString& kind, const QString& value)
{
    if (value.isEmpty())
        return;
    xml.writeStartElement(dublinCore, name);
    xml.writeStartElement(rdf, kind);
    xml.writeStartElement(rdf, QStringLiteral("li"));
    if (kind == QLatin1String("Alt"))
        xml.writeAttribute(QStringLiteral("xml:lang"), QStringLiteral("x-default"));
    xml.writeCharacters(value);
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
}

void simple(QXmlStreamWriter& xml, const QString& schema, const QString& name, const QString& value)
{
    if (!value.isEmpty())
        xml.writeTextElement(schema, name, value);
}

QByteArray packetOf(const PdfFacts& facts, const QString& keywords)
{
    QByteArray body;
    QXmlStreamWriter xml(&body);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(1);
    const QString meta = QStringLiteral("adobe:ns:meta/");
    xml.writeNamespace(meta, QStringLiteral("x"));
    xml.writeStartElement(meta, QStringLiteral("xmpmeta"));
    xml.writeNamespace(rdf, QStringLiteral("rdf"));
    xml.writeStartElement(rdf, QStringLiteral("RDF"));
    xml.writeNamespace(dublinCore, QStringLiteral("dc"));
    xml.writeNamespace(xmp, QStringLiteral("xmp"));
    xml.writeNamespace(pdfSchema, QStringLiteral("pdf"));
    if (facts.archival)
        xml.writeNamespace(archiveSchema, QStringLiteral("pdfaid"));
    xml.writeStartElement(rdf, QStringLiteral("Description"));
    xml.writeAttribute(rdf, QStringLiteral("about"), QString());
    simple(xml, dublinCore, QStringLiteral("format"), QStringLiteral("application/pdf"));
    inArray(xml, QStringLiteral("title"), QStringLiteral("Alt"), paper::Lettering::plain(facts.title));
    inArray(xml, QStringLiteral("creator"), QStringLiteral("Seq"), paper::Lettering::plain(facts.author));
    inArray(xml, QStringLiteral("description"), QStringLiteral("Alt"), paper::Lettering::plain(facts.subject));
    simple(xml, pdfSchema, QStringLiteral("Keywords"), keywords);
    simple(xml, pdfSchema, QStringLiteral("Producer"), producer());
    simple(xml, xmp, QStringLiteral("CreatorTool"), creator());
    if (facts.created.isValid()) {
        const QString at = facts.created.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss") + u'Z';
        for (const char* name : {"CreateDate", "ModifyDate", "MetadataDate"})
            simple(xml, xmp, QString::fromLatin1(name), at);
    }
    if (facts.archival) {
        simple(xml, archiveSchema, QStringLiteral("part"), QStringLiteral("2"));
        simple(xml, archiveSchema, QStringLiteral("conformance"), QStringLiteral("B"));
    }
    xml.writeEndDocument();
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>" + body +
           "\n<?xpacket end=\"w\"?>";
}

} // namespace

std::string plainUtf8(const QString& text)
{
    return paper::Lettering::plain(text).toStdString();
}

void tellFacts(QPDF& pdf, const PdfFacts& facts)
{
    QStringList keywords;
    for (const QString& word : facts.keywords)
        keywords.append(paper::Lettering::plain(word));
    const QString joined = keywords.join(QStringLiteral(", "));
    QPDFObjectHandle info = QPDFObjectHandle::newDictionary();
    const auto tell = [&](const char* key, const QString& value) {
        if (!value.isEmpty())
            info.replaceKey(key, QPDFObjectHandle::newUnicodeString(plainUtf8(value)));
    };
    tell("/Title", facts.title);
    tell("/Author", facts.author);
    tell("/Subject", facts.subject);
    tell("/Keywords", joined);
    tell("/Creator", creator());
    tell("/Producer", producer());
    if (facts.created.isValid()) {
        const QString at = u'D' + (u':' + facts.created.toUTC().toString(u"yyyyMMddHHmmss") + u'Z');
        tell("/CreationDate", at);
        tell("/ModDate", at);
    }
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));

    QPDFObjectHandle metadata = pdf.newStream(packetOf(facts, joined).toStdString());
    metadata.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
    metadata.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
    pdf.getRoot().replaceKey("/Metadata", metadata);
}

} // namespace hk::report::pdf
