#include "map/style_reader.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace hk::map {

namespace {

const QStringList themeNames = {QStringLiteral("boundary"), QStringLiteral("landcover"), QStringLiteral("water"),
                                QStringLiteral("building"), QStringLiteral("rail"),      QStringLiteral("road"),
                                QStringLiteral("place"),    QStringLiteral("barrier"),   QStringLiteral("address"),
                                QStringLiteral("layer")};

QString key(const char* name)
{
    return QString::fromLatin1(name);
}

/// "#RRGGBB" or "#RRGGBBAA" (opacity last, as on the web).
QColor colourOf(const QString& text)
{
    if (!text.startsWith(QLatin1Char('#')) || (text.size() != 7 && text.size() != 9))
        return {};
    QColor colour(text.left(7));
    bool read = true;
    if (text.size() == 9)
        colour.setAlpha(text.right(2).toInt(&read, 16));
    return read ? colour : QColor();
}

} // namespace

Result<std::shared_ptr<const MapStyle>> StyleReader::read(const QByteArray& json)
{
    QJsonParseError syntax;
    const QJsonDocument document = QJsonDocument::fromJson(json, &syntax);
    if (syntax.error != QJsonParseError::NoError || !document.isObject())
        return fail(ErrorCode::FileDamaged, {}, {},
                    QStringLiteral("%1, byte %2").arg(syntax.errorString()).arg(syntax.offset));
    const QJsonObject root = document.object();
    const QStringList every = {key("theme"), key("class"), key("minZoom")};
    checkKeys(root, {key("dark"), key("background"), key("fontFamily"), key("fills"), key("lines"), key("points"),
                     key("labels")});

    auto style = std::make_shared<MapStyle>();
    style->m_dark = flag(root, key("dark"));
    style->m_background = colour(root, key("background"), true);
    style->m_fontFamily = root.value(key("fontFamily")).toString();

    readRules(root, key("fills"), every + QStringList{key("fill"), key("outline")},
              [&](const QJsonObject& o, BasemapTheme theme, const QString& featureClass) {
                  style->m_fills.push_back({theme, featureClass, number(o, key("minZoom"), 0),
                                            colour(o, key("fill"), true), colour(o, key("outline"), false)});
              });
    readRules(root, key("lines"),
              every + QStringList{key("width"), key("casingWidth"), key("colour"), key("casing"), key("dash"), key("order")},
              [&](const QJsonObject& o, BasemapTheme theme, const QString& featureClass) {
                  const bool cased = o.contains(key("casing"));
                  style->m_lines.push_back({theme, featureClass, number(o, key("minZoom"), 0),
                                            stops(o, key("width"), true), stops(o, key("casingWidth"), cased),
                                            colour(o, key("colour"), true), colour(o, key("casing"), false),
                                            numbers(o, key("dash")), static_cast<int>(number(o, key("order"), 0))});
              });
    if (root.contains(key("points"))) // marks of layers of one's own; a map has none
        readRules(root, key("points"), every + QStringList{key("size"), key("colour"), key("outline"), key("shape")},
              [&](const QJsonObject& o, BasemapTheme theme, const QString& featureClass) {
                  style->m_points.push_back({theme, featureClass, number(o, key("minZoom"), 0), stops(o, key("size"), true),
                                             colour(o, key("colour"), true), colour(o, key("outline"), false),
                                             o.value(key("shape")).toString()});
              });
    readRules(root, key("labels"),
              every + QStringList{key("maxZoom"), key("maxRank"), key("size"), key("colour"), key("halo"), key("bold"),
                                  key("italic"), key("alongLine"), key("priority"), key("shield"), key("repeat"),
                                  key("spacing"), key("symbol")},
              [&](const QJsonObject& o, BasemapTheme theme, const QString& featureClass) {
                  MapStyle::LabelRule rule;
                  rule.theme = theme;
                  rule.featureClass = featureClass;
                  rule.minimumZoom = number(o, key("minZoom"), 0);
                  rule.maximumZoom = number(o, key("maxZoom"), rule.maximumZoom);
                  rule.maximumRank = static_cast<int>(number(o, key("maxRank"), rule.maximumRank));
                  rule.size = stops(o, key("size"), true);
                  rule.colour = colour(o, key("colour"), true);
                  rule.halo = colour(o, key("halo"), false);
                  rule.bold = flag(o, key("bold"));
                  rule.italic = flag(o, key("italic"));
                  rule.alongLine = flag(o, key("alongLine"));
                  rule.priority = static_cast<int>(number(o, key("priority"), 0));
                  rule.shield = flag(o, key("shield"));
                  rule.repeat = number(o, key("repeat"), rule.repeat);
                  rule.letterSpacing = number(o, key("spacing"), 0);
                  rule.symbol = o.value(key("symbol")).toString();
                  style->m_labels.push_back(std::move(rule));
              });
    if (m_error)
        return tl::unexpected<Error>(*m_error);
    return std::shared_ptr<const MapStyle>(std::move(style));
}

void StyleReader::readRules(const QJsonObject& root, const QString& list, const QStringList& keys,
                            const std::function<void(const QJsonObject&, BasemapTheme, const QString&)>& add)
{
    m_where.clear();
    if (!root.value(list).isArray())
        complain(list, QStringLiteral("not a list of rules"));
    const QJsonArray rules = root.value(list).toArray();
    for (qsizetype i = 0; i < rules.size(); ++i) {
        m_where = QStringLiteral("%1[%2]").arg(list).arg(i);
        const QJsonObject rule = rules.at(i).toObject();
        checkKeys(rule, keys);
        const auto found = theme(rule);
        if (!found)
            continue;
        for (const QString& featureClass : classes(rule))
            add(rule, *found, featureClass);
    }
    m_where.clear();
}

void StyleReader::complain(const QString& name, const QString& words)
{
    const QString field = m_where.isEmpty() ? name : m_where + QLatin1Char('.') + name;
    if (!m_error)
        m_error = Error{ErrorCode::FileDamaged, {{}, -1, field}, {}, words};
}

void StyleReader::checkKeys(const QJsonObject& object, const QStringList& known)
{
    for (const QString& name : object.keys())
        if (!known.contains(name))
            complain(name, QStringLiteral("unknown key"));
}

std::optional<BasemapTheme> StyleReader::theme(const QJsonObject& object)
{
    const qsizetype index = themeNames.indexOf(object.value(key("theme")).toString());
    if (index < 0) {
        complain(key("theme"), QStringLiteral("one of %1").arg(themeNames.join(QStringLiteral(", "))));
        return std::nullopt;
    }
    return static_cast<BasemapTheme>(index);
}

QStringList StyleReader::classes(const QJsonObject& object)
{
    const QJsonValue value = object.value(key("class"));
    if (value.isUndefined())
        return {QString()};
    if (value.isString())
        return {value.toString()};
    QStringList names;
    for (const QJsonValue& item : value.toArray())
        names.append(item.toString());
    if (names.isEmpty() || names.contains(QString()))
        complain(key("class"), QStringLiteral("a class name or a list of them"));
    return names;
}

QColor StyleReader::colour(const QJsonObject& object, const QString& name, bool needed)
{
    const QJsonValue value = object.value(name);
    if (value.isUndefined() && !needed)
        return {};
    const QColor made = colourOf(value.toString());
    if (!made.isValid())
        complain(name, QStringLiteral("a colour is #RRGGBB or #RRGGBBAA"));
    return made;
}

double StyleReader::number(const QJsonObject& object, const QString& name, double otherwise)
{
    const QJsonValue value = object.value(name);
    if (!value.isUndefined() && !value.isDouble())
        complain(name, QStringLiteral("not a number"));
    return value.toDouble(otherwise);
}

bool StyleReader::flag(const QJsonObject& object, const QString& name)
{
    const QJsonValue value = object.value(name);
    if (!value.isUndefined() && !value.isBool())
        complain(name, QStringLiteral("true or false"));
    return value.toBool();
}

StyleReader::Stops StyleReader::stops(const QJsonObject& object, const QString& name, bool needed)
{
    const QJsonValue value = object.value(name);
    Stops made;
    if (value.isUndefined() && !needed)
        return made;
    for (const QJsonValue& item : value.toArray()) {
        const QJsonArray pair = item.toArray();
        const bool rising = made.empty() || pair.at(0).toDouble() > made.back().first;
        if (pair.size() != 2 || !pair.at(0).isDouble() || !pair.at(1).isDouble() || !rising) {
            complain(name, QStringLiteral("stops are [zoom, pixels] with rising zoom"));
            return made;
        }
        made.emplace_back(pair.at(0).toDouble(), pair.at(1).toDouble());
    }
    if (made.empty())
        complain(name, QStringLiteral("no stops"));
    return made;
}

QList<double> StyleReader::numbers(const QJsonObject& object, const QString& name)
{
    QList<double> made;
    for (const QJsonValue& item : object.value(name).toArray()) {
        if (item.toDouble() <= 0)
            complain(name, QStringLiteral("lengths above 0"));
        made.append(item.toDouble());
    }
    if (made.size() % 2 != 0)
        complain(name, QStringLiteral("dashes and gaps in turn"));
    return made;
}

} // namespace hk::map
