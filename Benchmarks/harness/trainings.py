"""The main table: a training, by Gradus and by everybody else, in turns."""

from dataclasses import dataclass, field

from .measuring import Times, agrees, short, table

HEADS = ["", "÷ C, a step", "one step", "÷ Gradus", "whole process", "÷ Gradus", "ns a multiply-add", "peak MB", "same loss"]
GRADUS = [("Gradus", ()), ("Gradus, 1 thread", ("--threads", "1"))]


@dataclass
class Result:
    """What was found out about one contender at one task."""
    step: Times = field(default_factory=Times)
    whole: Times = field(default_factory=Times)
    megabytes: float = 0
    trouble: str = ""
    note: str = ""


def measure(task, gradus, others, epochs, repetitions, seconds):
    """Runs everybody in turns; a name and its result each."""
    folder = gradus.write_start(task, epochs)
    losses = {}

    def expected(count):
        if count not in losses:
            losses[count] = gradus.train(task, count)[1]
        return losses[count]

    long = gradus.epochs_to_measure(task, epochs, seconds)
    results = {name: Result() for name in [g[0] for g in GRADUS] + [o.name for o in others]}
    for _ in range(repetitions):
        for name, options in GRADUS:
            measure_gradus(results[name], gradus, task, epochs, long, options, expected)
        for other in others:
            count, result = other.epochs(task, epochs), results[other.name]
            if count and not result.trouble:
                measure_other(result, other, task, folder, count, count == epochs, seconds, expected)
    return results


def measure_gradus(result, gradus, task, epochs, long, options, expected):
    finished, loss = gradus.train(task, epochs, *options)
    if not agrees(loss, expected(epochs)):
        result.trouble = f"{loss!r}, not {expected(epochs)!r}"
    result.whole.add(finished.seconds)
    result.megabytes = max(result.megabytes, finished.megabytes)
    once = gradus.train(task, long, *options)[0].seconds
    twice = gradus.train(task, 2 * long, *options)[0].seconds
    result.step.add((twice - once) / task.steps(long))


def measure_other(result, other, task, folder, epochs, is_whole, seconds, expected):
    try:
        once, finished = other.train(task, folder, epochs, 0)
        many, _ = other.train(task, folder, epochs, seconds) if is_whole else (once, None)
    except RuntimeError as error:
        result.trouble = str(error).splitlines()[-1]
        return
    for told in once, many:
        if not agrees(told["loss"], expected(epochs)):
            result.trouble = f"{told['loss']!r}, not {expected(epochs)!r}"
            return
    result.step.add(many["seconds"] / task.steps(epochs))
    result.megabytes = max(result.megabytes, finished.megabytes)
    if is_whole:
        result.whole.add(finished.seconds)
    else:
        result.note = f"after {epochs} epochs"


def report(task, results, epochs):
    """The table of one task. Who came to another loss gets no times."""
    in_c = [r.step.median for name, r in results.items() if name.startswith("C, ") and r.step and not r.trouble]
    c = min(in_c, default=None)
    gradus = results["Gradus"]
    rows = []
    for name, r in sorted(results.items(), key=lambda item: item[1].step.median if item[1].step else 1e9):
        if r.trouble:
            rows.append([name, "–", "–", "–", "–", "–", "–", "–", f"NO: {r.trouble}"])
        elif r.step:
            rows.append([
                name, f"{short(r.step.median / c)} ×" if c else "–", r.step,
                f"{short(r.step.median / gradus.step.median)} ×", r.whole,
                f"{short(r.whole.median / gradus.whole.median)} ×" if r.whole else "–",
                short(r.step.median * task.steps(epochs) / (epochs * task.rows) / task.multiply_adds * 1e9)
                if not r.note else "–",
                f"{r.megabytes:.0f}", r.note or "yes"])
    title = f"{task.title}: {epochs} epochs of {task.rows} rows, {task.steps(epochs)} steps"
    return table(title, HEADS, rows)
