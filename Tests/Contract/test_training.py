"""What the language promises about networks, data and training, promise by promise."""

import math

import pytest

from programs import numbers, run

LINE = "data line = [1 -> 2; 2 -> 4.5; 3 -> 6; 4 -> 8.25; 5 -> 9]\n"
NET = "net n = 1 -> dense(2, tanh, w=[0.5, -0.3], b=[0.1, 0.2]) -> dense(1, w=[0.7, 0.4], b=[0.3])\n"
W = "param w = 1\nf(x) = w*x\n"
XOR = "data xor = [0 0 -> 0; 0 1 -> 1; 1 0 -> 1; 1 1 -> 0]\n"


def updates(program):
    return run(program).of("update")


def epochs(program):
    return run(program).of("epoch")


# Training


def test_a_short_last_batch_is_kept():
    """Five rows in batches of two are three steps an epoch, the last of one row."""
    found = updates(LINE + W + "train f, line, loss=mse, optimizer=sgd(0), batch=2, epochs=2, updates=true")
    assert [update["step"] for update in found] == [1, 2, 3, 4, 5, 6]
    assert found[2]["loss"] == (5 - 9)**2
    assert found[0]["loss"] == ((1 - 2)**2 + (2 - 4.5)**2)/2


def test_batch_loss_is_the_mean_of_the_batches_and_loss_is_of_all_rows_afterwards():
    epoch, = epochs(LINE + W + "train f, line, loss=mse, optimizer=sgd(0), batch=2")
    errors = [(x - t)**2 for x, t in zip([1, 2, 3, 4, 5], [2, 4.5, 6, 8.25, 9])]
    assert epoch["loss"] == pytest.approx(sum(errors)/5, rel=1e-15)
    batches = [(errors[0] + errors[1])/2, (errors[2] + errors[3])/2, errors[4]]
    assert epoch["batch_loss"] == pytest.approx(sum(batches)/3, rel=1e-15)


@pytest.mark.parametrize("every, expected", [(1, [1, 2, 3, 4, 5, 6, 7]), (3, [3, 6, 7]), (50, [7])])
def test_every_thins_and_the_last_epoch_is_always_reported(every, expected):
    training = f"train f, line, loss=mse, optimizer=sgd(0.01), epochs=7, every={every}\nshow run.loss"
    answer = run(LINE + W + training)
    assert [epoch["epoch"] for epoch in answer.of("epoch")] == expected
    assert numbers(answer.values[0]) == [epoch["loss"] for epoch in answer.of("epoch")]
    steps = updates(LINE + W + "L = mean([mse(f(x), t) for x, t in line])\n"
                    f"minimize L, optimizer=sgd(0.01), steps=7, every={every}")
    assert [update["step"] for update in steps] == expected


def test_an_order_is_a_row_of_row_numbers_an_epoch():
    found = updates(LINE + W + "train f, line, loss=mse, optimizer=sgd(0), batch=1, epochs=2,"
                    " order=[[3, 1, 1], [5, 4, 2]], updates=true")
    errors = [None, 1, 6.25, 9, 18.0625, 16]
    assert [update["loss"] for update in found] == [errors[row] for row in (3, 1, 1, 5, 4, 2)]


def test_shuffling_is_fixed_by_its_seed_and_goes_through_every_row():
    program = LINE + W + "train f, line, loss=mse, optimizer=sgd(0), batch=1, epochs=3, shuffle={}, updates=true"
    first, again, other = [
        [update["loss"] for update in updates(program.format(seed))] for seed in (5, 5, 6)]
    assert first == again != other
    assert [sorted(first[k:k + 5]) for k in (0, 5, 10)] == [[1, 6.25, 9, 16, 18.0625]]*3
    assert first[:5] != first[5:10]
    plain = [update["loss"] for update in updates(program.format("false"))]
    assert plain == [1, 6.25, 9, 18.0625, 16]*3


def test_l2_counts_weights_and_not_biases():
    program = LINE + NET + "train n, line, loss=mse, optimizer=sgd(0), {}updates=true"
    bare, = updates(program.format(""))
    with_l2, = updates(program.format("l2=0.1, "))
    weights = [0.5, -0.3, 0.7, 0.4]
    assert with_l2["loss"] == pytest.approx(bare["loss"] + 0.05*sum(w*w for w in weights), rel=1e-15)
    for name, start in (("n.w1", [0.5, -0.3]), ("n.w2", [0.7, 0.4])):
        expected = [g + 0.1*w for g, w in zip(numbers(bare["gradients"][name]), start)]
        assert numbers(with_l2["gradients"][name]) == pytest.approx(expected, rel=1e-14)
    for name in ("n.b1", "n.b2"):
        assert with_l2["gradients"][name] == bare["gradients"][name]


def test_l1_adds_its_sign():
    program = LINE + W + "train f, line, loss=mse, optimizer=sgd(0), {}updates=true"
    bare, = updates(program.format(""))
    with_l1, = updates(program.format("l1=0.25, "))
    assert with_l1["gradients"]["w"] == bare["gradients"]["w"] + 0.25
    assert with_l1["loss"] == pytest.approx(bare["loss"] + 0.25, rel=1e-15)


def test_penalties_come_before_clipping():
    found, = updates(LINE + W + "train f, line, loss=mse, optimizer=sgd(1), l2=100, clip=value(0.5), updates=true")
    assert found["gradient_norm"] == abs(found["gradients"]["w"]) > 50
    assert found["parameters"]["w"] == 1 - 0.5*math.copysign(1, found["gradients"]["w"])


def test_early_stopping_keeps_the_best_parameters():
    program = (LINE + "data other = [1 -> 1; 2 -> 2]\nparam w = 0\nf(x) = w*x\n"
               "train f, line, loss=mse, optimizer=sgd(0.005), epochs=200, validate=other,"
               " stop=early(patience=3)\nshow w\nshow run.validation_loss")
    answer = run(program)
    losses = numbers(answer.values[1])
    best = min(losses)
    assert losses.index(best) == len(losses) - 4
    w = answer.values[0]
    assert ((w - 1)**2 + (2*w - 2)**2)/2 == pytest.approx(best, rel=1e-12)
    assert len(answer.of("epoch")) == len(losses) < 200


def test_early_stopping_that_does_not_stop_keeps_the_best_too():
    """A step that is too long makes things worse at once."""
    answer = run(LINE + "param w = 1.9\nf(x) = w*x\ntrain f, line, loss=mse, optimizer=sgd(0.1),"
                 " epochs=3, stop=early(patience=10)\nshow w\nshow run.loss")
    losses = numbers(answer.values[1])
    assert losses[0] < losses[1] < losses[2]
    w = answer.values[0]
    loss = sum((w*x - t)**2 for x, t in zip([1, 2, 3, 4, 5], [2, 4.5, 6, 8.25, 9]))/5
    assert loss == pytest.approx(losses[0], rel=1e-12)


def test_frozen_leaves_stay():
    answer = run(LINE + NET + "train n, line, loss=mse, optimizer=adam(0.1), epochs=3, freeze=[n.w1, n.b2]\nshow n")
    value = answer.values[0]
    assert numbers(value["w1"]) == [0.5, -0.3] and numbers(value["b2"]) == [0.3]
    assert numbers(value["b1"]) != [0.1, 0.2] and numbers(value["w2"]) != [0.7, 0.4]


def test_only_and_freeze_of_minimize():
    program = "param a = 1; param b = 2; param c = 3\nL = a^2 + b^2 + c^2\nminimize L, optimizer=sgd(0.1), steps=2, {}\nshow [a, b, c]"
    assert run(program.format("only=[a]")).values[0][1:] == [2, 3]
    assert run(program.format("freeze=[a, b]")).values[0][:2] == [1, 2]
    assert run(program.format("only=b")).values[0][0::2] == [1, 3]


def test_a_second_training_starts_with_fresh_moments():
    program = LINE + W + "t = 1\n" + "train f, line, loss=mse, optimizer=sgd(0.01, momentum=0.9), updates=true\n"*2
    first, second = updates(program)
    assert second["step"] == 1
    assert second["parameters"]["w"] == first["parameters"]["w"] - 0.01*second["gradients"]["w"]


def test_gradients_after_a_training_are_those_of_all_rows_at_the_present_parameters():
    answer = run(LINE + NET + "train n, line, loss=mse, optimizer=sgd(0.01), batch=2, epochs=2\n"
                 "show n.w1.grad\nshow n.b2.grad\n"
                 "train n, line, loss=mse, optimizer=sgd(0), updates=true\n")
    gradients = answer.of("update")[0]["gradients"]
    assert answer.values[0] == gradients["n.w1"]
    assert numbers(answer.values[1]) == numbers(gradients["n.b2"])


def test_the_record_of_a_run():
    answer = run(LINE + W + "data other = [1 -> 2]\n"
                 "train f, line, loss=mse, optimizer=sgd(exponential(0.01, 0.5)), epochs=3, validate=other\n"
                 "show run.loss\nshow run.lr\nshow run.gradient_norm\nshow run.validation_loss\nshow loss\n"
                 "expect loss < 10\n")
    reports = answer.of("epoch")
    for value, name in zip(answer.values, ("loss", "lr", "gradient_norm", "validation_loss", "loss")):
        assert value == [report[name] for report in reports]
    assert answer.values[1] == [0.01, 0.005, 0.0025]
    assert answer.of("expect")[0]["actual"] == reports[-1]["loss"]


def test_a_run_may_have_a_name():
    answer = run(LINE + W + "train f, line, loss=mse, epochs=2, name=first\n"
                 "train f, line, loss=mse, epochs=3\nshow first.loss\nshow run.loss\nshow loss")
    assert [len(value) for value in answer.values] == [2, 3, 3]
    assert answer.values[1] == answer.values[2]


def test_a_series_stands_for_its_last_value_in_expect():
    run(LINE + W + "train f, line, loss=mse, optimizer=sgd(0.01), epochs=9\nexpect run.loss < 1\nexpect loss < 1\n"
        "expect run.loss[1] > 1\nexpect abs(run.loss - 0.3) < 0.1\nexpect len(run.loss) == 9")
    run(LINE + W + "train f, line, loss=mse, optimizer=sgd(0.01), epochs=9\nexpect run.loss > 1", status=1)


def test_accuracy_is_counted_where_there_are_classes():
    data = 'data d = [0 0 -> "no"; 0 1 -> "no"; 1 0 -> "no"; 1 1 -> "yes"]\n'
    net = "net n = 2 -> dense(2, w=[[0, 0], [1, 1]], b=[0.5, 0])\n"
    answer = run(data + net + "train n, d, loss=cross_entropy, optimizer=sgd(0), validate=d\nshow d.y")
    epoch, = answer.of("epoch")
    assert epoch["accuracy"] == epoch["validation_accuracy"] == 0.5
    assert numbers(answer.values[0]) == [1, 1, 1, 2]


# Schedules


@pytest.mark.parametrize("setting", ["momentum", "weight_decay", "dampening"])
def test_any_setting_of_an_optimizer_may_be_a_schedule(setting):
    program = ("param w = 1\nL = w^2\nminimize L, optimizer=sgd(0.1, momentum=0.5, {}), steps=3\n"
               ).replace("momentum=0.5, ", "" if setting == "momentum" else "momentum=0.5, ")
    changing, = [updates(program.format(f"{setting}=step_decay(0.8, every=1, factor=0.5)"))]
    for step in range(1, 4):
        fixed = updates(program.format(f"{setting}={0.8}"))
        assert changing[0]["parameters"] == fixed[0]["parameters"]
    assert changing[2]["parameters"] != fixed[2]["parameters"]


def test_momentum_on_a_schedule_by_hand():
    found = updates("param w = 1\nL = w^2\nmu(t) = 0.9 - 0.2*t\nminimize L, optimizer=sgd(0.1, momentum=mu), steps=4")
    w, v = 1.0, None
    for t, update in enumerate(found):
        g = 2*w
        v = g if v is None else (0.9 - 0.2*t)*v + g
        w = w - 0.1*v
        assert update["parameters"]["w"] == w


def test_clip_bounds_and_penalties_may_be_schedules():
    found = updates("param w = 10\nL = 1000*w\nminimize L, optimizer=sgd(1), clip=value(step_decay(1, every=1, factor=0.5)), steps=3")
    assert [update["parameters"]["w"] for update in found] == [9, 8.5, 8.25]
    found = updates("param w = 10\nL = 0*w\nminimize L, optimizer=sgd(1), l2=step_decay(0.5, every=1, factor=0.5), steps=3")
    assert [update["parameters"]["w"] for update in found] == [5, 3.75, 3.28125]
    found = updates("param w = 10\nL = 0*w\nminimize L, optimizer=sgd(1), l1=step_decay(0.5, every=1, factor=0.5), steps=3")
    assert [update["parameters"]["w"] for update in found] == [9.5, 9.25, 9.125]


def test_the_batch_size_on_a_schedule_is_rounded_down_and_at_least_1():
    found = updates(LINE + W + "sizes(t) = 2.9 - 1.5*t\ntrain f, line, loss=mse, optimizer=sgd(0), batch=sizes, updates=true")
    assert [update["loss"] for update in found] == [(1 + 6.25)/2, 9, 18.0625, 16]


def test_a_schedule_counts_steps_already_done_over_all_batches():
    found = updates(LINE + W + "train f, line, loss=mse, optimizer=sgd(inverse(0.01, 1, 1)), batch=2, epochs=2, updates=true")
    assert [update["lr"] for update in found] == pytest.approx([0.01/(1 + t) for t in range(6)], rel=1e-15)


def test_then_starts_the_second_schedule_again_at_0():
    answer = run("s = then(warmup(1, steps=4), 4, polynomial(1, steps=4))\nshow s(0..8)\n"
                 "show then(0.5, 2, exponential(1, 0.5))(0..4)")
    assert answer.values[0] == [0, 0.25, 0.5, 0.75, 1, 0.75, 0.5, 0.25, 0]
    assert answer.values[1] == [0.5, 0.5, 1, 0.5, 0.25]


def test_a_schedule_of_the_learner_s():
    found = updates("param w = 1\nL = w\nsteps(t) = where(t < 2, 1, 1/8)\nminimize L, optimizer=sgd(steps), steps=4")
    assert [update["lr"] for update in found] == [1, 1, 0.125, 0.125]


# The learner's own


def test_a_loss_of_the_learner_s_with_a_setting():
    own = "mine(p, t, delta=1) = where(abs(p - t) <= delta, 0.5*(p - t)^2, delta*(abs(p - t) - 0.5*delta))\n"
    program = LINE + W + own + "train f, line, loss={}, optimizer=sgd(0.01), epochs=5\nshow w"
    assert run(program.format("mine(delta=2)")).values[0] == pytest.approx(
        run(program.format("huber(delta=2)")).values[0], rel=1e-12)


def test_an_activation_of_the_learner_s():
    own = "mine(z) = (exp(z) - exp(-z))/(exp(z) + exp(-z))\n"
    program = LINE + own + NET.replace("tanh", "{}") + "train n, line, loss=mse, optimizer=sgd(0.01), epochs=5\nshow n.w1"
    assert numbers(run(program.format("mine")).values[0]) == pytest.approx(
        numbers(run(program.format("tanh")).values[0]), rel=1e-10)


def test_an_activation_with_its_settings():
    program = "net n = 1 -> dense(1, {}, w=[1], b=[0]){}\nshow n(-2)"
    for program in (program.format("leaky_relu(negative_slope=0.5)", ""),
                    program.format("linear", " -> leaky_relu(negative_slope=0.5)")):
        assert numbers(run(program).values[0]) == [-1]


def test_an_optimizer_with_several_states_and_the_step():
    own = "mine(w, g, m, n, t, lr=0.1) = [w - lr*g/t, m + 1, n + t]\n"
    found = updates(own + "param w = 8\nL = w\nminimize L, optimizer=mine(lr=1), steps=3")
    assert [update["parameters"]["w"] for update in found] == [7, 6.5, 6.5 - 1/3]


def test_an_optimizer_without_states():
    own = "mine(w, g, lr=0.5) = w - lr*g\n"
    found = updates(own + "param w = 8\nL = w\nminimize L, optimizer=mine, steps=2")
    assert [update["parameters"]["w"] for update in found] == [7.5, 7]


# Networks


def test_a_network_is_a_function_of_a_row_or_of_rows():
    answer = run("net n = 2 -> dense(2, w=[[1, 2], [3, 4]], b=[0, 1])\nshow n([1, 0])\nshow n([[1, 0], [0, 1]])\n"
                 "net m = 2 -> dense(1, w=[1, 2], b=[0])\nshow m([1, 1])\nshow m([[1, 1], [2, 2]])")
    assert answer.values == [[1, 4], [[1, 4], [2, 5]], 3, [[3], [6]]]


def test_leaves_are_set_one_by_one():
    answer = run("net n = 2 -> dense(2, w=[[1, 2], [3, 4]], b=[0, 1])\nset n.w1[1,1] = 7\nset n.b1 = [5, 6]\nshow n\nshow n.w1[2]\nshow n([1, 1])")
    assert answer.values == [{"w1": [[7, 2], [3, 4]], "b1": [5, 6]}, [3, 4], [14, 13]]


def test_inner_nodes_on_the_row_last_evaluated():
    answer = run(NET + "y = n(2)\nshow n.z1\nshow n.a1\nshow n.z2\nshow n.z1[2]")
    z = [0.5*2 + 0.1, -0.3*2 + 0.2]
    assert answer.values[0] == pytest.approx(z, rel=1e-15)
    assert answer.values[1] == pytest.approx([math.tanh(x) for x in z], rel=1e-15)
    assert answer.values[3] == answer.values[0][1]


def test_a_residual_adds_its_input():
    answer = run("net n = 2 -> residual(dense(2, w=[[1, 2], [3, 4]], b=[0, 0]))\nshow n([1, 1])")
    assert answer.values[0] == [4, 8]
    run("net n = 2 -> residual(dense(3))", status=2)


def test_a_repeat_has_leaves_of_its_own_each_time():
    answer = run("net n = 2 -> repeat(3, dense(2, tanh)) -> dense(1)\nshow n")
    assert list(answer.values[0]) == ["w1", "b1", "w2", "b2", "w3", "b3", "w4", "b4"]
    assert answer.values[0]["w1"] != answer.values[0]["w2"]


def test_weights_pass_through_a_function_and_gradients_straight_through_it():
    answer = run("q(w) = w + detach(round(w) - w)\nnet n = 2 -> dense(1, via=q, w=[0.6, 1.2], b=[0])\n"
                 "input x = [2, 3]\ny = n(x)\nbackward y, steps=false\n"
                 "data d = [2 3 -> 0]\ntrain n, d, loss=mse, optimizer=sgd(0.01)\nshow n.w1")
    assert answer.of("gradients")[0]["value"] == 5
    assert numbers(answer.gradients["n.w1"]) == [2, 3]
    assert numbers(answer.values[0]) == pytest.approx([0.6 - 0.01*2*5*2, 1.2 - 0.01*2*5*3], rel=1e-14)


def test_initial_values():
    program = "net n = 3 -> dense(4, tanh) -> dense(2), init={}, seed=1\nshow n"
    for init, weight in (("zeros", 0), ("ones", 1)):
        value = run(program.format(init)).values[0]
        assert set(numbers(value["w1"]) + numbers(value["w2"])) == {weight}
        assert set(numbers(value["b1"])) == {0}
    for init, bound in (("xavier", math.sqrt(6/7)), ("uniform(-0.5, 0.5)", 0.5)):
        value = run(program.format(init)).values[0]
        assert 0 < max(map(abs, numbers(value["w1"]))) <= bound
        assert set(numbers(value["b1"])) == {0}
    for init in ("he", "normal(0, 0.1)"):
        assert set(numbers(run(program.format(init)).values[0]["b1"])) == {0}
    value = run("net n = 3 -> dense(4, tanh) -> dense(2), seed=1\nshow n").values[0]
    assert 0 < max(map(abs, numbers(value["w1"]) + numbers(value["b1"]))) <= 1/math.sqrt(3)
    assert value == run("net n = 3 -> dense(4, tanh) -> dense(2), seed=1\nshow n").values[0]
    assert value != run("net n = 3 -> dense(4, tanh) -> dense(2), seed=2\nshow n").values[0]


def test_dropout_drops_in_training_alone():
    net = "net n = 4 -> dropout(0.5), seed=1\n"
    data = "data d = [1 1 1 1 -> 0 0 0 0]\n"
    answer = run(net + "show n([1, 2, 3, 4])")
    assert answer.values[0] == [1, 2, 3, 4]
    trainable = ("net n = 4 -> dense(4, w=[[1,0,0,0],[0,1,0,0],[0,0,1,0],[0,0,0,1]], b=[0,0,0,0])"
                 " -> dropout(0.5)\n") + data + "seed {}\ntrain n, d, loss=half_mse(reduction=sum), optimizer=sgd(0), epochs=6, updates=true\nshow n([1, 1, 1, 1])"
    answer = run(trainable.format(1))
    gradients = [numbers(update["gradients"]["n.b1"]) for update in answer.of("update")]
    assert {g for row in gradients for g in row} == {0, 4}
    assert len({tuple(row) for row in gradients}) > 1
    assert answer.values[0] == [1, 1, 1, 1]
    assert gradients == [numbers(u["gradients"]["n.b1"]) for u in updates(trainable.format(1))]
    assert gradients != [numbers(u["gradients"]["n.b1"]) for u in updates(trainable.format(2))]


def test_batch_normalization_follows_the_batches():
    """Running statistics are moved by every batch of training, and used outside of it."""
    answer = run("net n = 1 -> batchnorm(momentum=0.5)\ndata d = [1 -> 0; 3 -> 0; 5 -> 0; 9 -> 0]\n"
                 "train n, d, loss=mse, optimizer=sgd(0), batch=2\nshow n.running_mean1\nshow n.running_var1\nshow n(7)")
    mean, var = 0.0, 1.0
    for a, b in ((1, 3), (5, 9)):
        mean, var = 0.5*mean + 0.5*(a + b)/2, 0.5*var + 0.5*(a - b)**2/2
    assert numbers(answer.values[0]) == [mean] and numbers(answer.values[1]) == [var]
    assert numbers(answer.values[2]) == pytest.approx([(7 - mean)/math.sqrt(var + 1e-5)], rel=1e-14)


# Data


def test_parts_of_a_data_set():
    answer = run('data d = [1 2 -> "b"; 3 4 -> "a"]\nshow d.x\nshow d.y\nshow len(d)\nshow d[2].x\nshow d[2].y')
    assert answer.values[0] == [[1, 2], [3, 4]] and numbers(answer.values[1]) == [2, 1]
    assert answer.values[2] == 2
    assert numbers(answer.values[3]) == [3, 4] and numbers(answer.values[4]) == [1]


def test_a_data_set_of_matrices_is_detached():
    answer = run("param W = [[1, 2], [3, 4]]\ndata d = W -> [1, 2]\nset W = [[0, 0], [0, 0]]\nshow d.x")
    assert answer.values[0] == [[1, 2], [3, 4]]


def test_splitting():
    data = "data d = [1 -> 1; 2 -> 2; 3 -> 3; 4 -> 4; 5 -> 5; 6 -> 6; 7 -> 7; 8 -> 8; 9 -> 9; 10 -> 10]\n"
    a, b, again = run(data + "a, b = split(d, 0.8, seed=1)\nshow a.x\nshow b.x\nc, e = split(d, 0.8, seed=1)\nshow c.x").values
    assert len(a) == 8 and len(b) == 2 and a == again
    assert sorted(numbers(a) + numbers(b)) == list(range(1, 11)) != numbers(a) + numbers(b)


def test_standardizing_remembers_its_statistics():
    answer = run("data a = [1 -> 0; 3 -> 0]\ndata b = [5 -> 0]\ns = standardize(a)\nu = standardize(b, like=s)\nshow s.x\nshow u.x")
    assert numbers(answer.values[0]) == [-1, 1] and numbers(answer.values[1]) == [3]


def test_noise_is_fixed_by_its_seed():
    values = run("data a = [1 -> 5; 3 -> 6]\nshow noise(a, 0.1, seed=3).x\nshow noise(a, 0.1, seed=3).x\nshow noise(a, 0.1, seed=4).x\nshow noise(a, 0.1, seed=3).y").values
    assert values[0] == values[1] != values[2]
    assert numbers(values[3]) == [5, 6]


def test_a_csv_file_beside_the_program(tmp_path):
    (tmp_path / "d.csv").write_text("size,kind,weight\n1,b,10\n2,a,20\n3,b,30\n")
    (tmp_path / "m.csv").write_text("1,2\n3,4\n")
    program = tmp_path / "p.grad"
    program.write_text('d = csv("d.csv", target="kind")\nshow d.x\nshow d.y\nshow matrix("m.csv")\n')
    import json
    import subprocess

    from programs import GRADUS
    done = subprocess.run([GRADUS, "run", str(program), "--json"], capture_output=True, text=True)
    values = [json.loads(line)["value"] for line in done.stdout.splitlines()]
    assert values[0] == [[1, 10], [2, 20], [3, 30]]
    assert numbers(values[1]) == [2, 1, 2]
    assert values[2] == [[1, 2], [3, 4]]


def test_words_of_statements_are_ordinary_names():
    answer = run("data = 2\nnet = data + 1\ntrain = net*2\nloss = train - 1\nsearch = 1\nminimize = 3\nseed = 4\n"
                 "show data + net + train + loss + search + minimize + seed\nexpect loss == 5")
    assert answer.values[0] == 2 + 3 + 6 + 5 + 1 + 3 + 4
    answer = run("loss = 7\n" + LINE + W + "train f, line, loss=mse, epochs=2\nshow loss\nshow len(run.loss)")
    assert answer.values == [7, 2]
