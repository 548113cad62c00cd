#pragma once

#include "map/style.h"

#include <QJsonObject>
#include <QStringList>
#include <functional>
#include <optional>

namespace hk::map {

/// Reads a style's JSON strictly: an unknown key or a value of the wrong kind is an error that names its rule.
class StyleReader {
public:
    Result<std::shared_ptr<const MapStyle>> read(const QByteArray& json);

private:
    using Stops = std::vector<std::pair<double, double>>;
    void readRules(const QJsonObject& root, const QString& list, const QStringList& keys,
                   const std::function<void(const QJsonObject&, BasemapTheme, const QString&)>& add);
    void complain(const QString& key, const QString& words);
    void checkKeys(const QJsonObject& object, const QStringList& known);
    std::optional<BasemapTheme> theme(const QJsonObject& object);
    QStringList classes(const QJsonObject& object);
    QColor colour(const QJsonObject& object, const QString& key, bool needed);
    double number(const QJsonObject& object, const QString& key, double otherwise);
    bool flag(const QJsonObject& object, const QString& key);
    Stops stops(const QJsonObject& object, const QString& key, bool needed);
    QList<double> numbers(const QJsonObject& object, const QString& key);

    QString m_where; ///< "lines[3]"
    std::optional<Error> m_error; ///< the first one
};

} // namespace hk::map
