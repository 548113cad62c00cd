#pragma once

#include "report/map_sheet.h"
#include "report/output.h"
#include "report/page.h"

#include <QTemporaryDir>

namespace hk::test {

/// The embedded basemap, read once.
std::shared_ptr<const map::Basemap> basemap();

/// 600 invented incidents of two years ending on 20 November 2026, analysed as the program does.
workspace::MapAnalysisPtr sampleAnalysis(const IncidentFilter& filter = {});

/// A page of the hub made from an analysis; printed on 23 November 2026, 08:05.
report::MapPage hubPage(const workspace::MapAnalysis& analysis, report::Paper paper = report::Paper::A4,
                        report::Orientation orientation = report::Orientation::Landscape,
                        double scale = 5000);

/// A page with nothing on its map: quick to paint.
report::MapPage barePage(report::Paper paper, report::Orientation orientation, double scale);

/// The meeting map as it ships, of that page.
paper::PageTemplate meetingLook();
paper::Document documentOf(const report::MapPage& page);
/// Neatline of its map, millimetres, and the ground that this shows.
QRectF mapFrame(const report::MapPage& page);
QRectF mapGround(const report::MapPage& page);
/// Frame of its first sheet by id; empty where there is none.
QRectF frameOf(const report::MapPage& page, const QString& id);

/// Every paper in every orientation.
std::vector<std::pair<report::Paper, report::Orientation>> allPapers();

/// All frames of all sheets lie within the paper's margins, and none meets another.
void checkFrames(const paper::Document& document);

QByteArray contentOf(const QString& path);

} // namespace hk::test
