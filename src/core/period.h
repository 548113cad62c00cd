#pragma once

#include <QDate>

namespace hk {

/// Local dates [from, to): `to` is the first day after the period. Invalid dates: not chosen.
struct Period {
    QDate from = {};
    QDate to = {};
    bool isValid() const { return from.isValid() && to.isValid() && from < to; }
    qint64 days() const { return isValid() ? from.daysTo(to) : 0; }
    /// At least one day in common.
    bool overlaps(const Period& other) const
    {
        return isValid() && other.isValid() && from < other.to && other.from < to;
    }
    friend bool operator==(const Period&, const Period&) = default;
};

} // namespace hk
