/// S4: 100-50-1, ReLU, squared error; all rows in every step.
enum { INPUTS = 100, HIDDEN = 50, OUTPUTS = 1, TARGETS = 1, ROWS = 64, BATCH = 64, SHUFFLED = 0 };
typedef struct {
  double w1[INPUTS * HIDDEN], b1[HIDDEN], w2[HIDDEN * OUTPUTS], b2[OUTPUTS];
} Network;
#include "training.h"

static void start(const double *file) {
  file = numbers(weights(file, INPUTS, HIDDEN, network.w1), HIDDEN, network.b1);
  numbers(weights(file, HIDDEN, OUTPUTS, network.w2), OUTPUTS, network.b2);
}

LAYER double gradient_of(int rows, const double *x, const double *y) {
  static double a[BATCH * HIDDEN], z[BATCH * OUTPUTS], dz[BATCH * OUTPUTS], da[BATCH * HIDDEN];
  dense(rows, INPUTS, HIDDEN, x, network.w1, network.b1, a);
  for (int k = 0; k < rows * HIDDEN; k++) a[k] = a[k] > 0 ? a[k] : 0;
  dense(rows, HIDDEN, OUTPUTS, a, network.w2, network.b2, z);
  double loss = squared_error(rows, z, y, dz);
  dense_gradient(rows, HIDDEN, OUTPUTS, a, dz, gradient.w2, gradient.b2);
  dense_back(rows, HIDDEN, OUTPUTS, network.w2, dz, da);
  for (int k = 0; k < rows * HIDDEN; k++) da[k] = a[k] > 0 ? da[k] : 0;
  dense_gradient(rows, INPUTS, HIDDEN, x, da, gradient.w1, gradient.b1);
  return loss;
}

static void update(void) { descend(0.01); }
