#pragma once

#include "exchange/osm_map_builder.h"

#include <QDialog>
#include <optional>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace hk::ui {

class FormField;
class MapBuildPanel;

/// A name in the folder that is free: "karta.gpkg", "karta 2.gpkg" …
QString freeMapName(const QString& folder, const QString& name);

/// Background › Build from an OpenStreetMap extract: choose the extract, where the map is to lie, and how much of it; build
/// with progress and cancel; see what is in it; use it.
class BasemapDialog : public QDialog {
    Q_OBJECT
public:
    /// `folder`: where the new map is proposed to lie. `shown`: what the window's map shows; nothing: cannot be chosen.
    BasemapDialog(const QString& folder, std::optional<exchange::MapExtent> shown, QWidget* parent = nullptr);

    void setExtract(const QString& path);
    void setTarget(const QString& path, bool overwrite = false);
    void build();
    void reject() override; ///< while it builds, that is cancelled and the dialog stays

Q_SIGNALS:
    void built(const QString& path); ///< "Use as background" was pressed; the dialog closes
    void buildingEnded(bool done);

private:
    void chooseExtract();
    void chooseTarget();
    void showState();

    QString m_folder;
    std::optional<exchange::MapExtent> m_shown;
    bool m_overwrite = false; ///< the user has said so for this very target
    bool m_done = false;
    QLineEdit* m_extract;
    QLineEdit* m_target;
    QComboBox* m_extent;
    FormField* m_extractField;
    FormField* m_targetField;
    QWidget* m_form;
    MapBuildPanel* m_panel;
    QPushButton* m_close;
    QPushButton* m_primary;
};

} // namespace hk::ui
