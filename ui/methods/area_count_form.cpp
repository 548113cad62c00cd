#include "ui/methods/area_count_form.h"

#include "ui/methods/area_file_box.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSpinBox>

namespace hk::ui {

AreaCountForm::AreaCountForm(const FormFacts& facts, QWidget* parent)
    : MethodForm(parent)
    , m_areas(areaFile("areas"))
    , m_measure(choice("measure", tr("The map shows"),
                       {tr("the rate, or per km²"), tr("incidents per km²"), tr("the count, as circles")}))
    , m_classes(choice("classes", tr("Classes"), {tr("as many areas in each"), tr("of equal width"), tr("natural breaks")}))
    , m_classCount(count("classCount", tr("How many"), 5, 3, 7))
    , m_hide(check("hideSmall", tr("Hide counts of 1 to 4"), false))
{
    m_areas->setSources(facts.areaSources);
    m_hide->setToolTip(tr("For what partners and the public get: a single incident may point out somebody"));
    note(tr("A click on a row goes to the area; a right click filters by it."));
}

methods::MethodRequest AreaCountForm::request() const
{
    using Measure = methods::AreaCountStudy::Measure;
    static constexpr Measure measures[] = {Measure::Automatic, Measure::PerKm2, Measure::Count};
    static constexpr analysis::ClassRule rules[]
        = {analysis::ClassRule::Quantiles, analysis::ClassRule::Equal, analysis::ClassRule::Natural};
    methods::AreaCountStudy study;
    study.areas = m_areas->areas();
    study.denominatorField = m_areas->denominatorField();
    study.denominators = m_areas->numbers();
    study.measure = measures[std::max(0, m_measure->currentIndex())];
    study.classes = rules[std::max(0, m_classes->currentIndex())];
    study.classCount = m_classCount->value();
    study.hideBelow = m_hide->isChecked() ? methods::publicThreshold : 0;
    return study;
}

QString AreaCountForm::missing() const
{
    if (!m_areas->areas())
        return tr("Choose a file of areas with names, such as DeSO or the town's districts (GeoPackage, GeoJSON or "
                  "Shapefile).");
    return {};
}

QString AreaCountForm::areaPath() const
{
    return m_areas->path();
}

} // namespace hk::ui
