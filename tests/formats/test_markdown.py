from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from argumap.errors import OtherTool
from argumap.formats import FORMATS, Foreign, Imported
from argumap.model import Act, Argument, ArgumentMap, Attribution, Bearing, Claim, Stakeholder
from argumap.project.fidelity import find_facts
from draws import draws
from foreign_files import came, check_cuts, check_edit, check_round_trip, drop_undercuts, read, write
from maps import random_maps

POND = """# The mill pond

Some words before it all.

## May the mill pond be drained?

- The mill pond should be drained.
  - Pro: The dam leaks. — Anna Müller
    - **Con:** Old leaks
      never end a dam.
  - (against) The carp would die.

    A paragraph about carp.
    - Carp can be moved. (con)
- The mill pond should be kept.
  1. Pro (Anglers' club): Herons nest there.

## Pro

Nobody knows.
"""
SIGNS = """# Drain the mill pond.

+ The dam leaks.
  - Old leaks never end a dam.
- The carp would die.
  - Carp can be moved.
"""
HEADINGS = """Drain the pond
==============

Arguments for
-------------

* The dam leaks.
* Pro, jointly:
  * Cellars fill with water.
  * The water comes from the dam.
  * Undercut: It rains a lot.

## Einwände ##

* The carp would die.
"""


def steps(imported: Imported) -> set[tuple[tuple[str, ...], str, str]]:
    texts = {claim.id: claim.text for claim in imported.map.claims}
    return {
        (tuple(texts[p] for p in step.premises), str(step.bearing), texts.get(step.target, "a step"))
        for step in imported.map.arguments
    }


def whys(text: str) -> list[tuple[str, str]]:
    return [(loss.id, loss.why) for loss in read("markdown", text).losses]


def test_points_speak_for_or_against_what_is_above_them() -> None:
    imported = read("markdown", POND)
    assert steps(imported) == {
        (("The dam leaks.",), "supports", "The mill pond should be drained."),
        (("Old leaks never end a dam.",), "attacks", "The dam leaks."),
        (("The carp would die.",), "attacks", "The mill pond should be drained."),
        (("Carp can be moved.",), "attacks", "The carp would die."),
        (("Herons nest there.",), "supports", "The mill pond should be kept."),
    }
    record = imported.map
    assert record.title == "The mill pond"
    assert [issue.question for issue in record.issues] == ["May the mill pond be drained?"]
    assert [c.text for c in record.claims if c.answers] == [
        "The mill pond should be drained.",
        "The mill pond should be kept.",
    ]
    assert [person.name for person in record.stakeholders] == ["Anna Müller", "Anglers' club"]
    assert [(loss.id, loss.why) for loss in imported.losses] == [
        ("line 18", "a side without a point"),
        ("line 3", "text that is no point"),
        ("line 13", "text that is no point"),
        ("line 20", "text that is no point"),
    ]


def test_bullets_are_sides_where_both_are_used() -> None:
    imported = read("markdown", SIGNS)
    assert steps(imported) == {
        (("The dam leaks.",), "supports", "Drain the mill pond."),
        (("Old leaks never end a dam.",), "attacks", "The dam leaks."),
        (("The carp would die.",), "attacks", "Drain the mill pond."),
        (("Carp can be moved.",), "attacks", "The carp would die."),
    }


def test_headings_are_claims_and_sides_and_points_stand_jointly() -> None:
    imported = read("markdown", HEADINGS)
    assert steps(imported) == {
        (("The dam leaks.",), "supports", "Drain the pond"),
        (("Cellars fill with water.", "The water comes from the dam."), "supports", "Drain the pond"),
        (("It rains a lot.",), "undercuts", "a step"),
        (("The carp would die.",), "attacks", "Drain the pond"),
    }
    assert imported.losses == ()


@pytest.mark.parametrize("text", [POND, SIGNS, HEADINGS])
def test_an_outline_goes_back_as_it_came_and_equal_without_what_was_kept(text: str) -> None:
    check_round_trip("markdown", text)
    check_edit("markdown", text)


def test_a_reworded_claim_changes_its_own_words_only() -> None:
    imported = read("markdown", POND)
    record = came("markdown", imported)
    claims = tuple(replace(c, text=c.text.replace("leaks", "drips & *rots*")) for c in record.claims)
    once = write("markdown", replace(record, claims=claims), imported.kept)[".md"]
    expected = POND.replace("The dam leaks.", r"The dam drips &amp; \*rots\*.")
    assert once == expected.replace("Old leaks\n      never end", "Old drips &amp; \\*rots\\* never end")


def test_what_is_new_has_its_place_and_other_text_stays_where_it_was() -> None:
    imported = read("markdown", POND)
    record = came("markdown", imported)
    record = replace(
        record,
        claims=(*record.claims, Claim("new", "Pro: so they say (for) — *x*"), Claim("why", "Why not?")),
        arguments=(*record.arguments, Argument("new/x", ("new", "why"), Bearing.ATTACKS, record.claims[1].id)),
        stakeholders=(*record.stakeholders, Stakeholder("clerk", "The *old* clerk")),
        attributions=(*record.attributions, Attribution("clerk", Act.CONCEDES, "new")),
    )
    once = write("markdown", record, imported.kept)[".md"]
    again = read("markdown", once)
    for feature in ("claims", "supports", "attacks", "linked premises", "who says what", "what they do with it"):
        assert find_facts(again.map)[feature] == find_facts(record)[feature], feature
    assert "    A paragraph about carp.\n" in once
    assert write("markdown", record, imported.kept)[".md"] == once


LIBRARY = """# Sundays at the library

Notes from the circle, 3 March.

## Should the library open on Sundays?

Asked twice.

- It should open.
  - Pro: Pupils need a quiet place.
  - [ ] Count the pupils
- [ ] Ask the clerk
- TODO: find the lease
- It should stay closed.
  - Con: Rest is on Mondays.

## Open ends

- [ ] Who pays for the guards?
- The lease ends soon.

| year | cost |
|------|------|
| 2020 | 12   |
"""


def test_to_dos_and_notes_are_no_points() -> None:
    imported = read("markdown", LIBRARY)
    assert [c.text for c in imported.map.claims if c.answers] == ["It should open.", "It should stay closed."]
    assert len(imported.map.claims) == 4
    assert len(imported.map.issues) == 1
    assert [loss.id for loss in imported.losses] == [f"line {n}" for n in (3, 7, 11, 17, 19, 22)]
    assert read("markdown", "# Notes\n\n- a\n").map.claims
    check_round_trip("markdown", LIBRARY)
    check_edit("markdown", LIBRARY)


def test_a_new_claim_leaves_what_is_no_point_where_it_stood() -> None:
    imported = read("markdown", LIBRARY)
    record = came("markdown", imported)
    step = Argument("new/x", ("new",), Bearing.SUPPORTS, record.claims[0].id)
    record = replace(record, claims=(*record.claims, Claim("new", "New.")), arguments=(*record.arguments, step))
    once = write("markdown", record, imported.kept)[".md"]
    lines = [line for line in once.splitlines() if line.strip()]
    assert [line for line in LIBRARY.splitlines() if line.strip() and line not in lines] == [
        "  - [ ] Count the pupils"
    ]
    assert "    - [ ] Count the pupils" in lines
    assert once.index("circle") < once.index("## Should") < once.index("Asked") < once.index("- It should open.")
    assert once.endswith(LIBRARY[LIBRARY.index("## Open ends") :])
    again = read("markdown", once)
    for feature in ("claims", "supports", "attacks"):
        assert find_facts(again.map)[feature] == find_facts(record)[feature], feature


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "# A?\n- Pro: B.\n",
            ("line 2", "a reason for or against a question, held as a claim with the tag pro or con"),
        ),
        (
            "# A?\n- B.\n  - Pro: C.\n- D.\n",
            ("line 4", "a point without reasons beside others that have some, held as an answer"),
        ),
        ("# A.\n- Pro: B.\n  - C.\n", ("line 3", "a point beneath another without a side (pro or con)")),
        ("# A.\n- Pro: A.\n", ("line 2", "a point that bears on itself")),
        ("# A.\n- Pro: B.\n- Pro: B.\n", ("line 3", "a point that stands twice")),
        ("# A.\n- Pro: B.\n-\n", ("line 3", "a point without words")),
        ("# A.\n- Undercut: B.\n", ("line 2", "an undercut of what is no step")),
        ("# A.\n- Pro: B.\n  - Why?\n", ("line 3", "a question beneath a claim")),
        ("# A.\n- Pro, jointly:\n", ("line 2", "a side without a point")),
        (
            "# A.\n- Pro, jointly:\n  - B.\n  - Pro: C.\n",
            ("line 4", "a reason for a step, while reasons are for claims"),
        ),
        ("# A.\n- Pro: B.\n\n> quoted\n", ("line 4", "text that is no point")),
        ("---\na: 1\n---\n# A.\n- Pro: B.\n", ("line 1", "text that is no point")),
        ("# A.\n- Pro: B.\n```\n- Pro: C.\n```\n", ("line 3", "text that is no point")),
    ],
)
def test_what_does_not_fit_is_told_by_its_line(text: str, told: tuple[str, str]) -> None:
    assert whys(text) == [told]
    check_round_trip("markdown", text)


def test_a_file_is_known_by_points_with_sides() -> None:
    recognise = FORMATS["markdown"].recognise
    for text in (POND, SIGNS, HEADINGS):
        assert recognise(Foreign("x", text.replace("\n", "\r\n").encode("utf-8-sig")))
    for text in (
        "# A\n\n- b\n- c\n",
        "Discussion Title: T\n\n- Pro: x\n",
        "[A]: b\n  + <C>: d\n",
        '{"a": 1}',
        "x:\n  - pro: a\n  - con: b\n",
        "a,b\n",
    ):
        assert not recognise(Foreign("x", text.encode()))
    with pytest.raises(OtherTool, match="no line is a heading"):
        read("markdown", "just words\n")


def test_a_cut_file_is_read_or_refused() -> None:
    check_cuts("markdown", POND)


def test_a_deep_outline_is_read_and_a_long_chain_written() -> None:
    deep = "\n".join(f"{' ' * n}- Pro: Claim {n}." for n in range(2_000))
    assert len(read("markdown", deep).map.arguments) == 1_999
    claims = tuple(Claim(f"c{n}", f"Claim {n}.") for n in range(200))
    chain = tuple(Argument(f"c{n}/c{n - 1}", (f"c{n}",), Bearing.SUPPORTS, f"c{n - 1}") for n in range(1, 200))
    record = ArgumentMap(claims=claims, arguments=chain)
    assert (
        find_facts(read("markdown", write("markdown", record)[".md"]).map)["supports"]
        == find_facts(record)["supports"]
    )


@given(st.text(alphabet="#-+*>` \n1.ProCn:()?—&;\\", max_size=120))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        imported = read("markdown", text)
    except OtherTool:
        return
    record = came("markdown", imported)
    assert write("markdown", record, imported.kept)[".md"].rstrip("\n") == text.rstrip("\n")


@settings(max_examples=draws(60))
@given(random_maps())
def test_claims_and_steps_of_any_map_come_back(record: ArgumentMap) -> None:
    assume(record.claims)
    record = drop_undercuts(record)
    again = read("markdown", write("markdown", record)[".md"])
    before, after = find_facts(record), find_facts(again.map)
    for feature in ("claims", "supports", "attacks", "linked premises"):
        assert set(after.get(feature, ())) == set(before.get(feature, ())), feature
    came("markdown", again)


def test_one_word_for_a_side_among_many_points_makes_no_outline_of_a_debate() -> None:
    notes = "# Notes\n" + "".join(f"- Point {n} of the agenda.\n" for n in range(15))
    assert (
        FORMATS["markdown"].recognise(Foreign("notes.md", f"{notes}- pro(c): what speaks for c.\n".encode())) == ""
    )
    assert FORMATS["markdown"].recognise(
        Foreign("road.md", b"# Close the road?\n- Close it.\n  - pro: The air is better.\n")
    )


def test_a_record_of_a_decision_has_reasons_for_and_against_its_options() -> None:
    text = (
        "# Where the water goes\n\n## Considered Options\n\n* Drain the pond\n* Keep the pond\n\n"
        "## Pros and Cons of the Options\n\n### Drain the pond\n\n* Good, because the mill stays dry\n"
        "* Neutral, because the carp are few\n* Bad, because the herons leave\n"
    )
    assert FORMATS["markdown"].recognise(Foreign("0001-water.md", text.encode()))
    record = read("markdown", text).map
    words = {claim.id: claim.text for claim in record.claims}
    assert {(words[s.premises[0]], s.bearing.value, words[s.target]) for s in record.arguments} == {
        ("the mill stays dry", "supports", "Drain the pond"),
        ("the herons leave", "attacks", "Drain the pond"),
    }
