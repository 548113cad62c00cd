#include "ui/map_view_impl.h"

#include "map/study_painter.h"
#include "ui/map_view_hit.h"

#include <QApplication>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>
#include <utility>

namespace hk::ui {

namespace {

constexpr int frameInterval = 17;    // ms: no refresh of a screen at 60 Hz is painted twice
constexpr int cardDelayTime = 150;   // ms
constexpr double longestFrame = 0.1; // s: after a hitch the movement goes on, it does not jump
// Where a cluster cannot be told apart at the highest zoom its incidents are listed instead.
constexpr double apartPixels = 22.0;
constexpr double closeReach = 8.0; // pixels to the first corner that close an area

/// Whether it is a file that failed and not a server.
bool isOfFile(const Error& error)
{
    switch (error.code) {
    case ErrorCode::FileNotFound:
    case ErrorCode::FileNotReadable:
    case ErrorCode::FileDamaged:
    case ErrorCode::FileLocked:
    case ErrorCode::FormatNotSupported:
    case ErrorCode::CrsNotUnderstood:
    case ErrorCode::StorageFailed:
        return true;
    default:
        return false;
    }
}

} // namespace

MapView::Impl::Impl(MapView* view)
    : self(view)
    , heatmap(nullptr)
{
    frames.setTimerType(Qt::PreciseTimer);
    frames.setInterval(frameInterval);
    cardDelay.setSingleShot(true);
    cardDelay.setInterval(cardDelayTime);
    QObject::connect(&frames, &QTimer::timeout, self, [this] { glide(); });
    later.setTimerType(Qt::PreciseTimer);
    later.setSingleShot(true);
    QObject::connect(&later, &QTimer::timeout, self, [this] {
        if (!frames.isActive())
            self->update();
    });
    QObject::connect(&tiles, &map::TileCache::tileReady, self, [this] { refresh(); });
    QObject::connect(&tiles, &map::TileCache::sourceFailed, self, [this](const QString& name, const Error& error) {
        (isOfFile(error) ? unreadSources : silentSources).append(name);
        self->update();
        Q_EMIT self->sourceFailed(name, error);
    });
    QObject::connect(&tiles, &map::TileCache::sourceWorks, self, [this](const QString& name) {
        silentSources.removeOne(name);
        unreadSources.removeOne(name);
        self->update();
        Q_EMIT self->sourceWorks(name);
    });
    QObject::connect(&labels, &map::LabelCache::layoutReady, self, [this] { refresh(); });
    QObject::connect(&heatmap, &MapHeatmap::ready, self, [this] { refresh(); });
    QObject::connect(&markers, &MapMarkers::ready, self, [this] { refresh(); });
    QObject::connect(&cardDelay, &QTimer::timeout, self, [this] {
        if (hovered)
            showCard(*hovered, false);
    });
}

void MapView::Impl::apply()
{
    auto drawing = std::move(painted.studyDrawing);
    painted = map::withOverlay(scene, overlay);
    if (painted.study && (!drawing || drawing->layer() != painted.study))
        drawing = std::make_shared<const map::StudyDrawing>(painted.study, map::Plane::WebMercator);
    if (painted.study)
        painted.studyDrawing = std::move(drawing);
    // A preview's have no rank: they come and go under the hand, sooner than a picture of them would.
    const auto hotspots = painted.hotspots ? painted.hotspots->hotspots : nullptr;
    const bool ranked = hotspots && std::all_of(hotspots->begin(), hotspots->end(), [](const auto& h) { return h.rank > 0; });
    outlinesInPicture = ranked && !hotspots->empty();
    heatmap.setLayer(painted.heatmap, outlinesInPicture ? hotspots : nullptr);
    markers.setLayer(painted.incidents);
    painted.incidents = markers.shown();
}

void MapView::Impl::move()
{
    if (!motion.isMoving())
        return;
    if (!animated) {
        motion.finish(camera);
        viewMoved();
        return;
    }
    if (!frames.isActive()) {
        sinceFrame.restart();
        frames.start();
    }
}

void MapView::Impl::refresh()
{
    if (frames.isActive() || later.isActive())
        return;
    const qint64 left = sincePainting.isValid() ? frameInterval - sincePainting.elapsed() : 0;
    if (left <= 0)
        self->update();
    else
        later.start(static_cast<int>(left));
}

void MapView::Impl::glide()
{
    frames.start(); // from now on: after a frame that came late the next is not sooner there for it
    const double seconds = std::min(longestFrame, static_cast<double>(sinceFrame.nsecsElapsed()) * 1e-9);
    sinceFrame.restart();
    const bool goesOn = motion.isMoving() && motion.advance(seconds, camera);
    if (!goesOn)
        frames.stop();
    viewMoved();
}

void MapView::Impl::viewMoved()
{
    markersKnown = false;
    leaveHover();
    self->update();
    Q_EMIT self->viewChanged();
    if (cursor)
        Q_EMIT self->cursorMoved(self->toSweref(*cursor));
}

WebMercator MapView::Impl::planeAt(const QPointF& window) const
{
    const QPointF plane = camera.viewport().toPlane(window);
    return {plane.x(), plane.y()};
}

void MapView::Impl::fly(const QRectF& plane, double margin)
{
    motion.flyTo(camera, plane.center(), camera.zoomToFit(plane, margin));
    move();
}

void MapView::Impl::findMarkers()
{
    if (std::exchange(markersKnown, true))
        return;
    const map::MapViewport view = camera.viewport();
    groups.clear();
    badges.clear();
    if (markers.shown() && markers.isCurrent(view))
        groups = map::markerGroups(*markers.shown(), view, true);
    if (painted.hotspots)
        badges = map::hotspotBadges(*painted.hotspots, view);
}

const map::MarkerGroup* MapView::Impl::markerAt(const QPointF& place)
{
    findMarkers();
    return badgeAt(badges, place) > 0 ? nullptr : ui::markerAt(groups, place);
}

int MapView::Impl::hotspotAt(const QPointF& place)
{
    findMarkers();
    if (!painted.hotspots)
        return 0;
    return ui::hotspotAt(*painted.hotspots, badges, camera.viewport().groundMetresPerUnit(), place,
                         self->toSweref(place));
}

void MapView::Impl::press(const QMouseEvent& event)
{
    motion.stop();
    doing = Hand::Pressed;
    pressedAt = lastAt = event.position();
    pressedWith = event.modifiers();
    hand.restart();
    hand.add(event.position(), static_cast<double>(event.timestamp()));
    leaveHover();
}

void MapView::Impl::drag(const QMouseEvent& event)
{
    if (doing == Hand::Pressed &&
        (event.position() - pressedAt).manhattanLength() >= QApplication::startDragDistance() / 2.0 + 1.0)
        doing = pressedWith & Qt::ShiftModifier && mode == Mode::Browse ? Hand::Boxing : Hand::Panning;
    if (doing == Hand::Panning) {
        camera.pan(event.position() - lastAt);
        hand.add(event.position(), static_cast<double>(event.timestamp()));
        viewMoved();
    }
    lastAt = event.position();
    self->update();
}

void MapView::Impl::release(const QMouseEvent& event)
{
    const Hand done = std::exchange(doing, Hand::Idle);
    if (done == Hand::Pressed) {
        click(event.position(), event.modifiers());
    } else if (done == Hand::Panning) {
        motion.throwWith(hand.at(static_cast<double>(event.timestamp())));
        move();
    } else if (done == Hand::Boxing) {
        const map::MapViewport view = camera.viewport();
        fly(QRectF(view.toPlane(pressedAt), view.toPlane(event.position())).normalized(), 1.0);
    }
    self->update();
}

void MapView::Impl::click(const QPointF& place, Qt::KeyboardModifiers modifiers)
{
    clickedCluster = false;
    const bool extend = modifiers & (Qt::ControlModifier | Qt::ShiftModifier);
    if (mode == Mode::PickPlace) {
        // First out of the mode, so that a listener may choose the next one.
        const Sweref99 picked = self->toSweref(place);
        self->setMode(Mode::Browse);
        Q_EMIT self->placePicked(picked);
        return;
    }
    if (mode == Mode::DrawArea) {
        const bool onFirst =
            sketch.canClose() &&
            (self->toWindow(sketch.corners().front()) - place).manhattanLength() <= closeReach;
        if (onFirst) {
            closeArea();
        } else {
            sketch.add(self->toSweref(place));
            self->update();
        }
        return;
    }
    if (const map::MarkerGroup* group = markerAt(place)) {
        clickMarker(map::MarkerGroup(*group), extend);
        return;
    }
    card->hide();
    const int rank = hotspotAt(place);
    if (rank > 0)
        Q_EMIT self->hotspotClicked(rank);
    else if (!extend && !scene.selectedRows.empty())
        Q_EMIT self->rowsClicked({}, false);
}

void MapView::Impl::clickMarker(const map::MarkerGroup& group, bool extend)
{
    if (group.rows.size() > 1 && !group.area && !extend) {
        const QRectF bounds = boundsOf(scene.incidents->table(), group.rows);
        const double across = std::hypot(bounds.width(), bounds.height());
        if (camera.zoom < MapCamera::highestZoom - 0.01 &&
            across > apartPixels * MapCamera::resolution(MapCamera::highestZoom)) {
            clickedCluster = true;
            const double zoom = std::max(camera.zoomToFit(bounds, 1.6), camera.zoom + 1.0);
            motion.flyTo(camera, bounds.center(), zoom);
            move();
            return;
        }
    }
    showCard(group, true);
    Q_EMIT self->rowsClicked(group.rows, extend);
}

void MapView::Impl::doubleClick(const QPointF& place)
{
    doing = Hand::Idle;
    if (mode == Mode::DrawArea) {
        closeArea();
        return;
    }
    if (mode != Mode::Browse || std::exchange(clickedCluster, false))
        return;
    if (const map::MarkerGroup* group = markerAt(place)) {
        if (group->rows.size() == 1)
            Q_EMIT self->rowActivated(group->rows.front());
        return;
    }
    motion.zoomTowards(motion.aimedZoom(camera) + 1.0, place);
    move();
}

void MapView::Impl::hover(const QPointF& place)
{
    if (mode != Mode::Browse || doing != Hand::Idle || motion.isMoving()) {
        leaveHover();
        return;
    }
    const map::MarkerGroup* group = markerAt(place);
    const bool same = group != nullptr && hovered && hovered->device == group->device;
    overHotspot = group == nullptr && hotspotAt(place) > 0;
    if (!same) {
        if (!card->isPinned())
            card->hide();
        hovered = group != nullptr ? std::optional(*group) : std::nullopt;
        if (hovered && !card->isPinned())
            cardDelay.start();
        else
            cardDelay.stop();
    }
    showCursor();
}

void MapView::Impl::leaveHover()
{
    cardDelay.stop();
    hovered.reset();
    overHotspot = false;
    card->setPinned(false);
    card->hide();
    showCursor();
}

void MapView::Impl::showCard(const map::MarkerGroup& group, bool pinned)
{
    cardDelay.stop();
    if (!cardText)
        return;
    card->showAt(group.device, group.reach, cardText(group.rows));
    card->setPinned(pinned);
}

void MapView::Impl::setCursorPlace(const std::optional<QPointF>& place)
{
    cursor = place;
    self->update();
    if (cursor)
        Q_EMIT self->cursorMoved(self->toSweref(*cursor));
}

void MapView::Impl::showCursor()
{
    Qt::CursorShape shape = Qt::ArrowCursor;
    if (doing == Hand::Panning)
        shape = Qt::ClosedHandCursor;
    else if (doing == Hand::Boxing || mode != Mode::Browse)
        shape = Qt::CrossCursor;
    else if (hovered || overHotspot || (cursor && furnitureShown.layersHead.contains(*cursor)))
        shape = Qt::PointingHandCursor;
    if (self->cursor().shape() != shape)
        self->setCursor(shape);
}

void MapView::Impl::closeArea()
{
    if (!sketch.canClose())
        return;
    const SwerefRing ring = sketch.corners();
    self->setMode(Mode::Browse);
    Q_EMIT self->areaDrawn(ring);
}

bool MapView::Impl::leave()
{
    if (doing == Hand::Boxing || doing == Hand::Panning) {
        doing = Hand::Idle;
        showCursor();
        self->update();
        return true;
    }
    if (mode != Mode::Browse) {
        self->setMode(Mode::Browse);
        return true;
    }
    if (card->isVisible()) {
        leaveHover();
        return true;
    }
    return false;
}

void MapView::Impl::describe()
{
    self->setAccessibleName(MapView::tr("Map"));
    self->setAccessibleDescription(MapView::tr("Arrow keys pan, plus and minus zoom, Home goes to Mölndals "
                                               "bro, Escape leaves what is being drawn."));
}

} // namespace hk::ui
