#include "ui/methods/near_repeat_form.h"

#include "text/sentences.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QSpinBox>

namespace hk::ui {
namespace {

constexpr int runsOffered[] = {99, 999, 9999};

} // namespace

NearRepeatForm::NearRepeatForm(QWidget* parent)
    : MethodForm(parent)
    , m_metres(metres("metres", tr("Distance step"), 100, 10, 5000, 50))
    , m_spaceBands(count("spaceBands", tr("Number of steps"), 4, 1, 10))
    , m_days(count("days", tr("Time step"), 7, 1, 366))
    , m_timeBands(count("timeBands", tr("Number of steps"), 4, 1, 10))
    , m_samePlace(check("samePlace", tr("The same place for itself"), false))
    , m_runs(nullptr)
{
    m_days->setSuffix(tr(" days", "after a number"));
    QStringList words;
    for (const int runs : runsOffered)
        words.append(text::number(static_cast<qint64>(runs)));
    m_runs = choice("runs", tr("Shuffles"), words, 1);
    m_runs->setToolTip(tr("How many times the dates are shuffled to see what chance alone gives"));
}

methods::MethodRequest NearRepeatForm::request() const
{
    methods::NearRepeatStudy study;
    study.bands.metres.clear();
    study.bands.days.clear();
    for (int i = 0; i <= m_spaceBands->value(); ++i)
        study.bands.metres.push_back(i * m_metres->value());
    for (int i = 0; i <= m_timeBands->value(); ++i)
        study.bands.days.push_back(i * m_days->value());
    study.samePlace = m_samePlace->isChecked();
    study.runs = runsOffered[std::max(0, m_runs->currentIndex())];
    return study;
}

} // namespace hk::ui
