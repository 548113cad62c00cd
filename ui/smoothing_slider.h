#pragma once

#include <QWidget>
#include <vector>

class QLabel;
class QSlider;

namespace hk::ui {

/// "Smoothing ──●── 150 m": the bandwidth of the density, from 25 m to 1 km in steps that grow with it. Follows the hand;
/// arrow keys move it by a step, Page Up and Down by four.
class SmoothingSlider : public QWidget {
    Q_OBJECT
public:
    explicit SmoothingSlider(QWidget* parent = nullptr);

    /// The nearest step is marked, the words say the bandwidth itself. Emits nothing.
    void setBandwidth(double metres);
    double bandwidth() const { return m_bandwidth; }
    /// Below this (the cell) a bandwidth has no meaning: the slider begins there.
    void setLowest(double metres);

Q_SIGNALS:
    void bandwidthChanged(double metres); ///< also while dragged

protected:
    void changeEvent(QEvent* event) override;

private:
    void showWords();

    std::vector<double> m_steps;
    double m_bandwidth = 150.0;
    QLabel* m_name;
    QSlider* m_slider;
    QLabel* m_value;
};

} // namespace hk::ui
