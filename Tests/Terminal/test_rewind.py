"""A training is rewound, looked into, and goes on."""

import pytest

PROGRAM = """data xor = [0 0 -> 0; 0 1 -> 1; 1 0 -> 1; 1 1 -> 0]
net mlp = 2 -> dense(3, tanh) -> dense(1, sigmoid), init=xavier, seed=7
train mlp, xor, loss=bce, optimizer=adam(lr=0.1), epochs=30, every=10
"""


@pytest.fixture
def trained(prompt):
    """A session in which a network was trained for thirty steps."""
    prompt.paste(PROGRAM)
    return prompt


def test_a_step_is_about_to_be_made(trained):
    shown = trained.type("rewind run, step=7")
    assert shown.startswith("step 7 of run is about to be made; 30 steps in all\n")
    assert all(len(line) <= 80 for line in shown.split("\n"))


def test_backward_and_explain_speak_of_that_step(trained):
    loss = trained.type("rewind run, step=7").split("loss ")[1].split()[0]
    assert f"gradients of loss = {loss}" in trained.type("backward loss, steps=false")
    shown = trained.type("explain mlp.w1[1,1]")
    assert shown.startswith("mlp.w1[1,1] will go ")
    assert "step 7 of mlp.w1[1,1]" in shown


def test_step_walks_through_the_loss_of_that_step(trained):
    trained.type("rewind run, step=7")
    assert trained.type("step loss").startswith("forward loss")
    trained.type("q")


def test_going_on_tells_the_epochs_that_are_left_and_ends_the_same(trained):
    before = trained.type("show mlp")
    trained.type("rewind run, step=15")
    shown = trained.type("rewind run, resume=true")
    assert "epoch 20" in shown and "epoch 30" in shown and "epoch 10 " not in shown
    assert trained.type("show mlp") == before


def test_undo_takes_a_rewind_back(trained):
    before = trained.type("show mlp")
    trained.type("rewind run, step=15")
    assert trained.type("show mlp") != before
    trained.type(":undo")
    assert trained.type("show mlp") == before


def test_the_words_of_step_are_completed(trained):
    listed = trained.candidates("rewind run, step=")
    assert "last" in listed and "end" in listed
