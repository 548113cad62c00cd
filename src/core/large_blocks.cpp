#include "core/large_blocks.h"

#include <cstdlib> // tells which C library it is
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace hk {

void handBackLargeBlocks()
{
#ifdef __GLIBC__
    constexpr int largeBlock = 256 * 1024; // bytes; a tile of the screen has 1 MiB
    constexpr int arenas = 2;
    mallopt(M_MMAP_THRESHOLD, largeBlock); // set, it no longer grows with what is freed
    mallopt(M_ARENA_MAX, arenas);
#endif
}

} // namespace hk
