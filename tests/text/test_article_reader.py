"""The same article in many formats gives the same locators and words."""

from __future__ import annotations

import html
import os
import re
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argumap.errors import NoText
from argumap.model import Locator
from argumap.text import LANGUAGES, SPLITTERS, Article, normalise, parse_article, read_article, read_text

ARTICLES = Path(__file__).parent.parent / "articles"
WATER = read_text(ARTICLES / "waterworks.txt")
LINES = WATER.rstrip("\n").split("\n")[1:]
HEADINGS = {line for line in LINES if re.match(r"(What|The Case|Where)\b", line) and line[-1] != "."}
TABLE = [line for line in LINES if line.startswith("|")]
LEADS = ("Money for the pipes.", "Skill.", "Prices.", "Records.", "Time.")


def with_headings(template: str) -> str:
    return "\n".join(template.format(line) if line in HEADINGS else line for line in LINES)


def with_empty_lines() -> str:
    prose = "\n\n".join(line for line in LINES if line not in TABLE)
    return prose + "\n\n" + "\n".join(TABLE) + "\n"


def wrapped(width: int) -> str:
    blocks = [line if line in HEADINGS else textwrap.fill(line, width) for line in LINES if line not in TABLE]
    return "\n\n".join([*blocks, "\n".join(TABLE)])


def bold_leads() -> str:
    text = with_empty_lines()
    for lead in LEADS:
        text = text.replace(f"\n{lead}", f"\n**{lead}**")
    return text


def as_html() -> str:
    body = []
    for line in LINES:
        escaped = html.escape(line).replace("’", "&rsquo;")
        if line in HEADINGS:
            body.append(f"<h2>{escaped}</h2>")
        elif line not in TABLE:
            body.append(f"<p>{textwrap.fill(escaped, 90)}</p>")
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in TABLE if "---" not in line]
    body.append("<table>")
    for n, row in enumerate(rows):
        tag = "td" if n else "th"
        body.append("<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in row) + "</tr>")
    head = "<!doctype html><html><head><title>Water</title></head><body><nav><a href='/'>Home</a></nav><main>"
    return head + "\n".join([*body, "</table></main><footer><p>All rights reserved.</p></footer></body></html>"])


FORMATS: dict[str, tuple[str, bytes]] = {
    "as given": ("a.txt", WATER.encode()),
    "without the stray fence": ("a.txt", "\n".join(LINES).encode()),
    "in a closed fence": ("a.md", ("```html\n" + "\n".join(LINES) + "\n```\n").encode()),
    "marked headings": ("a.md", with_headings("## {}").encode()),
    "underlined headings": ("a.md", with_headings("\n{}\n---").encode()),
    "bold headings": ("a.md", with_headings("**{}**").encode()),
    "bold leads": ("a.md", bold_leads().encode()),
    "empty lines": ("a.txt", with_empty_lines().encode()),
    "wrapped at 72": ("a.txt", wrapped(72).encode()),
    "wrapped at 50 as Markdown": ("a.md", wrapped(50).encode()),
    "CRLF": ("a.txt", WATER.replace("\n", "\r\n").encode()),
    "Windows-1252": ("a.txt", WATER.encode("cp1252")),
    "UTF-16": ("a.txt", WATER.encode("utf-16")),
    "HTML": ("a.html", as_html().encode()),
}


@pytest.mark.parametrize(("name", "data"), FORMATS.values(), ids=FORMATS)
def test_the_format_makes_no_difference(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    article = read_article(tmp_path / name)
    expected = parse_article(WATER, "txt")
    assert [(u.locator, u.kind, normalise(u.text)) for u in article.units] == [
        (u.locator, u.kind, normalise(u.text)) for u in expected.units
    ]
    for unit in article.units:
        as_given = html.unescape(article.text[unit.start : unit.end])
        assert normalise(as_given) == normalise(unit.text), unit.locator


def kinds(article: Article) -> dict[str, int]:
    found: dict[str, int] = {}
    for unit in article.units:
        found[unit.kind] = found.get(unit.kind, 0) + 1
    return found


def test_the_look_alike_counts() -> None:
    article = parse_article(WATER, "txt", "waterworks.txt")
    assert kinds(article) == {"sentence": 45, "heading": 4, "header": 3, "cell": 8}
    assert [(w.code, w.line) for w in article.warnings] == [("AM240", 1), ("AM241", 23)]
    assert [u.text for u in article.units if u.lead] == list(LEADS)


@pytest.mark.skipif("ARGUMAP_ARTICLE" not in os.environ, reason="ARGUMAP_ARTICLE does not name the article's file")
def test_the_article_counts() -> None:
    article = read_article(Path(os.environ["ARGUMAP_ARTICLE"]))
    assert kinds(article) == {"sentence": 60, "heading": 4, "header": 3, "cell": 8}
    assert [warning.code for warning in article.warnings] == ["AM240", "AM241"]
    assert all(article.text[unit.start : unit.end] == unit.text for unit in article.units)


@pytest.mark.parametrize("path", sorted(ARTICLES.glob("*.*")), ids=lambda path: path.stem)
def test_our_texts_give_locators_that_parse_and_are_unique(path: Path) -> None:
    article = read_article(path)
    locators = [unit.locator for unit in article.units]
    assert len(set(locators)) == len(locators) > 20
    for unit in article.units:
        assert str(Locator.parse(unit.locator)) == unit.locator
        assert article.unit(unit.locator) is unit
        assert article.covered(unit.locator) == (unit,)
    starts = [unit.start for unit in article.units]
    assert starts == sorted(starts)


@pytest.mark.parametrize("text", ["", "---", "<p></p>", "```\n```"])
def test_a_text_without_a_sentence_is_no_article(text: str) -> None:
    with pytest.raises(NoText, match="holds no sentence"):
        parse_article(text, "html" if text.startswith("<") else "md", "a.md")


MARKDOWN = [
    "# H",
    "**b**",
    "| a | b |",
    "|---|---|",
    "- i",
    "1. n",
    "```",
    "“\\`html",
    "> q",
    "---",
    "===",
    "",
    "  x",
]
HTML = ["<p>", "</p>", "<ul><li>", "<table><tr><td>", "</table>", "<h2>", "&amp;", "&#x1F642;", "<script>", "</b>"]
SCRIPTS = ["市议会投票。商店", "「行く。」と", "ماذا؟ لا.", "यह है।", "« Oui. »", "z. B. so", "5. Mai", "’s Avonds"]
FRAGMENTS = st.lists(
    st.sampled_from([*MARKDOWN, *HTML, "A b. C d!", "a|b", "\ud83d", "\u00a0", *SCRIPTS]), max_size=12
)


@given(
    FRAGMENTS,
    st.sampled_from(["md", "txt", "html"]),
    st.sampled_from(["\n", "\r\n", " "]),
    st.sampled_from([None, *LANGUAGES, "hi"]),
    st.sampled_from(SPLITTERS),
)
def test_whatever_stands_in_a_text_its_units_lie_in_it_in_order(
    parts: list[str], kind: str, end: str, language: str | None, version: int
) -> None:
    text = end.join(parts)
    try:
        article = parse_article(text, kind, language=language, version=version)
    except NoText:
        return
    locators = [unit.locator for unit in article.units]
    assert len(set(locators)) == len(locators)
    for unit in article.units:
        assert 0 <= unit.start < unit.end <= len(text)
        assert unit.text.strip() == unit.text != ""
