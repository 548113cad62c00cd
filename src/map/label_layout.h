#pragma once

#include "map/basemap.h"
#include "map/style.h"

#include <QImage>
#include <memory>
#include <mutex>
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
    const MapStyle::LabelRule* rule = nullptr; ///< of the layout's style
    QString text;
    QPointF anchor;  ///< plane metres
    double size = 0; ///< of the font
    std::vector<Line> lines;   ///< a straight label
    std::vector<Glyph> glyphs; ///< a label along a line, or one spaced out
    bool symbol = false;       ///< the rule's symbol is drawn at the anchor
    QRectF box;                ///< all of it, halo included
    std::vector<QRectF> boxes; ///< what it covers: the text, or each glyph; the symbol
};

/// Labels of a basemap placed for one scale: none over another, none upside down. Placed over the whole map and anchored
/// in the plane, so that panning and tile borders do not concern them. Immutable but for kept pictures; thread-safe.
///
/// Placing takes some milliseconds: the window has LabelCache do it on a worker and hands the result on as
/// MapScene::labels. While the zoom changes, the last layout is drawn at the new scale until the next one is there.
class LabelLayout {
public:
    /// For the viewport's plane, scale and zoom. With `within` (plane rectangle) labels keep inside it: for paper, where
    /// nothing is to be cut at the frame.
    static std::shared_ptr<const LabelLayout> make(std::shared_ptr<const Basemap> basemap,
                                                   std::shared_ptr<const MapStyle> style, const MapViewport& viewport,
                                                   const QRectF& within = {});

    const std::vector<PlacedLabel>& labels() const { return m_labels; }
    /// Style pixels per plane metre it was placed for.
    double scale() const { return m_scale; }
    const MapStyle& style() const { return *m_style; }
    /// Whether it is the layout of this scene at this viewport's scale, wherever the viewport lies.
    bool fits(const Basemap* basemap, const MapStyle* style, const MapViewport& viewport) const;
    /// Draws beforehand the pictures paint() needs for a viewport on a screen of this device pixel ratio.
    void prepare(const MapViewport& viewport, double devicePixelRatio) const;
    /// On a raster device by kept pictures, on a vector device as text. `searchable` as in RenderOptions.
    void paint(QPainter& painter, const MapViewport& viewport, bool searchable) const;

private:
    QImage picture(std::size_t index, double pixelRatio) const;
    void paintPictures(QPainter& painter, const MapViewport& viewport) const;
    std::vector<std::size_t> shown(const MapViewport& viewport) const;

    std::shared_ptr<const Basemap> m_basemap;
    std::shared_ptr<const MapStyle> m_style;
    Plane m_plane = Plane::WebMercator;
    double m_scale = 1;
    std::vector<PlacedLabel> m_labels; ///< lowest priority first
    mutable std::mutex m_mutex;
    mutable double m_pictureRatio = 0;
    mutable std::unordered_map<std::size_t, QImage> m_pictures;
};

} // namespace hk::map
