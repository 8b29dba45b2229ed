// Signals: a handler notes what came and wakes the poll; all else happens outside the handler.
#define _GNU_SOURCE
#include "signals.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "CReadline.h"

volatile sig_atomic_t gradus_interrupt_flag;
struct gradus_signals gradus_signals;
static volatile sig_atomic_t terminal_lent;
static struct termios terminal_before;
static volatile long long first_interrupt;  // In milliseconds.
static int wake[2] = {-1, -1};

void gradus_wait_for_foreground(void) {
  // Counted, because a program without a shell behind it is not stopped by this signal.
  for (int i = 0; i < 100 && tcgetpgrp(STDIN_FILENO) != getpgrp(); i++) raise(SIGTTIN);
}

void gradus_lend_terminal(void) {
  terminal_lent = tcgetattr(STDIN_FILENO, &terminal_before) == 0;
}

void gradus_return_terminal(void) { terminal_lent = 0; }

void gradus_restore_terminal(void) {
  if (!terminal_lent) return;
  terminal_lent = 0;
  tcsetattr(STDIN_FILENO, TCSANOW, &terminal_before);
  if (write(STDOUT_FILENO, "\033[?2004l\r\n", 10) < 0) return;  // Bracketed paste off.
}

static void note_interrupt(void) {
  struct timespec clock;
  clock_gettime(CLOCK_MONOTONIC, &clock);
  long long now = clock.tv_sec * 1000LL + clock.tv_nsec / 1000000;
  if (!gradus_interrupt_requested()) {
    first_interrupt = now;
    __atomic_store_n(&gradus_interrupt_flag, 1, __ATOMIC_RELAXED);
  } else if (now - first_interrupt > 2000) {
    gradus_restore_terminal();  // Nobody listens: the second Ctrl-C leaves the program.
    _exit(130);
  }
}

static void note_signal(int signal) {
  int saved_errno = errno;
  switch (signal) {
    case SIGINT: note_interrupt(); break;
    case SIGWINCH: gradus_signals.resized = 1; break;
    case SIGTSTP: gradus_signals.suspended = 1; break;
    case SIGCONT: gradus_signals.continued = 1; break;
    default: gradus_signals.fatal = signal; break;
  }
  ssize_t written = write(wake[1], "", 1);
  (void)written;  // A full pipe wakes the poll just as well.
  errno = saved_errno;
}

void gradus_catch_signal(int signal, struct sigaction *before) {
  struct sigaction action = {.sa_handler = note_signal, .sa_flags = SA_RESTART};
  sigfillset(&action.sa_mask);
  sigaction(signal, NULL, before);
  if (before->sa_handler != SIG_IGN) sigaction(signal, &action, NULL);
}

void gradus_catch_interrupts(void) {
  struct sigaction before;
  if (wake[0] < 0 && pipe2(wake, O_CLOEXEC | O_NONBLOCK) < 0) return;
  gradus_catch_signal(SIGINT, &before);
}

void gradus_forget_interrupt(void) {
  __atomic_store_n(&gradus_interrupt_flag, 0, __ATOMIC_RELAXED);
}

bool gradus_wait_for_input(void) {
  struct pollfd sources[2] = {{STDIN_FILENO, POLLIN, 0}, {wake[0], POLLIN, 0}};
  if (poll(sources, 2, -1) < 0) return false;
  char drained[64];
  while (sources[1].revents && read(wake[0], drained, sizeof drained) > 0) continue;
  return sources[0].revents != 0;
}
