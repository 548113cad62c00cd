#pragma once

#include "paper/part.h"

#include <vector>

namespace hk::paper {

/// The heading of a section of a report, above a rule.
class SectionPart : public Part {
public:
    explicit SectionPart(const QString& title);
    double height(double width, double room, const Lettering& letters) const override;
    void paint(Canvas& canvas, const QRectF& rect) const override;

private:
    QString m_title;
};

/// A few numbers that say most, large and side by side, each over its words.
class FiguresPart : public Part {
public:
    struct Figure {
        QString number;
        QString words;
    };
    explicit FiguresPart(std::vector<Figure> figures);
    double height(double width, double room, const Lettering& letters) const override;
    void paint(Canvas& canvas, const QRectF& rect) const override;

private:
    double columnWidth(double width, const Lettering& letters) const;
    QStringList wordsOf(const Figure& figure, double width, const Lettering& letters) const;
    std::vector<Figure> m_figures;
};

} // namespace hk::paper
