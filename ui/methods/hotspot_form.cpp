#include "ui/methods/hotspot_form.h"

#include "text/sentences.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>

namespace hk::ui {
namespace {

constexpr double quantiles[] = {0.8, 0.9, 0.95};
constexpr double withins[] = {500.0, 1000.0, 2000.0, 0.0};
constexpr analysis::HotspotRank ranks[]
    = {analysis::HotspotRank::Incidents, analysis::HotspotRank::Density, analysis::HotspotRank::Excess};

} // namespace

HotspotForm::HotspotForm(const FormFacts& facts, QWidget* parent)
    : MethodForm(parent)
    , m_bandwidth(metres("bandwidth", tr("Smoothing"), facts.map.bandwidth, 25, 2000, 25))
    , m_cell(metres("cell", tr("Cell size"), facts.map.cell, 10, 500, 5))
    , m_quantile(choice("quantile", tr("Hotspot limit"),
                        [] {
                            QStringList words;
                            for (const double quantile : quantiles)
                                words.append(tr("Densest %1 of the cells").arg(text::percent(1.0 - quantile)));
                            return words;
                        }(),
                        indexOf(quantiles, facts.map.quantile)))
    , m_within(choice("within", tr("Within"), hubDistances(withins), indexOf(withins, facts.map.hotspotsWithin)))
    , m_rank(choice("rank", tr("Ranked by"),
                    {tr("Number of incidents"), tr("Density"), tr("More than an even spread would give")}))
    , m_certainty(check("certainty", tr("Work out how sure the places are"), true))
    , m_kernel(facts.map.kernel)
{
    m_bandwidth->setToolTip(tr("Bandwidth of the kernel density"));
    m_certainty->setToolTip(tr("The incidents are drawn anew 199 times; how often is the place among the first five?"));
}

methods::MethodRequest HotspotForm::request() const
{
    methods::HotspotStudy study;
    study.bandwidth = m_bandwidth->value();
    study.cell = m_cell->value();
    study.kernel = m_kernel;
    study.quantile = quantiles[std::max(0, m_quantile->currentIndex())];
    study.within = withins[std::max(0, m_within->currentIndex())];
    study.rank = ranks[std::max(0, m_rank->currentIndex())];
    study.certainty = m_certainty->isChecked();
    return study;
}

} // namespace hk::ui
