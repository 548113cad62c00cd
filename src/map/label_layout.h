#pragma once

#include "map/ground.h"
#include "map/style.h"

#include <QImage>
#include <memory>
#include <mutex>
#include <stop_token>
#include <unordered_map>

class QPainter;

namespace hk::map {

/// A label at its place. Lengths are style pixels from the anchor, y down.
struct PlacedLabel {
    struct Glyph {
        QString text;     ///< one character as the reader sees it
        QPointF baseline; ///< where it begins
        double angle = 0; ///< degrees clockwise
    };
    struct Line {
        QString text;
        QPointF baseline;
    };
    const MapStyle::LabelRule* rule = nullptr; ///< of the style of its sheet
    QString text;
    QPointF anchor;  ///< plane metres
    double size = 0; ///< of the font
    std::vector<Line> lines;   ///< a straight label
    std::vector<Glyph> glyphs; ///< a label along a line, or one spaced out
    bool symbol = false;       ///< the rule's symbol is drawn at the anchor
    QRectF box;                ///< all of it, halo included
    std::vector<QRectF> boxes; ///< what it covers: the text, or each glyph; the symbol
    const MapStyle* style = nullptr; ///< of its sheet
};

/// Labels of all sheets of a ground placed for one scale: none over another, none upside down. Placed over the whole map, or,
/// where a source gives features by view, over the view and as much around it, and anchored in the plane, so that panning and
/// tile borders do not concern them. Immutable but for kept pictures; thread-safe.
///
/// Placing takes some milliseconds: the window has LabelCache do it on a worker and hands the result on as
/// MapScene::labels. While the zoom changes, the last layout is drawn at the new scale until the next one is there.
class LabelLayout {
public:
    /// For the viewport's plane, scale and zoom. With `within` (plane rectangle) labels keep inside it: for paper, where
    /// nothing is to be cut at the frame. `look` is the style of sheets without one of their own. No label covers any of
    /// `keepFree` (plane rectangles). Blocks for as long as the sources take; one that fails has no labels.
    static std::shared_ptr<const LabelLayout> make(std::shared_ptr<const Ground> ground,
                                                   std::shared_ptr<const MapStyle> look, const MapViewport& viewport,
                                                   const QRectF& within = {}, std::stop_token stop = {},
                                                   const std::vector<QRectF>& keepFree = {});

    const std::vector<PlacedLabel>& labels() const { return m_labels; }
    /// Style pixels per plane metre it was placed for.
    double scale() const { return m_scale; }
    /// Whether it is the layout of this scene at this viewport's scale and reaches over the viewport.
    bool fits(const Ground* ground, const MapStyle* look, const MapViewport& viewport) const;
    /// Draws beforehand the pictures paint() needs for a viewport on a screen of this device pixel ratio.
    void prepare(const MapViewport& viewport, double devicePixelRatio) const;
    /// On a raster device by kept pictures, on a vector device as text. `searchable` as in RenderOptions.
    void paint(QPainter& painter, const MapViewport& viewport, bool searchable) const;

private:
    QImage picture(std::size_t index, double pixelRatio) const;
    void paintPictures(QPainter& painter, const MapViewport& viewport) const;
    std::vector<std::size_t> shown(const MapViewport& viewport) const;

    std::shared_ptr<const Ground> m_ground;
    std::shared_ptr<const MapStyle> m_look;
    std::vector<std::shared_ptr<const MapStyle>> m_styles; ///< that the labels' rules are of
    QRectF m_covered; ///< plane metres; empty: everywhere
    Plane m_plane = Plane::WebMercator;
    double m_scale = 1;
    std::vector<PlacedLabel> m_labels; ///< lowest priority first
    mutable std::mutex m_mutex;
    mutable double m_pictureRatio = 0;
    mutable std::unordered_map<std::size_t, QImage> m_pictures;
};

} // namespace hk::map
