#pragma once

class QWidget;

namespace hk::ui {

/// What the heatmap and the hotspots say, with terms, formula and the settings in use.
void explainHeatmap(QWidget* parent, double bandwidth, double cell, double quantile);
/// The keys of the window.
void explainKeys(QWidget* parent);
/// What the program is, its version, licence and data.
void explainProgram(QWidget* parent);

} // namespace hk::ui
