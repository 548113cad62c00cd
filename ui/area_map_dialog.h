#pragma once

#include "ui/latest_job.h"
#include "workspace/overpass_download.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace hk::ui {

class FormField;
class MapBuildPanel;

/// Background › Fetch for this area: says which server, how large the area is and whose data it is; asks the server how much
/// there is; fetches it in one request when told to, and builds the map. Nothing is sent before a button is pressed.
class AreaMapDialog : public QDialog {
    Q_OBJECT
public:
    /// `folder`: where the new map is proposed to lie.
    AreaMapDialog(std::shared_ptr<const net::HttpClient> client, workspace::OverpassSettings settings,
                  const exchange::MapExtent& shown, const QString& folder, QWidget* parent = nullptr);

    void setTarget(const QString& path);
    QUrl server() const;
    void reject() override; ///< while something runs it is cancelled, and the dialog stays

Q_SIGNALS:
    void built(const QString& path); ///< "Use as background" was pressed; the dialog closes
    void sizeKnown();
    void buildingEnded(bool done);
    void serverChanged(const QUrl& address); ///< to be remembered

private:
    enum class Stage { Start, Asking, Asked, Fetching, Done };
    void ask();
    void fetch();
    void setStage(Stage stage);

    std::shared_ptr<const net::HttpClient> m_client;
    workspace::OverpassSettings m_settings;
    exchange::MapExtent m_extent;
    Stage m_stage = Stage::Start;
    LatestJob<Result<workspace::OverpassSize>> m_asking;
    QLineEdit* m_server;
    FormField* m_serverField;
    QLineEdit* m_target;
    QLabel* m_size;
    QProgressBar* m_busy;
    QWidget* m_form;
    MapBuildPanel* m_panel;
    QPushButton* m_close;
    QPushButton* m_primary;
};

} // namespace hk::ui
