#include "CSweep.h"
#include "lanes.h"
#include "team.h"

// A tile of units × inputs is held in registers while the lanes pass by, the last first. Of its last
// columns only `kept` are in the gradient: the inputs are padded, it is not.
#define TILE(UNITS, COLUMNS)                                                                       \
  INLINED void tile_##UNITS##_##COLUMNS(                                                           \
    long inputs, long lanes, const struct sweep_use *uses, long count, long unit, long input,      \
    long kept, double *gradient)                                                                   \
  {                                                                                                \
    lanes8 sums[UNITS][COLUMNS] = {0};                                                             \
    const long stride = sweep_padded(inputs);                                                      \
    double *first = gradient + unit * inputs + input;                                              \
    for (int u = 0; u < UNITS; u++)                                                                \
      __builtin_memcpy(&sums[u], first + u * inputs, kept * sizeof(double));                       \
    for (long lane = lanes - 1; lane >= 0; lane--)                                                 \
      for (long k = 0; k < count; k++) {                                                           \
        const double *row = uses[k].inputs + lane * stride + input;                                \
        const double *upstream = uses[k].upstream + unit * lanes + lane;                           \
        for (int u = 0; u < UNITS; u++)                                                            \
          for (int c = 0; c < COLUMNS; c++)                                                        \
            sums[u][c] = sums[u][c] + upstream[u * lanes] * *(const lanes8 *)(row + c * 8);        \
      }                                                                                            \
    for (int u = 0; u < UNITS; u++)                                                                \
      __builtin_memcpy(first + u * inputs, &sums[u], kept * sizeof(double));                       \
  }

TILE(1, 1) TILE(2, 1) TILE(3, 1) TILE(4, 1) TILE(5, 1) TILE(6, 1) TILE(7, 1) TILE(8, 1)
TILE(1, 2) TILE(2, 2) TILE(3, 2) TILE(4, 2)

#define RUN(UNITS, COLUMNS)                                                                        \
  tile_##UNITS##_##COLUMNS(inputs, lanes, uses, count, u, i, kept, gradient)

INLINED void narrow(
  long begin, long end, long inputs, long lanes, const struct sweep_use *uses, long count, long i,
  long kept, double *gradient)
{
  long u = begin;
  for (; u + 8 <= end; u += 8) RUN(8, 1);
  switch (end - u) {
  case 7: RUN(7, 1); break;
  case 6: RUN(6, 1); break;
  case 5: RUN(5, 1); break;
  case 4: RUN(4, 1); break;
  case 3: RUN(3, 1); break;
  case 2: RUN(2, 1); break;
  case 1: RUN(1, 1); break;
  }
}

INLINED void wide(
  long begin, long end, long inputs, long lanes, const struct sweep_use *uses, long count, long i,
  long kept, double *gradient)
{
  long u = begin;
  for (; u + 4 <= end; u += 4) RUN(4, 2);
  switch (end - u) {
  case 3: RUN(3, 2); break;
  case 2: RUN(2, 2); break;
  case 1: RUN(1, 2); break;
  }
}

ON_EVERY_PROCESSOR static void compute(
  long begin, long end, long inputs, long lanes, const struct sweep_use *uses, long count,
  double *gradient)
{
  long i = 0;
  for (; i + 16 <= inputs; i += 16)
    wide(begin, end, inputs, lanes, uses, count, i, 16, gradient);
  long rest = inputs - i;
  if (rest > 8) wide(begin, end, inputs, lanes, uses, count, i, rest, gradient);
  else if (rest == 8) narrow(begin, end, inputs, lanes, uses, count, i, 8, gradient);
  else if (rest > 0) narrow(begin, end, inputs, lanes, uses, count, i, rest, gradient);
}

struct gradients {
  long inputs, lanes;
  const struct sweep_use *uses;
  long count;
  double *gradient;
};

static void some_units(void *context, long begin, long end)
{
  struct gradients g = *(struct gradients *)context;
  compute(begin, end, g.inputs, g.lanes, g.uses, g.count, g.gradient);
}

void sweep_weight_gradients(
  long units, long inputs, long lanes, const struct sweep_use *uses, long count, double *gradient)
{
  struct gradients g = {inputs, lanes, uses, count, gradient};
  sweep_share(units, 8, inputs * lanes * count, some_units, &g);
}
