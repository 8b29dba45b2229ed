#include "CSweep.h"
#include "lanes.h"
#include "team.h"

// A tile of inputs × lanes is held in registers while the units pass by, the last first.
#define TILE(NAME, V, INPUTS, COLUMNS)                                                             \
  INLINED void NAME(                                                                               \
    long units, long stride, long lanes, const double *w, const double *upstream, double *adjoint) \
  {                                                                                                \
    V sums[INPUTS][COLUMNS];                                                                       \
    const long width = sizeof(V) / sizeof(double);                                                 \
    for (int i = 0; i < INPUTS; i++)                                                               \
      for (int c = 0; c < COLUMNS; c++)                                                            \
        sums[i][c] = *(const V *)(adjoint + i * lanes + c * width);                                \
    for (long u = units - 1; u >= 0; u--) {                                                        \
      const double *row = upstream + u * lanes;                                                    \
      for (int i = 0; i < INPUTS; i++) {                                                           \
        double weight = w[u * stride + i];                                                         \
        for (int c = 0; c < COLUMNS; c++)                                                          \
          sums[i][c] = sums[i][c] + *(const V *)(row + c * width) * weight;                        \
      }                                                                                            \
    }                                                                                              \
    for (int i = 0; i < INPUTS; i++)                                                               \
      for (int c = 0; c < COLUMNS; c++)                                                            \
        *(V *)(adjoint + i * lanes + c * width) = sums[i][c];                                      \
  }

TILE(tile4x16, lanes8, 4, 2)
TILE(tile1x16, lanes8, 1, 2)
TILE(tile8x8, lanes8, 8, 1)
TILE(tile1x8, lanes8, 1, 1)
TILE(tile4x4, lanes4, 4, 1)
TILE(tile1x4, lanes4, 1, 1)
TILE(tile8x1, double, 8, 1)
TILE(tile1x1, double, 1, 1)

#define OVER_INPUTS(MANY, COUNT, ONE)                                                              \
  {                                                                                                \
    long i = 0;                                                                                    \
    for (; i + COUNT <= inputs; i += COUNT)                                                        \
      MANY(units, stride, lanes, w + i, upstream + lane, adjoints + i * lanes + lane);             \
    for (; i < inputs; i++)                                                                        \
      ONE(units, stride, lanes, w + i, upstream + lane, adjoints + i * lanes + lane);              \
  }

ON_EVERY_PROCESSOR static void compute(
  long units, long inputs, long lanes, const double *w, long stride, const double *upstream,
  double *adjoints)
{
  long lane = 0;
  for (; lane + 16 <= lanes; lane += 16) OVER_INPUTS(tile4x16, 4, tile1x16)
  for (; lane + 8 <= lanes; lane += 8) OVER_INPUTS(tile8x8, 8, tile1x8)
  for (; lane + 4 <= lanes; lane += 4) OVER_INPUTS(tile4x4, 4, tile1x4)
  for (; lane < lanes; lane++) OVER_INPUTS(tile8x1, 8, tile1x1)
}

struct adjoints {
  long units, lanes, stride;
  const double *w, *upstream;
  double *adjoints;
};

static void some_inputs(void *context, long begin, long end)
{
  struct adjoints a = *(struct adjoints *)context;
  compute(
    a.units, end - begin, a.lanes, a.w + begin, a.stride, a.upstream, a.adjoints + begin * a.lanes);
}

void sweep_input_adjoints(
  long units, long inputs, long lanes, const double *w, long stride, const double *upstream,
  double *adjoints)
{
  struct adjoints a = {units, lanes, stride, w, upstream, adjoints};
  sweep_share(inputs, 8, units * lanes, some_inputs, &a);
}
