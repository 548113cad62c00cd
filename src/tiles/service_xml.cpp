#include "tiles/service_xml.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

#include <algorithm>
#include <cmath>

namespace hk::tiles {
namespace {

constexpr int deepest = 30;              // layers within layers
constexpr std::size_t mostLayers = 20000;
constexpr std::size_t mostMatrices = 64; // of a set

QString text(QXmlStreamReader& xml) { return xml.readElementText(QXmlStreamReader::IncludeChildElements).simplified(); }

double number(const QString& text) { return text.trimmed().toDouble(); }

QRectF degrees(double west, double south, double east, double north)
{
    const bool good = std::isfinite(west + south + east + north) && east > west && north > south && west >= -360 && east <= 360
                      && south >= -90.01 && north <= 90.01;
    return good ? QRectF(west, south, east - west, north - south) : QRectF();
}

QString linkOf(const QXmlStreamReader& xml)
{
    return xml.attributes().value(QStringLiteral("http://www.w3.org/1999/xlink"), QStringLiteral("href")).toString();
}

void addUnique(QStringList& list, const QString& value)
{
    if (!value.isEmpty() && !list.contains(value))
        list.append(value);
}

class WmsReader {
public:
    explicit WmsReader(const QByteArray& bytes)
        : m_xml(bytes)
    {}

    std::optional<WmsCapabilities> read()
    {
        if (!m_xml.readNextStartElement())
            return std::nullopt;
        if (m_xml.name() != QLatin1String("WMS_Capabilities") && m_xml.name() != QLatin1String("WMT_MS_Capabilities"))
            return std::nullopt;
        m_read.version = m_xml.attributes().value(QLatin1String("version")).toString();
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == QLatin1String("Service"))
                service();
            else if (m_xml.name() == QLatin1String("Capability"))
                capability();
            else
                m_xml.skipCurrentElement();
        }
        if (m_xml.hasError() || m_read.layers.empty())
            return std::nullopt;
        for (ServiceLayer& layer : m_read.layers)
            layer.formats = m_formats;
        return m_read;
    }

private:
    void service()
    {
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == QLatin1String("MaxWidth") || m_xml.name() == QLatin1String("MaxHeight")) {
                const int most = text(m_xml).toInt();
                if (most > 0)
                    m_read.mostPixels = m_read.mostPixels == 0 ? most : std::min(m_read.mostPixels, most);
            } else {
                m_xml.skipCurrentElement();
            }
        }
    }

    void capability()
    {
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == QLatin1String("Request"))
                requests();
            else if (m_xml.name() == QLatin1String("Layer"))
                layer({}, 0);
            else
                m_xml.skipCurrentElement();
        }
    }

    void requests()
    {
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() != QLatin1String("GetMap")) {
                m_xml.skipCurrentElement();
                continue;
            }
            while (m_xml.readNextStartElement()) {
                if (m_xml.name() == QLatin1String("Format")) {
                    const QString format = text(m_xml);
                    if (format.startsWith(QLatin1String("image/")))
                        addUnique(m_formats, format);
                } else if (m_xml.name() == QLatin1String("DCPType")) {
                    address();
                } else {
                    m_xml.skipCurrentElement();
                }
            }
        }
    }

    /// The first link for Get within DCPType.
    void address()
    {
        bool get = false;
        for (int depth = 1; depth > 0 && !m_xml.atEnd();) {
            const auto token = m_xml.readNext();
            if (token == QXmlStreamReader::StartElement) {
                ++depth;
                get = get || m_xml.name() == QLatin1String("Get");
                if (get && m_xml.name() == QLatin1String("OnlineResource") && m_read.getMap.isEmpty())
                    m_read.getMap = linkOf(m_xml);
            } else if (token == QXmlStreamReader::EndElement) {
                --depth;
                get = get && m_xml.name() != QLatin1String("Get");
            }
        }
    }

    /// `inherited`: what the layers around it give to it.
    void layer(ServiceLayer inherited, int depth)
    {
        if (depth > deepest || m_read.layers.size() > mostLayers) {
            m_xml.skipCurrentElement();
            return;
        }
        ServiceLayer own = std::move(inherited);
        own.name.clear();
        own.title.clear();
        std::size_t place = m_read.layers.size();
        m_read.layers.emplace_back(); // a group comes before what is in it
        while (m_xml.readNextStartElement()) {
            const QStringView element = m_xml.name();
            if (element == QLatin1String("Name"))
                own.name = text(m_xml);
            else if (element == QLatin1String("Title"))
                own.title = text(m_xml);
            else if (element == QLatin1String("CRS") || element == QLatin1String("SRS"))
                for (const QString& one : text(m_xml).split(u' ', Qt::SkipEmptyParts)) // 1.1.0 allowed a list
                    addUnique(own.crs, crsNameOf(one));
            else if (element == QLatin1String("EX_GeographicBoundingBox"))
                own.bounds = geographic();
            else if (element == QLatin1String("LatLonBoundingBox"))
                own.bounds = latLon();
            else if (element == QLatin1String("Attribution"))
                own.attribution = attribution();
            else if (element == QLatin1String("Layer"))
                layer(own, depth + 1);
            else
                m_xml.skipCurrentElement();
        }
        if (own.title.isEmpty())
            own.title = own.name;
        if (own.name.isEmpty())
            m_read.layers.erase(m_read.layers.begin() + static_cast<std::ptrdiff_t>(place));
        else
            m_read.layers[place] = own;
    }

    QRectF geographic()
    {
        double west = NAN, south = NAN, east = NAN, north = NAN;
        while (m_xml.readNextStartElement()) {
            const QStringView side = m_xml.name();
            double* into = side == QLatin1String("westBoundLongitude") ? &west : side == QLatin1String("eastBoundLongitude") ? &east
                           : side == QLatin1String("southBoundLatitude") ? &south : side == QLatin1String("northBoundLatitude") ? &north
                                                                                                                                : nullptr;
            if (into)
                *into = number(text(m_xml));
            else
                m_xml.skipCurrentElement();
        }
        return degrees(west, south, east, north);
    }

    QRectF latLon()
    {
        const auto side = [this](const char* name) { return number(m_xml.attributes().value(QLatin1String(name)).toString()); };
        const QRectF rect = degrees(side("minx"), side("miny"), side("maxx"), side("maxy"));
        m_xml.skipCurrentElement();
        return rect;
    }

    QString attribution()
    {
        QString title;
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == QLatin1String("Title"))
                title = text(m_xml);
            else
                m_xml.skipCurrentElement();
        }
        return title;
    }

    QXmlStreamReader m_xml;
    WmsCapabilities m_read;
    QStringList m_formats;
};

class WmtsReader {
public:
    explicit WmtsReader(const QByteArray& bytes)
        : m_xml(bytes)
    {}

    std::optional<WmtsCapabilities> read()
    {
        if (!m_xml.readNextStartElement() || m_xml.name() != QLatin1String("Capabilities"))
            return std::nullopt;
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == QLatin1String("OperationsMetadata"))
                operations();
            else if (m_xml.name() == QLatin1String("Contents"))
                contents();
            else
                m_xml.skipCurrentElement();
        }
        if (m_xml.hasError() || m_read.layers.empty() || m_read.sets.empty())
            return std::nullopt;
        for (ServiceLayer& layer : m_read.layers)
            for (const TileMatrixSet& set : m_read.sets)
                if (layer.matrixSets.contains(set.name))
                    addUnique(layer.crs, set.crs);
        return m_read;
    }

private:
    void operations()
    {
        while (m_xml.readNextStartElement()) {
            if (m_xml.attributes().value(QLatin1String("name")) != QLatin1String("GetTile")) {
                m_xml.skipCurrentElement();
                continue;
            }
            QString link;
            QString encodings;
            for (int depth = 1; depth > 0 && !m_xml.atEnd();) {
                const auto token = m_xml.readNext();
                if (token == QXmlStreamReader::StartElement) {
                    ++depth;
                    if (m_xml.name() == QLatin1String("Get")) {
                        link = linkOf(m_xml);
                        encodings.clear();
                    }
                } else if (token == QXmlStreamReader::Characters) {
                    encodings += m_xml.text();
                } else if (token == QXmlStreamReader::EndElement) {
                    --depth;
                    const bool keys = encodings.contains(QLatin1String("KVP")) || encodings.trimmed().isEmpty();
                    if (m_xml.name() == QLatin1String("Get") && keys && m_read.getTile.isEmpty())
                        m_read.getTile = link;
                }
            }
        }
    }

    void contents()
    {
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == QLatin1String("Layer") && m_read.layers.size() < mostLayers)
                layer();
            else if (m_xml.name() == QLatin1String("TileMatrixSet") && m_read.sets.size() < mostLayers)
                matrixSet();
            else
                m_xml.skipCurrentElement();
        }
    }

    void layer()
    {
        ServiceLayer read;
        while (m_xml.readNextStartElement()) {
            const QStringView element = m_xml.name();
            if (element == QLatin1String("Identifier"))
                read.name = text(m_xml);
            else if (element == QLatin1String("Title"))
                read.title = text(m_xml);
            else if (element == QLatin1String("Format"))
                addUnique(read.formats, text(m_xml));
            else if (element == QLatin1String("WGS84BoundingBox"))
                read.bounds = box();
            else if (element == QLatin1String("Style"))
                style(read);
            else if (element == QLatin1String("Dimension"))
                dimension(read);
            else if (element == QLatin1String("TileMatrixSetLink"))
                addUnique(read.matrixSets, child(QLatin1String("TileMatrixSet")));
            else if (element == QLatin1String("ResourceURL"))
                resource(read);
            else
                m_xml.skipCurrentElement();
        }
        if (read.title.isEmpty())
            read.title = read.name;
        if (!read.name.isEmpty())
            m_read.layers.push_back(read);
    }

    QString child(QLatin1String name)
    {
        QString found;
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == name)
                found = text(m_xml);
            else
                m_xml.skipCurrentElement();
        }
        return found;
    }

    void style(ServiceLayer& read)
    {
        const bool standard = m_xml.attributes().value(QLatin1String("isDefault")) == QLatin1String("true");
        const QString name = child(QLatin1String("Identifier"));
        if (standard || read.style.isEmpty())
            read.style = name;
    }

    void dimension(ServiceLayer& read)
    {
        QString name, value;
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == QLatin1String("Identifier"))
                name = text(m_xml);
            else if (m_xml.name() == QLatin1String("Default"))
                value = text(m_xml);
            else
                m_xml.skipCurrentElement();
        }
        if (!name.isEmpty())
            read.dimensions.insert(name, value);
    }

    void resource(ServiceLayer& read)
    {
        const auto attributes = m_xml.attributes();
        const QString format = attributes.value(QLatin1String("format")).toString();
        const bool first = read.address.isEmpty() || format == QLatin1String("image/png");
        if (attributes.value(QLatin1String("resourceType")) == QLatin1String("tile") && format.startsWith(QLatin1String("image/")) && first)
            read.address = attributes.value(QLatin1String("template")).toString();
        m_xml.skipCurrentElement();
    }

    QRectF box()
    {
        QStringList low, high;
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == QLatin1String("LowerCorner"))
                low = text(m_xml).split(u' ');
            else if (m_xml.name() == QLatin1String("UpperCorner"))
                high = text(m_xml).split(u' ');
            else
                m_xml.skipCurrentElement();
        }
        return degrees(number(low.value(0)), number(low.value(1)), number(high.value(0)), number(high.value(1)));
    }

    void matrixSet()
    {
        TileMatrixSet set;
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == QLatin1String("Identifier")) {
                set.name = text(m_xml);
            } else if (m_xml.name() == QLatin1String("SupportedCRS")) {
                const QString written = text(m_xml);
                set.crs = crsNameOf(written);
                set.ownAxes = !written.startsWith(QLatin1String("EPSG:"), Qt::CaseInsensitive);
            } else if (m_xml.name() == QLatin1String("TileMatrix") && set.matrices.size() < mostMatrices) {
                matrix(set);
            } else {
                m_xml.skipCurrentElement();
            }
        }
        if (!set.name.isEmpty() && !set.crs.isEmpty() && !set.matrices.empty())
            m_read.sets.push_back(set);
    }

    void matrix(TileMatrixSet& set)
    {
        TileMatrix read;
        QStringList corner;
        while (m_xml.readNextStartElement()) {
            const QStringView element = m_xml.name();
            if (element == QLatin1String("Identifier"))
                read.name = text(m_xml);
            else if (element == QLatin1String("ScaleDenominator"))
                read.scale = number(text(m_xml));
            else if (element == QLatin1String("TopLeftCorner"))
                corner = text(m_xml).split(u' ');
            else if (element == QLatin1String("TileWidth"))
                read.tileWidth = text(m_xml).toInt();
            else if (element == QLatin1String("TileHeight"))
                read.tileHeight = text(m_xml).toInt();
            else if (element == QLatin1String("MatrixWidth"))
                read.columns = text(m_xml).toLongLong();
            else if (element == QLatin1String("MatrixHeight"))
                read.rows = text(m_xml).toLongLong();
            else
                m_xml.skipCurrentElement();
        }
        read.first = number(corner.value(0));
        read.second = number(corner.value(1));
        constexpr int mostPixels = 4096;
        constexpr qint64 mostTiles = qint64{1} << 31;
        const bool sound = std::isfinite(read.scale) && read.scale > 0 && std::isfinite(read.first) && std::isfinite(read.second)
                           && read.tileWidth > 0 && read.tileWidth <= mostPixels && read.tileHeight > 0 && read.tileHeight <= mostPixels
                           && read.columns > 0 && read.columns < mostTiles && read.rows > 0 && read.rows < mostTiles;
        if (sound)
            set.matrices.push_back(read);
    }

    QXmlStreamReader m_xml;
    WmtsCapabilities m_read;
};

} // namespace

QString crsNameOf(const QString& written)
{
    static const QRegularExpression epsg(QStringLiteral("EPSG(?:[:/][0-9.]*)?[:/]([0-9]+)$"), QRegularExpression::CaseInsensitiveOption);
    const auto match = epsg.match(written.trimmed());
    if (!match.hasMatch())
        return written.contains(QLatin1String("CRS84")) || written.contains(QLatin1String("CRS:84")) ? QStringLiteral("CRS:84") : written;
    const QString code = match.captured(1);
    static const QStringList mercator{QStringLiteral("900913"), QStringLiteral("3785"), QStringLiteral("102100"), QStringLiteral("102113")};
    return QStringLiteral("EPSG:") + (mercator.contains(code) ? QStringLiteral("3857") : code);
}

std::optional<WmsCapabilities> readWmsCapabilities(const QByteArray& xml) { return WmsReader(xml).read(); }

std::optional<WmtsCapabilities> readWmtsCapabilities(const QByteArray& xml) { return WmtsReader(xml).read(); }

std::optional<QString> readServiceException(const QByteArray& bytes)
{
    QXmlStreamReader xml(bytes);
    if (!xml.readNextStartElement()
        || (xml.name() != QLatin1String("ServiceExceptionReport") && xml.name() != QLatin1String("ExceptionReport")))
        return std::nullopt;
    QString words;
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::Characters)
            words += xml.text();
    constexpr qsizetype longest = 500;
    return words.simplified().left(longest);
}

} // namespace hk::tiles
