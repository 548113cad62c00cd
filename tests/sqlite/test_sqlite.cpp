#include "sqlite/transaction.h"
#include "support/catch.h"

#include <QDir>
#include <QTemporaryDir>
#include <array>

using namespace hk::sqlite;

namespace {

class Folder {
public:
    Folder() { REQUIRE(m_folder.isValid()); }
    std::string path(const char* name = "a.db") const
    {
        return m_folder.filePath(QString::fromUtf8(name)).toStdString();
    }
    QStringList files() const { return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden); }

private:
    QTemporaryDir m_folder;
};

Database open(const std::string& path, OpenMode mode = OpenMode::Create)
{
    auto database = Database::open(path, mode);
    if (!database)
        FAIL(database.error().message);
    database->setBusyTimeout(std::chrono::milliseconds(20));
    return std::move(*database);
}

void run(Database& database, std::string_view sql)
{
    const auto done = database.execute(sql);
    if (!done)
        FAIL(done.error().message);
}

constexpr std::array someBytes{std::byte{0}, std::byte{0xff}, std::byte{'\''}};

} // namespace

TEST_CASE("Every type of value comes back as it was bound")
{
    Database database = open(":memory:");
    auto statement = database.prepare("SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7");
    REQUIRE(statement);
    statement->bind(1, std::int64_t{-9'000'000'000'000'000'000LL})
        .bind(2, 0.1)
        .bind(3, "Mölndals bro")
        .bind(4, std::span<const std::byte>(someBytes))
        .bindNull(5)
        .bind(6, std::string_view())
        .bind(7, std::span<const std::byte>());
    REQUIRE(statement->step().value());
    CHECK(statement->columnCount() == 7);
    CHECK(statement->int64(0) == -9'000'000'000'000'000'000LL);
    CHECK(statement->real(1) == 0.1);
    CHECK(statement->text(2) == "Mölndals bro");
    const auto blob = statement->blob(3);
    CHECK(std::equal(blob.begin(), blob.end(), someBytes.begin(), someBytes.end()));
    CHECK(statement->isNull(4));
    CHECK(statement->type(5) == ValueType::Text);
    CHECK(statement->text(5).empty());
    CHECK(statement->type(6) == ValueType::Blob);
    CHECK_FALSE(statement->step().value());
}

TEST_CASE("Text with a zero byte is kept whole")
{
    Database database = open(":memory:");
    auto statement = database.prepare("SELECT ?1");
    REQUIRE(statement);
    const std::string_view text("a\0b", 3);
    REQUIRE(statement->bind(1, text).step());
    CHECK(statement->text(0) == text);
}

TEST_CASE("A wrong parameter is reported by the next step, once")
{
    Database database = open(":memory:");
    auto statement = database.prepare("SELECT ?1");
    REQUIRE(statement);
    statement->bind(7, 1);
    CHECK_FALSE(statement->step());
    CHECK(statement->step());
}

TEST_CASE("A script is divided as SQLite divides it, not at semicolons")
{
    Database database = open(":memory:");
    run(database, "CREATE TABLE t (a TEXT); -- one; comment\n"
                  "CREATE TRIGGER g AFTER INSERT ON t BEGIN UPDATE t SET a = a || ';'; END;\n"
                  "INSERT INTO t VALUES ('x;y');  \n/* the end; */ ");
    CHECK(database.queryText("SELECT a FROM t").value() == "x;y;");
}

TEST_CASE("A mistake in a script stops it there, with SQLite's words")
{
    Database database = open(":memory:");
    const auto done = database.execute("CREATE TABLE t (a); SELEKT; CREATE TABLE u (a)");
    REQUIRE_FALSE(done);
    CHECK(done.error().code == Code::Other);
    CHECK(done.error().message.find("SELEKT") != std::string::npos);
    CHECK(database.queryInt64("SELECT count(*) FROM sqlite_schema").value() == 1);
}

TEST_CASE("A statement asked for again is the prepared one, also while the first is in use")
{
    Database database = open(":memory:");
    const std::string sql = "SELECT ?1 + 1";
    const void* first = nullptr;
    {
        auto statement = database.cached(sql);
        REQUIRE(statement);
        first = (*statement)->handle();
        REQUIRE((*statement)->bind(1, 1).step());
        auto nested = database.cached(sql);
        REQUIRE(nested);
        CHECK((*nested)->handle() != first);
        REQUIRE((*nested)->bind(1, 10).step());
        CHECK((*nested)->int64(0) == 11);
        CHECK((*statement)->int64(0) == 2);
    }
    auto again = database.cached(sql);
    REQUIRE(again);
    REQUIRE((*again)->step());
    CHECK((*again)->isNull(0)); // nothing stays bound
}

TEST_CASE("A transaction that is not committed is undone")
{
    Database database = open(":memory:");
    run(database, "CREATE TABLE t (a)");
    {
        auto transaction = Transaction::begin(database);
        REQUIRE(transaction);
        run(database, "INSERT INTO t VALUES (1)");
        CHECK(database.inTransaction());
    }
    CHECK_FALSE(database.inTransaction());
    CHECK(database.queryInt64("SELECT count(*) FROM t").value() == 0);
    auto transaction = Transaction::begin(database);
    REQUIRE(transaction);
    run(database, "INSERT INTO t VALUES (1)");
    REQUIRE(transaction->commit());
    CHECK(database.queryInt64("SELECT count(*) FROM t").value() == 1);
}

TEST_CASE("A second writer is told that the file is busy")
{
    Folder folder;
    Database first = open(folder.path());
    run(first, "CREATE TABLE t (a)");
    Database second = open(folder.path());
    auto transaction = Transaction::begin(first);
    REQUIRE(transaction);
    const auto refused = Transaction::begin(second);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Code::Busy);
}

TEST_CASE("Failures come with the kind that a caller can act on")
{
    Folder folder;
    CHECK(Database::open(folder.path("none.db"), OpenMode::ReadWrite).error().code == Code::CannotOpen);
    {
        Database database = open(folder.path());
        run(database, "CREATE TABLE t (a UNIQUE); INSERT INTO t VALUES (1)");
        const auto refused = database.execute("INSERT INTO t VALUES (1)");
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == Code::Constraint);
    }
    Database reader = open(folder.path(), OpenMode::ReadOnly);
    CHECK(reader.execute("INSERT INTO t VALUES (2)").error().code == Code::ReadOnly);
    QFile text(QString::fromStdString(folder.path("text.db")));
    REQUIRE(text.open(QIODevice::WriteOnly));
    text.write(QByteArray(2000, 'x'));
    text.close();
    Database wrong = open(folder.path("text.db"), OpenMode::ReadOnly);
    CHECK(wrong.queryInt64("SELECT count(*) FROM sqlite_schema").error().code == Code::NotADatabase);
}

TEST_CASE("A path may hold any character")
{
    Folder folder;
    const char* name = "å #1 50%20 ?x=y&z.db";
    {
        Database database = open(folder.path(name));
        run(database, "CREATE TABLE t (a)");
    }
    CHECK(folder.files() == QStringList{QString::fromUtf8(name)});
}

TEST_CASE("An immutable file is read without anything being written beside it")
{
    Folder folder;
    {
        Database database = open(folder.path());
        CHECK(database.setJournalMode("wal").value() == "wal");
        run(database, "CREATE TABLE t (a); INSERT INTO t VALUES (5)");
    }
    Database database = open(folder.path(), OpenMode::Immutable);
    CHECK(database.queryInt64("SELECT a FROM t").value() == 5);
    CHECK(folder.files().size() == 1);
}

TEST_CASE("A function of ours works in SQL and in triggers, and can fail")
{
    Database database = open(":memory:");
    REQUIRE(database.registerFunction("twice", 1, [](FunctionCall& call) {
        switch (call.type(0)) {
        case ValueType::Integer:
            return call.setResult(call.int64(0) * 2);
        case ValueType::Real:
            return call.setResult(call.real(0) * 2.0);
        case ValueType::Text:
            return call.setResult(std::string(call.text(0)) + std::string(call.text(0)));
        case ValueType::Blob:
            return call.fail("no blobs");
        case ValueType::Null:
            return;
        }
    }));
    CHECK(database.queryInt64("SELECT twice(21)").value() == 42);
    CHECK(database.queryText("SELECT twice('ab')").value() == "abab");
    CHECK(database.queryText("SELECT typeof(twice(NULL))").value() == "null");
    CHECK(database.queryInt64("SELECT twice(x'00')").error().message == "no blobs");
    run(database, "CREATE TABLE t (a); CREATE TABLE u (a); "
                  "CREATE TRIGGER g AFTER INSERT ON t BEGIN INSERT INTO u VALUES (twice(NEW.a)); END; "
                  "INSERT INTO t VALUES (4)");
    CHECK(database.queryInt64("SELECT a FROM u").value() == 8);
}

TEST_CASE("A copy is whole, and later changes do not reach it")
{
    Folder folder;
    Database database = open(folder.path());
    run(database, "CREATE TABLE t (a); INSERT INTO t VALUES (1)");
    Database copy = open(folder.path("copy.db"));
    REQUIRE(database.copyTo(copy));
    run(database, "INSERT INTO t VALUES (2)");
    CHECK(copy.queryInt64("SELECT count(*) FROM t").value() == 1);
    CHECK(copy.checkIntegrity(true).value() == "ok");
}

TEST_CASE("A change by another connection shows in the data version")
{
    Folder folder;
    Database first = open(folder.path());
    run(first, "CREATE TABLE t (a)");
    Database second = open(folder.path());
    const auto before = second.dataVersion().value();
    run(second, "INSERT INTO t VALUES (1)"); // its own change does not count
    CHECK(second.dataVersion().value() == before);
    run(first, "INSERT INTO t VALUES (2)");
    CHECK(second.dataVersion().value() != before);
}

TEST_CASE("A long statement can be stopped from another thread")
{
    Database database = open(":memory:");
    REQUIRE(database.registerFunction("stop", 0, [&](FunctionCall& call) {
        database.interrupt(); // as a thread of the user interface would
        call.setResult(std::int64_t{1});
    }));
    const auto stopped = database.queryInt64("WITH RECURSIVE n(i) AS (SELECT stop() UNION ALL SELECT i + 1 "
                                             "FROM n WHERE i < 100000000) SELECT max(i) FROM n");
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == Code::Interrupted);
}

TEST_CASE("A database that was moved from is closed and one moved to works")
{
    Database first = open(":memory:");
    run(first, "CREATE TABLE t (a)");
    REQUIRE(first.cached("SELECT count(*) FROM t"));
    Database second = std::move(first);
    CHECK_FALSE(first.isOpen()); // NOLINT(bugprone-use-after-move): what is tested
    REQUIRE(second.cached("SELECT count(*) FROM t"));
    CHECK(second.queryInt64("SELECT count(*) FROM t").value() == 0);
}

TEST_CASE("SQL cannot write to the tables behind an index")
{
    Database database = open(":memory:");
    run(database, "CREATE VIRTUAL TABLE r USING rtree(id, minx, maxx)");
    CHECK_FALSE(database.execute("DELETE FROM r_node"));
    database.setDefensive(false);
    CHECK(database.execute("DELETE FROM r_node"));
}
