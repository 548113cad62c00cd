#pragma once

#include "core/result.h"
#include "tiles/open_source.h"

#include <QString>
#include <QStringList>
#include <stop_token>
#include <vector>

namespace hk::tiles {

/// One layer that a WMS or WMTS offers.
struct ServiceLayer {
    QString name;
    QString title;
    QStringList formats; ///< "image/png", …
    QString attribution;
};

} // namespace hk::tiles
