/// A dense network's value and whole gradient: 64-64-64-1, tanh, all 64 rows in every step.
enum { INPUTS = 64, HIDDEN = 64, TARGETS = 1, ROWS = 64, BATCH = 64, SHUFFLED = 0 };
typedef struct {
  double w1[INPUTS * HIDDEN], b1[HIDDEN], w2[HIDDEN * HIDDEN], b2[HIDDEN], w3[HIDDEN], b3[1];
} Network;
#include "training.h"

static void start(const double *file) {
  file = numbers(weights(file, INPUTS, HIDDEN, network.w1), HIDDEN, network.b1);
  file = numbers(weights(file, HIDDEN, HIDDEN, network.w2), HIDDEN, network.b2);
  numbers(weights(file, HIDDEN, 1, network.w3), 1, network.b3);
}

LAYER double gradient_of(int rows, const double *x, const double *y) {
  static double a1[BATCH * HIDDEN], a2[BATCH * HIDDEN], d1[BATCH * HIDDEN], d2[BATCH * HIDDEN];
  static double z[BATCH], dz[BATCH];
  dense(rows, INPUTS, HIDDEN, x, network.w1, network.b1, a1);
  for (int k = 0; k < rows * HIDDEN; k++) a1[k] = tanh(a1[k]);
  dense(rows, HIDDEN, HIDDEN, a1, network.w2, network.b2, a2);
  for (int k = 0; k < rows * HIDDEN; k++) a2[k] = tanh(a2[k]);
  dense(rows, HIDDEN, 1, a2, network.w3, network.b3, z);
  double loss = squared_error(rows, z, y, dz);
  dense_gradient(rows, HIDDEN, 1, a2, dz, gradient.w3, gradient.b3);
  dense_back(rows, HIDDEN, 1, network.w3, dz, d2);
  for (int k = 0; k < rows * HIDDEN; k++) d2[k] *= 1 - a2[k] * a2[k];
  dense_gradient(rows, HIDDEN, HIDDEN, a1, d2, gradient.w2, gradient.b2);
  dense_back(rows, HIDDEN, HIDDEN, network.w2, d2, d1);
  for (int k = 0; k < rows * HIDDEN; k++) d1[k] *= 1 - a1[k] * a1[k];
  dense_gradient(rows, INPUTS, HIDDEN, x, d1, gradient.w1, gradient.b1);
  return loss;
}

static void update(void) { descend(0.01); }
