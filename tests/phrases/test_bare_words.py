"""No template and no script of a page holds words for people: they stand in the files of `argumap.phrases`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import argumap

SOURCES = Path(argumap.__file__).parent
FILES = [path for path in sorted(SOURCES.rglob("*")) if path.suffix in {".j2", ".js"}]

CODE = re.compile(
    r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<(style|script|svg)\b.*?</\1>|<!doctype html>|&\w+;", re.DOTALL
)
ATTRIBUTE = re.compile(r'\b(?:data-\w+|id)="[^"]*"')  # of a macro that writes into a tag
TAG = re.compile(r"<[^<>]*>")
TOLD = re.compile(r'\b(?:alt|aria-label|aria-roledescription|aria-description|placeholder|title)="([^"]*)"')
WORD = re.compile(r"[A-Za-z]{2,}")
PLAIN = {"argumap", "SVG", "PNG", "CSV", "doi"}

COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'`])//[^\n]*", re.DOTALL)
ERROR = re.compile(r"\bthrow new \w+\([^;]*;|\bconsole\.\w+\([^;]*;")
STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`')
FILLED = re.compile(r"\$\{[^{}]*\}")
SMALL = (
    "a an and are as by for from has have in is it its no none not of on or that the this to what which who with"
)
SENTENCE = re.compile(
    rf"^[\w$“](?:.*[\w$”,;:])? (?:{'|'.join(SMALL.split())})(?![-\w])|^(?:{'|'.join(SMALL.split())}) [a-z$]"
)
TITLE = re.compile(r"^[A-Z][a-z]{2,}(?: [a-z].*|…?)$")
KEYS = re.compile(
    r"^(?:Arrow\w+|Enter|Esc(?:ape)?|Space|Home|End|Page(?:Up|Down)|Tab|Delete|Backspace|Shift|Control)$"
)


def find_bare_in_template(text: str) -> list[str]:
    code = CODE.sub(" ", text)
    told = [*TAG.split(code), *TOLD.findall(code)]
    return [" ".join(part.split()) for part in told if {*WORD.findall(ATTRIBUTE.sub("", part))} - PLAIN]


def find_bare_in_script(text: str) -> list[str]:
    code = ERROR.sub(" ", COMMENT.sub(" ", text))
    strings = [plain or FILLED.sub("$", template) for plain, template in STRING.findall(code)]
    return [s for s in strings if (SENTENCE.search(s) or TITLE.match(s)) and not KEYS.match(s) and "{" not in s]


def find_bare(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    return find_bare_in_template(text) if path.suffix == ".j2" else find_bare_in_script(text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SOURCES).as_posix())
def test_no_words_for_people_stand_in_a_page_itself(path: Path) -> None:
    assert find_bare(path) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('<p class="a note">{{ phrase("outline.see") }}</p>', []),
        ("<p>{% if x %}See below{% endif %}</p>", ["See below"]),
        ('<a aria-label="Close it" href="x.html">✕</a>', ["Close it"]),
        ("<p>1 : 2 – {{ n }}</p><style>p {color: red}</style>", []),
    ],
)
def test_what_is_bare_in_a_template(text: str, found: list[str]) -> None:
    assert find_bare_in_template(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('say(phrase("outline.see")); // See the note', []),
        ('element("p", {class: "note it-is"}, "Nothing is said")', ["Nothing is said"]),
        ("`${n} of ${m} claims`", ["$ of $ claims"]),
        ('event.key === "Escape"', []),
        ('throw new TypeError("There is no such thing");', []),
        ('find("main .sheet > .note")', []),
        ('label: "Close"', ["Close"]),
    ],
)
def test_what_is_bare_in_a_script(text: str, found: list[str]) -> None:
    assert find_bare_in_script(text) == found
