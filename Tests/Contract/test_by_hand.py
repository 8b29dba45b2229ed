"""The loop that `train` is, written by hand, ends with the same bits.

Every test has pairs of programs: what is shown at their ends must be equal to the last bit.
"""

import csv

import pytest

from programs import ROOT, literal, run

LINE = "data line = [1 -> 2.13; 2 -> 3.94; 3 -> 6.21; 4.5 -> 7.87; -0.7 -> 0.31]\n"
LEAVES = "param a = 0.3; param c = -0.2\nf(x) = a*x + c\n"
MEAN = "L = mean([(f(x) - t)^2 for x, t in line])\n"


def same(first, *others):
    shown = run(first).values
    assert shown
    for other in others:
        assert run(other).values == shown


def line(steps, training, by_hand):
    """A line by `train`, by `minimize` and by hand."""
    return (
        LINE + LEAVES + f"train f, line, loss=mse, epochs={steps}, {training}\nshow a\nshow c",
        LINE + LEAVES + MEAN + f"minimize L, steps={steps}, {training}\nshow a\nshow c",
        LINE + LEAVES + MEAN + by_hand.replace("STEPS", str(steps)) + "\nshow a\nshow c",
    )


def test_gradient_descent_on_a_line():
    same(*line(300, "optimizer=sgd(0.03)",
               "for k in 1..STEPS { set [a, c] = [a, c] - 0.03*grad(L, [a, c]) }"))


def test_the_loss_in_other_words():
    mse = LINE + LEAVES + "L = mean([mse(f(x), t) for x, t in line])\n"
    loop = "for k in 1..50 { set [a, c] = [a, c] - 0.03*grad(L, [a, c]) }\nshow a\nshow c"
    same(LINE + LEAVES + MEAN + loop, mse + loop,
         LINE + LEAVES + "square_error(p, t) = (p - t)^2\n"
         "train f, line, loss=square_error, optimizer=sgd(0.03), epochs=50\nshow a\nshow c")


def test_momentum():
    same(*line(60, "optimizer=sgd(0.01, momentum=0.9)", """\
g = grad(L, [a, c])
param v[2] = g
set [a, c] = [a, c] - 0.01*v
for k in 2..STEPS { set v = 0.9*v + g; set [a, c] = [a, c] - 0.01*v }"""))


def test_adam():
    same(*line(60, "optimizer=adam(0.05)", """\
g = grad(L, [a, c])
param m[2] = 0
param v[2] = 0
for k in 1..STEPS {
  set [m, v] = [0.9*m + (1 - 0.9)*g, 0.999*v + (1 - 0.999)*g^2]
  set [a, c] = [a, c] - 0.05*(m/(1 - 0.9^k))/(sqrt(v/(1 - 0.999^k)) + 1e-8)
}"""))


def test_a_schedule():
    same(*line(40, "optimizer=sgd(cosine(0.05, steps=40))", """\
rate = cosine(0.05, steps=40)
for k in 0..STEPS-1 { set [a, c] = [a, c] - rate(k)*grad(L, [a, c]) }"""))


def test_l2():
    """Both are weights: only a network knows biases."""
    same(*line(40, "optimizer=sgd(0.03), l2=0.1", """\
P = L + 0.5*0.1*(a^2 + c^2)
for k in 1..STEPS { set [a, c] = [a, c] - 0.03*grad(P, [a, c]) }"""))


def test_clipping():
    same(*line(40, "optimizer=sgd(0.05), clip=norm(0.7)",
               "for k in 1..STEPS { set [a, c] = [a, c] - 0.05*clip_norm(grad(L, [a, c]), 0.7) }"))
    same(*line(40, "optimizer=sgd(0.05), clip=value(0.4)",
               "for k in 1..STEPS { set [a, c] = [a, c] - 0.05*clip_value(grad(L, [a, c]), 0.4) }"))


def test_the_learner_s_own_optimizer():
    heavy = "heavy_ball(w, g, v, lr=0.01, mu=0.9) = { u = mu*v + g; [w - lr*u, u] }\n"
    mine, *_ = line(60, "optimizer=heavy_ball(lr=0.01)", "")
    theirs, minimized, _ = line(60, "optimizer=sgd(0.01, momentum=0.9)", "")
    same(theirs, heavy + mine, minimized)
    adam = """\
my_adam(w, g, m, v, t, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8) = {
  p = beta1*m + (1 - beta1)*g
  q = beta2*v + (1 - beta2)*g^2
  [w - lr*(p/(1 - beta1^t))/(sqrt(q/(1 - beta2^t)) + eps), p, q]
}
"""
    mine, *_ = line(60, "optimizer=my_adam(lr=cosine(0.05, steps=60))", "")
    theirs, *_ = line(60, "optimizer=adam(cosine(0.05, steps=60))", "")
    same(theirs, adam + mine)


XOR = "data xor = [0 0 -> 0; 0 1 -> 1; 1 0 -> 1; 1 1 -> 0]\n"
W1 = [[0.31, -0.52], [0.77, 0.14], [-0.63, 0.42], [0.2, 0.91]]
B1 = [0.05, -0.1, 0.2, -0.3]
W2 = [[0.7, -0.3, 0.5, -0.8]]
B2 = [0.02]
NET = (f"net mlp = 2 -> dense(4, tanh, w={literal(W1)}, b={literal(B1)})"
       f" -> dense(1, sigmoid, w={literal(W2)}, b={literal(B2)})\n")
MATRICES = (f"param w1 = {literal(W1)}\nparam b1 = {literal(B1)}\n"
            f"param w2 = {literal(W2)}\nparam b2 = {literal(B2)}\n"
            "f(x) = sigmoid(w2 @ tanh(w1 @ x + b1) + b2)\n")
SHOW_NET = "show mlp.w1\nshow mlp.b1\nshow mlp.w2\nshow mlp.b2\n"
SHOW_MATRICES = "show w1\nshow b1\nshow w2\nshow b2\n"


@pytest.mark.parametrize("loss", ["mse", "bce"])
@pytest.mark.parametrize("optimizer", ["sgd(0.5)", "adam(0.02)", "sgd(0.1, momentum=0.9)"])
def test_a_network_for_xor(loss, optimizer):
    training = f"xor, loss={loss}, optimizer={optimizer}, epochs=40\n"
    minimizing = f"minimize L, optimizer={optimizer}, steps=40\n"
    same(XOR + NET + f"train mlp, {training}" + SHOW_NET,
         XOR + MATRICES + f"train f, {training}" + SHOW_MATRICES,
         XOR + NET + f"L = mean([{loss}(mlp(x), t) for x, t in xor])\n" + minimizing + SHOW_NET,
         XOR + MATRICES + f"L = mean([{loss}(f(x), t) for x, t in xor])\n" + minimizing
         + SHOW_MATRICES)


def test_a_network_for_xor_in_a_loop():
    leaves = "[mlp.w1, mlp.b1, mlp.w2, mlp.b2]"
    same(XOR + NET + "train mlp, xor, loss=mse, optimizer=sgd(0.5), epochs=30\n" + SHOW_NET,
         XOR + NET + "L = mean([mse(mlp(x), t) for x, t in xor])\nfor k in 1..30 {\n"
         + f"set {leaves} = [mlp.w1 - 0.5*grad(L, mlp.w1), mlp.b1 - 0.5*grad(L, mlp.b1),"
         " mlp.w2 - 0.5*grad(L, mlp.w2), mlp.b2 - 0.5*grad(L, mlp.b2)]\n}\n" + SHOW_NET,
         XOR + MATRICES + "L = mean([mse(f(x), t) for x, t in xor])\nfor k in 1..30 {\n"
         "set [w1, b1, w2, b2] = [w1 - 0.5*grad(L, w1), b1 - 0.5*grad(L, b1),"
         " w2 - 0.5*grad(L, w2), b2 - 0.5*grad(L, b2)]\n}\n" + SHOW_MATRICES)


def test_l2_over_the_weights_of_a_network():
    penalty = "0.5*0.01*sum(mlp.w1^2) + 0.5*0.01*sum(mlp.w2^2)"
    trained = run(
        XOR + NET + "train mlp, xor, loss=mse, optimizer=sgd(0.5), epochs=20, l2=0.01, updates=true\n"
        + SHOW_NET)
    by_hand = run(
        XOR + NET + f"L = mean([mse(mlp(x), t) for x, t in xor]) + {penalty}\n"
        "minimize L, optimizer=sgd(0.5), steps=20\n" + SHOW_NET)
    assert trained.values[1] == pytest.approx(by_hand.values[1], rel=1e-13)
    for name in ("mlp.w1", "mlp.b1", "mlp.w2", "mlp.b2"):
        assert (trained.of("update")[0]["gradients"][name]
                == by_hand.of("update")[0]["gradients"][name])


def rows_of_iris(count):
    with open(ROOT / "data/iris.csv") as file:
        rows = [row for row in csv.reader(file)][1:]
    kinds = sorted({row[-1] for row in rows})
    chosen = rows[::150 // count][:count]
    return [[float(x) for x in row[:-1]] for row in chosen], [1 + kinds.index(r[-1]) for r in chosen]


@pytest.mark.parametrize("optimizer, first, step", [
    ("sgd(0.1)", "", "set P = P - 0.1*G"),
    ("sgd(0.05, momentum=0.9)", "param V[3, 5] = 0",
     "set V = 0.9*V + G\nset P = P - 0.05*V"),
    ("adam(0.02)", "param M[3, 5] = 0\nparam V[3, 5] = 0",
     "set [M, V] = [0.9*M + (1 - 0.9)*G, 0.999*V + (1 - 0.999)*G^2]\n"
     "set P = P - 0.02*(M/(1 - 0.9^k))/(sqrt(V/(1 - 0.999^k)) + 1e-8)"),
])
def test_a_softmax_network_in_batches(optimizer, first, step):
    """Nine flowers in batches of four, four and one; the biases are the weights of a column of 1."""
    x, classes = rows_of_iris(9)
    x = [row + [1.0] for row in x]
    start = [[0.1, -0.2, 0.05, 0.3, 0.0], [-0.1, 0.15, 0.2, -0.05, 0.1], [0.2, 0.0, -0.3, 0.1, -0.1]]
    data = f"data d = {literal(x)} -> {literal(classes)}\n"
    trained = data + (
        f"net n = 5 -> dense(3, bias=false, w={literal(start)})\n"
        f"train n, d, loss=cross_entropy, optimizer={optimizer}, epochs=6, batch=4\nshow n.w1")
    batches = []
    for number, rows in enumerate([range(1, 5), range(5, 9), range(9, 10)], 1):
        terms = ", ".join(f"cross_entropy(P @ d.x[{r}], d.y[{r}])" for r in rows)
        batches.append(f"G{number} = grad(mean([{terms}]), P)")
    loop = ["k = 0", "for epoch in 1..6 {"]
    for number in (1, 2, 3):
        loop.append(f"k{number} = 3*(epoch - 1) + {number}")
        loop.append(step.replace("G", f"G{number}").replace("^k", f"^k{number}"))
    by_hand = data + "\n".join(
        [f"param P = {literal(start)}", first, *batches, *loop[1:], "}", "show P"])
    same(trained, by_hand)


def test_repeating_a_training_is_the_same_training():
    program = XOR + "net mlp = 2 -> dense(4, tanh) -> dropout(0.3) -> dense(1, sigmoid), seed=3\n" \
        "train mlp, xor, loss=bce, optimizer=adam(0.1), epochs=30, batch=3, shuffle=5\n" + SHOW_NET
    same("seed 1\n" + program, "seed 1\n" + program)
