"""The chain of products and sums in micrograd."""

import json
import sys
import time

from micrograd.engine import Value

rounds = int(sys.argv[1])
sys.setrecursionlimit(10 * rounds + 1000)  # its walk through the graph calls itself
began = time.perf_counter()
x, a, b = Value(0.5), Value(0.9999999), Value(1e-7)
h = x
for _ in range(rounds):
    h = h * a + b
h.backward()
seconds = time.perf_counter() - began
print(json.dumps({"value": h.data, "gradient": a.grad, "record": seconds}))
