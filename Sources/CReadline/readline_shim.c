#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <readline/history.h>
#include <readline/readline.h>

#include "CReadline.h"
#include "signals.h"

#define END_OF_PASTE "\033[201~"

// Reading: readline would wait in `read`, deaf to signals, so it is given this to read bytes with.
// (Its callback interface is no way out: readline 8.2 crashes there on Ctrl-R Ctrl-X and a letter.)

static bool hung_up;
static int keyboard = -1;  // Never waits; see open_keyboard.
static unsigned bytes_of_ending;

static bool leaving_line(void) {
  return gradus_interrupt_requested() || gradus_signals.fatal || hung_up;
}

static void take_terminal_again(void) {
  gradus_wait_for_foreground();
  gradus_signals.continued = 0;
  rl_deprep_terminal();
  rl_prep_terminal(1);
  rl_reset_screen_size();
  rl_forced_update_display();
}

static void suspend(void) {
  int point = rl_point;
  struct sigaction ours, standard = {.sa_handler = SIG_DFL};
  gradus_signals.suspended = 0;
  rl_point = rl_end;
  rl_redisplay();
  rl_crlf();
  fflush(rl_outstream);
  rl_deprep_terminal();
  sigaction(SIGTSTP, &standard, &ours);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
  rl_point = point;
  take_terminal_again();
}

static void answer_signals(void) {
  if (gradus_signals.suspended) suspend();
  if (gradus_signals.continued) take_terminal_again();
  if (gradus_signals.resized) {
    gradus_signals.resized = 0;
    rl_resize_terminal();
  }
}

/// Bytes that end the line whatever readline is busy with: a paste, a search, or nothing.
///
/// EOF would not do: readline 8.2 reads past its buffer when it breaks off a paste.
static int next_byte_of_ending(void) {
  static const char ending[] = END_OF_PASTE "\n";
  if (bytes_of_ending == 0) {
    rl_point = rl_end;
    rl_redisplay();
    if (gradus_interrupt_requested()) rl_echo_signal_char(SIGINT);
  }
  return ending[bytes_of_ending++ % strlen(ending)];
}

/// Opens the terminal anew, to be read without waiting: Ctrl-C throws away what poll has seen, and
/// a read that waits then would wait for another key. (On standard input itself the shell and its
/// other children would stop waiting too.)
static void open_keyboard(void) {
  if (keyboard < 0) keyboard = open("/dev/stdin", O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (keyboard < 0) keyboard = STDIN_FILENO;
}

static int read_byte(FILE *stream) {
  (void)stream;
  unsigned char byte;
  while (!leaving_line()) {
    answer_signals();
    // What was typed after Ctrl-C belongs to the next line.
    if (!gradus_wait_for_input() || leaving_line()) continue;
    ssize_t count = read(keyboard, &byte, 1);
    // A zero byte, pasted perhaps, would end the line early and drop the rest without a word.
    if (count == 1 && byte == 0) continue;
    if (count == 1) return byte;
    hung_up = count == 0 || (errno != EINTR && errno != EAGAIN);
  }
  return next_byte_of_ending();
}

static int ignore_key(int count, int key) { return (void)count, (void)key, 0; }

static int insert_newline(int count, int key) {
  (void)key;
  return rl_insert(count, '\n');
}

/// Alt-Enter starts a new line instead of vi mode, where a person new to it is lost.
static void bind_keys(void) {
  rl_bind_keyseq(END_OF_PASTE, ignore_key);
  rl_bind_keyseq("\033\r", insert_newline);
  rl_bind_keyseq("\033\n", insert_newline);
}

// Completion: the candidates live here while readline asks for them one by one.

static struct gradus_completer completer_in_use;
static char **offered;
static size_t offered_count, offered_capacity;

void gradus_offer(const char *candidate) {
  if (offered_count == offered_capacity) {
    size_t capacity = offered_capacity * 2 + 64;
    char **larger = realloc(offered, capacity * sizeof *offered);
    if (!larger) return;
    offered = larger;
    offered_capacity = capacity;
  }
  if ((offered[offered_count] = strdup(candidate))) offered_count++;
}

static char *next_candidate(const char *word, int round) {
  static size_t next;
  (void)word;
  if (round == 0) next = 0;
  return next < offered_count ? offered[next++] : NULL;  // Readline frees it.
}

static char **complete_word(const char *word, int start, int end) {
  (void)start;
  rl_attempted_completion_over = 1;  // No file names where there are no candidates.
  rl_completion_append_character = '\0';
  if (!completer_in_use.complete || leaving_line()) return NULL;
  offered_count = 0;
  completer_in_use.complete(completer_in_use.context, word, rl_line_buffer, end);
  return offered_count ? rl_completion_matches(word, next_candidate) : NULL;
}

static void list_candidates(char **matches, int count, int longest) {
  (void)matches, (void)count, (void)longest;
  rl_crlf();
  if (completer_in_use.list) completer_in_use.list(completer_in_use.context);
  rl_forced_update_display();
}

// One line, and what the program needs before and around it.

enum gradus_outcome gradus_read_line(
    const char *prompt, struct gradus_completer completer, char **line) {
  static const int signals[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGQUIT};
  enum { COUNT = sizeof signals / sizeof signals[0] };
  struct sigaction before[COUNT];
  HISTORY_STATE no_history = {0};
  HISTORY_STATE *history = completer.complete ? NULL : history_get_history_state();
  if (history) history_set_history_state(&no_history);
  completer_in_use = completer;
  hung_up = false;
  bytes_of_ending = 0;
  gradus_signals = (struct gradus_signals){0};
  gradus_forget_interrupt();
  gradus_wait_for_foreground();
  rl_reset_screen_size();
  gradus_lend_terminal();
  for (int i = 0; i < COUNT; i++) gradus_catch_signal(signals[i], &before[i]);
  *line = readline(prompt);
  gradus_return_terminal();
  for (int i = 0; i < COUNT; i++) sigaction(signals[i], &before[i], NULL);
  if (history) history_set_history_state(history);
  free(history);
  if (*line && !leaving_line()) return GRADUS_OUTCOME_LINE;
  free(*line);
  *line = NULL;
  if (gradus_signals.fatal) raise(gradus_signals.fatal);  // The terminal is in order now.
  if (gradus_interrupt_requested()) {
    gradus_forget_interrupt();
    return GRADUS_OUTCOME_INTERRUPTED;
  }
  rl_crlf();
  fflush(rl_outstream);
  return GRADUS_OUTCOME_END_OF_FILE;
}

void gradus_start_editing(int history_limit) {
  gradus_use_utf8_locale();
  gradus_catch_interrupts();
  atexit(gradus_restore_terminal);
  rl_readline_name = "gradus";  // An inputrc may have a section for it, and has the last word:
  rl_variable_bind("enable-bracketed-paste", "on");
  rl_variable_bind("show-all-if-ambiguous", "on");
  rl_catch_signals = rl_catch_sigwinch = rl_change_environment = 0;
  rl_completer_word_break_characters = " \t\n\"'`()[]{}<>=+-*/^%@~&|!?,;#$";
  rl_attempted_completion_function = complete_word;
  rl_completion_display_matches_hook = list_candidates;
  rl_getc_function = read_byte;
  stifle_history(history_limit);
  rl_initialize();
  bind_keys();
  open_keyboard();
}

void gradus_remember(const char *entry) { add_history(entry); }

void gradus_terminal_size(int *rows, int *columns) { rl_get_screen_size(rows, columns); }
