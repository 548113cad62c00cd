#pragma once

#include <QDate>
#include <QWidget>
#include <memory>
#include <vector>

namespace hk::ui {

/// Histogram by day, week or month with a brush that chooses the period while the hand moves.
class TimeStrip : public QWidget {
    Q_OBJECT
public:
    explicit TimeStrip(QWidget* parent = nullptr);
    ~TimeStrip() override;

    /// Local dates (days since 1970-01-01) of all incidents that pass the filter but for the period, any order.
    void setDates(std::vector<std::int32_t> dates);
    /// Chosen period, half-open; null dates: open end.
    void setPeriod(const QDate& from, const QDate& to);
    QSize sizeHint() const override;

Q_SIGNALS:
    void periodChanged(const QDate& from, const QDate& to); ///< also while dragging

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace hk::ui
