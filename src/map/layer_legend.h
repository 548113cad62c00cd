#pragma once

#include "map/layer_style.h"

#include <QRectF>
#include <QString>
#include <functional>
#include <optional>
#include <vector>

class QPainter;

namespace hk::map {

/// What a legend has to know of a sheet of the ground: how it is drawn. A value that travels with the sheet.
struct LayerLegend {
    LayerStyle style;
    std::optional<GeometryKind> geometry = {}; ///< nothing: mixed
    QString fieldTitle = {};                   ///< of style.field as the file has it
    bool picture = false;                      ///< without signs of its own
    friend bool operator==(const LayerLegend&, const LayerLegend&) = default;
};

/// The small picture before the words of a legend.
struct LegendSign {
    enum class Kind : std::uint8_t {
        None,
        Layer,     ///< as `style`, in one colour, draws `geometry`
        Picture,   ///< a raster
        DrawnArea, ///< outline of the drawn area of the filter
        Areas,     ///< outline of the chosen areas of a file
        Reach      ///< what lies near the places of a file
    };
    Kind kind = Kind::None;
    LayerStyle style = {};
    std::optional<GeometryKind> geometry = {};
    friend bool operator==(const LegendSign&, const LegendSign&) = default;
};

/// One line of the legend of layers, in words.
struct LegendLine {
    LegendSign sign = {};
    QString words;
    bool heading = false; ///< of the classes that follow
    bool inset = false;   ///< a class under its heading
    friend bool operator==(const LegendLine&, const LegendLine&) = default;
};

/// Sizes of one device, in its units, and how it measures words.
struct LegendMeasures {
    double row = 0;
    double signWidth = 0;
    double signHeight = 0;
    double gap = 0; ///< between sign and words
    std::function<double(const QString& words, bool heading)> width;
    std::function<QString(const QString& words, bool heading, double width)> elided;
    std::function<QString(std::size_t lines)> more; ///< "… and 4 more"
};

/// A legend with its place: from (0, 0).
struct LegendLayout {
    struct Row {
        QRectF sign;  ///< empty: none
        QRectF words; ///< one line, from its left
        QString text;
        bool heading = false;
        std::size_t line = 0; ///< index of what it shows; of "… and 4 more" past the end
    };
    std::vector<Row> rows;
    QSizeF size;
};

/// As many lines as fit into `most`, and then how many have no room; nothing where not one has. A heading never stands last.
LegendLayout layOutLegend(const std::vector<LegendLine>& lines, const LegendMeasures& measures, const QSizeF& most);

/// Draws a sign as the map draws the thing, in `rect`. `pixel`: units of the device for a pixel of the style. The same for
/// screen and paper.
void paintLegendSign(QPainter& painter, const QRectF& rect, const LegendSign& sign, double pixel, bool dark);

} // namespace hk::map
