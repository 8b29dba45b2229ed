/// Another shape: 8-16-1 with an activation and a loss that a learner has written; batches of 20.
enum { INPUTS = 8, HIDDEN = 16, TARGETS = 1, ROWS = 200, BATCH = 20, SHUFFLED = 1 };
typedef struct { double w1[INPUTS * HIDDEN], b1[HIDDEN], w2[HIDDEN], b2[1]; } Network;
#include "training.h"

static void start(const double *file) {
  file = numbers(weights(file, INPUTS, HIDDEN, network.w1), HIDDEN, network.b1);
  numbers(weights(file, HIDDEN, 1, network.w2), 1, network.b2);
}

LAYER double gradient_of(int rows, const double *x, const double *y) {
  static double z1[BATCH * HIDDEN], bell[BATCH * HIDDEN], a[BATCH * HIDDEN], da[BATCH * HIDDEN];
  static double z[BATCH], dz[BATCH];
  dense(rows, INPUTS, HIDDEN, x, network.w1, network.b1, z1);
  for (int k = 0; k < rows * HIDDEN; k++) {
    bell[k] = exp(-(z1[k] * z1[k]) / 2);
    a[k] = z1[k] * bell[k];
  }
  dense(rows, HIDDEN, 1, a, network.w2, network.b2, z);
  double loss = 0;
  for (int r = 0; r < rows; r++) {
    double root = sqrt(1 + (z[r] - y[r]) * (z[r] - y[r]));
    loss += root - 1;
    dz[r] = (z[r] - y[r]) / root / rows;
  }
  dense_gradient(rows, HIDDEN, 1, a, dz, gradient.w2, gradient.b2);
  dense_back(rows, HIDDEN, 1, network.w2, dz, da);
  for (int k = 0; k < rows * HIDDEN; k++) da[k] *= bell[k] * (1 - z1[k] * z1[k]);
  dense_gradient(rows, INPUTS, HIDDEN, x, da, gradient.w1, gradient.b1);
  return loss;
}

static void update(void) { descend(0.05); }
