from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from argumap.anchoring import Guard
from argumap.cli import run
from argumap.errors import CallError
from argumap.model import Attribution, Passage, Quote
from argumap.project import Review, load
from argumap.project.publishing import (
    build_published_files,
    cut,
    find_shown_states,
    leave_out_text,
    publish,
)
from argumap.query import stats
from argumap.text import parse_article
from maps import TOWN
from places import write_map
from reviewed import EACH_KIND

ARTICLE = """# Give the square back

The old stones were laid for feet and never for four wheels. Whoever walks there breathes what others drive.

## What the shops say

Our tills have been emptier since the barrier came down last autumn, says the guild of keepers.
"""
MAP = """argumap: 1
title: "Who may drive?"
sources:
  column: {title: "A column", author: editor, file: column.md}
issues:
  cars: {question: "Should the town be closed to cars?"}
stakeholders:
  editor: {name: "The author", type: person}
  shops: {name: "The guild", type: organisation}
claims:
  close-it: {text: "Cars should stay out.", answers: cars, at: s1.p1.s1}
  trade-falls:
    text: "Shops lose trade."
    at: s2.p1.s1
    quote: "Our tills have been emptier since the barrier came down last autumn"
    said: {by: shops, act: argues, cue: "says the guild of keepers and its many members"}
    attacks: close-it
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a map whose article is at hand."""
    monkeypatch.chdir(tmp_path)
    place = Path("graph/town")
    place.mkdir(parents=True)
    (place / "map.yaml").write_text(MAP, encoding="utf-8")
    (place / "column.md").write_text(ARTICLE, encoding="utf-8")
    return place


def copied(least: int) -> list[str]:
    """The runs of so many words of the article in any file that was built."""
    guard = Guard([parse_article(ARTICLE)], least)
    files = [path for path in Path("output/town").rglob("*") if path.is_file()]
    return [run.text for path in files for run in guard.find(path.read_text(encoding="utf-8"))]


def test_what_is_published_holds_no_five_words_of_the_article_in_a_row(folder: Path) -> None:
    assert run(["build", str(folder)]) == 0
    assert copied(5) != []
    assert run(["build", str(folder), "--publish"]) == 0
    assert copied(5) == []
    for page in Path("output/town").glob("*.html"):
        assert "without the text of its sources" in page.read_text(encoding="utf-8"), page


def test_each_quotation_has_at_most_the_words_that_are_allowed(folder: Path) -> None:
    assert run(["build", str(folder), "--publish", "--quotes", "6"]) == 0
    assert copied(7) == []
    assert copied(6) != []
    assert "at most 6 words" in Path("output/town/outline.html").read_text(encoding="utf-8")


def test_what_the_map_itself_has_copied_is_refused_with_the_page_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copied_text = MAP.replace('"Shops lose trade."', '"Our tills have been emptier since the barrier came down."')
    (folder / "map.yaml").write_text(copied_text, encoding="utf-8")
    for call in (["build", str(folder), "--publish"], ["embed", str(folder)]):
        assert run(call) == 2
        told = capsys.readouterr().err
        assert "town is not published: no more than 6 words in a row may be an article's" in told
        assert "index.html has 10 words of an article in a row: “our tills have been emptier" in told
        assert not Path("output").exists()
    assert run(["build", str(folder), "--publish", "--quotes", "10"]) == 0
    assert "no file has more than 10 words of an article in a row" in capsys.readouterr().err


def test_what_another_build_left_in_the_folder_is_published_too_and_so_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["build", str(folder)]) == 0
    Path("output/town/sections.html").rename("output/town/sections-2.html")
    before = Path("output/town/index.html").read_bytes()
    assert run(["build", str(folder), "--publish"]) == 2
    told = capsys.readouterr().err
    assert "sections-2.html has 12 words of an article in a row" in told
    assert "with --to" in told
    assert Path("output/town/index.html").read_bytes() == before
    assert run(["build", str(folder), "--publish", "--to", "elsewhere"]) == 0


def test_what_is_left_out_is_no_change_of_the_map(folder: Path) -> None:
    assert run(["snapshot", "save", str(folder)]) == 0
    (folder / "map.yaml").write_text(MAP.replace("Shops lose trade.", "Shops sell less."), encoding="utf-8")
    opened = load(folder)
    before, now = (state.snapshot.map for state in find_shown_states(opened, 0))
    assert before == replace(now, claims=before.claims)
    assert build_published_files(publish(opened), folder / "none")["changes.html"].count("Shops sell less.") > 0


def test_what_nobody_has_seen_is_not_published(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written = MAP.replace('text: "Shops lose trade."', 'text: "Shops lose trade."\n    unseen: drafter')
    (folder / "map.yaml").write_text(written, encoding="utf-8")
    assert run(["build", str(folder), "--publish"]) == 2
    assert "nobody has looked at 1 item yet (trade-falls)" in capsys.readouterr().err
    assert not Path("output/town/index.html").exists()
    assert run(["build", str(folder)]) == 0


def test_a_length_of_quotations_needs_publishing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["build", str(folder), "--quotes", "6"]) == 2
    assert "--publish" in capsys.readouterr().err


def test_a_review_reaches_whatever_publishing_refuses(tmp_path: Path) -> None:
    place = write_map(tmp_path / "bridge", EACH_KIND)
    review = Review(str(place))
    kinds = {"map", "source", "issue", "stakeholder", "concept", "claim", "argument"}
    assert {item.kind for item in review.state.unseen} == kinds
    assert len(review.state.unseen) == EACH_KIND.count("unseen")
    assert stats(review.opened.index).unseen == len(review.state.unseen)
    hint = next(p.message for p in review.opened.check() if p.code == "AM329")
    assert hint.startswith(f"{len(review.state.unseen)} items nobody has seen yet, as the map (an importer)")
    while review.state.unseen:
        with pytest.raises(CallError, match="bridge is not published: nobody has looked at"):
            publish(review.opened)
        review.do(["accept", review.state.unseen[0].name])
    publish(review.opened)
    assert "unseen" not in (place / "map.yaml").read_text(encoding="utf-8")


def test_a_quotation_without_a_place_goes_and_one_with_a_place_keeps_it() -> None:
    quote = Quote("one two three four")
    claim = replace(TOWN.claims[0], at=(Passage("column", "s1.p1.s1", quote), Passage("column", "", quote)))
    said = Attribution(by="editor", act=TOWN.attributions[0].act, of="close-it", cue="so it seems to me")
    town = replace(TOWN, claims=(claim,), attributions=(said,))
    bare = leave_out_text(town, 0)
    assert bare.claims[0].at == (Passage("column", "s1.p1.s1"),)
    assert bare.attributions[0].cue is None
    short = leave_out_text(town, 2)
    assert [passage.quote and passage.quote.exact for passage in short.claims[0].at] == ["one two …"] * 2
    assert short.attributions[0].cue == "so it …"


@pytest.mark.parametrize(("words", "left"), [(0, ""), (2, "a b …"), (3, "a b c"), (9, "a b c")])
def test_a_text_is_cut_after_its_words(words: int, left: str) -> None:
    assert cut("a b  c", words) == left
