#pragma once

#include "core/result.h"
#include "map/basemap.h"

#include <QColor>
#include <QJsonObject>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

namespace hk::map {

class MapStyle;

/// How a layer of one's own is drawn: in one colour, or by the values of a field. A value.
struct LayerStyle {
    enum class Colouring {
        Single,     ///< `colour`
        Categories, ///< a colour for each of up to twelve values, `colour` for all others
        Graduated   ///< up to seven classes of a number between `breaks`, `colour` where there is none
    };
    enum class Shape { Circle, Square, Triangle, Diamond };
    static constexpr std::size_t mostCategories = 12;
    static constexpr std::size_t mostClasses = 7;

    struct Category {
        QString value; ///< as text
        QColor colour;
        friend bool operator==(const Category&, const Category&) = default;
    };

    Colouring colouring = Colouring::Single;
    QColor colour = QColor(0x1F, 0x6F, 0xB2);
    QString field = {};                    ///< column of the prepared layer
    std::vector<Category> categories = {}; ///< the most frequent first
    std::vector<double> breaks = {};       ///< strictly rising: one fewer than there are classes
    double lineWidth = 1.6;    ///< style pixels, 0.2–12; of lines and of the outlines of areas
    double pointSize = 8.0;    ///< style pixels across, 2–40
    Shape shape = Shape::Circle;
    double fillOpacity = 0.25; ///< of areas, 0–1
    bool labels = false;
    QString labelField = {};   ///< column of the prepared layer
    int labelScale = 25'000;   ///< labels are drawn at 1:labelScale and closer, 500–5 000 000
    friend bool operator==(const LayerStyle&, const LayerStyle&) = default;
};

/// "circle" …, as MapStyle names it.
QString shapeName(LayerStyle::Shape shape);

QJsonObject toJson(const LayerStyle& style);
/// Error: ValueNotUnderstood or ValueOutOfRange with the key as its field. Keys that are not known are passed over: a newer
/// program may have written them.
Result<LayerStyle> layerStyleFromJson(const QJsonObject& object);

/// What suits a geometry; `number` (from 0) chooses among colours, so that one layer differs from the next.
LayerStyle defaultLayerStyle(std::optional<GeometryKind> kind, int number);

/// Colours that stay apart for people with any of the common deficiencies of colour vision (checked by simulation).
const std::vector<QColor>& categoryColours();
/// Class `index` of `count`, light to dark: lightness strictly falling.
QColor classColour(std::size_t index, std::size_t count);
/// Limits between at most `classes` classes of about as many values each; values that repeat give fewer. Sorts `values`.
std::vector<double> quantileBreaks(std::vector<double> values, std::size_t classes);

/// The class of a feature as MapStyle's rules name it: "c3" of categories and classes, "other" for the rest, "all" in one colour.
QString classOf(const LayerStyle& style, const QString& text, std::optional<double> number);
/// The same as an expression of SQL over the columns of the prepared table, which is called f: quoted, so that no name and no
/// value is taken for anything else.
QString classExpression(const LayerStyle& style);

/// One line of a legend: a colour and what it stands for.
struct LayerKey {
    enum class Meaning { All, Value, Below, Between, Above, Other };
    QColor colour;
    Meaning meaning = Meaning::All;
    QString value;         ///< of a category
    double from = 0;       ///< of a class
    double to = 0;
};
std::vector<LayerKey> keysOf(const LayerStyle& style);

/// The colour as it is drawn on light or on dark ground.
QColor onGround(const QColor& colour, bool dark);
/// The rules of MapStyle for theme Layer. Colours are lightened on dark ground.
std::shared_ptr<const MapStyle> mapStyleOf(const LayerStyle& style, bool dark);

/// Zoom of a 512-px pyramid at which a map at the latitude of Mölndal has that scale (pixels of 0.28 mm, as OGC has it).
double zoomOfScale(double denominator);

} // namespace hk::map
