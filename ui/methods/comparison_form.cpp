#include "ui/methods/comparison_form.h"

#include <QComboBox>
#include <QDoubleSpinBox>

namespace hk::ui {
namespace {

using Preset = PeriodPairBox::Preset;

constexpr double withins[] = {500.0, 1000.0, 2000.0, 0.0};
constexpr analysis::RateBasis bases[] = {analysis::RateBasis::LaterPeriod, analysis::RateBasis::Per30Days,
                                         analysis::RateBasis::PerYear, analysis::RateBasis::AsCounted};

} // namespace

ComparisonForm::ComparisonForm(const FormFacts& facts, QWidget* parent)
    : MethodForm(parent)
    , m_periods(periods("periods",
                        {Preset::YearAndYearBefore, Preset::QuarterAndYearBefore, Preset::CalendarYears, Preset::Halves},
                        tr("Earlier period"), tr("Later period")))
    , m_bandwidth(metres("bandwidth", tr("Smoothing"), facts.map.bandwidth, 25, 2000, 25))
    , m_cell(metres("cell", tr("Cell size"), facts.map.cell, 10, 500, 5))
    , m_basis(choice("basis", tr("Shown as"),
                     {tr("As many days as the later period"), tr("Per 30 days"), tr("Per year"), tr("As counted")}))
    , m_within(choice("within", tr("Hotspots within"), hubDistances(withins), indexOf(withins, facts.map.hotspotsWithin)))
    , m_kernel(facts.map.kernel)
    , m_quantile(facts.map.quantile)
{
    m_bandwidth->setToolTip(tr("Bandwidth of the kernel density"));
    m_basis->setToolTip(tr("Periods of unequal length are turned to the same length before they are compared"));
}

methods::MethodRequest ComparisonForm::request() const
{
    methods::PeriodComparisonStudy study;
    study.earlier = m_periods->first();
    study.later = m_periods->second();
    study.bandwidth = m_bandwidth->value();
    study.cell = m_cell->value();
    study.kernel = m_kernel;
    study.quantile = m_quantile;
    study.basis = bases[std::max(0, m_basis->currentIndex())];
    study.within = withins[std::max(0, m_within->currentIndex())];
    return study;
}

} // namespace hk::ui
