#pragma once

#include "core/incident_filter.h"
#include "core/period.h"
#include "report/selection_charts.h"

#include <QScrollArea>
#include <optional>

class QBoxLayout;

namespace hk::ui {

class ChartView;

/// The charts of the selection, beside each other or, in a narrow place, one below another: months against
/// the year before, hours of the day, categories, organisations. They show and choose: a bar that is taken is
/// the only one of its kind that is chosen, with Ctrl it is added or dropped; taken once more, the choice
/// ends.
class ChartPanel : public QScrollArea {
    Q_OBJECT
public:
    explicit ChartPanel(QWidget* parent = nullptr);

    /// `filter`: of these charts.
    void setCharts(const report::SelectionCharts& charts);
    /// What is chosen now; choices are made on top of it.
    void setFilter(const IncidentFilter& filter);

    ChartView& months() { return *m_months; }
    ChartView& hours() { return *m_hours; }
    ChartView& categories() { return *m_categories; }
    ChartView& organisations() { return *m_organisations; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void filterWanted(const hk::IncidentFilter& filter);
    void shown(); ///< what it shows may be old

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void want(const IncidentFilter& filter);
    void choosePeriod(int first, int last, bool add);
    void chooseHours(int first, int last, bool add);
    void chooseNames(QStringList IncidentFilter::*names, const QStringList& taken, bool add);

    QBoxLayout* m_layout;
    ChartView* m_months;
    ChartView* m_hours;
    ChartView* m_categories;
    ChartView* m_organisations;
    report::SelectionCharts m_charts;
    IncidentFilter m_filter;
    std::optional<Period> m_before; ///< the period before one was taken here
};

} // namespace hk::ui
