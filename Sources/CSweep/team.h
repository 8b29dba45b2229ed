// Threads that share a loop.
#pragma once

/// The part of a loop from `begin` to `end`.
typedef void (*sweep_part)(void *context, long begin, long end);

/// Runs a loop over `count` items, of which each takes `work` multiplications or so, in parts whose
/// borders are multiples of `grain`, on as many threads as are worth it. Every item is computed whole
/// by one of them, so the results do not depend on their number.
void sweep_share(long count, long grain, long work, sweep_part part, void *context);
