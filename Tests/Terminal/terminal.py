"""A pseudo-terminal with Gradus at its other end."""

import os
import pathlib
import re
import signal
import time

import pexpect

PROGRAM = os.environ.get(
    "GRADUS", str(pathlib.Path(__file__).resolve().parents[2] / ".build/debug/gradus")
)

# Far more than any answer takes, so that a busy machine fails nothing.
PATIENCE = 30

# The line editor turns bracketed paste on when it begins to read a line, and off when it has one:
# whatever is shown in between is an answer, however the line was echoed.
HAS_A_LINE = "\x1b[?2004l"
ASKS = re.compile(r"\x1b\[\?2004h(?:\x1b\[[\d;]*m|\r)*( *\.\.\.> |gradus> |step> |quiz> |lesson> |answer> )")

CONTROL_SEQUENCE = re.compile(r"\x1b\[[\d;?]*[A-Za-z]")
STYLE = re.compile(r"\x1b\[[\d;]*m")
# Line breaks and tabs aside: what could move the cursor, or turn the text around.
LIVE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")

CTRL_A, CTRL_C, CTRL_D, CTRL_E, CTRL_F = "\x01", "\x03", "\x04", "\x05", "\x06"
CTRL_K, CTRL_R, CTRL_Z = "\x0b", "\x12", "\x1a"
ENTER, ALT_ENTER, TAB, BACKSPACE = "\r", "\x1b\r", "\t", "\x7f"
UP, DOWN, LEFT = "\x1b[A", "\x1b[B", "\x1b[D"


class Terminal:
    """Types at Gradus and reads what it shows."""

    def __init__(self, program, arguments, environment, folder, rows, columns):
        self.child = pexpect.spawn(
            program,
            arguments,
            cwd=str(folder),
            env=environment,
            dimensions=(rows, columns),
            timeout=PATIENCE,
            maxread=1 << 16,
            encoding="utf-8",
            codec_errors="surrogateescape",
        )
        self.child.delaybeforesend = None
        self.child.ptyproc.delayafterclose = 0.01
        self.asked = ""
        self.raw = ""

    # Typing

    def press(self, keys):
        """Presses keys and waits for nothing."""
        self.child.send(keys)

    def type(self, line):
        """Types a line and Enter; gives the text that is shown until the next prompt."""
        self.press(line + ENTER)
        return self.answer()

    def type_all(self, *lines):
        """Types several lines; gives the answer to the last."""
        return [self.type(line) for line in lines][-1]

    def paste(self, text):
        """Pastes a text, as a terminal hands it over, and presses Enter."""
        self.press("\x1b[200~" + text.replace("\n", "\r") + "\x1b[201~")
        return self.type("")

    def candidates(self, word):
        """What Tab lists after a word; the line is then emptied."""
        self.press(word + TAB + CTRL_A + CTRL_K + ENTER)
        self.child.expect_exact(HAS_A_LINE)
        listed = cleaned(self.child.before)
        self.until_prompt()
        return listed

    def interrupt(self):
        """Presses Ctrl-C at a prompt; gives what is shown, and after how many seconds."""
        return self._after_ctrl_c(self.answer)

    def stop(self):
        """Presses Ctrl-C while a statement runs; gives the same."""
        return self._after_ctrl_c(self.until_prompt)

    def _after_ctrl_c(self, read):
        begin = time.monotonic()
        self.press(CTRL_C)
        shown = read()
        return shown, time.monotonic() - begin

    def resize(self, rows, columns):
        """Gives the window another size."""
        self.child.setwinsize(rows, columns)

    # Reading

    def answer(self):
        """The text from the end of a line to the next prompt, without styles."""
        self.child.expect_exact(HAS_A_LINE)
        return self.until_prompt()

    def until_prompt(self):
        """The text up to the next prompt, without styles."""
        self.child.expect(ASKS)
        self.raw = self.child.before
        self.asked = self.child.match[1].strip()
        return cleaned(self.raw)

    def see(self, text):
        """Waits until a text is shown."""
        self.child.expect_exact(text)

    def wait_until_busy(self):
        """Waits until the program has a line and has computed for a tenth of a second."""
        self.child.expect_exact(HAS_A_LINE)
        enough = self._seconds_computed() + 0.1
        end = time.monotonic() + PATIENCE
        while self._seconds_computed() < enough:
            assert time.monotonic() < end, "the program computes nothing"
            time.sleep(0.01)

    def _seconds_computed(self):
        stat = pathlib.Path(f"/proc/{self.child.pid}/stat").read_text()
        return int(stat.rpartition(")")[2].split()[11]) / os.sysconf("SC_CLK_TCK")

    # Leaving

    def leave(self, keys=CTRL_D):
        """Leaves; gives the last words and the exit status."""
        self.press(keys)
        self.child.expect(pexpect.EOF)
        last = cleaned(self.child.before)
        self.child.close()
        return last, self.child.exitstatus

    def close(self):
        """Ends the program, whatever it is doing."""
        if self.child.isalive():
            self.child.kill(signal.SIGKILL)
        self.child.close()


def start_terminal(home, folder, *arguments, program=PROGRAM, rows=24, columns=80, **environment):
    """Starts the program in a folder, for somebody who lives elsewhere."""
    settings = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_STATE_HOME": str(home / "state"),
        "TERM": "xterm-256color",
        "INPUTRC": "/dev/null",
        "LANG": "C.UTF-8",
    }
    settings.update(environment)
    return Terminal(program, list(arguments), settings, folder, rows, columns)


def cleaned(raw):
    """What a person reads of it: no styles, no blanks at the ends of lines."""
    lines = CONTROL_SEQUENCE.sub("", raw).replace("\r", "").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def live_characters(raw):
    """The characters of an answer that would act on a terminal, styles aside."""
    return LIVE.findall(STYLE.sub("", raw))
