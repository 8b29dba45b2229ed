#include "CSweep.h"
#include "lanes.h"

ON_EVERY_PROCESSOR void sweep_row_sums(long count, long lanes, const double *rows, double *sums)
{
  long k = 0;
  // Eight at a time, because each addition of one sum waits for the one before.
  for (; k + 8 <= count; k += 8) {
    double eight[8];
    for (int j = 0; j < 8; j++) eight[j] = sums[k + j];
    for (long lane = lanes - 1; lane >= 0; lane--)
      for (int j = 0; j < 8; j++) eight[j] = eight[j] + rows[(k + j) * lanes + lane];
    for (int j = 0; j < 8; j++) sums[k + j] = eight[j];
  }
  for (; k < count; k++)
    for (long lane = lanes - 1; lane >= 0; lane--) sums[k] = sums[k] + rows[k * lanes + lane];
}

// Squares of 8 × 8, so that a line of the cache is used whole.
void sweep_transpose(long count, long lanes, const double *rows, double *columns)
{
  for (long k = 0; k < count; k += 8)
    for (long lane = 0; lane < lanes; lane += 8)
      for (long i = k; i < count && i < k + 8; i++)
        for (long j = lane; j < lanes && j < lane + 8; j++)
          columns[j * count + i] = rows[i * lanes + j];
}

void sweep_gather(long count, long lanes, const double *const *rows, double *columns)
{
  for (long k = 0; k < count; k += 8)
    for (long lane = 0; lane < lanes; lane += 8)
      for (long j = lane; j < lanes && j < lane + 8; j++)
        for (long i = k; i < count && i < k + 8; i++)
          columns[i * lanes + j] = rows[j][i];
}
