#pragma once

#include "core/period.h"

#include <QList>
#include <QWidget>

class QComboBox;
class QDateEdit;
class QLabel;

namespace hk::ui {

/// Two periods, an earlier and a later one: as a choice in words, with the dates below it, or as chosen dates. Shown with
/// both days included; given half-open.
class PeriodPairBox : public QWidget {
    Q_OBJECT
public:
    enum class Preset {
        YearAndYearBefore,    ///< the last 12 months against the 12 before
        QuarterAndYearBefore, ///< the last 90 days against the same days a year before
        CalendarYears,        ///< the last whole year against the one before
        YearThenQuarter,      ///< 12 months, and the 3 months after them
        Halves,               ///< the later half of the data against the earlier
        Custom
    };
    /// The first preset that the data are long enough for is the default.
    PeriodPairBox(QList<Preset> presets, QWidget* parent = nullptr);

    void setNames(const QString& first, const QString& second);
    /// First and last local date of the data; presets count back from the last.
    void setDataRange(const QDate& first, const QDate& last);

    Period first() const { return m_first; }
    Period second() const { return m_second; }
    /// The preset's name, or the four dates: what is remembered.
    QString state() const;
    void setState(const QString& state);

Q_SIGNALS:
    void changed(); ///< by the user

private:
    struct Row {
        QLabel* name;
        QDateEdit* from;
        QDateEdit* to;
    };
    Row makeRow(const char* from, const char* to);
    std::pair<Period, Period> datesOf(Preset preset) const;
    bool isCovered(Preset preset) const;
    QString wordsOf(Preset preset) const;
    void choosePreset(int index);
    void chooseDates();
    void show();

    QList<Preset> m_presets;
    Preset m_preset = Preset::Custom;
    bool m_chosen = false; ///< by the user, or remembered
    QDate m_firstDay;
    QDate m_lastDay;
    Period m_first;
    Period m_second;
    QComboBox* m_choice;
    Row m_firstRow;
    Row m_secondRow;
};

} // namespace hk::ui
