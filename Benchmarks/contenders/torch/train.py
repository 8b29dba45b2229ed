"""The trainings in PyTorch as one would write them, in float64."""

import os
import sys
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional as F

sys.path.insert(0, str(Path(__file__).parent.parent))
import protocol

torch.set_default_dtype(torch.float64)
if os.environ.get("OMP_NUM_THREADS") == "1":
    torch.set_num_threads(1)


class Bump(nn.Module):
    """The learner's own activation."""

    def forward(self, z): return z * torch.exp(-z**2 / 2)


class Residual(nn.Module):
    def __init__(self, units):
        super().__init__()
        self.dense = nn.Linear(units, units)

    def forward(self, x): return torch.tanh(self.dense(x)) + x


def careful(z, y):
    """The learner's own loss."""
    return (torch.sqrt(1 + (z - y) ** 2) - 1).mean()


def sgd(lr, **settings):
    return lambda parameters: torch.optim.SGD(parameters, lr=lr, **settings)


def adam(lr):
    return lambda parameters: torch.optim.Adam(parameters, lr=lr)


# Of each task the layers, loss and optimizer.
TASKS = {
    "s0": (lambda: [nn.Linear(2, 1), nn.Sigmoid()], F.mse_loss, sgd(0.01)),
    "s1": (lambda: [nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10)],
           F.cross_entropy, sgd(0.01, momentum=0.9)),
    "s2": (lambda: [nn.Linear(10, 5), nn.ReLU(), nn.Linear(5, 1)], F.mse_loss, sgd(0.01)),
    "s3": (lambda: [nn.Linear(2, 4), nn.Sigmoid(), nn.Linear(4, 1), nn.Sigmoid()],
           F.mse_loss, sgd(0.1)),
    "s4": (lambda: [nn.Linear(100, 50), nn.ReLU(), nn.Linear(50, 1)], F.mse_loss, sgd(0.01)),
    "s5": (lambda: [nn.Linear(4, 8), nn.Tanh(), nn.Linear(8, 3)], F.cross_entropy, adam(0.01)),
    "norm": (lambda: [nn.Linear(30, 17), nn.GELU(), nn.LayerNorm(17), nn.Linear(17, 5)],
             F.cross_entropy, adam(0.003)),
    "residual": (lambda: [nn.Linear(12, 16), nn.Tanh(), *(Residual(16) for _ in range(4)),
                          nn.Linear(16, 1)],
                 F.mse_loss, sgd(0.01, momentum=0.9, nesterov=True)),
    "own": (lambda: [nn.Linear(8, 16), Bump(), nn.Linear(16, 1)], careful, sgd(0.05)),
    "dense": (lambda: [nn.Linear(64, 64), nn.Tanh(), nn.Linear(64, 64), nn.Tanh(),
                       nn.Linear(64, 1)],
              F.mse_loss, sgd(0.01)),
}


class Training:
    def __init__(self, task):
        self.task = task
        self.x = torch.tensor(task.x).reshape(-1, task.inputs)
        self.y = torch.tensor(task.y).reshape(-1, task.targets)
        if task.name in protocol.CLASSES:
            self.y = self.y[:, 0].long() - 1
        layers, self.criterion, optimizer = TASKS[task.name]
        self.model = nn.Sequential(*layers())
        nn.utils.vector_to_parameters(torch.tensor(task.start), self.model.parameters())
        self.optimizer = optimizer(self.model.parameters())

    def loss(self):
        return self.criterion(self.model(self.x), self.y).item()

    def run(self, epochs):
        whole = self.task.batch >= self.task.rows
        for rows in self.task.batches(epochs):
            if whole:
                x, y = self.x, self.y
            else:
                place = torch.tensor(rows)
                x, y = self.x[place], self.y[place]
            self.optimizer.zero_grad()
            self.criterion(self.model(x), y).backward()
            self.optimizer.step()


protocol.main(Training)
