#pragma once

#include <QByteArray>
#include <QString>

namespace hk::store {

/// How files of one shape are imported, as the file keeps it for all desks. What the JSON means is the reader's business.
struct StoredImportPlan {
    QString name;
    QByteArray columns = "[]"; ///< JSON
    QByteArray mapping = "{}"; ///< JSON
    friend bool operator==(const StoredImportPlan&, const StoredImportPlan&) = default;
};

} // namespace hk::store
