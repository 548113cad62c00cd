#pragma once

#include <QByteArray>
#include <QString>
#include <QUuid>

namespace hk::store {

/// A layer of one's own as the file keeps it. What the words mean is the workspace's business.
struct StoredLayer {
    QUuid id;
    QString title;
    QString kind;   ///< "file", "wfs", "picture"; a newer program may know others
    QString source; ///< path, relative to the file's folder where it lies near it; or address
    QString layer;  ///< within the source
    QString crs;    ///< empty: the source's own
    QByteArray style = "{}"; ///< JSON
    bool visible = true;
    QString role = {}; ///< empty: shown only
    friend bool operator==(const StoredLayer&, const StoredLayer&) = default;
};

} // namespace hk::store
