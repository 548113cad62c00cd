#pragma once

namespace hk::map {

/// Makes the embedded basemap and styles readable (":/hk/basemap/…", ":/hk/styles/…"); a static library's resources are
/// not registered by themselves. Thread-safe; cheap to repeat.
void loadMapResources();

} // namespace hk::map
