"""What is typed at the prompt of a review: prose without quotes, apostrophes and all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.cli._review_answers import read_answer, read_claims
from argumap.cli.review import converse
from argumap.errors import CallError
from argumap.mapfile import parse_map
from argumap.model import Index
from argumap.project import Review
from places import MAP, write_map
from reviewed import write_drafted

if TYPE_CHECKING:
    from pathlib import Path

RECORD = parse_map(MAP).map
INDEX = Index(RECORD)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        pytest.param("", ["skip"], id="empty"),
        pytest.param("  a ", ["accept"], id="a letter"),
        pytest.param("h", ["?"], id="help"),
        pytest.param("c It's the county's bridge.", ["change", "It's the county's bridge."], id="apostrophes"),
        pytest.param("c 'It is long.'", ["change", "It is long."], id="in quotes"),
        pytest.param("change close-it Shut it.", ["change", "close-it", "Shut it."], id="another claim"),
        pytest.param("change close-it 'Shut it.'", ["change", "close-it", "Shut it."], id="another, in quotes"),
        pytest.param("c close-it", ["change", "close-it"], id="one word alone is the text"),
        pytest.param("w Mira O'Dell", ["who", "Mira O'Dell"], id="a name"),
        pytest.param("w Mira Stolz disputes", ["who", "Mira Stolz", "disputes"], id="a name and an act"),
        pytest.param("also Mira Stolz disputes", ["also", "Mira Stolz", "disputes"], id="one more speaker"),
        pytest.param("w union", ["who", "union"], id="an id"),
        pytest.param("title The old bridge", ["title", "The old bridge"], id="a title"),
        pytest.param("t supports close-it", ["tie", "supports", "close-it"], id="a tie"),
        pytest.param("t + 1", ["tie", "supports", "close-it"], id="for the first answer"),
        pytest.param("t - 1", ["tie", "attacks", "close-it"], id="against it"),
        pytest.param("tie slower-trade against 1", ["tie", "slower-trade", "attacks", "close-it"], id="another's"),
        pytest.param("t + 9", ["tie", "supports", "9"], id="an answer that is none"),
        pytest.param("t", ["tie"], id="nothing yet"),
        pytest.param("split 'It is old.' 'It is long.'", ["split", "It is old.", "It is long."], id="two texts"),
    ],
)
def test_what_is_typed(line: str, words: list[str]) -> None:
    assert read_answer(line, INDEX) == words


@pytest.mark.parametrize("line", ["split 'It is old.", 'c "It is', "t supports 'close"])
def test_a_quote_that_is_not_closed_is_told(line: str) -> None:
    with pytest.raises(CallError, match="a quote is not closed"):
        read_answer(line, INDEX)


def test_answers_are_named_by_number_or_id() -> None:
    assert read_claims("2, close-it 1", RECORD.claims) == ["new-cracks", "close-it", "close-it"]


def test_a_slip_does_not_end_the_review_and_leaving_tells_what_is_left(
    here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    write_drafted(here / "graph" / "bridge")
    answers = iter(["split 'It is", "h", "s", "c It's longer than the ferry's way.", "q"])
    converse(Review("bridge"), lambda _: next(answers))
    out, err = capfd.readouterr()
    assert "a quote is not closed: 'It is" in err
    assert "accept ID: it is right" in out
    assert "It's longer than the ferry's way." in out
    assert "left that nobody has seen" in out.splitlines()[-1]


def test_an_answer_is_tied_to_in_few_keys(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write_drafted(here / "graph" / "bridge")
    answers = iter(["s", "s", "untie slower-trade", "t + 1", "q"])
    converse(Review("bridge"), lambda _: next(answers))
    out = capfd.readouterr().out
    assert "tied to nothing; `t + 1` or `t - 1` is for or against: 1 " in out
    assert "ring-road supports " in out


def test_what_is_taken_back_is_laid_before_one_again(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write_drafted(here / "graph" / "bridge")
    answers = iter(["a", "d", "u", "q"])
    converse(Review("bridge"), lambda _: next(answers))
    out = capfd.readouterr().out
    assert out.count("\nslower-trade  claim, draft") == 2
    assert "took back: dropped slower-trade" in out
    assert out.index("took back") < out.rindex("\nslower-trade  claim, draft")


def test_the_answers_are_offered_a_few_at_a_time_and_the_rest_when_asked(
    here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    claims = "".join(f"  c{n}: {{text: Thing {n}.}}\n" for n in range(1, 20))
    write_map(here / "graph" / "plain", f"argumap: 1\ntitle: Things\nclaims:\n{claims}")
    asked: list[str] = []
    answers = iter(["Which thing?", "more", "more", "19 c2"])

    def ask(prompt: str) -> str:
        asked.append(prompt)
        return next(answers)

    converse(Review("plain"), ask)
    out = capfd.readouterr().out
    assert "8 c8  Thing 8.\n" in out
    assert asked == [
        "Question: ",
        "The claims that answer it, by number or id (`more` for the 11 others): ",
        "The claims that answer it, by number or id (`more` for the 3 others): ",
        "The claims that answer it, by number or id: ",
    ]
    assert out.count("c8 ") == 1
    assert [claim.id for claim in Review("plain").opened.record.claims if claim.answers] == ["c2", "c19"]
