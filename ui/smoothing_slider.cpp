#include "ui/smoothing_slider.h"

#include "text/sentences.h"
#include "ui/widgets.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <algorithm>
#include <cmath>

namespace hk::ui {
namespace {

/// A tenth or less from one to the next, and round.
std::vector<double> allSteps()
{
    std::vector<double> steps;
    const auto upTo = [&steps](double end, double by) {
        for (double metres = steps.empty() ? 25.0 : steps.back() + by; metres <= end; metres += by)
            steps.push_back(metres);
    };
    upTo(100.0, 5.0);
    upTo(300.0, 10.0);
    upTo(500.0, 25.0);
    upTo(1000.0, 50.0);
    return steps;
}

} // namespace

SmoothingSlider::SmoothingSlider(QWidget* parent)
    : QWidget(parent)
    , m_steps(allSteps())
    , m_name(label("caption", this))
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_value(label("caption", this))
{
    m_slider->setObjectName(QStringLiteral("smoothing"));
    m_slider->setRange(0, static_cast<int>(m_steps.size()) - 1);
    m_slider->setSingleStep(1);
    m_slider->setPageStep(4);
    m_name->setBuddy(m_slider);
    m_value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* row = new QHBoxLayout(this);
    tight(row, 8);
    row->addWidget(m_name);
    row->addWidget(m_slider, 1);
    row->addWidget(m_value);
    connect(m_slider, &QSlider::valueChanged, this, [this](int index) {
        m_bandwidth = m_steps[static_cast<std::size_t>(index)];
        showWords();
        Q_EMIT bandwidthChanged(m_bandwidth);
    });
    showWords();
}

void SmoothingSlider::setBandwidth(double metres)
{
    m_bandwidth = metres;
    const auto nearest = std::min_element(m_steps.begin(), m_steps.end(), [metres](double a, double b) {
        return std::abs(a - metres) < std::abs(b - metres);
    });
    const QSignalBlocker block(m_slider);
    m_slider->setValue(static_cast<int>(nearest - m_steps.begin()));
    showWords();
}

void SmoothingSlider::setLowest(double metres)
{
    const auto first = std::lower_bound(m_steps.begin(), m_steps.end() - 1, metres);
    const QSignalBlocker block(m_slider);
    m_slider->setMinimum(static_cast<int>(first - m_steps.begin()));
}

void SmoothingSlider::showWords()
{
    m_name->setText(tr("Smoothing"));
    const auto words = [](double metres) { return tr("%1 m").arg(text::number(static_cast<qint64>(std::lround(metres)))); };
    m_value->setText(words(m_bandwidth));
    // As wide as the longest, so that the slider does not move under the hand.
    m_value->setMinimumWidth(m_value->fontMetrics().horizontalAdvance(words(1000.0)) + 2);
    const QString tip = tr("Bandwidth of the kernel density");
    for (QWidget* widget : {static_cast<QWidget*>(this), static_cast<QWidget*>(m_slider)})
        widget->setToolTip(tip);
    m_slider->setAccessibleName(tr("Smoothing"));
    m_slider->setAccessibleDescription(tip);
}

void SmoothingSlider::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        showWords();
    QWidget::changeEvent(event);
}

} // namespace hk::ui
