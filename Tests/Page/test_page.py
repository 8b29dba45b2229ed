"""A page shows what the notebook says, harmlessly, at every width, and always in the same bytes."""

import re
import subprocess
import xml.dom.minidom
from html.parser import HTMLParser

import pytest

from pages import GRADUS, PLOTS, ROOT, gradus

HOSTILE = """\
---
title: "</title><script>alert('title')</script>"
---

# <script>alert("heading")</script> & co

Raw <b onclick="alert(1)">HTML</b> <img src="https://example.org/x.png" onerror="alert(2)">.

<iframe src="https://example.org"></iframe>

[a](javascript:alert(3)) [b](JaVaScRiPt:alert(4)) [c](data:text/html,<script>alert(5)</script>)
[d](vbscript:x) [e](&#106;avascript:alert(6)) <javascript:alert(7)> [f](https://example.org/?a="b"&c)
![picture" onload="alert(8)](https://example.org/pixel.png)

$x <script>alert(9)</script> " onclick="alert(10)$ and `<script>alert(11)</script>`

| <script>alert(12)</script> |
|---|
| "onmouseover="alert(13) |

```html
<script>alert(14)</script>
```

```gradus label=x" error
# </script><script>alert(15)</script> ]]> <!-- -->
input x = 2; L = x^2
step L
data d = ["</script><script>alert(16)</script>" -> 1; "b" -> 2]
plot csv("<img src=x onerror=alert(17)>")
```

```output
</pre><script>alert(18)</script>
```
"""

def write(folder, text):
    (folder / "a.md").write_text(text)
    gradus("notebook", "html", "a.md", folder=folder)
    return folder / "a.html"


def pictures(page):
    return re.findall(r"<svg.*?</svg>", page, re.S)


class Tags(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))


def test_nothing_foreign_is_alive(open_page, tmp_path):
    path = write(tmp_path, HOSTILE)
    page = open_page(path)
    page.wait_for_timeout(200)
    assert page.title() == "</title><script>alert('title')</script>"
    tags = Tags(path.read_text()).found
    names = [tag for tag, _ in tags]
    assert not {"img", "iframe", "object", "link", "form", "b"} & set(names)
    assert names.count("script") == 1 + page.locator(".stepper").count()
    for tag, attributes in tags:
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        assert attributes.get("href", "https://").startswith("https://")
    assert "alert(15)" in page.locator("pre.code").last.text_content()
    assert "alert(18)" not in path.read_text()


def test_the_policy_allows_the_script_and_the_style_of_the_page_alone(open_page, tmp_path):
    path = write(tmp_path, "```gradus\ninput x = 2; L = x^2\nstep L\n```\n")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', path.read_text())[1]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy and "http" not in policy and "*" not in policy
    assert open_page(path).locator(".stepper.live").count() == 1


def test_a_script_that_is_not_the_page_s_does_not_run(browser, tmp_path):
    path = write(tmp_path, "```gradus\ninput x = 2; L = x^2\nstep L\n```\n")
    path.write_text(path.read_text().replace('"use strict";', '"use strict"; '))
    page = browser.new_page()
    page.goto(path.as_uri())
    assert page.locator(".stepper.live").count() == 0
    page.close()


def test_a_page_has_the_same_bytes_in_every_run(tmp_path):
    first = write(tmp_path, PLOTS).read_bytes()
    (tmp_path / "other").mkdir()
    assert write(tmp_path / "other", PLOTS).read_bytes() == first


def test_every_picture_is_a_document_of_xml_with_a_title_and_a_description(tmp_path):
    found = pictures(write(tmp_path, PLOTS).read_text())
    assert len(found) == 18
    ids = []
    for picture in found:
        root = xml.dom.minidom.parseString(picture).documentElement
        labels = root.getAttribute("aria-labelledby").split()
        texts = {e.getAttribute("id"): e.firstChild for tag in ["title", "desc"]
                 for e in root.getElementsByTagName(tag)}
        assert all(texts[label].data.strip() for label in labels)
        ids += [e.getAttribute("id") for e in root.getElementsByTagName("*") if e.hasAttribute("id")]
    assert len(ids) == len(set(ids))


OVERLAPS = """svg => {
  const frame = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll("text")].filter((text) => text.textContent.trim());
  const boxes = texts.map((text) => text.getBoundingClientRect());
  const troubles = [];
  boxes.forEach((a, i) => {
    if (a.left < frame.left - 1 || a.right > frame.right + 1 || a.top < frame.top || a.bottom > frame.bottom) {
      troubles.push("outside: " + texts[i].textContent);
    }
    boxes.slice(i + 1).forEach((b, j) => {
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 1 && down > 4) troubles.push(texts[i].textContent + " over " + texts[i + 1 + j].textContent);
    });
  });
  return troubles;
}"""


def test_no_words_of_a_picture_overlap_or_are_cut_off(open_page, tmp_path):
    page = open_page(write(tmp_path, PLOTS), 1280)
    for picture in page.locator("svg").all():
        assert picture.evaluate(OVERLAPS) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 800, 1280])
def test_the_page_is_no_wider_than_the_window(width, scheme, open_page, tmp_path):
    page = open_page(write(tmp_path, PLOTS), width, scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    ink, paper = page.evaluate(
        "[getComputedStyle(document.body).color, getComputedStyle(document.documentElement).backgroundColor]")
    light = lambda color: sum(map(int, re.findall(r"\d+", color)[:3])) > 384
    assert light(paper) == (scheme == "light") and light(ink) == (scheme == "dark")


CURVES = """\
```gradus
input x = 2; param w = 0.5
y = tanh(w*x); L = (y - 0.2)^2
plot L, w=-2..2, slope=true
```

```gradus
net deep = 2 -> repeat(6, dense(3, tanh)) -> dense(1), init=normal(0, 0.3), seed=1
E = mse(deep([0.5, -1]), 1)
explain E, flow=true
```
"""


@pytest.mark.parametrize("width, scheme", [(360, "dark"), (1280, "light")])
def test_a_slope_and_the_flow_of_a_gradient_are_curves(width, scheme, open_page, tmp_path):
    page = open_page(write(tmp_path, CURVES), width, scheme)
    plots = page.locator("svg")
    assert plots.count() == 2
    # Each of the two stands in the picture and in its legend.
    assert plots.nth(0).locator("path.curve").count() == 4
    assert "slope of L" in plots.nth(0).text_content()
    assert plots.nth(1).locator("path.curve").count() >= 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if width == 1280:
        for plot in plots.all():
            assert plot.evaluate(OVERLAPS) == []


def test_the_pages_of_several_documents_go_to_a_folder(tmp_path):
    for name in ["a", "b"]:
        (tmp_path / f"{name}.md").write_text(f"# {name}\n")
    gradus("notebook", "html", "a.md", "b.md", "-o", "pages", folder=tmp_path)
    assert sorted(path.name for path in (tmp_path / "pages").iterdir()) == ["a.html", "b.html"]
    gradus("notebook", "html", "a.md", "-o", "pages", folder=tmp_path)
    (tmp_path / "c").mkdir()
    (tmp_path / "c/a.md").write_text("# a\n")
    run = subprocess.run([GRADUS, "notebook", "html", "a.md", "b.md", "c/a.md", "-o", "pages"],
                         capture_output=True, text=True, cwd=tmp_path)
    assert run.returncode == 64 and "two pages would be called 'pages/a.html'" in run.stderr
    (tmp_path / "d").mkdir()
    (tmp_path / "d/a.md").write_text("# a\n")
    gradus("notebook", "html", "c/a.md", "d/a.md", "-o", "alike", folder=tmp_path)
    assert sorted(path.name for path in (tmp_path / "alike").iterdir()) == ["c.html", "d.html"]


@pytest.mark.parametrize(
    "document", sorted(ROOT.glob("lessons/*/lesson.md")) + sorted(ROOT.glob("notebooks-md/*.md")),
    ids=lambda path: path.parent.name + "/" + path.stem)
def test_every_document_of_the_course_becomes_a_page(document, open_page, tmp_path):
    gradus("notebook", "html", str(document), "-o", str(tmp_path / "a.html"))
    path = tmp_path / "a.html"
    assert path.stat().st_size < 1_500_000
    page = open_page(path, 360)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator("h1").count() >= 1
    for figure in page.locator(".stepper").all():
        figure.focus()
        page.keyboard.press("End")
        assert figure.locator("[data-go=next]").is_disabled()
