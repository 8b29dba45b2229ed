"""A training on a terminal tells how far it is, and what it came to when it is stopped."""

NETWORK = (
    "data xor = [0 0 -> 0; 0 1 -> 1; 1 0 -> 1; 1 1 -> 0]",
    "net mlp = 2 -> dense(4, tanh) -> dense(1, sigmoid), seed=7",
)


def test_a_minimization_counts_steps(prompt):
    prompt.type_all("param w = 1", "L = w^2")
    prompt.press("minimize L, optimizer=sgd(lr=0.01), steps=10000000, every=10000000\r")
    prompt.see("step ")
    prompt.see("/10000000")
    assert "stopped after" in prompt.stop()[0]


def test_a_search_counts_trials_and_keeps_the_best_when_it_is_stopped(prompt):
    prompt.type_all(*NETWORK)
    prompt.press("search mlp, xor, loss=mse, optimizer=sgd(lr=choose(0.1, 0.5)), epochs="
                 "choose(2, 10000000)\r")
    prompt.see("trial ")
    prompt.see("2/4")
    shown, _ = prompt.stop()
    assert "searched mlp  2 of 4 trials" in shown
    assert "best is that of trial 1" in shown
    assert "stopped after 2 trials" in shown
    assert prompt.type("best").startswith("best  a network")
