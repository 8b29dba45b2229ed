// Numbers side by side, and the processors the loops are compiled for.
#pragma once

#pragma STDC FP_CONTRACT OFF

typedef double lanes8 __attribute__((vector_size(64), aligned(8)));
typedef double lanes4 __attribute__((vector_size(32), aligned(8)));

#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define ON_EVERY_PROCESSOR
#endif
#endif
#if !defined(ON_EVERY_PROCESSOR) && defined(__x86_64__)
#define ON_EVERY_PROCESSOR __attribute__((target_clones("avx512f", "avx2", "default")))
#endif
#ifndef ON_EVERY_PROCESSOR
#define ON_EVERY_PROCESSOR
#endif

#define INLINED static inline __attribute__((always_inline))
