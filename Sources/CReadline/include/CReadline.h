// What Swift sees of GNU readline: a line at a time, completion, history, and Ctrl-C.
//
// Readline keeps its state in C globals, so one thread at a time may edit. The functions about
// interruption may be called from any thread.
#ifndef CREADLINE_H
#define CREADLINE_H

#include <signal.h>
#include <stdbool.h>

/// How reading a line ended.
enum __attribute__((enum_extensibility(closed))) gradus_outcome {
  GRADUS_OUTCOME_LINE,
  GRADUS_OUTCOME_INTERRUPTED,
  GRADUS_OUTCOME_END_OF_FILE,
};

/// Who completes words: `complete` calls gradus_offer for each candidate, `list` prints them all.
struct gradus_completer {
  void *context;
  void (*complete)(void *context, const char *word, const char *line, int cursor);
  void (*list)(void *context);
};

/// Makes Greek and Chinese letters typable where the locale is C or missing; numbers keep the dot.
void gradus_use_utf8_locale(void);

/// Prepares readline for UTF-8 text and a history of at most `history_limit` entries.
void gradus_start_editing(int history_limit);

/// Reads a line; on GRADUS_OUTCOME_LINE, `*line` is the caller's to free.
/// Without a `complete` function the line has neither completion nor history.
enum gradus_outcome gradus_read_line(
    const char *prompt, struct gradus_completer completer, char **line);

/// Adds a candidate; only for use within a completer's `complete`.
void gradus_offer(const char *candidate);

/// Makes an entry recallable with the arrow keys.
void gradus_remember(const char *entry);

/// The terminal's size in characters.
void gradus_terminal_size(int *rows, int *columns);

/// How many columns of the terminal a Unicode scalar takes: 0, 1 or 2.
int gradus_columns_of(unsigned scalar);

/// Waits until standard input has bytes or has ended (true), or a signal came (false).
bool gradus_wait_for_input(void);

/// From now on Ctrl-C sets a flag and wakes gradus_wait_for_input, unless SIGINT is being ignored.
void gradus_catch_interrupts(void);

/// Whether Ctrl-C was pressed since the last gradus_forget_interrupt: one plain load.
static inline bool gradus_interrupt_requested(void) {
  // Declared in here so that Swift imports the function and not the mutable global.
  extern volatile sig_atomic_t gradus_interrupt_flag;
  return __atomic_load_n(&gradus_interrupt_flag, __ATOMIC_RELAXED) != 0;
}

/// Clears the flag, ready for the next statement.
void gradus_forget_interrupt(void);

#endif
