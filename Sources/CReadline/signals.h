// What the line editor knows about signals; not shown to Swift.
#ifndef SIGNALS_H
#define SIGNALS_H

#include <signal.h>

/// Signals that came and are not yet answered; `fatal` is the number of one that ends the program.
struct gradus_signals { volatile sig_atomic_t fatal, suspended, continued, resized; };
extern struct gradus_signals gradus_signals;

/// Stops like any background job until the shell gives the terminal to this program, since the
/// settings found until then are those of whoever has it.
void gradus_wait_for_foreground(void);

/// Remembers how the terminal is now, to be restored if the program leaves while editing.
void gradus_lend_terminal(void);

/// The line is finished, and readline itself has put the terminal back.
void gradus_return_terminal(void);

/// Puts the terminal back as it was lent; safe within a signal handler.
void gradus_restore_terminal(void);

/// Notes a signal in the flags above from now on, unless it is being ignored.
void gradus_catch_signal(int signal, struct sigaction *before);

#endif
