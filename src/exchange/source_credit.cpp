#include "exchange/source_credit.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

namespace hk::exchange {
namespace {

constexpr qsizetype longestCredit = 200;
// In the order of how surely they are meant to be shown.
constexpr const char* creditKeys[] = {"ATTRIBUTION", "COPYRIGHT", "TIFFTAG_COPYRIGHT", "CREDIT", "LICENSE", "RIGHTS"};

QString oneLine(const QString& text)
{
    static const QRegularExpression tags(QStringLiteral("<[^>]*>")); // MBTiles give a piece of HTML
    const QString line = QString(text).remove(tags).simplified();
    return line.size() > longestCredit ? line.left(longestCredit - 1) + QStringLiteral("…") : line;
}

/// Values of an object's plain metadata by key, then the documents that GDAL hands on from gpkg_metadata.
QString creditOfObject(GDALMajorObject& object)
{
    char** items = object.GetMetadata();
    for (const char* key : creditKeys)
        if (const char* value = CSLFetchNameValue(items, key); value && *value != '\0')
            return oneLine(QString::fromUtf8(value));
    for (char** item = items; item && *item; ++item) {
        const QByteArray entry(*item);
        if (!entry.startsWith("GPKG_METADATA_ITEM_"))
            continue;
        if (const QString credit = creditInDocument(entry.mid(entry.indexOf('=') + 1)); !credit.isEmpty())
            return credit;
    }
    return {};
}

} // namespace

QString creditInDocument(const QByteArray& document)
{
    QXmlStreamReader xml(document);
    QString rights;
    QString maker;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        const auto name = xml.name();
        QString* into = name == QLatin1String("rights") || name == QLatin1String("accessRights") || name == QLatin1String("credit")
                                || name == QLatin1String("attribution")
                            ? &rights
                            : name == QLatin1String("creator") || name == QLatin1String("publisher") ? &maker
                                                                                                      : nullptr;
        if (into && into->isEmpty())
            *into = xml.readElementText(QXmlStreamReader::IncludeChildElements).simplified();
    }
    if (xml.hasError())
        return {};
    return oneLine(rights.isEmpty() ? maker : rights);
}

QString creditOf(GDALDataset& dataset)
{
    if (const QString credit = creditOfObject(dataset); !credit.isEmpty())
        return credit;
    for (int i = 0; i < dataset.GetLayerCount(); ++i)
        if (const QString credit = creditOfObject(*dataset.GetLayer(i)); !credit.isEmpty())
            return credit;
    return {};
}

} // namespace hk::exchange
