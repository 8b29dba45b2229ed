#include "team.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>

#include "CSweep.h"

enum { MOST = 64, SPINS = 2000 };

/// The least work a loop is shared for: some microseconds of it.
static const long WORTH_SHARING = 200000;

static struct {
  pthread_mutex_t lock;
  pthread_cond_t called;
  /// How many threads there may be, this one included, and how many were started.
  atomic_long wanted;
  long started;
  /// Whether a loop is being shared; a second one is then run by its own thread alone.
  atomic_flag isBusy;
  /// Counts the loops, so that a thread knows a new one.
  atomic_long call;
  /// The loop before the first that each thread takes part in.
  long joined[MOST];
  atomic_long unfinished;
  long parts, count, grain;
  sweep_part part;
  void *context;
} team = {
  .lock = PTHREAD_MUTEX_INITIALIZER, .called = PTHREAD_COND_INITIALIZER, .wanted = 1,
  .isBusy = ATOMIC_FLAG_INIT};

static inline void pause_a_little(void)
{
#if defined(__x86_64__)
  __builtin_ia32_pause();
#endif
}

static void run_part(long index)
{
  long grains = (team.count + team.grain - 1) / team.grain;
  long begin = grains * index / team.parts * team.grain;
  long end = grains * (index + 1) / team.parts * team.grain;
  if (end > team.count) end = team.count;
  if (begin < end) team.part(team.context, begin, end);
}

static void *member(void *argument)
{
  long index = (long)argument;
  long seen = team.joined[index];
  for (;;) {
    // The next loop often comes at once, so it is awaited awake for a while.
    for (int spin = 0; atomic_load(&team.call) == seen && spin < SPINS; spin++) pause_a_little();
    if (atomic_load(&team.call) == seen) {
      pthread_mutex_lock(&team.lock);
      while (atomic_load(&team.call) == seen) pthread_cond_wait(&team.called, &team.lock);
      pthread_mutex_unlock(&team.lock);
    }
    seen = atomic_load(&team.call);
    if (index < team.parts) run_part(index);
    // Also one without a part says that it has seen the loop, so that none is left behind.
    atomic_fetch_sub(&team.unfinished, 1);
  }
  return 0;
}

/// Starts the threads that are wanted and not there yet; gives how many there are.
static long gather(long wanted)
{
  sigset_t all, before;
  sigfillset(&all);
  // Signals are for the thread that was there before.
  pthread_sigmask(SIG_SETMASK, &all, &before);
  while (team.started + 1 < wanted) {
    pthread_t thread;
    long index = team.started + 1;
    team.joined[index] = atomic_load(&team.call);
    if (pthread_create(&thread, 0, member, (void *)index) != 0) break;
    pthread_detach(thread);
    team.started++;
  }
  pthread_sigmask(SIG_SETMASK, &before, 0);
  return team.started + 1 < wanted ? team.started + 1 : wanted;
}

void sweep_use_threads(long count)
{
  atomic_store(&team.wanted, count < 1 ? 1 : count > MOST ? MOST : count);
}

void sweep_share(long count, long grain, long work, sweep_part part, void *context)
{
  long wanted = atomic_load(&team.wanted);
  if (wanted < 2 || count < 2 * grain || count * work < WORTH_SHARING
      || atomic_flag_test_and_set(&team.isBusy)) {
    part(context, 0, count);
    return;
  }
  long parts = gather(wanted);
  team.parts = parts;
  team.count = count;
  team.grain = grain;
  team.part = part;
  team.context = context;
  atomic_store(&team.unfinished, team.started);
  pthread_mutex_lock(&team.lock);
  atomic_fetch_add(&team.call, 1);
  pthread_cond_broadcast(&team.called);
  pthread_mutex_unlock(&team.lock);
  run_part(0);
  for (int spin = 0; atomic_load(&team.unfinished) > 0; spin++)
    if (spin < SPINS) pause_a_little(); else sched_yield();
  atomic_flag_clear(&team.isBusy);
}
