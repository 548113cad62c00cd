#include "core/map_tables.h"
#include "geo/transform.h"
#include "map/name_geometry.h"
#include "map/name_index.h"
#include "map/name_tables.h"
#include "map/street_gatherer.h"
#include "sqlite/transaction.h"

#include <QFileInfo>
#include <QSet>
#include <array>
#include <cmath>

namespace hk::map {

namespace {

constexpr double pointReach = 150.0;
constexpr double addressReach = 25.0;
constexpr double leastReach = 10.0;

/// Reads the named features of a vector map's tables into a writer.
class Collector {
public:
    Collector(sqlite::Database& database, NameWriter& writer, const NameIndex::Progress& progress, std::stop_token stop)
        : m_database(database), m_writer(writer), m_progress(progress), m_stop(std::move(stop))
    {
    }

    /// Places first, since their neighbourhoods are what the other names lie in.
    sqlite::Result<void> run()
    {
        constexpr std::array themes{"place", "boundary", "landcover", "water", "building", "rail", "road", "address"};
        for (std::size_t i = 0; i < themes.size(); ++i) {
            if (auto done = readTheme(QString::fromLatin1(themes[i])); !done)
                return done;
            if (m_progress)
                m_progress(static_cast<double>(i + 1) / static_cast<double>(themes.size()));
        }
        return {};
    }
    int tables() const { return m_tables; }

private:
    sqlite::Result<QSet<QString>> columnsOf(const QString& table)
    {
        QSet<QString> columns;
        auto rows = m_database.prepare("SELECT name FROM pragma_table_info(?)");
        if (!rows)
            return tl::unexpected(rows.error());
        const std::string name = table.toStdString();
        rows->bind(1, std::string_view(name));
        while (true) {
            const auto more = rows->step();
            if (!more)
                return tl::unexpected(more.error());
            if (!*more)
                return columns;
            const std::string_view column = rows->text(0);
            columns.insert(QString::fromUtf8(column.data(), static_cast<qsizetype>(column.size())));
        }
    }

    sqlite::Result<void> readTheme(const QString& theme)
    {
        const auto columns = columnsOf(theme);
        if (!columns)
            return tl::unexpected(columns.error());
        if (!columns->contains(QStringLiteral("geom")) || !columns->contains(QStringLiteral("class")))
            return {};
        ++m_tables;
        const auto orNull = [&](const char* column) {
            return columns->contains(QString::fromLatin1(column)) ? '"' + std::string(column) + '"' : std::string("NULL");
        };
        const bool address = theme == QLatin1String("address");
        // A table's name is one of a fixed list: nothing of the file gets into this text.
        const std::string named = address ? orNull("street") + " IS NOT NULL OR " + orNull("name") + " IS NOT NULL"
                                          : orNull("name") + " IS NOT NULL AND " + orNull("name") + " <> ''";
        auto rows = m_database.prepare("SELECT geom, class, " + orNull("name") + ", " + orNull("rank") + ", "
                                       + orNull("street") + ", " + orNull("number") + " FROM \"" + theme.toStdString()
                                       + "\" WHERE " + named);
        if (!rows)
            return tl::unexpected(rows.error());
        StreetGatherer lines(theme);
        while (true) {
            if (m_stop.stop_requested())
                return tl::unexpected(sqlite::Failure{sqlite::Code::Interrupted, 0, {}});
            const auto more = rows->step();
            if (!more)
                return tl::unexpected(more.error());
            if (!*more)
                break;
            if (auto done = take(*rows, theme, lines); !done)
                return done;
        }
        if (theme == QLatin1String("boundary"))
            return {};
        for (NameEntry& entry : lines.entries())
            if (auto done = add(std::move(entry)); !done)
                return done;
        return {};
    }

    static QString text(const sqlite::Statement& row, int column)
    {
        const std::string_view view = row.text(column);
        return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size())).trimmed();
    }

    sqlite::Result<void> take(const sqlite::Statement& row, const QString& theme, StreetGatherer& lines)
    {
        auto geometry = readNameGeometry(row.blob(0));
        if (!geometry)
            return {};
        for (auto& part : geometry->parts)
            for (QPointF& p : part) {
                const Sweref99 at = m_transform.toSweref(WebMercator{p.x(), p.y()});
                p = {at.easting, at.northing};
            }
        if (theme == QLatin1String("address"))
            return add(addressOf(row, *geometry));
        if (geometry->dimension == 1) {
            for (auto& part : geometry->parts)
                lines.add(text(row, 2), text(row, 1), std::move(part));
            return {};
        }
        const QRectF bounds = geometry->bounds();
        const double reach = std::hypot(bounds.width(), bounds.height()) / 2;
        const int rank = row.isNull(3) ? 5 : static_cast<int>(row.int64(3));
        NameEntry entry{text(row, 2), {}, text(row, 1), theme, {bounds.center().x(), bounds.center().y()},
                        std::max(reach, geometry->dimension == 0 ? pointReach : leastReach), 0};
        entry.weight = weightOfName(theme, entry.featureClass, rank);
        if (theme == QLatin1String("place") && Neighbourhoods::isOne(entry.featureClass)) {
            m_neighbourhoods.add(entry.name, entry.position);
            return m_writer.add(entry);
        }
        if (theme == QLatin1String("place")) {
            m_waiting.push_back(std::move(entry)); // its neighbourhood may come later in the table
            return {};
        }
        return add(std::move(entry));
    }

    static NameEntry addressOf(const sqlite::Statement& row, const NameGeometry& geometry)
    {
        QString name = text(row, 4);
        if (name.isEmpty())
            name = text(row, 2);
        else if (const QString number = text(row, 5); !number.isEmpty())
            name += QLatin1Char(' ') + number;
        const QPointF at = geometry.bounds().center();
        const QString address = QStringLiteral("address");
        return {name, {}, address, address, {at.x(), at.y()}, addressReach, weightOfName(address, address, 5)};
    }

    sqlite::Result<void> add(NameEntry entry)
    {
        for (NameEntry& place : std::exchange(m_waiting, {})) {
            place.detail = m_neighbourhoods.at(place.position);
            if (auto done = m_writer.add(place); !done)
                return done;
        }
        if (entry.name.isEmpty())
            return {};
        entry.detail = m_neighbourhoods.at(entry.position);
        return m_writer.add(entry);
    }

public:
    /// What waited for the last of the neighbourhoods.
    sqlite::Result<void> end() { return add({}); }

private:
    sqlite::Database& m_database;
    NameWriter& m_writer;
    const NameIndex::Progress& m_progress;
    std::stop_token m_stop;
    geo::Sweref99Transform m_transform;
    Neighbourhoods m_neighbourhoods;
    std::vector<NameEntry> m_waiting;
    int m_tables = 0;
};

} // namespace

Result<void> NameIndex::build(const QString& path, const Progress& progress, std::stop_token stop)
{
    if (!QFileInfo::exists(path))
        return fail(ErrorCode::FileNotFound, {path});
    auto database = sqlite::Database::open(path.toStdString(), sqlite::OpenMode::ReadWrite);
    if (!database)
        return sqliteFailure(database.error(), path);
    database->setBusyTimeout(std::chrono::seconds(5));
    const auto share = [&](double from, double to) -> Progress {
        if (!progress)
            return {};
        return [&progress, from, to](double part) { progress(from + (to - from) * part); };
    };
    int tables = 0;
    const auto built = [&]() -> sqlite::Result<void> {
        if (auto done = database->execute("PRAGMA cache_size = -32000"); !done)
            return done;
        auto transaction = sqlite::Transaction::begin(*database);
        if (!transaction)
            return tl::unexpected(transaction.error());
        NameWriter writer(*database);
        if (auto done = writer.begin(); !done)
            return done;
        const Progress collecting = share(0.0, 0.4);
        Collector collector(*database, writer, collecting, stop);
        if (auto done = collector.run(); !done)
            return done;
        if (auto done = collector.end(); !done)
            return done;
        tables = collector.tables();
        if (tables == 0)
            return {};
        if (auto done = writer.finish(share(0.4, 1.0), stop); !done)
            return done;
        return transaction->commit();
    }();
    if (!built)
        return sqliteFailure(built.error(), path);
    if (tables == 0)
        return fail(ErrorCode::FileNotOurs, {path});
    return {};
}

} // namespace hk::map
