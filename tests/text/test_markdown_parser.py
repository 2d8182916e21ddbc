from __future__ import annotations

import pytest

from argumap.errors import Severity
from argumap.text import Article, normalise, parse_article


def outline(text: str, kind: str = "md") -> list[str]:
    return [f"{unit.locator} {unit.text}" for unit in parse_article(text, kind).units]


PROSE = "The gates stay open. Nobody shuts them."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"# Gates\n\n{PROSE}",
            ["s1.h Gates", "s1.p1.s1 The gates stay open.", "s1.p1.s2 Nobody shuts them."],
            id="a heading with marks",
        ),
        pytest.param("## Gates ##\n\nOpen.", ["s1.h Gates", "s1.p1.s1 Open."], id="closing marks"),
        pytest.param("Gates\n=====\nOpen.", ["s1.h Gates", "s1.p1.s1 Open."], id="underlined"),
        pytest.param("**Gates**\n\nOpen.", ["s1.h Gates", "s1.p1.s1 Open."], id="a bold line"),
        pytest.param("Gates\n\nThey stay open.", ["s1.h Gates", "s1.p1.s1 They stay open."], id="no marks at all"),
        pytest.param(
            "Gates\nThey stay open.", ["s1.h Gates", "s1.p1.s1 They stay open."], id="no empty line either"
        ),
        pytest.param(
            "The Town\n\nThe Gates\n\nThey stay open.",
            ["s1.h The Town", "s2.h The Gates", "s2.p1.s1 They stay open."],
            id="a title over a heading",
        ),
        pytest.param("Gates.\n\nOpen.", ["s0.p1.s1 Gates.", "s0.p2.s1 Open."], id="a full stop makes no heading"),
        pytest.param("Gates\n\nand walls", ["s0.p1.s1 Gates", "s0.p2.s1 and walls"], id="no prose follows"),
        pytest.param(
            "By Ruth Ellery\n\nThey stay open.",
            ["s0.p1.s1 By Ruth Ellery", "s0.p2.s1 They stay open."],
            id="a byline is no heading",
        ),
        pytest.param(
            "# Gates\n\nNot a heading here\n\nThey stay open.",
            ["s1.h Gates", "s1.p1.s1 Not a heading here", "s1.p2.s1 They stay open."],
            id="where headings are marked, marks are needed",
        ),
        pytest.param("Open.\n\n---\n\nShut.", ["s0.p1.s1 Open.", "s0.p2.s1 Shut."], id="a rule has no number"),
        pytest.param("---\ntitle: Gates\n---\n\nOpen.", ["s0.p1.s1 Open."], id="front matter"),
        pytest.param("> Open.\n> Shut.", ["s0.p1.s1 Open.", "s0.p1.s2 Shut."], id="a quotation"),
        pytest.param(
            "- Open. Shut.\n- Ajar\n  for now.\n\n1. One\n",
            ["s0.l1.i1.s1 Open.", "s0.l1.i1.s2 Shut.", "s0.l1.i2.s1 Ajar for now.", "s0.l1.i3.s1 One"],
            id="a list",
        ),
        pytest.param(
            "- Open.\n\nAfter the list.\n\n- Shut.",
            ["s0.l1.i1.s1 Open.", "s0.p1.s1 After the list.", "s0.l2.i1.s1 Shut."],
            id="two lists",
        ),
        pytest.param("2019 was dry.", ["s0.p1.s1 2019 was dry."], id="a year opens no list"),
        pytest.param(
            "Read [the plan](https://x.org/a) *now*.", ["s0.p1.s1 Read the plan now."], id="marks in a line"
        ),
        pytest.param(
            "Five * three and a_b_c.", ["s0.p1.s1 Five * three and a_b_c."], id="what only looks like marks"
        ),
        pytest.param(
            "Open.\n\n```python\nprint('no prose')\n```\n\nShut.",
            ["s0.p1.s1 Open.", "s0.p2.s1 Shut."],
            id="code is no text",
        ),
        pytest.param(
            "```markdown\nOpen.\nShut.\n```\n", ["s0.p1.s1 Open.", "s0.p1.s2 Shut."], id="a fence round all"
        ),
        pytest.param("<!-- note -->\nOpen.", ["s0.p1.s1 Open."], id="a comment"),
    ],
)
def test_units(text: str, expected: list[str]) -> None:
    assert outline(text) == expected


def test_a_table_is_numbered_from_its_header_row() -> None:
    table = "| | Toll | Closure |\n|---|:---:|---|\n| Cost | 5 \\| 6 | |\n| Air | `a` | **good** |\n"
    article = parse_article(table)
    assert [(unit.locator, unit.kind, unit.text) for unit in article.units] == [
        ("s0.t1.r0.c2", "header", "Toll"),
        ("s0.t1.r0.c3", "header", "Closure"),
        ("s0.t1.r1.c1", "cell", "Cost"),
        ("s0.t1.r1.c2", "cell", "5 | 6"),
        ("s0.t1.r2.c1", "cell", "Air"),
        ("s0.t1.r2.c2", "cell", "a"),
        ("s0.t1.r2.c3", "cell", "good"),
    ]
    assert article.warnings == ()


def test_a_row_that_breaks_off_is_read_and_warned_of_where_it_ends() -> None:
    article = parse_article("| A | B |\n|---|---|\n| one | two |\n| three", file="town.md")
    (warning,) = article.warnings
    assert str(warning).startswith("town.md:4:8: warning AM241 the table's row breaks off after 1 of 2 cells")
    assert article.units[-1].locator == "s0.t1.r2.c1"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("“\\`html\nThe gates stay open.", 1, id="a fence that an editor improved"),
        pytest.param("```\nThe gates stay open.", 1, id="never closed"),
        pytest.param("The gates stay open.\n\n```", 3, id="opened at the end"),
        pytest.param("The gates stay open.\n``", 2, id="too few marks"),
    ],
)
def test_a_stray_fence_is_skipped_with_a_warning(text: str, line: int) -> None:
    article = parse_article(text, file="town.md")
    assert [unit.text for unit in article.units] == ["The gates stay open."]
    assert [(w.code, w.file, w.line, w.severity) for w in article.warnings] == [
        ("AM240", "town.md", line, Severity.WARNING)
    ]


WRAPPED = """The council met on Monday and did not vote,
because Ruth Ellery kept the only spare key.
It will meet again in May, and in June too if
it has to."""


@pytest.mark.parametrize("kind", ["md", "txt"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"], ids=["LF", "CRLF", "CR", "line separator"])
def test_hard_line_ends_do_not_end_a_sentence(kind: str, end: str) -> None:
    assert [line.split(" ", 1)[0] for line in outline(WRAPPED.replace("\n", end), kind)] == [
        "s0.p1.s1",
        "s0.p1.s2",
    ]


def test_in_plain_text_a_short_line_that_ends_a_sentence_ends_the_paragraph() -> None:
    text = "They met on Monday.\n" + WRAPPED
    assert [unit.locator for unit in parse_article(text, "txt").units] == ["s0.p1.s1", "s0.p2.s1", "s0.p2.s2"]
    assert [unit.locator for unit in parse_article(text, "md").units] == ["s0.p1.s1", "s0.p1.s2", "s0.p1.s3"]


def test_one_line_made_longer_by_a_correction_leaves_a_wrapped_paragraph_whole() -> None:
    longer = "and, after nine hours of a debate that nobody in the hall had called for, rose without a vote"
    text = WRAPPED.replace("and did not vote", longer)
    assert [unit.locator for unit in parse_article(text, "txt").units] == ["s0.p1.s1", "s0.p1.s2"]


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        pytest.param("Cost at scale. It matters once many ask.", True, id="a phrase without a verb"),
        pytest.param("**It costs money.** Much of it.", True, id="bold"),
        pytest.param("They said no. It was late.", False, id="a sentence"),
        pytest.param("Fishermen welcomed the news. It was late.", False, id="a sentence in the past"),
        pytest.param("Cost at scale.", False, id="nothing follows"),
    ],
)
def test_lead_phrases(text: str, lead: bool) -> None:
    assert parse_article(text).units[0].lead is lead


def test_offsets_are_code_points_of_the_text_as_given() -> None:
    text = "# Café 🙂\r\n\r\nThe **gates** stay\r\nopen. *Why* not?\r\n\r\n- One [item](x).\r\n"
    article = parse_article(text)
    assert [text[unit.start : unit.end] for unit in article.units] == [
        "Café 🙂",
        "The **gates** stay\r\nopen.",
        "Why* not?",
        "One [item](x).",
    ]


def assert_slices_say_what_units_say(article: Article) -> None:
    for unit in article.units:
        assert normalise(unit.text) == normalise(article.text[unit.start : unit.end]), unit.locator


def test_a_line_that_ends_in_a_mark_of_its_script_is_no_heading() -> None:
    text = "关闭广场的理由\n\n市议会想关闭老城的广场。\n\n商店老板不想关闭。他们担心。\n"
    units = [unit.locator for unit in parse_article(text, "txt", language="zh").units]
    assert units == ["s1.h", "s1.p1.s1", "s1.p2.s1", "s1.p2.s2"]
    question = "क्या चौक बंद हो?\n\nपरिषद चौक बंद करेगी।\n\nदुकानदार डरते हैं।\n"
    assert [unit.locator for unit in parse_article(question, "txt", language="hi").units] == [
        "s0.p1.s1",
        "s0.p2.s1",
        "s0.p3.s1",
    ]
