"""Every page of every shape of map is as designed: nothing overlaps, is cut, scrolls sideways or is too small."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.semantics import evaluate
from argumap.views import VIEWS, build_navigation
from page_shapes import SHAPES
from pages import DESKTOP, PHONE, given

if TYPE_CHECKING:
    from collections.abc import Callable

    from pages import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser

PAGES = tuple(view.name for view in build_navigation())
SIZES = (DESKTOP, (768, 1024), PHONE)
SMALLEST = 11

FAULTS = """smallest => {
  const seen = e =>
    e.checkVisibility({opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true});
  const aside = '.unseen, .skip, [hidden], option, svg, canvas, noscript, script, style';
  const spoken = e => { for (let at = e; at; at = at.parentElement)
    if (getComputedStyle(at).clipPath.startsWith('inset(50')) return true; return false; };
  const hidden = e => e.closest(aside) || spoken(e);
  const floats = e => { for (let at = e; at; at = at.parentElement)
    if (['fixed', 'sticky'].includes(getComputedStyle(at).position)) return true; return false; };
  const scroller = e => { for (let at = e.parentElement; at; at = at.parentElement)
    if (['auto', 'scroll'].includes(getComputedStyle(at).overflowX)) return at.getBoundingClientRect(); };
  const faults = new Set(), boxes = [];
  if (document.documentElement.scrollWidth > innerWidth) faults.add(`scrolls sideways`);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, element = node.parentElement, words = node.data.trim().slice(0, 30);
    if (!words || hidden(element) || !seen(element)) continue;
    const size = parseFloat(getComputedStyle(element).fontSize);
    if (size === 0) continue;
    if (size < smallest) faults.add(`small: ${words}`);
    const range = document.createRange(); range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 2 || box.height < 2) continue;
      const within = scroller(element);
      if ((box.right > innerWidth + 1 || box.left < -1) && !within) faults.add(`off the page: ${words}`);
      if (within && (box.left >= within.right || box.right <= within.left || box.top >= within.bottom)) continue;
      if (!floats(element) && !element.closest('[aria-hidden=true]'))
        boxes.push([box.left + 1, box.right - 1, box.top + .3 * box.height, box.bottom - .3 * box.height,
          words, node]);
    }
  }
  for (const e of document.querySelectorAll('body *')) {
    const style = getComputedStyle(e);
    if (hidden(e) || !seen(e) || floats(e) || e.matches('input, select, aside')) continue;
    if (!['hidden', 'clip'].includes(style.overflowX)) continue;
    if (style.textOverflow === 'ellipsis' || !e.textContent.trim()) continue;
    if (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)
      faults.add(`cut: ${e.className || e.localName}: ${e.textContent.trim().slice(0, 30)}`);
  }
  boxes.sort((a, b) => a[2] - b[2]);
  for (let i = 0; i < boxes.length; i++)
    for (let j = i + 1; j < boxes.length && boxes[j][2] < boxes[i][3]; j++)
      if (boxes[i][5] !== boxes[j][5] && boxes[i][0] < boxes[j][1] && boxes[j][0] < boxes[i][1])
        faults.add(`overlap: ${boxes[i][4]} / ${boxes[j][4]}`);
  return [...faults].slice(0, 8);
}"""


# A page that is arranged anew for another width does so within some frames.
FRAMES = """() => new Promise(done => {
  let left = 8;
  const frame = () => (left -= 1) ? requestAnimationFrame(frame) : done();
  frame();
})"""


def find_faults(opened: Opened) -> dict[str, list[str]]:
    """What is wrong at each width."""
    found = {}
    for width, height in SIZES:
        opened.page.set_viewport_size({"width": width, "height": height})
        opened.run(FRAMES)
        if faults := opened.run(FAULTS, SMALLEST):
            found[str(width)] = faults
    return found


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", PAGES)
def test_each_page_of_each_shape_is_as_designed(name: str, shape: str, open_page: Open) -> None:
    argument_map = SHAPES[shape]
    html = VIEWS[name].build(given(argument_map, shape, evaluation=evaluate(argument_map), files=("picture.svg",)))
    opened = open_page(html)
    assert find_faults(opened) == {}
    assert opened.complaints == []


@pytest.mark.parametrize("shape", [shape for shape in SHAPES if "one claim" not in shape])
@pytest.mark.parametrize("fragment", ["who=s1", "compare=s1,s2", "compare=q0a0,q0a1"])
def test_a_case_and_two_beside_each_other_are_as_designed(shape: str, fragment: str, open_page: Open) -> None:
    argument_map = SHAPES[shape]
    if shape == "draft" and "q0" in fragment:
        pytest.skip("a draft has no answers")
    html = VIEWS["matrix"].build(given(argument_map, shape, evaluation=evaluate(argument_map)))
    opened = open_page(html, f"#{fragment}")
    assert opened.page.locator("#aside article").is_visible()
    assert find_faults(opened) == {}


FOREIGN = """language => {
  const letter = /[\\p{Script=Arabic}\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]/u, found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, element = node.parentElement;
    const ours = /[a-z]{2}/i.test(node.data); /* a sentence of the page that names something of the map's */
    if (!letter.test(node.data) || ours || element.closest('script, style, title')) continue;
    if (element.closest('[lang]').lang !== language)
      found.add(`${element.localName}.${element.className}: ${node.data.trim().slice(0, 30)}`);
  }
  return [...found].slice(0, 10);
}"""
VIEWED = [
    *((name, "") for name in PAGES),
    *(("matrix", f) for f in ("who=s1", "compare=s1,s2", "compare=q0a0,q0a1")),
]


@pytest.mark.parametrize("shape", ["Arabic", "Japanese", "Chinese"])
@pytest.mark.parametrize(("name", "fragment"), VIEWED)
def test_what_the_map_says_is_marked_as_its_language(
    name: str, fragment: str, shape: str, open_page: Open
) -> None:
    argument_map = SHAPES[shape]
    html = VIEWS[name].build(given(argument_map, shape, evaluation=evaluate(argument_map)))
    assert open_page(html, f"#{fragment}").run(FOREIGN, argument_map.language) == []


LINES = """() => {
  const of = s => getComputedStyle(document.querySelector(s));
  return {hyphens: of('main p').hyphens, break: of('main h2 [dir=auto]').lineBreak,
    direction: of('html').direction, figure: of('.figure').unicodeBidi};
}"""


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        ("German", {"hyphens": "auto", "direction": "ltr"}),
        ("Japanese", {"break": "strict", "direction": "ltr"}),
        ("Chinese", {"break": "strict", "direction": "ltr"}),
        ("Arabic", {"direction": "rtl", "figure": "plaintext"}),
    ],
)
def test_lines_break_and_run_as_the_language_asks(shape: str, expected: dict[str, str], open_page: Open) -> None:
    argument_map = SHAPES[shape]
    html = VIEWS["index"].build(given(argument_map, shape, evaluation=evaluate(argument_map)))
    told = open_page(html).run(LINES)
    assert {key: told[key] for key in expected} == expected
