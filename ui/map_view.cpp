#include "ui/map_view.h"

#include "geo/mercator.h"
#include "map/label_layout.h"
#include "ui/map_view_impl.h"

#include <QGestureEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QPinchGesture>
#include <QWheelEvent>
#include <cmath>

namespace hk::ui {

namespace {

constexpr LonLat molndalsBro{12.0187, 57.6556};
constexpr double homeRadius = 550.0; // metres
constexpr double wheelLevels = 0.5;  // zoom levels for one notch (120) of a wheel
constexpr double keyStep = 120.0;    // pixels

bool isSameGround(const std::shared_ptr<const map::Ground>& a, const std::shared_ptr<const map::Ground>& b)
{
    return a == b || (a && b && *a == *b);
}

bool drawsTheSame(const map::MapScene& a, const map::MapScene& b)
{
    return isSameGround(a.ground, b.ground) && a.style == b.style && a.incidents == b.incidents && a.heatmap == b.heatmap &&
           a.hotspots == b.hotspots && a.selectedRows == b.selectedRows && a.filterArea == b.filterArea &&
           a.places == b.places;
}

/// Keys that are the map's own while it has the focus, whatever shortcuts the window has.
bool isMapKey(int key)
{
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Plus:
    case Qt::Key_Minus:
    case Qt::Key_Equal:
    case Qt::Key_Home:
        return true;
    default:
        return false;
    }
}

} // namespace

MapView::MapView(QWidget* parent)
    : QWidget(parent)
    , m_impl(std::make_unique<Impl>(this))
{
    m_impl->card = new MapCard(this);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_AcceptTouchEvents);
    grabGesture(Qt::PinchGesture);
    const WebMercator home = geo::toWebMercator(molndalsBro);
    m_impl->camera.size = size();
    m_impl->camera.lookAt({home.x, home.y}, 15.0);
    m_impl->describe();
}

MapView::~MapView() = default;

void MapView::setScene(const map::MapScene& scene)
{
    Impl& d = *m_impl;
    if (drawsTheSame(scene, d.scene))
        return; // a needless painting would stand in the way of the next picture
    const bool otherMap = !isSameGround(scene.ground, d.scene.ground) || scene.style != d.scene.style;
    const bool otherMarkers = scene.incidents != d.scene.incidents || scene.hotspots != d.scene.hotspots;
    d.scene = scene;
    d.scene.labels = nullptr;
    d.apply();
    if (otherMap) {
        d.tilesRatio = devicePixelRatioF();
        d.tiles.setSource(scene.ground, scene.style, d.tilesRatio);
    }
    if (otherMarkers) {
        d.markersKnown = false;
        d.leaveHover();
    }
    d.refresh();
    Q_EMIT sceneChanged();
}

void MapView::setOverlay(const map::StudyOverlay& overlay)
{
    Impl& d = *m_impl;
    if (overlay == d.overlay)
        return;
    d.overlay = overlay;
    d.apply();
    d.markersKnown = false;
    d.leaveHover();
    update();
}

const map::StudyOverlay& MapView::overlay() const
{
    return m_impl->overlay;
}

void MapView::setTitle(const QString& title)
{
    m_impl->title = title;
    update();
}

QString MapView::title() const
{
    return m_impl->title;
}

void MapView::setHeatmapPicture(std::shared_ptr<const map::HeatmapLayer> layer, const QImage& image,
                                const map::MapViewport& view, double devicePixelRatio)
{
    if (m_impl->overlay.isEmpty() || m_impl->overlay.beside)
        m_impl->heatmap.setPicture(std::move(layer), image, view, devicePixelRatio);
}

const map::MapScene& MapView::scene() const
{
    return m_impl->scene;
}
map::MapViewport MapView::viewport() const
{
    return m_impl->camera.viewport();
}
double MapView::zoom() const
{
    return m_impl->camera.zoom;
}

Sweref99 MapView::centre() const
{
    return m_impl->transform.toSweref(WebMercator{m_impl->camera.centre.x(), m_impl->camera.centre.y()});
}

void MapView::setView(const Sweref99& centre, double zoom)
{
    m_impl->motion.stop();
    const WebMercator plane = m_impl->transform.toWebMercator(centre);
    if (!std::isfinite(plane.x) || !std::isfinite(plane.y) || !std::isfinite(zoom))
        return;
    m_impl->camera.lookAt({plane.x, plane.y}, zoom);
    m_impl->viewMoved();
}

void MapView::goTo(const Sweref99& position, double radius)
{
    const WebMercator plane = m_impl->transform.toWebMercator(position);
    if (!std::isfinite(plane.x) || !std::isfinite(plane.y))
        return;
    const double reach = std::max(1.0, radius) / geo::groundScale(geo::toLonLat(plane).lat);
    m_impl->fly(QRectF(plane.x - reach, plane.y - reach, 2 * reach, 2 * reach), 1.1);
}

void MapView::goHome()
{
    goTo(m_impl->transform.toSweref(molndalsBro), homeRadius);
}

void MapView::zoomBy(double levels)
{
    m_impl->motion.zoomTowards(m_impl->motion.aimedZoom(m_impl->camera) + levels, QRectF(rect()).center());
    m_impl->move();
}

MapView::Mode MapView::mode() const
{
    return m_impl->mode;
}

void MapView::setMode(Mode mode)
{
    if (mode == m_impl->mode)
        return;
    m_impl->mode = mode;
    m_impl->sketch.clear();
    m_impl->leaveHover();
    // Drawing needs the keys; a place is picked while the form keeps them.
    if (mode == Mode::DrawArea)
        setFocus(Qt::OtherFocusReason);
    m_impl->showCursor();
    update();
    Q_EMIT modeChanged(mode);
}

void MapView::setDraftMarker(const std::optional<Sweref99>& position, double radius, const SwerefRing& outline)
{
    m_impl->draftOutline = outline;
    m_impl->draft = position;
    m_impl->draftRadius = radius;
    update();
}

const std::optional<Sweref99>& MapView::draftMarker() const
{
    return m_impl->draft;
}

void MapView::setCardText(CardText text)
{
    m_impl->cardText = std::move(text);
}

void MapView::setRemarks(const QStringList& remarks)
{
    m_impl->remarks = remarks;
    m_impl->refresh();
}

void MapView::setLegend(std::vector<map::LegendLine> lines)
{
    if (lines == m_impl->legend)
        return;
    m_impl->legend = std::move(lines);
    update();
}

void MapView::setLegendFolded(bool folded)
{
    if (folded == m_impl->legendFolded)
        return;
    m_impl->legendFolded = folded;
    update();
    Q_EMIT legendFoldedChanged(folded);
}

bool MapView::isLegendFolded() const
{
    return m_impl->legendFolded;
}

const MapFurnitureLayout& MapView::furnitureShown() const
{
    return m_impl->furnitureShown;
}

void MapView::setAnimated(bool animated)
{
    m_impl->animated = animated;
    m_impl->move();
}

bool MapView::isAnimated() const
{
    return m_impl->animated;
}

bool MapView::isDensityCurrent() const
{
    return m_impl->heatmap.isCurrent(m_impl->camera.viewport(), devicePixelRatioF());
}

bool MapView::isSettled() const
{
    const Impl& d = *m_impl;
    const map::MapViewport view = d.camera.viewport();
    const bool labelsThere =
        !d.scene.ground || !d.scene.style ||
        (d.shownLabels && d.shownLabels->fits(d.scene.ground.get(), d.scene.style.get(), view));
    return !d.motion.isMoving() && labelsThere && d.tiles.isComplete(d.wantedTiles(view)) &&
           d.heatmap.isCurrent(view, devicePixelRatioF()) && d.markers.isCurrent(view);
}

QPointF MapView::toWindow(const Sweref99& position) const
{
    const WebMercator plane = m_impl->transform.toWebMercator(position);
    return m_impl->camera.viewport().toDevice({plane.x, plane.y});
}

Sweref99 MapView::toSweref(const QPointF& window) const
{
    return m_impl->transform.toSweref(m_impl->planeAt(window));
}

QSize MapView::sizeHint() const
{
    return {800, 600};
}
QSize MapView::minimumSizeHint() const
{
    return {320, 240};
}

bool MapView::event(QEvent* event)
{
    Impl& d = *m_impl;
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool drawing = d.mode != Mode::Browse || d.doing != Impl::Hand::Idle || d.card->isVisible();
        const bool ofMode = key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter ||
                            key == Qt::Key_Backspace;
        const bool plain =
            !(static_cast<QKeyEvent*>(event)->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
        if (plain && (isMapKey(key) || (drawing && ofMode))) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::NativeGesture) {
        const auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            d.motion.stop();
            d.camera.zoomAbout(gesture->position(),
                               d.camera.zoom + std::log2(std::max(0.1, 1.0 + gesture->value())));
            d.viewMoved();
            return true;
        }
        if (gesture->gestureType() == Qt::SmartZoomNativeGesture) {
            d.motion.zoomTowards(d.camera.zoom + 1.0, gesture->position());
            d.move();
            return true;
        }
    }
    if (event->type() == QEvent::Gesture) {
        auto* gestures = static_cast<QGestureEvent*>(event);
        if (const auto* pinch = static_cast<QPinchGesture*>(gestures->gesture(Qt::PinchGesture))) {
            const QPointF middle = mapFromGlobal(pinch->centerPoint());
            d.doing = Impl::Hand::Idle;
            d.motion.stop();
            if (pinch->state() != Qt::GestureStarted)
                d.camera.pan(pinch->centerPoint() - pinch->lastCenterPoint());
            d.camera.zoomAbout(middle, d.camera.zoom + std::log2(std::max(0.1, pinch->scaleFactor())));
            d.viewMoved();
            return true;
        }
    }
    return QWidget::event(event);
}

void MapView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        m_impl->describe();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::PaletteChange)
        update();
    QWidget::changeEvent(event);
}

void MapView::resizeEvent(QResizeEvent*)
{
    m_impl->camera.size = size();
    m_impl->viewMoved();
}

void MapView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    m_impl->paint(painter);
}

void MapView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (m_impl->furnitureShown.layersHead.contains(event->position()))
        setLegendFolded(!isLegendFolded());
    else
        m_impl->press(*event);
}

void MapView::mouseMoveEvent(QMouseEvent* event)
{
    if (m_impl->doing != Impl::Hand::Idle && event->buttons() & Qt::LeftButton)
        m_impl->drag(*event);
    m_impl->setCursorPlace(event->position());
    if (m_impl->doing == Impl::Hand::Idle)
        m_impl->hover(event->position());
    m_impl->showCursor();
}

void MapView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        m_impl->release(*event);
    m_impl->showCursor();
}

void MapView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && !m_impl->furnitureShown.layersHead.contains(event->position()))
        m_impl->doubleClick(event->position());
}

void MapView::wheelEvent(QWheelEvent* event)
{
    Impl& d = *m_impl;
    const int turned = event->angleDelta().y();
    event->accept();
    if (turned == 0)
        return;
    d.motion.zoomTowards(d.motion.aimedZoom(d.camera) + wheelLevels * turned / 120.0, event->position());
    d.move();
}

void MapView::leaveEvent(QEvent*)
{
    m_impl->setCursorPlace(std::nullopt);
    if (!m_impl->card->isPinned())
        m_impl->leaveHover();
}

void MapView::keyPressEvent(QKeyEvent* event)
{
    Impl& d = *m_impl;
    const auto pan = [&](double x, double y) {
        d.motion.step({x * keyStep, y * keyStep});
        d.move();
    };
    switch (event->key()) {
    case Qt::Key_Left:
        pan(1, 0);
        return;
    case Qt::Key_Right:
        pan(-1, 0);
        return;
    case Qt::Key_Up:
        pan(0, 1);
        return;
    case Qt::Key_Down:
        pan(0, -1);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(wheelLevels);
        return;
    case Qt::Key_Minus:
        zoomBy(-wheelLevels);
        return;
    case Qt::Key_Home:
        goHome();
        return;
    case Qt::Key_Escape:
        if (d.leave())
            return;
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (d.mode == Mode::DrawArea) {
            d.closeArea();
            return;
        }
        break;
    case Qt::Key_Backspace:
        if (d.mode == Mode::DrawArea) {
            d.sketch.removeLast();
            update();
            return;
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void MapView::focusInEvent(QFocusEvent* event)
{
    m_impl->focusShown = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason ||
                         event->reason() == Qt::ShortcutFocusReason;
    update();
}

void MapView::focusOutEvent(QFocusEvent*)
{
    m_impl->focusShown = false;
    update();
}

} // namespace hk::ui
