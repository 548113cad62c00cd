#pragma once

#include "workspace/map_analysis.h"

class QWidget;

namespace hk::ui {

/// What the heatmap and the hotspots say, with terms, formula and the settings in use.
void explainHeatmap(QWidget* parent, const workspace::MapSettings& settings);
/// The keys of the window.
void explainKeys(QWidget* parent);
/// What the program is, its version, licence and data.
void explainProgram(QWidget* parent);

} // namespace hk::ui
