#pragma once

#include <QDate>
#include <QWidget>

class QComboBox;
class QDateEdit;
class QLabel;

namespace hk::ui {

/// Chooses a period: presets and free dates. Shown with both days included; given and taken half-open, as the
/// filter has it.
class PeriodBox : public QWidget {
    Q_OBJECT
public:
    enum class Preset {
        AllTime,
        Today,
        Last7Days,
        Last30Days,
        Last90Days,
        ThisYear,
        LastYear,
        Last12Months,
        Custom
    };

    /// Upright: the dates below the presets; lying: beside them.
    explicit PeriodBox(QWidget* parent = nullptr, Qt::Orientation orientation = Qt::Vertical);

    QDate from() const { return m_from; } ///< null: open
    QDate to() const { return m_to; }     ///< the day after the last one; null: open

    /// Half-open; null dates: open ends.
    void setPeriod(const QDate& from, const QDate& to);
    /// First and last date there is: shown where an end is open.
    void setDataRange(const QDate& first, const QDate& last);
    void setToday(const QDate& today); ///< what "last 30 days" counts from; the local date by default

Q_SIGNALS:
    void periodChanged(const QDate& from, const QDate& to); ///< by the user, half-open

protected:
    void changeEvent(QEvent* event) override;

private:
    void fitDates(); ///< wide enough for a date in the present font
    void retranslate();
    std::pair<QDate, QDate> datesOf(Preset preset) const;
    void showPeriod();
    void choosePreset(int index);
    void chooseDates();

    QComboBox* m_preset;
    QDateEdit* m_fromEdit;
    QDateEdit* m_toEdit;
    QLabel* m_dash;
    QDate m_from;
    QDate m_to;
    QDate m_first;
    QDate m_last;
    QDate m_today;
};

} // namespace hk::ui
