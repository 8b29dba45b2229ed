/// The loops of a network by hand, for a batch of rows. Every sum keeps its order: inputs in order,
/// the bias last, the rows of a batch one after the other; products and sums are rounded separately.
///
/// A weight is stored at [input][unit], so that the innermost loop runs over units, which are sums of
/// their own: the compiler can use vectors without reordering any. Sizes are constants in every call,
/// and the functions are inlined, so that the loops have known lengths.
#include <math.h>
#include <string.h>

#define LAYER static inline __attribute__((always_inline))

/// z = x·w + b.
LAYER void dense(int rows, int inputs, int units, const double *restrict x,
                 const double *restrict w, const double *restrict b, double *restrict z) {
  for (int r = 0; r < rows; r++) {
    double *restrict sum = z + r * units;
    for (int j = 0; j < units; j++) sum[j] = 0;
    for (int i = 0; i < inputs; i++) {
      double input = x[r * inputs + i];
      for (int j = 0; j < units; j++) sum[j] += input * w[i * units + j];
    }
    for (int j = 0; j < units; j++) sum[j] += b[j];
  }
}

/// The gradients at the weights and biases, from those at z.
LAYER void dense_gradient(int rows, int inputs, int units, const double *restrict x,
                          const double *restrict dz, double *restrict gw, double *restrict gb) {
  for (int i = 0; i < inputs; i++) {
    double *restrict sum = gw + i * units;
    for (int j = 0; j < units; j++) sum[j] = 0;
    for (int r = 0; r < rows; r++) {
      double input = x[r * inputs + i];
      for (int j = 0; j < units; j++) sum[j] += input * dz[r * units + j];
    }
  }
  for (int j = 0; j < units; j++) gb[j] = 0;
  for (int r = 0; r < rows; r++)
    for (int j = 0; j < units; j++) gb[j] += dz[r * units + j];
}

/// The gradient at a layer's inputs, from that at z.
LAYER void dense_back(int rows, int inputs, int units, const double *restrict w,
                      const double *restrict dz, double *restrict dx) {
  for (int r = 0; r < rows; r++)
    for (int i = 0; i < inputs; i++) {
      double sum = 0;
      for (int j = 0; j < units; j++) sum += w[i * units + j] * dz[r * units + j];
      dx[r * inputs + i] = sum;
    }
}

LAYER double sigmoid(double z) { return 1 / (1 + exp(-z)); }

/// Softmax cross-entropy of each row, its gradient at the logits in dz; the sum of the losses.
/// Classes count from 1.
LAYER double cross_entropy(int rows, int classes, const double *z, const double *y, double *dz) {
  double loss = 0;
  for (int r = 0; r < rows; r++) {
    const double *row = z + r * classes;
    int right = (int)y[r] - 1;
    double highest = row[0], sum = 0;
    for (int k = 1; k < classes; k++) highest = row[k] > highest ? row[k] : highest;
    for (int k = 0; k < classes; k++) sum += exp(row[k] - highest);
    loss += log(sum) + highest - row[right];
    for (int k = 0; k < classes; k++)
      dz[r * classes + k] = (exp(row[k] - highest) / sum - (k == right)) / rows;
  }
  return loss;
}

/// The squared error of rows of one number, its gradient in dz; the sum of the losses.
LAYER double squared_error(int rows, const double *z, const double *y, double *dz) {
  double loss = 0;
  for (int r = 0; r < rows; r++) {
    loss += (z[r] - y[r]) * (z[r] - y[r]);
    dz[r] = 2 * (z[r] - y[r]) / rows;
  }
  return loss;
}
