#pragma once

#include "map/colour_scale.h"
#include "map/layer_legend.h"
#include "map/study_layer.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QRectF>
#include <QString>
#include <QStringList>
#include <memory>
#include <utility>

class QPainter;

namespace hk::ui {

/// What stands on the map besides the map: values in, painting out.
struct MapFurniture {
    QFont font; ///< the window's; captions are a little smaller
    bool dark = false;
    QColor ground; ///< what the legend's colours lie on
    QString attribution;
    QString coordinates;         ///< under the cursor, empty: none
    double metresPerPixel = 1.0; ///< true on the ground, at the middle
    map::ColourScale scale;      ///< empty: no legend
    QString scaleTitle;          ///< of the scale, empty: incidents/km²
    std::shared_ptr<const map::StudyLayer> study; ///< its classes stand above the scale; null: none
    QStringList remarks;         ///< lines under the legend
    std::vector<map::LegendLine> layers; ///< legend of layers and chosen places, in the top right corner; empty: none
    bool layersFolded = false;   ///< its heading alone
    QString hint;                ///< what to do in a mode, at the top
    QString title;               ///< of this map, in the top left corner
};

/// Where it stands; an empty rectangle is not shown. None covers another.
struct MapFurnitureLayout {
    QRectF attribution;
    QRectF coordinates;
    QRectF scaleBar;
    double scaleMetres = 0.0;
    QRectF legend;
    double swatchWidth = 0.0;
    int numberEvery = 1; ///< each so many class limits are written
    bool remarks = true; ///< false: no room
    double studyHeight = 0.0; ///< of the study's part at the top of the legend
    QRectF layers;
    QRectF layersHead; ///< within layers: folds and unfolds it
    map::LegendLayout layerRows; ///< under the head, from its own corner
    QRectF hint;
    QRectF title;
};

/// The longest round length (1, 2 or 5 × 10ⁿ metres) of at most `pixels`.
double roundScaleMetres(double metresPerPixel, double pixels);
/// "200 m", "1 km".
QString scaleText(double metres);
/// Limit of a class with the decimals it needs: "2,5", "1 250".
QString limitText(double limit);
/// "N 6 394 263  E 321 991 · 57,65540° N 12,01650° E" in the language.
QString coordinatesText(double northing, double easting, double latitude, double longitude);

MapFurnitureLayout layoutFurniture(const MapFurniture& furniture, const QSizeF& size);
void paintFurniture(QPainter& painter, const MapFurniture& furniture, const MapFurnitureLayout& layout);

} // namespace hk::ui
