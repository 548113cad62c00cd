#include "map/name_tables.h"

#include "map/name_text.h"

#include <cmath>

namespace hk::map {

namespace {

constexpr const char* dropped = "DROP TABLE IF EXISTS hk_names_text;"
                                "DROP TABLE IF EXISTS hk_names_words;"
                                "DROP TABLE IF EXISTS hk_names;"
                                "DROP TABLE IF EXISTS temp.hk_names_staged;";

// Staged in temp, since the rows of the full-text index are to be numbered the most telling first.
constexpr const char* made =
    "CREATE TABLE hk_names (id INTEGER PRIMARY KEY, name TEXT NOT NULL, detail TEXT NOT NULL, class TEXT NOT NULL,"
    " theme TEXT NOT NULL, x REAL NOT NULL, y REAL NOT NULL, reach REAL NOT NULL, weight INTEGER NOT NULL,"
    " key TEXT NOT NULL, cell INTEGER NOT NULL);"
    "CREATE VIRTUAL TABLE hk_names_text USING fts5(head, tail, cell, content='', columnsize=0, detail=column,"
    " prefix='1 2 3 4', tokenize='unicode61 remove_diacritics 0');"
    "CREATE TABLE hk_names_words (word TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;"
    "CREATE TEMP TABLE hk_names_staged (name TEXT, detail TEXT, class TEXT, theme TEXT, x REAL, y REAL, reach REAL,"
    " weight INTEGER, key TEXT);";

constexpr const char* insertStaged = "INSERT INTO temp.hk_names_staged VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char* sorted = "SELECT name, detail, class, theme, x, y, reach, weight, key FROM temp.hk_names_staged"
                               " ORDER BY weight DESC, reach DESC, key, x, y";
constexpr const char* insertName = "INSERT INTO hk_names VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char* insertText = "INSERT INTO hk_names_text (rowid, head, tail, cell) VALUES (?, ?, ?, ?)";
constexpr const char* indexed = "CREATE INDEX hk_names_key ON hk_names (key);"
                                "CREATE INDEX hk_names_cell ON hk_names (theme, cell);"
                                "INSERT INTO hk_names_text (hk_names_text) VALUES ('optimize');"
                                "DROP TABLE temp.hk_names_staged;";

// As many as a language has. What has more are numbers of things, and a typing error in those is another number.
constexpr qsizetype mostWords = 200'000;

std::string utf8(const QString& text)
{
    return text.toStdString();
}

} // namespace

std::int64_t cellOf(double x, double y)
{
    return static_cast<std::int64_t>(std::floor(x / nameCell)) * 1'000'000
           + static_cast<std::int64_t>(std::floor(y / nameCell));
}

std::int64_t regionOf(double metres)
{
    return static_cast<std::int64_t>(std::floor(metres / nameRegion));
}

QString regionWord(std::int64_t column, std::int64_t row)
{
    // A letter of private use: a folded name has none.
    return QStringLiteral("%1%2x%3").arg(QChar(0xe000)).arg(column).arg(row);
}

sqlite::Result<void> NameWriter::begin()
{
    return m_database.execute(dropped)
        .and_then([&] { return m_database.execute(made); })
        .and_then([&] { return m_database.prepare(insertStaged); })
        .map([&](sqlite::Statement statement) { m_insert = std::move(statement); });
}

sqlite::Result<void> NameWriter::add(const NameEntry& entry)
{
    const QString key = foldedName(entry.name);
    // What has neither a name nor a place cannot be found.
    if (key.isEmpty() || !std::isfinite(entry.position.easting) || !std::isfinite(entry.position.northing)
        || std::abs(entry.position.easting) > 1e7 || std::abs(entry.position.northing) > 1e8)
        return {};
    ++m_staged;
    for (const QStringView word : QStringView(key).split(QLatin1Char(' '))) {
        const QString whole = word.toString();
        if (const auto known = m_words.find(whole); known != m_words.end())
            ++*known;
        else if (m_words.size() < mostWords)
            m_words.insert(whole, 1);
    }
    int column = 0;
    for (const QString& text : {entry.name, entry.detail, entry.featureClass, entry.theme})
        m_insert.bind(++column, std::string_view(utf8(text)));
    for (const double value : {entry.position.easting, entry.position.northing, entry.reach})
        m_insert.bind(++column, value);
    m_insert.bind(8, entry.weight).bind(9, std::string_view(utf8(key)));
    return m_insert.run();
}

sqlite::Result<void> NameWriter::finish(const NameIndex::Progress& progress, std::stop_token stop)
{
    m_insert = {};
    auto rows = m_database.prepare(sorted);
    auto name = m_database.prepare(insertName);
    auto text = m_database.prepare(insertText);
    for (const auto* statement : {&rows, &name, &text})
        if (!*statement)
            return tl::unexpected(statement->error());
    std::int64_t id = 0;
    while (true) {
        const auto more = rows->step();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        if (stop.stop_requested())
            return tl::unexpected(sqlite::Failure{sqlite::Code::Interrupted, 0, {}});
        ++id;
        const double x = rows->real(4);
        const double y = rows->real(5);
        const std::string_view key = rows->text(8);
        name->bind(1, id);
        for (int column = 0; column < 4; ++column)
            name->bind(column + 2, rows->text(column));
        name->bind(6, x).bind(7, y).bind(8, rows->real(6)).bind(9, rows->int64(7)).bind(10, key).bind(11, cellOf(x, y));
        if (auto done = name->run(); !done)
            return done;
        const std::size_t space = key.find(' ');
        const bool single = space == std::string_view::npos;
        text->bind(1, id).bind(2, key.substr(0, space)).bind(3, single ? std::string_view() : key.substr(space + 1));
        text->bind(4, std::string_view(utf8(regionWord(regionOf(x), regionOf(y)))));
        if (auto done = text->run(); !done)
            return done;
        if (progress && id % 1024 == 0)
            progress(static_cast<double>(id) / static_cast<double>(m_staged));
    }
    rows = sqlite::Statement();
    if (auto done = writeWords(); !done)
        return done;
    return m_database.execute(indexed);
}

sqlite::Result<void> NameWriter::writeWords()
{
    auto insert = m_database.prepare("INSERT INTO hk_names_words VALUES (?, ?)");
    if (!insert)
        return tl::unexpected(insert.error());
    for (auto it = m_words.cbegin(); it != m_words.cend(); ++it) {
        insert->bind(1, std::string_view(utf8(it.key()))).bind(2, it.value());
        if (auto done = insert->run(); !done)
            return done;
    }
    m_words.clear();
    return {};
}

} // namespace hk::map
