#pragma once

#include "map/scene.h"
#include "ui/map_view.h"
#include "workspace/live_density.h"
#include "workspace/map_analysis.h"

#include <QObject>
#include <memory>

namespace hk::map {
class MapStyle;
}
namespace hk::workspace {
class MapGround;
class Workspace;
}

namespace hk::ui {

class ChosenIncidents;

/// Gives the map its scene: the newest analysis, or, until that is there, the new selection with a preview of its
/// density; the marked incidents and hotspot; the ground and the look.
class MapController : public QObject {
    Q_OBJECT
public:
    /// All must outlive the controller.
    MapController(workspace::Workspace& workspace, workspace::MapGround& ground, MapView& map, ChosenIncidents& chosen,
                  QObject* parent = nullptr);

    void setDark(bool dark);
    void setHotspotRank(int rank); ///< 0: none
    int hotspotRank() const { return m_hotspotRank; }
    /// One more line under the legend, the first: of the ground. Empty: none.
    void setGroundRemark(const QString& remark);
    void goToHotspot(int rank);
    void goToRow(std::uint32_t row); ///< only if it is out of sight
    void retranslate();
    /// Whether the analysis is that of the selection and the settings shown.
    bool isUpToDate() const { return m_live.isAnalysisCurrent(); }
    /// Whether, besides, its density is shown as finely as the view wants it.
    bool isSettled() const { return m_live.isSettled(); }

Q_SIGNALS:
    void failed(const hk::Error& error); ///< a style that cannot be read

private:
    QStringList remarksOf(workspace::MapAnalysis analysis) const;
    void showRemarks(const QStringList& remarks);
    void rebuild();
    void build(bool symbolsNow);
    void showMarks();
    void showView();
    void showDensity();
    void showGround();
    void showLegend();
    QStringList cardOf(const std::vector<std::uint32_t>& rows) const;

    workspace::Workspace& m_workspace;
    workspace::MapGround& m_ground;
    MapView& m_map;
    ChosenIncidents& m_chosen;
    workspace::LiveDensity m_live;
    std::shared_ptr<const map::MapStyle> m_style;
    workspace::SnapshotPtr m_shown; ///< of the scene's incidents
    bool m_symbolsLate = false;  ///< those of an earlier selection are shown
    bool m_hotspotsLate = false; ///< those of the analysis wait for its density
    int m_hotspotRank = 0;
    QStringList m_remarks;
    QString m_groundRemark;
};

} // namespace hk::ui
