#pragma once

namespace hk::map {

/// Says of the calling thread, once and for good, that it works behind the window: where there is not enough of the machine for
/// both, the window's thread goes first and the worker gets about a tenth (nice 10). For threads of one's own pools. Does nothing
/// where the system knows no such thing.
void workBehindWindow();

} // namespace hk::map
