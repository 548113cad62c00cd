#pragma once

#include "core/result.h"
#include "net/http_client.h"

#include <QDateTime>
#include <QString>

namespace hk::workspace {

/// Where the police publish their notices (polisen.se, "API över polisens händelser").
QUrl policeNoticesAddress();

/// How long what was fetched is taken instead of asking again.
inline constexpr qint64 policePause = 600; ///< seconds

struct PoliceDownload {
    QString path;
    bool fetched = false; ///< false: the file of an earlier time, at most ten minutes old
};

/// Fetches the latest notices of the police into `folder` (made if absent); within ten minutes of the last time what is there
/// is taken. One request. For workers. Errors: those of the network; AnswerNotUnderstood for anything but notices;
/// FileNotWritable; Cancelled.
Result<PoliceDownload> fetchPoliceNotices(const net::HttpClient& client, const QUrl& address, const QString& folder,
                                          const QDateTime& now, std::stop_token stop = {});

} // namespace hk::workspace
