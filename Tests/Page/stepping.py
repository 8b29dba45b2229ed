"""What a stepper shows, read from the page, and what it must show, from the program's JSON lines."""

import json

NETWORK = """\
input x = [0.6, -1.5]
param W[2,2] = [[0.3, -0.8], [1.2, 0.1]]
param v = [0.7, -1.1]
param c = 0.05
h = tanh(W @ x)
o = sigmoid(dot(v, h) + c)
L = (o - 1)^2 + 0.01*sum(v*v)
"""

FORKS = """\
input x = 3
param a = -0.25; param b = 1e-7
p = a*x
q = p*p + p*b - p
r = max(q, 0) + relu(p) + exp(q)/(1 + abs(p))
L = r*q*p - 123456.789*b
"""

WIDE = "input a = 2; input b = 3\nL = a" + "".join(f" + a*{n}.5 - b*a" for n in range(12)) + "\n"

PROGRAMS = {"network": NETWORK, "forks": FORKS, "wide": WIDE}


def number(value):
    """A number as the program writes it for a person: to six significant digits."""
    if isinstance(value, str):
        return value
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    text = f"{value:.6g}"
    if "e" in text:
        mantissa, exponent = text.split("e")
        return f"{mantissa}e{int(exponent)}"
    return text


def typeset(value):
    return number(value).replace("-", "−")


def steps(lines):
    """The steps of a run: forward, and each product of the backward pass."""
    found = []
    for line in map(json.loads, lines.splitlines()):
        if line["type"] != "step":
            continue
        if line["phase"] == "forward":
            found.append(line)
        if line["phase"] == "backward" and not any(step["phase"] == "backward" for step in found):
            found.append({**line, "arrived": line["adjoint"], "seed": True})
        for contribution in line.get("contributions", []):
            found.append({**line, **contribution, "arrived": line["adjoint"]})
        if line["phase"] == "backward" and not line["contributions"]:
            found.append({**line, "arrived": line["adjoint"]})
    return found


SHOWN = """figure => {
  const texts = (selector) => [...figure.querySelectorAll(selector)].map((e) => e.textContent);
  const now = (kind) => texts(".now .said-" + kind);
  return {
    where: texts(".now .phase")[0], count: texts(".now .count")[0], head: now("head"), formula: now("formula"),
    numbers: now("numbers"), sum: now("sum"),
    values: texts(".at [data-value]"), reached: texts(".to [data-gradient]"),
    arrived: texts(".at [data-gradient]"),
    local: texts(".on [data-factor]"), sent: texts(".on [data-sent]"),
    all: texts("[data-value], [data-gradient], [data-factor], [data-sent]"),
  };
}"""


def last_summand(text):
    """The last of the terms of a label such as ×(3 + 3) or 1 + -2 - 0.5, without its sign."""
    return text.strip("×()").split(" ")[-1].lstrip("-")


IN_SIGHT = """figure => {
  const frame = figure.querySelector(".picture").getBoundingClientRect();
  const parts = [...figure.querySelectorAll(".at > .box, .to > .box, [data-label].on:not(.waiting)")];
  return figure.querySelectorAll(".at").length > 0 && parts.every((part) => {
    const inner = part.getBoundingClientRect();
    return inner.left >= frame.left - 1 && inner.right <= frame.right + 1
      && inner.top >= frame.top - 1 && inner.bottom <= frame.bottom + 1;
  });
}"""


def shown(figure):
    return figure.evaluate(SHOWN)


def last_number(line):
    return line.rsplit("= ", 1)[-1].split()[0]
