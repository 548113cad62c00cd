#pragma once

#include "core/result.h"
#include "methods/method.h"
#include "ui/methods/area_box.h"
#include "ui/methods/method_form.h"
#include "ui/methods/method_runner.h"

#include <QObject>
#include <QPointer>
#include <optional>

class QSettings;
class QTimer;

namespace hk::workspace {
class Workspace;
}

namespace hk::ui {

class MapView;
class MethodPanel;

/// Runs the method chosen in the panel over the selection of the workspace, anew whenever a parameter, the filter or the
/// data change while the result is looked at; puts it on the map, hands it to the page and writes its files. What is shown
/// is always of the parameters shown, or says that it is being worked out.
class MethodController : public QObject {
    Q_OBJECT
public:
    /// All must outlive the controller.
    MethodController(workspace::Workspace& workspace, MethodPanel& panel, MapView& map, QSettings& settings,
                     QObject* parent = nullptr);
    ~MethodController() override;

    void choose(methods::Method method);
    void leaveMethod(); ///< back to the list
    std::optional<methods::Method> method() const;

    /// Layers of one's own that have areas, offered by the forms made from now on.
    void setAreaSources(const QList<PlaceSource>& sources) { m_areaSources = sources; }

    void setDark(bool dark);
    bool isDark() const { return m_dark; }
    /// Two maps show the result beside each other: what lies on the map is theirs then.
    void setBesides(bool besides);

    /// The newest result where it is that of the parameters and the selection shown; else null.
    methods::MethodResultPtr result() const;
    /// That the page takes along; null: none.
    methods::MethodResultPtr resultForPage() const;
    int gridForPage() const;
    bool isWorking() const; ///< a result is on its way

    /// Whether the area just drawn was meant for a form, which then has it.
    bool takeArea(const SwerefRing& ring);
    bool isDrawing() const { return m_drawing != nullptr; }

    void writeTable(int table, const QString& path);
    void writeLayer(const QString& path);
    void writeGrid(int grid, const QString& path);

Q_SIGNALS:
    void resultChanged(); ///< another one, or none
    void methodChanged(); ///< another one, or the list
    void written(const QString& path);
    void zoneWanted(const hk::ZoneFilter& zone); ///< an area of the result, as the filter
    void failed(const hk::Error& error);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    FormFacts facts() const;
    void showForm(methods::Method method);
    void renewForm();
    void saveForm();
    void refreshFacts();
    void runSoon();
    void runNow();
    void take(const MethodRunner::Answer& answer);
    void drop();
    void showOnMap();
    void startDrawing(AreaBox* area);
    void explain();
    void goToRow(int table, int row);
    void filterByRow(int table, int row);
    void write(const QString& path, const std::function<Result<void>()>& task);
    QString askPath(const QString& name, const QString& suffix, const QString& kind);

    workspace::Workspace& m_workspace;
    MethodPanel& m_panel;
    MapView& m_map;
    QSettings& m_settings;
    MethodRunner* m_runner;
    QTimer* m_soon;
    methods::MethodResultPtr m_result;
    QList<PlaceSource> m_areaSources;
    QPointer<AreaBox> m_drawing;
    bool m_visible = false;
    bool m_dark = false;
    bool m_besides = false;
    bool m_stale = true; ///< the result shown is not of what is chosen
    int m_asked = 0;     ///< counts what has been chosen
    int m_running = 0;   ///< of which the answer is on its way
    LatestJob<Result<void>> m_writing;
};

} // namespace hk::ui
