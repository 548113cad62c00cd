#pragma once

#include "paper/flow.h"
#include "paper/page_template.h"
#include "report/page.h"

namespace hk::report {

/// One map of a report.
struct ReportMap {
    QString id;      ///< before the ids of its frames: "whole/map"
    QString caption; ///< the scale is added
    MapPagePtr page;
    QRectF ground; ///< SWEREF 99 TM, what must be seen: the scale is fitted to it; empty: the page's own
                   ///< scale and centre
};

/// The map with its caption and legends, laid out by a template in the room that a page has (the parts of
/// mapMaterial, "caption" and "attribution").
paper::FlowBlock mapBlock(const ReportMap& map, const paper::Box& look);

} // namespace hk::report
