from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argdown_texts import POND
from foreign_files import came, read

if TYPE_CHECKING:
    from argumap.model import ArgumentMap


def steps(record: ArgumentMap) -> list[str]:
    return [f"{step.id}: {' '.join(step.premises)} {step.bearing} {step.target}" for step in record.arguments]


def whys(text: str) -> list[tuple[str, str]]:
    return [(loss.id, loss.why) for loss in read("argdown", text).losses]


def test_statements_and_sketched_arguments_are_claims_where_they_are_first_written_out() -> None:
    record = read("argdown", POND).map
    assert [(claim.id, claim.text) for claim in record.claims] == [
        ("drain-it", "The mill pond should be drained."),
        ("leak", "The dam leaks, as the survey found."),
        ("carp", "No carp would live."),
        ("keep-it", "The mill pond should be kept."),
        ("old-leaks", "Old leaks never end a dam at all."),
        ("cellars-beside-pond-wet", "Cellars beside the pond are wet."),
        ("water", "The water comes from the dam."),
        ("harm", "The pond does harm."),
        ("rain", "It has rained."),
        ("harm-go", "What does harm is to go."),
        ("list-item", "A list item."),
        ("another-one", "Another one"),
        ("reason-sic-so", "with a reason [sic] ∧ so"),
    ]
    assert record.claims[2].also == ("The carp would die.",)
    assert [claim.title for claim in record.claims[:3]] == ["Drain it", "Leak", "Carp"]
    assert record.claims[1].tags == ("dam", "old walls")
    assert record.claims[4].tags == ("Carp and others",)


def test_relations_and_inferences_are_steps_and_undercuts_hit_steps() -> None:
    imported = read("argdown", POND)
    assert steps(imported.map) == [
        "cellars-3: cellars-beside-pond-wet water supports harm",
        "cellars: harm harm-go supports drain-it",
        "leak/drain-it: leak supports drain-it",
        "old-leaks/leak: old-leaks attacks leak",
        "carp/drain-it: carp attacks drain-it",
        "drain-it/keep-it: drain-it attacks keep-it",
        "reason-sic-so/another-one: reason-sic-so supports another-one",
        "old-leaks/leak/drain-it: old-leaks undercuts leak/drain-it",
        "rain/cellars-3: rain undercuts cellars-3",
        "old-leaks/cellars: old-leaks undercuts cellars",
    ]
    last = imported.map.arguments[1]
    assert (last.scheme, last.weight) == ("Practical inference, if any", 0.8)
    assert imported.map.claims[0].contradicts == ("keep-it",)
    assert came("argdown", imported).claims == imported.map.claims


def test_headings_that_ask_are_questions_and_front_matter_has_the_title() -> None:
    record = read("argdown", POND).map
    assert (record.title, [issue.question for issue in record.issues]) == (
        "The mill pond",
        ["May the mill pond be drained?"],
    )
    assert [claim.id for claim in record.claims if claim.answers] == ["drain-it", "keep-it"]


def test_a_lone_heading_above_all_is_the_title() -> None:
    record = read("argdown", "# Ponds\n\n## Carp\n\n[A]: a\n\n## Dams\n\nb\n").map
    assert (record.title, [claim.tags for claim in record.claims]) == ("Ponds", [("Carp",), ("Dams",)])
    assert read("argdown", "# Ponds\n\n[A]: a\n").map.title == "Ponds"
    assert read("argdown", "[A]: a\n\n# Ponds\n\nb\n").map.title == "a file"


def test_links_are_sources_and_a_proponent_says_it() -> None:
    record = read("argdown", POND).map
    [source] = record.sources
    assert (source.title, source.url) == ("the survey", "https://example.org/survey")
    assert [(said.by, str(said.act), said.of) for said in record.attributions] == [
        ("the-miller", "argues", "leak")
    ]


def test_what_a_map_does_not_hold_as_it_was_is_told() -> None:
    assert whys(POND) == [
        ("author", "settings of the front matter"),
        ("Carp and others", "a heading, held as a tag of what stands under it"),
        ("[Drain it]", "bold or italic words, held as plain ones"),
        ("<Cellars>", "the words of an argument that has its premises beside"),
        ("line 19", "a comment"),
        ("line 23", "a comment"),
        ("line 40", "a list, its items held one by one"),
    ]


PREMISES = "<A>\n\n(1) [P]: p\n(2) [Q]: q\n----\n(3) [C]: c\n\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[A]\n", ("[A]", "a title without words of its own, held as a claim")),
        ("[A]: a\n  + [A]\n", ("[A] +> [A]", "a relation from a statement to itself")),
        ("[A]: a\n  <_ b\n", ("b _> [A]", "an undercut of a statement, where there is no step")),
        ("<A>: a\n  <_ b\n", ("b _> <A>", "an undercut of an argument that bears on nothing")),
        (
            PREMISES + "[X]: x\n  +> <A>\n",
            ("[X] +> <A>", "support of an argument that does not say which premise"),
        ),
        (
            PREMISES + "[X]: x\n  -> <A>\n",
            ("[X] -> <A>", "an attack on an argument, held against its step, for no"),
        ),
        (
            "<A>\n\n(1) [P]: p\n----\n(2) c\n\nx\n  -> <A>\n",
            ("x -> <A>", "a relation to an argument, held as one to"),
        ),
        ("[A]: a {colour: red, x: 1}\n", ("[A]", "YAML data that no map has a key for: colour, x")),
        ("[A]: a {type: red}\n", ("[A]", "YAML data that a map cannot hold: ")),
        ("[A]: a @[B]\n", ("[A]", "a mention of something, held as its words")),
        ("[A]: a [b](#c)\n", ("[A]", "a link that leads to no address")),
        ("[A]: see https://a.b\n\nc\n", ("line 1", "the rest of an address, which // makes a comment")),
    ],
)
def test_what_does_not_fit_is_told_by_its_id(text: str, told: tuple[str, str]) -> None:
    [(name, why)] = [(name, why) for name, why in whys(text) if name == told[0] and why.startswith(told[1])]
    assert name
    assert why


def test_attacks_between_statements_are_contraries_in_strict_mode() -> None:
    text = "===\nmodel:\n  mode: strict\n===\n\n[A]: a\n  - [B]: b\n  - <C>: c\n"
    record = read("argdown", text).map
    assert [claim.contradicts for claim in record.claims] == [("b",), (), ()]
    assert steps(record) == ["c/a: c attacks a"]


def test_an_undercut_of_a_sketched_argument_hits_all_that_it_does_however_deep() -> None:
    record = read("argdown", "<U>: u\n  _> <A>\n\n<W>: w\n  _> <U>\n\n<A>: a\n  -> [X]: x\n  +> [Y]: y\n").map
    assert steps(record)[2:] == [
        "u/a/x: u undercuts a/x",
        "u/a/y: u undercuts a/y",
        "w/u/a/x: w undercuts u/a/x",
        "w/u/a/y: w undercuts u/a/y",
    ]
    layers = "".join(
        f"<{n}>: {n}\n  _> <{n - 1}>\n\n<m{n}>: m\n  _> <{n - 1}>\n  <_ <{n + 1}>\n\n" for n in range(1, 30)
    )
    assert len(read("argdown", f"<0>: a\n  -> [X]: x\n\n{layers}").map.arguments) < 2000


def test_titles_that_are_ids_stay_ids() -> None:
    record = read("argdown", "[dam-leaks]: The dam leaks.\n\n<dam-leaks>: It does.\n\n[B]: b {id: own-id}\n").map
    assert [(claim.id, claim.title) for claim in record.claims] == [
        ("dam-leaks", None),
        ("dam-leaks-2", None),
        ("own-id", "B"),
    ]
