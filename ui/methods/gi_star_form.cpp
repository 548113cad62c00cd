#include "ui/methods/gi_star_form.h"

#include "ui/methods/area_box.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>

namespace hk::ui {

GiStarForm::GiStarForm(QWidget* parent)
    : MethodForm(parent)
    , m_cell(metres("cell", tr("Cell size"), 50, 10, 1000, 10))
    , m_neighbours(choice("neighbours", tr("Neighbours"), {tr("The eight cells around"), tr("All within a distance")}))
    , m_band(metres("band", tr("Distance"), 150, 10, 5000, 25))
    , m_correction(check("correction", tr("Allow for how many cells are tested"), true))
    , m_area(area("area", tr("Study area"), tr("Draw the study area on the map")))
{
    m_correction->setToolTip(tr("False discovery rate after Benjamini and Hochberg"));
    m_area->setToolTip(tr("Without an area the cells around all incidents are tested"));
    const auto showBand = [this] { layoutOfFields()->setRowVisible(m_band, m_neighbours->currentIndex() == 1); };
    connect(m_neighbours, &QComboBox::currentIndexChanged, this, showBand);
    showBand();
}

methods::MethodRequest GiStarForm::request() const
{
    methods::GiStarStudy study;
    study.cell = m_cell->value();
    study.band = m_neighbours->currentIndex() == 1 ? m_band->value() : 0.0;
    study.correction = m_correction->isChecked();
    study.area = m_area->areas();
    return study;
}

} // namespace hk::ui
