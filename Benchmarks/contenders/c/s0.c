/// S0: one sigmoid neuron and one example.
enum { INPUTS = 2, TARGETS = 1, ROWS = 1, BATCH = 1, SHUFFLED = 0 };
typedef struct { double w[INPUTS], b[1]; } Network;
#include "training.h"

static void start(const double *file) { numbers(numbers(file, INPUTS, network.w), 1, network.b); }

static double gradient_of(int rows, const double *x, const double *t) {
  double y = sigmoid(x[0] * network.w[0] + x[1] * network.w[1] + network.b[0]);
  double dz = 2 * (y - t[0]) * (y * (1 - y));
  gradient.w[0] = dz * x[0];
  gradient.w[1] = dz * x[1];
  gradient.b[0] = dz;
  return (y - t[0]) * (y - t[0]);
}

static void update(void) { descend(0.01); }
