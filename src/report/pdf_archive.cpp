#include "report/pdf_parts.h"

#include <QColorSpace>

#include <qpdf/QPDF.hh>

namespace hk::report::pdf {

namespace {

using Handle = QPDFObjectHandle;

/// The colours of the whole file are sRGB.
void addOutputIntent(QPDF& pdf)
{
    const QByteArray profile = QColorSpace(QColorSpace::SRgb).iccProfile();
    Handle stream = pdf.newStream(profile.toStdString());
    stream.getDict().replaceKey("/N", Handle::newInteger(3));
    Handle intent = Handle::parse("<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1)"
                                  " /Info (sRGB IEC61966-2.1) /RegistryName (http://www.color.org) >>");
    intent.replaceKey("/DestOutputProfile", stream);
    pdf.getRoot().replaceKey("/OutputIntents", Handle::newArray({pdf.makeIndirectObject(intent)}));
}

/// The space in which what is transparent is blended.
void addTransparencyGroups(QPDF& pdf)
{
    for (Handle page : pdf.getAllPages())
        if (!page.getKey("/Group").isDictionary())
            page.replaceKey("/Group", Handle::parse("<< /Type /Group /S /Transparency /CS /DeviceRGB >>"));
}

bool hasFontFile(Handle descriptor)
{
    return descriptor.isDictionary() && (descriptor.getKey("/FontFile").isStream() || descriptor.getKey("/FontFile2").isStream() ||
                                         descriptor.getKey("/FontFile3").isStream());
}

/// A font that is a subset of another has the same tagged name everywhere. A list of its glyphs may be left out, but may not be
/// incomplete, and nothing here could tell.
std::optional<QString> archiveFont(Handle font)
{
    const std::string kind = font.getKey("/Subtype").isName() ? font.getKey("/Subtype").getName() : std::string();
    if (kind == "/Type3")
        return {};
    if (kind == "/Type0") {
        Handle descendants = font.getKey("/DescendantFonts");
        if (!descendants.isArray() || descendants.getArrayNItems() != 1)
            return QStringLiteral("a font without descendant");
        Handle descendant = descendants.getArrayItem(0);
        if (const auto fault = archiveFont(descendant))
            return fault;
        font.replaceKey("/BaseFont", descendant.getKey("/BaseFont"));
        return {};
    }
    Handle descriptor = font.getKey("/FontDescriptor");
    if (!hasFontFile(descriptor)) {
        Handle name = font.getKey("/BaseFont");
        return QStringLiteral("the font %1 is not embedded")
            .arg(name.isName() ? QString::fromStdString(name.getName()) : QStringLiteral("?"));
    }
    descriptor.removeKey("/CIDSet");
    descriptor.removeKey("/CharSet");
    font.replaceKey("/BaseFont", descriptor.getKey("/FontName"));
    if (kind == "/CIDFontType2" && font.getKey("/CIDToGIDMap").isNull())
        font.replaceKey("/CIDToGIDMap", Handle::newName("/Identity"));
    return {};
}

std::optional<QString> archiveDictionary(Handle object)
{
    if (object.getKey("/S").isNameAndEquals("/JavaScript") || object.getKey("/S").isNameAndEquals("/Launch"))
        return QStringLiteral("an action that runs something");
    if (object.getKey("/Type").isNameAndEquals("/Filespec") && !object.getKey("/EF").isNull())
        return QStringLiteral("an attached file");
    if (object.getKey("/Type").isNameAndEquals("/Annot"))
        object.replaceKey("/F", Handle::newInteger(4));
    // An extended graphics state may come without its type.
    for (const char* key : {"/TR", "/TR2", "/HTP"})
        if (object.hasKey("/ca") || object.hasKey("/CA") || object.getKey("/Type").isNameAndEquals("/ExtGState"))
            object.removeKey(key);
    const bool descendant = object.getKey("/Subtype").isNameAndEquals("/CIDFontType2") ||
                            object.getKey("/Subtype").isNameAndEquals("/CIDFontType0");
    if (object.getKey("/Type").isNameAndEquals("/Font") && !descendant)
        return archiveFont(object);
    return {};
}

/// An object with all that stands directly in it.
std::optional<QString> archiveObject(Handle object)
{
    Handle dict = object.isStream() ? object.getDict() : object;
    if (object.isStream() && dict.getKey("/Subtype").isNameAndEquals("/PS"))
        return QStringLiteral("a PostScript object");
    if (object.isStream() && dict.getKey("/Subtype").isNameAndEquals("/Image"))
        for (const char* key : {"/Interpolate", "/Alternates", "/OPI"})
            dict.removeKey(key);
    std::vector<Handle> parts;
    if (dict.isDictionary()) {
        if (auto fault = archiveDictionary(dict))
            return fault;
        for (const auto& [key, value] : dict.getDictAsMap())
            parts.push_back(value);
    } else if (dict.isArray()) {
        parts = dict.getArrayAsVector();
    }
    for (Handle part : parts)
        if (!part.isIndirect())
            if (auto fault = archiveObject(part))
                return fault;
    return {};
}

} // namespace

std::optional<QString> prepareForArchive(QPDF& pdf)
{
    if (pdf.isEncrypted())
        return QStringLiteral("the file is encrypted");
    for (const char* key : {"/AA", "/AcroForm", "/NeedsRendering"})
        pdf.getRoot().removeKey(key);
    for (const Handle& object : pdf.getAllObjects())
        if (auto fault = archiveObject(object))
            return fault;
    addTransparencyGroups(pdf);
    addOutputIntent(pdf);
    return {};
}

} // namespace hk::report::pdf
