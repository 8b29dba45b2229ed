/// Runs a command and writes to a file how long it took, the most memory it had, and how it ended.
///
/// A small program, because a child counts the memory of what started it as its own: started from
/// Python, none would seem to need less than Python does.
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

int main(int count, char **arguments) {
  if (count < 3) return 64;
  double began = now();
  pid_t child = fork();
  if (child < 0) return 71;
  if (child == 0) {
    execvp(arguments[2], arguments + 2);
    perror(arguments[2]);
    _exit(127);
  }
  int status;
  struct rusage usage;
  if (wait4(child, &status, 0, &usage) < 0) return 71;
  double seconds = now() - began;
  FILE *file = fopen(arguments[1], "w");
  if (!file) return 73;
  fprintf(file, "%.9f %ld\n", seconds, usage.ru_maxrss);
  fclose(file);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
