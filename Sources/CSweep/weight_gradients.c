#include "CSweep.h"
#include "lanes.h"
#include "team.h"

// A tile of units × inputs is held in registers while the lanes pass by, the last first.
#define TILE(NAME, V, UNITS, COLUMNS)                                                              \
  INLINED void NAME(                                                                               \
    long inputs, long lanes, const struct sweep_use *uses, long count, long unit, long input,      \
    double *gradient)                                                                              \
  {                                                                                                \
    V sums[UNITS][COLUMNS];                                                                        \
    const long width = sizeof(V) / sizeof(double);                                                 \
    for (int u = 0; u < UNITS; u++)                                                                \
      for (int c = 0; c < COLUMNS; c++)                                                            \
        sums[u][c] = *(const V *)(gradient + (unit + u) * inputs + input + c * width);             \
    for (long lane = lanes - 1; lane >= 0; lane--)                                                 \
      for (long k = 0; k < count; k++) {                                                           \
        const double *row = uses[k].inputs + lane * inputs + input;                                \
        const double *upstream = uses[k].upstream + unit * lanes + lane;                           \
        for (int u = 0; u < UNITS; u++)                                                            \
          for (int c = 0; c < COLUMNS; c++)                                                        \
            sums[u][c] = sums[u][c] + upstream[u * lanes] * *(const V *)(row + c * width);         \
      }                                                                                            \
    for (int u = 0; u < UNITS; u++)                                                                \
      for (int c = 0; c < COLUMNS; c++)                                                            \
        *(V *)(gradient + (unit + u) * inputs + input + c * width) = sums[u][c];                   \
  }

TILE(tile4x16, lanes8, 4, 2)
TILE(tile1x16, lanes8, 1, 2)
TILE(tile8x8, lanes8, 8, 1)
TILE(tile1x8, lanes8, 1, 1)
TILE(tile4x4, lanes4, 4, 1)
TILE(tile1x4, lanes4, 1, 1)
TILE(tile4x1, double, 4, 1)
TILE(tile1x1, double, 1, 1)

#define OVER_UNITS(MANY, COUNT, ONE)                                                               \
  {                                                                                                \
    long u = begin;                                                                                \
    for (; u + COUNT <= end; u += COUNT) MANY(inputs, lanes, uses, count, u, i, gradient);         \
    for (; u < end; u++) ONE(inputs, lanes, uses, count, u, i, gradient);                          \
  }

ON_EVERY_PROCESSOR static void compute(
  long begin, long end, long inputs, long lanes, const struct sweep_use *uses, long count,
  double *gradient)
{
  long i = 0;
  for (; i + 16 <= inputs; i += 16) OVER_UNITS(tile4x16, 4, tile1x16)
  for (; i + 8 <= inputs; i += 8) OVER_UNITS(tile8x8, 8, tile1x8)
  for (; i + 4 <= inputs; i += 4) OVER_UNITS(tile4x4, 4, tile1x4)
  for (; i < inputs; i++) OVER_UNITS(tile4x1, 4, tile1x1)
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
