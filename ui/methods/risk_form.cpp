#include "ui/methods/risk_form.h"

#include "text/sentences.h"
#include "ui/methods/points_file_box.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>

namespace hk::ui {
namespace {

constexpr double floors[] = {0.005, 0.01, 0.02, 0.05, 0.1};

} // namespace

RiskForm::RiskForm(const FormFacts& facts, QWidget* parent)
    : MethodForm(parent)
    , m_denominator(pointsFile("denominator"))
    , m_name(words("name", tr("Compared with"), tr("homes")))
    , m_bandwidth(metres("bandwidth", tr("Smoothing"), std::max(300.0, facts.map.bandwidth), 25, 5000, 25))
    , m_cell(metres("cell", tr("Cell size"), facts.map.cell, 10, 500, 5))
    , m_floor(choice("floor", tr("Nothing said below"),
                     [] {
                         QStringList words;
                         for (const double floor : floors)
                             words.append(tr("%1 of the densest").arg(text::percent(floor, floor < 0.01 ? 1 : 0)));
                         return words;
                     }(),
                     1))
    , m_kernel(facts.map.kernel)
{
    m_bandwidth->setToolTip(tr("Bandwidth of the kernel density, the same for both"));
    m_floor->setToolTip(tr("Where there is almost nothing to compare with a single incident would look like a great risk"));
}

methods::MethodRequest RiskForm::request() const
{
    methods::RiskStudy study;
    study.denominator = m_denominator->points();
    study.denominatorName = m_name->text().trimmed();
    study.bandwidth = m_bandwidth->value();
    study.cell = m_cell->value();
    study.kernel = m_kernel;
    study.floorShare = floors[std::max(0, m_floor->currentIndex())];
    return study;
}

QString RiskForm::missing() const
{
    if (!m_denominator->points())
        return tr("Choose a file of points to compare with, such as homes or passengers: with columns e and n, or lon and "
                  "lat.");
    return {};
}

} // namespace hk::ui
