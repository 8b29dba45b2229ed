"""The trainings in NumPy, derivatives by hand, rows of a batch at once."""

import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))
import protocol
from layers import GELU, Bump, Dense, LayerNorm, ReLU, Residual, Sigmoid, Tanh


def squared_error(z, y):
    return ((z - y) ** 2).mean(), 2 * (z - y) / len(z)


def careful(z, y):
    root = np.sqrt(1 + (z - y) ** 2)
    return (root - 1).mean(), (z - y) / root / len(z)


def cross_entropy(z, y):
    rows, right = np.arange(len(z)), y[:, 0].astype(int) - 1
    shifted = z - z.max(axis=1, keepdims=True)
    powers = np.exp(shifted)
    sums = powers.sum(axis=1, keepdims=True)
    loss = (np.log(sums[:, 0]) - shifted[rows, right]).mean()
    dz = powers / sums
    dz[rows, right] -= 1
    return loss, dz / len(z)


class SGD:
    def __init__(self, lr, momentum=0, nesterov=False):
        self.lr, self.momentum, self.nesterov, self.u = lr, momentum, nesterov, {}

    def step(self, place, w, g):
        if self.momentum:
            self.u[place] = u = self.momentum * self.u[place] + g if place in self.u else g
            g = g + self.momentum * u if self.nesterov else u
        w -= self.lr * g


class Adam:
    def __init__(self, lr):
        self.lr, self.state = lr, {}

    def step(self, place, w, g):
        m, v, t = self.state.get(place, (0, 0, 0))
        m, v, t = 0.9 * m + (1 - 0.9) * g, 0.999 * v + (1 - 0.999) * g * g, t + 1
        self.state[place] = m, v, t
        w -= self.lr * (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)


# Of each task the layers, loss and optimizer; n are the numbers it starts from.
TASKS = {
    "s0": (lambda n: [Dense(2, 1, n), Sigmoid()], squared_error, lambda: SGD(0.01)),
    "s1": (lambda n: [Dense(784, 128, n), ReLU(), Dense(128, 10, n)],
           cross_entropy, lambda: SGD(0.01, 0.9)),
    "s2": (lambda n: [Dense(10, 5, n), ReLU(), Dense(5, 1, n)], squared_error, lambda: SGD(0.01)),
    "s3": (lambda n: [Dense(2, 4, n), Sigmoid(), Dense(4, 1, n), Sigmoid()],
           squared_error, lambda: SGD(0.1)),
    "s4": (lambda n: [Dense(100, 50, n), ReLU(), Dense(50, 1, n)],
           squared_error, lambda: SGD(0.01)),
    "s5": (lambda n: [Dense(4, 8, n), Tanh(), Dense(8, 3, n)], cross_entropy, lambda: Adam(0.01)),
    "norm": (lambda n: [Dense(30, 17, n), GELU(), LayerNorm(17, n), Dense(17, 5, n)],
             cross_entropy, lambda: Adam(0.003)),
    "residual": (lambda n: [Dense(12, 16, n), Tanh(), *(Residual(16, n) for _ in range(4)),
                            Dense(16, 1, n)],
                 squared_error, lambda: SGD(0.01, 0.9, nesterov=True)),
    "own": (lambda n: [Dense(8, 16, n), Bump(), Dense(16, 1, n)], careful, lambda: SGD(0.05)),
    "dense": (lambda n: [Dense(64, 64, n), Tanh(), Dense(64, 64, n), Tanh(), Dense(64, 1, n)],
              squared_error, lambda: SGD(0.01)),
}


class Numbers:
    """The parameters, taken one after the other."""

    def __init__(self, numbers): self.rest = np.array(numbers)

    def take(self, count):
        taken, self.rest = self.rest[:count].copy(), self.rest[count:]
        return taken


class Training:
    def __init__(self, task):
        self.task = task
        self.x = np.array(task.x).reshape(-1, task.inputs)
        self.y = np.array(task.y).reshape(-1, task.targets)
        layers, self.criterion, optimizer = TASKS[task.name]
        self.layers, self.optimizer = layers(Numbers(task.start)), optimizer()

    def forward(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def loss(self):
        return self.criterion(self.forward(self.x), self.y)[0]

    def run(self, epochs):
        whole = self.task.batch >= self.task.rows
        for rows in self.task.batches(epochs):
            x, y = (self.x, self.y) if whole else (self.x[rows], self.y[rows])
            _, d = self.criterion(self.forward(x), y)
            for layer in reversed(self.layers):
                d = layer.backward(d, needs_input=layer is not self.layers[0])
            place = 0
            for layer in self.layers:
                for w, g in zip(layer.parameters, layer.gradients):
                    self.optimizer.step(place, w, g)
                    place += 1


protocol.main(Training)
