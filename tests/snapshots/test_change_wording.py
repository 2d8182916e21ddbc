from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.model import Act, Attribution, Claim, Concept, Issue, Origin, Passage, Section, Source, Stakeholder
from argumap.snapshots.change_records import (
    Added,
    Attributed,
    Followed,
    HeadChanged,
    Removed,
    Renamed,
    Reordered,
    Reworded,
)
from argumap.snapshots.change_wording import tell, tell_edit, tell_record
from argumap.snapshots.edit_groups import Edit
from maps import argument

if TYPE_CHECKING:
    from argumap.snapshots.canonical_form import Record


@pytest.mark.parametrize(
    ("record", "told"),
    [
        (Claim("a", "Cars are loud.", "Loud cars"), "claim a: “Loud cars”"),
        (Issue("i", "Which way?"), "issue i: “Which way?”"),
        (argument("r", "p q", "undercuts", "s"), "argument r: p + q undercuts s"),
        (Stakeholder("ann", "Ann"), "stakeholder ann: Ann"),
        (Source("s", "A letter"), "source s: A letter"),
        (Concept("k", "Streets"), "concept k: Streets"),
        (Section("s", "s1", "Why"), "section s#s1: Why"),
        (Section("s", "s1"), "section s#s1"),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, str) else "",
)
def test_a_record_is_told_by_kind_id_and_words(record: Record, told: str) -> None:
    assert tell_record(record) == told


def test_what_came_and_went_is_told_as_such() -> None:
    claim = Claim("a", "Cars are loud.")
    assert tell(Added(claim)).startswith("added claim a")
    assert tell(Removed(claim)).startswith("removed claim a")


def test_a_long_text_is_shortened_and_stays_on_its_line() -> None:
    told = tell(Added(Claim("a", "Cars are\nloud. " * 40)))
    assert "\n" not in told
    assert len(told) < 130


def test_a_guess_is_told_as_one() -> None:
    assert tell(Renamed("claim", "a", "b")) == "claim a is now called b"
    assert tell(Renamed("claim", "a", "b", "passage")) == "claim a is perhaps b now, by its passage"


def test_a_stance_that_two_report_is_told_once() -> None:
    voices = [Attributed(Attribution("ann", Act.ARGUES, "a", via=(via,))) for via in ("bo", "cy")]
    assert tell_edit(Edit(Added(Claim("a", "Cars are loud.")), tuple(voices))).count("ann argues") == 1


def test_who_said_it_is_told_with_the_act() -> None:
    assert "ann" in tell_record(Attribution("ann", Act.DISPUTES, "a"))
    assert "disputes a" in tell_record(Attribution("ann", Act.DISPUTES, "a"))


def test_a_text_is_cut_at_ninety_letters_and_not_before() -> None:
    assert tell_record(Claim("a", "x" * 90)) == f"claim a: “{'x' * 90}”"
    assert tell_record(Claim("a", "x" * 91)) == f"claim a: “{'x' * 89}…”"
    assert tell_record(Claim("a", f"{'x' * 88} {'y' * 20}")) == f"claim a: “{'x' * 88}…”"


def test_a_new_order_names_the_first_five_and_says_that_there_are_more() -> None:
    moves = tuple((f"c{n}", "") for n in range(6))
    assert tell(Reordered("claim", moves[:5])) == "claims in another order: c0, c1, c2, c3, c4"
    assert tell(Reordered("claim", moves)) == "claims in another order: c0, c1, c2, c3, c4 …"


def test_a_long_text_that_came_or_went_is_told_whole() -> None:
    long = "Cars are loud. " * 20
    assert tell(Reworded("claim", "a", "title", None, long)) == f"claim a reworded (title): “{long}”, new"
    assert tell(Reworded("claim", "a", "title", long, None)).endswith(f"none any more, was “{long}”")


@pytest.mark.parametrize(
    ("renamed", "followed", "told"),
    [
        (Renamed("claim", "a", "b"), Attribution("ann", Act.ASSERTS, "a"), ""),
        (Renamed("claim", "a", "b"), argument("a/x", "a", "supports", "x"), ""),
        (Renamed("claim", "a", "b"), argument("x/a", "x", "supports", "a"), " (1 reference follows)"),
        (Renamed("claim", "a", "b"), argument("step", "a", "supports", "x"), " (1 reference follows)"),
        (Renamed("claim", "a", "b"), Claim("c", "C.", contradicts=("a",)), " (1 reference follows)"),
        (Renamed("stakeholder", "a", "b"), Attribution("a", Act.ASSERTS, "c"), ""),
        (Renamed("stakeholder", "a", "b"), Attribution("x", Act.ARGUES, "c", via=("a",)), ""),
        (
            Renamed("stakeholder", "a", "b"),
            Attribution("a", Act.ARGUES, "c", via=("x",)),
            " (1 reference follows)",
        ),
        (Renamed("source", "a", "b"), Claim("c", "C.", at=(Passage("a", "s1.p1.s1"),)), ""),
    ],
)
def test_what_no_word_of_the_file_names_is_no_reference(renamed: Renamed, followed: Record, told: str) -> None:
    kind = f"{renamed.kind} a is now called b"
    assert tell_edit(Edit(renamed, (Followed(followed),))) == f"{kind}{told}"


def test_where_a_map_came_from_is_told_by_the_beginning_of_its_digest() -> None:
    old, new = (Origin("aif", "town.json", digest=f"sha256:{digit * 64}") for digit in "ab")
    assert tell(HeadChanged("origin", old, new)) == (
        f"the map: origin aif, town.json, sha256:{'b' * 12}, was aif, town.json, sha256:{'a' * 12}"
    )


def test_quotation_marks_of_a_claim_are_the_inner_ones() -> None:
    assert tell_record(Claim("a", "A.", "“Closed” is less")) == "claim a: “‘Closed’ is less”"
