#include "workspace/police_download.h"

#include "exchange/police_notices.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace hk::workspace {

QUrl policeNoticesAddress() { return QUrl(QStringLiteral("https://polisen.se/api/events")); }

Result<PoliceDownload> fetchPoliceNotices(const net::HttpClient& client, const QUrl& address, const QString& folder,
                                          const QDateTime& now, std::stop_token stop)
{
    const QString path = QDir(folder).filePath(QStringLiteral("polisen.json"));
    const QDateTime before = QFileInfo(path).lastModified();
    // A clock that was put back must not keep the file for ever.
    if (before.isValid() && before <= now && before.secsTo(now) < policePause)
        return PoliceDownload{path, false};
    net::HttpRequest request;
    request.url = address;
    request.accept = "application/json";
    request.retries = 0;
    const Result<net::HttpResponse> answer = client.fetch(request, stop);
    if (!answer)
        return tl::unexpected(answer.error());
    if (!exchange::looksLikePoliceNotices(answer->body.left(64 * 1024)))
        return fail(ErrorCode::AnswerNotUnderstood, {}, {net::hostOf(address)});
    QDir().mkpath(folder);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(answer->body) != answer->body.size() || !file.commit())
        return fail(ErrorCode::FileNotWritable, {path, -1, {}}, {}, file.errorString());
    return PoliceDownload{path, true};
}

} // namespace hk::workspace
