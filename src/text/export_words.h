#pragma once

#include "core/export_profile.h"

#include <QString>
#include <QStringList>

/// Words about exports, in the language of the installed translator.
namespace hk::text {

QString nameOf(ExportProfile value); ///< "Everybody (counts)"
/// One sentence of what a profile gives.
QString describe(ExportProfile value);
QString nameOf(CountGround value);

/// The row of incidents that are in no area, or not known to be.
QString elsewhere();
/// The row of totals.
QString allAreas();
QString gridCellName(double easting, double northing); ///< of its south-western corner: "E 321 500, N 6 394 000"
QString streetPieceName(const QString& street, int piece, int pieces); ///< "Brogatan 2/3"

/// What is in the file, then, a sentence each, what was left out and why.
QStringList exportSentences(const ExportSummary& summary);

} // namespace hk::text
