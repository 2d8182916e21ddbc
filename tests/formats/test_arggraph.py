from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings

from argumap.errors import OtherTool
from argumap.formats import FORMATS, Foreign
from argumap.formats.arggraph import recognise
from argumap.model import Argument, ArgumentMap, Bearing, Claim
from argumap.project.fidelity import Fidelity, find_facts, measure
from draws import draws
from foreign_files import came, check_cuts, check_edit, check_round_trip, corpus, counted, find_twin, read, write
from maps import random_maps

if TYPE_CHECKING:
    from pathlib import Path

GRAPH = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE arggraph SYSTEM "arggraph.dtd">
<!-- a town and its pond -->
<arggraph id="pond_1" topic_id="drain_the_mill_pond" stance="pro">
  <edu id="e1"><![CDATA[The mill pond should be drained.]]></edu>
  <edu id="e2"><![CDATA[True, carp would die,]]></edu>
  <edu id="e3">but carp can be moved</edu>
  <edu id="e4">and the river has room.</edu>
  <edu id="e5">The dam leaks</edu>
  <edu id="e6">now and then.</edu>
  <edu id="e7" implicit="true">What leaks floods cellars.</edu>
  <edu id="e8">Ours was under water in May.</edu>
  <edu id="e9">By the way, it is spring.</edu>
  <joint id="j1" />
  <adu id="a1" type="pro" />
  <adu id="a2" type="opp" />
  <adu id="a3" type="pro" />
  <adu id="a4" type="pro" />
  <adu id="a5" type="pro" />
  <adu id="a6" type="pro" />
  <adu id="a7" type="pro" />
  <edge id="c1" src="e1" trg="a1" type="seg" />
  <edge id="c2" src="e2" trg="a2" type="seg" />
  <edge id="c3" src="e3" trg="a3" type="seg" />
  <edge id="c4" src="e4" trg="a4" type="seg" />
  <edge id="c5" src="e5" trg="j1" type="seg" />
  <edge id="c6" src="e6" trg="j1" type="seg" />
  <edge id="c7" src="j1" trg="a5" type="seg" />
  <edge id="c8" src="e7" trg="a6" type="seg" />
  <edge id="c9" src="e8" trg="a7" type="seg" />
  <edge id="c14" src="a7" trg="a6" type="exa" />
  <edge id="c12" src="a4" trg="c11" type="add" />
  <edge id="c11" src="a3" trg="c10" type="und" />
  <edge id="c10" src="a2" trg="a1" type="reb" />
  <edge id="c13" src="a5" trg="a1" type="sup" />
  <edge id="c15" src="a6" trg="c13" type="add" />
</arggraph>
"""


def steps(record: ArgumentMap) -> list[tuple[str, list[str], str, str | None]]:
    everything: list[Claim | Argument] = [*record.claims, *record.arguments]
    names = {each.id: each.origin.id for each in everything if each.origin}
    return [
        (str(names[s.id]), [str(names[p]) for p in s.premises], f"{s.bearing} {names[s.target]}", s.scheme)
        for s in record.arguments
    ]


def whys(*edges: str) -> list[tuple[str, str]]:
    return [(loss.id, loss.why) for loss in read("arggraph", with_edges(*edges)).losses if loss.id != "e9"]


def with_edges(*edges: str) -> str:
    written = "".join('  <edge id="{}" src="{}" trg="{}" type="{}" />\n'.format(*edge.split()) for edge in edges)
    return GRAPH.replace("</arggraph>", f"{written}</arggraph>")


def test_units_are_claims_and_edges_are_steps_with_their_premises_linked() -> None:
    record = read("arggraph", GRAPH).map
    assert [(claim.origin.id, claim.text) for claim in record.claims if claim.origin] == [
        ("a1", "The mill pond should be drained."),
        ("a2", "True, carp would die,"),
        ("a3", "but carp can be moved"),
        ("a4", "and the river has room."),
        ("a5", "The dam leaks now and then."),
        ("a6", "What leaks floods cellars."),
        ("a7", "Ours was under water in May."),
    ]
    assert steps(record) == [
        ("c14", ["a7"], "supports a6", "Argument from Example"),
        ("c11", ["a3", "a4"], "undercuts c10", None),
        ("c10", ["a2"], "attacks a1", None),
        ("c13", ["a5", "a6"], "supports a1", None),
    ]
    assert [claim.origin.id for claim in record.claims if claim.implicit and claim.origin] == ["a6"]


def test_the_topic_is_what_is_asked_and_each_unit_is_its_sides() -> None:
    record = read("arggraph", GRAPH).map
    [issue] = record.issues
    assert (record.title, issue.question, issue.tags) == (
        "Drain the mill pond (pond_1)",
        "drain the mill pond",
        ("stance pro",),
    )
    assert [claim.id for claim in record.claims if claim.answers] == ["mill-pond-drained"]
    assert [said.of for said in record.attributions if said.by == "opponent"] == [record.claims[1].id]
    assert [person.name for person in record.stakeholders] == ["Proponent", "Opponent"]


def test_what_is_in_no_unit_is_told() -> None:
    assert [(loss.id, loss.why) for loss in read("arggraph", GRAPH).losses] == [("e9", "a segment of no unit")]


@pytest.mark.parametrize(
    ("edge", "why"),
    [
        ("x a2 a1 wax", "an edge of the unknown type 'wax'"),
        ("x e2 a1 sup", "an edge from what is no unit with words"),
        ("x a2 a9 sup", "an edge to what is not there"),
        ("x a2 a1 und", "an edge of the type 'und' to a unit"),
        ("x a2 c13 sup", "an edge of the type 'sup' to an edge"),
        ("x a2 a2 reb", "an edge from a unit to itself"),
        ("x a2 c1 und", "an edge at an edge that is no step of the map"),
        ("x a2 c1 add", "a premise added to what is no step of the map"),
        ("x a2 x add", "a premise added to what is no step of the map"),
    ],
)
def test_an_edge_that_is_no_step_is_kept_aside_and_told(edge: str, why: str) -> None:
    assert whys(edge) == [("x", why)]
    imported = read("arggraph", with_edges(edge))
    assert len(imported.map.arguments) == 4
    assert write("arggraph", came("arggraph", imported), imported.kept) == {".arggraph.xml": with_edges(edge)}


def test_a_unit_of_an_unknown_side_is_said_by_nobody_and_goes_back_as_it_came() -> None:
    odd = GRAPH.replace('<adu id="a5" type="pro" />', '<adu id="a5" type="both" />')
    imported = read("arggraph", odd)
    assert ("a5", "a unit of an unknown side") in [(loss.id, loss.why) for loss in imported.losses]
    assert len(imported.map.attributions) == 6
    assert write("arggraph", came("arggraph", imported), imported.kept) == {".arggraph.xml": odd}


def test_a_premise_added_to_an_added_one_is_one_of_the_step() -> None:
    record = read("arggraph", with_edges("x a7 c15 add")).map
    assert ("c13", ["a5", "a6", "a7"], "supports a1", None) in steps(record)
    assert whys("x a7 c15 und") == [("x", "an undercut of an added premise, held as one of the whole step")]


def test_it_goes_back_as_it_came_and_edited_where_it_was_edited() -> None:
    check_round_trip("arggraph", GRAPH.replace('  <edu id="e9">By the way, it is spring.</edu>\n', ""))
    check_edit("arggraph", GRAPH)


def test_what_a_person_changed_goes_back_changed() -> None:
    imported = read("arggraph", GRAPH)
    record = came("arggraph", imported)
    joined = record.claims[4]
    reworded = replace(joined, text="The dam leaks.")
    less = replace(
        record,
        claims=tuple(
            reworded if claim is joined else claim for claim in record.claims if claim != record.claims[6]
        ),
        arguments=tuple(step for step in record.arguments if step.bearing is not Bearing.UNDERCUTS)[1:],
        attributions=tuple(said for said in record.attributions if said.of != record.claims[6].id),
    )
    [text] = write("arggraph", less, imported.kept).values()
    assert text.splitlines() == [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<arggraph id="pond_1" topic_id="drain_the_mill_pond" stance="pro">',
        '  <edu id="e1"><![CDATA[The mill pond should be drained.]]></edu>',
        '  <edu id="e2"><![CDATA[True, carp would die,]]></edu>',
        '  <edu id="e3"><![CDATA[but carp can be moved]]></edu>',
        '  <edu id="e4"><![CDATA[and the river has room.]]></edu>',
        '  <edu id="e10"><![CDATA[The dam leaks.]]></edu>',
        '  <edu id="e7" implicit="true"><![CDATA[What leaks floods cellars.]]></edu>',
        '  <edu id="e9"><![CDATA[By the way, it is spring.]]></edu>',
        *(f'  <adu id="a{n}" type="{"opp" if n == 2 else "pro"}"/>' for n in range(1, 7)),
        *(f'  <edge id="c{n}" src="e{n}" trg="a{n}" type="seg"/>' for n in range(1, 5)),
        '  <edge id="c8" src="e7" trg="a6" type="seg"/>',
        '  <edge id="c16" src="e10" trg="a5" type="seg"/>',
        '  <edge id="c10" src="a2" trg="a1" type="reb"/>',
        '  <edge id="c13" src="a5" trg="a1" type="sup"/>',
        '  <edge id="c15" src="a6" trg="c13" type="add"/>',
        "</arggraph>",
    ]


def test_the_logic_is_kept() -> None:
    kept = {feature for feature, fidelity in measure(FORMATS["arggraph"]).items() if fidelity is Fidelity.KEPT}
    assert kept >= {"claims", "supports", "attacks", "undercuts", "linked premises", "implicit claims"}


def test_it_is_known_by_its_outermost_element() -> None:
    assert recognise(Foreign("x", GRAPH.encode("utf-16")))
    assert not recognise(Foreign("x", b"<graph/>"))
    with pytest.raises(OtherTool, match="its outermost element is graph"):
        read("arggraph", "<graph/>")


def test_a_file_cut_anywhere_is_refused() -> None:
    check_cuts("arggraph", GRAPH)


def test_a_long_chain_of_undercuts_is_read_and_written() -> None:
    chain = [f"u{n} a{3 + n % 2} {'c10' if n == 0 else f'u{n - 1}'} und" for n in range(20_000)]
    imported = read("arggraph", with_edges(*chain))
    assert len(imported.map.arguments) == 20_004
    assert len(write("arggraph", imported.map)[".arggraph.xml"].splitlines()) > 20_000


@settings(max_examples=draws(60), deadline=None)
@given(random_maps())
def test_every_claim_of_any_map_comes_back(record: ArgumentMap) -> None:
    assume(record.claims)
    back = read("arggraph", write("arggraph", record)[".arggraph.xml"]).map
    assert sorted(claim.text for claim in back.claims) == sorted(" ".join(c.text.split()) for c in record.claims)


@pytest.mark.parametrize("path", corpus("arggraph/*/*.xml"))
def test_the_corpus_comes_in_with_its_counts_and_goes_back(path: Path) -> None:
    imported = read("arggraph", path.read_bytes())
    counts = counted(path)
    record = imported.map
    assert imported.losses == ()
    assert (len(record.claims), len(record.stakeholders)) == (counts["nodes"], counts["participants"])
    assert sum(len(step.premises) for step in record.arguments) == counts["edges"]
    assert sum(step.bearing is Bearing.UNDERCUTS for step in record.arguments) == counts.get("und", 0)
    assert sum(step.bearing is Bearing.ATTACKS for step in record.arguments) == counts.get("reb", 0)
    check_round_trip("arggraph", path.read_bytes())
    check_edit("arggraph", path.read_bytes())


@pytest.mark.parametrize("path", corpus("arggraph/en/*.xml"))
def test_a_microtext_is_the_same_map_in_aif(path: Path) -> None:
    twin = find_twin(path)
    if twin is None:
        pytest.skip("it has no twin in AIF")
    mine, theirs = (
        find_facts(read(name, file.read_bytes()).map) for name, file in (("arggraph", path), ("aif", twin))
    )
    for feature in ("claims", "supports", "attacks", "undercuts", "linked premises"):
        assert mine.get(feature) == theirs.get(feature), feature
