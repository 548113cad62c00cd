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

/// Everything a page says that is neither a number in the table nor a name on the map.
struct PageWords : HeadWords {
    QString heatmapTitle; ///< with the unit
    QString heatmapNote;  ///< bandwidth, cell and kernel
    QString methodTitle; ///< empty: no method
    QString symbolsTitle;
    QString layersTitle; ///< of the layers of one's own and the chosen places
    QString hotspotsTitle;
    QString noHotspots;
    QString hotspotsNote; ///< what a hotspot is
    QStringList remarks;
    QString scale; ///< "1:5 000 (A4)"
    QString north; ///< "Grid north. True north …"
    QString crs;
    QString attribution;
    QString printed;
    QString source;
    QString program;
    QString nothing; ///< over the map where nothing is selected; empty otherwise
};
/// `frame`: the map on the page, millimetres.
PageWords pageWords(const MapPage& page, const QRectF& frame);

/// "A4"
QString paperName(Paper paper);
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
