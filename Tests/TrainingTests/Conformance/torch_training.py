"""Writes torch_training.json: what torch 2.13 (float64) computes where the other files have no case.

Run with `python3 torch_training.py > torch_training.json` where torch is installed.
"""

import json
import math
import random

import torch

torch.set_default_dtype(torch.float64)
random.seed(1)

OPTIMIZERS = [
    ("sgd", torch.optim.SGD, [
        dict(momentum=0.9, dampening=0.3, weight_decay=0.1), dict(momentum=0.5, nesterov=True)]),
    ("adagrad", torch.optim.Adagrad, [
        dict(lr_decay=0.2), dict(weight_decay=0.1, initial_accumulator_value=0.5)]),
    ("rmsprop", torch.optim.RMSprop, [
        dict(), dict(centered=True), dict(momentum=0.9, centered=True, weight_decay=0.1)]),
    ("adadelta", torch.optim.Adadelta, [dict(), dict(rho=0.5, eps=1e-3, weight_decay=0.1)]),
    ("adam", torch.optim.Adam, [
        dict(), dict(amsgrad=True, weight_decay=0.1),
        dict(weight_decay=0.1, decoupled_weight_decay=True)]),
    ("adamw", torch.optim.AdamW, [dict(), dict(amsgrad=True, betas=(0.5, 0.6))]),
    ("adamax", torch.optim.Adamax, [dict(), dict(weight_decay=0.1, eps=0.1)]),
    ("nadam", torch.optim.NAdam, [
        dict(), dict(weight_decay=0.1, decoupled_weight_decay=True, momentum_decay=0.1)]),
    ("radam", torch.optim.RAdam, [
        dict(), dict(betas=(0.9, 0.9)), dict(weight_decay=0.1, decoupled_weight_decay=True)]),
]


def optimizer_cases():
    for name, kind, choices in OPTIMIZERS:
        for options in choices + [dict(weight_decay=0.2, maximize=True)]:
            w = torch.tensor([1.5, -0.25], requires_grad=True)
            optimizer = kind([w], lr=0.05, **options)
            gradients = [[random.gauss(0, 1), random.gauss(0, 0.01)] for _ in range(12)]
            params = []
            for gradient in gradients:
                w.grad = torch.tensor(gradient)
                optimizer.step()
                params.append(w.tolist())
            settings = {"lr": 0.05}
            for key, value in options.items():
                if key == "betas":
                    settings["beta1"], settings["beta2"] = value
                else:
                    settings[key] = float(value)
            yield dict(name=name, settings=settings, gradients=gradients, params=params)


def run_schedule(make, lr, steps):
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=lr)
    scheduler = make(optimizer)
    values = []
    for step in range(steps):
        values.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        if step + 1 < steps:
            scheduler.step()
    return values


def schedule_cases():
    s = torch.optim.lr_scheduler
    for name, numbers, steps, make in [
        ("step_decay", [0.1, 7, 0.5], 40, lambda o: s.StepLR(o, 7, 0.5)),
        ("multistep", [0.1, 0.5, 3, 10, 11], 30, lambda o: s.MultiStepLR(o, [3, 10, 11], 0.5)),
        ("exponential", [0.1, 0.9], 30, lambda o: s.ExponentialLR(o, 0.9)),
        ("polynomial", [0.1, 20, 2], 30, lambda o: s.PolynomialLR(o, 20, 2.0)),
        ("ramp", [0.1, 12, 0.02], 30, lambda o: s.LinearLR(o, 1.0, 0.2, 12)),
        ("cosine", [0.1, 25, 0.01], 25, lambda o: s.CosineAnnealingLR(o, 25, 0.01)),
        ("cosine_restarts", [0.1, 5, 1, 0.01], 40,
         lambda o: s.CosineAnnealingWarmRestarts(o, 5, 1, 0.01)),
        ("cosine_restarts", [0.1, 3, 2, 0.01], 100,
         lambda o: s.CosineAnnealingWarmRestarts(o, 3, 2, 0.01)),
        ("cosine_restarts", [0.1, 2, 10, 0], 250,
         lambda o: s.CosineAnnealingWarmRestarts(o, 2, 10)),
        ("one_cycle", [0.1, 30, 0.3, 25, 1e4], 30, lambda o: s.OneCycleLR(o, 0.1, total_steps=30)),
        ("one_cycle", [0.1, 7, 0.5, 10, 100], 7,
         lambda o: s.OneCycleLR(o, 0.1, total_steps=7, pct_start=0.5, div_factor=10,
                                final_div_factor=100)),
        ("one_cycle", [0.1, 3, 0.3, 25, 1e4], 3, lambda o: s.OneCycleLR(o, 0.1, total_steps=3)),
        ("cyclic", [0.1, 0.01, 4], 40, lambda o: s.CyclicLR(o, 0.01, 0.1, step_size_up=4)),
    ]:
        yield dict(name=name, settings=numbers, values=run_schedule(make, 0.1, steps))


def plateau_cases():
    for options in [
        dict(), dict(patience=1, factor=0.5, cooldown=2), dict(mode="max", patience=2, min_lr=0.004),
        dict(patience=0, threshold=0.05, threshold_mode="abs"),
        dict(mode="max", patience=1, threshold=0.1, threshold_mode="abs", cooldown=1),
    ]:
        optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
        scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, **options)
        metrics, values = [], []
        for step in range(60):
            metric = math.nan if step % 17 == 5 else 1 / (1 + step // 6) + 0.1 * random.random()
            metrics.append(None if math.isnan(metric) else metric)
            scheduler.step(metric)
            values.append(optimizer.param_groups[0]["lr"])
        words = {"min": 0, "max": 1, "rel": 0, "abs": 1}
        settings = {key: words.get(value, value) for key, value in options.items()}
        yield dict(settings=settings | {"lr": 0.1}, metrics=metrics, values=values)


def lbfgs_cases():
    for start in [[-1.2, 1.0], [2.0, -3.0], [0.5, 0.5]]:
        for options in [
            dict(line_search_fn="strong_wolfe"), dict(lr=0.1), dict(max_iter=4, history_size=2, lr=0.2),
            dict(max_iter=3, history_size=3, line_search_fn="strong_wolfe"),
        ]:
            w = torch.tensor(start, requires_grad=True)
            optimizer = torch.optim.LBFGS([w], **options)

            def closure():
                optimizer.zero_grad()
                loss = (1 - w[0]) ** 2 + 100 * (w[1] - w[0] ** 2) ** 2
                loss.backward()
                return loss

            params = []
            for _ in range(5):
                optimizer.step(closure)
                params.append(w.tolist())
            settings = {key: 1 if key == "line_search_fn" else value for key, value in options.items()}
            if "line_search_fn" in settings:
                settings["line_search"] = settings.pop("line_search_fn")
            yield dict(settings=settings, start=start, params=params)


print(json.dumps(dict(
    source=f"torch {torch.__version__}, float64",
    optimizers=list(optimizer_cases()), schedules=list(schedule_cases()),
    plateaus=list(plateau_cases()), lbfgs=list(lbfgs_cases()))))
