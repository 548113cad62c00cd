#include "map/behind_window.h"

#ifdef __linux__
#include <sys/resource.h>
#endif

namespace hk::map {

void workBehindWindow()
{
#ifdef __linux__
    constexpr int niceness = 10;
    thread_local const int done = setpriority(PRIO_PROCESS, 0, niceness); // 0: on Linux this thread alone
    static_cast<void>(done);
#endif
}

} // namespace hk::map
