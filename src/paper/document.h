#pragma once

#include "paper/part.h"

#include <QColor>
#include <QDateTime>
#include <QSizeF>
#include <QStringList>
#include <vector>

class QPainter;

namespace hk::paper {

class Structure;

/// One side of paper.
struct Sheet {
    QSizeF size;         ///< millimetres
    double factor = 1.0; ///< of its letters
    QString title;       ///< in lists of the sheets
    QColor accent;       ///< of titles and headings; not valid: black
    std::vector<Frame> frames;
};

/// A heading that leads to a place: the bookmarks of a PDF, and what its contents link to.
struct Bookmark {
    QString title;
    int level = 0;
    int sheet = 0;
    double y = 0.0; ///< millimetres from the top
};

/// Pages as values: what is shown, written and printed, whatever the product.
struct Document {
    QString title;
    QString author;
    QString subject;
    QStringList keywords;
    QString language;   ///< "sv", "en"
    QDateTime madeAt;   ///< local
    std::vector<Sheet> sheets;
    std::vector<Bookmark> bookmarks;
};

/// Paints a sheet in millimetres × `unitsPerMillimetre`, from the painter's origin: the same code for
/// preview, PDF, printer, PNG and SVG. Thread-safe for separate painters. `structure` hears what the frames
/// are made of; null: nobody does.
void paintSheet(QPainter& painter, const Sheet& sheet, double unitsPerMillimetre,
                Structure* structure = nullptr);

/// A frame of the document: sheet and place; not set: there is none.
struct FramePlace {
    int sheet = 0;
    QRectF rect;
};
std::optional<FramePlace> find(const Document& document, const QString& frame);

/// The program with its version, as files name their maker.
QString programName();

/// All maps of a sheet, the largest first.
std::vector<GeoFrame> geoFrames(const Sheet& sheet);

} // namespace hk::paper
