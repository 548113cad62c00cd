#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <stop_token>

namespace hk::tiles {

/// One tile of a server's own pyramid; `scale` 2: drawn for high-density screens.
struct TileKey {
    int z = 0;
    qint64 x = 0;
    qint64 y = 0; ///< row 0 in the north
    int scale = 1;
    QString text() const { return QStringLiteral("%1/%2/%3@%4").arg(z).arg(x).arg(y).arg(scale); }
};

/// Where the bytes of single tiles come from: a server, or a cache before it. Thread-safe; blocks, for workers.
class TileBytes {
public:
    /// What the one who asks has already.
    struct Known {
        bool picture = false; ///< an old picture is there: no long wait is worth it
        QByteArray etag = {};
        QDateTime lastModified = {};
    };
    struct Answer {
        QByteArray bytes = {};
        QByteArray etag = {};
        QDateTime lastModified = {};
        QDateTime expires = {};   ///< UTC
        bool nothing = false;     ///< there is no tile at that place
        bool notModified = false; ///< what is known is still good; no bytes
        bool mayBeStored = true;
    };
    virtual ~TileBytes() = default;
    /// Errors: Cancelled, those of the network.
    virtual Result<Answer> fetch(const TileKey& key, const Known& known, std::stop_token stop) = 0;
    /// What was given for the tile is no picture: it is not to be given again.
    virtual void forget(const TileKey&) {}
};

} // namespace hk::tiles
