/* CommonMark with tables, as the system's libcmark-gfm reads it. */
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
