"""The small trainings in micrograd, a node for every operation on two numbers.

micrograd has +, ·, a power that is a constant, and ReLU; the other functions are added here the way
its own are written.
"""

import math
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
import protocol
from micrograd.engine import Value


def function(x, value, slope, name):
    out = Value(value, (x,), name)

    def backward():
        x.grad += slope * out.grad

    out._backward = backward
    return out


def sigmoid(z):
    y = 1 / (1 + math.exp(-z.data))
    return function(z, y, y * (1 - y), "sigmoid")


def tanh(z):
    y = math.tanh(z.data)
    return function(z, y, 1 - y * y, "tanh")


def exp(z): return function(z, math.exp(z.data), math.exp(z.data), "exp")
def log(z): return function(z, math.log(z.data), 1 / z.data, "log")
def relu(z): return z.relu()
def linear(z): return z


def squared_error(z, y): return (z[0] - y[0]) ** 2


def cross_entropy(z, y):
    powers = [exp(each) for each in z]
    return log(sum(powers)) - z[int(y[0]) - 1]


# Of each task the widths, activations, loss, and the optimizer's name and learning rate.
TASKS = {
    "s0": ((2, 1), [sigmoid], squared_error, "sgd", 0.01),
    "s2": ((10, 5, 1), [relu, linear], squared_error, "sgd", 0.01),
    "s3": ((2, 4, 1), [sigmoid, sigmoid], squared_error, "sgd", 0.1),
    "s5": ((4, 8, 3), [tanh, linear], cross_entropy, "adam", 0.01),
}


class Training:
    def __init__(self, task):
        self.task = task
        widths, self.activations, self.criterion, self.optimizer, self.lr = TASKS[task.name]
        self.x = [task.x[i:i + task.inputs] for i in range(0, len(task.x), task.inputs)]
        self.y = [task.y[i:i + task.targets] for i in range(0, len(task.y), task.targets)]
        self.parameters = [Value(number) for number in task.start]
        rest = iter(self.parameters)
        self.layers = []
        for inputs, units in zip(widths, widths[1:]):
            weights = [[next(rest) for _ in range(inputs)] for _ in range(units)]
            self.layers.append((weights, [next(rest) for _ in range(units)]))
        self.moments = [(0.0, 0.0)] * len(self.parameters)
        self.steps = 0

    def loss_of(self, rows):
        losses = []
        for row in rows:
            a = self.x[row]
            for (weights, biases), activation in zip(self.layers, self.activations):
                a = [activation(sum((w * x for w, x in zip(unit, a)), b))
                     for unit, b in zip(weights, biases)]
            losses.append(self.criterion(a, self.y[row]))
        return sum(losses) * (1 / len(losses))

    def loss(self):
        return self.loss_of(range(self.task.rows)).data

    def run(self, epochs):
        for rows in self.task.batches(epochs):
            for p in self.parameters:
                p.grad = 0
            self.loss_of(rows).backward()
            self.steps += 1
            for place, p in enumerate(self.parameters):
                p.data -= self.lr * self.direction(place, p.grad)

    def direction(self, place, g):
        """Where a parameter goes: against its gradient, or Adam's form of it."""
        if self.optimizer == "sgd":
            return g
        m, v = self.moments[place]
        m, v = 0.9 * m + (1 - 0.9) * g, 0.999 * v + (1 - 0.999) * g * g
        self.moments[place] = m, v
        return m / (1 - 0.9**self.steps) / (math.sqrt(v / (1 - 0.999**self.steps)) + 1e-8)


sys.setrecursionlimit(100_000)  # its walk through the graph calls itself
protocol.main(Training)
