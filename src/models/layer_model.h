#pragma once

#include "map/layer_style.h"
#include "workspace/layers.h"

#include <QAbstractListModel>
#include <QImage>

namespace hk::models {

/// The layers of one's own, the uppermost first. Checking shows a layer, dragging puts it elsewhere. Lives on the window's thread.
class LayerModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< QUuid
        RemarkRole,                ///< "Being prepared, 40 %", or what to do; may be empty
        UsableRole                 ///< bool: there is something to be shown
    };

    /// `layers` must outlive the model.
    explicit LayerModel(workspace::Layers& layers, QObject* parent = nullptr);
    QUuid idAt(const QModelIndex& index) const;
    QModelIndex indexOf(const QUuid& id) const;
    void setDark(bool dark);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QHash<int, QByteArray> roleNames() const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                         const QModelIndex& parent) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent) override;

private:
    const workspace::MapLayer* layerAt(const QModelIndex& index) const;
    QString remarkOf(const workspace::MapLayer& layer) const;

    workspace::Layers& m_layers;
    std::vector<QUuid> m_rows; ///< the uppermost first
    bool m_dark = false;
};

/// A small picture of how a style draws a geometry, `side` pixels of the device.
QImage layerSwatch(const map::LayerStyle& style, exchange::LayerGeometry geometry, bool dark, int side);

} // namespace hk::models
