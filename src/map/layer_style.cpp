#include "map/layer_style.h"

#include "map/style.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace hk::map {
namespace {

constexpr std::array colouringNames{"single", "categories", "graduated"};
constexpr std::array shapeNames{"circle", "square", "triangle", "diamond"};
const QString otherClass = QStringLiteral("other");
const QString allClass = QStringLiteral("all");
constexpr qsizetype longestText = 1000;

QString key(const char* name) { return QString::fromLatin1(name); }
QString classNumber(std::size_t index) { return QStringLiteral("c%1").arg(index); }

/// Reads one object key by key; the first fault counts.
class Reader {
public:
    explicit Reader(const QJsonObject& object)
        : m_object(object)
    {
    }

    template <std::size_t size>
    std::size_t choice(const char* name, const std::array<const char*, size>& names)
    {
        const QJsonValue value = m_object.value(key(name));
        if (value.isUndefined())
            return 0;
        for (std::size_t i = 0; i < size; ++i)
            if (value.toString() == QLatin1String(names[i]))
                return i;
        complain(ErrorCode::ValueNotUnderstood, name, {value.toString()});
        return 0;
    }

    QColor colour(const QJsonValue& value, const char* name)
    {
        static const QColor none;
        const QString text = value.toString();
        const QColor read = text.size() == 7 && text.startsWith(QLatin1Char('#')) ? QColor(text) : none;
        if (!read.isValid())
            complain(ErrorCode::ValueNotUnderstood, name, {text.left(longestText)});
        return read;
    }

    void colour(const char* name, QColor& into)
    {
        if (m_object.contains(key(name)))
            into = colour(m_object.value(key(name)), name);
    }

    void number(const char* name, double lowest, double highest, double& into)
    {
        const QJsonValue value = m_object.value(key(name));
        if (value.isUndefined())
            return;
        if (!value.isDouble())
            complain(ErrorCode::ValueNotUnderstood, name, {value.toString().left(longestText)});
        else if (!(value.toDouble() >= lowest && value.toDouble() <= highest))
            complain(ErrorCode::ValueOutOfRange, name,
                     {QString::number(value.toDouble()), QString::number(lowest), QString::number(highest)});
        else
            into = value.toDouble();
    }

    void text(const char* name, QString& into)
    {
        const QJsonValue value = m_object.value(key(name));
        if (value.isUndefined())
            return;
        if (value.isString())
            into = value.toString();
        else
            complain(ErrorCode::ValueNotUnderstood, name, {});
    }

    void categories(std::vector<LayerStyle::Category>& into)
    {
        const QJsonArray list = m_object.value(key("categories")).toArray();
        if (list.size() > static_cast<qsizetype>(LayerStyle::mostCategories))
            complain(ErrorCode::ValueOutOfRange, "categories", {QString::number(list.size()), key("0"), key("12")});
        else
            for (const QJsonValue& entry : list)
                into.push_back({entry[QLatin1String("value")].toString(),
                                colour(entry[QLatin1String("colour")], "categories")});
    }

    void breaks(std::vector<double>& into)
    {
        const QJsonArray list = m_object.value(key("breaks")).toArray();
        for (const QJsonValue& entry : list) {
            const bool rises = entry.isDouble() && (into.empty() || entry.toDouble() > into.back());
            if (!rises || into.size() + 1 >= LayerStyle::mostClasses) {
                complain(ErrorCode::ValueNotUnderstood, "breaks", {});
                return;
            }
            into.push_back(entry.toDouble());
        }
    }

    bool flag(const char* name) const { return m_object.value(key(name)).toBool(); }
    const std::optional<Error>& error() const { return m_error; }

private:
    void complain(ErrorCode code, const char* name, const QStringList& arguments)
    {
        if (!m_error)
            m_error = Error{code, {{}, -1, key(name)}, arguments, {}};
    }

    const QJsonObject& m_object;
    std::optional<Error> m_error;
};

QColor mix(const QColor& a, const QColor& b, double share)
{
    const auto channel = [share](float from, float to) { return from + (to - from) * static_cast<float>(share); };
    return QColor::fromRgbF(channel(a.redF(), b.redF()), channel(a.greenF(), b.greenF()), channel(a.blueF(), b.blueF()));
}

QString hexWithOpacity(const QColor& colour, double opacity)
{
    return colour.name()
           + QStringLiteral("%1").arg(static_cast<int>(std::lround(opacity * 255)), 2, 16, QLatin1Char('0'));
}

/// A column of the table that the caller of classExpression calls f: its name alone might be one of another table's, too.
QString column(QString name) { return QLatin1String("f.\"") + name.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"'); }
/// Without NUL, at which SQL would end.
QString literal(QString text)
{
    text.remove(QChar(0));
    return QLatin1Char('\'') + text.replace(QLatin1Char('\''), QLatin1String("''")) + QLatin1Char('\'');
}
QString sqlNumber(double value) { return QString::number(value, 'g', 17); }

/// The rules of one class, as JSON that StyleReader takes. An array in an array is wrapped as a value: compilers differ on whether
/// braces around it copy it.
class Rules {
public:
    Rules(const LayerStyle& style, bool dark)
        : m_style(style)
        , m_dark(dark)
    {
    }

    void add(const QString& featureClass, const QColor& given, int order)
    {
        const QColor colour = onGround(given, m_dark);
        QJsonObject common{{key("theme"), key("layer")}, {key("minZoom"), 0}};
        if (!featureClass.isEmpty())
            common.insert(key("class"), featureClass);
        QJsonObject fill = common;
        fill.insert(key("fill"), hexWithOpacity(colour, m_style.fillOpacity));
        m_fills.append(fill);
        QJsonObject line = common;
        line.insert(key("width"), QJsonArray{QJsonValue(QJsonArray{0, m_style.lineWidth})});
        line.insert(key("colour"), colour.name());
        line.insert(key("order"), order);
        m_lines.append(line);
        QJsonObject point = common;
        point.insert(key("size"), QJsonArray{QJsonValue(QJsonArray{0, m_style.pointSize})});
        point.insert(key("colour"), colour.name());
        point.insert(key("outline"), key(m_dark ? "#16191C" : "#FFFFFF"));
        point.insert(key("shape"), shapeName(m_style.shape));
        m_points.append(point);
    }

    QByteArray json() const
    {
        QJsonArray labels;
        if (m_style.labels && !m_style.labelField.isEmpty())
            labels.append(QJsonObject{{key("theme"), key("layer")},
                                      {key("minZoom"), zoomOfScale(m_style.labelScale)},
                                      {key("size"), QJsonArray{QJsonValue(QJsonArray{0, 11})}},
                                      {key("colour"), onGround(mix(m_style.colour, QColor(Qt::black), 0.45), m_dark).name()},
                                      {key("halo"), key(m_dark ? "#1E2226E6" : "#FFFFFFE6")},
                                      {key("priority"), 5}});
        const QJsonObject root{{key("dark"), m_dark},
                               {key("background"), key(m_dark ? "#1E2226" : "#F4F3EF")},
                               {key("fills"), m_fills},
                               {key("lines"), m_lines},
                               {key("points"), m_points},
                               {key("labels"), labels}};
        return QJsonDocument(root).toJson(QJsonDocument::Compact);
    }

private:
    const LayerStyle& m_style;
    bool m_dark;
    QJsonArray m_fills;
    QJsonArray m_lines;
    QJsonArray m_points;
};

} // namespace

QString shapeName(LayerStyle::Shape shape) { return key(shapeNames[static_cast<std::size_t>(shape)]); }

QJsonObject toJson(const LayerStyle& style)
{
    QJsonArray categories;
    for (const LayerStyle::Category& category : style.categories)
        categories.append(QJsonObject{{key("value"), category.value}, {key("colour"), category.colour.name()}});
    QJsonArray breaks;
    for (const double limit : style.breaks)
        breaks.append(limit);
    return {{key("colouring"), key(colouringNames[static_cast<std::size_t>(style.colouring)])},
            {key("colour"), style.colour.name()},
            {key("field"), style.field},
            {key("categories"), categories},
            {key("breaks"), breaks},
            {key("lineWidth"), style.lineWidth},
            {key("pointSize"), style.pointSize},
            {key("shape"), shapeName(style.shape)},
            {key("fillOpacity"), style.fillOpacity},
            {key("labels"), style.labels},
            {key("labelField"), style.labelField},
            {key("labelScale"), style.labelScale}};
}

Result<LayerStyle> layerStyleFromJson(const QJsonObject& object)
{
    LayerStyle style;
    Reader reader(object);
    style.colouring = static_cast<LayerStyle::Colouring>(reader.choice("colouring", colouringNames));
    style.shape = static_cast<LayerStyle::Shape>(reader.choice("shape", shapeNames));
    reader.colour("colour", style.colour);
    reader.text("field", style.field);
    reader.text("labelField", style.labelField);
    reader.categories(style.categories);
    reader.breaks(style.breaks);
    reader.number("lineWidth", 0.2, 12, style.lineWidth);
    reader.number("pointSize", 2, 40, style.pointSize);
    reader.number("fillOpacity", 0, 1, style.fillOpacity);
    double scale = style.labelScale;
    reader.number("labelScale", 500, 5'000'000, scale);
    style.labelScale = static_cast<int>(scale);
    style.labels = reader.flag("labels");
    if (reader.error())
        return tl::unexpected(*reader.error());
    return style;
}

LayerStyle defaultLayerStyle(std::optional<GeometryKind> kind, int number)
{
    static const std::array<QColor, 6> colours{QColor(0x1F, 0x6F, 0xB2), QColor(0x1B, 0x7F, 0x6B), QColor(0x8A, 0x4F, 0x9E),
                                               QColor(0x8A, 0x66, 0x1C), QColor(0x4B, 0x5D, 0x8A), QColor(0x5E, 0x7F, 0x2B)};
    LayerStyle style;
    style.colour = colours[static_cast<std::size_t>(std::max(0, number)) % colours.size()];
    if (kind == GeometryKind::Polygon) { // the ground and the data stay readable under areas
        style.lineWidth = 1.4;
        style.fillOpacity = 0.1;
        style.labelScale = 50'000;
    } else if (kind == GeometryKind::Line) {
        style.lineWidth = 2.2;
    } else {
        style.labelScale = 10'000;
    }
    return style;
}

const std::vector<QColor>& categoryColours()
{
    static const std::vector<QColor> colours{
        QColor(0x40, 0x40, 0xE6), QColor(0x50, 0x8C, 0x27), QColor(0xAD, 0x57, 0x68), QColor(0x15, 0x36, 0x4C),
        QColor(0xAF, 0xCC, 0x39), QColor(0xB8, 0x73, 0xE6), QColor(0x4C, 0x20, 0x15), QColor(0x40, 0xE6, 0xE6),
        QColor(0x6B, 0x62, 0x8C), QColor(0x66, 0xCC, 0x7A), QColor(0x3D, 0x1E, 0x6B), QColor(0x7B, 0x31, 0xAD)};
    return colours;
}

QColor classColour(std::size_t index, std::size_t count)
{
    static const QColor light(0xCF, 0xE3, 0xDF);
    static const QColor middle(0x4C, 0x97, 0xA8);
    static const QColor dark(0x12, 0x2F, 0x5B);
    const double share = count < 2 ? 0.5 : static_cast<double>(index) / static_cast<double>(count - 1);
    return share < 0.5 ? mix(light, middle, share * 2) : mix(middle, dark, share * 2 - 1);
}

std::vector<double> quantileBreaks(std::vector<double> values, std::size_t classes)
{
    std::erase_if(values, [](double value) { return !std::isfinite(value); });
    std::sort(values.begin(), values.end());
    classes = std::clamp<std::size_t>(classes, 1, LayerStyle::mostClasses);
    std::vector<double> breaks;
    for (std::size_t i = 1; i < classes && !values.empty(); ++i) {
        const double limit = values[std::min(values.size() - 1, i * values.size() / classes)];
        if (limit > values.front() && (breaks.empty() || limit > breaks.back()))
            breaks.push_back(limit);
    }
    return breaks;
}

QString classOf(const LayerStyle& style, const QString& text, std::optional<double> number)
{
    if (style.colouring == LayerStyle::Colouring::Single || style.field.isEmpty())
        return allClass;
    if (style.colouring == LayerStyle::Colouring::Categories) {
        for (std::size_t i = 0; i < style.categories.size(); ++i)
            if (style.categories[i].value == text)
                return classNumber(i);
        return otherClass;
    }
    if (!number || !std::isfinite(*number))
        return otherClass;
    const auto above = std::upper_bound(style.breaks.begin(), style.breaks.end(), *number);
    return classNumber(static_cast<std::size_t>(above - style.breaks.begin()));
}

QString classExpression(const LayerStyle& style)
{
    if (style.colouring == LayerStyle::Colouring::Single || style.field.isEmpty())
        return literal(allClass);
    const QString field = column(style.field);
    QString cases;
    if (style.colouring == LayerStyle::Colouring::Categories) {
        for (std::size_t i = 0; i < style.categories.size(); ++i)
            cases += QStringLiteral(" WHEN CAST(%1 AS TEXT) = %2 THEN %3")
                         .arg(field, literal(style.categories[i].value), literal(classNumber(i)));
        return cases.isEmpty() ? literal(otherClass) : QStringLiteral("CASE%1 ELSE %2 END").arg(cases, literal(otherClass));
    }
    for (std::size_t i = 0; i < style.breaks.size(); ++i)
        cases += QStringLiteral(" WHEN %1 < %2 THEN %3").arg(field, sqlNumber(style.breaks[i]), literal(classNumber(i)));
    return QStringLiteral("CASE WHEN typeof(%1) NOT IN ('integer', 'real') THEN %2%3 ELSE %4 END")
        .arg(field, literal(otherClass), cases, literal(classNumber(style.breaks.size())));
}

std::vector<LayerKey> keysOf(const LayerStyle& style)
{
    std::vector<LayerKey> keys;
    if (style.colouring == LayerStyle::Colouring::Single || style.field.isEmpty()) {
        keys.push_back({style.colour, LayerKey::Meaning::All, {}, 0, 0});
        return keys;
    }
    if (style.colouring == LayerStyle::Colouring::Categories) {
        for (const LayerStyle::Category& category : style.categories)
            keys.push_back({category.colour, LayerKey::Meaning::Value, category.value, 0, 0});
        keys.push_back({style.colour, LayerKey::Meaning::Other, {}, 0, 0});
        return keys;
    }
    const std::size_t classes = style.breaks.size() + 1;
    for (std::size_t i = 0; i < classes; ++i) {
        const bool first = i == 0;
        const bool last = i + 1 == classes;
        const auto meaning = first && last ? LayerKey::Meaning::All
                             : first       ? LayerKey::Meaning::Below
                             : last        ? LayerKey::Meaning::Above
                                           : LayerKey::Meaning::Between;
        keys.push_back({classColour(i, classes), meaning, {}, first ? 0 : style.breaks[i - 1], last ? 0 : style.breaks[i]});
    }
    return keys;
}

QColor onGround(const QColor& colour, bool dark)
{
    if (!dark)
        return colour;
    const float least = 0.55F; // lightness that stands out from the dark ground
    float hue = 0;
    float saturation = 0;
    float lightness = 0;
    colour.getHslF(&hue, &saturation, &lightness);
    return QColor::fromHslF(std::max(0.0F, hue), saturation, least + lightness * (0.92F - least));
}

std::shared_ptr<const MapStyle> mapStyleOf(const LayerStyle& style, bool dark)
{
    Rules rules(style, dark);
    const auto keys = keysOf(style);
    int order = 0;
    for (const LayerKey& each : keys) {
        const bool single = style.colouring == LayerStyle::Colouring::Single || style.field.isEmpty();
        rules.add(single                                       ? allClass
                  : each.meaning == LayerKey::Meaning::Other ? otherClass
                                                             : classNumber(static_cast<std::size_t>(order)),
                  each.colour, order);
        ++order;
    }
    rules.add({}, style.colour, order); // the first rule that fits counts
    const auto made = MapStyle::fromJson(rules.json());
    return made ? *made : nullptr;
}

double zoomOfScale(double denominator)
{
    constexpr double equator = 40075016.686;
    constexpr double pixelMetres = 0.00028;
    const double shrunk = std::cos(57.66 * std::numbers::pi / 180);
    return std::log2(equator * shrunk / (512 * pixelMetres * denominator));
}

} // namespace hk::map
