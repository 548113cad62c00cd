#include "map/gpkg_reader.h"

#include "core/map_tables.h"
#include "map/bounds.h"
#include "map/sqlite_error.h"

#include <QStringList>
#include <QtEndian>
#include <algorithm>
#include <span>

namespace hk::map {

namespace {

using sqlite::Database;

constexpr int webMercator = 3857;
constexpr std::size_t mostTables = 60; // one bit for each tells them apart

std::optional<BasemapTheme> themeOf(const QString& name)
{
    static const QHash<QString, BasemapTheme> themes = {
        {QStringLiteral("boundary"), BasemapTheme::Boundary}, {QStringLiteral("landcover"), BasemapTheme::Landcover},
        {QStringLiteral("water"), BasemapTheme::Water},       {QStringLiteral("building"), BasemapTheme::Building},
        {QStringLiteral("rail"), BasemapTheme::Rail},         {QStringLiteral("road"), BasemapTheme::Road},
        {QStringLiteral("barrier"), BasemapTheme::Barrier},   {QStringLiteral("address"), BasemapTheme::Address},
        {QStringLiteral("place"), BasemapTheme::Place}};
    const auto found = themes.find(name);
    return found == themes.end() ? std::nullopt : std::optional(*found);
}

/// The columns of a table; empty where there is no such table.
sqlite::Result<QStringList> columnsOf(const Database& database, const QString& table)
{
    auto statement = database.prepare("SELECT name FROM pragma_table_info(?1)");
    if (!statement)
        return tl::unexpected(statement.error());
    statement->bind(1, table.toStdString());
    QStringList columns;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return columns;
        columns.append(QString::fromUtf8(statement->text(0)));
    }
}

// A node of SQLite's R-tree (https://sqlite.org/src/file/ext/rtree/rtree.c): depth and number of entries in two bytes each, then
// by entry a number of eight bytes and minx, maxx, miny, maxy in four; the most significant byte first.
constexpr std::size_t nodeHead = 4;
constexpr std::size_t entrySize = 8 + 4 * sizeof(float);

std::size_t entriesOf(std::span<const std::byte> node)
{
    return node.size() < nodeHead ? 0 : qFromBigEndian<quint16>(node.data() + 2);
}

bool isEmptyNode(std::span<const std::byte> node) { return node.size() >= nodeHead && entriesOf(node) == 0; }

/// Null where the node is empty or none.
QRectF boundsOfNode(std::span<const std::byte> node)
{
    std::vector<QPointF> corners;
    for (std::size_t i = 0; i < entriesOf(node) && nodeHead + (i + 1) * entrySize <= node.size(); ++i) {
        const std::byte* values = node.data() + nodeHead + i * entrySize + 8;
        const auto value = [values](std::size_t k) { return static_cast<double>(qFromBigEndian<float>(values + k * sizeof(float))); };
        corners.emplace_back(value(0), value(2));
        corners.emplace_back(value(1), value(3));
    }
    const QRectF bounds = boundsOf(corners);
    return corners.empty() ? QRectF() : QRectF(bounds.topLeft(), bounds.size() + QSizeF(1e-3, 1e-3));
}

/// Reads what all tables need to be drawn from: geometry column, CRS, index and extent.
class LayoutReader {
public:
    LayoutReader(const Database& database, const QString& path) : m_database(database), m_path(path) {}

    Result<void> complete(GpkgTable& table)
    {
        auto statement = m_database.prepare("SELECT column_name, srs_id FROM gpkg_geometry_columns WHERE table_name = ?1");
        if (!statement)
            return notOurs(statement.error());
        statement->bind(1, table.table.toStdString());
        const auto row = statement->step();
        if (!row)
            return notOurs(row.error());
        if (!*row)
            return fail(ErrorCode::NotFound, {m_path, -1, table.table}, {table.table});
        table.geometryColumn = QString::fromUtf8(statement->text(0));
        if (statement->int64(1) != webMercator)
            return fail(ErrorCode::CrsNotUnderstood, {m_path, -1, table.table}, {QStringLiteral("EPSG:%1").arg(statement->int64(1))});
        if (auto columns = readColumns(table); !columns)
            return columns;
        return readBounds(table);
    }

private:
    Result<void> notOurs(const sqlite::Failure& failure) const
    {
        // A file without the tables of a GeoPackage is somebody else's; any other failure is what it says.
        if (failure.code == sqlite::Code::Other)
            return fail(ErrorCode::FileNotOurs, {m_path, -1, {}}, {}, QString::fromStdString(failure.message));
        return sqliteFailure(failure, m_path);
    }

    Result<void> readColumns(GpkgTable& table) const
    {
        const auto columns = columnsOf(m_database, table.table);
        if (!columns)
            return sqliteFailure(columns.error(), m_path);
        if (!table.nameColumn.isEmpty() && !columns->contains(table.nameColumn))
            return fail(ErrorCode::NotFound, {m_path, -1, table.table}, {table.nameColumn});
        auto statement = m_database.prepare("SELECT name FROM pragma_table_info(?1) WHERE pk = 1");
        if (!statement)
            return sqliteFailure(statement.error(), m_path);
        statement->bind(1, table.table.toStdString());
        const auto row = statement->step();
        table.idColumn = row && *row ? QString::fromUtf8(statement->text(0)) : QStringLiteral("rowid");
        return {};
    }

    /// Of the root of the R-tree alone: asking all its entries would read the whole index.
    Result<void> readBounds(GpkgTable& table) const
    {
        const QString nodes = QStringLiteral("rtree_%1_%2_node").arg(table.table, table.geometryColumn);
        auto statement = m_database.prepare(QStringLiteral("SELECT data FROM %1 WHERE nodeno = 1").arg(quoted(nodes)).toStdString());
        if (!statement)
            return fail(ErrorCode::FormatNotSupported, {m_path, -1, table.table}, {QStringLiteral("GeoPackage without R-tree")},
                        QString::fromStdString(statement.error().message));
        const auto row = statement->step();
        if (!row)
            return sqliteFailure(row.error(), m_path);
        const QRectF bounds = *row ? boundsOfNode(statement->blob(0)) : QRectF();
        if (!bounds.isNull() || (*row && isEmptyNode(statement->blob(0))))
            // Half a metre more, for a rectangle of no size would be none: there may be one point alone.
            table.bounds = bounds.isNull() ? QRectF() : bounds.adjusted(-0.5, -0.5, 0.5, 0.5);
        else
            return fail(ErrorCode::FileDamaged, {m_path, -1, table.table});
        return {};
    }

    const Database& m_database;
    QString m_path;
};

/// The facts of a vector map by key. Error FileNotOurs where the file has none.
Result<QHash<QString, QString>> readFacts(const Database& database, const QString& path)
{
    auto statement = database.prepare(std::string("SELECT key, value FROM ") + map_tables::facts);
    if (!statement) {
        if (statement.error().code == sqlite::Code::Other)
            return fail(ErrorCode::FileNotOurs, {path, -1, {}}, {}, QString::fromStdString(statement.error().message));
        return sqliteFailure(statement.error(), path);
    }
    QHash<QString, QString> facts;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return sqliteFailure(row.error(), path);
        if (!*row)
            return facts;
        facts.insert(QString::fromUtf8(statement->text(0)), QString::fromUtf8(statement->text(1)));
    }
}

/// The coarser copies of what the layout holds, where there are any.
Result<void> addLevels(const Database& database, GpkgLayout& layout)
{
    const std::size_t whole = layout.tables.size();
    auto statement = database.prepare(std::string("SELECT theme, table_name, below_zoom FROM ") + map_tables::levels);
    if (!statement)
        return statement.error().code == sqlite::Code::Other ? Result<void>() : sqliteFailure(statement.error(), layout.path);
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return sqliteFailure(row.error(), layout.path);
        if (!*row)
            return {};
        const QString theme = QString::fromUtf8(statement->text(0));
        const auto end = layout.tables.begin() + static_cast<std::ptrdiff_t>(whole);
        const auto finest = std::find_if(layout.tables.begin(), end, [&](const GpkgTable& table) { return table.table == theme; });
        if (finest == end || layout.tables.size() >= mostTables)
            continue; // of a theme that a later format may know
        GpkgTable table = *finest;
        table.table = QString::fromUtf8(statement->text(1));
        table.belowZoom = statement->real(2);
        layout.tables.push_back(table);
    }
}

Result<GpkgLayout> completed(const Database& database, GpkgLayout layout)
{
    LayoutReader reader(database, layout.path);
    for (GpkgTable& table : layout.tables) {
        if (auto done = reader.complete(table); !done)
            return tl::unexpected(done.error());
        if (!table.bounds.isNull())
            layout.bounds = layout.bounds.isNull() ? table.bounds : layout.bounds.united(table.bounds);
    }
    return layout;
}

} // namespace

Result<GpkgLayout> readMapLayout(const QString& path)
{
    const auto database = openReadOnly(path);
    if (!database)
        return tl::unexpected(database.error());
    const auto facts = readFacts(*database, path);
    if (!facts)
        return tl::unexpected(facts.error());
    bool known = false;
    const int format = facts->value(QStringLiteral("format")).toInt(&known);
    if (!known || format < 1)
        return fail(ErrorCode::FileNotOurs, {path, -1, QStringLiteral("format")});
    if (format > map_tables::format)
        return fail(ErrorCode::FileNewer, {path, -1, QStringLiteral("format")});
    GpkgLayout layout;
    layout.path = path;
    layout.attribution = facts->value(QStringLiteral("attribution"));
    for (const char* name : map_tables::themes) {
        GpkgTable table;
        table.table = QString::fromLatin1(name);
        table.theme = *themeOf(table.table);
        table.classSql = QStringLiteral("f.class");
        // On the map a house has its number; the search knows it by street and number.
        table.nameColumn = table.theme == BasemapTheme::Address ? QStringLiteral("number") : QStringLiteral("name");
        table.hasMapColumns = true;
        layout.tables.push_back(table);
    }
    if (auto levels = addLevels(*database, layout); !levels)
        return tl::unexpected(levels.error());
    return completed(*database, std::move(layout));
}

Result<GpkgLayout> readLayerLayout(const QString& path, const QString& table, const LayerStyle& style)
{
    const auto database = openReadOnly(path);
    if (!database)
        return tl::unexpected(database.error());
    // A name that is no column would be taken for a text.
    const bool coloured = style.colouring != LayerStyle::Colouring::Single && !style.field.isEmpty();
    const auto columns = columnsOf(*database, table);
    if (columns && coloured && !columns->contains(style.field))
        return fail(ErrorCode::NotFound, {path, -1, table}, {style.field});
    GpkgLayout layout;
    layout.path = path;
    GpkgTable only;
    only.table = table;
    only.nameColumn = style.labels ? style.labelField : QString();
    only.classSql = classExpression(style);
    layout.tables.push_back(only);
    if (auto levels = addLevels(*database, layout); !levels)
        return tl::unexpected(levels.error());
    return completed(*database, std::move(layout));
}

} // namespace hk::map
