"""A tape is stepped forward and back in the page, and every number shown is the program's."""

import pytest

from pages import gradus
from stepping import PROGRAMS, last_number, number, shown, steps, typeset


def page_of(program, verb, folder):
    (folder / "a.md").write_text(f"# Steps\n\n```gradus\n{program}{verb}\n```\n")
    gradus("notebook", "html", "a.md", folder=folder)
    return folder / "a.html"


@pytest.mark.parametrize(
    "name, width, scheme",
    [("network", 360, "light"), ("forks", 800, "dark"), ("wide", 1280, "light"), ("wide", 360, "dark")])
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
        if place:
            page.keyboard.press("ArrowRight")
        stop = shown(figure)
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
    assert shown(figure) == seen[0]


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_folded_step_sends_what_the_operations_in_it_send(name, open_page, tmp_path):
    truth = steps(gradus("run", "-", "--json", text=PROGRAMS[name] + "step L\n"))
    sent = {(number(s["contribution"]), number(s["adjoint"])) for s in truth if "operand" in s}
    values = {number(step["value"]) for step in truth if step["phase"] == "forward"}
    page = open_page(page_of(PROGRAMS[name], "step L", tmp_path))
    figure = page.locator(".stepper")
    count = figure.locator(".steps > li").count()
    for place in range(count):
        stop = shown(figure)
        result = last_number(stop["numbers"][0]).replace("−", "-") if stop["numbers"] else None
        if stop["where"].startswith("forward"):
            assert result in values and stop["values"] == [result]
        elif result is not None:
            assert {(result, reached) for reached in stop["reached"]} <= sent
        figure.get_by_role("button", name="Next").click(force=place == count - 1)
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
    first = shown(figure)
    button("End").click()
    assert button("Next").is_disabled() and button("End").is_disabled()
    button("Back").click()
    button("Next").click()
    button("Start").click()
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


def test_a_long_tape_is_cut_short_and_says_so(open_page, tmp_path):
    program = "param w = 0.5\nL = w\nfor k in 1..2000 { L = L*w + 1 }\n"
    path = page_of(program, "step L", tmp_path)
    assert path.stat().st_size < 400_000
    page = open_page(path)
    assert page.locator(".steps > li").count() <= 201
    assert "more steps are not in this page" in page.locator(".stepper").text_content()


def test_a_program_becomes_a_page_of_its_own(open_page, tmp_path):
    (tmp_path / "n.grad").write_text(PROGRAMS["network"])
    gradus("export", "n.grad", "--to", "html", "-o", "n.html", folder=tmp_path)
    page = open_page(tmp_path / "n.html")
    assert page.locator("h1").text_content() == "n.grad"
    assert page.locator("pre.code").text_content() == PROGRAMS["network"].rstrip("\n")
    page.locator(".stepper").focus()
    page.keyboard.press("End")
    where = page.locator(".now .where").text_content()
    assert where.startswith("backward, step ")
