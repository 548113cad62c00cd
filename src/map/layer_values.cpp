#include "map/layer_values.h"

#include "sqlite/database.h"

#include <QFileInfo>

#include <stop_token>

namespace hk::map {
namespace {

constexpr qint64 mostNumbers = 200'000;

std::string identifier(QString name)
{
    return '"' + name.replace(QLatin1Char('"'), QLatin1String("\"\"")).toStdString() + '"';
}

QString textOf(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

sqlite::Result<void> read(const sqlite::Database& database, const std::string& table, const std::string& column,
                          std::size_t most, FieldValues& values)
{
    auto frequent = database.prepare("SELECT CAST(" + column + " AS TEXT), count(*) AS n FROM " + table + " WHERE " + column
                                     + " IS NOT NULL AND " + column + " <> '' GROUP BY 1 ORDER BY n DESC, 1");
    if (!frequent)
        return tl::unexpected(frequent.error());
    for (;;) {
        const auto row = frequent->step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            break;
        ++values.different;
        if (values.frequent.size() < most)
            values.frequent.push_back({textOf(frequent->text(0)), frequent->int64(1)});
    }
    const auto rows = database.queryInt64("SELECT count(*) FROM " + table);
    if (!rows)
        return tl::unexpected(rows.error());
    const qint64 every = 1 + *rows / mostNumbers;
    auto numbers = database.prepare("SELECT " + column + " FROM " + table + " WHERE typeof(" + column
                                    + ") IN ('integer', 'real') AND fid % ?1 = 0");
    if (!numbers)
        return tl::unexpected(numbers.error());
    numbers->bind(1, static_cast<std::int64_t>(every));
    for (;;) {
        const auto row = numbers->step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return {};
        values.numbers.push_back(numbers->real(0));
    }
}

} // namespace

Result<FieldValues> fieldValues(const QString& path, const QString& table, const QString& column, std::size_t most,
                                std::stop_token stop)
{
    if (!QFileInfo::exists(path))
        return fail(ErrorCode::FileNotFound, {path});
    auto database = sqlite::Database::open(path.toStdString(), sqlite::OpenMode::Immutable);
    if (!database)
        return fail(ErrorCode::FileDamaged, {path}, {}, QString::fromStdString(database.error().message));
    // A name that is no column would be taken for a text.
    auto known = database->prepare("SELECT 1 FROM pragma_table_info(?1) WHERE name = ?2");
    if (!known)
        return fail(ErrorCode::FileDamaged, {path}, {}, QString::fromStdString(known.error().message));
    known->bind(1, std::string_view(table.toStdString())).bind(2, std::string_view(column.toStdString()));
    if (const auto found = known->step(); !found || !*found)
        return fail(ErrorCode::NotFound, {path}, {column});
    FieldValues values;
    const std::stop_callback interrupt(stop, [&database] { database->interrupt(); });
    const auto done = read(*database, identifier(table), identifier(column), most, values);
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    if (!done)
        return fail(ErrorCode::FileDamaged, {path}, {}, QString::fromStdString(done.error().message));
    return values;
}

} // namespace hk::map
