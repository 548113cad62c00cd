#pragma once

#include "core/incident.h"

#include <QString>
#include <optional>

namespace hk::store {

/// The incident with the values that an entry of the log holds in JSON (LogEntry::before or after) put in; a value that is
/// null becomes the default. Nothing where the text is no such object, or holds what is no value of an incident.
std::optional<Incident> withLoggedValues(const Incident& incident, const QString& json);

} // namespace hk::store
