/// What the C programs share: reading where a training starts, going through the rows, the clock.
///
/// A program is called with a folder, a number of epochs and the least seconds to measure. It trains
/// from the same start until that time is over and prints the time of one training and its loss.
///
/// Include it after defining INPUTS, TARGETS, ROWS, BATCH, SHUFFLED and the type Network, a struct of
/// doubles alone: weights [input][unit], then biases, layer by layer. Define `start`, `gradient_of`
/// and `update`.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include "layers.h"

enum { PARAMETERS = sizeof(Network) / sizeof(double) };

static Network network, gradient, moment, moment2;
static double X[ROWS * INPUTS], Y[ROWS * TARGETS];
static int steps;

/// Brings the numbers of the file `start.f64` into the network: each call of `weights` takes the
/// next matrix, which the file has at [unit][input]; each call of `numbers` the next vector.
static void start(const double *file);

/// The sum of the losses of some rows; the gradient of their mean is put in `gradient`.
static double gradient_of(int rows, const double *x, const double *y);

/// One step of the optimizer.
static void update(void);

static inline const double *weights(const double *file, int inputs, int units, double *w) {
  for (int j = 0; j < units; j++)
    for (int i = 0; i < inputs; i++) w[i * units + j] = file[j * inputs + i];
  return file + inputs * units;
}

static inline const double *numbers(const double *file, int count, double *b) {
  memcpy(b, file, count * sizeof(double));
  return file + count;
}

/// w −= lr·g
LAYER void descend(double lr) {
  double *w = (double *)&network, *g = (double *)&gradient;
  for (int p = 0; p < PARAMETERS; p++) w[p] -= lr * g[p];
}

/// Descent with momentum, PyTorch's form.
LAYER void descend_momentum(double lr, double momentum, int nesterov) {
  double *w = (double *)&network, *g = (double *)&gradient, *u = (double *)&moment;
  for (int p = 0; p < PARAMETERS; p++) {
    u[p] = momentum * u[p] + g[p];
    w[p] -= lr * (nesterov ? g[p] + momentum * u[p] : u[p]);
  }
}

/// Adam (Kingma and Ba, 2015) with the usual settings.
LAYER void adam(double lr) {
  double *w = (double *)&network, *g = (double *)&gradient;
  double *m = (double *)&moment, *v = (double *)&moment2;
  double one = 1 - pow(0.9, steps + 1), two = 1 - pow(0.999, steps + 1);
  for (int p = 0; p < PARAMETERS; p++) {
    m[p] = 0.9 * m[p] + (1 - 0.9) * g[p];
    v[p] = 0.999 * v[p] + (1 - 0.999) * g[p] * g[p];
    w[p] -= lr * (m[p] / one) / (sqrt(v[p] / two) + 1e-8);
  }
}

static void *contents(const char *folder, const char *name, size_t size) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "rb");
  void *bytes = malloc(size);
  if (!file || !bytes || fread(bytes, 1, size, file) != size) {
    fprintf(stderr, "cannot read %zu bytes of %s\n", size, path);
    exit(1);
  }
  fclose(file);
  return bytes;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

static void train(int epochs, const int32_t *order) {
  double x[BATCH * INPUTS], y[BATCH * TARGETS];
  for (int e = 0; e < epochs; e++)
    for (int first = 0; first < ROWS; first += BATCH) {
      if (!SHUFFLED && BATCH == ROWS) {
        gradient_of(BATCH, X, Y);
      } else {
        int rows = ROWS - first < BATCH ? ROWS - first : BATCH;
        for (int r = 0; r < rows; r++) {
          int row = SHUFFLED ? order[e * ROWS + first + r] : first + r;
          memcpy(x + r * INPUTS, X + row * INPUTS, INPUTS * sizeof(double));
          memcpy(y + r * TARGETS, Y + row * TARGETS, TARGETS * sizeof(double));
        }
        // The length of a whole batch is a constant that the compiler can use.
        if (rows == BATCH) gradient_of(BATCH, x, y); else gradient_of(rows, x, y);
      }
      update();
      steps++;
    }
}

int main(int count, char **arguments) {
  if (count != 4) return 64;
  int epochs = atoi(arguments[2]), trainings = 0;
  double *file = contents(arguments[1], "start.f64", sizeof(Network));
  memcpy(X, contents(arguments[1], "x.f64", sizeof X), sizeof X);
  memcpy(Y, contents(arguments[1], "y.f64", sizeof Y), sizeof Y);
  int32_t *order = SHUFFLED ? contents(arguments[1], "order.i32", 4ul * epochs * ROWS) : NULL;
  double seconds = 0;
  do {
    start(file);
    memset(&moment, 0, sizeof moment);
    memset(&moment2, 0, sizeof moment2);
    steps = 0;
    double began = now();
    train(epochs, order);
    seconds += now() - began;
    trainings++;
  } while (seconds < atof(arguments[3]));
  double loss = 0;
  for (int first = 0; first < ROWS; first += BATCH) {
    int rows = ROWS - first < BATCH ? ROWS - first : BATCH;
    loss += gradient_of(rows, X + first * INPUTS, Y + first * TARGETS);
  }
  printf("{\"loss\": %.17g, \"seconds\": %.17g}\n", loss / ROWS, seconds / trainings);
}
