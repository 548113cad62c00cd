#include "map/name_query.h"

#include "map/name_tables.h"
#include "map/name_text.h"

#include <algorithm>
#include <cmath>

namespace hk::map {

namespace {

// A person types a name, not a letter; what is longer is cut before it costs time.
constexpr qsizetype longestText = 200;
constexpr qsizetype longestWord = 60;
constexpr qsizetype mostWords = 8;
constexpr int mostRows = 300;     ///< of one tier, the most telling first
constexpr int nearRows = 200;
constexpr std::size_t mostWordForms = 24;
constexpr int addressWithoutNumber = 350; ///< house numbers come after streets until a number is typed
constexpr double samePlace = 400.0;       ///< metres: a name twice within is one thing

constexpr const char* columns = "n.id, n.name, n.detail, n.class, n.theme, n.x, n.y, n.reach, n.weight, n.key";

/// A word for the full-text index, letters and digits only: in quotes it is never syntax.
std::string quoted(const QString& word)
{
    return '"' + word.toStdString() + '"';
}

std::string beginning(const QString& word)
{
    return quoted(word) + " *";
}

std::string anyOf(const QStringList& words, bool beginnings)
{
    std::string expression;
    for (const QString& word : words)
        expression += (expression.empty() ? "" : " OR ") + (beginnings ? beginning(word) : quoted(word));
    return '(' + expression + ')';
}

std::string inNames(const std::string& expression)
{
    return "{head tail} : " + expression;
}

std::string joined(const std::vector<std::string>& parts)
{
    std::string expression;
    for (const std::string& part : parts)
        expression += (expression.empty() ? "" : " AND ") + part;
    return expression;
}

/// The squares round a position, 12 km wide in all.
std::string regionsRound(const Sweref99& near)
{
    std::string expression;
    for (std::int64_t dx = -1; dx <= 1; ++dx)
        for (std::int64_t dy = -1; dy <= 1; ++dy)
            expression += (expression.empty() ? "" : " OR ")
                          + quoted(regionWord(regionOf(near.easting) + dx, regionOf(near.northing) + dy));
    return "cell : (" + expression + ')';
}

QString textOf(const sqlite::Statement& row, int column)
{
    const std::string_view text = row.text(column);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

double apart(const Sweref99& a, const Sweref99& b)
{
    return std::hypot(a.easting - b.easting, a.northing - b.northing);
}

} // namespace

NameQuery::NameQuery(const NameIndex::Impl& index, const QString& text, const Sweref99& near, std::stop_token stop)
    : m_index(index), m_near(near), m_stop(std::move(stop))
{
    m_typed = foldedName(text.left(longestText));
    m_words = m_typed.split(QLatin1Char(' '), Qt::SkipEmptyParts).mid(0, mostWords);
    for (QString& word : m_words)
        word.truncate(longestWord);
    m_typed = m_words.join(QLatin1Char(' '));
    m_hasDigits = std::any_of(m_typed.begin(), m_typed.end(), [](QChar c) { return c.isDigit(); });
}

Result<std::vector<NameMatch>> NameQuery::best(std::size_t limit)
{
    if (m_words.isEmpty())
        return {};
    const auto enough = [&](std::size_t wanted) { return m_found.size() >= wanted || m_stop.stop_requested(); };
    sqlite::Result<void> done = addBeginnings();
    if (done && !enough(limit))
        done = addInside();
    if (done && !enough(limit))
        done = addErrors();
    if (m_stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    if (!done)
        return sqliteFailure(done.error(), m_index.path);
    return ranked(limit);
}

sqlite::Result<void> NameQuery::addBeginnings()
{
    std::vector<std::string> parts;
    for (const QString& word : m_words)
        parts.push_back(inNames(beginning(word)));
    if (const Done exact = addExact(); !exact)
        return tl::unexpected(exact.error());
    const Done all = addMatches(joined(parts), mostRows);
    if (!all)
        return tl::unexpected(all.error());
    if (*all < static_cast<std::size_t>(mostRows))
        return {};
    // More than could be looked at: what begins so, and what is near, is not to be lost behind what is telling.
    std::vector<std::string> first = parts;
    first.front() = "head : " + beginning(m_words.front());
    if (const Done heads = addMatches(joined(first), mostRows); !heads)
        return tl::unexpected(heads.error());
    if (std::isfinite(m_near.easting) && std::isfinite(m_near.northing)) {
        parts.push_back(regionsRound(m_near));
        if (const Done near = addMatches(joined(parts), nearRows); !near)
            return tl::unexpected(near.error());
    }
    return {};
}

sqlite::Result<void> NameQuery::addInside()
{
    std::vector<std::string> parts;
    bool any = false;
    for (const QString& word : m_words) {
        const QStringList holding = m_index.words.holding(word, mostWordForms);
        any = any || !holding.isEmpty();
        std::string expression = beginning(word);
        if (!holding.isEmpty())
            expression = '(' + expression + " OR " + anyOf(holding, false) + ')';
        parts.push_back(inNames(expression));
    }
    if (!any)
        return {};
    return addMatches(joined(parts), nearRows).map([](std::size_t) {});
}

/// One error in all: in one of the words, or a space too many or too few.
sqlite::Result<void> NameQuery::addErrors()
{
    const auto look = [&](const QStringList& words, qsizetype at, const QStringList& forms) -> sqlite::Result<void> {
        std::vector<std::string> parts;
        for (qsizetype i = 0; i < words.size(); ++i)
            parts.push_back(inNames(i == at ? anyOf(forms, false) : beginning(words[i])));
        for (const QString& form : forms) {
            QStringList meant = words;
            if (at >= 0)
                meant[at] = form;
            m_corrected.append(meant.join(QLatin1Char(' ')));
        }
        return addMatches(joined(parts), nearRows).map([](std::size_t) {});
    };
    for (qsizetype i = 0; i < m_words.size(); ++i)
        if (const QStringList forms = m_index.words.oneErrorFrom(m_words[i], mostWordForms); !forms.isEmpty())
            if (auto done = look(m_words, i, forms); !done)
                return done;
    const auto lookAt = [&](const QStringList& words) -> sqlite::Result<void> {
        for (const QString& word : words)
            if (!m_index.words.hasBeginning(word))
                return {};
        m_corrected.append(words.join(QLatin1Char(' ')));
        std::vector<std::string> parts;
        for (const QString& word : words)
            parts.push_back(inNames(beginning(word)));
        return addMatches(joined(parts), nearRows).map([](std::size_t) {});
    };
    for (qsizetype i = 0; i + 1 < m_words.size(); ++i) {
        QStringList words = m_words;
        words[i] += words.takeAt(i + 1);
        if (auto done = lookAt(words); !done)
            return done;
    }
    if (m_words.size() == 1)
        for (qsizetype i = 2; i + 2 < m_typed.size(); ++i)
            if (auto done = lookAt({m_typed.left(i), m_typed.mid(i)}); !done)
                return done;
    return {};
}

NameQuery::Done NameQuery::addExact()
{
    static const std::string sql = std::string("SELECT ") + columns + " FROM hk_names n WHERE n.key = ? ORDER BY n.id LIMIT ?";
    auto rows = m_index.database.cached(sql);
    if (!rows)
        return tl::unexpected(rows.error());
    (*rows)->bind(1, std::string_view(m_typed.toStdString())).bind(2, nearRows);
    return take(**rows);
}

NameQuery::Done NameQuery::addMatches(const std::string& expression, int limit)
{
    // The rows of the full-text index come in their order, the most telling first, and end at the limit: no sorting.
    static const std::string sql = std::string("SELECT ") + columns
                                   + " FROM hk_names_text t CROSS JOIN hk_names n ON n.id = t.rowid"
                                     " WHERE t.hk_names_text MATCH ? ORDER BY t.rowid LIMIT ?";
    if (m_stop.stop_requested())
        return std::size_t{0};
    auto rows = m_index.database.cached(sql);
    if (!rows)
        return tl::unexpected(rows.error());
    (*rows)->bind(1, std::string_view(expression)).bind(2, limit);
    return take(**rows);
}

NameQuery::Done NameQuery::take(sqlite::Statement& rows)
{
    std::size_t count = 0;
    while (true) {
        const auto more = rows.step();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return count;
        ++count;
        consider(rows);
    }
}

void NameQuery::consider(const sqlite::Statement& row)
{
    const qint64 id = row.int64(0);
    if (m_seen.contains(id))
        return;
    const int match = scoreOf(textOf(row, 9));
    if (match == 0)
        return;
    m_seen.insert(id);
    NameMatch made;
    made.entry = {textOf(row, 1), textOf(row, 2),           textOf(row, 3), textOf(row, 4),
                  {row.real(5), row.real(6)}, row.real(7), static_cast<int>(row.int64(8))};
    made.distance = apart(made.entry.position, m_near);
    // The class and the distance decide only between names that match alike.
    const double nearness = std::isfinite(made.distance) ? 40.0 / (1.0 + made.distance / 500.0) : 0.0;
    made.score = match + made.entry.weight + static_cast<int>(nearness);
    if (!m_hasDigits && made.entry.theme == QLatin1String("address"))
        made.score -= addressWithoutNumber;
    m_found.push_back(std::move(made));
}

int NameQuery::scoreOf(const QString& key) const
{
    if (const int match = matchOfName(key, m_typed); match > 0)
        return match;
    int best = 0;
    for (const QString& meant : m_corrected)
        if (const int match = matchOfName(key, meant); match >= match::scattered)
            best = std::max(best, match::oneError + (match - match::scattered) / 12);
    if (best > 0)
        return best;
    // Words of which some lie inside a longer one.
    const auto holdsAll = std::all_of(m_words.begin(), m_words.end(), [&](const QString& word) { return key.contains(word); });
    return m_words.size() > 1 && holdsAll ? match::inside - 20 : 0;
}

std::vector<NameMatch> NameQuery::ranked(std::size_t limit)
{
    std::sort(m_found.begin(), m_found.end(), [](const NameMatch& a, const NameMatch& b) {
        if (a.score != b.score)
            return a.score > b.score;
        if (a.distance != b.distance)
            return a.distance < b.distance;
        return a.entry.name < b.entry.name;
    });
    std::vector<NameMatch> shown;
    for (NameMatch& match : m_found) {
        // A place that stands in several themes or at several posts is named once.
        const bool known = std::any_of(shown.begin(), shown.end(), [&](const NameMatch& other) {
            return other.entry.name == match.entry.name && apart(other.entry.position, match.entry.position) < samePlace;
        });
        if (!known)
            shown.push_back(std::move(match));
        if (shown.size() >= limit)
            break;
    }
    return shown;
}

} // namespace hk::map
