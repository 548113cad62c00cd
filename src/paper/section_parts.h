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

/// What stands where: a line for each section, with the number of its sheet at the right; a click leads
/// there.
class ContentsPart : public Part {
public:
    struct Entry {
        QString title;
        int sheet = 0;  ///< counted from 0; its number is one more
        QString target; ///< id of the frame that it leads to
    };
    ContentsPart(QString heading, std::vector<Entry> entries);
    double height(double width, double room, const Lettering& letters) const override;
    void paint(Canvas& canvas, const QRectF& rect) const override;
    std::vector<LinkArea> links(const QRectF& rect, const Lettering& letters) const override;

private:
    QRectF row(std::size_t index, const QRectF& rect, const Lettering& letters) const;
    QString m_heading;
    std::vector<Entry> m_entries;
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
