#pragma once

#include "analysis/time_profile.h"
#include "core/incident_filter.h"

#include <QWidget>
#include <memory>

namespace hk::ui {

/// 24 × 7 grid: shows when incidents fall and chooses hours by dragging over cells; keyboard: arrows, space, Esc clears.
class WeekHourGrid : public QWidget {
    Q_OBJECT
public:
    explicit WeekHourGrid(QWidget* parent = nullptr);
    ~WeekHourGrid() override;

    void setProfile(const analysis::WeekProfile& profile);
    void setHours(const WeekHours& hours); ///< none set: all
    WeekHours hours() const;
    QSize sizeHint() const override;

Q_SIGNALS:
    void hoursChanged(const hk::WeekHours& hours);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace hk::ui
