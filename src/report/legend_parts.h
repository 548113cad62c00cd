#pragma once

#include "map/layer_legend.h"
#include "paper/part.h"
#include "report/legend.h"
#include "report/page.h"

namespace hk::report {

/// Classes of the heatmap with their limits and unit, and how it was smoothed.
class HeatmapLegendPart : public paper::Part {
public:
    explicit HeatmapLegendPart(MapPagePtr page);
    double height(double width, double room, const paper::Lettering& letters) const override;
    void paint(paper::Canvas& canvas, const QRectF& rect) const override;

private:
    void paintClasses(paper::Canvas& canvas, const QRectF& bar) const;
    QStringList noteLines(double width, const paper::Lettering& letters) const;
    MapPagePtr m_page;
};

/// The classes of a method's layer, and its note.
class StudyLegendPart : public paper::Part {
public:
    explicit StudyLegendPart(MapPagePtr page);
    double height(double width, double room, const paper::Lettering& letters) const override;
    void paint(paper::Canvas& canvas, const QRectF& rect) const override;

private:
    struct Words {
        QStringList title;
        QStringList note;
    };
    double paintRows(paper::Canvas& canvas, const QRectF& rect) const; ///< the bottom of the last
    Words wordsAt(double width, const paper::Lettering& letters) const;
    MapPagePtr m_page;
};

/// What is drawn on the map, in two columns.
class SymbolLegendPart : public paper::Part {
public:
    SymbolLegendPart(MapPagePtr page, std::vector<LegendItem> items);
    double height(double width, double room, const paper::Lettering& letters) const override;
    void paint(paper::Canvas& canvas, const QRectF& rect) const override;

private:
    MapPagePtr m_page;
    std::vector<LegendItem> m_items;
};

/// Layers of one's own, and what the filter chose by place.
class LayerLegendPart : public paper::Part {
public:
    explicit LayerLegendPart(MapPagePtr page);
    double height(double width, double room, const paper::Lettering& letters) const override;
    void paint(paper::Canvas& canvas, const QRectF& rect) const override;

private:
    map::LegendLayout rowsIn(const QSizeF& size, const paper::Lettering& letters) const;
    MapPagePtr m_page;
};

} // namespace hk::report
