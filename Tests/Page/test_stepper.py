"""A tape is stepped forward and back in the page, and every number shown is the program's."""

import pytest

from pages import gradus
from stepping import (
    IN_SIGHT, PROGRAMS, last_number, last_summand, number, shown, steps, typeset)


def page_of(program, verb, folder):
    (folder / "a.md").write_text(f"# Steps\n\n```gradus\n{program}{verb}\n```\n")
    gradus("notebook", "html", "a.md", folder=folder)
    return folder / "a.html"


@pytest.mark.parametrize(
    "name, width, scheme",
    [("network", 360, "light"), ("forks", 800, "dark"), ("wide", 1280, "light")])
def test_every_stop_shows_the_numbers_of_the_run(name, width, scheme, open_page, tmp_path):
    verb = "step L, unfold=true"
    truth = steps(gradus("run", "-", "--json", text=PROGRAMS[name] + verb + "\n"))
    assert len(truth) > 8
    page = open_page(page_of(PROGRAMS[name], verb, tmp_path), width, scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    figure = page.locator(".stepper")
    figure.focus()
    seen = []
    for place, step in enumerate(truth):
        page.keyboard.press("ArrowRight")
        stop = shown(figure)
        assert stop["count"] == f"{place + 1} of {len(truth)}"
        seen.append(stop)
        assert stop["where"].startswith(f"{step['phase']}, step {step['index']} of ")
        if step["phase"] == "forward":
            assert last_number(stop["numbers"][0]) == typeset(step["value"])
            assert stop["values"] == [number(step["value"])]
            continue
        assert any(line.split("= ")[1].split()[0] == typeset(step["arrived"]) for line in stop["head"][1:])
        assert stop["arrived"] == [number(step["arrived"])]
        if "operand" in step:
            assert last_number(stop["numbers"][0]) == typeset(step["contribution"])
            assert set(stop["reached"]) == {number(step["adjoint"])}
            assert last_summand(stop["local"][0]) == number(step["local"]).lstrip("-")
            assert last_summand(stop["sent"][0]) == number(step["contribution"]).lstrip("-")
            if stop["sum"]:
                assert last_number(stop["sum"][0]) == typeset(step["adjoint"])
    page.keyboard.press("ArrowRight")
    assert shown(figure) == seen[-1]
    for stop in reversed(seen[:-1]):
        page.keyboard.press("ArrowLeft")
        assert shown(figure) == stop
    page.keyboard.press("End")
    assert shown(figure) == seen[-1]
    page.keyboard.press("Home")
    assert shown(figure)["count"] == f"Before the first of {len(truth)} stops"
    assert not set(shown(figure)["all"]) & {number(step["contribution"]) for step in truth[-3:]}


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_folded_step_sends_what_the_operations_in_it_send(name, open_page, tmp_path):
    truth = steps(gradus("run", "-", "--json", text=PROGRAMS[name] + "step L\n"))
    sent = {(number(s["contribution"]), number(s["adjoint"])) for s in truth if "operand" in s}
    values = {number(step["value"]) for step in truth if step["phase"] == "forward"}
    page = open_page(page_of(PROGRAMS[name], "step L", tmp_path))
    figure = page.locator(".stepper")
    count = figure.locator(".steps > li").count()
    for place in range(count):
        figure.get_by_role("button", name="Next").click()
        stop = shown(figure)
        result = last_number(stop["numbers"][0]).replace("−", "-") if stop["numbers"] else None
        if stop["where"].startswith("forward"):
            assert result in values and stop["values"] == [result]
        elif result is not None:
            assert {(result, reached) for reached in stop["reached"]} <= sent
            assert last_summand(stop["sent"][0]) == result.lstrip("-")
    assert figure.get_attribute("data-place") == str(count)


def test_the_words_are_those_of_the_terminal(open_page, tmp_path):
    page = open_page(page_of(PROGRAMS["forks"], "backward L", tmp_path))
    terminal = gradus("run", "-", text=PROGRAMS["forks"] + "backward L\n")
    squeezed = " ".join(terminal.split())
    figure = page.locator(".stepper")
    for line in figure.locator(".steps .said").all_text_contents():
        assert " ".join(line.split()) in squeezed
    assert " ".join(figure.locator(".results").text_content().split()) in squeezed


def test_buttons_do_what_keys_do_and_say_where_they_cannot(open_page, tmp_path):
    page = open_page(page_of(PROGRAMS["network"], "step L", tmp_path))
    figure = page.locator(".stepper")
    button = lambda name: figure.get_by_role("button", name=name)
    assert button("Back").is_disabled() and button("Start").is_disabled()
    button("Next").click()
    first = shown(figure)
    assert not button("Back").is_disabled() and not figure.locator(".results").is_visible()
    button("End").click()
    assert figure.locator(".results").is_visible()
    assert button("Next").is_disabled() and button("End").is_disabled()
    button("Back").click()
    button("Next").click()
    button("Start").click()
    assert button("Start").is_disabled()
    button("Next").click()
    assert shown(figure) == first
    assert figure.locator(".now").get_attribute("aria-live") == "polite"
    assert not figure.locator(".steps").is_visible()
    button("All steps").click()
    assert figure.locator(".steps").is_visible()
    assert button("All steps").get_attribute("aria-expanded") == "true"
    page.keyboard.press("Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"


def test_without_scripts_and_on_paper_all_steps_are_listed(open_page, tmp_path):
    path = page_of(PROGRAMS["network"], "step L", tmp_path)
    plain = open_page(path, scripts=False)
    assert plain.locator(".steps").is_visible()
    assert not plain.locator(".controls").is_visible()
    assert "?" not in plain.locator(".picture").text_content()
    printed = open_page(path)
    printed.emulate_media(media="print")
    assert printed.locator(".steps").is_visible()
    for part in [".controls", ".now", ".hint"]:
        assert not printed.locator(part).is_visible()


def test_numbers_in_the_picture_stay_inside_their_boxes(open_page, tmp_path):
    page = open_page(page_of(PROGRAMS["forks"], "step L, unfold=true", tmp_path), 1280)
    figure = page.locator(".stepper")
    figure.focus()
    for _ in range(figure.locator(".steps > li").count()):
        outside = figure.evaluate("""figure => [...figure.querySelectorAll("[data-box]")].filter((box) => {
          const frame = box.querySelector("rect").getBoundingClientRect();
          return [...box.querySelectorAll("text")].some(
            (text) => text.getBoundingClientRect().right > frame.right);
        }).length""")
        assert outside == 0
        page.keyboard.press("ArrowRight")


LONG = "param x = 0.5\nh = x\nfor k in 1..{} {{ h = tanh(h) + x }}\n"
FOUR_ROWS = """\
data xor = [0 0 -> 0; 0 1 -> 1; 1 0 -> 1; 1 1 -> 0]
net mlp = 2 -> dense(4, tanh) -> dense(1, sigmoid), init=xavier, seed=7
L = mean([mse(mlp(x), t) for x, t in xor])
"""
SKIPS = "input x = [1, 2, 3]; param W[3,3] = normal(0, 0.5, seed=1); param k = 2\n" \
    "h = tanh(W @ x)\nL = sum(h*h)*k + 0.1*k^2\n"


def test_a_tape_of_600_stops_is_whole(open_page, tmp_path):
    page = open_page(page_of(LONG.format(199), "step h", tmp_path))
    figure = page.locator(".stepper")
    assert figure.locator(".steps > li").count() == 598
    assert "not in this page" not in figure.text_content()
    figure.focus()
    page.keyboard.press("End")
    assert "step 199 of 199" in figure.locator(".now .phase").text_content()
    assert "is complete" in figure.locator(".now .arrival").text_content()
    assert figure.evaluate(IN_SIGHT)


def test_a_long_tape_keeps_what_is_nearest_to_its_result_and_says_so(open_page, tmp_path):
    path = page_of(LONG.format(2000), "step h", tmp_path)
    assert path.stat().st_size < 1_200_000
    page = open_page(path)
    phases = page.locator(".steps .phase").all_text_contents()
    assert 590 < len(phases) <= 600
    assert phases[0] == "forward, step 1802 of 2000"
    assert phases[-1] == "backward, step 199 of 2000, product 2 of 2"
    assert "1801 steps before these" in page.locator(".stepper").text_content()
    figure = page.locator(".stepper")
    figure.focus()
    page.keyboard.press("End")
    assert figure.evaluate(IN_SIGHT)
    assert "more may arrive" in figure.locator(".now .arrival").text_content()


@pytest.mark.parametrize(
    "program, width",
    [(program, width) for program in [*PROGRAMS.values(), SKIPS] for width in [360, 800, 1280]]
    + [(FOUR_ROWS, 360)])
def test_the_boxes_and_the_label_of_every_stop_are_in_sight(program, width, open_page, tmp_path):
    page = open_page(page_of(program, "step L", tmp_path), width)
    figure = page.locator(".stepper")
    figure.focus()
    for _ in range(figure.locator(".steps > li").count()):
        page.keyboard.press("ArrowRight")
        assert figure.evaluate(IN_SIGHT), figure.locator(".now").text_content()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


NUMBERS = """figure => [...figure.querySelectorAll("[data-gradient], [data-factor], [data-sent]")]
  .map((part) => part.textContent).filter((text) => /[0-9]/.test(text)).length"""


def test_no_gradient_is_shown_before_its_stop(open_page, tmp_path):
    page = open_page(page_of(PROGRAMS["network"], "step L", tmp_path))
    figure = page.locator(".stepper")
    figure.focus()
    arrived = 0
    for place in range(1, figure.locator(".steps > li").count() + 1):
        page.keyboard.press("ArrowRight")
        count = figure.evaluate(NUMBERS)
        if figure.locator(".now .phase").text_content().startswith("forward"):
            assert count == 0
            continue
        # At most the gradient at hand, that of the operand, and the two numbers of the label.
        assert count - arrived <= 4
        arrived = count
        stop = shown(figure)
        words = figure.locator(".now").text_content()
        for text in stop["reached"] + stop["arrived"] + stop["sent"][-1:]:
            assert text.split(" ")[-1].replace("-", "−") in words


def test_what_hovers_over_a_box_tells_no_number(open_page, tmp_path):
    program = "param w = 0.25; param b = -0.5; input x = 3\ny = tanh(w*x + b); L = (y - 1)^2\n"
    page = open_page(page_of(program, "step L", tmp_path))
    titles = page.locator(".stepper svg title, .stepper svg desc").all_text_contents()
    assert "y = tanh(w·x + b)" in titles
    assert not [title for title in titles if "value" in title or "gradient" in title or "." in title[:-1]]


def test_an_operand_used_twice_gets_one_product_after_the_other(open_page, tmp_path):
    page = open_page(page_of("input x = 3; y = x*x\n", "backward y", tmp_path))
    figure = page.locator(".stepper")
    figure.focus()
    page.keyboard.press("ArrowRight")
    assert "where it begins" in figure.locator(".now .phase").text_content()
    page.keyboard.press("ArrowRight")
    once = shown(figure)
    assert (once["local"], once["sent"], once["reached"]) == (["×3"], ["3"], ["3"])
    assert "not complete: 1 of 2" in figure.locator(".now .arrival").text_content()
    page.keyboard.press("ArrowRight")
    twice = shown(figure)
    assert (twice["local"], twice["sent"], twice["reached"]) == (["×(3 + 3)"], ["3 + 3"], ["6"])
    assert "is complete" in figure.locator(".now .arrival").text_content()


def test_the_list_the_boxes_and_the_slider_lead_to_a_stop(open_page, tmp_path):
    page = open_page(page_of(PROGRAMS["forks"], "step L", tmp_path))
    figure = page.locator(".stepper")
    page.keyboard.press("ArrowRight")
    assert figure.get_attribute("data-place") == "1"
    figure.get_by_role("button", name="All steps").click()
    figure.locator(".steps > li").nth(4).click()
    assert figure.get_attribute("data-place") == "5"
    assert figure.locator(".steps > li").nth(4).get_attribute("aria-current") == "step"
    figure.locator(".steps > li").nth(2).focus()
    page.keyboard.press("Enter")
    assert figure.get_attribute("data-place") == "3"
    figure.locator("[data-box]", has_text="q = ").first.click()
    assert figure.locator(".at").text_content().strip().startswith("q = ")
    figure.get_by_role("slider").focus()
    page.keyboard.press("End")
    assert figure.get_by_role("button", name="Next").is_disabled()
    page.keyboard.press("ArrowLeft")
    count = figure.locator(".steps > li").count()
    assert figure.get_attribute("data-place") == str(count - 1)


def test_a_page_of_a_program_has_its_warnings(tmp_path):
    (tmp_path / "n.grad").write_text("param x = 0\ny = log(x)\nbackward y\n")
    page = gradus("export", "n.grad", "--to", "html", folder=tmp_path)
    assert "is the first to become" in page


def test_a_program_becomes_a_page_of_its_own(open_page, tmp_path):
    (tmp_path / "n.grad").write_text(PROGRAMS["network"])
    gradus("export", "n.grad", "--to", "html", "-o", "n.html", folder=tmp_path)
    page = open_page(tmp_path / "n.html")
    assert page.locator("h1").text_content() == "n.grad"
    assert page.locator("pre.code").text_content() == PROGRAMS["network"].rstrip("\n")
    page.locator(".stepper").focus()
    page.keyboard.press("End")
    where = page.locator(".now .phase").text_content()
    assert where.startswith("backward, step ")
