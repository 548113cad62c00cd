#pragma once

#include "core/incident.h"
#include "core/result.h"
#include "map/layer_legend.h"
#include "map/scene.h"
#include "map/viewport.h"

#include <QWidget>
#include <functional>
#include <memory>
#include <optional>

namespace hk::ui {

struct MapFurnitureLayout;

/// The map: pans, zooms and paints a scene; never waits for a tile. Holds no data of its own but where it
/// looks.
///
/// Hand: drag pans (thrown, it glides on), wheel and pinch zoom about the cursor, a double click zooms in,
/// Shift and drag zoom to a rectangle. A click on a symbol chooses it (Ctrl or Shift adds), on a cluster
/// zooms in until it falls apart, on a hotspot's outline or badge chooses the hotspot, on nothing lets the
/// chosen rows go. Keys: arrows pan, + and − zoom, Home goes to Mölndals bro, Esc leaves a mode or puts the
/// card away.
class MapView : public QWidget {
    Q_OBJECT
    Q_PROPERTY(bool animated READ isAnimated WRITE setAnimated)
public:
    explicit MapView(QWidget* parent = nullptr);
    ~MapView() override;

    void setScene(const map::MapScene& scene);
    const map::MapScene& scene() const;
    /// What a method puts on the map in place of the scene's heatmap and hotspots, whatever scene comes; empty: nothing.
    void setOverlay(const map::StudyOverlay& overlay);
    const map::StudyOverlay& overlay() const;
    /// Words in the top left corner, such as the period of one of two maps; empty: none.
    void setTitle(const QString& title);
    QString title() const;
    /// The picture of a heatmap made beforehand, of all that `view` shows, for a scene with that layer that is set next.
    void setHeatmapPicture(std::shared_ptr<const map::HeatmapLayer> layer, const QImage& image,
                           const map::MapViewport& view, double devicePixelRatio);

    map::MapViewport viewport() const;
    Sweref99 centre() const;
    double zoom() const;
    void setView(const Sweref99& centre, double zoom);
    /// Moves (softly) so that a circle of `radius` metres round the position fits.
    void goTo(const Sweref99& position, double radius);
    void goHome(); ///< Mölndals bro
    /// Zooms (softly) about the middle, or the cursor by wheel, by so many levels.
    void zoomBy(double levels);

    enum class Mode { Browse, PickPlace, DrawArea };
    Mode mode() const;
    /// A mode ends by itself before its signal is sent, so that a slot may set the next one. DrawArea takes
    /// the focus.
    void setMode(Mode mode);
    /// The place being entered in the form, or found by the search field: a pin, with the outline of its area or else the circle
    /// of its precision; empty: none. It is out of the way while an area is drawn.
    void setDraftMarker(const std::optional<Sweref99>& position, double radius = 0.0, const SwerefRing& outline = {});
    const std::optional<Sweref99>& draftMarker() const;
    /// Words under the cursor card for one row (title, lines); asked when a symbol is hovered or clicked.
    using CardText = std::function<QStringList(const std::vector<std::uint32_t>& rows)>;
    void setCardText(CardText text);
    /// One line under the legend such as "12 händelser utan exakt plats visas inte i värmekartan."
    void setRemarks(const QStringList& remarks);

    /// What layers and outlines on the map stand for, in the top right corner; empty: nothing. Folded by a click on its heading.
    void setLegend(std::vector<map::LegendLine> lines);
    void setLegendFolded(bool folded);
    bool isLegendFolded() const;
    /// Where legends, scale bar and sources stood in the last painting.
    const MapFurnitureLayout& furnitureShown() const;

    /// Without animation every movement is at its end at once and a throw does nothing. On by default.
    void setAnimated(bool animated);
    bool isAnimated() const;
    /// Whether the last painting was the final picture: nothing moves, and tiles, labels and heatmap are all
    /// there.
    bool isDensityCurrent() const; ///< the heatmap set is what is painted, sharp, all over the view
    bool isSettled() const;

    /// Where a position is in the window, and what is at a place of it.
    QPointF toWindow(const Sweref99& position) const;
    Sweref99 toSweref(const QPointF& window) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void placePicked(const hk::Sweref99& position);
    void areaDrawn(const hk::SwerefRing& ring);
    void modeChanged(hk::ui::MapView::Mode mode);
    void rowsClicked(const std::vector<std::uint32_t>& rows,
                     bool extend);        ///< no rows: a click beside all symbols
    void rowActivated(std::uint32_t row); ///< double click on a symbol
    void hotspotClicked(int rank);
    void viewChanged();
    void legendFoldedChanged(bool folded);
    void sceneChanged(); ///< another scene has been set
    void cursorMoved(const hk::Sweref99& position);
    /// A sheet of the ground cannot be had; said once, until it works again. The map itself says it in a line.
    void sourceFailed(const QString& title, const hk::Error& error);
    void sourceWorks(const QString& title);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace hk::ui
