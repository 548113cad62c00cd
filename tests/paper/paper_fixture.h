#pragma once

#include "paper/canvas.h"
#include "paper/part.h"

#include <QStringList>

namespace hk::test {

/// A part of a fixed height that nothing is drawn for; it may be parted into steps of so many millimetres (0:
/// it may not).
class PlainPart : public paper::Part {
public:
    explicit PlainPart(double high, double step = 0.0, double wide = 40.0)
        : m_high(high)
        , m_step(step)
        , m_wide(wide)
    {}
    double width(double room, const paper::Lettering&) const override { return std::min(room, m_wide); }
    double height(double, double room, const paper::Lettering&) const override;
    void paint(paper::Canvas&, const QRectF&) const override {}
    paper::PartPtr rest(const QSizeF& size, const paper::Lettering&) const override;

private:
    double m_high;
    double m_step;
    double m_wide;
};

paper::PartPtr plain(double high, double step = 0.0, double wide = 40.0);

/// The words that a part writes in a rectangle, from the top: what a reader reads.
struct PlacedWords {
    QString words;
    QPointF baseline; ///< its left end, millimetres
};
std::vector<PlacedWords> placedWords(const paper::Part& part, const QRectF& rect,
                                     const paper::Lettering& letters = paper::Lettering(1.0));
QStringList wordsOf(const paper::Part& part, const QRectF& rect,
                    const paper::Lettering& letters = paper::Lettering(1.0));

} // namespace hk::test
