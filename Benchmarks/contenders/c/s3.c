/// S3: exclusive or; 2-4-1, sigmoid, squared error.
enum { INPUTS = 2, HIDDEN = 4, OUTPUTS = 1, TARGETS = 1, ROWS = 4, BATCH = 4, SHUFFLED = 0 };
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
  for (int k = 0; k < rows * HIDDEN; k++) a[k] = sigmoid(a[k]);
  dense(rows, HIDDEN, OUTPUTS, a, network.w2, network.b2, z);
  for (int r = 0; r < rows; r++) z[r] = sigmoid(z[r]);
  double loss = squared_error(rows, z, y, dz);
  for (int r = 0; r < rows; r++) dz[r] *= z[r] * (1 - z[r]);
  dense_gradient(rows, HIDDEN, OUTPUTS, a, dz, gradient.w2, gradient.b2);
  dense_back(rows, HIDDEN, OUTPUTS, network.w2, dz, da);
  for (int k = 0; k < rows * HIDDEN; k++) da[k] = da[k] * (a[k] * (1 - a[k]));
  dense_gradient(rows, INPUTS, HIDDEN, x, da, gradient.w1, gradient.b1);
  return loss;
}

static void update(void) { descend(0.1); }
