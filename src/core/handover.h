#pragma once

#include "core/export_profile.h"

#include <QDateTime>
#include <QUuid>

namespace hk {

/// What a handover package says of itself: on its cover page and in its manifest.
struct HandoverFacts {
    QUuid id;
    QDateTime created;  ///< UTC
    QString sender;     ///< the organisation that made it
    QString recipient;  ///< the partner; empty: the own organisation
    ExportProfile profile = ExportProfile::Partner;
    QStringList fields; ///< of the incidents
    QString filter;     ///< in words
    QDate from;         ///< first local date; null: from the beginning
    QDate to;           ///< first local date after the period; null: until it was made
    qint64 incidents = 0;
    friend bool operator==(const HandoverFacts&, const HandoverFacts&) = default;
};

} // namespace hk
