#include "ui/methods/side_by_side.h"

#include "methods/method.h"
#include "text/sentences.h"
#include "ui/map_area.h"
#include "ui/map_view.h"
#include "ui/methods/method_controller.h"
#include "ui/methods/method_panel.h"

#include <QJsonObject>
#include <algorithm>
#include <utility>

namespace hk::ui {
namespace {

/// Index of the grid with this key; -1: none.
int gridOf(const methods::MethodResult& result, const QString& key)
{
    const auto found = std::find_if(result.grids.begin(), result.grids.end(),
                                    [&](const methods::ResultGrid& grid) { return grid.key == key; });
    return found == result.grids.end() ? -1 : static_cast<int>(found - result.grids.begin());
}

QString titleOf(const QJsonObject& period)
{
    const auto date = [&period](const char* key) {
        return QDate::fromString(period.value(QLatin1String(key)).toString(), Qt::ISODate);
    };
    return SideBySide::tr("%1\n%2", "period, number of incidents on the next line")
        .arg(text::period(date("from"), date("to")), text::incidents(period.value(QLatin1String("incidents")).toInteger()));
}

} // namespace

SideBySide::SideBySide(MapArea& area, MethodController& methods, MethodPanel& panel, QObject* parent)
    : QObject(parent)
    , m_area(area)
    , m_methods(methods)
    , m_panel(panel)
    , m_second(new MapView(&area))
{
    m_second->setObjectName(QStringLiteral("secondMap"));
    m_second->hide();
    connect(&area.map(), &MapView::viewChanged, this, [this] { follow(m_area.map(), *m_second); });
    connect(m_second, &MapView::viewChanged, this, [this] { follow(*m_second, m_area.map()); });
    connect(&area.map(), &MapView::sceneChanged, this, &SideBySide::copyScene);
    connect(&methods, &MethodController::resultChanged, this, &SideBySide::update);
    connect(&panel, &MethodPanel::gridChosen, this, [this](int grid) { setWanted(grid == MethodPanel::sideBySide); });
    connect(&methods, &MethodController::methodChanged, this, [this] {
        if (m_methods.method() != methods::Method::PeriodComparison)
            setWanted(false);
    });
}

void SideBySide::setWanted(bool wanted)
{
    if (std::exchange(m_wanted, wanted) == wanted)
        return;
    update();
    Q_EMIT wantedChanged(wanted);
}

bool SideBySide::isShown() const
{
    return !m_second->isHidden();
}

void SideBySide::update()
{
    const methods::MethodResultPtr result = m_methods.result();
    const int earlier = result ? gridOf(*result, QStringLiteral("earlier")) : -1;
    const int later = result ? gridOf(*result, QStringLiteral("later")) : -1;
    const bool shown = m_wanted && earlier >= 0 && later >= 0;
    // While a result is on its way the maps stay as they are.
    if (m_wanted && !shown && m_methods.isWorking())
        return;
    m_panel.chooseSideBySide(m_wanted);
    m_methods.setBesides(shown);
    if (shown) {
        const auto overlay = [&](int grid) {
            map::StudyOverlay made = methods::overlayOf(*result, grid, m_methods.isDark());
            made.layer = nullptr;
            made.incidents = false;
            return made;
        };
        m_area.map().setOverlay(overlay(earlier));
        m_second->setOverlay(overlay(later));
        m_area.map().setTitle(titleOf(result->json.value(QLatin1String("a")).toObject()));
        m_second->setTitle(titleOf(result->json.value(QLatin1String("b")).toObject()));
        copyScene();
    } else {
        m_area.map().setTitle({});
    }
    if (shown != isShown())
        m_area.showBeside(shown ? m_second : nullptr);
    if (shown)
        follow(m_area.map(), *m_second);
}

void SideBySide::follow(const MapView& from, MapView& to)
{
    if (m_following || !isShown())
        return;
    m_following = true;
    to.setView(from.centre(), from.zoom());
    m_following = false;
}

void SideBySide::copyScene()
{
    if (m_wanted)
        m_second->setScene(m_area.map().scene());
}

} // namespace hk::ui
