/// Another shape: 30-17-5, GELU and layer normalization, softmax cross-entropy, Adam; batches of 32.
enum { INPUTS = 30, HIDDEN = 17, OUTPUTS = 5, TARGETS = 1, ROWS = 300, BATCH = 32, SHUFFLED = 1 };
typedef struct {
  double w1[INPUTS * HIDDEN], b1[HIDDEN], gamma[HIDDEN], beta[HIDDEN];
  double w2[HIDDEN * OUTPUTS], b2[OUTPUTS];
} Network;
#include "training.h"

static void start(const double *file) {
  file = numbers(weights(file, INPUTS, HIDDEN, network.w1), HIDDEN, network.b1);
  file = numbers(numbers(file, HIDDEN, network.gamma), HIDDEN, network.beta);
  numbers(weights(file, HIDDEN, OUTPUTS, network.w2), OUTPUTS, network.b2);
}

/// GELU (Hendrycks and Gimpel, 2016): x·Φ(x), Φ the normal distribution.
LAYER double distribution(double x) { return 0.5 * erfc(-x * M_SQRT1_2); }
LAYER double density(double x) { return exp(-x * x / 2) * (M_SQRT1_2 * M_2_SQRTPI / 2); }

/// Standardizes every row (Ba, Kiros and Hinton, 2016) and keeps 1/deviation for the way back.
LAYER void standardize(int rows, const double *a, double *s, double *inverse) {
  for (int r = 0; r < rows; r++) {
    double mean = 0, variance = 0;
    for (int j = 0; j < HIDDEN; j++) mean += a[r * HIDDEN + j];
    mean /= HIDDEN;
    for (int j = 0; j < HIDDEN; j++)
      variance += (a[r * HIDDEN + j] - mean) * (a[r * HIDDEN + j] - mean);
    inverse[r] = 1 / sqrt(variance / HIDDEN + 1e-5);
    for (int j = 0; j < HIDDEN; j++) s[r * HIDDEN + j] = (a[r * HIDDEN + j] - mean) * inverse[r];
  }
}

/// The gradient at what was standardized, from that at the standardized numbers.
LAYER void standardize_back(int rows, const double *s, const double *inverse, const double *ds,
                            double *da) {
  for (int r = 0; r < rows; r++) {
    double mean = 0, along = 0;
    for (int j = 0; j < HIDDEN; j++) {
      mean += ds[r * HIDDEN + j];
      along += ds[r * HIDDEN + j] * s[r * HIDDEN + j];
    }
    for (int j = 0; j < HIDDEN; j++)
      da[r * HIDDEN + j] =
          inverse[r] * (ds[r * HIDDEN + j] - mean / HIDDEN - s[r * HIDDEN + j] * (along / HIDDEN));
  }
}

LAYER double gradient_of(int rows, const double *x, const double *y) {
  static double z1[BATCH * HIDDEN], phi[BATCH * HIDDEN], a[BATCH * HIDDEN], s[BATCH * HIDDEN];
  static double n[BATCH * HIDDEN], dn[BATCH * HIDDEN], da[BATCH * HIDDEN], inverse[BATCH];
  static double z[BATCH * OUTPUTS], dz[BATCH * OUTPUTS];
  dense(rows, INPUTS, HIDDEN, x, network.w1, network.b1, z1);
  for (int k = 0; k < rows * HIDDEN; k++) phi[k] = distribution(z1[k]);
  for (int k = 0; k < rows * HIDDEN; k++) a[k] = z1[k] * phi[k];
  standardize(rows, a, s, inverse);
  for (int r = 0; r < rows; r++)
    for (int j = 0; j < HIDDEN; j++)
      n[r * HIDDEN + j] = s[r * HIDDEN + j] * network.gamma[j] + network.beta[j];
  dense(rows, HIDDEN, OUTPUTS, n, network.w2, network.b2, z);
  double loss = cross_entropy(rows, OUTPUTS, z, y, dz);
  dense_gradient(rows, HIDDEN, OUTPUTS, n, dz, gradient.w2, gradient.b2);
  dense_back(rows, HIDDEN, OUTPUTS, network.w2, dz, dn);
  for (int j = 0; j < HIDDEN; j++) gradient.gamma[j] = gradient.beta[j] = 0;
  for (int r = 0; r < rows; r++)
    for (int j = 0; j < HIDDEN; j++) {
      gradient.gamma[j] += dn[r * HIDDEN + j] * s[r * HIDDEN + j];
      gradient.beta[j] += dn[r * HIDDEN + j];
      dn[r * HIDDEN + j] *= network.gamma[j];
    }
  standardize_back(rows, s, inverse, dn, da);
  for (int k = 0; k < rows * HIDDEN; k++) da[k] *= phi[k] + z1[k] * density(z1[k]);
  dense_gradient(rows, INPUTS, HIDDEN, x, da, gradient.w1, gradient.b1);
  return loss;
}

static void update(void) { adam(0.003); }
