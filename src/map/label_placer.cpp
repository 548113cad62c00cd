#include "map/label_placer.h"

#include <algorithm>
#include <cmath>

namespace hk::map {

namespace {

constexpr double cellPixels = 96.0;
constexpr double haloPixels = 1.5;
constexpr double sameNamePixels = 260.0; // a point's name again not nearer than this
constexpr double steepestTurn = 24.0;    // degrees from one letter to the next
constexpr double mostTurning = 85.0;     // degrees over a whole label
constexpr double longLine = 11.0;        // font sizes: a longer text is set in two lines

double lengthOf(const QPointF& v)
{
    return std::hypot(v.x(), v.y());
}

/// The point of a polygon farthest from its border, of those of a grid over it.
QPointF middleOf(const std::vector<QPointF>& ring, const QRectF& bounds)
{
    constexpr int steps = 9;
    QPointF best = bounds.center();
    double most = -1;
    for (int j = 1; j < steps; ++j)
        for (int i = 1; i < steps; ++i) {
            const QPointF p(bounds.left() + bounds.width() * i / steps, bounds.top() + bounds.height() * j / steps);
            bool inside = false;
            double nearest = 1e300;
            for (std::size_t k = 0; k + 1 < ring.size(); ++k) {
                const QPointF& a = ring[k];
                const QPointF& b = ring[k + 1];
                if ((a.y() > p.y()) != (b.y() > p.y())
                    && p.x() < a.x() + (b.x() - a.x()) * (p.y() - a.y()) / (b.y() - a.y()))
                    inside = !inside;
                const QPointF d = b - a;
                const double square = QPointF::dotProduct(d, d);
                const double t = square > 0 ? std::clamp(QPointF::dotProduct(p - a, d) / square, 0.0, 1.0) : 0.0;
                nearest = std::min(nearest, lengthOf(p - (a + d * t)));
            }
            if (inside && nearest > most) {
                most = nearest;
                best = p;
            }
        }
    return best;
}

/// Two lines of like length where the text is long and has a space to part it.
QStringList linesOf(const QString& text, double width, double size)
{
    if (width < longLine * size)
        return {text};
    qsizetype best = -1;
    for (qsizetype i = text.indexOf(QLatin1Char(' ')); i >= 0; i = text.indexOf(QLatin1Char(' '), i + 1))
        if (best < 0 || std::abs(2 * i - text.size()) < std::abs(2 * best - text.size()))
            best = i;
    if (best < 0)
        return {text};
    return {text.left(best), text.mid(best + 1)};
}

QRectF unitedOf(const std::vector<QRectF>& rects)
{
    QRectF all;
    for (const QRectF& rect : rects)
        all |= rect;
    return all;
}

QString nameKey(const MapStyle::LabelRule& rule, const QString& text)
{
    return (rule.alongLine || rule.shield ? QStringLiteral("line ") : QStringLiteral("point ")) + text;
}

} // namespace

double symbolReach(const MapStyle::LabelRule& rule)
{
    if (rule.symbol == QLatin1String("station"))
        return 7.0;
    if (rule.symbol == QLatin1String("stop"))
        return 3.5;
    return rule.symbol == QLatin1String("dot") ? 2.5 : 0.0;
}

template <class Visit>
void CollisionGrid::eachCell(const QRectF& rect, Visit visit)
{
    const auto cell = [](double v) { return static_cast<std::int64_t>(std::floor(v / cellPixels)); };
    for (std::int64_t row = cell(rect.top()); row <= cell(rect.bottom()); ++row)
        for (std::int64_t column = cell(rect.left()); column <= cell(rect.right()); ++column)
            visit((static_cast<std::uint64_t>(row) << 32) ^ (static_cast<std::uint64_t>(column) & 0xffffffffU));
}

bool CollisionGrid::isFree(const QRectF& rect) const
{
    bool free = true;
    eachCell(rect, [&](std::uint64_t key) {
        const auto cell = m_cells.find(key);
        if (free && cell != m_cells.end())
            free = std::none_of(cell->second.begin(), cell->second.end(),
                                [&](const QRectF& other) { return other.intersects(rect); });
    });
    return free;
}

bool CollisionGrid::areFree(const std::vector<QRectF>& rects) const
{
    return std::all_of(rects.begin(), rects.end(), [this](const QRectF& rect) { return isFree(rect); });
}

void CollisionGrid::add(const std::vector<QRectF>& rects)
{
    for (const QRectF& rect : rects)
        eachCell(rect, [&](std::uint64_t key) { m_cells[key].push_back(rect); });
}

LabelPlacer::LabelPlacer(std::vector<Sheet> sheets, Plane plane, double scale, double zoom, const QRectF& within,
                         const QRectF& around)
    : m_sheets(std::move(sheets))
    , m_plane(plane)
    , m_scale(scale)
    , m_zoom(zoom)
    , m_around(around)
{
    for (const Sheet& sheet : m_sheets)
        m_measures.emplace_back(*sheet.style);
    if (!within.isEmpty())
        m_within = toPixels(within);
}

void LabelPlacer::keepFree(const std::vector<QRectF>& rects)
{
    for (const QRectF& rect : rects)
        m_taken.add({toPixels(rect)});
}

std::vector<PlacedLabel> LabelPlacer::place()
{
    for (const Candidate& candidate : candidates()) {
        m_measure = &m_measures[candidate.sheet];
        m_style = m_sheets[candidate.sheet].style;
        if (candidate.line.empty())
            placePoint(candidate);
        else
            placeLine(candidate);
    }
    return std::move(m_placed);
}

bool LabelPlacer::wanted(const MapStyle::LabelRule* rule) const
{
    return rule != nullptr && m_zoom >= rule->minimumZoom && m_zoom < rule->maximumZoom;
}

std::vector<LabelPlacer::Candidate> LabelPlacer::candidates() const
{
    std::vector<Candidate> all;
    for (std::size_t sheet = 0; sheet < m_sheets.size(); ++sheet) {
        addPoints(sheet, all);
        addLines(sheet, all);
    }
    std::stable_sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) {
        if (a.rule->priority != b.rule->priority)
            return a.rule->priority > b.rule->priority;
        if (a.rank != b.rank)
            return a.rank < b.rank;
        return a.importance != b.importance ? a.importance > b.importance : a.text < b.text;
    });
    return all;
}

void LabelPlacer::addPoints(std::size_t sheet, std::vector<Candidate>& all) const
{
    const MapStyle& style = *m_sheets[sheet].style;
    for (const BasemapFeature& feature : m_sheets[sheet].features->features()) {
        const MapStyle::LabelRule* rule =
            feature.name.isEmpty() ? nullptr : style.labelRule(feature.theme, feature.featureClass);
        if (feature.kind == GeometryKind::Line || !wanted(rule) || feature.rank > rule->maximumRank || rule->alongLine)
            continue;
        Candidate candidate{sheet, rule, feature.name, feature.rank, 0, {}, {}, {}};
        if (feature.kind == GeometryKind::Point) {
            candidate.anchor = feature.vertices(m_plane).front();
        } else {
            const QRectF& bounds = feature.bounds(m_plane);
            candidate.room = QRectF(0, 0, bounds.width() * m_scale, bounds.height() * m_scale);
            candidate.importance = bounds.width() * bounds.height();
            if (candidate.room.width() < 12)
                continue;
            candidate.anchor = middleOf(feature.vertices(m_plane), bounds);
        }
        if (m_around.isEmpty() || m_around.contains(candidate.anchor))
            all.push_back(std::move(candidate));
    }
}

void LabelPlacer::addLines(std::size_t sheet, std::vector<Candidate>& all) const
{
    const Basemap& basemap = *m_sheets[sheet].features;
    const MapStyle& style = *m_sheets[sheet].style;
    for (const BasemapTheme theme : {BasemapTheme::Water, BasemapTheme::Rail, BasemapTheme::Road, BasemapTheme::Layer})
        for (const bool byRef : {false, true})
            for (const LineChain& chain : lineChains(basemap, theme, m_plane, byRef)) {
                const BasemapFeature& feature = basemap.features()[chain.feature];
                const MapStyle::LabelRule* rule = style.labelRule(theme, feature.featureClass);
                if (!wanted(rule) || rule->shield != byRef || !(rule->alongLine || rule->shield))
                    continue;
                Candidate candidate{sheet, rule, byRef ? feature.ref : feature.name, feature.rank, chain.length, {}, {}, {}};
                candidate.text.replace(QLatin1Char('/'), QLatin1Char(' '));
                for (const QPointF& p : chain.points)
                    candidate.line.push_back(toPixels(p));
                all.push_back(std::move(candidate));
            }
}

bool LabelPlacer::nameNear(const QString& key, const QPointF& pixels, double distance) const
{
    const auto found = m_names.constFind(key);
    return found != m_names.constEnd()
           && std::any_of(found->begin(), found->end(),
                          [&](const QPointF& other) { return lengthOf(other - pixels) < distance; });
}

bool LabelPlacer::accept(PlacedLabel&& label)
{
    const QPointF anchor = toPixels(label.anchor);
    std::vector<QRectF> taken = label.boxes;
    for (QRectF& rect : taken)
        rect.translate(anchor);
    label.box = unitedOf(label.boxes);
    label.style = m_style;
    if (!m_within.isEmpty() && !m_within.contains(label.box.translated(anchor)))
        return false;
    if (!m_taken.areFree(taken))
        return false;
    m_taken.add(taken);
    if (!label.lines.empty() || !label.glyphs.empty())
        m_names[nameKey(*label.rule, label.text)].push_back(anchor);
    m_placed.push_back(std::move(label));
    return true;
}

void LabelPlacer::addText(PlacedLabel& label, const QString& text, const QPointF& baseline)
{
    if (label.rule->letterSpacing == 0) {
        label.lines.push_back({text, baseline});
        return;
    }
    // Spaced out letter by letter: a font's own spacing depends on the device.
    const QStringList characters = graphemes(text);
    const std::vector<double> advances = m_measure->advances(*label.rule, characters, label.size);
    for (qsizetype i = 0; i < characters.size(); ++i)
        label.glyphs.push_back({characters[i], baseline + QPointF(advances[static_cast<std::size_t>(i)], 0), 0});
}

void LabelPlacer::placePoint(const Candidate& candidate)
{
    const MapStyle::LabelRule& rule = *candidate.rule;
    const double size = MapStyle::interpolate(rule.size, m_zoom);
    const QStringList texts = linesOf(candidate.text, m_measure->width(rule, candidate.text, size), size);
    std::vector<double> widths;
    for (const QString& text : texts)
        widths.push_back(m_measure->width(rule, text, size));
    const double width = *std::max_element(widths.begin(), widths.end());
    const double lineHeight = m_measure->lineHeight(rule, size);
    const double height = lineHeight * static_cast<double>(texts.size());
    const double reach = symbolReach(rule);
    const bool fits = candidate.room.isEmpty()
                      || (width <= candidate.room.width() * 1.15 && height <= candidate.room.height() * 1.1);

    struct Position { QPointF topLeft; double align; }; // align: 0 left, ½ centred, 1 right
    std::vector<Position> positions;
    if (reach > 0)
        positions = {{{reach + 3, -height / 2}, 0},
                     {{-reach - 3 - width, -height / 2}, 1},
                     {{-width / 2, reach + 2}, 0.5},
                     {{-width / 2, -reach - 2 - height}, 0.5}};
    else
        positions = {{{-width / 2, -height / 2}, 0.5},
                     {{-width / 2, -height * 1.4}, 0.5},
                     {{-width / 2, height * 0.4}, 0.5}};

    PlacedLabel label{&rule, candidate.text, candidate.anchor, size, {}, {}, reach > 0, {}, {}};
    const QRectF symbolBox(-reach - 1, -reach - 1, 2 * reach + 2, 2 * reach + 2);
    if (fits && !nameNear(nameKey(rule, candidate.text), toPixels(candidate.anchor), sameNamePixels))
        for (const Position& position : positions) {
            PlacedLabel attempt = label;
            for (std::size_t i = 0; i < widths.size(); ++i) {
                const double indent = (width - widths[i]) * position.align;
                const double middle = position.topLeft.y() + lineHeight * (static_cast<double>(i) + 0.5);
                addText(attempt, texts[static_cast<qsizetype>(i)],
                        {position.topLeft.x() + indent, middle + m_measure->capHeight(rule, size) / 2});
            }
            attempt.boxes.push_back(QRectF(position.topLeft, QSizeF(width, height))
                                        .adjusted(-haloPixels, -haloPixels, haloPixels, haloPixels));
            if (reach > 0)
                attempt.boxes.push_back(symbolBox);
            if (accept(std::move(attempt)))
                return;
        }
    if (reach > 0) {
        label.boxes = {symbolBox};
        accept(std::move(label));
    }
}

void LabelPlacer::placeLine(const Candidate& candidate)
{
    const MapStyle::LabelRule& rule = *candidate.rule;
    const double size = MapStyle::interpolate(rule.size, m_zoom);
    const std::vector<double> lengths = lengthsOf(candidate.line);
    const double width = m_measure->width(rule, candidate.text, size);
    const double usable = lengths.back() - (rule.shield ? 0.0 : width + size);
    if (usable < 0)
        return;
    const QString key = nameKey(rule, candidate.text);
    const double apart = std::max(rule.repeat, width * 1.6);
    const int slots = std::max(1, static_cast<int>(lengths.back() / apart));
    const double slot = lengths.back() / slots;
    const double room = std::max(0.0, (rule.shield ? slot : slot - width - size) / 2);
    const double step = std::max(12.0, width * 0.2);
    for (int i = 0; i < slots; ++i) {
        const double middle = (i + 0.5) * slot;
        bool placed = false;
        for (double shift = 0; shift <= room && !placed; shift += step)
            for (const double side : {1.0, -1.0}) {
                const QPointF at = pointAlong(candidate.line, lengths, middle + side * shift);
                if (!m_around.isEmpty() && !m_around.contains(toPlane(at)))
                    continue;
                if ((shift == 0 && side < 0) || nameNear(key, at, apart * 0.62))
                    continue;
                placed = rule.shield ? placeShield(candidate, size, at)
                                     : placeAlong(candidate, lengths, size, middle + side * shift);
                if (placed)
                    break;
            }
    }
}

bool LabelPlacer::placeShield(const Candidate& candidate, double size, const QPointF& middle)
{
    const MapStyle::LabelRule& rule = *candidate.rule;
    const double width = m_measure->width(rule, candidate.text, size);
    const double cap = m_measure->capHeight(rule, size);
    PlacedLabel label{&rule, candidate.text, toPlane(middle), size, {}, {}, false, {}, {}};
    label.lines.push_back({candidate.text, {-width / 2, cap / 2}});
    label.boxes.push_back(QRectF(-width / 2 - 5, -cap / 2 - 4, width + 10, cap + 8));
    return accept(std::move(label));
}

bool LabelPlacer::placeAlong(const Candidate& candidate, const std::vector<double>& lengths, double size, double middle)
{
    const MapStyle::LabelRule& rule = *candidate.rule;
    const QStringList characters = graphemes(candidate.text);
    const std::vector<double> advances = m_measure->advances(rule, characters, size);
    const double width = advances.back();
    const double start = middle - width / 2;
    if (start < 0 || start + width > lengths.back())
        return false;
    const QPointF first = pointAlong(candidate.line, lengths, start);
    const QPointF last = pointAlong(candidate.line, lengths, start + width);
    // Read from the left; a street due north is read upwards.
    const bool backwards = std::abs(last.x() - first.x()) > 0.02 * width ? last.x() < first.x() : last.y() > first.y();
    const auto at = [&](double along) {
        return pointAlong(candidate.line, lengths, backwards ? start + width - along : start + along);
    };

    const QPointF anchor = pointAlong(candidate.line, lengths, middle);
    const double below = m_measure->capHeight(rule, size) * 0.5;
    PlacedLabel label{&rule, candidate.text, toPlane(anchor), size, {}, {}, false, {}, {}};
    double turning = 0;
    for (std::size_t i = 0; i + 1 < advances.size(); ++i) {
        const double advance = advances[i + 1] - advances[i];
        const double centre = (advances[i] + advances[i + 1]) / 2;
        const double reach = std::max(advance / 2, size * 0.7); // softens the corners of the line
        const QPointF direction = at(std::min(width, centre + reach)) - at(std::max(0.0, centre - reach));
        const double length = lengthOf(direction);
        if (length < size * 0.2)
            return false;
        const QPointF along = direction / length;
        const double angle = std::atan2(along.y(), along.x()) * 180.0 / M_PI;
        if (!label.glyphs.empty()) {
            const double turn = std::abs(std::remainder(angle - label.glyphs.back().angle, 360.0));
            turning += turn;
            if (turn > steepestTurn || turning > mostTurning)
                return false;
        }
        if (std::abs(angle) > 90.5)
            return false;
        const QPointF down(-along.y(), along.x());
        const QPointF baseline = at(centre) - anchor - along * (advance / 2) + down * below;
        label.glyphs.push_back({characters[static_cast<qsizetype>(i)], baseline, angle});

        const QPointF glyphMiddle = at(centre) - anchor;
        const double high = size * 0.5 + haloPixels;
        const double halfX = std::abs(along.x()) * (advance / 2 + haloPixels) + std::abs(along.y()) * high;
        const double halfY = std::abs(along.y()) * (advance / 2 + haloPixels) + std::abs(along.x()) * high;
        label.boxes.emplace_back(glyphMiddle.x() - halfX, glyphMiddle.y() - halfY, 2 * halfX, 2 * halfY);
    }
    return accept(std::move(label));
}

} // namespace hk::map
