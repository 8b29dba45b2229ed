/// S5: iris; 4-8-3, tanh, softmax cross-entropy, Adam; batches of 16.
enum { INPUTS = 4, HIDDEN = 8, OUTPUTS = 3, TARGETS = 1, ROWS = 120, BATCH = 16, SHUFFLED = 1 };
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
  for (int k = 0; k < rows * HIDDEN; k++) a[k] = tanh(a[k]);
  dense(rows, HIDDEN, OUTPUTS, a, network.w2, network.b2, z);
  double loss = cross_entropy(rows, OUTPUTS, z, y, dz);
  dense_gradient(rows, HIDDEN, OUTPUTS, a, dz, gradient.w2, gradient.b2);
  dense_back(rows, HIDDEN, OUTPUTS, network.w2, dz, da);
  for (int k = 0; k < rows * HIDDEN; k++) da[k] = da[k] * (1 - a[k] * a[k]);
  dense_gradient(rows, INPUTS, HIDDEN, x, da, gradient.w1, gradient.b1);
  return loss;
}

static void update(void) { adam(0.01); }
