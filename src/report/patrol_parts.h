#pragma once

#include "paper/part.h"

namespace hk::report {

/// The head of a place of a patrol: its number as on the map, its name, how many incidents, and below what they are.
class SpotHeadPart : public paper::Part {
public:
    SpotHeadPart(int number, QString name, QString count, QString categories);
    double height(double width, double room, const paper::Lettering& letters) const override;
    void paint(paper::Canvas& canvas, const QRectF& rect) const override;

private:
    QStringList categoryLines(double width, const paper::Lettering& letters) const;
    int m_number;
    QString m_name;
    QString m_count;
    QString m_categories;
};

/// Holds a place on a sheet that is filled by a layout of its own.
class PlacePart : public paper::Part {
public:
    double height(double, double room, const paper::Lettering&) const override { return room; }
    void paint(paper::Canvas&, const QRectF&) const override {}
};

} // namespace hk::report
