#pragma once

#include <QByteArray>
#include <QString>
#include <initializer_list>
#include <utility>
#include <vector>

namespace hk::test {

using Tags = std::initializer_list<std::pair<const char*, const char*>>;

/// An extract of OpenStreetMap as text, for tests: metres are counted from a corner near Mölndals bro.
class OsmText {
public:
    static constexpr double originLon = 12.0155;
    static constexpr double originLat = 57.6555;

    /// A node, metres east and north of the corner; its number.
    int node(double east, double north, Tags tags = {})
    {
        return nodeAt(originLon + east / 59600.0, originLat + north / 111300.0, tags);
    }
    int nodeAt(double lon, double lat, Tags tags = {})
    {
        m_nodes += "<node id=\"" + QByteArray::number(++m_last) + "\" lat=\"" + QByteArray::number(lat, 'f', 9) + "\" lon=\""
                   + QByteArray::number(lon, 'f', 9) + "\">" + written(tags) + "</node>\n";
        return m_last;
    }
    int way(const std::vector<int>& nodes, Tags tags = {})
    {
        QByteArray text = "<way id=\"" + QByteArray::number(++m_last) + "\">";
        for (const int number : nodes)
            text += "<nd ref=\"" + QByteArray::number(number) + "\"/>";
        m_ways += text + written(tags) + "</way>\n";
        return m_last;
    }
    int line(std::initializer_list<std::pair<double, double>> corners, Tags tags = {})
    {
        std::vector<int> nodes;
        for (const auto& [east, north] : corners)
            nodes.push_back(node(east, north));
        return way(nodes, tags);
    }
    /// A closed square with its lower left corner there.
    int square(double east, double north, double side, Tags tags = {})
    {
        const int first = node(east, north);
        return way({first, node(east + side, north), node(east + side, north + side), node(east, north + side), first}, tags);
    }
    int relation(const std::vector<std::pair<int, const char*>>& ways, Tags tags)
    {
        QByteArray text = "<relation id=\"" + QByteArray::number(++m_last) + "\">";
        for (const auto& [number, role] : ways)
            text += "<member type=\"way\" ref=\"" + QByteArray::number(number) + "\" role=\"" + role + "\"/>";
        m_relations += text + written(tags) + "</relation>\n";
        return m_last;
    }
    QByteArray xml() const
    {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<osm version=\"0.6\" generator=\"test\">\n" + m_nodes + m_ways
               + m_relations + "</osm>\n";
    }

private:
    static QByteArray written(Tags tags)
    {
        QByteArray text;
        for (const auto& [key, value] : tags)
            text += QByteArray("<tag k=\"") + key + "\" v=\"" + QString::fromUtf8(value).toHtmlEscaped().toUtf8() + "\"/>";
        return text;
    }

    int m_last = 0;
    QByteArray m_nodes;
    QByteArray m_ways;
    QByteArray m_relations;
};

} // namespace hk::test
