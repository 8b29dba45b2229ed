"""The whole course is played by a learner who has given every name of a lesson another meaning."""

import json
import pathlib
import re
import signal
from concurrent.futures import ThreadPoolExecutor

import pytest

from terminal import start_terminal

LESSONS = pathlib.Path(__file__).resolve().parents[2] / "lessons"
NAMES = sorted(path.parent.name for path in LESSONS.glob("*/lesson.md"))
# The lessons in whose middle the program is killed, and begun again.
KILLED = [NAMES[2], NAMES[11]]


def exercises(lesson):
    """The folders of a lesson's exercises, in the order of the lesson."""
    links = re.findall(r"\]\(exercises/([\w-]+)/task\.md\)", (LESSONS / lesson / "lesson.md").read_text())
    return [LESSONS / lesson / "exercises" / name for name in links]


def programs(lesson):
    """The programs of a lesson: its cells, and the files of its exercises."""
    yield from re.findall(r"```gradus[^\n]*\n(.*?)```", (LESSONS / lesson / "lesson.md").read_text(), re.S)
    for exercise in exercises(lesson):
        for file in ["start", "check", "solution", "given"]:
            path = exercise / f"{file}.grad"
            if path.exists():
                yield re.sub("#.*", "", path.read_text())


def defined_in(text):
    """The names, and the functions, that a program gives a meaning."""
    names = set(re.findall(r"(?:^|[;{\s])([^\W\d]\w*) *(?:\[[^\]]*\] *)?=(?!=)", text))
    return names | set(re.findall(r"(?:^|;)\s*([^\W\d]\w*)\([^()]*\) *=(?!=)", text, re.M))


def other_meanings(lesson, of_functions=True, but=frozenset()):
    """Definitions that give every name of a lesson, and every function it calls, another meaning."""
    text = "\n".join(programs(lesson))
    called = set(re.findall(r"\b([^\W\d]\w*)\(", text))
    defined = defined_in(text)
    words = {"for", "in", "param", "input", "net", "data", "true", "false"} | but
    functions = [f"{name}(x) = 7" for name in sorted(called - words) if of_functions]
    return functions + [f"{name} = 7" for name in sorted(defined - called - words)]


class Learner:
    """Plays lesson after lesson, in one session until it is killed."""

    def __init__(self, home):
        self.home = home
        self.terminal = None
        self.seen = {}

    def open(self, lesson):
        if self.terminal is None:
            self.terminal = start_terminal(
                self.home, self.home / "work", "lesson", lesson[:2], "--lessons", str(LESSONS),
                rows=60)
            return self.terminal.until_prompt()
        return self.terminal.type(f":lesson {lesson[:2]}")

    def kill(self):
        self.terminal.child.kill(signal.SIGKILL)
        self.terminal.close()
        self.terminal = None

    def go_on(self):
        """Presses Enter until an exercise is set, or the lesson is over."""
        shown = []
        self.terminal.asked = ""
        while self.terminal.asked not in ("answer>", "gradus>"):
            shown.append(self.terminal.type(""))
            assert len(shown) < 200, shown[-3:]
        return "\n".join(shown)

    def give_other_meanings(self, lesson, **which):
        line = ""
        for definition in other_meanings(lesson, **which) + ["last_of_all = 7"]:
            line += definition + "; "
            if len(line) > 300 or definition.startswith("last"):
                shown = self.terminal.type(line.rstrip("; "))
                assert "error:" not in shown, shown
                line = ""

    def play(self, lesson):
        said = self.seen.setdefault(lesson, {})
        said["opening"] = self.open(lesson)
        self.give_other_meanings(lesson)
        self.terminal.type(":goto 1")
        for place, exercise in enumerate(exercises(lesson)):
            said["way"] = said.get("way", "") + self.go_on()
            assert self.terminal.asked == "answer>", (lesson, exercise.name)
            if place == 0:
                said["back"] = self.terminal.type(":back")
                self.go_on()
                self.terminal.type("unused = 1")
                said["reset"] = self.terminal.type(":reset")
                said["nothing"] = self.terminal.type(":submit")
            if place == 1 and lesson in KILLED:
                self.kill()
                said["again"] = self.open(lesson)
            self.do(exercise, said)
            if place == len(exercises(lesson)) - 1:
                said["skipped"] = self.terminal.type(":skip")
        said["end"] = self.go_on()

    def do(self, exercise, said):
        """Fails an exercise once, asks for a hint, and types what is right."""
        wrong = sorted((exercise / "wrong").glob("*.grad"))[0]
        failed = self.terminal.type(f":submit {wrong}")
        hint = self.terminal.type(":hint nudge")
        # A program has a session of its own, in which the functions are what they are; and what an
        # exercise gives is part of the question.
        given = exercise / "given.grad"
        self.give_other_meanings(
            exercise.parents[1].name, of_functions=False,
            but=defined_in(given.read_text()) if given.exists() else set())
        self.terminal.paste((exercise / "solution.grad").read_text().rstrip("\n"))
        passed = self.terminal.type(":submit")
        said[exercise.name] = failed, hint, passed


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    """What was said on the way through the course, and the progress that is kept at its end."""
    homes = [tmp_path_factory.mktemp("course") for _ in range(2)]
    # Two learners share the course, so that it takes half the time.
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(play, homes, [NAMES[::2], NAMES[1::2]]))
    return found[0] | found[1], {
        key: kept(homes[0])[key] | kept(homes[1])[key] for key in ["exercises", "lessons"]}


def play(home, names):
    """Plays lessons; gives what was said."""
    (home / "work").mkdir()
    learner = Learner(home)
    for lesson in names:
        learner.play(lesson)
    learner.terminal.close()
    return learner.seen


def kept(home):
    return json.loads((home / "state" / "gradus" / "progress.json").read_text())


@pytest.mark.parametrize("lesson", NAMES)
def test_every_exercise_is_failed_hinted_and_passed_whatever_the_names_mean(lesson, played):
    seen, progress = played
    for exercise in exercises(lesson):
        failed, hint, passed = seen[lesson][exercise.name]
        assert "✗" in failed and "try again" in failed, exercise
        assert hint.startswith("nudge: "), exercise
        assert "✓" in passed and "✗" not in passed, (exercise, passed)
        result = progress["exercises"][f"{lesson}/{exercise.name}"]
        assert result["points"] == result["maximum"], exercise


@pytest.mark.parametrize("lesson", NAMES)
def test_every_lesson_is_entered_walked_about_in_and_read_to_its_end(lesson, played):
    seen, progress = played
    said = seen[lesson]
    assert f"Lesson {int(lesson[:2])}" in said["opening"]
    assert "error:" not in said["back"]
    assert "everything is forgotten" in said["reset"]
    assert "type your answer first" in said["nothing"]
    assert said["skipped"].startswith("The solution:")
    assert "The end of" in said["end"]
    assert progress["lessons"][lesson]["reached"] > len(exercises(lesson))


@pytest.mark.parametrize("lesson", KILLED)
def test_progress_is_kept_across_a_kill(lesson, played):
    assert "you had come this far" in played[0][lesson]["again"]
