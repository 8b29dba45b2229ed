#include "CSweep.h"
#include "lanes.h"
#include "team.h"

// A tile of units × lanes is held in registers while the inputs pass by.
#define TILE(NAME, V, UNITS, COLUMNS)                                                              \
  INLINED void NAME(                                                                               \
    long inputs, long lanes, const double *w, const double *b, const double *x, double *y)         \
  {                                                                                                \
    V sums[UNITS][COLUMNS];                                                                        \
    const long width = sizeof(V) / sizeof(double);                                                 \
    for (int u = 0; u < UNITS; u++)                                                                \
      for (int c = 0; c < COLUMNS; c++)                                                            \
        sums[u][c] = w[u * inputs] * *(const V *)(x + c * width);                                  \
    for (long i = 1; i < inputs; i++) {                                                            \
      const double *row = x + i * lanes;                                                           \
      for (int u = 0; u < UNITS; u++) {                                                            \
        double weight = w[u * inputs + i];                                                         \
        for (int c = 0; c < COLUMNS; c++)                                                          \
          sums[u][c] = sums[u][c] + weight * *(const V *)(row + c * width);                        \
      }                                                                                            \
    }                                                                                              \
    for (int u = 0; u < UNITS; u++)                                                                \
      for (int c = 0; c < COLUMNS; c++) {                                                          \
        if (b) sums[u][c] = sums[u][c] + b[u];                                                     \
        *(V *)(y + u * lanes + c * width) = sums[u][c];                                            \
      }                                                                                            \
  }

TILE(tile4x16, lanes8, 4, 2)
TILE(tile1x16, lanes8, 1, 2)
TILE(tile8x8, lanes8, 8, 1)
TILE(tile1x8, lanes8, 1, 1)
TILE(tile4x4, lanes4, 4, 1)
TILE(tile1x4, lanes4, 1, 1)
TILE(tile8x1, double, 8, 1)
TILE(tile1x1, double, 1, 1)

#define OVER_UNITS(MANY, COUNT, ONE)                                                               \
  {                                                                                                \
    long u = 0;                                                                                    \
    for (; u + COUNT <= units; u += COUNT)                                                         \
      MANY(inputs, lanes, w + u * inputs, b ? b + u : b, x + lane, y + u * lanes + lane);          \
    for (; u < units; u++)                                                                         \
      ONE(inputs, lanes, w + u * inputs, b ? b + u : b, x + lane, y + u * lanes + lane);           \
  }

ON_EVERY_PROCESSOR static void compute(
  long units, long inputs, long lanes, const double *w, const double *b, const double *x, double *y)
{
  long lane = 0;
  for (; lane + 16 <= lanes; lane += 16) OVER_UNITS(tile4x16, 4, tile1x16)
  for (; lane + 8 <= lanes; lane += 8) OVER_UNITS(tile8x8, 8, tile1x8)
  for (; lane + 4 <= lanes; lane += 4) OVER_UNITS(tile4x4, 4, tile1x4)
  for (; lane < lanes; lane++) OVER_UNITS(tile8x1, 8, tile1x1)
}

struct sums {
  long inputs, lanes;
  const double *w, *b, *x;
  double *y;
};

static void some_units(void *context, long begin, long end)
{
  struct sums s = *(struct sums *)context;
  compute(
    end - begin, s.inputs, s.lanes, s.w + begin * s.inputs, s.b ? s.b + begin : s.b, s.x,
    s.y + begin * s.lanes);
}

void sweep_weighted_sums(
  long units, long inputs, long lanes, const double *w, const double *b, const double *x, double *y)
{
  struct sums s = {inputs, lanes, w, b, x, y};
  sweep_share(units, 8, inputs * lanes, some_units, &s);
}
