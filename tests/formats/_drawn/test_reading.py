from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argumap.formats._drawn.drawing import DrawnArrow, DrawnNode
from argumap.formats._drawn.reading import DrawingRead, read_drawing
from argumap.formats._drawn.relations import read_relation
from argumap.mapfile import parse_map, write_map
from argumap.model import Act, ArgumentMap
from drawn_files import drawing, tell_steps


def read(nodes: str, arrows: str) -> DrawingRead:
    return read_drawing(drawing(nodes, arrows), "Pond")


def whys(found: DrawingRead) -> list[str]:
    return [loss.why for loss in found.losses]


def test_a_drawing_becomes_a_map() -> None:
    found = read_drawing(drawing(), "x")
    record = found.map
    assert [issue.question for issue in record.issues] == ["May the pond be drained?"]
    assert [claim.text for claim in record.claims if claim.answers] == ["The pond should be drained."]
    linked = (("supports", ("The cellars are wet.", "The dam leaks.")), "The pond should be drained.")
    assert tell_steps(record) == {
        linked,
        (("attacks", ("The carp would die.",)), "The pond should be drained."),
        (("undercuts", ("Carp can be moved.",)), *linked),
    }
    assert [(said.by, said.act, said.of) for said in record.attributions] == [("ada", Act.ASSERTS, "dam-leaks")]
    assert [(loss.id, loss.why) for loss in found.losses] == [
        ("i", "an arrow whose word “somehow near” says neither for nor against")
    ]
    assert parse_map(write_map(record)).problems == ()


def test_an_arrow_that_says_nothing_is_no_support() -> None:
    found = read("1 - A.\n2 - B.", "x 1 2\ny 2 1 related")
    assert found.map.arguments == ()
    assert whys(found) == [
        "an arrow that says neither for nor against",
        "an arrow whose word “related” says neither for nor against",
    ]


def test_an_arrow_may_be_read_against_its_direction() -> None:
    assert tell_steps(read("1 - A.\n2 - B.", "x 1 2 because").map) == {(("supports", ("B.",)), "A.")}


def test_a_question_that_is_argued_for_is_a_claim() -> None:
    found = read("1 - Is it so?\n2 - B.", "x 2 1 supports")
    assert (found.map.issues, tell_steps(found.map)) == ((), {(("supports", ("B.",)), "Is it so?")})
    answered = read("1 - Is it so?\n2 - B.\n3 - C.", "x 2 1\ny 1 3").map
    assert [claim.text for claim in answered.claims if claim.answers] == ["B.", "C."]


def test_a_node_with_a_word_that_argues_is_a_step() -> None:
    found = read("1 - A.\n2 - B.\n3 - therefore\n4 - C.", "x 1 3\ny 2 3\nz 3 4")
    assert tell_steps(found.map) == {(("supports", ("A.", "B.")), "C.")}


def test_several_at_once_are_linked() -> None:
    found = read("1 - A.\n2 - B.\n3 - C.\n4 - D.", "x 1+2 3+4 attacks")
    assert tell_steps(found.map) == {(("attacks", ("A.", "B.")), "C."), (("attacks", ("A.", "B.")), "D.")}
    assert found.shape.joined == {"x"}


@pytest.mark.parametrize(
    ("nodes", "arrows", "why"),
    [
        ("1 - A.", "x 1 9 supports", "an arrow to a node that is not there"),
        ("1 - A.", "x 1 1 attacks", "an arrow from a claim to itself"),
        ("1 - A.\n2 - B.", "x 1 2 undercuts", "an undercut of what is no step"),
        ("1 - A.\n2 step s\n3 - B.", "x 1 2 premise\ny 2 3", "an arrow that says neither for nor against"),
        ("1 step supports\n2 - B.", "x 1 2 supports", "a step without premise"),
        ("1 - A.\n2 step supports", "x 1 2 premise", "a step without conclusion"),
        ("1 - A.\n2 stakeholder Ada", "x 2 1 hums", "'hums' is no act here, so held as a loose assertion"),
        ("1 - A.\n2 aside x", "x 1 2 supports", "an arrow to or from what is no part of the map"),
        ("1 - A.\n2 - B.", "x 1 2 rephrases\ny 2 1 rephrases", "'rephrases' in a circle"),
        (
            "1 - A.\n2 source Book",
            "x 1 2 in",
            "an arrow to or from a source, for a map ties claims to places in it",
        ),
        ("1 - A.\n2 issue B", "x 1 2 attacks", "an arrow whose word “attacks” says neither for nor against"),
    ],
)
def test_what_does_not_fit_is_told_and_not_made_up(nodes: str, arrows: str, why: str) -> None:
    found = read(nodes, arrows)
    assert why in whys(found)
    assert parse_map(write_map(found.map)).problems == ()


def test_an_attack_without_a_direction_is_a_contradiction() -> None:
    drawn = drawing("1 - A.\n2 - B.", "")
    drawn.arrows += [DrawnArrow("x", ("2",), ("1",), "attacks", "con", directed=False)]
    found = read_drawing(drawn, "x")
    assert [claim.contradicts for claim in found.map.claims if claim.contradicts]
    assert whys(found) == ["an attack without a direction, held as a contradiction"]


TIES = ("supports", "attacks", "undercuts", "about", "contradicts", "rephrases")
NODE_TEXTS = st.sampled_from(["A.", "B.", "What?", "supports", "but", "", "x" * 200])
KINDS = st.sampled_from(["", "claim", "step", "issue", "stakeholder", "concept", "source", "aside"])
ENDS = st.lists(st.sampled_from("12345x"), max_size=2).map(tuple)
WORDS = st.sampled_from(["", "near", "because", "asserts", "in", "premise", "answers", *TIES])


@given(
    st.lists(st.tuples(NODE_TEXTS, KINDS), max_size=5),
    st.lists(st.tuples(ENDS, ENDS, WORDS, st.booleans()), max_size=8),
)
def test_any_drawing_makes_a_map_without_errors_and_every_arrow_is_held_or_told(
    nodes: list[tuple[str, str]], arrows: list[tuple[tuple[str, ...], tuple[str, ...], str, bool]]
) -> None:
    drawn = drawing("", "")
    drawn.nodes = [DrawnNode(str(n), kind, text) for n, (text, kind) in enumerate(nodes, 1)]
    drawn.arrows = [
        DrawnArrow(f"a{n}", starts, ends, read_relation(word)[0], word, directed=directed)
        for n, (starts, ends, word, directed) in enumerate(arrows)
    ]
    found = read_drawing(drawn, "x")
    record: ArgumentMap = found.map
    assert [p for p in parse_map(write_map(record)).problems if p.severity == "error"] == []
    told = {loss.id for loss in found.losses} | set(found.shape.arrow_ids.values())
    held = {step.origin.id for step in record.arguments if step.origin}
    held |= {said.origin.id for said in record.attributions if said.origin}
    assert {arrow.id for arrow in drawn.arrows} <= told | held
