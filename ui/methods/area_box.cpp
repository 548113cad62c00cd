#include "ui/methods/area_box.h"

#include "exchange/area_reader.h"
#include "text/sentences.h"
#include "ui/icons.h"
#include "ui/widgets.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace hk::ui {
namespace {

constexpr double squareMetresPerHectare = 10'000.0;

analysis::Polygon polygonOf(const SwerefRing& ring)
{
    analysis::Polygon polygon;
    for (const Sweref99& corner : ring)
        polygon.outer.push_back({corner.easting, corner.northing});
    return polygon;
}

double areaOf(const analysis::Ring& ring)
{
    double twice = 0.0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const analysis::Point& a = ring[i];
        const analysis::Point& b = ring[(i + 1) % ring.size()];
        const analysis::Point& o = ring.front();
        twice += (a.x - o.x) * (b.y - o.y) - (b.x - o.x) * (a.y - o.y);
    }
    return std::abs(twice) / 2;
}

double areaOf(const std::vector<analysis::Polygon>& areas)
{
    double area = 0.0;
    for (const analysis::Polygon& polygon : areas) {
        area += areaOf(polygon.outer);
        for (const analysis::Ring& hole : polygon.holes)
            area -= areaOf(hole);
    }
    return area;
}

QString stateOf(const analysis::Ring& ring)
{
    QStringList corners;
    for (const analysis::Point& p : ring)
        corners.append(QStringLiteral("%1 %2").arg(p.x, 0, 'f', 2).arg(p.y, 0, 'f', 2));
    return corners.join(u',');
}

analysis::Ring ringOf(QStringView state)
{
    analysis::Ring ring;
    for (const QStringView corner : state.split(u',')) {
        const auto parts = corner.split(u' ');
        bool xOk = false;
        bool yOk = false;
        const analysis::Point p{parts.front().toDouble(&xOk), parts.back().toDouble(&yOk)};
        if (xOk && yOk)
            ring.push_back(p);
    }
    return ring;
}

} // namespace

AreaBox::AreaBox(const QString& drawWords, QWidget* parent)
    : QWidget(parent)
    , m_draw(new QToolButton(this))
    , m_menu(new QMenu(this))
    , m_fromFilter(m_menu->addAction(tr("From the area of the selection")))
    , m_clear(nullptr)
    , m_size(label("caption", this))
{
    m_draw->setObjectName(QStringLiteral("drawArea"));
    m_draw->setText(drawWords);
    m_draw->setIcon(icon(QStringLiteral("area")));
    m_draw->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_draw->setProperty("bordered", true);
    m_draw->setPopupMode(QToolButton::MenuButtonPopup);
    m_draw->setMenu(m_menu);
    connect(m_draw, &QToolButton::clicked, this, &AreaBox::drawWanted);
    connect(m_fromFilter, &QAction::triggered, this, [this] { setRing(m_filterArea); });
    connect(m_menu->addAction(tr("From a file…")), &QAction::triggered, this, &AreaBox::askFile);
    m_clear = m_menu->addAction(tr("Take the area away"));
    connect(m_clear, &QAction::triggered, this, &AreaBox::clear);
    auto* column = new QVBoxLayout(this);
    tight(column, 2);
    column->addWidget(m_draw, 0, Qt::AlignLeft);
    column->addWidget(m_size);
    m_fromFilter->setEnabled(false);
    show();
}

void AreaBox::setFilterArea(const SwerefRing& ring)
{
    m_filterArea = ring;
    m_fromFilter->setEnabled(ring.size() >= 3);
}

void AreaBox::setRing(const SwerefRing& ring)
{
    if (ring.size() < 3)
        return;
    m_areas = {polygonOf(ring)};
    show();
    Q_EMIT changed();
}

void AreaBox::readFile(const QString& path)
{
    m_reading.run([path](std::stop_token) { return exchange::readAreas(path); },
                  [this](const Result<std::vector<analysis::Polygon>>& read) {
                      if (!read) {
                          Q_EMIT failed(read.error());
                          return;
                      }
                      m_areas = *read;
                      show();
                      Q_EMIT changed();
                  });
}

void AreaBox::clear()
{
    if (m_areas.empty())
        return;
    m_areas.clear();
    show();
    Q_EMIT changed();
}

QString AreaBox::state() const
{
    QStringList polygons;
    for (const analysis::Polygon& polygon : m_areas) {
        QStringList rings{stateOf(polygon.outer)};
        for (const analysis::Ring& hole : polygon.holes)
            rings.append(stateOf(hole));
        polygons.append(rings.join(u'|'));
    }
    return polygons.join(u';');
}

void AreaBox::setState(const QString& state)
{
    m_areas.clear();
    for (const QStringView part : QStringView(state).split(u';', Qt::SkipEmptyParts)) {
        analysis::Polygon polygon;
        for (const QStringView ring : part.split(u'|')) {
            analysis::Ring read = ringOf(ring);
            if (read.size() < 3)
                continue;
            if (polygon.outer.empty())
                polygon.outer = std::move(read);
            else
                polygon.holes.push_back(std::move(read));
        }
        if (!polygon.outer.empty())
            m_areas.push_back(std::move(polygon));
    }
    show();
}

void AreaBox::show()
{
    m_clear->setEnabled(!m_areas.empty());
    m_size->setVisible(!m_areas.empty());
    m_size->setText(tr("%1 ha", "size of an area").arg(text::number(areaOf(m_areas) / squareMetresPerHectare, 1)));
}

void AreaBox::askFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Area from a file"), {},
                                                      tr("Areas (*.gpkg *.geojson *.json *.shp);;All files (*)"));
    if (!path.isEmpty())
        readFile(path);
}

} // namespace hk::ui
