#include "models/place_completer_model.h"

#include <QCoreApplication>

namespace hk::models {

PlaceCompleterModel::PlaceCompleterModel(const map::PlaceSearch& places, QObject* parent)
    : QAbstractListModel(parent)
    , m_places(places)
{}

void PlaceCompleterModel::search(const QString& text, const Sweref99& near)
{
    beginResetModel();
    m_hits = text.trimmed().isEmpty() ? std::vector<map::PlaceHit>{} : m_places.find(text.trimmed(), near, 8);
    endResetModel();
}

int PlaceCompleterModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

QVariant PlaceCompleterModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const map::PlaceHit& place = hit(index.row());
    if (role == Qt::DisplayRole || role == Qt::EditRole)
        return place.name;
    if (role == KindRole)
        return kindOf(place);
    return {};
}

QString kindOf(const map::PlaceHit& place)
{
    const auto word = [](const char* source) { return QCoreApplication::translate("hk::models", source); };
    if (place.isAddress)
        return word(QT_TRANSLATE_NOOP("hk::models", "Address"));
    if (place.theme == map::BasemapTheme::Place && place.featureClass == QLatin1String("stop"))
        return word(QT_TRANSLATE_NOOP("hk::models", "Stop"));
    if (place.theme == map::BasemapTheme::Place && place.featureClass == QLatin1String("station"))
        return word(QT_TRANSLATE_NOOP("hk::models", "Station"));
    return kindOf(place.theme);
}

QString kindOf(map::BasemapTheme theme)
{
    const auto word = [](const char* source) { return QCoreApplication::translate("hk::models", source); };
    switch (theme) {
    case map::BasemapTheme::Road:
        return word(QT_TRANSLATE_NOOP("hk::models", "Street"));
    case map::BasemapTheme::Rail:
        return word(QT_TRANSLATE_NOOP("hk::models", "Railway"));
    case map::BasemapTheme::Building:
        return word(QT_TRANSLATE_NOOP("hk::models", "Building"));
    case map::BasemapTheme::Water:
        return word(QT_TRANSLATE_NOOP("hk::models", "Water"));
    case map::BasemapTheme::Landcover:
        return word(QT_TRANSLATE_NOOP("hk::models", "Park or ground"));
    case map::BasemapTheme::Boundary:
        return word(QT_TRANSLATE_NOOP("hk::models", "Area"));
    case map::BasemapTheme::Barrier:
        return word(QT_TRANSLATE_NOOP("hk::models", "Fence or wall"));
    case map::BasemapTheme::Address:
        return word(QT_TRANSLATE_NOOP("hk::models", "Address"));
    case map::BasemapTheme::Layer:
        return word(QT_TRANSLATE_NOOP("hk::models", "Layer of one's own"));
    case map::BasemapTheme::Place:
        break;
    }
    return word(QT_TRANSLATE_NOOP("hk::models", "Place"));
}

} // namespace hk::models
