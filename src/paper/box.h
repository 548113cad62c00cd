#pragma once

#include "paper/part.h"

#include <map>
#include <optional>

namespace hk::paper {

/// The parts that a template may place, by name. A part that is not there takes no room.
using Material = std::map<QString, PartPtr>;

/// A rectangle of a page that holds one part, or boxes one below another (rows) or side by side (columns). A value: what a
/// template file says. Lengths are millimetres at factor 1 where nothing else is said.
struct Box {
    enum class Kind { Part, Rows, Columns };
    Kind kind = Kind::Part;
    QString part;           ///< name in the material, and id of the frame
    std::vector<Box> boxes; ///< of rows and columns
    double gap = 4.0;       ///< between boxes that are there

    // Along the direction of the box around it:
    std::optional<double> size;            ///< not set: as its part needs
    std::map<QString, double> sizeOnPaper; ///< by paper ("A4"), in true millimetres; goes before `size`
    bool grow = false;                     ///< takes what the others leave
    double most = 1.0;                     ///< at most this share of the room that is left at its turn
    bool whole = false;                    ///< has all of its size, or takes no room
    int turn = 0;                          ///< the lower, the earlier room is given; the same: in their order
    bool atEnd = false;                    ///< of rows: stacked from the bottom
};

struct BoxContext {
    const Material& material;
    const Lettering& letters;
    QString paper; ///< "A4"
};

/// Frames of all parts that are there and have room: within `rect`, and none meets another. Pure.
std::vector<Frame> layOut(const Box& box, const QRectF& rect, const BoxContext& context);
/// The box without those in it that hold nothing of the material: what has a fixed size, or grows, takes no room then either.
Box withoutEmpty(const Box& box, const Material& material);
/// Height of the box at this width, at most `room`.
double heightOf(const Box& box, double width, double room, const BoxContext& context);

} // namespace hk::paper
