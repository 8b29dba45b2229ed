"""Times, their median and spread, and a rough way of writing them."""

import statistics


class Times:
    """The repetitions of one measurement, in seconds."""

    def __init__(self): self.seconds = []
    def add(self, seconds): self.seconds.append(seconds)
    def __bool__(self): return bool(self.seconds)
    @property
    def median(self): return statistics.median(self.seconds)

    def __str__(self):
        """The median, and from where to where they went."""
        if not self:
            return "–"
        low, high = min(self.seconds), max(self.seconds)
        unit, factor = scale(self.median)
        return f"{short(self.median * factor)} {unit} ({short(low * factor)}–{short(high * factor)})"


def scale(seconds):
    """The unit a time is best read in, and its parts of a second."""
    for unit, factor in ("s", 1), ("ms", 1e3), ("µs", 1e6):
        if abs(seconds) * factor >= 1:
            return unit, factor
    return "ns", 1e9


def short(number):
    """Three significant digits."""
    return f"{number:.0f}" if abs(number) >= 100 else f"{number:.3g}"


def agrees(number, expected):
    """Whether two losses are the same but for rounding: to 1e-9, relative."""
    return abs(number - expected) <= 1e-9 * abs(expected)


def table(title, heads, rows):
    """A table as text, the first column to the left, the others to the right."""
    rows = [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[k]) for row in [heads, *rows]) for k in range(len(heads))]

    def line(row):
        cells = [cell.ljust(w) if k == 0 else cell.rjust(w) for k, (cell, w) in enumerate(zip(row, widths))]
        return "  ".join(cells).rstrip()

    return "\n".join(["", title, "─" * len(line(heads)), line(heads), *map(line, rows)])
