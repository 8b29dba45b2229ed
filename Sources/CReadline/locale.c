#define _GNU_SOURCE
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "CReadline.h"

void gradus_use_utf8_locale(void) {
  setlocale(LC_CTYPE, "");
  const char *locale = setlocale(LC_CTYPE, NULL), *all = getenv("LC_ALL");
  if (locale && strcmp(locale, "C") != 0 && strcmp(locale, "POSIX") != 0) return;
  if (!setlocale(LC_CTYPE, "C.UTF-8")) return;
  // Readline takes the locale from the environment anew for each line, so it is amended there.
  setenv(all && *all ? "LC_ALL" : "LC_CTYPE", "C.UTF-8", 1);
}

int gradus_columns_of(unsigned scalar) {
  int columns = wcwidth((wchar_t)scalar);
  return columns < 0 ? 0 : columns;
}
