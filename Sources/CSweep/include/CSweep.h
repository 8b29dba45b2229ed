/// The loops over weighted sums that fill a processor: dense layers over many samples at once.
///
/// Numbers of many samples stand side by side, a row of `lanes` numbers for each quantity. Every
/// sum is added in the order of its terms, each product and each addition rounded on its own, so
/// the results are the same bits on every processor and with any number of lanes.
#pragma once

/// y[u] = w[u][0]·x[0] + w[u][1]·x[1] + … + b[u], for each of `units` and each lane.
///
/// `weights` holds a row of `inputs` numbers for each unit; `biases` may be null.
void sweep_weighted_sums(
  long units, long inputs, long lanes, const double *weights, const double *biases, const double *x,
  double *y);

/// Adds to the adjoint of each input what all units send back to it, the last unit first.
///
/// `weights` begins at the first of these inputs and holds a row of `stride` numbers for each unit.
void sweep_input_adjoints(
  long units, long inputs, long lanes, const double *weights, long stride, const double *upstream,
  double *adjoints);

/// How many places a lane's inputs take where they stand one after another: as many as fill whole
/// registers, so that a loop over them has no rest.
static inline long sweep_padded(long inputs) { return (inputs + 7) / 8 * 8; }

/// One use of some weights: what comes back to its units, a row for each unit, and its inputs, a
/// row of `sweep_padded` numbers for each lane.
struct sweep_use {
  const double *upstream;
  const double *inputs;
};

/// Adds to the gradient of each weight what every lane sends to it, the last lane first, and of
/// one lane the uses in their order.
void sweep_weight_gradients(
  long units, long inputs, long lanes, const struct sweep_use *uses, long count, double *gradient);

/// Adds to each of `count` numbers its row of lanes, the last lane first.
void sweep_row_sums(long count, long lanes, const double *rows, double *sums);

/// Turns rows of `lanes` numbers for each of `count` quantities into a padded row for each lane.
void sweep_transpose(long count, long lanes, const double *rows, double *columns);

/// Turns rows of `count` numbers, one for each lane, into rows of `lanes` numbers.
void sweep_gather(long count, long lanes, const double *const *rows, double *columns);

/// How many threads may share a loop; it changes the time and no result.
void sweep_use_threads(long count);
