#include "CSweep.h"
#include "lanes.h"

// Turns four rows of four numbers into columns.
INLINED void turn(lanes4 square[4])
{
  lanes4 even1 = __builtin_shufflevector(square[0], square[1], 0, 4, 2, 6);
  lanes4 odd1 = __builtin_shufflevector(square[0], square[1], 1, 5, 3, 7);
  lanes4 even2 = __builtin_shufflevector(square[2], square[3], 0, 4, 2, 6);
  lanes4 odd2 = __builtin_shufflevector(square[2], square[3], 1, 5, 3, 7);
  square[0] = __builtin_shufflevector(even1, even2, 0, 1, 4, 5);
  square[1] = __builtin_shufflevector(odd1, odd2, 0, 1, 4, 5);
  square[2] = __builtin_shufflevector(even1, even2, 2, 3, 6, 7);
  square[3] = __builtin_shufflevector(odd1, odd2, 2, 3, 6, 7);
}

ON_EVERY_PROCESSOR void sweep_row_sums(long count, long lanes, const double *rows, double *sums)
{
  long k = 0;
  long whole = lanes / 4 * 4;
  // Four rows at a time, because each addition of one sum waits for the one before.
  for (; k + 4 <= count; k += 4) {
    const double *first = rows + k * lanes;
    lanes4 four = *(lanes4 *)(sums + k);
    for (long lane = lanes - 1; lane >= whole; lane--)
      four = four
        + (lanes4){first[lane], first[lanes + lane], first[2 * lanes + lane], first[3 * lanes + lane]};
    for (long lane = whole - 4; lane >= 0; lane -= 4) {
      lanes4 square[4];
      for (int j = 0; j < 4; j++) square[j] = *(const lanes4 *)(first + j * lanes + lane);
      turn(square);
      for (int j = 3; j >= 0; j--) four = four + square[j];
    }
    *(lanes4 *)(sums + k) = four;
  }
  for (; k < count; k++)
    for (long lane = lanes - 1; lane >= 0; lane--) sums[k] = sums[k] + rows[k * lanes + lane];
}

// The first of four from `i` on; the last four overlap those before, if fewer are left.
#define FOUR(i, end) ((i) + 4 <= (end) ? (i) : (end) - 4)

// Turns `height` rows of `width` numbers, which ROW gives, into rows that are `stride` apart;
// squares of 8 × 8, so that a line of the cache is used whole.
#define TURN(ROW, height, width, out, stride)                                                      \
  if (height < 4 || width < 4) {                                                                   \
    for (long i = 0; i < height; i++)                                                              \
      for (long j = 0; j < width; j++) out[j * stride + i] = ROW(i)[j];                            \
    return;                                                                                        \
  }                                                                                                \
  for (long top = 0; top < height; top += 8)                                                       \
    for (long left = 0; left < width; left += 8) {                                                 \
      long bottom = top + 8 < height ? top + 8 : height;                                           \
      long right = left + 8 < width ? left + 8 : width;                                            \
      for (long y = top; y < bottom; y += 4)                                                       \
        for (long x = left; x < right; x += 4) {                                                   \
          long i = FOUR(y, height), j = FOUR(x, width);                                            \
          lanes4 square[4];                                                                        \
          for (int k = 0; k < 4; k++) square[k] = *(const lanes4 *)(ROW(i + k) + j);               \
          turn(square);                                                                            \
          for (int k = 0; k < 4; k++) *(lanes4 *)(out + (j + k) * stride + i) = square[k];         \
        }                                                                                          \
    }

#define STORED(i) (rows + (i) * lanes)
#define POINTED(i) (rows[i])

ON_EVERY_PROCESSOR void sweep_transpose(
  long count, long lanes, const double *rows, double *columns)
{
  TURN(STORED, count, lanes, columns, sweep_padded(count))
}

ON_EVERY_PROCESSOR void sweep_gather(
  long count, long lanes, const double *const *rows, double *columns)
{
  TURN(POINTED, lanes, count, columns, lanes)
}
