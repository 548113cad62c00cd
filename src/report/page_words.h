#pragma once

#include "report/page.h"

namespace hk::report {

/// What stands at the head of a page, in the current language.
struct HeadWords {
    QString title;
    QString period;
    QString filter;
    QString counts;     ///< "214 of 612 incidents"
    QString sampleMark; ///< empty: the incidents are real
    QString confidentiality;
};
HeadWords headWords(const MapPage& page);

/// Title of the heatmap's legend, with the unit.
QString heatmapTitle(const MapPage& page);
/// Bandwidth, cell and kernel, and whether the density is corrected at a border.
QString heatmapNote(const MapPage& page);
QString noHotspots(const MapPage& page);
/// What a hotspot is.
QString hotspotsNote(const MapPage& page);
/// "1:5 000 (A4)"
QString scaleWords(const MapPage& page);
/// "Grid north. True north …", at the middle of the map.
QString northWords(const MapPage& page);
QString crsWords();
/// Over the map where nothing is selected; empty otherwise.
QString noticeOf(const MapPage& page);
/// What was left out, and what lies outside the map in `frame` (millimetres), in words.
QStringList remarksOf(const MapPage& page, const QRectF& frame);
/// Of the ground in `frame`.
QString attributionWords(const MapPage& page, const QRectF& frame);
/// "Utskriven 23 november 2026 08.05"; empty without a time.
QString printedWords(const MapPage& page);
/// "Källa: …", the title of the file
QString sourceWords(const MapPage& page);
/// At the foot of a sheet: where the incidents are from, then the municipality's own words, which are cut first.
QString footWords(const MapPage& page);
QString programWords();

/// "… and 3 more"
QString moreHotspots(int count);
/// "N1 Öppen narkotikahandel · O1 Bråk": the codes that stand in the first `rows` rows of the hotspots.
QString codeKey(const MapPage& page, int rows);
/// Numbers in the page's locale.
QString number(const MapPage& page, double value, int decimals);
/// A density with as many decimals as tell two apart: none from 10 up.
QString density(const MapPage& page, double perKm2);
/// "2,5 km", "300 m"
QString distance(const MapPage& page, double metres);

} // namespace hk::report
