#include "map/place_search.h"

#include "map/line_chains.h"

#include <QHash>
#include <algorithm>
#include <cmath>

namespace hk::map {

namespace {

constexpr double defaultReach = 150.0;
constexpr qsizetype shortestForError = 4;
constexpr double tellingReach = 60.0;  // a landmark this near names a position
constexpr double farthestName = 1000.0;

/// Lower case with accents folded; å, ä and ö stay letters of their own.
QString folded(const QString& text)
{
    QString made;
    for (const QChar c : text.toLower().normalized(QString::NormalizationForm_C)) {
        if (c == QChar(0xe5) || c == QChar(0xe4) || c == QChar(0xf6)) {
            made.append(c);
            continue;
        }
        const QString parts = QString(c).normalized(QString::NormalizationForm_D);
        for (const QChar part : parts)
            if (part.category() != QChar::Mark_NonSpacing)
                made.append(part.isLetterOrNumber() ? part : QLatin1Char(' '));
    }
    return made.simplified();
}

/// Whether a prefix of `text` is `query` but for one letter changed, added, left out or swapped with the next.
bool startsWithOneError(QStringView text, QStringView query)
{
    qsizetype same = 0;
    while (same < query.size() && same < text.size() && query[same] == text[same])
        ++same;
    const QStringView q = query.mid(same);
    const QStringView t = text.mid(same);
    if (q.isEmpty())
        return true;
    const bool swapped = q.size() > 1 && t.size() > 1 && q[0] == t[1] && q[1] == t[0] && t.mid(2).startsWith(q.mid(2));
    return swapped || t.mid(1).startsWith(q.mid(1)) // changed
           || t.startsWith(q.mid(1))                // one too many
           || t.mid(1).startsWith(q);               // one left out
}

QList<qsizetype> wordStarts(const QString& text)
{
    QList<qsizetype> starts{0};
    for (qsizetype i = text.indexOf(QLatin1Char(' ')); i >= 0; i = text.indexOf(QLatin1Char(' '), i + 1))
        starts.append(i + 1);
    return starts;
}

/// 0 where the name does not match.
int matchScore(const QString& name, const QString& query)
{
    if (name == query)
        return 1000;
    const QList<qsizetype> starts = wordStarts(name);
    for (const qsizetype start : starts)
        if (QStringView(name).mid(start).startsWith(query))
            return start == 0 ? 900 : 800;
    if (name.contains(query))
        return 600;
    if (query.size() < shortestForError)
        return 0;
    for (const qsizetype start : starts)
        if (startsWithOneError(QStringView(name).mid(start), query))
            return start == 0 ? 420 : 400;
    return 0;
}

/// How telling a kind of thing is as the answer to a name.
int classScore(const BasemapFeature& feature)
{
    static const QHash<QString, int> scores = {
        {QStringLiteral("town"), 40},   {QStringLiteral("station"), 38},  {QStringLiteral("district"), 32},
        {QStringLiteral("square"), 30}, {QStringLiteral("landmark"), 30}, {QStringLiteral("civic"), 28},
        {QStringLiteral("retail"), 28}, {QStringLiteral("hospital"), 28}, {QStringLiteral("culture"), 26},
        {QStringLiteral("quarter"), 24}, {QStringLiteral("school"), 22},  {QStringLiteral("church"), 22},
        {QStringLiteral("stop"), 14}};
    if (feature.theme == BasemapTheme::Place)
        return scores.value(feature.featureClass, 18) + 5 - feature.rank;
    if (feature.theme == BasemapTheme::Road)
        return 25;
    return feature.theme == BasemapTheme::Building ? 12 : 10;
}

double distance(const QPointF& a, const QPointF& b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

double distanceToLine(const std::vector<QPointF>& line, const QPointF& p)
{
    double nearest = distance(line.front(), p);
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const QPointF d = line[i + 1] - line[i];
        const double square = QPointF::dotProduct(d, d);
        const double t = square > 0 ? std::clamp(QPointF::dotProduct(p - line[i], d) / square, 0.0, 1.0) : 0.0;
        nearest = std::min(nearest, distance(line[i] + d * t, p));
    }
    return nearest;
}

bool inside(const std::vector<QPointF>& ring, const QPointF& p)
{
    bool in = false;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const QPointF& a = ring[i];
        const QPointF& b = ring[i + 1];
        if ((a.y() > p.y()) != (b.y() > p.y()) && p.x() < a.x() + (b.x() - a.x()) * (p.y() - a.y()) / (b.y() - a.y()))
            in = !in;
    }
    return in;
}

double distanceTo(const BasemapFeature& feature, const QPointF& p)
{
    if (feature.kind == GeometryKind::Polygon && inside(feature.sweref, p))
        return 0.0;
    return distanceToLine(feature.sweref, p);
}

bool isTelling(const BasemapFeature& feature)
{
    static const QStringList places = {QStringLiteral("landmark"), QStringLiteral("square"),  QStringLiteral("station"),
                                       QStringLiteral("civic"),    QStringLiteral("retail"),  QStringLiteral("hospital"),
                                       QStringLiteral("school"),   QStringLiteral("church"),  QStringLiteral("culture"),
                                       QStringLiteral("sport"),    QStringLiteral("construction")};
    if (feature.theme == BasemapTheme::Place)
        return places.contains(feature.featureClass);
    return feature.theme == BasemapTheme::Building
           || (feature.theme == BasemapTheme::Landcover && feature.featureClass == QLatin1String("square"));
}

} // namespace

struct PlaceSearch::Entry {
    QString folded;
    PlaceHit hit;
};

PlaceSearch::PlaceSearch(std::shared_ptr<const Basemap> basemap) : m_basemap(std::move(basemap))
{
    auto entries = std::make_shared<std::vector<Entry>>();
    const auto add = [&](const BasemapFeature& feature, const QPointF& at, double reach) {
        entries->push_back({folded(feature.name),
                            {feature.name, feature.featureClass, feature.theme, {at.x(), at.y()}, reach,
                             classScore(feature)}});
    };
    const auto& features = m_basemap->features();
    for (const BasemapTheme theme : {BasemapTheme::Road, BasemapTheme::Water, BasemapTheme::Rail}) {
        // One entry per name: its longest stretch, reaching as far as all of it does.
        QHash<QString, std::pair<LineChain, double>> longest;
        for (LineChain& chain : lineChains(*m_basemap, theme, Plane::Sweref99Tm)) {
            auto& [kept, total] = longest[features[chain.feature].name];
            total += chain.length;
            if (chain.length > kept.length)
                kept = std::move(chain);
        }
        for (const auto& [chain, total] : longest) {
            const QPointF middle = pointAlong(chain.points, lengthsOf(chain.points), chain.length / 2);
            add(features[chain.feature], middle, std::max(total / 2, 10.0));
        }
    }
    for (const BasemapFeature& feature : features) {
        if (feature.name.isEmpty() || feature.kind == GeometryKind::Line || feature.theme == BasemapTheme::Boundary)
            continue;
        const QRectF& bounds = feature.swerefBounds;
        const double reach = std::hypot(bounds.width(), bounds.height()) / 2;
        add(feature, feature.kind == GeometryKind::Point ? feature.sweref.front() : bounds.center(),
            std::max(reach, feature.kind == GeometryKind::Point ? defaultReach : 10.0));
    }
    std::stable_sort(entries->begin(), entries->end(), [](const Entry& a, const Entry& b) {
        return a.folded != b.folded ? a.folded < b.folded : a.hit.score > b.hit.score;
    });
    m_entries = std::move(entries);
}

std::vector<PlaceHit> PlaceSearch::find(const QString& text, const Sweref99& near, std::size_t limit) const
{
    const QString query = folded(text);
    std::vector<PlaceHit> hits;
    if (query.isEmpty())
        return hits;
    const QPointF here(near.easting, near.northing);
    for (const Entry& entry : *m_entries) {
        const int match = matchScore(entry.folded, query);
        if (match == 0)
            continue;
        PlaceHit hit = entry.hit;
        // The class and the distance decide only between names that match alike.
        const double away = distance({hit.position.easting, hit.position.northing}, here);
        const double nearness = std::isfinite(away) ? 40.0 / (1.0 + away / 500.0) : 0.0;
        hit.score = match + hit.score + static_cast<int>(nearness);
        hits.push_back(std::move(hit));
    }
    std::stable_sort(hits.begin(), hits.end(), [](const PlaceHit& a, const PlaceHit& b) { return a.score > b.score; });
    // A place that stands in several themes or at several posts is named once.
    std::vector<PlaceHit> shown;
    for (PlaceHit& hit : hits) {
        const bool known = std::any_of(shown.begin(), shown.end(), [&](const PlaceHit& other) {
            return other.name == hit.name
                   && std::hypot(other.position.easting - hit.position.easting,
                                 other.position.northing - hit.position.northing)
                          < 400.0;
        });
        if (!known)
            shown.push_back(std::move(hit));
        if (shown.size() >= limit)
            break;
    }
    return shown;
}

std::optional<PlaceHit> PlaceSearch::exact(const QString& name) const
{
    const QString query = folded(name);
    const auto first = std::lower_bound(m_entries->begin(), m_entries->end(), query,
                                        [](const Entry& entry, const QString& q) { return entry.folded < q; });
    if (query.isEmpty() || first == m_entries->end() || first->folded != query)
        return std::nullopt;
    return first->hit; // sorted by class within a name
}

QString PlaceSearch::nameAt(const Sweref99& position) const
{
    const QPointF p(position.easting, position.northing);
    const auto& features = m_basemap->features();
    const auto nearest = [&](std::initializer_list<BasemapTheme> themes, double reach, auto&& accept) {
        const QRectF around(p.x() - reach, p.y() - reach, 2 * reach, 2 * reach);
        QString name;
        double best = reach;
        for (const BasemapTheme theme : themes)
            for (const std::size_t index : m_basemap->find(theme, Plane::Sweref99Tm, around)) {
                const BasemapFeature& feature = features[index];
                if (feature.name.isEmpty() || !accept(feature))
                    continue;
                const double away = distanceTo(feature, p);
                if (away < best) {
                    best = away;
                    name = feature.name;
                }
            }
        return name;
    };
    const auto any = [](const BasemapFeature&) { return true; };
    if (!(std::isfinite(p.x()) && std::isfinite(p.y())))
        return {};
    QString name = nearest({BasemapTheme::Place, BasemapTheme::Building, BasemapTheme::Landcover}, tellingReach, isTelling);
    if (name.isEmpty())
        name = nearest({BasemapTheme::Road}, farthestName, any);
    if (name.isEmpty())
        name = nearest({BasemapTheme::Place}, farthestName, any);
    return name;
}

} // namespace hk::map
