#pragma once

#include "paper/lettering.h"

#include <QRectF>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

namespace hk::paper {

class Canvas;
class Part;
using PartPtr = std::shared_ptr<const Part>;

/// Ground that a rectangle of the page shows, north upwards.
struct GeoFrame {
    QRectF frame;  ///< millimetres from the top left of the paper
    QRectF ground; ///< SWEREF 99 TM (EPSG:3006), metres; y grows north
};

/// A place on the page that leads to a frame of the same document.
struct LinkArea {
    QRectF rect;    ///< millimetres
    QString target; ///< the frame's id
};

/// A piece of a page, such as a text, a table or a map: an immutable value that can be measured and painted in any rectangle.
/// All lengths are millimetres on paper. Thread-safe.
class Part {
public:
    Part() = default;
    Part(const Part&) = delete;
    Part& operator=(const Part&) = delete;
    virtual ~Part() = default;

    /// Height at this width, as much of it as goes into `room`; 0: it has nothing to show there.
    virtual double height(double width, double room, const Lettering& letters) const = 0;
    /// Width that it would have by itself, at most `room`.
    virtual double width(double room, const Lettering& letters) const;
    virtual void paint(Canvas& canvas, const QRectF& rect) const = 0;
    /// What had no room in a rectangle of this size, to go on with on the next page; null: nothing, or it cannot be parted.
    virtual PartPtr rest(const QSizeF& size, const Lettering& letters) const;
    /// In words, for those who do not see it: it is a figure; empty where its own text says all.
    virtual QString altText() const;
    /// The text that may be changed on the page; not set: none.
    virtual std::optional<QString> editableText() const;
    /// The same part with another text; null where there is none to change.
    virtual PartPtr withText(const QString& text) const;
    virtual std::optional<GeoFrame> geoFrame(const QRectF& rect) const;
    virtual std::vector<LinkArea> links(const QRectF& rect, const Lettering& letters) const;
};

/// Paints a part: one that has words for itself as a figure, others as what they say they are.
void paintPart(Canvas& canvas, const Part& part, const QRectF& rect);

/// A part in its place on a sheet.
struct Frame {
    QString id;  ///< unique on its sheet; stable while the template is
    QRectF rect; ///< millimetres from the top left of the paper
    PartPtr part;
};

} // namespace hk::paper
