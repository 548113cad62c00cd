#include "ui/methods/accuracy_form.h"

#include "text/sentences.h"
#include "ui/methods/area_box.h"

#include <QComboBox>
#include <QDoubleSpinBox>

namespace hk::ui {
namespace {

using Preset = PeriodPairBox::Preset;

constexpr double shares[] = {0.01, 0.02, 0.05, 0.1, 0.2};
constexpr methods::ForecastMap maps[] = {methods::ForecastMap::Hotspots, methods::ForecastMap::Density,
                                         methods::ForecastMap::Counts, methods::ForecastMap::GiStar};

} // namespace

AccuracyForm::AccuracyForm(const FormFacts& facts, QWidget* parent)
    : MethodForm(parent)
    , m_periods(periods("periods", {Preset::YearThenQuarter, Preset::YearAndYearBefore, Preset::Halves},
                        tr("The map is made of"), tr("Tested on")))
    , m_map(choice("map", tr("Map"), {tr("Hotspots"), tr("Density"), tr("Incidents per cell"), tr("Hot and cold areas")}))
    , m_share(choice("share", tr("Marks"),
                     [] {
                         QStringList words;
                         for (const double share : shares)
                             words.append(tr("%1 of the area").arg(text::percent(share)));
                         return words;
                     }(),
                     2))
    , m_cell(metres("cell", tr("Cell size"), 50, 10, 1000, 10))
    , m_bandwidth(metres("bandwidth", tr("Smoothing"), facts.map.bandwidth, 25, 2000, 25))
    , m_area(area("area", tr("Study area"), tr("Draw the study area on the map")))
{
    m_bandwidth->setToolTip(tr("Bandwidth of the kernel density"));
    m_area->setToolTip(tr("Without an area the cells around all incidents are judged"));
}

methods::MethodRequest AccuracyForm::request() const
{
    methods::AccuracyStudy study;
    study.fit = m_periods->first();
    study.test = m_periods->second();
    study.map = maps[std::max(0, m_map->currentIndex())];
    study.share = shares[std::max(0, m_share->currentIndex())];
    study.cell = m_cell->value();
    study.bandwidth = m_bandwidth->value();
    study.area = m_area->areas();
    return study;
}

} // namespace hk::ui
