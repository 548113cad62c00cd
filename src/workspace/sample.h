#pragma once

#include "core/incident.h"
#include "core/result.h"
#include "store/incident_store.h"

#include <QDate>
#include <vector>

namespace hk::workspace {

struct SampleOptions {
    int count = 600;
    quint64 seed = 1481;
    QDate end;       ///< last local day of the 24 months; null: yesterday
};

/// Invented incidents around Mölndals bro with plausible rhythms: evenings and weekends at the hub, daytime at the
/// galleria, schools after lessons, car parks at night; times as points and spans, places known to a point, street, place
/// or area. The same options give the same incidents. No person is described in any of them. Ids are made of seed and
/// number, so that they are the same, too.
std::vector<Incident> sampleIncidents(const SampleOptions& options);

/// Puts them into a store in one transaction.
Result<void> makeSample(store::IncidentStore& store, const SampleOptions& options = {});

} // namespace hk::workspace
