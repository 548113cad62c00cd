#pragma once

#include "map/basemap.h"
#include "map/label_layout.h"
#include "map/label_text.h"
#include "map/line_chains.h"

#include <QHash>
#include <deque>
#include <unordered_map>

namespace hk::map {

/// Rectangles already taken, found by cells.
class CollisionGrid {
public:
    bool isFree(const QRectF& rect) const;
    bool areFree(const std::vector<QRectF>& rects) const;
    void add(const std::vector<QRectF>& rects);

private:
    template <class Visit>
    static void eachCell(const QRectF& rect, Visit visit);
    std::unordered_map<std::uint64_t, std::vector<QRectF>> m_cells;
};

/// Places the labels of one layout: greedy by priority, then rank, size and name, so that the outcome is always the same.
class LabelPlacer {
public:
    struct Sheet {
        std::shared_ptr<const Basemap> features;
        const MapStyle* style;
    };
    /// `scale`: style pixels per plane metre; `within`: plane rectangle that labels keep inside, or empty; `around`: plane
    /// rectangle outside which none are needed, or empty.
    LabelPlacer(std::vector<Sheet> sheets, Plane plane, double scale, double zoom, const QRectF& within,
                const QRectF& around);
    /// No label will cover any of these plane rectangles.
    void keepFree(const std::vector<QRectF>& rects);
    /// In order of placing, most important first.
    std::vector<PlacedLabel> place();

private:
    struct Candidate {
        std::size_t sheet;
        const MapStyle::LabelRule* rule;
        QString text;
        int rank = 5;
        double importance = 0;
        QPointF anchor;          ///< plane; of a point
        QRectF room;             ///< style pixels the text may fill; empty: any
        std::vector<QPointF> line; ///< style pixels; of a line
    };
    QPointF toPixels(const QPointF& plane) const { return {plane.x() * m_scale, -plane.y() * m_scale}; }
    QRectF toPixels(const QRectF& plane) const
    {
        return {toPixels({plane.left(), plane.bottom()}), toPixels({plane.right(), plane.top()})};
    }
    QPointF toPlane(const QPointF& pixels) const { return {pixels.x() / m_scale, -pixels.y() / m_scale}; }
    bool wanted(const MapStyle::LabelRule* rule) const;
    std::vector<Candidate> candidates() const;
    void addPoints(std::size_t sheet, std::vector<Candidate>& all) const;
    void addLines(std::size_t sheet, std::vector<Candidate>& all) const;
    void addText(PlacedLabel& label, const QString& text, const QPointF& baseline);
    void placePoint(const Candidate& candidate);
    void placeLine(const Candidate& candidate);
    bool placeAlong(const Candidate& candidate, const std::vector<double>& lengths, double size, double middle);
    bool placeShield(const Candidate& candidate, double size, const QPointF& middle);
    bool accept(PlacedLabel&& label);
    bool nameNear(const QString& key, const QPointF& pixels, double distance) const;

    std::vector<Sheet> m_sheets;
    Plane m_plane;
    double m_scale;
    double m_zoom;
    QRectF m_within; ///< style pixels
    QRectF m_around; ///< plane
    std::deque<LabelMeasure> m_measures; ///< by sheet
    LabelMeasure* m_measure = nullptr;   ///< of the candidate being placed
    const MapStyle* m_style = nullptr;
    CollisionGrid m_taken;
    QHash<QString, std::vector<QPointF>> m_names;
    std::vector<PlacedLabel> m_placed;
};

/// Half the size of a rule's symbol, style pixels; 0 where it has none.
double symbolReach(const MapStyle::LabelRule& rule);

} // namespace hk::map
