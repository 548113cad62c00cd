#include "models/layer_model.h"

#include "text/sentences.h"

#include <QMimeData>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace hk::models {
namespace {

const QString mimeType = QStringLiteral("application/x-handelsekartan-layer");
constexpr int swatchSide = 40; // drawn at 20, sharp on dense screens

} // namespace

QImage layerSwatch(const map::LayerStyle& style, exchange::LayerGeometry geometry, bool dark, int side)
{
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto keys = map::keysOf(style);
    const std::size_t shown = std::min<std::size_t>(keys.size(), 3);
    const double unit = side / 20.0;
    const double step = 16.0 / static_cast<double>(shown);
    for (std::size_t i = 0; i < shown; ++i) {
        const QColor colour = map::onGround(keys[i * keys.size() / shown].colour, dark);
        const double left = 2 + step * static_cast<double>(i);
        if (geometry == exchange::LayerGeometry::Line) {
            painter.setPen(QPen(colour, std::clamp(style.lineWidth, 1.0, 5.0) * unit, Qt::SolidLine, Qt::FlatCap));
            painter.drawLine(QPointF(left, 10) * unit, QPointF(left + step, 10) * unit);
        } else if (geometry == exchange::LayerGeometry::Point) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colour);
            const double radius = std::min(step / 2, std::clamp(style.pointSize / 2, 2.5, 7.0)) * unit;
            painter.drawEllipse(QPointF(left + step / 2, 10) * unit, radius, radius);
        } else {
            QColor fill = colour;
            fill.setAlphaF(static_cast<float>(std::max(0.15, style.fillOpacity)));
            painter.setPen(QPen(colour, 1.4 * unit));
            painter.setBrush(fill);
            painter.drawRect(QRectF(left * unit, 4 * unit, (step - 1) * unit, 12 * unit));
        }
    }
    return image;
}

LayerModel::LayerModel(workspace::Layers& layers, QObject* parent)
    : QAbstractListModel(parent)
    , m_layers(layers)
{
    const auto take = [this] {
        std::vector<QUuid> rows;
        for (auto layer = m_layers.list().rbegin(); layer != m_layers.list().rend(); ++layer)
            rows.push_back(layer->id);
        if (rows == m_rows) {
            if (!m_rows.empty())
                Q_EMIT dataChanged(index(0), index(rowCount() - 1));
            return;
        }
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    };
    connect(&m_layers, &workspace::Layers::listChanged, this, take);
    connect(&m_layers, &workspace::Layers::stateChanged, this, [this](const QUuid& id) {
        if (const QModelIndex changed = indexOf(id); changed.isValid())
            Q_EMIT dataChanged(changed, changed);
    });
    take();
}

void LayerModel::setDark(bool dark)
{
    m_dark = dark;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

const workspace::MapLayer* LayerModel::layerAt(const QModelIndex& index) const
{
    const bool inside = index.isValid() && index.row() < static_cast<int>(m_rows.size());
    return inside ? m_layers.find(m_rows[static_cast<std::size_t>(index.row())]) : nullptr;
}

QUuid LayerModel::idAt(const QModelIndex& index) const
{
    const workspace::MapLayer* layer = layerAt(index);
    return layer ? layer->id : QUuid();
}

QModelIndex LayerModel::indexOf(const QUuid& id) const
{
    const auto found = std::find(m_rows.begin(), m_rows.end(), id);
    return found == m_rows.end() ? QModelIndex() : index(static_cast<int>(found - m_rows.begin()));
}

int LayerModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString LayerModel::remarkOf(const workspace::MapLayer& layer) const
{
    const workspace::LayerState state = m_layers.state(layer.id);
    switch (state.step) {
    case workspace::LayerState::Step::Preparing:
        return state.done > 0 ? tr("Being prepared, %1 %").arg(text::number(std::lround(state.done * 100)))
                              : tr("Being prepared");
    case workspace::LayerState::Step::Missing:
        return layer.kind == workspace::MapLayer::Kind::Wfs ? tr("Not fetched yet: choose “Fetch anew”")
                                                            : tr("The file is not there: point it out again");
    case workspace::LayerState::Step::CrsWanted: return tr("Say which coordinate system it has");
    case workspace::LayerState::Step::Failed: return tr("Cannot be shown");
    case workspace::LayerState::Step::Ready: break;
    }
    const qint64 left = state.prepared.broken + state.prepared.withoutPosition;
    if (layer.kind == workspace::MapLayer::Kind::Picture)
        return {};
    const QString count = tr("%n feature(s)", nullptr, static_cast<int>(state.prepared.features));
    return left == 0 ? count : tr("%1, %2 without a usable place").arg(count, text::number(left));
}

QVariant LayerModel::data(const QModelIndex& index, int role) const
{
    const workspace::MapLayer* layer = layerAt(index);
    if (!layer)
        return {};
    const workspace::LayerState state = m_layers.state(layer->id);
    const bool usable = state.step == workspace::LayerState::Step::Ready || state.step == workspace::LayerState::Step::Preparing;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return layer->title;
    case Qt::CheckStateRole: return layer->visible ? Qt::Checked : Qt::Unchecked;
    case Qt::DecorationRole:
        if (layer->kind == workspace::MapLayer::Kind::Picture)
            return {};
        return layerSwatch(layer->style, state.prepared.geometry, m_dark, swatchSide);
    case Qt::ToolTipRole:
        return usable ? layer->source : layer->source + QLatin1Char('\n') + text::describe(state.error);
    case Qt::AccessibleTextRole: return layer->title + QStringLiteral(". ") + remarkOf(*layer);
    case IdRole: return layer->id;
    case RemarkRole: return remarkOf(*layer);
    case UsableRole: return usable;
    default: return {};
    }
}

bool LayerModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const workspace::MapLayer* found = layerAt(index);
    if (!found)
        return false;
    if (role == Qt::CheckStateRole) {
        m_layers.setVisible(found->id, value.toInt() == Qt::Checked);
        return true;
    }
    if (role != Qt::EditRole || value.toString().trimmed().isEmpty())
        return false;
    workspace::MapLayer layer = *found;
    layer.title = value.toString().trimmed();
    m_layers.change(layer, tr("Rename the layer %1").arg(found->title));
    return true;
}

Qt::ItemFlags LayerModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled | Qt::ItemIsEditable;
}

QHash<int, QByteArray> LayerModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractListModel::roleNames();
    names.insert(IdRole, "id");
    names.insert(RemarkRole, "remark");
    names.insert(UsableRole, "usable");
    return names;
}

QStringList LayerModel::mimeTypes() const { return {mimeType}; }

QMimeData* LayerModel::mimeData(const QModelIndexList& indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    auto* data = new QMimeData;
    data->setData(mimeType, idAt(indexes.first()).toString().toLatin1());
    return data;
}

bool LayerModel::canDropMimeData(const QMimeData* data, Qt::DropAction action, int, int, const QModelIndex&) const
{
    return action == Qt::MoveAction && data && data->hasFormat(mimeType);
}

bool LayerModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const QUuid id = QUuid::fromString(QString::fromLatin1(data->data(mimeType)));
    const QModelIndex from = indexOf(id);
    if (!from.isValid())
        return false;
    int to = row >= 0 ? row : parent.isValid() ? parent.row() : rowCount();
    if (to > from.row())
        --to; // the one that is moved is no longer above
    m_layers.move(id, rowCount() - 1 - to);
    return false; // already moved: the view takes nothing away
}

} // namespace hk::models
