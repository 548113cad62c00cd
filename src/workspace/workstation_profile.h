#pragma once

#include "store/incident_store.h"

class QSettings;

namespace hk::workspace {

/// Who works at this workstation and signs changes and exports in the log. Where nobody has said it, the name by which the user is
/// logged in, at this machine.
store::Actor storedProfile(const QSettings& settings);
void storeProfile(QSettings& settings, const store::Actor& profile);

} // namespace hk::workspace
