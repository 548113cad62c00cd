#pragma once

#include "core/incident.h"
#include "map/scene.h"
#include "map/viewport.h"

#include <QWidget>
#include <functional>
#include <memory>
#include <optional>

namespace hk::ui {

/// The map: pans, zooms and paints a scene; never waits for a tile. Holds no data of its own but where it looks.
class MapView : public QWidget {
    Q_OBJECT
public:
    explicit MapView(QWidget* parent = nullptr);
    ~MapView() override;

    void setScene(const map::MapScene& scene);
    const map::MapScene& scene() const;

    map::MapViewport viewport() const;
    Sweref99 centre() const;
    double zoom() const;
    void setView(const Sweref99& centre, double zoom);
    /// Moves (softly) so that a circle of `radius` metres round the position fits.
    void goTo(const Sweref99& position, double radius);
    void goHome(); ///< Mölndals bro

    enum class Mode { Browse, PickPlace, DrawArea };
    Mode mode() const;
    void setMode(Mode mode);
    /// The place being entered in the form: a pin, with its circle of precision; empty: none.
    void setDraftMarker(const std::optional<Sweref99>& position, double radius = 0.0);
    /// Words under the cursor card for one row (title, lines); asked when a symbol is hovered or clicked.
    using CardText = std::function<QStringList(const std::vector<std::uint32_t>& rows)>;
    void setCardText(CardText text);
    /// One line under the legend such as "12 händelser utan exakt plats visas inte i värmekartan."
    void setRemarks(const QStringList& remarks);

Q_SIGNALS:
    void placePicked(const hk::Sweref99& position);
    void areaDrawn(const hk::SwerefRing& ring);
    void modeChanged(hk::ui::MapView::Mode mode);
    void rowsClicked(const std::vector<std::uint32_t>& rows, bool extend);
    void rowActivated(std::uint32_t row); ///< double click on a symbol
    void hotspotClicked(int rank);
    void viewChanged();
    void cursorMoved(const hk::Sweref99& position);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace hk::ui
