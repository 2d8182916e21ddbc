from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from argumap.errors import OtherTool
from argumap.formats import FORMATS, Export, Foreign, Imported
from argumap.formats._foreign import join_lines
from argumap.formats.kialo import recognise
from argumap.mapfile import parse_map, write_map
from argumap.model import Argument, ArgumentMap, Bearing, Claim, Origin
from argumap.project.fidelity import find_facts
from draws import draws
from maps import random_maps

DEBATE = """Discussion Title: May the mill pond be drained?

1. The mill pond should be drained.
1.1. Pro: The dam leaks, as [the survey](https://example.org/survey) found \\(last year\\).
1.1.1. Con: Old leaks never end a dam.
1.2. Con: The carp would die.
1.2.1. Con: Carp can be moved.
They live in the river too.
1.3. Pro: -> See 1.2.1.
1.4. Con: -> See 2.1
2. The mill pond should be kept.
2.1. Pro: Herons nest there.
"""


def read(text: str) -> Imported:
    reader = FORMATS["kialo"].read
    assert reader is not None
    return reader(Foreign("pond.txt", text.encode()))


def write(record: ArgumentMap) -> str:
    writer = FORMATS["kialo"].write
    assert writer is not None
    text = writer(Export(record))
    assert isinstance(text, str)
    return text


def steps(imported: Imported) -> set[tuple[str, str, str]]:
    texts = {claim.id: claim.text for claim in imported.map.claims}
    return {(texts[s.premises[0]], str(s.bearing), texts[s.target]) for s in imported.map.arguments}


def whys(text: str) -> list[tuple[str, str]]:
    return [(loss.id, loss.why) for loss in read(text).losses]


def test_the_tree_becomes_claims_for_and_against_and_references_are_resolved() -> None:
    imported = read(DEBATE)
    assert steps(imported) == {
        ("The dam leaks, as the survey found (last year).", "supports", "The mill pond should be drained."),
        ("Old leaks never end a dam.", "attacks", "The dam leaks, as the survey found (last year)."),
        ("The carp would die.", "attacks", "The mill pond should be drained."),
        ("Carp can be moved. They live in the river too.", "attacks", "The carp would die."),
        ("Carp can be moved. They live in the river too.", "supports", "The mill pond should be drained."),
        ("Herons nest there.", "attacks", "The mill pond should be drained."),
        ("Herons nest there.", "supports", "The mill pond should be kept."),
    }
    assert imported.losses == ()
    assert parse_map(write_map(imported.map)).problems == ()


def test_the_title_is_the_question_and_the_theses_answer_it() -> None:
    record = read(DEBATE).map
    assert [issue.question for issue in record.issues] == ["May the mill pond be drained?"]
    assert [c.text for c in record.claims if c.answers] == [
        "The mill pond should be drained.",
        "The mill pond should be kept.",
    ]


def test_links_are_sources_that_know_their_claims() -> None:
    [source] = read(DEBATE).map.sources
    assert (source.title, source.url) == ("the survey", "https://example.org/survey")
    assert source.origin is not None
    assert source.origin.id == "1.1"


def test_an_export_comes_back_equal_and_a_second_one_byte_for_byte() -> None:
    imported = read(DEBATE)
    once = write(imported.map)
    again = read(once)
    assert find_facts(again.map) == find_facts(imported.map)
    assert write(again.map) == once
    assert join_lines(imported.kept).decode() == DEBATE


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("1.1. Pro: -> See 7.", ("1.1", "a reference to a claim that is not there")),
        ("1.4.1. Pro: Lost.", ("1.4.1", "a claim beneath none that is there")),
        ("1.1. Neither.", ("1.1", "a place beneath a claim without a side")),
        ("1.1. Pro: -> See 1.", ("1.1", "a reference from a claim to itself")),
        ("1.1. Pro: -> See 1.1.", ("1.1", "a reference to a claim that is not there")),
        ("1. Again.", ("1.", "a second claim with a number that is taken")),
        ("1.1. Pro:  ", ("1.1", "a claim without words")),
    ],
)
def test_what_does_not_fit_is_told_by_its_number(line: str, told: tuple[str, str]) -> None:
    assert told in whys(f"Discussion Title: T\n\n1. Thesis.\n{line}\n")


def test_a_file_is_known_by_its_first_lines() -> None:
    assert recognise(Foreign("x", DEBATE.replace("\n", "\r\n").encode("utf-8-sig")))
    assert not recognise(Foreign("x", b"Discussion Title: T\n\nNo claims."))
    assert not recognise(Foreign("x", b"1. Thesis"))
    with pytest.raises(OtherTool, match="no line is a numbered claim"):
        read("Discussion Title: T\n")


def test_what_denies_a_step_stands_against_its_reason() -> None:
    nodes = read("1. A.\n1.1. Pro: B.\n1.1.1. Con: C.").map
    assert [step.bearing for step in nodes.arguments] == [Bearing.SUPPORTS, Bearing.ATTACKS]


def test_an_address_is_told_without_the_backslashes_of_the_export() -> None:
    export = (
        "Discussion Title: Should the dam go?\n\n1. The dam should go.\n"
        '1.1. Pro: A court \\([Dam v. Carp](https://example.org/#{"id":\\["7-1"\\]})\\) said so.\n'
    )
    imported = read(export)
    assert [source.url for source in imported.map.sources] == ['https://example.org/#{"id":["7-1"]}']
    assert imported.map.claims[1].text == "A court (Dam v. Carp) said so."


@given(st.text(alphabet="1.2 PronC:->See[](https://x)\\\n", max_size=120))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        record = read(text).map
    except OtherTool:
        return
    assert [p for p in parse_map(write_map(record)).problems if p.severity == "error"] == []


@settings(max_examples=draws(60))
@given(random_maps())
def test_every_claim_of_any_map_is_in_the_tree_once(record: ArgumentMap) -> None:
    assume(record.claims)
    back = read(write(record)).map
    assert sorted(claim.text for claim in back.claims) == sorted(" ".join(c.text.split()) for c in record.claims)


def test_a_deep_tree_is_written_and_read() -> None:
    deep = "\n".join(f"{'.'.join('1' * n)}. {'Pro: ' if n > 1 else ''}Claim {n}." for n in range(1, 300))
    assert len(read(write(read(deep).map)).map.arguments) == 298


SPACED = DEBATE.replace("\n1", "\n\n1").replace("\n2", "\n\n2").replace("\n\n\n", "\n\n")


def opened(debate: str) -> tuple[ArgumentMap, Imported]:
    imported = read(debate)
    return replace(imported.map, origin=Origin(format="kialo")), imported


def back(record: ArgumentMap, imported: Imported) -> str:
    writer = FORMATS["kialo"].write
    assert writer is not None
    text = writer(Export(record, kept=imported.kept))
    assert isinstance(text, str)
    return text


def find(record: ArgumentMap, words: str) -> Claim:
    return next(claim for claim in record.claims if words in claim.text)


@pytest.mark.parametrize("debate", [DEBATE, SPACED, DEBATE.removesuffix("\n"), DEBATE + "\n\n"])
def test_what_nobody_touched_goes_back_as_it_came(debate: str) -> None:
    record, imported = opened(debate)
    assert back(record, imported) == debate


@pytest.mark.parametrize("debate", [DEBATE, SPACED])
def test_reworded_claims_change_their_own_lines(debate: str) -> None:
    record, imported = opened(debate)
    claims = tuple(replace(c, text="Some carp may die.") if "carp would" in c.text else c for c in record.claims)
    text = back(replace(record, claims=claims), imported)
    assert text == debate.replace("The carp would die.", "Some carp may die.")


@pytest.mark.parametrize("debate", [DEBATE, SPACED])
def test_what_is_new_stands_after_what_was_there(debate: str) -> None:
    record, imported = opened(debate)
    dam = find(record, "The dam leaks")
    new = Claim("wet", "Cellars are wet.")
    step = Argument("wet/dam", ("wet",), Bearing.SUPPORTS, dam.id)
    grown = replace(record, claims=(*record.claims, new), arguments=(*record.arguments, step))
    text = back(grown, imported)
    gap = "\n\n" if debate == SPACED else "\n"
    assert text == debate.replace("end a dam.", f"end a dam.{gap}1.1.2. Pro: Cellars are wet.")
    last = Argument("wet/herons", ("wet",), Bearing.ATTACKS, find(record, "Herons").id)
    text = back(replace(grown, arguments=(*grown.arguments, last)), imported)
    assert text.endswith(f"2.1. Pro: Herons nest there.{gap}2.1.1. Con: -> See 1.1.2.\n")


def test_what_is_taken_out_takes_its_lines_and_no_numbers() -> None:
    record, imported = opened(DEBATE)
    gone = find(record, "Old leaks")
    claims = tuple(claim for claim in record.claims if claim is not gone)
    steps = tuple(step for step in record.arguments if gone.id not in step.premises)
    text = back(replace(record, claims=claims, arguments=steps), imported)
    assert text == DEBATE.replace("1.1.1. Con: Old leaks never end a dam.\n", "")


def test_a_reason_that_turned_changes_its_side() -> None:
    record, imported = opened(DEBATE)
    carp = find(record, "The carp would die").id
    steps = tuple(replace(s, bearing=Bearing.SUPPORTS) if s.premises == (carp,) else s for s in record.arguments)
    text = back(replace(record, arguments=steps), imported)
    assert text == DEBATE.replace("1.2. Con: The carp", "1.2. Pro: The carp")


def test_another_question_changes_the_title() -> None:
    record, imported = opened(DEBATE)
    asked = replace(record, issues=(replace(record.issues[0], question="Shall it go?"),))
    assert back(asked, imported) == DEBATE.replace("May the mill pond be drained?", "Shall it go?")


@given(st.data())
def test_any_change_is_told_whole(data: st.DataObject) -> None:
    record, imported = opened(DEBATE)
    kept = data.draw(st.sets(st.sampled_from([claim.id for claim in record.claims]), min_size=1))
    claims = tuple(claim for claim in record.claims if claim.id in kept)
    steps = tuple(
        step for step in record.arguments if {*step.premises, step.target} <= kept and data.draw(st.integers(0, 3))
    )
    now = replace(record, claims=claims, arguments=steps)
    text = back(now, imported)
    facts, anew = find_facts(read(text).map), find_facts(read(write(now)).map)
    assert facts | {"order of claims": {}} == anew | {"order of claims": {}}
    again = read(text)
    assert back(replace(again.map, origin=Origin(format="kialo")), again) == text


def test_what_claims_link_to_is_no_text_that_they_could_stand_in() -> None:
    assert [entry.code for entry in read(DEBATE).map.accepted] == ["AM308"]
    assert read("Discussion Title: May it go?\n\n1. It should go.\n").map.accepted == ()
