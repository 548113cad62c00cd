#pragma once

#include "chart/chart.h"
#include "paper/part.h"

namespace hk::report {

/// Bars of some hours that follow each other, such as those of a shift that passes midnight, painted as the charts of the window.
class HourColumnsPart : public paper::Part {
public:
    /// `firstHour`: of the day, of the first value. `note` stands below in small letters; `height`: of the bars with their heading,
    /// millimetres at factor 1.
    HourColumnsPart(chart::Heading heading, int firstHour, std::vector<double> values, QString note, double height);
    double height(double width, double room, const paper::Lettering& letters) const override;
    void paint(paper::Canvas& canvas, const QRectF& rect) const override;
    QString altText() const override;

private:
    chart::ChartPtr drawn(const QRectF& rect, const paper::Lettering& letters) const;
    QStringList noteLines(double width, const paper::Lettering& letters) const;
    chart::Heading m_heading;
    int m_firstHour;
    std::vector<double> m_values;
    QString m_note;
    double m_height;
};

} // namespace hk::report
