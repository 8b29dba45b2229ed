/// A scalar tape in plain C: nodes in one array, operands before results, an operation each. It is
/// recorded and differentiated, then computed and differentiated again and again, for one row and for
/// a thousand rows one after the other.
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef enum { LEAF, ADD, MULTIPLY } Operation;
typedef struct { Operation operation; int left, right; } Node;

static Node *nodes;
static double *values, *adjoints;
static int count;

static int record(Operation operation, int left, int right, double value) {
  nodes[count] = (Node){operation, left, right};
  values[count] = value;
  return count++;
}

static int add(int a, int b) { return record(ADD, a, b, values[a] + values[b]); }
static int multiply(int a, int b) { return record(MULTIPLY, a, b, values[a] * values[b]); }

static void forward(void) {
  for (int n = 0; n < count; n++) {
    Node node = nodes[n];
    if (node.operation == ADD) values[n] = values[node.left] + values[node.right];
    if (node.operation == MULTIPLY) values[n] = values[node.left] * values[node.right];
  }
}

static void backward(void) {
  for (int n = 0; n < count; n++) adjoints[n] = 0;
  adjoints[count - 1] = 1;
  for (int n = count - 1; n >= 0; n--) {
    Node node = nodes[n];
    double adjoint = adjoints[n];
    if (node.operation == ADD) {
      adjoints[node.left] += adjoint;
      adjoints[node.right] += adjoint;
    }
    if (node.operation == MULTIPLY) {
      adjoints[node.left] += adjoint * values[node.right];
      adjoints[node.right] += adjoint * values[node.left];
    }
  }
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

int main(int arguments, char **argument) {
  if (arguments != 2) return 64;
  int rounds = atoi(argument[1]);
  double began = now();
  nodes = malloc((2ul * rounds + 3) * sizeof(Node));
  values = malloc((2ul * rounds + 3) * sizeof(double));
  adjoints = malloc((2ul * rounds + 3) * sizeof(double));
  if (!nodes || !values || !adjoints) return 1;
  int x = record(LEAF, 0, 0, 0.5), a = record(LEAF, 0, 0, 0.9999999), b = record(LEAF, 0, 0, 1e-7);
  int h = x;
  for (int k = 0; k < rounds; k++) h = add(multiply(h, a), b);
  backward();
  double recorded = now() - began, value = values[h], gradient = adjoints[a];
  int replays = 0;
  began = now();
  do {
    forward();
    backward();
    replays++;
  } while (now() - began < 0.1);
  double replayed = (now() - began) / replays;
  printf("{\"value\": %.17g, \"gradient\": %.17g, \"record\": %.17g, \"replay\": %.17g}\n", value,
         gradient, recorded, replayed);
}
