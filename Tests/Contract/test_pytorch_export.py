"""A program exported to PyTorch trains there as it does here.

Every exported script is run; it compares its losses and its first gradients with Gradus's itself.
Then it is run with one of the expected numbers changed, to see that it would have noticed.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GRADUS = os.environ.get("GRADUS", str(ROOT / ".build/debug/gradus"))

try:
    import torch  # noqa: F401
except ImportError:
    if os.environ.get("GRADUS_WITHOUT_TORCH") == "1":
        pytest.skip(
            "PyTorch is not installed and GRADUS_WITHOUT_TORCH=1 is set", allow_module_level=True)
    raise

XOR = "data xor = [0 0 -> 0; 0 1 -> 1; 1 0 -> 1; 1 1 -> 0]\n"
LINE = "data line = [0 -> 1; 1 -> 3; 2 -> 5; 3 -> 6.5]\n"
IRIS = f'iris = csv("{ROOT}/data/iris.csv")\n'
POINTS = "data points = normal(0, 1, rows=12, columns=3, seed=4) -> normal(0, 1, rows=12, columns=2, seed=5)\n"

PROGRAMS = {
    "xor": XOR + """
net mlp = 2 -> dense(4, tanh) -> dense(1, sigmoid), init=xavier, seed=7
train mlp, xor, loss=mse, optimizer=adam(lr=cosine(0.1, steps=200)), clip=norm(1), epochs=200""",
    "a line": LINE + """
param a = 0; param c = 0
f(x) = a*x + c
train f, line, loss=half_mse, optimizer=sgd(lr=0.05, momentum=0.9, nesterov="true"), epochs=60""",
    "iris": IRIS + """
a, b = split(iris, 0.8, seed=1)
data s = standardize(a)
data v = standardize(b, like=s)
net m = 4 -> dense(8, tanh) -> dense(3), seed=3
train m, s, loss=cross_entropy, optimizer=adam(lr=0.02), epochs=12, batch=16, shuffle=5, validate=v""",
    "digits": f"""
d = csv("{ROOT}/data/digits.csv")
net m = 64 -> dense(10), init=normal(0, 0.01), seed=1
train m, d[1..300], loss=cross_entropy(label_smoothing=0.1), optimizer=sgd(lr=0.002, momentum=0.9), \\
  l2=0.01, clip=norm(1), batch=50, epochs=5""",
    "normalization": POINTS + """
net m = 3 -> dense(4) -> batchnorm(momentum=0.2) -> relu -> dense(4, gelu) -> layernorm() -> dense(2), seed=2
train m, points, loss=huber(delta=0.5), optimizer=rmsprop(lr=0.01, centered="true"), batch=4, epochs=10""",
    "residual and repeat": POINTS + """
net m = 3 -> repeat(2, residual(dense(3, silu))) -> dense(2, bias=false), seed=2
train m, points, loss=smooth_l1, optimizer=nadam(lr=0.01), l1=0.001, clip=value(0.05), epochs=30""",
    "dropout": POINTS + """
net m = 3 -> dense(6, relu) -> dropout(0.3) -> dense(2), seed=2
train m, points, loss=mse, optimizer=adamw(lr=0.01), batch=5, epochs=8, shuffle=true""",
    "early stopping and freezing": IRIS + """
data d = standardize(iris)
data v = iris[1..30]
net m = 4 -> dense(5, elu(alpha=0.5)) -> dense(3, softmax), seed=3
train m, d, loss=ce_prob, optimizer=adagrad(lr=0.1), epochs=100, stop=early(patience=2, min_delta=0.01), \\
  freeze=[m.b1], every=3, clip_weights=range(1.5)
train m, d, loss=ce_prob, optimizer=radam(lr=0.01), epochs=7, validate=standardize(v, like=d)""",
    "schedules": XOR + """
net m = 2 -> dense(3, softplus) -> dense(1), seed=7
own(t) = 0.1/(1 + t)
train m, xor, loss=bce_with_logits(pos_weight=2), epochs=30, batch=step_decay(4, every=20, factor=0.5), \\
  optimizer=sgd(lr=then(warmup(0.1, steps=5), 10, polynomial(0.1, steps=30, power=2)), momentum=exponential(0.9, 0.99))
train m, xor, loss=bce_with_logits, epochs=20, optimizer=adam(lr=one_cycle(0.1, steps=20), beta1=own), l2=exponential(0.1, 0.9)
train m, xor, loss=bce_with_logits, epochs=20, optimizer=adamax(lr=cosine_restarts(0.1, steps=6, factor=2))
train m, xor, loss=bce_with_logits, epochs=20, optimizer=sgd(lr=multistep(0.1, at=[3, 9]), weight_decay=inverse(0.1, 0.5))
train m, xor, loss=bce_with_logits, epochs=20, optimizer=sgd(lr=cyclic(0.1, 0.01, steps=4)), clip=norm(noam(16, 10), eps=1e-6)
train m, xor, loss=bce_with_logits, epochs=40, optimizer=sgd(lr=plateau(1, patience=1, factor=0.5))""",
    "own functions": XOR + """
param slope = 0.25
bent(z) = where(z > 0, z, slope*z)
rough(W) = W + detach(round(W*4)/4 - W)
square_of(p, t) = { e = p - t; e^2 + 0.1*abs(e) }
heavy_ball(w, g, v, lambda=0.01, mu=0.9) = { u = mu*v + g; [w - lambda*u, u] }
net η = 2 -> dense(3, bent, via=rough) -> dense(1, sigmoid), seed=7
train η, xor, loss=square_of, optimizer=heavy_ball(lambda=cosine(0.2, steps=50)), epochs=50
scaled(z) = z/(1 + norm(z))
net two = 2 -> dense(3) -> scaled -> dense(1), seed=7
rmsy(w, g, s, t, lr=0.01) = { q = 0.9*s + 0.1*g^2; [w - lr*g/(sqrt(q/(1 - 0.9^t)) + 1e-8), q] }
train two, xor, loss=log_cosh, optimizer=rmsy(lr=0.05), epochs=30, order=[[1, 2], [3, 4]][[1,2,1,2,1,2,1,2,1,2,1,2,1,2,1,2,1,2,1,2,1,2,1,2,1,2,1,2,1,2]]""",
    "minimize": """
param W[2,3] = [[0.3, -0.2, 0.5], [0.1, 0.7, -0.4]]
param v = [0.5, -0.25]
param b = 0.1
input x = [1, -2, 0.5]
h = tanh(W @ x + v)
p = softmax(h * 3)
L = -log(p[2]) + 0.1*norm(v) + logsumexp(h) + var(x * b) + max(b, 0.3*b) + prod(v)
minimize L, optimizer=adam(lr=0.05), steps=40
minimize sum((W @ x)^2) + atan2(b, 2) + hypot(v[1], v[2]) + xlog1py(v[1]^2, b^2), optimizer=adadelta, steps=20, every=4, name=second
minimize L, optimizer=lbfgs, steps=3, name=third
minimize L, only=[b], optimizer=sgd(lr=0.1), steps=5, l2=0.5, name=fourth""",
    "line searches": """
param p = [-1.2, 1]
L = (1 - p[1])^2 + 100*(p[2] - p[1]^2)^2
minimize L, optimizer=lbfgs(line_search=strong_wolfe, max_iter=1), steps=5
minimize L, optimizer=lbfgs(line_search=strong_wolfe, max_iter=1, max_eval=6), steps=5, name=second""",
    "names": """
param lambda = 1.5
param λ = 2; param ϕ = 0.3; param φ = 0.2
param print = 0.5
for k in 1..3 { h = tanh(lambda*λ + ϕ*φ + k*print) }
minimize h^2 + print^2, steps=3""",
}

FUNCTIONS = {
    "unary": """abs acos asin atan ceil cos erf erfc exp exp2 expm1 floor frac cosh sinh asinh atanh
        log log10 log1p log2 logit reciprocal rsqrt round sign sin square sqrt tan tanh trunc celu clamp elu
        gelu gaussian hardshrink hardsigmoid hardswish hardtanh leaky_relu linear logsigmoid mish relu
        relu6 selu silu sigmoid softplus softshrink softsign tanhshrink cube""".split(),
    "binary": "atan2 copysign fmod hypot logaddexp remainder xlog1py xlogy max min".split(),
    "rows": "amax amin euclidean_norm logsumexp max_first min_first mean norm prod std sum var".split(),
}


def export(program, folder):
    (folder / "program.grad").write_text(program)
    result = subprocess.run(
        [GRADUS, "export", "program.grad", "--to", "pytorch", "-o", "script.py"],
        cwd=folder, capture_output=True, text=True)
    return result


def run(folder, name="script.py"):
    return subprocess.run(
        [sys.executable, name], cwd=folder, capture_output=True, text=True,
        env={**os.environ, "OMP_NUM_THREADS": "1"})


def check(program, folder):
    exported = export(program, folder)
    assert exported.returncode == 0, exported.stderr
    assert exported.stdout == ""
    result = run(folder)
    script = (folder / "script.py").read_text()
    assert result.returncode == 0, result.stderr + script
    assert "those of Gradus, to rounding" in result.stdout
    return script, result.stdout


@pytest.mark.parametrize("name", PROGRAMS)
def test_trains_in_pytorch_as_here(name, tmp_path):
    program = PROGRAMS[name].replace("\\\n", "")
    script, output = check(program, tmp_path)
    trainings = len(re.findall(r"^(?:train|minimize) ", program, re.M))
    assert script.count("check.end()") == trainings
    assert output.count(": loss ") > 1


def test_would_notice_another_loss(tmp_path):
    script, _ = check(PROGRAMS["xor"], tmp_path)
    last = re.findall(r"\(200, ([0-9.e-]+),", script)[0]
    (tmp_path / "changed.py").write_text(script.replace(last, repr(float(last) * (1 + 1e-7))))
    result = run(tmp_path, "changed.py")
    assert result.returncode == 1
    assert "in epoch 200 the loss is" in result.stderr
    (tmp_path / "changed.py").write_text(script.replace("lr=cosine", "lr=cosine").replace(
        "betas=(0.9, 0.999)", "betas=(0.9, 0.99)"))
    assert run(tmp_path, "changed.py").returncode == 1


def test_would_notice_another_gradient(tmp_path):
    script, _ = check(PROGRAMS["a line"], tmp_path)
    changed = re.sub(
        r'"c": torch.tensor\((-?[0-9.]+)\),\n    }\)', r'"c": torch.tensor(\1 + 1e-9),\n    })', script)
    assert changed != script
    (tmp_path / "changed.py").write_text(changed)
    result = run(tmp_path, "changed.py")
    assert result.returncode == 1
    assert "the gradient at c differs" in result.stderr


def test_every_function_of_numbers(tmp_path):
    terms = [f"{name}(w)" for name in FUNCTIONS["unary"]] + ["acosh(1 + w)", "w^2.5", "threshold(w, threshold=0.1, value=2)"]
    terms += [f"{name}(w, v[1])" for name in FUNCTIONS["binary"]]
    terms += [f"{name}(v)" for name in FUNCTIONS["rows"]] + ["norm(v, p=3)", "softmin(v)[2]", "log_softmax(v)[1]"]
    terms += ["argmax(v)*w", "where(w > 0.2, w, v[1])", "(w >= 0.3)*w", "detach(w)*w", "v[1]/w", "2^w"]
    lines = ["param w = 0.37", "param v = [0.8, 1.7, 0.45]"]
    lines += [f"t{k} = {term}" for k, term in enumerate(terms)]
    lines += [f"minimize t{k}, optimizer=sgd(lr=0.001), steps=2, name=r{k}" for k in range(len(terms))]
    check("\n".join(lines), tmp_path)


LOSSES = {
    "values": "mse half_mse mae huber smooth_l1 log_cosh bce_with_logits hinge squared_hinge soft_margin"
    " hinge_embedding poisson_nll kl_div".split(),
    "classes": "cross_entropy multi_margin".split(),
}


@pytest.mark.parametrize("kind", LOSSES)
def test_every_loss(kind, tmp_path):
    data = "data d = [1 2 -> 1 1; 0.5 -1 -> 1 1; 2 0.25 -> 1 1]" if kind == "values" else \
        'data d = [1 2 -> "a"; 0.5 -1 -> "b"; 2 0.25 -> "c"]'
    width = 2 if kind == "values" else 3
    lines = [data, f"net m = 2 -> dense({width}), seed=1"]
    for loss in LOSSES[kind]:
        for setting in ["", '(reduction="sum")']:
            lines.append(f"train m, d, loss={loss}{setting}, optimizer=sgd(lr=0.01), epochs=3")
    lines.append("net p = 2 -> dense(3, softmax), seed=1")
    lines.append("net q = 2 -> dense(3, log_softmax), seed=1")
    if kind == "classes":
        lines.append("train p, d, loss=ce_prob, epochs=3")
        lines.append("train q, d, loss=nll, epochs=3")
        lines.append("train m, d, loss=cross_entropy(weight=[1, 2, 3], label_smoothing=0.1), epochs=3")
    else:
        lines.append("net s = 2 -> dense(2, sigmoid), seed=1\ntrain s, d, loss=bce, epochs=3")
    check("\n".join(lines), tmp_path)


def test_text_of_the_program_stays_text(tmp_path):
    folder = tmp_path / 'a "quoted" \\ folder'
    folder.mkdir()
    rows = "\n".join(f"{k / 10},{k % 7},\"say \"\"{k % 3}\\\"" for k in range(300))
    (folder / "it's data.csv").write_text("a,b,kind\n" + rows + "\n")
    script, _ = check(
        'd = csv("it\'s data.csv") # """ import os; os.abort()\n' "net m = 2 -> dense(3), seed=1\n"
        "train m, standardize(d), loss=cross_entropy, epochs=2, name=\"a\"", folder)
    assert "read_csv(" in script and "abort" not in script


@pytest.mark.parametrize("program, words", [
    ("x = 1", "trains nothing"),
    ("param w = 1\nminimize w^2, optimizer=newton, steps=2", "'newton' has no counterpart"),
    (POINTS + "net m = 3 -> dense(2), seed=1\n"
     "train m, points, loss=mse, freeze=[m.w1[1,1]]", "only a part of 'm.w1'"),
    (POINTS + "net m = 3 -> dense(2), seed=1\n"
     "train m, points, loss=mse, l2=plateau(0.1)", "not for 'l2'"),
])
def test_says_what_it_cannot_export(program, words, tmp_path):
    result = export(program, tmp_path)
    assert result.returncode == 2
    assert words in result.stderr, result.stderr
    assert not (tmp_path / "script.py").exists()
