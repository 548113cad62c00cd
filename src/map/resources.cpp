#include "map/resources.h"

#include <QtGlobal>
#include <mutex>

// Outside the namespace: the macro declares a function of the global one.
static void initialiseMapResources()
{
    Q_INIT_RESOURCE(map);
}

namespace hk::map {

void loadMapResources()
{
    static std::once_flag once;
    std::call_once(once, initialiseMapResources);
}

} // namespace hk::map
