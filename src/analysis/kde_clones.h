#pragma once

// The inner loops are made twice, and the processor's best one is taken when the program starts. Both do the
// same operations in the same order (no fused multiply-add), so the numbers are the same on every machine.
#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) && defined(__gnu_linux__) &&             \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define HK_CLONES __attribute__((target_clones("avx2", "default")))
#else
#define HK_CLONES
#endif

namespace hk::analysis::detail {

/// Four doubles that are added and multiplied at once (GCC and Clang; without AVX as two pairs). For variables only:
/// how it is aligned in memory depends on the processor compiled for.
using Four = double __attribute__((vector_size(32)));
/// The same anywhere in memory.
using FourAt = double __attribute__((vector_size(32), aligned(8), may_alias));

} // namespace hk::analysis::detail
