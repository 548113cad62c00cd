#pragma once

#include "paper/box.h"

#include <QColor>
#include <QImage>
#include <QString>

namespace hk::report {

/// What makes pages those of a municipality; all of it may be empty.
struct HouseStyle {
    QString organisation; ///< author of the files, and at the foot of each sheet
    QString footer;       ///< a line at the foot of each sheet
    QImage logotype;
    QColor accent;        ///< of rules and headings; not valid: black
};

/// What it says at the foot of each sheet: whose pages they are, then its line. Empty: nothing.
QString footLine(const HouseStyle& house);

/// The parts that it adds to every sheet ("logotype").
paper::Material materialOf(const HouseStyle& house);

} // namespace hk::report
