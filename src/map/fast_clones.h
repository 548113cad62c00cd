#pragma once

// For loops over pixels: the processor's best version is taken at the start. Not for numbers that are read or listed.
#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) && defined(__gnu_linux__) &&             \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define HK_FAST_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#define HK_INLINE inline __attribute__((always_inline))
#else
#define HK_FAST_CLONES
#define HK_INLINE inline
#endif
