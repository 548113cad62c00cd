#pragma once

#include "report/legend.h"
#include "report/lettering.h"
#include "report/page_words.h"

#include <QRectF>
#include <utility>
#include <vector>

namespace hk::report {

/// Lines of one kind of text in a rectangle, from its top.
struct TextBlock {
    QRectF rect;
    Type type = Type::Body;
    QStringList lines;
};

/// A word in a box at the top right.
struct Mark {
    QRectF rect;
    QString text;
    bool filled = false;
};

/// The head of a page and its map: what decides the map frame. Millimetres from the top left of the paper.
struct MapLayout {
    QRectF content; ///< the paper within its margins
    TextBlock title;
    TextBlock subtitle;
    std::vector<Mark> marks;
    QRectF border; ///< outer line of the band with the coordinates
    QRectF map;
    QRectF side; ///< for legends and table: beside the map on landscape, below it on portrait
    QRectF footer;
};

/// Where everything of a page stands; a rectangle is empty where the page has not that part.
struct PageLayout : MapLayout {
    QRectF heatmapLegend;
    TextBlock heatmapNote; ///< within heatmapLegend
    QRectF study;        ///< legend of a method's layer
    TextBlock studyTitle; ///< within study
    TextBlock studyNote; ///< within study
    QRectF symbols;
    std::vector<LegendItem> legend;
    QRectF layers; ///< legend of the layers of one's own and of the chosen places
    map::LegendLayout layerRows; ///< within layers, under its heading
    QRectF hotspots;
    int hotspotRows = 0; ///< of the table that have room
    int hotspotsCut = 0; ///< that have none
    TextBlock hotspotsNote;
    TextBlock codes; ///< key to the category codes in the table
    QRectF method; ///< heading and words of what a method found
    std::vector<TextBlock> methodWords; ///< within method
    TextBlock remarks;
    QRectF scale;    ///< scale bar, scale, north arrow
    TextBlock north; ///< within scale
    PageWords words;

    /// The parts that are there, by name: none of them meets another.
    std::vector<std::pair<const char*, QRectF>> frames() const;
};

/// Sizes that follow the paper: the text of A3 is larger, since it hangs on a wall.
Lettering letteringOf(Paper paper);

/// Heights in millimetres at factor 1.
namespace metric {
inline constexpr double margin = 10.0;
inline constexpr double rhythm = 4.0; ///< between parts and of most lines
inline constexpr double band = 3.6;   ///< width of the band with the coordinates
inline constexpr double heading = 4.6;
inline constexpr double tableHead = 3.6;
inline constexpr double tableRow = 7.4;
inline constexpr double legendRow = 5.2;
inline constexpr double studyRow = 4.6;
inline constexpr double legendBar = 4.0;
inline constexpr double legendNumbers = 3.4;
inline constexpr double scaleBlock = 16.4;
inline constexpr double moreLine = 3.8;
} // namespace metric

MapLayout layOutMap(const MapPage& page);
/// Pure: depends on the page and the fonts only.
PageLayout layOut(const MapPage& page);

} // namespace hk::report
