#include "support/catch.h"
#include "support/http_server.h"
#include "workspace/police_download.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace hk;
using namespace std::chrono_literals;
using test::HttpServer;

namespace {

const QString path = QStringLiteral("/api/events");
const QByteArray notices = R"([{"id":1,"datetime":"2024-06-08 9:58:28 +02:00","name":"08 juni 08.56, Bråk, Testby","summary":"",
"url":"/x","type":"Bråk","location":{"name":"Testby","gps":"58.39,13.84"}}])";

struct Asking {
    QTemporaryDir folder;
    net::HttpClient client{QStringLiteral("karta@example.org"), 2, 5ms};
    HttpServer server;

    Result<workspace::PoliceDownload> fetch(const QDateTime& now = QDateTime::currentDateTimeUtc())
    {
        return workspace::fetchPoliceNotices(client, server.url(path), folder.filePath(QStringLiteral("cache")), now);
    }
};

} // namespace

TEST_CASE("the police's notices are fetched once in ten minutes at most")
{
    Asking asking;
    asking.server.answer(path, {200, notices, "application/json"});
    const auto first = asking.fetch();
    REQUIRE(first.has_value());
    CHECK(first->fetched);
    QFile file(first->path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == notices);
    const auto again = asking.fetch();
    REQUIRE(again.has_value());
    CHECK_FALSE(again->fetched);
    CHECK(again->path == first->path);
    CHECK(asking.server.count() == 1);
    const auto later = asking.fetch(QDateTime::currentDateTimeUtc().addSecs(workspace::policePause + 1));
    REQUIRE(later.has_value());
    CHECK(later->fetched);
    CHECK(asking.server.count() == 2);
}

TEST_CASE("an answer that is no list of notices is kept nowhere")
{
    Asking asking;
    asking.server.answer(path, {200, "<html>Underhåll</html>", "text/html"});
    const auto fetched = asking.fetch();
    REQUIRE_FALSE(fetched.has_value());
    CHECK(fetched.error().code == ErrorCode::AnswerNotUnderstood);
    CHECK_FALSE(QDir(asking.folder.filePath(QStringLiteral("cache"))).exists(QStringLiteral("polisen.json")));
}
