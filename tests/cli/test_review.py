"""``argumap review``: at a prompt, by commands, and as JSON."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING

import pytest

from argumap.cli import run
from argumap.cli.review import converse
from argumap.draft import tell_rule
from argumap.model import Act
from argumap.project import Review
from reviewed import DRAFTED, write_drafted

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def drafted(here: Path) -> Path:
    return write_drafted(here / "graph" / "bridge") / "map.yaml"


def test_commands_are_done_in_their_order(drafted: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert (
        run(["review", "bridge", "--do", "accept union; change slower-trade 'It is long.'; drop ring-road"]) == 0
    )
    out = capfd.readouterr().out
    assert out == (
        "accepted union\nchanged the text of slower-trade\n"
        "dropped ring-road, and with it 1 step: ring-road/slower-trade\nNothing is left that nobody has seen.\n"
    )


def test_the_first_that_cannot_be_done_ends_it(drafted: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["review", "bridge", "--do", "accept union; accept nobody; drop ring-road"]) == 2
    out, err = capfd.readouterr()
    assert out == "accepted union\n"
    assert "nobody" in err
    assert "ring-road:" in drafted.read_text(encoding="utf-8")


def test_a_script_comes_on_standard_input(
    drafted: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("accept union\n# done\naccept ring-road\n"))
    assert run(["review", "bridge"]) == 0
    assert capfd.readouterr().out.startswith("accepted union\naccepted ring-road\n1 item left")


def test_a_rule_is_accepted_and_what_is_left_is_listed(drafted: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["review", "bridge", "--accept-rule", "reporting-verb", "--list"]) == 0
    out = capfd.readouterr().out
    assert out.startswith("accepted 2 marks of the rule reporting-verb\nunion  stakeholder, draft, by speaker\n")
    assert (
        f"ring-road  claim, draft, by statement ({tell_rule('statement')}, on articles it was not made on)\n"
        "  s3.p1.s3: “"
    ) in out


def test_json_has_what_was_done_and_what_is_left(drafted: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["review", "bridge", "--do", "accept union", "--list", "--json"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert (told["map"], told["done"], told["left"]) == ("bridge", ["accepted union"], 2)
    assert told["articles_words"] == ["slower-trade"]
    assert [item["id"] for item in told["items"]] == ["slower-trade", "ring-road"]


def test_a_map_with_errors_is_not_reviewed(drafted: Path, capfd: pytest.CaptureFixture[str]) -> None:
    drafted.write_text(DRAFTED.replace("attacks: slower-trade", "attacks: nothing"), encoding="utf-8")
    assert run(["review", "bridge", "--list"]) == 1
    assert "AM112" in capfd.readouterr().err


def test_at_a_prompt_each_item_is_asked_for(
    drafted: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    answers = iter(["a", "c", "It takes longer.", "s", "?", "nonsense", "tie supports close-it", "u", "q"])
    converse(Review("bridge"), lambda _: next(answers))
    out, err = capfd.readouterr()
    assert "3 items left\nunion  stakeholder" in out
    assert "These are still the article's words" in out
    assert "slower-trade  claim, seen by you" in out
    assert "took back: ring-road supports close-it" in out
    assert "nonsense" in err
    text = drafted.read_text(encoding="utf-8")
    assert '"It takes longer."' in text
    assert text.count("unseen") == 1
    assert next(answers, None) is None


@pytest.mark.parametrize(
    ("letter", "seen", "kept"),
    [
        pytest.param("c", "Carters' union", 'name: "Haulers"', id="the name alone of a person"),
        pytest.param("t", "", 'title: "Haulers"', id="the title of a claim, which has none"),
    ],
)
def test_what_is_changed_in_an_editor_is_what_can_be_changed(
    letter: str, seen: str, kept: str, drafted: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = here / "editor.sh"
    editor.write_text(f'#!/bin/sh\ncat "$1" > "{here}/seen"\nprintf "Haulers\\n" > "$1"\n', encoding="utf-8")
    editor.chmod(0o755)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", str(editor))
    given = {"c": ["c", "q"], "t": ["a", "title", "q"]}[letter]
    answers = iter(given)
    converse(Review("bridge"), lambda _: next(answers))
    assert (here / "seen").read_text(encoding="utf-8").strip() == seen
    assert kept in drafted.read_text(encoding="utf-8")


def test_an_editor_that_writes_nothing_changes_nothing(
    drafted: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "true")
    answers = iter(["c", "q"])
    converse(Review("bridge"), lambda _: next(answers))
    assert "nothing changes" in capfd.readouterr().err
    assert drafted.read_text(encoding="utf-8") == DRAFTED


def test_the_review_ends_when_nothing_is_left(drafted: Path, capfd: pytest.CaptureFixture[str]) -> None:
    answers = iter(["s", "a", "a", "a"])
    converse(Review("bridge"), lambda _: next(answers))
    assert capfd.readouterr().out.endswith(
        "Nothing is left that nobody has seen. 1 claim is still the article's "
        "words (slower-trade); say what it says in your own.\n"
    )
    assert "unseen" not in drafted.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        pytest.param(["union-wants", "q"], "no claim", id="what is no claim is told"),
        pytest.param(
            ["ring-road slower-trade", "q"], "bridge is asked; ring-road and slower-trade answer it", id="ids"
        ),
        pytest.param(["", "q"], "3 items left", id="Enter leaves it for later"),
    ],
)
def test_the_answers_are_chosen_before_the_items(
    given: list[str], told: str, drafted: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    drafted.write_text(re.sub(r" *answers: .*\n", "", DRAFTED), encoding="utf-8")
    answers = iter(given)
    converse(Review("bridge"), lambda _: next(answers))
    out, err = capfd.readouterr()
    assert out.startswith("First the question under debate, and which claims answer it")
    assert told in out + err


def test_where_nothing_is_asked_the_question_comes_first(drafted: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text = re.sub(r" *answers: .*\n", "", DRAFTED)
    drafted.write_text(re.sub(r"issues:\n(  .*\n)+", "", text), encoding="utf-8")
    asked: list[str] = []
    answers = iter(["May cars cross?", "ring-road", "q"])

    def ask(prompt: str) -> str:
        asked.append(prompt)
        return next(answers)

    converse(Review("bridge"), ask)
    assert asked[:2] == ["Question: ", "The claims that answer it, by number or id: "]
    assert "added the issue may-cars-cross; ring-road answers it" in capfd.readouterr().out


def test_the_help_lists_the_acts(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["review", "--help"]) == 0
    assert f"ACT is one of {', '.join([*Act][:-1])} and {[*Act][-1]}" in " ".join(capfd.readouterr().out.split())
