#pragma once

#include "analysis/kde.h"
#include "map/colour_scale.h"
#include "map/study_layer.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QVariant>
#include <memory>
#include <optional>
#include <vector>

namespace hk::methods {

/// A column of a result: `key` heads it in CSV and GeoJSON (English, snake_case, with its unit), `title` on screen and
/// paper. Values stand in full precision; how they are shown is the column's.
struct ResultColumn {
    enum class Form { Words, Count, Number, Percent, Probability };
    QString key;
    QString title;
    Form form = Form::Words;
    int decimals = 0; ///< of Number and Percent
};

/// Rows of numbers and words. An invalid QVariant is "too few to say" or "not known" and shows as "–".
struct ResultTable {
    QString key; ///< names the file it is written to: "hours"
    QString title;
    std::vector<ResultColumn> columns;
    std::vector<QVariantList> rows;
};

/// Bars in their order, such as months or hours; `reference` (empty, or as long) is what they are held against.
struct ResultBars {
    QString title;
    QString unit;
    QStringList labels;
    std::vector<double> values;
    QString valuesName;
    std::vector<double> reference;
    QString referenceName;
};

/// A grid to be written as GeoTIFF and, where `scale` is not empty, drawn as a heatmap. NaN: too few to say.
struct ResultGrid {
    QString key;
    QString title; ///< heading of the legend
    QString unit;  ///< "incidents per km²" in the language of the screen
    std::shared_ptr<const analysis::Grid> grid;
    map::ColourScale scale;
};

/// What a method found: made once, and shown, printed and written from this alone, so that window, paper, files and
/// command line cannot differ. Words in the current language. Immutable once made.
struct MethodResult {
    QString title;
    QStringList parameters; ///< each "Cells 50 m"
    QStringList sentences;  ///< what was found, most telling first
    QStringList warnings;   ///< what makes the result less sure
    QStringList remarks;    ///< what was left out, and how many
    std::vector<ResultTable> tables;
    std::vector<ResultBars> bars;
    std::vector<ResultGrid> grids;
    std::shared_ptr<const map::StudyLayer> layer; ///< null: nothing to draw
    std::vector<ResultColumn> propertyColumns;    ///< of the layer's shapes
    std::vector<QVariantList> properties;         ///< one list per shape of the layer, in the columns' order
    QJsonObject json;                             ///< everything, full precision; what --json prints
};
using MethodResultPtr = std::shared_ptr<const MethodResult>;

/// A value as the column shows it: "1 250", "12,5 %", "p = 0,002" as "0,002", "–" where there is none.
QString shown(const QVariant& value, const ResultColumn& column);

} // namespace hk::methods
