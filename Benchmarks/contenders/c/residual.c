/// Another shape: 12-16, four residual layers of 16 units, 16-1; tanh, Nesterov; batches of 25.
enum { INPUTS = 12, UNITS = 16, DEPTH = 4, TARGETS = 1, ROWS = 200, BATCH = 25, SHUFFLED = 1 };
typedef struct {
  double w1[INPUTS * UNITS], b1[UNITS];
  struct { double w[UNITS * UNITS], b[UNITS]; } layer[DEPTH];
  double w2[UNITS], b2[1];
} Network;
#include "training.h"

static void start(const double *file) {
  file = numbers(weights(file, INPUTS, UNITS, network.w1), UNITS, network.b1);
  for (int l = 0; l < DEPTH; l++)
    file = numbers(weights(file, UNITS, UNITS, network.layer[l].w), UNITS, network.layer[l].b);
  numbers(weights(file, UNITS, 1, network.w2), 1, network.b2);
}

LAYER double gradient_of(int rows, const double *x, const double *y) {
  // h[l] goes into residual layer l, t[l] is its tanh.
  static double h[DEPTH + 1][BATCH * UNITS], t[DEPTH][BATCH * UNITS];
  static double z[BATCH], dz[BATCH], dh[BATCH * UNITS], dt[BATCH * UNITS], through[BATCH * UNITS];
  int count = rows * UNITS;
  dense(rows, INPUTS, UNITS, x, network.w1, network.b1, h[0]);
  for (int k = 0; k < count; k++) h[0][k] = tanh(h[0][k]);
  for (int l = 0; l < DEPTH; l++) {
    dense(rows, UNITS, UNITS, h[l], network.layer[l].w, network.layer[l].b, t[l]);
    for (int k = 0; k < count; k++) t[l][k] = tanh(t[l][k]);
    for (int k = 0; k < count; k++) h[l + 1][k] = t[l][k] + h[l][k];
  }
  dense(rows, UNITS, 1, h[DEPTH], network.w2, network.b2, z);
  double loss = squared_error(rows, z, y, dz);
  dense_gradient(rows, UNITS, 1, h[DEPTH], dz, gradient.w2, gradient.b2);
  dense_back(rows, UNITS, 1, network.w2, dz, dh);
  for (int l = DEPTH - 1; l >= 0; l--) {
    for (int k = 0; k < count; k++) dt[k] = dh[k] * (1 - t[l][k] * t[l][k]);
    dense_gradient(rows, UNITS, UNITS, h[l], dt, gradient.layer[l].w, gradient.layer[l].b);
    dense_back(rows, UNITS, UNITS, network.layer[l].w, dt, through);
    for (int k = 0; k < count; k++) dh[k] += through[k];
  }
  for (int k = 0; k < count; k++) dh[k] *= 1 - h[0][k] * h[0][k];
  dense_gradient(rows, INPUTS, UNITS, x, dh, gradient.w1, gradient.b1);
  return loss;
}

static void update(void) { descend_momentum(0.01, 0.9, 1); }
